"""Cue phrases of the vocabulary, found in sentences by their words."""

import re
from functools import cache
from typing import NamedTuple

from app.extract.segments import Sentence
from app.extract.vocabulary import Cue, cues

# Up to four words between two others: "built a new global coalition"; not "built. A coalition".
_GAP = r"(?:\s[\w'-]+){0,4}?"


class Found(NamedTuple):
    """A cue at offsets in its sentence."""

    start: int
    end: int
    cue: Cue


@cache
def _pattern(group: str) -> tuple[re.Pattern[str], dict[str, Cue], list[Cue]]:
    """One alternation of the group's phrases, the longest first: a whole phrase matches, a part of a word doesn't.

    A plain phrase is looked up by its words, one with alternatives or gaps by the number of its capturing group.
    """
    plain: dict[str, Cue] = {}
    open_cues: list[Cue] = []
    alternation: list[str] = []
    for cue in sorted(cues(group), key=lambda one: (-len(one.phrase), one.phrase)):
        if "/" in cue.phrase or "*" in cue.phrase:
            open_cues.append(cue)
            alternation.append(f"({_open_phrase(cue.phrase)})")
        elif plain.setdefault(cue.phrase.lower(), cue) is cue:
            alternation.append(re.escape(cue.phrase.lower()))
    # "aid" is found in "military aid to"; not in "aide" or "first-aid".
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternation)})(?![\w-])"), plain, open_cues


def _open_phrase(phrase: str) -> str:
    """A pattern for a phrase with alternatives and gaps: "built/led * coalition" finds "built a broad coalition"; not
    "built, with others, a coalition"."""
    pattern = ""
    for word in phrase.lower().split():
        if word == "*":
            pattern += _GAP
        else:
            pattern += (r"\s" if pattern else "") + f"(?:{'|'.join(map(re.escape, word.split('/')))})"
    return pattern


def find_cues(sentence: Sentence, group: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The cues of a group in a sentence, or in a part of it, in order."""
    pattern, plain, open_cues = _pattern(group)
    stop = len(sentence.text) if end is None else end
    return [
        Found(m.start(), m.end(), plain[m.group()] if m.lastindex is None else open_cues[m.lastindex - 1])
        for m in pattern.finditer(sentence.lower, start, stop)
    ]


def has_cue(sentence: Sentence, group: str, kind: str | None = None, start: int = 0, end: int | None = None) -> bool:
    return any(kind is None or found.cue.kind == kind for found in find_cues(sentence, group, start, end))
