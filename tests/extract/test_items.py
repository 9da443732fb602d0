from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Norway announced €80 million in military aid for Ukraine. "


@pytest.mark.parametrize(
    "source",
    [
        "The package includes <item>mortar rounds</item>, <item>body armor</item> and 20 <item>trucks</item>.",
        "It comprises <item>artillery and mortar rounds</item> as well as <item>helmets</item>.",
        "It features unspecified <item>coastal defense systems and munitions</item>, and <item>training</item>.",
        "The package includes six additional <item>NASAMS and missiles</item> to help Kyiv.",
        "The package contains up to 300 <item>Javelin missiles</item>, <item>ammunition for howitzers</item>.",
        "It also includes <item>demining equipment</item>, which Kyiv has wanted.",
        "The package includes <item>patrol boats</item> for Ukraine.",
        "It includes <item>munitions for Ukraine's air defenses</item>.",
        "The package includes <item>drones</item> and other equipment.",
    ],
)
def test_items_are_what_a_sentence_about_contents_lists(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "text",
    [
        "Previous packages include tanks and howitzers.",
        "Norway has provided missiles and tanks so far.",
        "Kyiv has asked for fighter jets and tanks.",
        "Russia fired missiles and drones at Odesa.",
        "The package includes weapons and equipment.",
    ],
)
def test_goods_that_are_not_of_this_package_are_no_items(read: ReadText, text: str) -> None:
    assert read(LEAD + text).items == []


def test_a_list_of_bullets_is_read_to_its_end(read: ReadText) -> None:
    found = read(
        "Norway announced €80 million in military aid for Ukraine.\n\nThe package includes:\n\n"
        "- Four NASAMS;\n- 20,000 rounds of 155mm artillery ammunition;\n- 50 pistols and 10 machine guns;\n"
        "- Spare parts; and\n- A brass band.\n\nKyiv was glad.\n"
    )
    rows = [
        (found.value(item, "description"), found.value(item, "quantity"), found.value(item, "category"))
        for item in found.items
    ]
    assert rows == [
        ("NASAMS", 4, "air_defense"),
        ("rounds of 155mm artillery ammunition", 20_000, "fires"),
        ("pistols", 50, "small_arms"),
        ("machine guns", 10, "small_arms"),
        ("Spare parts", None, "sustainment"),
        ("brass band", 1, "other"),
    ]
    assert found.value(found.items[1], "unit") == "rounds"
    assert found.value(found.items[1], "caliber") == "155 mm"
    assert found.value(found.items[0], "system") == "NASAMS"


def test_a_list_of_earlier_aid_is_passed_over(read: ReadText) -> None:
    found = read(
        "Norway announced €80 million in military aid for Ukraine.\n\n"
        "Previous aid includes:\n\n- Four NASAMS\n- tanks\n"
    )
    assert found.items == []


def test_a_hedged_quantity_keeps_its_hedge(read: ReadText) -> None:
    found = read(LEAD + "The package includes more than 200 reconnaissance drones.")
    (item,) = found.items
    assert (found.value(item, "quantity"), found.value(item, "quantity_qualifier")) == (200, "more_than")
    assert found.evidence(item, "quantity") == ["more than 200"]


@pytest.mark.parametrize(
    ("goods", "category", "kind"),
    [
        ("ammunition for counter-drone systems", "counter_uas", "munition"),
        ("spare parts for tanks", "sustainment", "component"),
        ("training of Ukrainian soldiers", "sustainment", "training"),
        ("Gepard anti-aircraft tanks", "air_defense", "system"),
        ("equipment to integrate launchers with radars", "integration", "component"),
        ("satellite imagery services", "c4isr", "service"),
        ("anti-tank mines", "engineering", "munition"),
        ("missiles", "munitions", "munition"),
    ],
)
def test_ammunition_takes_the_category_of_its_weapon(read: ReadText, goods: str, category: str, kind: str) -> None:
    found = read(f"{LEAD}The package includes {goods}.")
    (item,) = found.items
    assert (found.value(item, "category"), found.value(item, "kind")) == (category, kind)


def test_items_belong_to_the_package_whose_mechanism_is_named(read: ReadText) -> None:
    found = read(
        "The United States announced a $2 billion drawdown of weapons for Taiwan and a $1 billion package of "
        "Foreign Military Financing for Taiwan.\n\nThe drawdown includes rifles.\n"
    )
    first, _ = found.packages
    assert [item.parent for item in found.items] == [first.id]


@pytest.mark.parametrize(
    ("number", "kept"),
    [("1 billion", 10**9), ("2 billion", None), ("9,000,000,000", None), ("12345678901234567890", None)],
)
def test_a_quantity_that_no_army_has_is_left_out_with_a_warning(read: ReadText, number: str, kept: int | None) -> None:
    found = read(f"{LEAD}The package includes {number} rifles.")
    (item,) = found.items
    assert found.value(item, "description") == "rifles"
    assert found.value(item, "quantity") == kept
    warning = f"The quantity {number} is beyond 1,000,000,000, so the item has none."
    assert (warning in found.reading.warnings) == (kept is None)


@pytest.mark.parametrize("space", ["\n", "\t", "\u00a0", "\u202f"])
def test_a_name_is_known_over_the_break_of_a_line(read: ReadText, space: str) -> None:
    found = read(f"{LEAD}The package includes machine{space}guns and spare{space}parts.")
    assert [found.value(item, "description") for item in found.items] == ["machine guns", "spare parts"]
    assert found.quotes("line_item") == [f"machine{space}guns", f"spare{space}parts"]
