"""Coalition notes: clauses on leading, coordinating, contributing, asking, holding back, promising, limiting."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.extract.assembly.items import category_of
from app.extract.assembly.lists import name_of, split_members
from app.extract.assembly.packages import Package
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.equipment import Term
from app.extract.segments import Sentence
from app.extract.vocabulary import place_name
from app.facts import Claim, Mention

# Where one clause ends and another begins: ", but Kyiv", " and has forged", " that its friends have"; not "and drones".
_JOINT = re.compile(
    r"(?P<joint>\s*[;—]\s*|,\s+(?:but|and|yet|while|whereas|although|though|so|which|who)\s+"
    r"|\s+and\s+(?=(?:has|have|had|is|are|was|were|will|said|says)\s)"
    r"|\s+that\s+(?=(?:its|their|his|her|our|the|some|many|other|most)?\s?"
    r"(?:\w+\s+){0,3}(?:has|have|had|were|was|will|would)\s))",
    re.IGNORECASE,
)
# Adjuncts that a clause can do without: " after Russia's invasion", ", such as tanks"; not "look after".
_TRAILING = re.compile(
    r"(?:,?\s+(?:such as|including|like)\s|\s+(?:after|since|before|during|amid|following)\s(?!all\b)).*\Z", re.DOTALL
)
# What a clause begins with and can do without: "However, ", "In addition, "; not "How".
_OPENING = re.compile(
    r"(?:however|meanwhile|in addition|but|and|though|still|nevertheless|also|yet),?\s+", re.IGNORECASE
)
# Who does something, at the start of a clause: "Dozens of countries have", "its supporters have been"; not "and has".
_SUBJECT = re.compile(
    r"(?P<subject>(?:[\w'’.-]+\s+){1,6}?)"
    r"(?=(?:has|have|had|is|are|was|were|will|would|said|says|also|remain|remains|remained|agreed|finally|continues?|pressed|balked)\s)",
)
# Auxiliaries between a subject and its verb: "countries have", "allies have been"; not "the have-nots".
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|is|are|was|were|been|will|would|also|all|not))+\Z")
# A clause without a subject, which is its sentence's: "has forged a coalition"; not "allies have".
_BEGINS_WITH_VERB = re.compile(r"(?:has|have|had|is|are|was|were|will|said|says)\s")
# Words of security aid, without which no sentence is a note: "military", "aid to", "tanks"; not "sanctions".
_SECURITY = re.compile(
    r"\b(?:aid|assistance|military|security|weapons?|arms|defen[cs]e|coalition|support|munitions?|ammunition|equipment"
    r"|tanks?|missiles?|artillery|systems|capabilities|items|drones?|jets|contact group|consultative group"
    r"|deliveries|vehicles|help)\b",
    re.IGNORECASE,
)
# Civil cooperation, which is no note: "sanctions", "grain"; not "security".
_CIVIL = re.compile(
    r"\b(?:sanctions|refugees|humanitarian|grain|oil|gasoline|visa|energy|climate|winter)\b", re.IGNORECASE
)
# Words that are military beside civil ones: "military, economic and humanitarian support"; not "humanitarian support".
_MILITARY = re.compile(r"\b(?:military,|security and|security assistance|weapons|to (?:help )?defend)", re.IGNORECASE)

# What a list of goods follows: "such as ", "like ", "pushed for "; not "forms".
_LIST_OPENS = re.compile(
    r"\b(?:such as|like|including|for|of|promised|to|hand(?:ing)? over"
    r"|(?:provid|giv)(?:e|ing)|(?:send|deliver)(?:ing)?|supply(?:ing)?)\s+",
    re.IGNORECASE,
)
# Words for goods named before: "which its allies", "to give them"; not "other".
_REFERS_BACK = re.compile(r"\b(?:which|them|these|those)\b")

_LISTED_KINDS = frozenset({"request", "reluctance", "promise", "condition"})


class _Clause(NamedTuple):
    start: int
    end: int


def find_notes(findings: Findings, source: str, packages: list[Package], parents: list[str]) -> list[Mention]:
    """The notes of a document in the order of the text: one of each kind a sentence at the most."""
    notes = []
    for sentence in findings.sentences:
        if sentence.kind == "heading" or not _of_security(findings, sentence):
            continue
        for kind, found in _strongest(sentence).items():
            notes.append(_note(findings, sentence, kind, found, source, _parent(packages, parents, sentence)))
    unique = {note.id: note for note in notes}
    return sorted(unique.values(), key=lambda note: (note.anchor, note.id))


def _of_security(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence speaks of security aid, if beside civil aid."""
    if not findings.terms[sentence.index] and not _SECURITY.search(sentence.text):
        return False
    return not _CIVIL.search(sentence.text) or _MILITARY.search(sentence.text) is not None


def _strongest(sentence: Sentence) -> dict[str, Found]:
    """The cue of each kind that weighs most; a cue of weight 1 alone is a passing word and makes no note."""
    best: dict[str, Found] = {}
    for found in find_cues(sentence, "note"):
        kind = found.cue.kind
        if found.cue.weight > 1 and (kind not in best or found.cue.weight > best[kind].cue.weight):
            best[kind] = found
    return best


def _parent(packages: list[Package], parents: list[str], sentence: Sentence) -> str | None:
    if len(packages) == 1:
        return parents[0]
    here = [number for number, one in enumerate(packages) if any(s.block == sentence.block for s in one.sentences)]
    return parents[here[0]] if len(here) == 1 else None


def _clause(sentence: Sentence, found: Found) -> _Clause:
    """The clause around a cue, without its conjunction, its adverb and its adjuncts."""
    start, end = 0, len(sentence.text)
    for joint in _JOINT.finditer(sentence.text):
        if joint.end() <= found.start:
            start = joint.end()
        elif joint.start() >= found.end:
            end = joint.start()
            break
    opening = _OPENING.match(sentence.text, start, end)
    if opening:
        start = opening.end()
    trailing = _TRAILING.search(sentence.text, found.end, end)
    if trailing:
        end = trailing.start()
    while end > start and sentence.text[end - 1] in " .,;:!?—–":
        end -= 1
    return _Clause(start, max(end, found.end))


def _note(findings: Findings, sentence: Sentence, kind: str, found: Found, source: str, parent: str | None) -> Mention:
    clause = _clause(sentence, found)
    anchor = sentence.at(clause.start, clause.end)
    span = sentence.at(found.start, found.end)
    claims = [
        Claim("kind", kind, span, "cue_of_note"),
        Claim("text", sentence.text[clause.start : clause.end], anchor, "clause_of_cue"),
        *_actors(findings, sentence, clause, found),
    ]
    if kind in _LISTED_KINDS:
        claims += _items(findings, sentence, clause)
    return Mention(source, "coalition_note", anchor, parent, tuple(claims))


def _actors(findings: Findings, sentence: Sentence, clause: _Clause, found: Found) -> Iterator[Claim]:
    """Who acts: the clause's subject, or where it has none of its own, the sentence's; groups by their words."""
    known = findings.actors[sentence.index]
    borrowed = [0] if _BEGINS_WITH_VERB.match(sentence.text, clause.start) else []
    for start in (clause.start, *borrowed):
        match = _SUBJECT.match(sentence.text, start, clause.end)
        if match is None:
            continue
        words = match["subject"].rstrip()
        named = [one for one in known if start <= one.start and one.end <= start + len(words)]
        if named:
            for actor in named:
                yield Claim("actors", _actor(actor), actor.span, "subject_of_note")
            return
    group = sentence.text[clause.start : found.start].rstrip()
    group = _AUXILIARY.sub("", group)
    if has_cue(sentence, "supporters", None, clause.start, clause.start + len(group)) and len(group.split()) <= 6:
        span = sentence.at(clause.start, clause.start + len(group))
        yield Claim("actors", {"code": None, "name": group}, span, "subject_of_note")
        return
    first = next(
        (one for one in known if clause.start <= one.start < clause.end and one.place not in (None, "RU")), None
    )
    if first is not None:
        yield Claim("actors", _actor(first), first.span, "first_named_in_note", "inferred")


def _actor(actor: Actor) -> dict[str, str | None]:
    """A leader or an organisation by its own name, with the code of the organisation or of the country."""
    if actor.form in ("leader", "organisation"):
        return {"code": actor.code or actor.place, "name": actor.name}
    return {"code": actor.place, "name": place_name(str(actor.place))}


def _places_of_goods(sentence: Sentence, clause: _Clause) -> Iterator[tuple[int, int]]:
    """Where the goods of a clause stand: in it, behind it, or in front of it where it refers back to them."""
    yield clause.start, clause.end
    yield clause.end, len(sentence.text)
    if _REFERS_BACK.search(sentence.lower, max(0, clause.start - len(" which ")), clause.end):
        yield 0, clause.start


def _items(findings: Findings, sentence: Sentence, clause: _Clause) -> Iterator[Claim]:
    """The goods that a clause is about."""
    terms = tuple(term for term in findings.terms[sentence.index] if term.rank > 0)
    for start, end in _places_of_goods(sentence, clause):
        here = tuple(term for term in terms if start <= term.start and term.end <= end)
        if here:
            break
    else:
        return
    begin = _list_start(sentence, start, here[0])
    for member in split_members(sentence.text, begin, here[-1].end, here):
        first, last = name_of(sentence.text, member)
        mine = [term for term in here if first <= term.start and term.end <= last]
        if mine:
            system = next((term.system for term in mine if term.system is not None), None)
            value = {"description": sentence.text[first:last], "system": system, "category": category_of(mine)[0]}
            yield Claim("items", value, sentence.at(first, last), "goods_in_note")


def _list_start(sentence: Sentence, start: int, first: Term) -> int:
    """Where the list of goods begins: after the last word in front of its first noun that opens one."""
    openings = [match.end() for match in _LIST_OPENS.finditer(sentence.text, start, first.start)]
    return openings[-1] if openings else first.start
