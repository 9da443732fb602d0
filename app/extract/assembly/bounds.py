"""The stretch of a sentence that an amount or a verb rules: as far as the next thought."""

import re

from app.extract.segments import Sentence

# Where another thought begins: ", bringing the total", "; and", ", which doubles"; not "drones, rifles".
_AT_MARKS = (
    r"(?<=[;:—])"
    r"|(?<=,)\s+(?:bringing|brings|which|but|while|whereas|taking|raising|including|after|so|as|because|with|on top)\b"
)
_MARKED = re.compile(rf"[;:—,](?:{_AT_MARKS})")
_BREAK = re.compile(
    rf"[;:—,\s](?:{_AT_MARKS}|(?<=\s)(?:that brings|who|although|including|bringing|-)\s)",
)
# The words by which a thought begins without a mark in front.
_UNMARKED = frozenset(("brings", "who", "although", "including", "bringing"))


def clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that belongs to the words from start to end."""
    left, right = 0, len(sentence.text)
    for first, last in _breaks(sentence):
        if last <= start:
            left = first
        elif first >= end:
            right = first
            break
    return left, right


def _breaks(sentence: Sentence) -> list[tuple[int, int]]:
    """Where other thoughts begin in a sentence."""
    known: list[tuple[int, int]] | None = sentence.memo.get(_breaks)
    if known is None:
        marked = sentence.words.isdisjoint(_UNMARKED) and "-" not in sentence.lower
        pattern = _MARKED if marked else _BREAK
        known = sentence.memo[_breaks] = [match.span() for match in pattern.finditer(sentence.lower)]
    return known
