"""Amounts in US dollars at the European Central Bank's reference rate of the day."""

from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

SOURCE = "ECB euro foreign exchange reference rates"
RATE_DIGITS = Decimal("1e-10")  # a cross rate has no end; with these digits anyone can do the sum again
LONGEST_CLOSURE = 7  # days without a rate that a holiday can explain; a longer gap has no rate


@cache
def _converter() -> "CurrencyConverter":
    # Parsing the file of rates takes a fifth of a second, which most starts need not pay.
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


def _last_day(converter: "CurrencyConverter", currency: str) -> date:
    # The file is in euros, so it has no days of the euro's own.
    last: date = converter.bounds["USD" if currency == "EUR" else currency].last_date
    return last


def usd_rate(currency: str, day: date) -> tuple[Decimal, date] | None:
    """US dollars for one unit on a day, and the day of that rate: the day before's on a weekend or holiday.

    None where the file has no rate: it has none for UAH or TWD, and none after its last day.
    """
    from currency_converter import RateNotFoundError

    converter = _converter()
    if currency not in converter.currencies or day > _last_day(converter, currency):
        return None
    for back in range(LONGEST_CLOSURE + 1):
        rate_day = day - timedelta(days=back)
        try:
            rate = Decimal(converter.convert(1, currency, "USD", date=rate_day))
            return rate.quantize(RATE_DIGITS), rate_day
        except RateNotFoundError:
            continue
    return None


def in_usd(amount: int, currency: str, day: date | None) -> tuple[int | None, dict[str, str] | None]:
    """The amount in whole US dollars, rounded once, and {rate, date, source}: both None where no rate is known."""
    if currency == "USD":
        return amount, None
    found = None if day is None else usd_rate(currency, day)
    if found is None:
        return None, None
    rate, rate_day = found
    dollars = int((amount * rate).to_integral_value(ROUND_HALF_EVEN))
    return dollars, {"rate": f"{rate.normalize():f}", "date": rate_day.isoformat(), "source": SOURCE}
