"""A clause with what stands in it: words of the roles, actors, groups, goods. What the rules for notes ask."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.extract.assembly.clauses import Clause, has_no_subject
from app.extract.assembly.recipients import recipients_in
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found, find_cues
from app.extract.segments import Sentence

# A preposition, whose noun is no subject: "talks with ", "across "; not "Denmark ".
NOT_SUBJECT = re.compile(
    r"\b(?:with|to|from|of|in|for|by|against|at|across|near|into|on|over|about|between|inside|behind|around)"
    r"(?:\s+(?:the|its|their))?\s+\Z"
)
# A number or a word for one in front of a group, with up to three words between: "41 ", "dozens of donor "; not
# "$50 million for ".
COUNTED = re.compile(
    r"(?<![$€£\d.])\b(?:\d{2,3}|dozens of|scores of|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
    r"|four|five|six|seven|eight|nine|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|a dozen)"
    r"(?:\s+(?!(?:million|billion|of|for|to|in|from|and|with|by)\b)[\w-]+){0,3}\s+\Z"
)
# Between two who act together: " and ", ", the "; not " with ".
_JOINED = re.compile(r"(?:,\s|\sand\s|,\sand\s)(?:the\s)?")
# Aid by its general names, an object of giving, asking and holding back: "military aid", "arms"; not "observers".
_AID = re.compile(
    r"\b(?:(?:military|security|defen[cs]e|lethal)[\w\s,-]{0,40}?\b(?:aid|assistance|support|help|package|equipment"
    r"|supplies|funding|items|capabilities)|weapons?|weaponry|arms|armaments|deliveries)\b"
)
# Aid by its plainest names: "assistance", "their deliveries"; not "aide".
_PLAIN_AID = re.compile(
    r"\b(?:aid|assistance|support|help|packages?|tranches?|capabilit(?:y|ies)|deliver(?:y|ies)|donations?|equipment"
    r"|needs|requirements|defen[cs]es?|to (?:send|give|provide|supply|deliver|train|equip|arm))\b"
)
# Who acts by another word for the country of who speaks: "his country will", "it would"; not "it rained".
_HIS_COUNTRY = re.compile(
    r"(?:(?:his|her|its|their) (?:country|government|nation|ministry)|it|they)\s(?:\w+ly\s)?(?:will|would|has|had|is)\s"
)
# Verbs that carry what somebody tells of itself: "said", "announced"; not "announcement".
_TELLS = re.compile(r"\b(?:said|says|told|announced|confirmed|declared|vowed|insists?|insisted|warned|argued)\b")
# The joint of a clause that tells of what stands in front of it: ", which ", ", who "; not " and ".
_RELATIVE = re.compile(r",\s+wh(?:ich|o)\s+\Z")
# The end of a clause that tells of what stands in front: "which Kyiv is requesting", "are what Kyiv asked"; not
# "which is".
_TELLS_OF = re.compile(r"\b(?:which|that|(?:is|are|was|were) what)\s(?:[\w.'’]+\s){1,7}[\w'’]+\Z")
# Who acts, named before: "it had"; not "its".
_PRONOUN = re.compile(r"\b(?:it|they|he|she)\s(?=\w)")
# Words for goods named before: "them", "their transfer", "any of its"; not "this".
_REFERS = re.compile(r"\b(?:them|these|those|it|any|(?:their|its) (?:transfer|delivery|export|use|supply|shipment))\b")
# A verb that is denied, or only thought of: "never ", "should "; not "will ".
DENIED = re.compile(
    r"(?:\b(?:not|never|no|without|instead of|rather than|whether|if|unless|should|could|may|might|must|can|cannot"
    r"|to be|hopes? to|refus\w+ to|reluctan\w+ to|unwilling\w* to|hesita\w+ to"
    r"|has to|have to|had to)|n't)\s+(?:\w+\s+){0,2}\Z"
)
# A government that speaks of itself, alone or with its allies: "we have ", "that we and our allies "; not "he said ".
WE = re.compile(r"\b(?:we|i|we['’](?:re|ve|ll))\b")
# Who did something, behind its verb: " by the United States" after "led"; not " to".
BY = re.compile(r"(?:\s+\w+){0,2}?\s+by\s+")
# Words that report what another has said: "said", "according to"; not "sad".
REPORTED = re.compile(r"\b(?:said|says|told|according to|vowed|added|stressed|stated|declared)\b")
# What is given and is no aid, behind a verb of giving: " a speech", " further details"; not " a workshop".
ABSTRACT = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:speech(?:es)?|apolog(?:y|ies)|(?:statement|letter|message|signal|warning|chance"
    r"|meeting|reason"
    r"|explanation|hope|picture|view|answer|reply|comment|figure|detail|list|observer|delegation|envoy|minister|toast"
    r"|verdict|reminder|glimpse|lesson|rebuke|election|summit|briefing|number|date|timetable|timeline|name|interview"
    r"|guarantee|assurance|journalist|greeting|wish)s?|opportunit(?:y|ies)|vote|talks|lead|refuge|asylum|news|evidence"
    r"|information|proof|advice|condolences)\b"
)
# A sale between governments: "foreign military sale", "a possible sale of"; not "for sale".
_SALE = re.compile(
    r"\b(?:foreign military sales?|(?:possible|proposed|potential) (?:military |arms )?sales? (?:of|to))\b"
)
# Gifts to those who speak: "has given us", "gave you"; not "gave us a speech".
_GIVEN_US = re.compile(
    r"\b(?:given|gave|sent|donated|lent|supplied|delivered) (?:to )?(?:us|you)\s(?!an? \w+ (?:of|on)\b)"
)
# Places that arm the aggressor or stand against the recipients here.
OPPONENTS = frozenset({"RU", "CN"})
# Code points in front of a word that tell its part in the clause.
NEAR_BEFORE = 80
# An amount further behind a verb tells what its object is worth, not what is given.
_MONEY_REACH = 40


_Answer = TypeVar("_Answer")


class _Once(Generic[_Answer]):
    """A property that works its value out once, and leaves it in the object in its own place. Without the lock of
    `cached_property`, which takes longer than most of what is worked out here."""

    def __init__(self, work: Callable[[Any], _Answer]) -> None:
        self._work = work
        self._name = work.__name__

    def __get__(self, one: object, _kind: object = None) -> _Answer:
        value = self._work(one)
        one.__dict__[self._name] = value
        return value


@dataclass(frozen=True)
class Parties:
    """Whose document it is: who gives its packages and who gets them, by their codes.

    `military` says that it speaks of arms, `official` that a government publishes it.
    """

    findings: Findings
    givers: frozenset[str]
    getters: frozenset[str]
    military: bool
    official: bool

    @_Once
    def takers(self) -> frozenset[str]:
        """Who gets anything in the document: looked for only where somebody asks."""
        sentences = self.findings.sentences
        return self.getters | {str(one.place) for each in sentences for one in recipients_in(self.findings, each)}

    @_Once
    def sells(self) -> bool:
        """Whether the document gives notice of a sale, in which asking to buy goes without saying."""
        if self.getters:
            return False
        return any(_SALE.search(one.lower) for one in self.findings.sentences)

    @_Once
    def speaks_as_getter(self) -> bool:
        """Whether one speaks in the document for a country that others give something."""
        if self.getters or self.official:
            return False
        return any(_GIVEN_US.search(one.lower) for one in self.findings.sentences)

    def is_other(self, actor: Actor) -> bool:
        """Whether an actor may be a further donor: no giver or getter of the document's packages, and no opponent."""
        if actor.code == "US-CONGRESS" or actor.place is None:
            return False
        return actor.place not in self.givers and actor.place not in self.getters and actor.place not in OPPONENTS


@dataclass(eq=False)  # not frozen, which makes each one slower; nothing changes it
class Scene:
    """A clause with what is in it; `lender` is the one before it whose subject it has where it has none of its own,
    and `held_back` says that words in front of it tell of a refusal."""

    findings: Findings
    sentence: Sentence
    clause: Clause
    parties: Parties
    lender: "Scene | None" = None
    held_back: bool = False

    @property
    def previous(self) -> Sentence | None:
        """The sentence before this one in the same paragraph."""
        number = self.sentence.index
        before = self.findings.sentences[number - 1] if number else None
        return before if before is not None and before.block == self.sentence.block else None

    @property
    def relative(self) -> bool:
        """Whether the clause follows "which" or "that", and so tells of what stands in front of it."""
        return self.sentence.lower[: self.clause.start].rstrip().endswith((" which", " that"))

    @_Once
    def words(self) -> list[Found]:
        return find_cues(self.sentence, "relation", *self.clause)

    @_Once
    def groups(self) -> list[Found]:
        return find_cues(self.sentence, "supporters", *self.clause)

    @_Once
    def actors(self) -> list[Actor]:
        start, end = self.clause
        return [one for one in self.findings.actors[self.sentence.index] if start <= one.start and one.end <= end]

    def text(self, start: int, end: int) -> str:
        first, last = self.clause
        return self.sentence.lower[start if start > first else first : end if end < last else last]

    def before(self, at: int) -> str:
        first, last = self.clause
        return self.sentence.lower[first : at if at < last else last]

    def just_before(self, at: int) -> str:
        """The last words in front, enough for what stands right there; so a long sentence is not searched for each."""
        return self.text(at - NEAR_BEFORE, at)

    def after(self, at: int) -> str:
        first, last = self.clause
        return self.sentence.lower[at if at > first else first : last]

    def goods(self, start: int, end: int | None = None) -> bool:
        """Whether military goods, aid by its general names or an amount of money stand in a part of the clause."""
        stop = self.clause.end if end is None else end
        number = self.sentence.index
        named = any(start <= term.start < stop for term in self.findings.terms[number])
        return named or _AID.search(self.sentence.lower, start, stop) is not None or self.money_near(start, stop)

    def meant(self, start: int) -> bool:
        """Whether goods stand in the rest of the clause, or it refers back to some: "which Kyiv asked for", "them"."""
        if self.goods(start):
            return True
        if not self.relative and not _REFERS.search(self.sentence.lower, start, self.clause.end):
            return False
        near = [(self.sentence.index, self.clause.start if self.relative else start)]
        if self.previous is not None and not self.relative:
            near.append((self.previous.index, len(self.previous.text)))
        return any(term.start < stop for number, stop in near for term in self.findings.terms[number])

    def wanted(self, end: int) -> bool:
        """Whether the words up to `end` tell of goods in front of them: "shells which Kyiv asks for"."""
        return self.told_from(end) is not None

    def told_from(self, end: int) -> int | None:
        """Where the goods begin that the words up to `end` tell of, None for none."""
        terms = self.findings.terms[self.sentence.index]
        goods = [term for term in terms if self.clause.start <= term.start and term.end < end]
        if not goods:
            return None
        start = max(self.clause.start, end - NEAR_BEFORE)
        of = _TELLS_OF.search(self.just_before(end))
        if of is not None:
            return next((term.start for term in reversed(goods) if term.end <= start + of.start()), None)
        # "the tanks Norway gave": who acts stands right behind the goods.
        acting = {one.start for one in self.actors if one.end < end and one.form != "adjective"}
        acting |= {one.start() for one in _PRONOUN.finditer(self.sentence.lower, start, end)}
        return next((term.start for term in goods if term.end + 1 in acting), None)

    def named_goods(self, start: int, end: int | None = None) -> bool:
        """Whether goods or arms, not only money, stand in the rest of the clause, or up to `end`."""
        stop = min(self.clause.end, self.clause.end if end is None else end)
        terms = self.findings.terms[self.sentence.index]
        named = any(start <= term.start < stop and term.rank > 0 for term in terms)
        return named or _AID.search(self.sentence.lower, start, stop) is not None

    def aid(self, start: int, end: int | None = None) -> bool:
        """Whether goods, or aid by any name, stand in a part of the clause."""
        stop = self.clause.end if end is None else end
        return self.goods(start, stop) or _PLAIN_AID.search(self.sentence.lower, start, stop) is not None

    def money_near(self, start: int, end: int | None = None) -> bool:
        """Whether an amount of money stands right behind a word."""
        near = min(self.clause.end if end is None else end, start + _MONEY_REACH)
        return any(start <= one.start < near for one in self.findings.money[self.sentence.index])

    def subjects(self, at: int) -> list[Actor]:
        """The actors in front of a verb that may be its subject: not those behind a preposition."""
        return [one for one in self._direct if one.end <= at] or self._antecedent or self._borrowed

    @_Once
    def _borrowed(self) -> list[Actor]:
        """The subject of the clause before, in a clause that begins with its verb."""
        if self.lender is None:
            return []
        if _HIS_COUNTRY.match(self.sentence.lower, self.clause.start) and _TELLS.search(
            self.lender.text(*self.lender.clause)
        ):
            return [one for one in self.lender.actors if one.place is not None][-1:]
        if not has_no_subject(self.sentence, self.clause):
            return []
        return self.lender.subjects(self.lender.words[0].start if self.lender.words else self.lender.clause.end)

    @_Once
    def _direct(self) -> list[Actor]:
        return [one for one in self.actors if not NOT_SUBJECT.search(self.just_before(one.start))]

    @_Once
    def _antecedent(self) -> list[Actor]:
        """The actors right in front of ", which ", who do what the clause tells."""
        start = self.clause.start
        joint = _RELATIVE.search(self.sentence.lower, max(0, start - NEAR_BEFORE), start)
        if joint is None:
            return []
        found: list[Actor] = []
        at = joint.start()
        for one in reversed(self.findings.actors[self.sentence.index]):
            if one.end == at or (found and _JOINED.fullmatch(self.sentence.lower, one.end, at)):
                found.insert(0, one)
                at = one.start
        return found

    @property
    def counted_in_front(self) -> bool:
        """Whether a clause tells of a number of countries in front of it: "the 30 nations that met"."""
        if not self.relative:
            return False
        ends = {self.clause.start - len(" that "), self.clause.start - len(" which ")}
        return any(
            one.end in ends and COUNTED.search(self.sentence.lower, max(0, one.start - NEAR_BEFORE), one.start)
            for one in find_cues(self.sentence, "supporters", 0, self.clause.start)
        )

    def counted(self, start: int, end: int) -> bool:
        """Whether a number of countries, allies or their ministers stands in a part of the clause."""
        return any(start <= at < end for at in self._counted)

    @_Once
    def _counted(self) -> list[int]:
        return [one.start for one in self.groups if COUNTED.search(self.just_before(one.start))]

    def group(self, start: int, end: int) -> bool:
        return any(start <= one.start < end and one.cue.kind == "group" for one in self.groups)

    @property
    def sentence_has_goods(self) -> bool:
        """Whether the whole sentence names goods."""
        return any(term.rank > 0 for term in self.findings.terms[self.sentence.index])

    def named(self, kind: str, start: int, end: int) -> bool:
        """Whether a word of a role stands in a part of the clause."""
        return any(one.cue.kind == kind and start <= one.start < end for one in self.words)
