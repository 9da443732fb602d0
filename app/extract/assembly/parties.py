"""Who gives and who gets, read from the sentences that speak of a package."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues
from app.extract.segments import Sentence
from app.extract.vocabulary import publisher
from app.facts import Method, Span

# Words that a recipient follows: "aid for ", "to the people of ", "give "; not "said ".
_GETS = re.compile(
    r"\b(?:to|for|give|gives|gave|giving|provide|provides|provided|providing|send|sends|sending|arm|help|helping|support"
    r"|supporting|supply|offer|equip|assist|hand|back|lets|allow|enable|told)"
    r"(?:\s+(?:the|support|assistance to|the people of|the armed forces of|our)){0,2}\s*\Z"
)
# Words of aid in front of its recipient: "military aid for", "500 million in support to the"; not "goes to".
_AID_FOR = re.compile(
    r"\b(?:aid|assistance|support|help|package|weapons|arms|funding|supplies|tanks|systems|equipment|drones|tranche|measures)\s+(?:to|for)"
    r"(?:\s+the(?: people of)?)?\s*\Z"
)
# A journey, which no aid goes on: "travels to", "arrived in"; not "to go to".
_TRAVELS = re.compile(r"\b(?:goes|travels?|travelled|went|flew|visit|returned|moving)\s+(?:on\s+)?to\s+(?:the\s+)?\Z")
# The forces of a country among organisations: "Ukrainian Armed Forces"; not "Secretary of State".
_FORCES = re.compile(r"forces|military", re.IGNORECASE)
# Words after a recipient: "Ukraine to receive", "Kyiv will get"; not "Berlin will send".
_RECEIVES = re.compile(r"\s*(?:to receive|will receive|receives|to get|will get|gets|can obtain|to acquire)\b")
# A recipient's own: "Ukraine's ability", "Taiwan's defense"; not "Germany's package".
_OWN = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:ability|defen[cs]es?|armed forces|military|forces|security|fight|army|airspace)\b"
)
# Where a report was written, before its first words: "LISBON, Portugal (AP) — ", "Lisbon -- "; not "Spain - which".
_DATELINE = re.compile(r"[A-Z][\w .,]{0,40}(?:\([A-Z]\w+\)\s*[-—–]+|\s--|[A-Z]{3} —)\s?")
# The aggressor, which is neither donor nor recipient of what is read here.
_NEVER = frozenset({"RU"})
# First-person words of an official publisher: "my Administration", "I am announcing"; not "IV".
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|Our)\b")


class Party(NamedTuple):
    code: str
    spans: tuple[Span, ...]
    method: Method


def recipients_in(findings: Findings, sentence: Sentence) -> list[Actor]:
    """The places that get something in a sentence, the surest first."""
    surest, sure, likely = [], [], []
    for actor in findings.actors[sentence.index]:
        if actor.place is None or actor.place in _NEVER or actor.form == "leader":
            continue
        if actor.form == "organisation" and not _FORCES.search(actor.name):
            continue
        before = sentence.lower[max(0, actor.start - 40) : actor.start]
        after = sentence.text[actor.end : actor.end + 40]
        if _AID_FOR.search(before):
            surest.append(actor)
        elif _RECEIVES.match(after) or (_GETS.search(before) and not _TRAVELS.search(before)):
            sure.append(actor)
        elif _OWN.match(after):
            likely.append(actor)
    return surest + sure + likely


def donors_in(findings: Findings, sentence: Sentence, recipient: str | None, before: int | None = None) -> list[Actor]:
    """The places that act in a sentence, the subject of its verb of announcing first."""
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    acting = [
        actor
        for actor in findings.actors[sentence.index]
        if actor.place is not None
        and actor.place not in _NEVER
        and actor.place not in (recipient, "NATO")
        and actor.start not in getting
        and actor.code != "US-CONGRESS"
    ]
    dateline = _DATELINE.match(sentence.text)
    if dateline:
        acting = [one for one in acting if one.start >= dateline.end()]
    verbs = find_cues(sentence, "announce")
    limit = before if before is not None else verbs[0].start if verbs else len(sentence.text)
    return [one for one in acting if one.start < limit] + [one for one in acting if one.start >= limit]


def recipient_of(findings: Findings, sentences: Iterable[Sentence], donors: frozenset[str]) -> Party | None:
    """Who gets the package: as its own sentences say, else as the whole document says most often."""
    for sentence in sentences:
        found = [actor for actor in recipients_in(findings, sentence) if actor.place not in donors]
        if found:
            return _party(findings, str(found[0].place), found)
    counts: Counter[str] = Counter()
    for sentence in findings.sentences:
        counts.update(str(one.place) for one in recipients_in(findings, sentence) if one.place not in donors)
    counts.pop("NATO", None)
    counts.pop("EU", None)
    if not counts:
        return None
    code, _ = counts.most_common(1)[0]
    spans = tuple(
        actor.span
        for sentence in findings.sentences
        for actor in recipients_in(findings, sentence)
        if actor.place == code
    )
    return Party(code, spans[:2], "inferred")


def _party(findings: Findings, code: str, actors: list[Actor]) -> Party:
    """A place with its span in the sentence, and the next one in the text as further evidence."""
    spans = [actor.span for actor in actors if actor.place == code][:1]
    for group in findings.actors:
        spans += [one.span for one in group if one.place == code and one.span not in spans] if len(spans) < 2 else []
    return Party(code, tuple(spans[:2]), "stated")


def donor_of(
    findings: Findings, sentences: Iterable[Sentence], recipient: str | None, known_giver: str | None = None
) -> Party | None:
    """Who gives the package: the actor of its sentences, else the official publisher, else the most named."""
    known = publisher(findings.document.publisher)
    official = known.country if known is not None and known.official else None
    if known_giver is not None:
        spans = [one.span for s in sentences for one in findings.actors[s.index] if one.place in known_giver.split("+")]
        return Party(known_giver, tuple(spans[:2]), "stated")
    for sentence in sentences:
        found = donors_in(findings, sentence, recipient)
        if found and official and _FIRST_PERSON.search(sentence.text):
            found = [actor for actor in found if actor.place == official] or found
        if found and (official is None or found[0].place == official):
            return _party(findings, str(found[0].place), found)
    if official is not None and official != recipient:
        spans = [one.span for group in findings.actors for one in group if one.place == official][:1]
        return Party(official, tuple(spans), "inferred")
    counts: Counter[str] = Counter()
    for sentence in findings.sentences:
        counts.update(str(one.place) for one in donors_in(findings, sentence, recipient))
    if not counts:
        return None
    code, _ = counts.most_common(1)[0]
    spans = [one.span for group in findings.actors for one in group if one.place == code][:1]
    return Party(code, tuple(spans), "inferred")
