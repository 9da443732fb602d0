"""The first document, read to the last word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.extract.documents import read_document

SEED = Path(__file__).parents[2] / "seeds" / "us-announces-1.2-billion-security-assistance-package-for-ukraine.txt"

ReadText = Callable[..., Any]


@pytest.fixture
def seed(read: ReadText) -> Any:
    document = read_document(SEED.read_bytes(), SEED.name)
    return read(document.text, title=document.title)


def test_it_announces_one_package_of_usai(seed: Any) -> None:
    (package,) = seed.packages
    assert seed.value(package, "donor") == {"code": "US", "name": "United States"}
    assert seed.value(package, "recipient") == {"code": "UA", "name": "Ukraine"}
    assert seed.value(package, "program") == {"code": "USAI", "name": "Ukraine Security Assistance Initiative"}
    assert seed.value(package, "nature") == "tranche"
    assert seed.value(package, "title") == "US Announces $1.2 Billion Security Assistance Package for Ukraine"


def test_its_value_has_evidence_in_body_and_headline(seed: Any) -> None:
    (package,) = seed.packages
    value = {"amount": 1_200_000_000, "currency": "USD", "qualifier": "exact", "basis": "announced"}
    assert seed.values(package, "value") == [value, value]
    assert seed.evidence(package, "value") == ["$1.2 billion", "$1.2 Billion"]
    assert seed.reading.document.quote(package.anchor) == "$1.2 billion"


def test_its_mechanism_is_procurement_in_so_many_words(seed: Any) -> None:
    (package,) = seed.packages
    assert set(seed.values(package, "mechanism")) == {"procurement"}
    first = next(package.on("mechanism"))
    assert first.method == "stated"
    assert "procurement of equipment" in seed.reading.document.quote(first.span)


def test_without_a_day_of_publication_tuesday_stays_a_weekday(seed: Any) -> None:
    (package,) = seed.packages
    assert seed.value(package, "announced") == {"date": None, "edtf": None, "precision": "weekday"}
    assert seed.evidence(package, "announced") == ["Tuesday"]


def test_with_a_day_of_publication_tuesday_is_that_day(read: ReadText) -> None:
    text = read_document(SEED.read_bytes(), SEED.name).text
    found = read(text, published_on=date(2023, 5, 9))
    (package,) = found.packages
    assert found.value(package, "announced") == {"date": "2023-05-09", "edtf": "2023-05-09", "precision": "day"}
    assert found.evidence(package, "announced") == ["Tuesday"]


def test_the_defense_department_announced_it(seed: Any) -> None:
    (package,) = seed.packages
    assert seed.values(package, "announced_by") == [{"name": "Defense Department", "code": "US-DOD"}]


def test_it_has_five_items_in_the_order_of_the_article(seed: Any) -> None:
    assert seed.quotes("line_item") == [
        "air defense systems and munitions",
        "equipment to integrate Western systems with Ukraine's existing gear",
        "ammunition for counter-drone systems",
        "155 mm artillery rounds",
        "commercial satellite imagery services",
    ]
    assert [seed.value(item, "category") for item in seed.items] == [
        "air_defense",
        "integration",
        "counter_uas",
        "fires",
        "c4isr",
    ]
    assert [seed.value(item, "kind") for item in seed.items] == [
        "system",
        "component",
        "munition",
        "munition",
        "service",
    ]
    assert [seed.value(item, "specified") for item in seed.items] == [False, True, True, True, True]
    assert seed.evidence(seed.items[0], "specified") == ["unspecified"]
    assert [seed.value(item, "caliber") for item in seed.items] == [None, None, None, "155 mm", None]
    assert [seed.value(item, "quantity") for item in seed.items] == [None] * 5


def test_it_has_five_notes_each_at_its_clause(seed: Any) -> None:
    assert [(seed.value(note, "kind"), seed.value(note, "text")) for note in seed.notes] == [
        ("leadership", "has quickly forged an international coalition to back Kyiv"),
        ("coordination", "Dozens of countries have coordinated aid to Ukraine"),
        ("request", "Kyiv has pushed for some items"),
        ("reluctance", "its international supporters have been reluctant to provide"),
        ("promise", "some items like advanced heavy tanks were eventually promised"),
    ]
    assert [seed.values(note, "actors") for note in seed.notes] == [
        [{"code": "US", "name": "United States"}],
        [{"code": None, "name": "Dozens of countries"}],
        [{"code": "UA", "name": "Ukraine"}],
        [{"code": None, "name": "its international supporters"}],
        [],
    ]
    assert {note.parent for note in seed.notes} == {seed.packages[0].id}


def test_what_supporters_held_back_is_in_notes_and_in_no_item(seed: Any) -> None:
    patriot = {"description": "Patriot air defense systems", "system": "Patriot", "category": "air_defense"}
    tanks = {"description": "advanced heavy tanks", "system": None, "category": "ground_maneuver"}
    assert [seed.values(note, "items") for note in seed.notes] == [[], [], [patriot, tanks], [patriot, tanks], [tanks]]


def test_its_statements_say_purpose_delivery_and_stocks(seed: Any) -> None:
    (package,) = seed.packages
    statements = [(one["kind"], one["text"]) for one in seed.values(package, "statements")]
    assert statements[0] == (
        "purpose",
        "aimed at boosting its air defenses and providing additional artillery ammunition",
    )
    assert ("stocks", "This avoids depleting US inventories") in statements
    assert (
        "delivery",
        "it also means that the assistance will take longer to reach the battlefield",
    ) in statements


def test_the_invasion_is_an_event_and_no_day_of_announcement(seed: Any) -> None:
    (package,) = seed.packages
    assert seed.values(package, "dates") == [{"kind": "event", "label": "Russia's invasion", "edtf": "2022-02"}]
    assert seed.evidence(package, "dates") == ["February 2022"]


def test_it_states_no_total_and_warns_of_nothing(seed: Any) -> None:
    (package,) = seed.packages
    assert seed.values(package, "stated_totals") == []
    assert seed.reading.warnings == ()
