"""The phrases of the vocabularies, all found in one pass over a sentence.

An Aho-Corasick automaton reads each sign once, however many phrases it knows. What a sentence is asked afterwards only
picks from what was found.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from app.extract.spellings import KnownActor, actor_spellings, goods_spellings, program_spellings
from app.extract.vocabulary import Cue, Equipment, System, all_cues

T = TypeVar("T")

# Signs that a phrase may have in the place of its own: lines broken for their width, spaces that hold words together.
_FOLDED = (("’", "'"), ("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "))
# Up to four words between two others: "built a new global coalition"; not "built. A coalition".
_GAP = r"(?:\s[\w'-]+){0,4}?"
# An address, in which nothing is named: "https://example.org/tanks", "www.example.org"; not "tanks/boats".
_ADDRESS = re.compile(r"(?:\bwww\.|\w+://)\S+")
# A word or a mark, by which the length of a phrase is counted: three in "anti-tank"; not one in "  ".
_PIECE = re.compile(r"\w+|[^\w\s]")

# Signs beside a name that can't make it a part of anything.
_APART = frozenset(" ,;()'\"")


class Hit(NamedTuple, Generic[T]):
    """A phrase at offsets in its sentence, and what it stands for."""

    start: int
    end: int
    known: T


class Found(NamedTuple):
    """A cue at offsets in its sentence."""

    start: int
    end: int
    cue: Cue


class Phrases(NamedTuple):
    """The phrases of a sentence. Names are in order, the longest of those that overlap; cues are all there are, by
    group, in the order in which they are to be chosen: by place, then the longer phrase of the vocabulary first."""

    actors: Sequence[Hit[KnownActor]]
    programs: Sequence[Hit[str]]
    goods: Sequence[Hit[System | Equipment]]
    cues: Mapping[str, list[Found]]


class _Name(NamedTuple):
    """What a phrase stands for in a vocabulary; `exact` is its spelling where its case matters."""

    vocabulary: str
    known: Any
    exact: str | None


class _Clue(NamedTuple):
    """A cue at its rank in its group; `whole` is its pattern where the words before its gap are all that was found."""

    rank: int
    cue: Cue
    whole: re.Pattern[str] | None


class _Entries(NamedTuple):
    names: list[_Name]
    clues: list[_Clue]


class Finder:
    """Finds phrases as whole words. A name in capitals (US, NATO) is found with its case, all else in any."""

    def __init__(self, names: Mapping[str, Iterable[tuple[str, Any]]], cues: Iterable[Cue]) -> None:
        spelled: dict[str, _Entries] = {}
        for vocabulary, spellings in names.items():
            for phrase, known in spellings:
                exact = fold(phrase) if phrase.isupper() else None
                spelled.setdefault(lower(phrase), _Entries([], [])).names.append(_Name(vocabulary, known, exact))
        for phrase, clue in _clues(cues):
            spelled.setdefault(phrase, _Entries([], [])).clues.append(clue)
        self._entries = list(spelled.values())
        self._automaton = AhoCorasick(list(spelled))

    def find(self, text: str, lowered: str) -> Phrases:
        """The phrases in a text; `lowered` is the same text as `lower` gives it."""
        named: dict[str, list[Hit[Any]]] = {}
        ranked: dict[str, list[tuple[int, int, Found]]] = {}
        size = len(lowered)
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            before = lowered[start - 1] if start else " "
            after = lowered[end] if end < size else " "
            if before.isalnum() or after.isalnum() or before == "_" or after == "_":
                continue
            names, clues = self._entries[number]
            if clues and before != "-" and after != "-":
                for rank, cue, whole in clues:
                    match = whole.match(lowered, start) if whole is not None else None
                    if whole is None or match is not None:
                        found = Found(start, end if match is None else match.end(), cue)
                        ranked.setdefault(cue.group, []).append((start, rank, found))
            if names and ((before in _APART and after in _APART) or not _inside(lowered, start, end)):
                spelling = text[start:end]
                for vocabulary, known, exact in names:
                    if exact is None or exact == spelling or exact == fold(spelling):
                        named.setdefault(vocabulary, []).append(Hit(start, end, known))
        cues = {group: _in_order(several) for group, several in ranked.items()}
        actors, programs, goods = (_longest(named.get(one, ()), lowered) for one in ("actors", "programs", "goods"))
        return Phrases(actors, programs, goods, cues)


@cache
def finder() -> Finder:
    """The finder of all phrases of the vocabularies, made once."""
    names = {"actors": actor_spellings(), "programs": program_spellings(), "goods": goods_spellings()}
    return Finder(names, all_cues())


def fold(text: str) -> str:
    """The text with straight quotes and plain spaces, of the same length."""
    for sign, plain in _FOLDED:
        text = text.replace(sign, plain)
    return text


def lower(text: str) -> str:
    """The text in lower case, with straight quotes and plain spaces, of the same length: for looking phrases up."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" alone becomes two signs
        lowered = "".join(sign.lower()[0] for sign in text)
    return fold(lowered)


def _clues(cues: Iterable[Cue]) -> Iterable[tuple[str, _Clue]]:
    """The spellings by which each cue is found: of "lead/leads * coalition" those are "lead" and "leads"."""
    groups: dict[str, list[Cue]] = {}
    for cue in cues:
        groups.setdefault(cue.group, []).append(cue)
    for members in groups.values():
        for rank, cue in enumerate(sorted(members, key=lambda one: (-len(one.phrase), one.phrase))):
            head, gap, _ = cue.phrase.lower().partition(" *")
            clue = _Clue(rank, cue, _open_phrase(cue.phrase) if gap else None)
            for words in product(*(word.split("/") for word in head.split())):
                yield " ".join(words), clue


def _open_phrase(phrase: str) -> re.Pattern[str]:
    """A pattern for a phrase with alternatives and gaps: "built/led * coalition" finds "built a broad coalition"; not
    "built, with others, a coalition"."""
    pattern = ""
    for word in phrase.lower().split():
        if word == "*":
            pattern += _GAP
        else:
            pattern += (r"\s" if pattern else "") + f"(?:{'|'.join(map(re.escape, word.split('/')))})"
    return re.compile(rf"{pattern}(?![\w-])")


def _in_order(ranked: list[tuple[int, int, Found]]) -> list[Found]:
    if len(ranked) > 1:
        ranked.sort(key=itemgetter(0, 1))
    return [found for _, _, found in ranked]


def _inside(lowered: str, start: int, end: int) -> bool:
    """Whether what looks like a name is a part of something else: "US$", an address, "U.S.-made", which says whose make
    a thing is and not who acts."""
    if lowered.startswith("$", end) or lowered.startswith(".-", end - 1):
        return True
    if start and (lowered[start - 1] == "$" or lowered.startswith(".-", max(0, start - 2))):
        return True
    if "://" not in lowered and "www." not in lowered:
        return False
    return any(address.start() < end and start < address.end() for address in _ADDRESS.finditer(lowered))


def _longest(hits: Sequence[Hit[T]], lowered: str) -> Sequence[Hit[T]]:
    """The hits in order, of those that overlap the one of most words, then the first."""
    # They come by their ends, so where none overlaps they are in order already.
    if len(hits) < 2 or all(one.end <= following.start for one, following in pairwise(hits)):
        return hits
    kept: list[Hit[T]] = []
    cluster: list[Hit[T]] = []
    reach = 0
    for hit in sorted(hits, key=lambda one: one.start):
        if hit.start >= reach:
            kept += _settled(cluster, lowered)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    return kept + _settled(cluster, lowered)


def _settled(cluster: list[Hit[T]], lowered: str) -> list[Hit[T]]:
    if len(cluster) < 2:
        return cluster
    kept: list[Hit[T]] = []
    for hit in sorted(cluster, key=lambda one: (-len(_PIECE.findall(lowered, one.start, one.end)), one.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)
