"""The phrases of a vocabulary, all found in one pass over a sentence.

An Aho-Corasick automaton reads each sign of a text once, however many phrases it knows.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

# Signs that a phrase may have in the place of its own: lines broken for their width, spaces that hold words together.
_FOLDED = (("’", "'"), ("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "))
# An address, which names nothing: "https://example.org/tanks", "www.example.org"; not "tanks/boats".
_ADDRESS = re.compile(r"(?:\bwww\.|\w+://)\S+")

# A word or a mark, by which the length of a phrase is counted: three in "anti-tank"; not one in "  ".
_PIECE = re.compile(r"\w+|[^\w\s]")


class Hit(NamedTuple):
    """A phrase found in a text: its offsets in that text, and the key of the vocabulary's entry."""

    start: int
    end: int
    key: str


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


class Phrases:
    """Finds the phrases of a vocabulary, the longest first and none inside another.

    A phrase in capitals (US, NATO, PDA) is matched with its case, all others without.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        spelled: dict[str, list[tuple[str, str | None]]] = {}
        for key, phrase in entries:
            exact = fold(phrase) if phrase.isupper() else None
            spelled.setdefault(lower(phrase), []).append((key, exact))
        # Two entries with one phrase are told apart by their keys, so that the order of a file decides nothing.
        self._entries = [sorted(known, key=lambda entry: entry[0]) for known in spelled.values()]
        self._automaton = AhoCorasick(list(spelled))

    def find(self, text: str, lowered: str) -> list[Hit]:
        """The phrases in a text in order; `lowered` is the same text as `lower` gives it."""
        if "://" in lowered or "www." in lowered:
            lowered = _ADDRESS.sub(lambda address: "x" * len(address.group()), lowered)
        hits = []
        size = len(lowered)
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if (start and _joins(lowered[start - 1])) or (end < size and _joins(lowered[end])):
                continue
            # "U.S.-made" says whose make it is, and "U.S.-Fiji" is a name for both: neither names who acts.
            if lowered.startswith(".-", end - 1) or (start > 1 and lowered.startswith(".-", start - 2)):
                continue
            for key, exact in self._entries[number]:
                if exact is None or text[start:end] == exact or fold(text[start:end]) == exact:
                    hits.append(Hit(start, end, key))
                    break
        return _longest(hits, lowered) if len(hits) > 1 else hits


def _joins(sign: str) -> bool:
    """Whether a sign at the edge of a phrase makes it a part of something else: "aides", "US$", but not "US-led"."""
    return sign.isalnum() or sign in "_$"


def _longest(hits: list[Hit], lowered: str) -> list[Hit]:
    """The hits in order, of those that overlap the one of most words, then the first."""
    hits.sort()
    kept: list[Hit] = []
    cluster: list[Hit] = []
    reach = 0
    for hit in hits:
        if hit.start >= reach:
            kept += _settled(cluster, lowered)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    return kept + _settled(cluster, lowered)


def _settled(cluster: list[Hit], lowered: str) -> list[Hit]:
    if len(cluster) < 2:
        return cluster
    kept: list[Hit] = []
    for hit in sorted(cluster, key=lambda one: (-len(_PIECE.findall(lowered, one.start, one.end)), one.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept)
