"""Amounts of money with their currency and hedge."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, hedges
from app.facts import Span

_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
}
_HEDGES = hedges("amount")
_NUMBER = r"\d{1,3}(?:,\d{3}){1,6}(?!,?\d)|\d{1,18}(?:\.\d{1,6})?(?!\d)"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
# A hedge in front of an amount: "nearly $3 billion", "more than an additional $5 million"; not "over here, $5".
_HEDGE = re.compile(
    rf"(?<!\w)(?P<hedge>{'|'.join(sorted(_HEDGES, key=len, reverse=True))})\s+(?:an\s+additional\s+|another\s+)?\Z"
)
_HEDGE_LENGTH = 48
# A closing bracket that turns an amount into the conversion of another: "€5 million ($6 million)"; not "(up $6".
_CONVERSION = re.compile(r"\(\s*(?:(?:about|around|approximately|roughly|some|us)\s*)?\Z")


# The largest amount that is read: with 64 bits, sums of thousands of them still fit.
LARGEST = 10**15


class Money(NamedTuple):
    """An amount in whole units at a span that includes its hedge. `bare_dollar` says that "$" stood alone."""

    amount: int
    currency: str
    qualifier: str
    span: Span
    sentence: int
    start: int
    end: int
    conversion: bool
    bare_dollar: bool


@cache
def _pattern() -> re.Pattern[str]:
    """Amounts in a text in lower case: "$1.2 billion", "us$ 300 million", "eur 2.7 bn", "500 million euros"; not
    "1.2 billion people" or "$" alone."""
    symbols = [symbol for one in currencies() for symbol in one.symbols]
    codes = [one.code for one in currencies()]
    words = [word for one in currencies() for word in one.words] + codes
    before = "|".join(re.escape(one.lower()) for one in sorted(symbols + codes, key=len, reverse=True))
    after = "|".join(re.escape(one.lower()) for one in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w$])(?:(?P<before>{before})\s?(?P<n1>{_NUMBER})(?:[\s-]?(?P<s1>{_SCALE})(?!\w))?"
        rf"|(?P<n2>{_NUMBER})(?:[\s-]?(?P<s2>{_SCALE}))?[\s-](?P<after>{after})(?!\w))"
    )


@cache
def _codes() -> dict[str, str]:
    known = {}
    for one in currencies():
        for name in (one.code, *one.symbols, *one.words):
            known[name.lower()] = one.code
    return known


def find_money(sentence: Sentence) -> list[Money]:
    """The amounts of a sentence in order. A sum of less than a thousand is a price and is left out."""
    if not any(sign.isdigit() for sign in sentence.text):
        return []
    found: list[Money] = []
    for match in _pattern().finditer(sentence.lower):
        money = _read(sentence, match, bool(found))
        if money is not None:
            found.append(money)
    return found


def _read(sentence: Sentence, match: re.Match[str], after_another: bool) -> Money | None:
    name = match["before"] or match["after"]
    number, scale = (match["n1"], match["s1"]) if match["before"] else (match["n2"], match["s2"])
    amount = int(Decimal(number.replace(",", "")) * (_SCALES[scale] if scale else 1))
    if amount < 1000:
        return None
    start, qualifier = match.start(), "exact"
    window = sentence.lower[max(0, start - _HEDGE_LENGTH) : start]
    hedge = _HEDGE.search(window)
    if hedge:
        qualifier = _HEDGES[hedge["hedge"]]
        start = match.start() - len(window) + hedge.start()
    conversion = after_another and (_CONVERSION.search(window) is not None or _second_conversion(window))
    span = sentence.at(start, match.end())
    return Money(amount, _codes()[name], qualifier, span, sentence.index, start, match.end(), conversion, name == "$")


def _second_conversion(window: str) -> bool:
    """Whether a bracket that opened before is still open: "($620 million, 580 million euros)"."""
    return window.rfind("(") > window.rfind(")")
