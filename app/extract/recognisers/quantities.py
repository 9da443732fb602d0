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
# "one" to "ninety-nine".
NUMBER_WORDS = (
    {word: number for number, word in enumerate(_UNITS, 1)}
    | _TENS
    | {f"{ten}-{_UNITS[unit - 1]}": _TENS[ten] + unit for ten in _TENS for unit in range(1, 10)}
)
_WORDS = NUMBER_WORDS | {
    "a dozen": 12,
    "a hundred": 100,
    "hundred": 100,
    "half a dozen": 6,
    "a pair of": 2,
    "a thousand": 1000,
    "a million": 1_000_000,
    "half a million": 500_000,
    "a quarter of a million": 250_000,
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "mln": 10**6, "billion": 10**9, "dozen": 12}
_HEDGES = hedges("quantity")
# Letters of ASCII only: in any case, "ſ" would be an s, and no key of the tables.
_WORD = f"(?a:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_HEDGE = f"(?a:{'|'.join(map(re.escape, sorted(_HEDGES, key=len, reverse=True)))})"
_SCALE = f"(?a:{'|'.join(_SCALES)})"

# A hedge: "up to 24 radars" has one; "upto" has none.
_HEDGED = re.compile(rf"(?P<hedge>{_HEDGE})\s+", re.IGNORECASE)
_DIGITS = r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)|\d{1,30}(?:\.\d{1,30})?"
# A number before a thing: "245,000 rounds", "18 000 shells", "six boats", "4 million rounds"; not "155 mm" or "2nd".
_NUMBER = re.compile(
    rf"(?:(?P<digits>{_DIGITS})(?!\.\d)(?![\d,.]*[A-Za-z-])|(?P<word>{_WORD})\b(?!-))"
    rf"(?![\d,])(?:\s+(?P<scale>{_SCALE})\b)?(?!\s*(?:mm|millimet))",
    re.IGNORECASE,
)
# A calibre that a speaker names without its unit: "155 rounds"; "155 mortars" and "1,155 rounds" have numbers.
_BARE_CALIBER = re.compile(r"(?:105|120|122|152|155)s? (?:rounds|shells|ammunition|artillery|ammo)\b", re.IGNORECASE)
_CALIBERS = frozenset(("105", "120", "122", "152", "155"))
# A vague number: "dozens of howitzers", "tens of thousands of rounds"; not "dozen".
_VAGUE = re.compile(
    r"(?:(?:(?:tens|hundreds) of )?(?:dozens|hundreds|thousands|millions|tens) of"
    r"|(?:several|a few|many|some) (?:hundred|thousand|dozen|million)s?(?: of)?)\s+",
    re.IGNORECASE,
)
# One of a thing: "a Patriot battery", "an ambulance"; not "another".
_ARTICLE = re.compile(
    r"an?\s+(?!(?:[\w’'-]+\s)?(?:number|range|variety|series|lot|total|few|package|host|stock|consignment|batch|supply|quantity|tranche|contribution|investment|boost|pledge|commitment)\b"
    rf"|(?:additional|extra|further)\s+(?:\d|{_WORD}\b))",
    re.IGNORECASE,
)
# What the number counts by: "rounds of", "sets of"; not "round".
_UNIT = re.compile(r"(?P<unit>rounds|sets|pieces|pairs|units|tons|tonnes|batteries|shots)\s+(?:of|to)\b", re.IGNORECASE)


# The word that a phrase begins with: that of "Six boats"; not "(six" or "6".
_OPENING = re.compile(r"[^\W\d_]+")
# The words that a quantity may begin with.
_FIRST_WORDS = frozenset(
    re.split(r"[^a-z]", phrase)[0]
    for phrase in (
        *_WORDS,
        *_HEDGES,
        *["tens", "hundreds", "dozens", "thousands", "millions", "several", "many", "a", "an"],
    )
)
# The two signs that they begin with: most phrases have others, which costs less to see than their first word.
_FIRST_PAIRS = frozenset(word[:2] for word in _FIRST_WORDS if len(word) > 1)
_FIRST_LETTERS = frozenset(word for word in _FIRST_WORDS if len(word) == 1)


# What groups the digits of a number: "245,000", "18 000"; not the point of "1.5".
_GROUPED = re.compile(r"[,\s]")

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
    pair, at, hedge = text[start : start + 2].lower(), start, None
    if pair[:1].isdecimal():
        hedged = None
    elif pair not in _FIRST_PAIRS and (pair[:1] not in _FIRST_LETTERS or pair[1:].isalpha()):
        return None
    else:
        word = _OPENING.match(text, at)
        if word is None or word.group().lower() not in _FIRST_WORDS:
            return None
        hedged = _HEDGED.match(text, at)
    if hedged:
        hedge, at = _HEDGES[hedged["hedge"].lower()], hedged.end()
    number = _NUMBER.match(text, at)
    if number and number["digits"] in _CALIBERS and _BARE_CALIBER.match(text, at):
        return None
    if number:
        end = _past_spaces(text, number.end())
        unit = _UNIT.match(text, end)
        named = unit["unit"].lower() if unit else None
        return Quantity(_value(number) or None, hedge or "exact", start, number.end(), end, named)
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
    if number["digits"].isdecimal():
        return int(number["digits"]) * scale
    return round(Decimal(_GROUPED.sub("", number["digits"])) * scale)


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
