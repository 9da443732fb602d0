"""Who does what to what in a clause: the relations that coalition notes tell of.

The words of each role (verbs of leading, giving, asking, holding back) are data; a rule asks for them together, with
a subject that may do it and an object that it may be done to.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from app.extract.assembly import alliances, stances
from app.extract.assembly.clauses import Clause
from app.extract.assembly.scenes import Parties, Scene
from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues
from app.extract.segments import Sentence

Rule = Callable[[Scene, Found], int]

# A claim that the sentence itself rejects: "The idea that Oslo hesitated is nonsense"; not "the idea that works".
_REJECTED = re.compile(
    r"\b(?:(?:idea|notion|claim|suggestion|allegation)s?\s+that\b.*\b(?:nonsense|false|wrong|untrue|absurd|not true)\b"
    r"|den(?:y|ies|ied)\b)"
)
# Who leads, put in between: "co-led by Latvia and Britain"; not "led the talks".
_LED_BY = re.compile(r"[\w-]+ by [^,;]+")
# For each role, the kinds of note that its words may make and the rules that decide.
_RULES: dict[str, tuple[tuple[str, Rule], ...]] = {
    "found": (("leadership", alliances.leads),),
    "convene": (("leadership", alliances.leads), ("coordination", alliances.meets)),
    "lead": (("leadership", alliances.leads),),
    "rally": (("leadership", alliances.leads),),
    "join": (("coordination", alliances.meets),),
    "pool": (("coordination", alliances.pools),),
    "work": (("coordination", alliances.works_with),),
    "ease": (("coordination", alliances.eases),),
    "coalition": (("coordination", alliances.unites),),
    "give": (("coordination", alliances.number_gives), ("contribution", alliances.contributes)),
    "shared": (("coordination", alliances.shares),),
    "train": (("contribution", alliances.contributes),),
    "pay": (("contribution", alliances.contributes),),
    "gift": (("contribution", alliances.gives_noun),),
    "thank": (("contribution", alliances.thanked),),
    "agree": (("contribution", alliances.permits),),
    "ask": (("request", stances.asks),),
    "withhold": (("reluctance", stances.holds_back),),
    "relent": (("promise", stances.relents),),
    "unlimited": (("promise", stances.goes_on),),
    "limit": (("condition", stances.limits),),
}


class Relation(NamedTuple):
    """A kind of note at the words that give it away, with how sure it is and its clause."""

    kind: str
    start: int
    end: int
    weight: int
    clause: Clause


def is_rejected(sentence: Sentence) -> bool:
    """Whether a sentence tells a claim only to reject it."""
    return _REJECTED.search(sentence.lower) is not None


def _held_back_before(findings: Findings, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, tells of holding back."""
    before = findings.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.block != sentence.block:
        return False
    words = find_cues(before, "relation")
    return any(one.cue.kind == "withhold" and one.cue.weight == 3 for one in words)


def _own_clause(scene: Scene, word: Found, kind: str) -> Clause:
    """The clause of a relation: of what is only put in between, ", led by Poland,", those words."""
    start, end = scene.clause
    if kind != "leadership" or not scene.before(word.start).endswith(", "):
        return scene.clause
    led_by = _LED_BY.match(scene.sentence.lower, word.start, end)
    return Clause(word.start, led_by.end()) if led_by else Clause(start, end)


def find_relations(findings: Findings, sentence: Sentence, clauses: list[Clause], parties: Parties) -> list[Relation]:
    """The relations of a sentence, clause by clause; of one kind in a clause the surest."""
    found: list[Relation] = []
    held_back = _held_back_before(findings, sentence)
    for clause in clauses:
        scene = Scene(findings, sentence, clause, parties)
        best: dict[str, Relation] = {}
        for word in scene.words:
            for kind, rule in _RULES.get(word.cue.kind, ()):
                weight = rule(scene, word)
                if weight and (kind not in best or weight > best[kind].weight):
                    best[kind] = Relation(kind, word.start, word.end, weight, _own_clause(scene, word, kind))
        for word in scene.words:
            weight = stances.turns(scene, word, held_back=held_back) if word.cue.kind == "give" else 0
            if weight and "promise" not in best and "reluctance" not in best:
                best["promise"] = Relation("promise", word.start, word.end, weight, clause)
        held_back = held_back or "reluctance" in best
        unwise = stances.advises_against(scene)
        if unwise is not None and "reluctance" not in best:
            best["reluctance"] = Relation("reluctance", *unwise, 2, clause)
        found += best.values()
    return found
