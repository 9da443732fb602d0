"""Under which program, by which law and by what means a package is supplied."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]

US = "The United States announced a $9 million package of weapons for Tunisia"


def program(found: Any, number: int = 0) -> str | None:
    value = found.value(found.packages[number], "program")
    return None if value is None else str(value["code"])


def mechanism(found: Any, number: int = 0) -> object:
    return found.value(found.packages[number], "mechanism")


@pytest.mark.parametrize(
    ("text", "code", "rule"),
    [
        (f"{US} under Foreign Military Financing.", "FMF", "program_named"),
        (f"{US}. It is paid with Foreign Military Financing.", "FMF", "program_named"),
        (f"{US} under section 506(a)(1) of the Foreign Assistance Act.", "PDA", "program_by_section"),
        ("Foreign Military Financing for Tunisia\n\n" + US + ".", "FMF", "program_named"),
        ("The United States announced a $9 million drawdown of weapons for Tunisia.", "PDA", "program_of_drawdown"),
    ],
)
def test_a_program_is_named_or_follows(read: ReadText, text: str, code: str, rule: str) -> None:
    found = read(text)
    assert program(found) == code
    assert next(found.packages[0].on("program")).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        f"{US}, not under Foreign Military Financing.",
        f"{US} rather than Foreign Military Financing.",
        f"{US}, unlike what comes by Foreign Military Financing.",
        f"{US}. Congress appropriated $2 billion for Foreign Military Financing.",
        f"{US}. Earlier this year Tunisia got Foreign Military Financing.",
        f"{US}. Foreign military finances were discussed.",
        f"{US} and 506 boats.",
    ],
)
def test_a_program_that_is_turned_off_or_recalled_is_none(read: ReadText, text: str) -> None:
    assert program(read(text)) is None


def test_the_same_facility_is_the_one_named_before(read: ReadText) -> None:
    found = read(
        "The EU announced €9 million in military aid for Albania under the European Peace Facility.\n\n"
        "The EU announced €4 million in military aid for Tunisia under the same facility.\n"
    )
    assert [program(found, 0), program(found, 1)] == ["EPF", "EPF"]


def test_each_of_two_amounts_has_the_program_that_is_nearer(read: ReadText) -> None:
    found = read(
        "The United States announced a $9 million package of Foreign Military Financing for Tunisia and "
        "a $4 million package of Excess Defense Articles for Tunisia."
    )
    assert [program(found, 0), program(found, 1)] == ["FMF", "EDA"]


def test_sections_are_the_legal_basis(read: ReadText) -> None:
    found = read(
        "I hereby delegate the authority under sections 506(a)(1) and 614(a)(1) of the Foreign Assistance Act "
        "to direct the drawdown of up to $9 million in defense articles and services to provide assistance to Tunisia.",
        publisher="The White House",
    )
    assert found.values(found.packages[0], "authority") == ["FAA 506(a)(1)", "FAA 614(a)(1)"]
    assert program(found) == "PDA"


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("The weapons come from Portuguese stocks.", "drawdown"),
        ("They leave the depots of the army, out of its own stores.", "drawdown"),
        ("The weapons will be purchased from manufacturers.", "procurement"),
        ("They will be ordered directly with industry.", "procurement"),
        ("A loan agreement pays for it.", "financing"),
        ("The weapons come from Portuguese stocks and will be bought from manufacturers.", None),
        ("The weapons will be bought from manufacturers instead of coming from Portuguese stocks.", "procurement"),
        ("Last year's gift came from stocks.", None),
        ("The stock of the soup was thin.", None),
    ],
)
def test_how_a_package_is_supplied_is_what_its_sentences_say(read: ReadText, sentence: str, means: str | None) -> None:
    found = read(f"Portugal announced a €9 million package of weapons for Tunisia. {sentence}")
    assert mechanism(found) == means


def test_a_program_fixes_how_it_supplies(read: ReadText) -> None:
    found = read(f"{US} under Foreign Military Financing.")
    claim = next(found.packages[0].on("mechanism"))
    assert claim.value == "financing"
    assert program(read(f"{US} under the State Partnership Program.")) == "SPP"
    assert mechanism(read(f"{US} under the State Partnership Program.")) is None


def test_a_share_from_elsewhere_leaves_the_means_open(read: ReadText) -> None:
    found = read(
        "Portugal announced a €9 million package of weapons for Tunisia, from its stocks. "
        "Part of the package, €2 million, will be bought from manufacturers."
    )
    assert mechanism(found) is None


def test_two_amounts_of_a_sentence_have_their_own_means(read: ReadText) -> None:
    found = read(
        "Portugal announced €9 million in weapons from its own stocks for Tunisia and "
        "a package of €4 million in weapons from manufacturers for Tunisia."
    )
    assert [mechanism(found, 0), mechanism(found, 1)] == ["drawdown", "procurement"]


def test_with_this_drawdown_speaks_of_the_package_though_it_recalls(read: ReadText) -> None:
    found = read(f"{US}. With this drawdown, help has doubled since earlier this year.")
    assert mechanism(found) == "drawdown"
    assert mechanism(read(f"{US}. A drawdown was announced earlier this year.")) is None
