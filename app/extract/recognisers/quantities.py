"""Numbers in front of things: "six additional", "up to 245,000", "dozens of", "a"."""

import re
from decimal import Decimal
from typing import NamedTuple

from app.extract.vocabulary import hedges

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: number for number, word in enumerate(_UNITS, 1)} | _TENS | {"a dozen": 12, "hundred": 100}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "mln": 10**6, "billion": 10**9, "dozen": 12}
_HEDGES = hedges("quantity")
# Letters of ASCII only: in any case, "ſ" would be an s, and no key of the tables.
_WORD = f"(?a:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_HEDGE = f"(?a:{'|'.join(sorted(_HEDGES, key=len, reverse=True))})"
_SCALE = f"(?a:{'|'.join(_SCALES)})"

# A hedge: "up to 24 radars" has one; "upto" has none.
_HEDGED = re.compile(rf"(?P<hedge>{_HEDGE})\s+", re.IGNORECASE)
# A number before a thing: "245,000 rounds", "six boats", "4 million rounds"; not "155 mm", "155mm", "M2" or "2nd".
_NUMBER = re.compile(
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{1,30}}(?:\.\d{{1,30}})?)(?![\d,.]*[A-Za-z-])|(?P<word>{_WORD})\b)"
    rf"(?![\d,])(?:\s+(?P<scale>{_SCALE})\b)?(?!\s*(?:mm|millimet))",
    re.IGNORECASE,
)
# A vague number: "dozens of howitzers", "tens of thousands of rounds"; not "dozen".
_VAGUE = re.compile(r"(?:(?:tens|hundreds) of )?(?:dozens|hundreds|thousands|millions|tens) of\s+", re.IGNORECASE)
# One of a thing: "a Patriot battery", "an ambulance"; not "another".
_ARTICLE = re.compile(r"an?\s+(?!(?:number|range|variety|series|lot|total|few|package|host) )", re.IGNORECASE)
# What the number counts by: "rounds of", "sets of"; not "round".
_UNIT = re.compile(r"(?P<unit>rounds|sets|pieces|pairs|units|tons|tonnes|batteries|shots)\s+(?:of|to)\b", re.IGNORECASE)


# The largest quantity that is read: it fits 32 bits, and no delivery has more pieces.
LARGEST = 10**9


class Quantity(NamedTuple):
    """A number at the start of a phrase, from `start` to `stop` with its hedge; the thing counted begins at `end`.

    `amount` is None for "dozens of".
    """

    amount: int | None
    qualifier: str | None
    start: int
    stop: int
    end: int
    unit: str | None


def leading_quantity(text: str, start: int = 0) -> Quantity | None:
    """The quantity that a phrase begins with, or None."""
    at, hedge = start, None
    hedged = _HEDGED.match(text, at)
    if hedged:
        hedge, at = _HEDGES[hedged["hedge"].lower()], hedged.end()
    number = _NUMBER.match(text, at)
    if number:
        end = _past_spaces(text, number.end())
        unit = _UNIT.match(text, end)
        named = unit["unit"].lower() if unit else None
        return Quantity(_value(number), hedge or "exact", start, number.end(), end, named)
    if hedged:
        return None
    vague = _VAGUE.match(text, at)
    if vague:
        return Quantity(None, None, start, vague.end(), vague.end(), None)
    article = _ARTICLE.match(text, at)
    return Quantity(1, "exact", start, article.end() - 1, article.end(), None) if article else None


def _value(number: re.Match[str]) -> int:
    scale = _SCALES[number["scale"].lower()] if number["scale"] else 1
    if number["word"]:
        return _WORDS[number["word"].lower()] * scale
    return round(Decimal(number["digits"].replace(",", "")) * scale)


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
