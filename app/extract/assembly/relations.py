"""Who does what to what in a clause: the relations that coalition notes tell of.

The words of each role (verbs of leading, giving, asking, holding back) are data; a rule asks for them together, with
a subject that may do it and an object that it may be done to.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from app.extract.assembly import (
    alliances,
    company,
    contributions,
    doubts,
    gifts,
    origins,
    promises,
    refusals,
    spurs,
    stances,
)
from app.extract.assembly.clauses import Clause, has_no_subject
from app.extract.assembly.scenes import Parties, Scene
from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues
from app.extract.segments import Sentence

Rule = Callable[[Scene, Found], int]

# A claim that the sentence itself rejects: "The idea that Oslo hesitated is nonsense"; not "the idea that works".
_REJECTED = re.compile(
    r"\b(?:(?:idea|notion|claim|suggestion|allegation)s?\s+that\b.*\b(?:nonsense|false|wrong|untrue|absurd|not true)\b"
    r"|den(?:y|ies|ied)(?:\s(?:that|having|it|any|(?:(?:the|an?|such|press|media)\s)?(?:reports?|claims?|rumou?rs?"
    r"|allegations?))\b|[.,:;]))"
)
# A word of which each rejected claim has one.
_CLAIMS = frozenset(
    {"deny", "denies", "denied"}
    | {word + ending for word in ("idea", "notion", "claim", "suggestion", "allegation") for ending in ("", "s")}
)
# Who leads, put in between: "co-led by Latvia and Britain"; not "led the talks".
_LED_BY = re.compile(r"[\w-]+ by [^,;]+")
# What a condition waits for, told in the clause behind it: "certifies"; not "certain".
_CERTIFIES = re.compile(
    r"\b(?:to (?:pledge|promise|assure|undertake)|certif|verif|proof|assuranc|guarante|evidence|safeguard)"
)
# What opens a clause within a clause: ", which ", ", who "; not " that ".
_RELATIVE = re.compile(r"\bwh(?:ich|o)\s+\Z")
# For each role, the kinds of note that its words may make and the rules that decide.
_RULES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "found": (
        ("leadership", alliances.leads),
        ("coordination", alliances.comprises),
        ("contribution", contributions.buys_for),  # "builds two boats for the navy"
    ),
    "convene": (
        ("leadership", alliances.leads),
        ("coordination", alliances.meets),
        ("contribution", contributions.serves),
    ),
    "lead": (("leadership", alliances.leads),),
    "rally": (("leadership", alliances.leads), ("contribution", contributions.mobilizes)),
    "join": (
        ("coordination", alliances.meets),
        ("coordination", alliances.sits_together),
        ("coordination", company.talks_with_ministers),
    ),
    "pool": (("coordination", alliances.pools),),
    "work": (("coordination", alliances.works_with),),
    "ease": (("coordination", alliances.eases),),
    "coalition": (("coordination", alliances.unites),),
    "give": (
        ("coordination", alliances.number_gives),
        ("contribution", contributions.contributes),
        ("contribution", gifts.names_gift),
        ("reluctance", refusals.gives_none),
    ),
    "fund": (("contribution", contributions.contributes),),
    "effort": (("coordination", alliances.unites_effort),),
    "shared": (("coordination", alliances.shares),),
    "train": (("coordination", alliances.number_gives), ("contribution", contributions.contributes)),
    "pay": (("coordination", alliances.number_gives), ("contribution", contributions.contributes)),
    "gift": (("contribution", gifts.gives_noun),),
    "thank": (("contribution", gifts.thanked),),
    "agree": (("contribution", contributions.permits), ("contribution", contributions.votes_money)),
    "divide": (("coordination", alliances.shares_out),),
    "serve": (("contribution", contributions.serves),),
    "under": (("leadership", alliances.stands_under),),
    "part": (("contribution", contributions.plays_part),),
    "come": (("contribution", origins.comes_from),),
    "arrive": (("contribution", origins.comes_first),),
    "buy": (("contribution", contributions.buys_for),),
    "get": (("contribution", origins.is_received),),
    "spur": (("leadership", spurs.spurs),),
    "comprise": (("coordination", alliances.comprises), ("contribution", origins.own_package)),
    "meeting": (("coordination", alliances.sits_together),),
    "team": (("coordination", alliances.shares_out),),
    "protect": (("reluctance", refusals.protects_own),),
    "unmet": (("reluctance", refusals.goes_unmet),),
    "none": (("reluctance", refusals.none_agrees),),
    "ask": (
        ("request", stances.asks),
        ("leadership", spurs.spurs),
        ("reluctance", refusals.keeps_for_itself),
    ),
    "lack": (("request", stances.lacks), ("reluctance", refusals.needs_itself)),
    "withhold": (("reluctance", refusals.holds_back), ("reluctance", doubts.is_turned_down)),
    "spare": (("reluctance", refusals.is_kept), ("contribution", origins.is_given_by)),
    "adhere": (("reluctance", refusals.adheres),),
    "unwise": (("reluctance", refusals.advises_against),),
    "relent": (("promise", promises.relents),),
    "change": (("promise", promises.changes), ("reluctance", promises.holds_long)),
    "unlimited": (("promise", promises.goes_on),),
    "limit": (("condition", stances.limits), ("contribution", contributions.provides)),
    "consent": (("condition", stances.needs_consent),),
    "bound": (("condition", stances.is_bound),),
    "discuss": (("coordination", alliances.confers),),
    "among": (("coordination", alliances.belongs),),
    "need": (("request", stances.says_it_needs),),
    "wane": (("reluctance", refusals.wanes),),
    "tell": (("request", stances.tells),),
    "certify": (("condition", stances.is_certified),),
    "origin": (("contribution", origins.is_from),),
    "landed": (("contribution", origins.has_arrived),),
    "doubt": (("reluctance", doubts.doubts),),
    "uncommitted": (("reluctance", doubts.commits_to_none),),
    "hesitant": (("reluctance", doubts.grows_hesitant),),
    "jointly": (("coordination", company.acts_jointly),),
    "partnered": (("coordination", company.has_partners),),
    "alongside": (("coordination", company.gives_alongside),),
    "talks": (("coordination", company.talks_with_ministers),),
}


# Words that say what somebody does to aid itself, by whomever.
_STANCES = frozenset(
    {
        "ask",
        "lack",
        "withhold",
        "spare",
        "adhere",
        "unwise",
        "relent",
        "change",
        "unlimited",
        "limit",
        "protect",
        "unmet",
        "none",
        "certify",
        "wane",
        "consent",
        "bound",
        "tell",
        "doubt",
        "uncommitted",
        "hesitant",
    }
)
# Words of holding back.
_REFUSALS = frozenset({"withhold", "spare", "adhere"})
# Words of doing something with those who are no other donors: "together, we", "closely with the army".
_COMPANY = frozenset({"together", "closely"})
# Words of asking, which are many in any text, and plain words for what is asked, or of whom.
_ASKING = frozenset({"ask"})
_ASKED = frozenset({"others", "aid", "arms", "weapons", "weaponry", "help", "military", "support", "assistance"})
# Words for what is led or joined, which say nothing alone.
_BODIES = frozenset({"effort", "world", "fund"})
# Words for groups, which need no other actor where somebody leads, joins or unites them.
_GATHERINGS = frozenset({"coalition", "effort", "world", "fund"})
_ACTS_ON_GROUPS = frozenset(
    {"alongside", "found", "lead", "convene", "rally", "join", "under", "divide", "pool", "comprise", "team"}
)


class Relation(NamedTuple):
    """A kind of note at the words that give it away, with how sure it is and its clause."""

    kind: str
    start: int
    end: int
    weight: int
    clause: Clause


def may_tell(findings: Findings, sentence: Sentence, parties: Parties) -> bool:
    """Whether a sentence has words that may make a note: of giving and joining only beside others who might do it."""
    words = find_cues(sentence, "relation")
    if not words:
        return False
    kinds = {one.cue.kind for one in words}
    if not kinds.isdisjoint(_STANCES) and (kinds - _ASKING or _may_be_asked(findings, sentence)):
        return True
    if kinds <= _BODIES:
        return False
    if not kinds.isdisjoint(_GATHERINGS) and not kinds.isdisjoint(_ACTS_ON_GROUPS):
        return True
    if find_cues(sentence, "supporters") or not sentence.words.isdisjoint(_COMPANY):
        return True
    actors = findings.actors[sentence.index]
    if "need" in kinds and any(one.place in parties.getters for one in actors):
        return True
    return any(parties.is_other(one) for one in actors) or _held_back_before(findings, sentence)


def _may_be_asked(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence names somebody who may ask for aid, or goods that may be asked for."""
    known = findings.actors[sentence.index] or findings.terms[sentence.index]
    return bool(known) or "supporters" in sentence.phrases.cues or not sentence.words.isdisjoint(_ASKED)


def is_rejected(sentence: Sentence) -> bool:
    """Whether a sentence tells a claim only to reject it."""
    return not sentence.words.isdisjoint(_CLAIMS) and _REJECTED.search(sentence.lower) is not None


def _held_back_before(findings: Findings, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, tells of holding back."""
    before = findings.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.block != sentence.block:
        return False
    words = find_cues(before, "relation")
    return any(_refuses(one) for one in words)


def _refuses(word: Found) -> bool:
    return word.cue.kind in _REFUSALS and word.cue.weight == 3


def _own_clause(scene: Scene, word: Found, kind: str) -> Clause:
    """The clause of a relation: of what is only put in between, ", led by Poland,", those words; of goods that others
    gave also the clause that names them, and what is certified to its end."""
    start, end = scene.clause
    if kind == "contribution" and scene.relative and scene.lender is not None and not scene.goods(start):
        return Clause(scene.lender.clause.start, end)
    waits = kind == "condition" and _CERTIFIES.search(scene.sentence.lower, word.start, word.end)
    if waits or word.cue.kind == "protect":
        return Clause(start, len(scene.sentence.text))
    together = scene.before(word.start).rfind("together, we") if kind == "coordination" else -1
    if together > 0:
        return Clause(start + together, end)
    if kind != "leadership" or not scene.before(word.start).endswith(", "):
        return scene.clause
    led_by = _LED_BY.match(scene.sentence.lower, word.start, end)
    return Clause(word.start, led_by.end()) if led_by else Clause(start, end)


def _set_apart(scene: Scene, best: dict[str, Relation]) -> None:
    """Give what the clause only tells of goods or groups its own words, beside what it says itself."""
    _set_leaders_apart(scene, best)
    for kind in ("request", "contribution"):
        one = best.get(kind)
        if one is None or len(best) < 2 or one.clause != scene.clause:
            continue
        start = scene.told_from(one.end)
        if start is not None:
            best[kind] = one._replace(clause=Clause(start, one.end))


def _set_leaders_apart(scene: Scene, best: dict[str, Relation]) -> None:
    """Give who leads a group its own words where others join it: "joined the coalition led by Latvia"."""
    leads, of_group = best.get("leadership"), best.get("coordination")
    if leads is None or of_group is None or leads.clause != of_group.clause:
        return
    joined = any(word.start == of_group.start and word.cue.kind == "join" for word in scene.words)
    led_by = _LED_BY.match(scene.sentence.lower, leads.start, scene.clause.end)
    if joined and led_by is not None:
        best["leadership"] = leads._replace(clause=Clause(leads.start, led_by.end()))


def _may_lend(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause has a subject that a later one may share: not one that tells of what stands in front of it."""
    relative = _RELATIVE.search(sentence.lower, max(0, clause.start - len(", which ")), clause.start)
    return relative is None and not has_no_subject(sentence, clause)


def _others_may_give(findings: Findings, sentence: Sentence, parties: Parties) -> bool:
    """Whether a sentence names somebody whose gift could be a contribution: another donor, a group, one of many."""
    if len(parties.givers) > 2 or "supporters" in sentence.phrases.cues or "together" in sentence.words:
        return True
    return any(parties.is_other(one) for one in findings.actors[sentence.index])


def find_relations(findings: Findings, sentence: Sentence, clauses: list[Clause], parties: Parties) -> list[Relation]:
    """The relations of a sentence, clause by clause; of one kind in a clause the surest."""
    found: list[Relation] = []
    held_back = _held_back_before(findings, sentence)
    before: Scene | None = None
    others = _others_may_give(findings, sentence, parties)
    for clause in clauses:
        scene = Scene(findings, sentence, clause, parties, before, held_back)
        if len(clauses) > 1 and _may_lend(sentence, clause):
            before = scene
        best: dict[str, Relation] = {}
        for word in scene.words:
            for kind, rule in _RULES.get(word.cue.kind, ()):
                if kind == "contribution" and not others:
                    continue
                weight = rule(scene, word)
                if weight and (kind not in best or weight > best[kind].weight):
                    best[kind] = Relation(kind, word.start, word.end, weight, _own_clause(scene, word, kind))
        gives = [word for word in scene.words if word.cue.kind in ("give", "agree")] if held_back else []
        for word in gives:
            weight = promises.turns(scene, word)
            if weight and "promise" not in best and "reluctance" not in best:
                best["promise"] = Relation("promise", word.start, word.end, weight, clause)
        held_back = held_back or "reluctance" in best or any(_refuses(word) for word in scene.words)
        _set_apart(scene, best)
        found += best.values()
    return found
