"""Packages beside one another, without a sum, of memoranda, and of live reports."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]


def codes(found: Any) -> list[tuple[str | None, str | None, int | None]]:
    rows = []
    for one in found.packages:
        donor, recipient, value = (found.value(one, name) for name in ("donor", "recipient", "value"))
        rows.append((donor and donor["code"], recipient and recipient["code"], value and value["amount"]))
    return rows


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia announced a new security assistance package for Nepal.",
        "Malaysia announced a package of military goods for Nepal.",
        "Malaysia announced another tranche of weapons for Nepal.",
        "Malaysia announced its 12th donation to Nepal's army.",
        "Malaysia announced its fifteenth military package for Nepal.",
        "Malaysia announced new military aid for Nepal.",
        "Malaysia announced another delivery of mortars to Nepal.",
        "Malaysia will send mortars to Nepal.",
        "Malaysia announced that it is giving Nepal mortars.",
    ],
)
def test_an_announcement_without_a_sum_is_a_package_without_a_value(read: ReadText, text: str) -> None:
    assert codes(read(text)) == [("MY", "NP", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia announced a new concert hall for Nepal.",
        "Malaysia announced new economic aid for Nepal.",
        "Malaysia praised the security of Nepal.",
        "Malaysia will send blankets to Nepal.",
        "Malaysia had announced a new security assistance package for Nepal.",
        "Malaysia previously announced a tranche of weapons for Nepal.",
        "Nepal asked its friends to send mortars.",
        "Malaysia leads a coalition and will send mortars to Nepal one day, perhaps; it could.",
    ],
)
def test_what_only_looks_like_such_an_announcement_is_none(read: ReadText, text: str) -> None:
    assert read(text).packages == []


def test_further_sentences_on_the_same_package_make_no_second_one(read: ReadText) -> None:
    found = read(
        "Malaysia announced a new security assistance package for Nepal. "
        "Malaysia will send mortars to Nepal. The new weapons package was announced by Malaysia on Monday."
    )
    assert codes(found) == [("MY", "NP", None)]


def test_a_sum_takes_in_the_announcement_in_front_of_it(read: ReadText) -> None:
    found = read("Malaysia announced a new security assistance package for Nepal. It is worth $4 million.")
    assert codes(found) == [("MY", "NP", 4_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia announced a $4 million package of weapons for Nepal. "
        "Second, Malaysia announced a new package of arms for Nepal.",
        "Malaysia will send Nepal mortars from its stocks. "
        "Malaysia will send Nepal trucks that will be bought from manufacturers.",
        "Malaysia will send Nepal mortars from Malaysian stocks. Malaysia will send Samoa trucks.",
    ],
)
def test_other_recipients_or_means_make_another_package(read: ReadText, text: str) -> None:
    assert len(read(text).packages) == 2


def test_seconds_later_is_no_second_package(read: ReadText) -> None:
    found = read(
        "Malaysia announced a $4 million package of weapons for Nepal. "
        "Seconds later Malaysia announced a new package of arms for Nepal."
    )
    assert len(found.packages) == 1


def test_several_recipients_have_a_package_each(read: ReadText) -> None:
    found = read(
        "Malaysia announced a $4 million package of weapons for Nepal. "
        "Malaysia announced a $3 million package of weapons for Samoa."
    )
    assert codes(found) == [("MY", "NP", 4_000_000), ("MY", "WS", 3_000_000)]


def test_several_donors_have_a_package_each(read: ReadText) -> None:
    found = read(
        "Malaysia announced a $4 million package of weapons for Nepal.\n\n"
        "Singapore announced a $3 million package of weapons for Nepal.\n"
    )
    assert codes(found) == [("MY", "NP", 4_000_000), ("SG", "NP", 3_000_000)]


def test_what_others_give_beside_a_sum_is_a_note(read: ReadText) -> None:
    found = read("Malaysia announced a $4 million package of weapons for Nepal. Singapore will send mortars to Nepal.")
    assert codes(found) == [("MY", "NP", 4_000_000)]


@pytest.mark.parametrize(("stamp", "count"), [("16.40", 2), ("09:20", 2), ("16 tanks", 1)])
def test_an_entry_of_a_live_report_may_announce_what_others_give(read: ReadText, stamp: str, count: int) -> None:
    found = read(
        "Malaysia announced a $4 million package of weapons for Nepal.\n\n"
        f"{stamp} Update. Singapore will send mortars to Nepal.\n"
    )
    assert len(found.packages) == count


def test_without_a_donor_there_is_no_package(read: ReadText) -> None:
    assert read("A $4 million package of weapons was announced.").packages == []


def test_a_request_alone_makes_no_package_of_what_is_hoped_for(read: ReadText) -> None:
    found = read(
        "The government of Malaysia is requesting $4 million for weapons. "
        "Malaysia announced a new weapons package for Nepal."
    )
    assert found.packages == []


@pytest.mark.parametrize(
    "words",
    [
        "I hereby delegate the authority to direct the drawdown of up to $4 million in arms for Nepal.",
        "I hereby direct the transfer and a drawdown of up to $4 million in arms to assist Nepal.",
        "Arms of a value not above $4 million are to be drawn down for Nepal, which I authorize.",
    ],
)
def test_a_memorandum_authorizes_and_announces_no_day(read: ReadText, words: str) -> None:
    found = read(words, publisher="The White House", published_on=date(2024, 3, 4))
    (package,) = found.packages
    assert found.value(package, "value")["basis"] == "authorized"
    assert found.value(package, "authorization")["date"] == "2024-03-04"
    assert found.value(package, "announced") is None


def test_a_drawdown_that_is_told_of_is_no_memorandum(read: ReadText) -> None:
    found = read("The United States announced a drawdown of $4 million in arms for Nepal.")
    assert found.value(found.packages[0], "value")["basis"] == "announced"


IMMINENT = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Malaysia will on Friday announce a $4 million package of weapons for Nepal.", "2024-05-17"),
        ("Malaysia is expected to unveil on Friday a $4 million package of weapons for Nepal.", "2024-05-17"),
        ("Malaysia is about to announce a $4 million package of weapons for Nepal, due on Thursday.", "2024-05-16"),
        ("Malaysia announced a $4 million package of weapons for Nepal on Friday.", "2024-05-10"),
        ("Malaysia announced a $4 million package of weapons for Nepal on Wednesday.", "2024-05-15"),
        ("Malaysia readies a $4 million package of weapons for Nepal, officials said on Wednesday.", None),
    ],
)
def test_an_announcement_ahead_is_dated_ahead(read: ReadText, text: str, day: str | None) -> None:
    found = read(text, published_on=IMMINENT)
    announced = found.value(found.packages[0], "announced")
    assert (announced and announced["date"]) == day


@pytest.mark.parametrize(
    ("publisher", "text", "currency"),
    [
        ("Government of Canada", "Canada announced $4 million in military aid for Nepal.", "CAD"),
        ("Government of New Zealand", "New Zealand announced $4 million in military aid for Samoa.", "NZD"),
        (None, "The United States announced $4 million in military aid for Nepal.", "USD"),
        (None, "Malaysia announced $4 million in military aid for Nepal.", "USD"),
        (None, "Canada announced $4 million in military aid for Nepal.", "CAD"),
        (None, "Canada announced $4 million in military aid for Nepal, of its C$9 million for partners.", "CAD"),
        (None, "Sweden announced 4 million crowns in military aid for Nepal.", "SEK"),
        (None, "Norway announced 4 million crowns in military aid for Nepal.", "NOK"),
    ],
)
def test_shared_names_of_money_are_settled_by_the_text_or_the_donor(
    read: ReadText, publisher: str | None, text: str, currency: str
) -> None:
    found = read(text, publisher=publisher)
    assert found.value(found.packages[0], "value")["currency"] == currency
    settled = publisher is not None or currency not in ("CAD", "NZD") or "C$" in text
    assert any("may be in US dollars" in one for one in found.reading.warnings) is not settled
