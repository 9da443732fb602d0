"""Where sentences end, as spaCy's blank English pipeline tells; loaded at the first document and kept.

spaCy takes a second to import, so nothing here imports it before it is needed. Its tokeniser works on what stands
between two spaces, and its sentencizer only looks for signs that end a sentence. So spaCy is only shown what holds such
a sign or follows one, each spelling once; all other words have no part in the answer.
"""

import re
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST = 2000  # code points; laws and lists in one sentence reach some hundreds
# What is longer than this without a space is no word: an embedded image, a ruler of 300 dashes. spaCy takes quadratic
# time to peel the marks off such a run. An address of usual length is shorter.
_LONGEST_WORD = 200
_WORD = re.compile(r"\S+")
# A sign that may end a sentence: ".", "؟"; not "," or "”". In other scripts it stands for more than it must, for it is
# tried on every sign of a text, and a few ranges are faster than the list of marks; what it finds is read in any case.
_MARK = re.compile(r"[!.?\u0589-\u200f\u203c-\U0010ffff]")
_ONE_SPACE = frozenset({"", " ", "\n", "\t", "\u00a0", "\u202f"})
# A number with a fraction: "$1.25", "155.5mm,"; not "1.", "v1.2.3".
_DECIMAL = re.compile(r"[$€£]?[0-9]+\.[0-9]+[a-z]*[,;:]?")
# A plain word with a full stop: "Kyiv.", "2023."; not "U.S.", "A." or "aid.\"".
_CLOSED_WORD = re.compile(r"[A-Za-z]*[a-z]\.|[0-9]+\.")
# An opening mark before the first word of a sentence, which spaCy leaves at the end of the one before: the quote in
# 'Kyiv. "We agree"'; not the one in 'agree." Kyiv'.
_OPENING_SIGNS = frozenset("\"'“‘«([{")
_OPENING = re.compile(rf"(?<!\S)[{re.escape(''.join(sorted(_OPENING_SIGNS)))}]+\Z")


class _Ends(NamedTuple):
    """What a word says of sentences. `first` is the offset of what is more than a mark in it, None where there are only
    marks; `inner` the offsets at which sentences begin in it; `open` says that one begins behind it."""

    first: int | None
    inner: tuple[int, ...]
    open: bool


@cache
def pipeline() -> "Language":
    """A tokeniser and a rule-based sentence splitter; no statistical model."""
    with warnings.catch_warnings():
        # spaCy's own imports use names that their libraries have deprecated; nothing that a caller could change.
        warnings.simplefilter("ignore")
        import spacy

        language = spacy.blank("en")
        language.add_pipe("sentencizer")
    return language


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each sentence of a paragraph, without the white space around it.

    What runs on for longer than any sentence does is cut between words, so that no text takes more than linear time.
    """
    start = 0
    for following in (*_beginnings(text), len(text)):
        end = following
        if following < len(text) and text[following - 1] in _OPENING_SIGNS:
            opening = _OPENING.search(text, max(start, following - 8), following)
            end = opening.start() if opening else following
        while start < end:
            cut = end if end - start <= _LONGEST else text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            words = text[start:cut].rstrip()
            if words:
                yield start + len(words) - len(words.lstrip()), start + len(words)
            start = cut


def _beginnings(text: str) -> Iterator[int]:
    """Where each sentence of a paragraph but the first begins."""
    at, pending = 0, False
    plain = text.isascii() and "!" not in text and "?" not in text
    while word := _WORD.search(text, at) if pending else _next_ending(text, at, plain):
        start, end = word.span()
        ends = _read(word.group())
        if pending and text[at:start] not in _ONE_SPACE:
            # To spaCy more than one space is a token, so that a dash or bullet behind it is no rest of the sentence.
            yield start
            pending = False
        if pending and ends.first is not None:
            yield start + ends.first
        if ends.inner:
            yield from (start + inner for inner in ends.inner if not (pending and inner == ends.first))
        pending = ends.open or (pending and ends.first is None)
        at = end


def _next_ending(text: str, at: int, plain: bool) -> re.Match[str] | None:
    """The next word that holds a sign that may end a sentence: "U.S.", "(yes!)"; not "Kyiv". In a `plain` text only a
    full stop may."""
    if plain:
        start = text.find(".", at)
    else:
        mark = _MARK.search(text, at)
        start = mark.start() if mark is not None else -1
    if start < 0:
        return None
    before = text[at:start]
    if before and not before[-1].isspace():
        start -= len(before.rsplit(None, 1)[-1])
    return _WORD.search(text, start)


@cache
def _marks() -> frozenset[str]:
    splitter: Any = pipeline().get_pipe("sentencizer")
    return frozenset(splitter.punct_chars)


@lru_cache(maxsize=1 << 14)
def _read(word: str) -> _Ends:
    """What a word says, without spaCy where its answer is known: it makes a token of a full stop behind a plain word,
    where the word is no abbreviation that it has on its list, and of none inside a number."""
    if len(word) >= _LONGEST_WORD:
        return _Ends(0, (), word[-1] in _marks())
    if _CLOSED_WORD.fullmatch(word) and _special_cases().isdisjoint((word, word[:-1])):
        return _Ends(0, (), True)
    if (word[0].isalnum() and not _MARK.search(word)) or _DECIMAL.fullmatch(word):
        return _Ends(0, (), False)
    return _read_tokens(word)


@cache
def _special_cases() -> frozenset[str]:
    """What spaCy knows by heart: abbreviations, and words that it takes apart."""
    tokenizer: Any = pipeline().tokenizer
    return frozenset(tokenizer.rules)


@lru_cache(maxsize=1 << 14)
def _read_tokens(word: str) -> _Ends:
    marks = _marks()
    first: int | None = None
    inner: list[int] = []
    pending = False
    for token in pipeline().make_doc(word):
        if token.text in marks:
            pending = True
        elif not token.is_punct:
            first = token.idx if first is None else first
            if pending:
                inner.append(token.idx)
            pending = False
    return _Ends(first, tuple(inner), pending)
