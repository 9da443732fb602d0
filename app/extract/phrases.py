"""The phrases of the vocabularies, all found in one pass over a sentence.

An Aho-Corasick automaton reads each sign once, however many phrases it knows. What a sentence is asked afterwards only
picks from what was found.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from app.extract.spellings import KnownActor, actor_spellings, goods_spellings, program_spellings
from app.extract.vocabulary import Cue, Equipment, System, all_cues

T = TypeVar("T")

# Up to four words between two others: "built a new global coalition"; not "built. A coalition".
_GAP = r"(?:\s(?:u\.[sk]\.|[\w'-]+)){0,4}?"
# An address, in which nothing is named: "https://example.org/tanks", "www.example.org"; not "tanks/boats".
_ADDRESS = re.compile(r"(?:\bwww\.|\w+://)\S+")
# A word or a mark, by which the length of a phrase is counted: three in "anti-tank"; not one in "  ".
_PIECE = re.compile(r"\w+|[^\w\s]")

# Makes a tuple of a kind of its values, in half the time that calling the kind takes.
_new = tuple.__new__

# Signs beside a name that can't make it a part of anything.
_APART = frozenset(" ,;()'\"")


class Hit(NamedTuple, Generic[T]):
    """A phrase at offsets in its sentence, what it stands for, and how many words and marks it has."""

    start: int
    end: int
    known: T
    pieces: int


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
    """What a phrase stands for in a vocabulary, with its length in `pieces`; `exact` is its spelling where its case
    matters."""

    vocabulary: str
    known: Any
    exact: str | None
    pieces: int


class _Open(NamedTuple):
    """A cue of which the words before its gap are found: its whole pattern, and words one of which it goes on with."""

    cue: Cue
    whole: re.Pattern[str]
    needs: frozenset[str]


class _Entry(NamedTuple):
    """What has one spelling: names, cues by their groups, and cues that go on behind it. `needs` are the needs of these
    together."""

    names: list[_Name]
    cues: list[tuple[str, Cue]]
    opened: list[_Open]
    needs: set[str]


class _Signs(dict[int, int]):
    """A table for `translate` that leaves letters, makes marks of figures and spaces of other signs; it learns each at
    first sight."""

    def __missing__(self, sign: int) -> int:
        kept = sign if chr(sign).isalpha() else ord(_FIGURE if chr(sign).isdecimal() else " ")
        self[sign] = kept
        return kept


_FIGURE = "\x1f"  # parts words, as a space does
_SIGNS = _Signs()
# The same for texts of ASCII alone, whose bytes are translated several times faster.
_BYTES = bytes(_SIGNS[sign] if sign < 128 else 0 for sign in range(256))


class Finder:
    """Finds phrases as whole words. A name in capitals (US, NATO) is found with its case, all else in any."""

    def __init__(self, names: Mapping[str, Iterable[tuple[str, Any]]], cues: Iterable[Cue]) -> None:
        spelled: dict[str, _Entry] = {}
        for vocabulary, spellings in names.items():
            for phrase, known in spellings:
                exact = fold(phrase) if phrase.isupper() else None
                pieces = len(_PIECE.findall(phrase))
                entry = spelled.setdefault(lower(phrase), _Entry([], [], [], set()))
                entry.names.append(_Name(vocabulary, known, exact, pieces))
        for cue in cues:
            opened = _opened(cue)
            for phrase in _heads(cue):
                entry = spelled.setdefault(phrase, _Entry([], [], [], set()))
                if opened is None:
                    entry.cues.append((cue.group, cue))
                else:
                    entry.opened.append(opened)
                    entry.needs.update(opened.needs)
        self._entries = list(spelled.values())
        self._automaton = AhoCorasick(list(spelled))

    def find(self, text: str, lowered: str, words: frozenset[str]) -> Phrases:
        """The phrases in a text; `lowered` is the same text as `lower` gives it, `words` those that `words_of` does."""
        named: dict[str, list[Hit[Any]]] = {}
        cues: dict[str, list[Found]] = {}
        entries = self._entries
        framed = f" {lowered} "
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            before, after = framed[start], framed[end + 1]
            apart = before in _APART and after in _APART
            if not apart and (before.isalnum() or after.isalnum() or before == "_" or after == "_"):
                continue
            names, simple, opened, needs = entries[number]
            if apart or (before != "-" and after != "-"):
                for group, cue in simple:
                    cues.setdefault(group, []).append(_new(Found, (start, end, cue)))
                if needs and not words.isdisjoint(needs):
                    _add_opened(cues, opened, lowered, start, words)
            if names and (apart or not _inside(lowered, start, end)):
                _add_names(named, names, text, start, end)
        for several in cues.values():
            if len(several) > 1:
                _sort(several)
        if not named:
            return Phrases((), (), (), cues)
        longest = {vocabulary: _longest(hits) if len(hits) > 1 else hits for vocabulary, hits in named.items()}
        return Phrases(longest.get("actors", ()), longest.get("programs", ()), longest.get("goods", ()), cues)


@cache
def finder() -> Finder:
    """The finder of all phrases of the vocabularies, made once."""
    names = {"actors": actor_spellings(), "programs": program_spellings(), "goods": goods_spellings()}
    return Finder(names, all_cues())


def fold(text: str) -> str:
    """The text with straight quotes and plain spaces, of the same length: lines may be broken for their width, and
    spaces may hold words together."""
    text = text.replace("’", "'").replace("\n", " ").replace("\t", " ")
    return text if text.isascii() else text.replace("\u00a0", " ").replace("\u202f", " ")


def lower(text: str) -> str:
    """The text in lower case, with straight quotes and plain spaces, of the same length: for looking phrases up."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" alone becomes two signs
        lowered = "".join(sign.lower()[0] for sign in text)
    return fold(lowered)


def words_of(lowered: str) -> tuple[frozenset[str], int]:
    """The runs of letters in a text in lower case, and where its first figure stands (-1 for none)."""
    if lowered.isascii():
        signs = lowered.encode("ascii").translate(_BYTES).decode("ascii")
    else:
        signs = lowered.translate(_SIGNS)
    return frozenset(signs.split()), signs.find(_FIGURE)


def _heads(cue: Cue) -> Iterable[str]:
    """The spellings by which a cue is found: of "lead/leads * coalition" those are "lead" and "leads"."""
    head = cue.phrase.lower().partition(" *")[0]
    return map(" ".join, product(*(word.split("/") for word in head.split())))


def _opened(cue: Cue) -> _Open | None:
    """A cue with a gap, which needs the rarest of its words behind it, for which the longest passes; None for one
    without a gap."""
    _, gap, rest = cue.phrase.lower().partition(" *")
    if not gap:
        return None
    choices = [words_of(word)[0] for word in rest.split() if word != "*"]
    return _Open(cue, _open_phrase(cue.phrase), max(choices, key=lambda words: min(map(len, words))))


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


def _add_opened(
    cues: dict[str, list[Found]], opened: list[_Open], lowered: str, start: int, words: frozenset[str]
) -> None:
    """Adds those of the cues with a gap that go on as they must."""
    for cue, whole, needs in opened:
        if words.isdisjoint(needs):
            continue
        match = whole.match(lowered, start)
        if match is not None:
            cues.setdefault(cue.group, []).append(Found(start, match.end(), cue))


def _sort(found: list[Found]) -> None:
    """Puts the cues of a group in order; most stand one behind another, each at a place of its own, already."""
    last = -1
    for start, _, _ in found:
        if start <= last:
            found.sort(key=lambda one: (one.start, -one.end, -one.cue.weight, one.cue.phrase))
            return
        last = start


def _add_names(named: dict[str, list[Hit[Any]]], names: list[_Name], text: str, start: int, end: int) -> None:
    for vocabulary, known, exact, pieces in names:
        if exact is None or exact == text[start:end] or exact == fold(text[start:end]):
            named.setdefault(vocabulary, []).append(_new(Hit, (start, end, known, pieces)))


def _inside(lowered: str, start: int, end: int) -> bool:
    """Whether what looks like a name is a part of something else: "US$", an address, "U.S.-made", which says whose make
    a thing is and not who acts."""
    if "$" in lowered and (lowered.startswith("$", end) or lowered.endswith("$", 0, start)):
        return True
    if ".-" in lowered and (lowered.startswith(".-", end - 1) or lowered.endswith(".-", 0, start)):
        return True
    if "://" not in lowered and "www." not in lowered:
        return False
    return any(address.start() < end and start < address.end() for address in _ADDRESS.finditer(lowered))


def _longest(hits: list[Hit[T]]) -> list[Hit[T]]:
    """The hits in order, of those that overlap the one of most words, then the first."""
    # They come by their ends, so where none overlaps they are in order already.
    reach = 0
    for hit in hits:
        if hit.start < reach:
            break
        reach = hit.end
    else:
        return hits
    kept: list[Hit[T]] = []
    cluster: list[Hit[T]] = []
    reach = 0
    for hit in sorted(hits, key=lambda one: one.start):
        if hit.start >= reach:
            kept += _settled(cluster)
            cluster = []
        cluster.append(hit)
        reach = hit.end if hit.end > reach else reach
    return kept + _settled(cluster)


def _settled(cluster: list[Hit[T]]) -> list[Hit[T]]:
    if len(cluster) < 2:
        return cluster
    kept: list[Hit[T]] = []
    for hit in sorted(cluster, key=lambda one: (-one.pieces, one.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: one.start)
