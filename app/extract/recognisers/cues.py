"""Cue phrases of the vocabulary, found in sentences by their words."""

import re
from functools import cache
from typing import NamedTuple

from app.extract.segments import Sentence
from app.extract.vocabulary import Cue, cues


class Found(NamedTuple):
    """A cue at offsets in its sentence."""

    start: int
    end: int
    cue: Cue


@cache
def _pattern(group: str) -> tuple[re.Pattern[str], dict[str, Cue]]:
    """One alternation of the group's phrases, the longest first: a whole phrase matches, a part of a word doesn't."""
    known: dict[str, Cue] = {}
    for cue in cues(group):
        known.setdefault(cue.phrase.lower(), cue)
    phrases = "|".join(re.escape(phrase) for phrase in sorted(known, key=lambda phrase: (-len(phrase), phrase)))
    # "aid" is found in "military aid to"; not in "aide" or "first-aid".
    return re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])"), known


def find_cues(sentence: Sentence, group: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The cues of a group in a sentence, or in a part of it, in order."""
    pattern, known = _pattern(group)
    stop = len(sentence.text) if end is None else end
    return [Found(m.start(), m.end(), known[m.group()]) for m in pattern.finditer(sentence.lower, start, stop)]


def has_cue(sentence: Sentence, group: str, kind: str | None = None, start: int = 0, end: int | None = None) -> bool:
    return any(kind is None or found.cue.kind == kind for found in find_cues(sentence, group, start, end))
