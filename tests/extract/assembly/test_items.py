"""The facts of an item: its name, number, unit and kind."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. "


def rows(found: Any, *names: str) -> list[tuple[object, ...]]:
    return [tuple(found.value(item, name) for name in names) for item in found.items]


@pytest.mark.parametrize(
    ("words", "name", "number"),
    [
        ("tracked vehicles (28)", "tracked vehicles", 28),
        ("tracked vehicles (1,200 pieces)", "tracked vehicles", 1200),
        ("jammers in number of 20 pieces", "jammers", 20),
        ("mortars in the quantity of 12", "mortars", 12),
        ("Leopard tanks (2A4)", "Leopard tanks (2A4)", None),
    ],
)
def test_a_number_may_stand_behind_its_goods(read: ReadText, words: str, name: str, number: int | None) -> None:
    found = read(f"{LEAD}\n\nThe package includes:\n\n- {words}\n- helmets\n")
    assert rows(found, "description", "quantity")[0] == (name, number)


@pytest.mark.parametrize(
    "words",
    ["weapons", "other equipment", "capabilities", "systems", "quantity not disclosed", "the number is unknown"],
)
def test_what_names_nothing_is_no_item(read: ReadText, words: str) -> None:
    found = read(f"{LEAD}\n\nThe package includes:\n\n- mortars\n- {words}\n")
    assert rows(found, "description") == [("mortars",)]


@pytest.mark.parametrize(
    "words",
    ["medical supplies, to include bandages", "boats, including raiding boats", "trucks with their spare parts"],
)
def test_an_entry_that_names_its_own_parts_is_one_item(read: ReadText, words: str) -> None:
    found = read(f"{LEAD}\n\nThe package includes:\n\n- {words}\n- mortars\n")
    assert rows(found, "description") == [(words,), ("mortars",)]


@pytest.mark.parametrize("end", ["; and", ", and", " and", "; or", ";", ","])
def test_what_joins_entries_is_no_part_of_their_name(read: ReadText, end: str) -> None:
    found = read(f"{LEAD}\n\nThe package includes:\n\n- mortars{end}\n- helmets\n")
    assert rows(found, "description") == [("mortars",), ("helmets",)]


@pytest.mark.parametrize(
    "words",
    [
        "mortars for about €2 million",
        "mortars (€2 million)",
        "mortars at a cost of €2 million",
    ],
)
def test_a_price_is_no_part_of_a_name(read: ReadText, words: str) -> None:
    found = read(f"{LEAD}The package includes {words} and helmets.")
    assert rows(found, "description") == [("mortars",), ("helmets",)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ammunition for mortars", "munition"),
        ("mortar rounds", "munition"),
        ("spare parts for trucks", "component"),
        ("mortars", "system"),
        ("training for gunners", "training"),
        ("sleeping bags", "supply"),
    ],
)
def test_the_head_of_a_name_tells_its_kind(read: ReadText, words: str, kind: str) -> None:
    found = read(f"{LEAD}The package includes {words}.")
    assert rows(found, "kind") == [(kind,)]


@pytest.mark.parametrize(
    ("words", "number"),
    [("a mortar", 1), ("an ambulance", 1), ("a training course for gunners", None), ("two mortars", 2)],
)
def test_an_article_counts_goods_and_no_training(read: ReadText, words: str, number: int | None) -> None:
    found = read(f"{LEAD}The package includes {words}.")
    assert rows(found, "quantity") == [(number,)]


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("155 mm rounds", "fires"),
        ("9 mm ammunition", "small_arms"),
        ("30 mm ammunition", "munitions"),
        ("ammunition for mortars", "fires"),
    ],
)
def test_ammunition_is_of_its_weapon_or_its_caliber(read: ReadText, words: str, category: str) -> None:
    found = read(f"{LEAD}The package includes {words}.")
    assert rows(found, "category") == [(category,)]


def test_the_same_goods_told_twice_are_one_item(read: ReadText) -> None:
    found = read(f"{LEAD}The package includes 12 mortars. The package includes 12 mortars and helmets.")
    assert rows(found, "description", "quantity") == [("mortars", 12), ("helmets", None)]
