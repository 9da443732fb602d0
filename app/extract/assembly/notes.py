"""Coalition notes: clauses on leading, coordinating, contributing, asking, holding back, promising, limiting."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.extract.assembly.categories import category_of
from app.extract.assembly.clauses import Clause, clause_around, clauses_of, has_no_subject, tidy_clause
from app.extract.assembly.members import split_members
from app.extract.assembly.names import name_of
from app.extract.assembly.package import Package
from app.extract.assembly.recipients import recipients_in
from app.extract.assembly.relations import find_relations, is_rejected, may_tell
from app.extract.assembly.scenes import DENIED, NEAR_BEFORE, NOT_SUBJECT, OPPONENTS, Parties
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues, has_cue
from app.extract.recognisers.equipment import Term
from app.extract.segments import Sentence
from app.extract.vocabulary import place_name, publisher
from app.facts import Claim, Mention

# Who does something, at the start of a clause: "Dozens of countries have", "its supporters have been"; not "and has".
_SUBJECT = re.compile(
    r"(?P<subject>(?:[\w'’.-]+\s+){1,6}?)"
    r"(?=(?:has|have|had|is|are|was|were|will|would|said|says|also|remain|remains|remained|agreed|finally|continues?"
    r"|pressed|balked)\s)",
)
# Auxiliaries between a subject and its verb: "countries have", "allies have been"; not "the have-nots".
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|is|are|was|were|been|will|would|also|all|not))+\Z")
# Words of security aid, without which no sentence is a note: "military", "aid to", "tanks"; not "sanctions".
_SECURITY = re.compile(
    r"\b(?:aid|assistance|military|security|weapons?|arms|defen[cs]e|coalition|support|munitions?|ammunition|equipment"
    r"|tanks?|missiles?|artillery|systems|capabilities|items|drones?|jets|contact group|consultative group"
    r"|deliveries|vehicles|help|arm|arming|army|troops|weaponry|rifles)\b",
    re.IGNORECASE,
)
# Civil cooperation, which is no note: "sanctions", "grain"; not "security".
_CIVIL = re.compile(
    r"\b(?:sanctions|refugees|humanitarian(?! law)|grain|oil|gasoline|visa|energy|climate|winter)\b", re.IGNORECASE
)
_CIVIL_WORDS = frozenset(
    {"sanctions", "refugees", "humanitarian", "grain", "oil", "gasoline", "visa", "energy", "climate", "winter"}
)
# Words that are military beside civil ones: "military, economic and humanitarian support"; not "humanitarian support".
_MILITARY = re.compile(
    r"\b(?:military,|military and|(?:humanitarian|financial|economic|energy)(?:,| and) military|security and"
    r"|security assistance|weapons|to (?:help )?defend)",
    re.IGNORECASE,
)

# What a list of goods follows: "such as ", "like ", "pushed for "; not "forms".
_LIST_OPENS = re.compile(
    r"\b(?:such as|like|including|for|of|promised|to|hand(?:ing)? over"
    r"|(?:provid|giv)(?:e|ing)|(?:send|deliver)(?:ing)?|supply(?:ing)?)\s+",
    re.IGNORECASE,
)
# Words for goods named before: "which its allies", "to give them"; not "other".
_REFERS_BACK = re.compile(r"\b(?:which|them|these|those)\b")

_LISTED_KINDS = frozenset({"request", "reluctance", "promise", "condition"})


# Which note stands where two kinds have one clause: what tells most beside what it implies.
_PRECEDENCE = ("condition", "reluctance", "promise", "leadership", "coordination", "contribution", "request")


class _Sign(NamedTuple):
    """What makes a clause a note: words at offsets in the sentence, a kind and its weight."""

    kind: str
    start: int
    end: int
    weight: int
    rule: str
    clause: Clause


def find_notes(findings: Findings, source: str, packages: list[Package], parents: list[str]) -> list[Mention]:
    """The notes of a document in the order of the text: one a clause, and one of a kind a subject, at the most."""
    notes = []
    parties = _parties(findings, packages)
    only = parents[0] if len(parents) == 1 else None
    of_blocks = _parent_of_blocks(packages, parents)
    for sentence in findings.sentences:
        # What costs least is asked first: most sentences have no word that could make a note of them.
        if "relation" not in sentence.phrases.cues and "note" not in sentence.phrases.cues:
            continue
        # A heading says again what the text says, and a question says nothing.
        if sentence.kind == "heading" or sentence.text.rstrip("\"'”’) ").endswith("?"):
            continue
        signs = _signs(findings, sentence, parties)
        parent = only if only is not None else of_blocks.get(sentence.block)
        notes += [_note(findings, sentence, sign, source, parent) for sign in signs]
    unique = {note.id: note for note in notes}
    return [unique[key] for key in sorted(unique, key=lambda key: (unique[key].anchor, key))]


def _parties(findings: Findings, packages: list[Package]) -> Parties:
    """Whose document it is: who gives and gets its packages, or for whom its publisher speaks."""
    givers = {code for one in packages for code in (one.donor_code or "").split("+") if code}
    getters = {one.recipient.code for one in packages if one.recipient is not None}
    known = publisher(findings.document.publisher)
    if known is not None and known.official and known.country is not None:
        givers.add(known.country)
    military = bool(packages) or any(term.rank > 1 for terms in findings.terms for term in terms)
    return Parties(
        findings,
        frozenset(givers or _first_giver(findings)),
        frozenset(getters),
        military,
        known is not None and known.official,
    )


def _first_giver(findings: Findings) -> Iterator[str]:
    """Whom a document without a package is about: the first who is named and gets nothing before somebody gives or
    asks, else the first who gives."""
    named: list[str] = []
    for sentence in findings.sentences:
        actors = [one for one in findings.actors[sentence.index] if one.place]
        named += [
            str(one.place)
            for one in actors
            if one.form == "leader" or not NOT_SUBJECT.search(sentence.lower, 0, one.start)
        ]
        if sentence.kind == "heading":
            continue
        for word in find_cues(sentence, "relation"):
            subjects = [str(one.place) for one in actors if one.end <= word.start]
            if word.cue.kind not in ("give", "ask") or not subjects:
                continue
            getting = {one.place for each in findings.sentences for one in recipients_in(findings, each)}
            if word.cue.kind == "give":
                yield next((one for one in named if one not in getting | OPPONENTS), subjects[-1])
            else:
                # Who gets asks another; who gives nothing yet may ask its own parliament.
                others = OPPONENTS.union(subjects) if getting.intersection(subjects) else getting.union(subjects)
                yield from [one for one in named if one not in others][:1]
            return


def _of_security(findings: Findings, sentence: Sentence, military: bool) -> bool:
    """Whether a sentence speaks of security aid, if beside civil aid; in a document on arms all do."""
    if not military and not findings.terms[sentence.index] and not _SECURITY.search(sentence.text):
        return False
    if sentence.words.isdisjoint(_CIVIL_WORDS) or any(one.rank > 1 for one in findings.terms[sentence.index]):
        return True
    return not _CIVIL.search(sentence.text) or _MILITARY.search(sentence.text) is not None


def _signs(findings: Findings, sentence: Sentence, parties: Parties) -> list[_Sign]:
    """What makes notes of a sentence, the surest of each kind for each subject, and of one clause for all kinds."""
    cues = find_cues(sentence, "note")
    if not any(found.cue.weight > 1 for found in cues) and not may_tell(findings, sentence, parties):
        return []
    if not _of_security(findings, sentence, parties.military) or is_rejected(sentence):
        return []
    signs = []
    clauses = clauses_of(sentence)
    for found in cues:
        # A cue of weight 1 is a passing word.
        if found.cue.weight > 1 and not DENIED.search(sentence.lower, max(0, found.start - NEAR_BEFORE), found.start):
            clause = tidy_clause(sentence, clause_around(clauses, found.start, found.end), found.start, found.end)
            signs.append(_Sign(found.cue.kind, found.start, found.end, found.cue.weight, "cue_of_note", clause))
    for one in find_relations(findings, sentence, clauses, parties):
        clause = tidy_clause(sentence, one.clause, one.start, one.end)
        signs.append(_Sign(one.kind, one.start, one.end, one.weight, "relation_of_note", clause))
    best: dict[tuple[str, int], _Sign] = {}
    for sign in sorted(signs, key=lambda one: (-one.weight, one.start)):
        key = sign.kind, _subject_start(sentence, clauses, sign.clause)
        best[key] = _joined(best[key], sign) if key in best else sign
    outer = [one for one in best.values() if not any(_lies_in(one, other) for other in best.values())]
    of_clause: dict[Clause, _Sign] = {}
    for sign in sorted(outer, key=lambda one: (_PRECEDENCE.index(one.kind), one.start)):
        of_clause.setdefault(sign.clause, sign)
    return list(of_clause.values())


def _joined(sign: _Sign, other: _Sign) -> _Sign:
    """A sign with the clause of both where they are as sure, as of one who "asks for A and has asked for B"."""
    if other.weight < sign.weight:
        return sign
    start, end = min(sign.clause.start, other.clause.start), max(sign.clause.end, other.clause.end)
    return sign._replace(clause=Clause(start, end))


def _lies_in(sign: _Sign, other: _Sign) -> bool:
    """Whether one clause is only a part of another of the same kind."""
    inside = other.clause.start <= sign.clause.start and sign.clause.end <= other.clause.end
    return sign.kind == other.kind and sign.clause != other.clause and inside


def _subject_start(sentence: Sentence, clauses: list[Clause], clause: Clause) -> int:
    """Where the clause begins whose subject this one has: its own, or where it begins with a verb, the one before."""
    mine = max((number for number, one in enumerate(clauses) if one.start <= clause.start), default=0)
    while mine > 0 and has_no_subject(sentence, clauses[mine]):
        mine -= 1
    return clauses[mine].start


def _parent_of_blocks(packages: list[Package], parents: list[str]) -> dict[int, str | None]:
    """The package that each paragraph speaks of, None for one that speaks of several."""
    found: dict[int, str | None] = {}
    for package, parent in zip(packages, parents, strict=True):
        for block in {sentence.block for sentence in package.sentences}:
            found[block] = parent if block not in found else None
    return found


def _note(findings: Findings, sentence: Sentence, sign: _Sign, source: str, parent: str | None) -> Mention:
    clause = sign.clause
    anchor = sentence.at(clause.start, clause.end)
    claims = [
        Claim("kind", sign.kind, sentence.at(sign.start, sign.end), sign.rule),
        Claim("text", sentence.text[clause.start : clause.end], anchor, "clause_of_cue"),
        *_actors(findings, sentence, clause, sign.start),
    ]
    if sign.kind in _LISTED_KINDS:
        claims += _items(findings, sentence, clause)
    return Mention(source, "coalition_note", anchor, parent, tuple(claims))


def _actors(findings: Findings, sentence: Sentence, clause: Clause, sign: int) -> Iterator[Claim]:
    """Who acts: the clause's subject, or where it has none of its own, the sentence's; groups by their words."""
    known = findings.actors[sentence.index]
    borrowed = [0] if has_no_subject(sentence, clause) else []
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
    group = sentence.text[clause.start : sign].rstrip()
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


def _places_of_goods(sentence: Sentence, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where the goods of a clause stand: in it, behind it, or in front of it where it refers back to them."""
    yield clause.start, clause.end
    yield clause.end, len(sentence.text)
    if _REFERS_BACK.search(sentence.lower, max(0, clause.start - len(" which ")), clause.end):
        yield 0, clause.start


def _items(findings: Findings, sentence: Sentence, clause: Clause) -> Iterator[Claim]:
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
