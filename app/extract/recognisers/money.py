"""Amounts of money with their currency and hedge."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from app.extract.recognisers.quantities import NUMBER_WORDS
from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, hedges, shared_currencies
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
    "thousand million": 10**9,
}
_HEDGES = hedges("amount")
# "1,250,000", "1 250 000", "62.3"; not "1,25".
_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3}){1,6}(?![,\d])|\d{1,18}(?:\.\d{1,6})?(?!\d)"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
# Parts of a scale, and small numbers in words: "half a billion", "one and a half million", "twenty-five million".
_FRACTIONS = {
    "half a": Decimal("0.5"),
    "a quarter of a": Decimal("0.25"),
    "three quarters of a": Decimal("0.75"),
    "three-quarters of a": Decimal("0.75"),
    "one and a half": Decimal("1.5"),
    "two and a half": Decimal("2.5"),
    "a": Decimal(1),
}
_WORDS = {**{word: Decimal(number) for word, number in NUMBER_WORDS.items()}, **_FRACTIONS}
_WORD = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_UNIT = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_BIG = "|".join(scale for scale in sorted(_SCALES, key=len, reverse=True) if len(scale) > 3)
# A hedge in front of an amount: "nearly $3 billion", "more than an additional $5 million"; not "over here, $5".
_HEDGE = re.compile(
    rf"(?<!\w)(?P<hedge>{'|'.join(map(re.escape, sorted(_HEDGES, key=len, reverse=True)))})"
    r"\s+(?:an\s+additional\s+|an\s+extra\s+|another\s+|a\s+further\s+)?\Z"
)
_HEDGE_LENGTH = 48
# The words that what stands between a hedge and its amount ends with, or the hedge itself.
_HEDGE_ENDS = (*{hedge.split()[-1] for hedge in _HEDGES}, "additional", "extra", "another", "further")
# A closing bracket that turns an amount into the conversion of another: "€5 million ($6 million)"; not "(up $6".
_CONVERSION = re.compile(r"\(\s*(?:(?:about|around|approximately|roughly|some|us)\s*)?\Z")


# A year, whose dollars are a price level: "in 2021 dollars"; not "2,021".
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_SIGN = max(len(sign) for one in currencies() for sign in (one.code, *one.symbols)) + 1
# A scale with something behind it: "million euros"; not "million".
_SCALED = re.compile(rf"(?:{_BIG})\s")
_SCALE_WORDS = frozenset(word for scale in _SCALES if len(scale) > 3 for word in scale.split())
_GROUPED = re.compile(r"[,\s]")

# The largest amount that is read: with 64 bits, sums of thousands of them still fit.
LARGEST = 10**15


class Money(NamedTuple):
    """An amount in whole units at a span that includes its hedge.

    `shared` is the name of the currency where several have it ("$", "kroner"); `currency` is then the likeliest.
    """

    amount: int
    currency: str
    qualifier: str
    span: Span
    sentence: int
    start: int
    end: int
    conversion: bool
    shared: str | None


@cache
def _pattern(in_words: bool) -> re.Pattern[str]:
    """Amounts in a text in lower case: "$1.2 billion", "us$ 300 million", "eur 2.7 bn", "500 million euros", and
    `in_words` "half a billion dollars"; not "1.2 billion people", "$" alone, or "a dollar"."""
    symbols = [symbol for one in currencies() for symbol in one.symbols]
    codes = [one.code for one in currencies()]
    words = [word for one in currencies() for word in one.words] + codes + [name for name, _ in shared_currencies()]
    before = "|".join(re.escape(one.lower()) for one in sorted(symbols + codes, key=len, reverse=True))
    after = "|".join(re.escape(one.lower()) for one in sorted(words, key=len, reverse=True))
    worded = rf"(?:{_UNIT}) point (?:{_UNIT})|{_WORD}" if in_words else r"(?!)"
    # A look ahead at where a currency can stand keeps its many names from being tried at each word.
    return re.compile(
        rf"(?<![\w$])(?:(?=[^\W\d_]*(?:\s?\d|{_signs().pattern}))(?P<before>{before})\s?(?P<n1>{_NUMBER})"
        rf"(?:[\s-]?(?P<s1>{_SCALE})(?!\w))?"
        rf"|(?P<n2>{_NUMBER})(?:[\s-]?(?P<s2>{_SCALE}))?[\s-](?:of\s)?(?P<after>{after})(?!\w)"
        rf"|(?P<n3>{worded})[\s-](?P<s3>thousand million"
        rf"|{_BIG})\s(?:of\s)?(?P<named>{after})(?!\w))"
    )


@cache
def _currency_words() -> frozenset[str]:
    """The last words of all names and codes of currencies: no amount without a sign of a currency lacks them all."""
    return frozenset(re.split(r"[\W\d_]+", name)[-1] for name in _codes())


@cache
def _signs() -> re.Pattern[str]:
    """The signs in symbols of currencies: the one in "US$"; not "U"."""
    signs = {sign for one in currencies() for symbol in one.symbols for sign in symbol if not sign.isalnum()}
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]")


@cache
def _openings() -> re.Pattern[str]:
    """What an amount in figures opens with, or has behind the letters that it opens with: the first figure of "300",
    the sign of "us$300"; not the figures of "m777" or "$300"."""
    return re.compile(rf"[\d{_signs().pattern[1:-1]}](?<![\w$]\d)")


@cache
def _lettered() -> frozenset[str]:
    """The words of codes and symbols of letters alone, which open an amount without a sign: "eur" of "eur 5"."""
    names = [name for one in currencies() for name in (one.code, *one.symbols) if not _signs().search(name)]
    return frozenset(word for name in names for word in re.split(r"[\W\d_]+", name.lower()) if word)


@cache
def _shared_names() -> frozenset[str]:
    """The names that several currencies have."""
    return frozenset(name for name, _ in shared_currencies())


@cache
def _codes() -> dict[str, str]:
    known = {name: codes[0] for name, codes in shared_currencies()}
    for one in currencies():
        for name in (one.code, *one.symbols, *one.words):
            known.setdefault(name.lower(), one.code)
    return known


def find_money(sentence: Sentence) -> list[Money]:
    """The amounts of a sentence in order. A sum of less than a thousand is a price and is left out."""
    scaled = not sentence.words.isdisjoint(_SCALE_WORDS)
    if sentence.figure < 0 and not scaled:
        return []
    if sentence.words.isdisjoint(_currency_words()) and not _signs().search(sentence.text):
        return []
    in_words = scaled and _is_in_words(sentence.lower)
    if sentence.figure < 0 and not in_words:
        return []
    found: list[Money] = []
    for match in _matches(sentence, in_words):
        money = _read(sentence, match, bool(found))
        if money is not None:
            found.append(money)
    return found


def _matches(sentence: Sentence, in_words: bool) -> Iterator[re.Match[str]]:
    """All that looks like an amount in a sentence, in order. Where each opens with a figure or a sign, it is only
    looked for at these."""
    text, end = sentence.lower, 0
    # Nothing but the sign of a currency stands in front of a figure.
    first = max(0, sentence.figure - _LONGEST_SIGN)
    if in_words or not sentence.words.isdisjoint(_lettered()):
        yield from _pattern(in_words).finditer(text, 0 if in_words else first)
        return
    for opening in _openings().finditer(text, first):
        start = opening.start()
        while start > first and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        match = _pattern(in_words).match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _is_in_words(text: str) -> bool:
    """Whether a letter stands in front of a scale: "half a billion"; not "5 billion"."""
    return any(text[max(0, one.start() - 2) : one.start()][:1].isalpha() for one in _SCALED.finditer(text))


def _read(sentence: Sentence, match: re.Match[str], after_another: bool) -> Money | None:
    name = match["before"] or match["after"] or match["named"]
    amount = _amount_of(match)
    if amount < 1000 or (match["before"] is None and _YEAR.fullmatch(match["n2"] or "") and not match["s2"]):
        return None
    start, qualifier = match.start(), "exact"
    window = sentence.lower[max(0, start - _HEDGE_LENGTH) : start]
    hedge = _HEDGE.search(window) if window.rstrip().endswith(_HEDGE_ENDS) else None
    if hedge:
        qualifier = _HEDGES[hedge["hedge"]]
        start = match.start() - len(window) + hedge.start()
    conversion = after_another and (_CONVERSION.search(window) is not None or _second_conversion(window))
    span = sentence.at(start, match.end())
    shared = name if name in _shared_names() else None
    return Money(amount, _codes()[name], qualifier, span, sentence.index, start, match.end(), conversion, shared)


def _amount_of(match: re.Match[str]) -> int:
    if match["n3"] and " point " in match["n3"]:
        whole, _, tenth = match["n3"].partition(" point ")
        return int((_WORDS[whole] + _WORDS[tenth] / 10) * _SCALES[match["s3"]])
    if match["n3"]:
        return int(_WORDS[match["n3"]] * _SCALES[match["s3"]])
    number, scale = match["n1"] or match["n2"], match["s1"] or match["s2"]
    return int(Decimal(_GROUPED.sub("", number)) * (_SCALES[scale] if scale else 1))


def _second_conversion(window: str) -> bool:
    """Whether a bracket that opened before is still open: "($620 million, 580 million euros)"."""
    return window.rfind("(") > window.rfind(")")
