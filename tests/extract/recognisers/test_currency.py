"""Whose dollars, kroner and crowns an amount is in."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]


def currencies(read: ReadText, text: str, publisher: str | None = None) -> list[str]:
    return [one.currency for one in read(text, publisher=publisher).reading.amounts]


@pytest.mark.parametrize(
    ("publisher", "currency"),
    [
        ("Government of Canada", "CAD"),
        ("Canadian Ministry of Defence", "CAD"),
        ("Australian Department of Defence", "AUD"),
        ("New Zealand Government", "NZD"),
        ("The White House", "USD"),
        ("Government of Estonia", "USD"),
        (None, "USD"),
    ],
)
def test_dollars_are_those_of_the_publisher(read: ReadText, publisher: str | None, currency: str) -> None:
    assert currencies(read, "We announced $7 million in military aid for Georgia.", publisher) == [currency]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OTTAWA - It gave $7 million.", ["CAD"]),
        ("WELLINGTON, New Zealand - It gave 7 million dollars.", ["NZD"]),
        ("In Ottawa it gave $7 million.", ["USD"]),
        ("It gave $7 million of its A$90 million.", ["AUD", "AUD"]),
        ("It gave $7 million of its C$90 million and A$5 million.", ["USD", "CAD", "AUD"]),
        ("It gave $7 million of its €90 million.", ["USD", "EUR"]),
        ("It gave US$7 million of its C$90 million.", ["USD", "CAD"]),
    ],
)
def test_dollars_are_settled_by_a_dateline_or_by_an_amount_in_full(
    read: ReadText, text: str, expected: list[str]
) -> None:
    assert currencies(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denmark gave 7 million kroner.", ["DKK"]),
        ("Norway gave 7 million kroner.", ["NOK"]),
        ("Norway and Denmark met. Norway gave 7 million kroner.", ["NOK"]),
        ("Sweden gave 7 million kronor.", ["SEK"]),
        ("Sweden gave 7 million crowns.", ["SEK"]),
        ("Czechia gave 7 million crowns.", ["CZK"]),
        ("Czechia gave 7 million korunas.", ["CZK"]),
        ("Norway gave 7 million kr.", ["NOK"]),
        ("Sweden gave 7 million Norwegian kroner.", ["NOK"]),
    ],
)
def test_kroner_and_crowns_are_those_of_the_country_that_is_named_most(
    read: ReadText, text: str, expected: list[str]
) -> None:
    assert currencies(read, text) == expected


@pytest.mark.parametrize(
    ("publisher", "official", "country"),
    [
        ("Maltese Ministry of Foreign Affairs", True, "MT"),
        ("Government Offices of Iceland", True, "IS"),
        ("Armed Forces of Malta", True, "MT"),
        ("Presidency of Tunisia", True, "TN"),
        ("Embassy of Malta in Tunisia", True, "MT"),
        ("Tunis Evening Herald", False, "TN"),
        ("Malta Government Gazette", False, "MT"),
        ("Maltese Choir", False, "MT"),
    ],
)
def test_a_publisher_on_no_list_is_judged_by_its_words(
    read: ReadText, publisher: str, official: bool, country: str
) -> None:
    found = read("We will provide €5 million in military aid to Ecuador.", publisher=publisher)
    donors = [found.value(one, "donor")["code"] for one in found.packages]
    assert donors == ([country] if official else [])


@pytest.mark.parametrize("publisher", ["Ministry of the Sea", "Council of Malta and Tunisia", "", "   "])
def test_a_publisher_of_no_country_or_of_two_gives_nothing(read: ReadText, publisher: str) -> None:
    assert read("We will provide €5 million in military aid to Ecuador.", publisher=publisher).packages == []
