"""Conversion at the European Central Bank's reference rates."""

from datetime import date
from decimal import Decimal

from app.rates import in_usd


def test_dollars_stay_dollars_on_any_day() -> None:
    assert in_usd(5, "USD", None) == (5, None)


def test_a_weekend_takes_the_day_before() -> None:
    amount, fx = in_usd(1_000_000, "EUR", date(2023, 5, 7))
    assert (amount, fx and fx["date"], fx and fx["rate"]) == (1_101_400, "2023-05-05", "1.1014")


def test_an_amount_is_rounded_once_to_whole_dollars() -> None:
    amount, fx = in_usd(500_000_000, "GBP", date(2023, 5, 9))
    assert fx is not None
    assert amount == round(500_000_000 * Decimal(fx["rate"]))
    assert isinstance(amount, int)


def test_no_rate_is_no_value() -> None:
    assert in_usd(5, "UAH", date(2023, 5, 9)) == (None, None)
    assert in_usd(5, "EUR", date(2100, 1, 1)) == (None, None)
    assert in_usd(5, "EUR", date(1990, 1, 1)) == (None, None)
    assert in_usd(5, "EUR", None) == (None, None)
