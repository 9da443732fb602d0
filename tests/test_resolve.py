"""Mentions to records, without a database."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Claim, Mention, Reading
from app.resolve import Resolution, resolve
from tests.library import LIBRARY, Announcement, loose_note


def resolved(*readings: Reading) -> Resolution:
    documents = {reading.document.id: reading.document for reading in readings}
    return resolve([mention for reading in readings for mention in reading.mentions], documents)


def with_claims(reading: Reading, *claims: Claim) -> Reading:
    package, *rest = reading.mentions
    return replace(reading, mentions=(replace(package, claims=(*package.claims, *claims)), *rest))


def only(resolution: Resolution) -> dict[str, Any]:
    (package,) = resolution.packages
    return package.record | package.detail


def test_a_record_says_what_its_claims_say() -> None:
    record = only(resolved(LIBRARY[0].reading()))
    assert record["donor"] == {"code": "US", "name": "United States"}
    assert record["value"]["amount"] == record["value"]["amount_usd"] == 400_000_000
    assert record["value"]["as_stated"] == "400000000"
    assert record["announced"] == {
        "date": "2023-01-06",
        "edtf": "2023-01-06",
        "precision": "day",
        "as_stated": "2023-01-06",
    }
    assert record["date"] == {"date": "2023-01-06", "basis": "announced"}
    assert record["authority"] == ["FAA 506(a)(1)"]
    assert record["evidence"]["donor"][0]["quote"] == "US"


def test_what_is_not_stated_is_null() -> None:
    record = only(resolved(LIBRARY[5].reading()))
    assert record["recipient"] is record["program"] is record["mechanism"] is record["value"] is None
    assert record["announced"] == {"date": None, "edtf": None, "precision": "none", "as_stated": None}
    assert record["date"] == {"date": None, "basis": None}
    assert "value" not in record["evidence"]


def test_a_foreign_amount_is_converted_at_the_rate_of_its_day() -> None:
    value = only(resolved(LIBRARY[6].reading()))["value"]
    # Saturday 2023-05-13 takes Friday's reference rate: 1.0892 dollars for a euro.
    assert value["fx"] == {"rate": "1.0892", "date": "2023-05-12", "source": value["fx"]["source"]}
    assert value["amount_usd"] == 544_600_000


def test_an_undated_foreign_amount_has_no_dollars_and_a_warning() -> None:
    resolution = resolved(LIBRARY[7].reading())
    assert only(resolution)["value"]["amount_usd"] is None
    assert resolution.warnings == ("The GBP amount 25000000 has no value in US dollars: the date is not known.",)


def test_stated_comes_before_inferred() -> None:
    reading = LIBRARY[2].reading()
    inferred = Claim("mechanism", "drawdown", None, "guess", "inferred")
    package, *rest = reading.mentions
    first = replace(reading, mentions=(replace(package, claims=(inferred, *package.claims)), *rest))
    record = only(resolved(first))
    assert record["mechanism"] == "procurement"
    (conflict,) = record["conflicts"]
    assert (conflict["field"], [claim["value"] for claim in conflict["claims"]]) == (
        "mechanism",
        ["procurement", "drawdown"],
    )
    assert [claim["wins"] for claim in conflict["claims"]] == [True, False]


def test_claims_that_agree_are_no_conflict() -> None:
    reading = LIBRARY[2].reading()
    again = Claim("mechanism", "procurement", reading.mentions[0].anchor, "another", "inferred")
    record = only(resolved(with_claims(reading, again)))
    assert record["conflicts"] == []
    assert len(record["evidence"]["mechanism"]) == 2


def test_a_fact_without_words_has_an_empty_list_of_evidence() -> None:
    day = {"date": "2023-05-09", "edtf": "2023-05-09", "precision": "day"}
    record = only(resolved(with_claims(LIBRARY[5].reading(), Claim("announced", day, None, "published", "inferred"))))
    assert record["evidence"]["announced"] == []
    assert record["announced"]["as_stated"] is None


def test_an_authorization_dates_a_package_that_was_not_announced() -> None:
    ceiling = {"date": "2022-02-25", "amount": 1, "currency": "USD", "qualifier": "up_to", "authority": None}
    record = only(resolved(with_claims(LIBRARY[5].reading(), Claim("authorization", ceiling, None, "memo"))))
    assert record["date"] == {"date": "2022-02-25", "basis": "authorized"}


def test_a_note_of_no_package_stands_alone() -> None:
    resolution = resolved(loose_note())
    assert resolution.packages == ()
    assert [note.record["kind"] for note in resolution.notes] == ["request"]


@pytest.mark.parametrize(
    ("announcement", "stem"),
    [
        (LIBRARY[0], "us-ua-pda-2023-01-06"),
        (LIBRARY[3], "us-ua-usai-275m"),
        (LIBRARY[5], "us-several-aid-undated"),
        (Announcement("x", amount=62_500_000), "us-ua-aid-62500k"),
        (Announcement("x", amount=123), "us-ua-aid-123"),
    ],
)
def test_a_slug_is_made_of_parties_program_and_date_or_amount(announcement: Announcement, stem: str) -> None:
    (package,) = resolved(announcement.reading()).packages
    assert package.stem == stem


def test_a_package_without_a_title_is_given_one() -> None:
    reading = LIBRARY[2].reading()
    package = reading.mentions[0]
    bare = replace(package, claims=tuple(claim for claim in package.claims if claim.field != "title"))
    record = only(resolved(replace(reading, mentions=(bare,))))
    assert record["title"] == "United States to Ukraine: 2,100,000,000 USD under USAI"


READINGS = [announcement.reading() for announcement in LIBRARY] + [loose_note()]
MENTIONS: list[Mention] = [mention for reading in READINGS for mention in reading.mentions]


@given(st.permutations(MENTIONS))
def test_the_order_of_mentions_does_not_matter(mentions: list[Mention]) -> None:
    documents = {reading.document.id: reading.document for reading in READINGS}
    assert resolve(mentions, documents) == resolved(*READINGS)
