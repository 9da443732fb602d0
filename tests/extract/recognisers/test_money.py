"""Amounts with their currency and hedge, as a reading judges them: each is marked."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


def money(read: ReadText, text: str) -> list[tuple[str, int, str]]:
    found = read(text).reading
    return [(found.document.quote(one.span), one.amount, one.currency) for one in found.amounts]


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("€7 million", 7_000_000, "EUR"),
        ("€7m", 7_000_000, "EUR"),
        ("EUR 2.7 bn", 2_700_000_000, "EUR"),
        ("2.7 bln euros", 2_700_000_000, "EUR"),
        ("£1,250,000", 1_250_000, "GBP"),
        ("1 250 000 zlotys", 1_250_000, "PLN"),
        ("1\u00a0250\u00a0000 zlotys", 1_250_000, "PLN"),
        ("PLN 62.35 million", 62_350_000, "PLN"),
        ("€62.3-million", 62_300_000, "EUR"),
        ("7 million of euros", 7_000_000, "EUR"),
        ("CHF 2 trillion", 2_000_000_000_000, "CHF"),
        ("3 thousand million yen", 3_000_000_000, "JPY"),
        ("¥900", None, ""),
        ("€1000", 1000, "EUR"),
        ("half a billion euros", 500_000_000, "EUR"),
        ("a quarter of a billion euros", 250_000_000, "EUR"),
        ("three quarters of a million francs", None, ""),
        ("one and a half million Swiss francs", 1_500_000, "CHF"),
        ("twenty-five million euros", 25_000_000, "EUR"),
        ("two point five billion euros", 2_500_000_000, "EUR"),
        ("a million euros", 1_000_000, "EUR"),
        ("ninety thousand Swiss francs", 90_000, "CHF"),
    ],
)
def test_numbers_and_scales_are_read(read: ReadText, words: str, amount: int | None, currency: str) -> None:
    expected = [] if amount is None else [(words, amount, currency)]
    assert money(read, f"The ministry counted {words} in it.") == expected


@pytest.mark.parametrize(
    "words",
    [
        "7 million people",
        "a euro",
        "the € sign",
        "€20",
        "EUR trains",
        "1,25 euros",
        "euros of all kinds",
        "half a billion rounds",
        "point five billion",
        "a million",
        "section 506",
        "7 million pounders",
    ],
)
def test_what_lacks_a_number_or_a_currency_is_no_money(read: ReadText, words: str) -> None:
    assert money(read, f"The ministry counted {words} in it.") == []


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("€7 million", "exact"),
        ("up to €7 million", "up_to"),
        ("a maximum of €7 million", "up_to"),
        ("not above €7 million", "up_to"),
        ("no more than €7 million", "up_to"),
        ("more than €7 million", "more_than"),
        ("more than an additional €7 million", "more_than"),
        ("at least another €7 million", "more_than"),
        ("upwards of €7 million", "more_than"),
        ("nearly a further €7 million", "approximately"),
        ("just shy of €7 million", "approximately"),
        ("roughly half a billion euros", "approximately"),
    ],
)
def test_a_hedge_is_part_of_the_amount(read: ReadText, words: str, qualifier: str) -> None:
    found = read(f"Estonia announced a package of military aid for Georgia worth {words}.")
    (package,) = found.packages
    assert found.value(package, "value")["qualifier"] == qualifier
    assert found.evidence(package, "value") == [words]


@pytest.mark.parametrize("words", ["moreover €7 million", "over here, €7 million", "thereabout €7 million"])
def test_what_only_looks_like_a_hedge_is_none(read: ReadText, words: str) -> None:
    assert [amount for amount, _, _ in money(read, f"The ministry counted {words}.")] == ["€7 million"]


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("It gave €7 million ($8 million).", [False, True]),
        ("It gave €7 million (about $8 million, £6 million).", [False, True, True]),
        ("It gave €7 million (some US$ 8 million).", [False, True]),
        ("It gave €7 million (up from $8 million).", [False, True]),
        ("It gave (at last) €7 million and $8 million.", [False, False]),
        ("It gave much (€7 million).", [False]),
    ],
)
def test_an_amount_in_brackets_behind_another_is_its_conversion(read: ReadText, source: str, roles: list[bool]) -> None:
    assert [one.role == "conversion" for one in read(source).reading.amounts] == roles
