"""Which of several packages a sentence speaks of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues
from app.extract.segments import Sentence

# One of several by its place: "the first part", "a second measure", "Second, the following"; not "first aid".
_ORDINAL = re.compile(
    r"\b(?P<ordinal>first|second|third|fourth)(?:,\s|\s(?:part|package|packet|tranche|measure|element|component|one|of|step)\b)"
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


def bind_sentences(findings: Findings, packages: Sequence[Bound]) -> list[int | None]:
    """For each sentence the index of the package that it speaks of, None where it may be of any.

    What is named decides: an amount, a place in the order, a recipient, a donor, a program, a mechanism. A pronoun takes
    the package of the sentence in front; all else that of the last package named before in the same part of the text.
    """
    owners: list[int | None] = []
    for sentence in findings.sentences:
        named = named_owner(findings, sentence, packages)
        if named is None and owners and _PRONOUN.match(sentence.lower):
            named = owners[-1]
        if named is None:
            named = _lead_owner(findings, sentence, owners)
        if named is None:
            before = [number for number, one in enumerate(packages) if one.start < sentence.span.end]
            named = before[-1] if before else None
        owners.append(named if len(packages) > 1 else 0)
    return owners


def named_owner(findings: Findings, sentence: Sentence, packages: Sequence[Bound]) -> int | None:
    """The package that a sentence names by what only that one has."""
    here = [number for number, one in enumerate(packages) if sentence.span.start <= one.start < sentence.span.end]
    if len(here) == 1:
        return here[0]
    own = [number for number, one in enumerate(packages) if sentence.index in one.sentences]
    if len(own) == 1:
        return own[0]
    ordinal = _ORDINAL.search(sentence.lower)
    if ordinal and _ORDINALS[ordinal["ordinal"]] < len(packages):
        return _ORDINALS[ordinal["ordinal"]]
    amounts = {money.amount for money in findings.money[sentence.index]}
    places = [actor.place for actor in findings.actors[sentence.index]]
    codes = {one.code for one in findings.programs[sentence.index]}
    words = {one.cue.kind for one in find_cues(sentence, "mechanism")}
    for marks in (
        [bool(one.amounts & amounts) for one in packages],
        [one.recipient in places for one in packages],
        [any(code in places for code in (one.donor or "").split("+")) for one in packages],
        [one.program is not None and one.program in codes for one in packages],
        [one.mechanism is not None and one.mechanism in words for one in packages],
    ):
        if sum(marks) == 1:
            return marks.index(True)
    return None


def _lead_owner(findings: Findings, sentence: Sentence, owners: list[int | None]) -> int | None:
    """The package of the words that opened the list which a sentence stands in."""
    lead = findings.layout.blocks[sentence.block].lead
    if lead is None:
        return None
    opened = [one.index for one in findings.sentences[: sentence.index] if one.block == lead]
    return owners[opened[-1]] if opened else None
