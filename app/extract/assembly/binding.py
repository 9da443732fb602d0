"""Which of several packages a sentence speaks of."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from app.extract.recognise import Findings, once_a_sentence
from app.extract.recognisers.cues import find_cues
from app.extract.segments import Sentence

# One of several by its place: "the first part", "a second measure", "Second, the following"; not "first aid".
_ORDINAL = re.compile(
    r"\b(?P<ordinal>first|second|third|fourth)(?:,\s|\s(?:part|package|packet|tranche|measure|element|component|one"
    r"|of|step)\b)"
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
# The start of a sentence about what the one before it was about: "It will buy", "They come"; not "Its".
_PRONOUN = re.compile(r"[\s“\"']*(?:it|they|these|this|those|that|both|inside|among)\b")


class Bound(NamedTuple):
    """What is known of a package when sentences are bound to packages: its place in the text, its parties, its kind."""

    start: int
    sentences: frozenset[int]
    amounts: frozenset[int]
    donor: str | None
    recipient: str | None
    program: str | None
    mechanism: str | None


class Binder:
    """Finds the package that a sentence speaks of, by what only that one has."""

    def __init__(self, packages: Sequence[Bound]) -> None:
        self.packages = packages
        if len(packages) < 2:  # there is nothing to choose from
            return
        self._starts = [one.start for one in packages]
        self._sentences = _index((number, index) for number, one in enumerate(packages) for index in one.sentences)
        self._marks = (
            _index((number, ("amount", amount)) for number, one in enumerate(packages) for amount in one.amounts),
            _index((number, ("place", one.recipient)) for number, one in enumerate(packages) if one.recipient),
            _index(
                (number, ("place", code))
                for number, one in enumerate(packages)
                for code in (one.donor or "").split("+")
            ),
            _index((number, ("program", one.program)) for number, one in enumerate(packages) if one.program),
            _index((number, ("mechanism", one.mechanism)) for number, one in enumerate(packages) if one.mechanism),
        )

    def owners(self, findings: Findings) -> list[int | None]:
        """For each sentence the index of the package that it speaks of, None where it may be of any.

        What is named decides: an amount, a place in the order, a recipient, a donor, a program, a mechanism. A pronoun
        takes the package of the sentence in front; all else that of the last package named before.
        """
        if len(self.packages) < 2:
            return [0] * len(findings.sentences)
        owners: list[int | None] = []
        for sentence in findings.sentences:
            named = self.named(findings, sentence)
            if named is None and owners and _PRONOUN.match(sentence.lower):
                named = owners[-1]
            if named is None:
                named = self._lead_owner(findings, sentence, owners)
            if named is None:
                before = bisect_left(self._starts, sentence.span.end)
                named = before - 1 if before else None
            owners.append(named)
        return owners

    def named(self, findings: Findings, sentence: Sentence) -> int | None:
        """The package that a sentence names by what only that one has."""
        first = bisect_left(self._starts, sentence.span.start)
        if bisect_left(self._starts, sentence.span.end) - first == 1:
            return first
        own = self._sentences.get(sentence.index, frozenset())
        if len(own) == 1:
            return next(iter(own))
        ordinal = _ORDINAL.search(sentence.lower)
        if ordinal and _ORDINALS[ordinal["ordinal"]] < len(self.packages):
            return _ORDINALS[ordinal["ordinal"]]
        marks = _marks_of(findings, sentence)
        for index in self._marks:
            having = [index[mark] for mark in marks if mark in index]
            if any(len(one) > 1 for one in having):  # one of many: told cheaply, for a long text has hundreds
                continue
            found = frozenset[int]().union(*having)
            if len(found) == 1:
                return next(iter(found))
        return None

    def _lead_owner(self, findings: Findings, sentence: Sentence, owners: list[int | None]) -> int | None:
        """The package of the words that opened the list which a sentence stands in."""
        lead = findings.layout.blocks[sentence.block].lead
        for one in reversed(findings.sentences[: sentence.index]) if lead is not None else ():
            if one.block == lead:
                return owners[one.index]
            if lead is not None and one.block < lead:
                return None
        return None


def _index(pairs: Iterable[tuple[int, Hashable]]) -> dict[Hashable, frozenset[int]]:
    """For each mark the numbers of the packages that have it."""
    found: dict[Hashable, set[int]] = {}
    for number, mark in pairs:
        found.setdefault(mark, set()).add(number)
    return {mark: frozenset(numbers) for mark, numbers in found.items()}


@once_a_sentence
def _marks_of(findings: Findings, sentence: Sentence) -> frozenset[Hashable]:
    """What a sentence names that a package can be known by."""
    marks: set[Hashable] = {("amount", money.amount) for money in findings.money[sentence.index]}
    marks |= {("place", actor.place) for actor in findings.actors[sentence.index]}
    marks |= {("program", one.code) for one in findings.programs[sentence.index]}
    return frozenset(marks | {("mechanism", one.cue.kind) for one in find_cues(sentence, "mechanism")})
