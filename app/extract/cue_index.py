"""Where the cue phrases of all groups stand in a sentence, found in one pass.

What a sentence is asked afterwards (this group, these offsets) only picks from what stands here.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from app.extract.vocabulary import Cue, all_cues

# Up to four words between two others: "built a new global coalition"; not "built. A coalition".
_GAP = r"(?:\s[\w'-]+){0,4}?"


class Found(NamedTuple):
    """A cue at offsets in its sentence."""

    start: int
    end: int
    cue: Cue


class _Entry(NamedTuple):
    """A cue at its rank in its group; `whole` is its pattern where the words before its gap are all that was found."""

    rank: int
    cue: Cue
    whole: re.Pattern[str] | None


class CueIndex:
    """Finds cues by their words: a whole phrase is found, a part of a word is not."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        groups: dict[str, list[Cue]] = {}
        for cue in cues:
            groups.setdefault(cue.group, []).append(cue)
        spelled: dict[str, list[_Entry]] = {}
        for members in groups.values():
            # The longest phrase of a group is looked for first.
            members.sort(key=lambda one: (-len(one.phrase), one.phrase))
            for rank, cue in enumerate(members):
                head, gap, _ = cue.phrase.lower().partition(" *")
                entry = _Entry(rank, cue, re.compile(_open_phrase(cue.phrase)) if gap else None)
                for words in product(*(word.split("/") for word in head.split())):
                    spelled.setdefault(" ".join(words), []).append(entry)
        self._entries = list(spelled.values())
        self._automaton = AhoCorasick(list(spelled))

    def find(self, lowered: str) -> dict[str, list[Found]]:
        """By group, all cues in a text in lower case, overlapping ones too, in the order in which they are to be
        chosen: by place, then by rank."""
        ranked: dict[str, list[tuple[int, int, int, Cue]]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if (start and _joins(lowered[start - 1])) or (end < len(lowered) and _joins(lowered[end])):
                continue
            for rank, cue, whole in self._entries[number]:
                stop = end
                if whole is not None:
                    match = whole.match(lowered, start)
                    if match is None:
                        continue
                    stop = match.end()
                ranked.setdefault(cue.group, []).append((start, rank, stop, cue))
        return {
            group: [Found(start, stop, cue) for start, _, stop, cue in sorted(found, key=lambda one: one[:2])]
            for group, found in ranked.items()
        }


def _joins(sign: str) -> bool:
    """Whether a sign beside a phrase makes it a part of a word: "aide", "first-aid"."""
    return sign.isalnum() or sign in "_-"


def _open_phrase(phrase: str) -> str:
    """A pattern for a phrase with alternatives and gaps: "built/led * coalition" finds "built a broad coalition"; not
    "built, with others, a coalition"."""
    pattern = ""
    for word in phrase.lower().split():
        if word == "*":
            pattern += _GAP
        else:
            pattern += (r"\s" if pattern else "") + f"(?:{'|'.join(map(re.escape, word.split('/')))})"
    return rf"{pattern}(?![\w-])"


@cache
def cue_index() -> CueIndex:
    """The index of the vocabulary's cues, made once."""
    return CueIndex(all_cues())
