"""Rules for reluctance that is told as a feeling or left open: doubts, no commitment, growing caution.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.refusals import goes_unmet
from app.extract.assembly.scenes import OPPONENTS, Scene
from app.extract.recognisers.cues import Found

# What doubts are about, behind a noun: " of U.S. officials to ", " over "; not " in the hall".
_ABOUT = re.compile(
    r"(?:\s(?:of|in|at|among|within|by|from)(?:\s[\w’'.-]+){1,5}?)?\s(?:to|about|over|on|toward|towards|against)\s"
)
# Doubts that have an end: "overcame its ", "despite no "; not "despite ".
_OVERCOME = re.compile(
    r"\b(?:overc[ao]me|shed|dropped|without|no|set aside|put aside|lifted|abandoned|withdrew)\s(?:\w+\s){0,2}\Z"
)
# A name or an office in front of a verb: "Pistorius ", "the chancellor "; not "the talks ".
_SPEAKER = re.compile(
    r"(?:[A-Z][\w’'-]+|\b(?:[Mm]inister|[Cc]hancellor|[Pp]resident|[Pp]remier|spokes\w+|[Hh]e|[Ss]he))\s\Z"
)
# A passive, in front of its participle: "will be "; not "will ".
_IS_BEING = re.compile(r"\b(?:be|been|is|are|was|were)\s\Z")
_REACH = 60


def _of_others(scene: Scene, at: int) -> bool:
    """Whether somebody else than who gets the aid has the doubts."""
    subjects = scene.subjects(at)
    return not subjects or any(one.place not in scene.parties.getters | OPPONENTS for one in subjects)


def doubts(scene: Scene, word: Found) -> int:
    """Doubts about giving: "the reluctance of officials to send tanks"."""
    about = _ABOUT.match(scene.after(word.end))
    if about is None or _OVERCOME.search(scene.just_before(word.start)) or not _of_others(scene, word.start):
        return 0
    at = word.end + about.end()
    return 3 if scene.named_goods(at, at + _REACH) else 0


def commits_to_none(scene: Scene, word: Found) -> int:
    """Somebody who is asked for goods and promises none."""
    text = scene.sentence.text[max(scene.clause.start, word.start - _REACH) : word.start]
    if not (scene.subjects(word.start) or _SPEAKER.search(text)) or not _of_others(scene, word.start):
        return 0
    goods = scene.named_goods(*scene.clause) or (
        scene.previous is not None and any(one.rank > 0 for one in scene.findings.terms[scene.previous.index])
    )
    return 3 if goods and scene.parties.military else 0


def grows_hesitant(scene: Scene, word: Found) -> int:
    """Donors who are less willing than before."""
    somebody = scene.group(scene.clause.start, word.start) or scene.subjects(word.start)
    of_arms = scene.parties.military or "donors" in scene.sentence.words
    return 3 if somebody and of_arms and _of_others(scene, word.start) else 0


def is_turned_down(scene: Scene, word: Found) -> int:
    """A request that is turned down, by whomever."""
    passive = _IS_BEING.search(scene.just_before(word.start)) is not None
    if not passive or not word.cue.phrase.startswith("turn/"):
        return 0
    named = any(one.place in scene.parties.getters for one in scene.actors)
    return goes_unmet(scene, word) if named or scene.aid(scene.clause.start, word.start) else 0
