"""Rules for contributions that are told by a noun: a gift, a pledge, thanks for one.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.contributions import ACTIVE, NOUN_OR_VERB, feeds_aggressor, is_noun, joined_to_own, others
from app.extract.assembly.scenes import DENIED, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# Between an owner and what is its own: "'s generous "; not " and its ".
_OWNS = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}")
# What somebody says of a gift of its own, in front of the noun: "confirmed the "; not "criticised the ".
_CONFIRMS = re.compile(
    r"\b(?:confirm|announc|approv|promis|pledg|authori[sz]|order)\w*\s(?:(?:the|an?|its|another|further)\s){0,2}\Z"
)
_REACH = 60
_NEAR = 25


def gives_noun(scene: Scene, word: Found) -> int:
    """A contribution or donation of something by another."""
    owner = next((one for one in scene.actors if _OWNS.fullmatch(scene.text(one.end, word.start))), None)
    if owner is not None and scene.parties.is_other(owner) and scene.goods(word.end) and not feeds_aggressor(scene):
        return 3
    before = scene.just_before(word.start)
    confirmed = _CONFIRMS.search(before)
    if (
        confirmed
        and not DENIED.search(before[: confirmed.start()])
        and scene.named_goods(word.end, word.end + _REACH)
        and not feeds_aggressor(scene)
    ):
        subjects = scene.subjects(word.start)
        if subjects and scene.parties.is_other(subjects[-1]) and not joined_to_own(scene, subjects):
            return 2
    by = re.search(r"\b(?:by|from)\s+", scene.after(word.end))
    named = scene.goods(word.end) or scene.parties.military
    if (
        by is None
        or by.start() > _NEAR * 2
        or ACTIVE.search(scene.after(word.end)[: by.start()])
        or not named
        or feeds_aggressor(scene)
    ):
        return 0
    at = word.end + by.end()
    near = [one for one in scene.actors if at <= one.start < at + _NEAR]
    if any(one.place in scene.parties.givers and not _has_members(scene, one) for one in near):
        return 0
    return 3 if others(scene, at, at + _NEAR) or scene.group(at, at + _NEAR) else 0


def names_gift(scene: Scene, word: Found) -> int:
    """A contribution by a noun that looks like a verb: "Norway's offer of boats"."""
    bare = NOUN_OR_VERB.fullmatch(scene.sentence.lower[word.start : word.end])
    return gives_noun(scene, word) if bare and is_noun(scene, word, scene.just_before(word.start)) else 0


def _has_members(scene: Scene, actor: Actor) -> bool:
    """Whether a name only says whose members act: "EU member states"."""
    return any(one.start > actor.end and " and " not in scene.text(actor.end, one.start) for one in scene.groups)


def thanked(scene: Scene, word: Found) -> int:
    """Thanks or welcome for what another gives."""
    if scene.after(word.end).startswith(" to ") and scene.text(word.start, word.end) == "thanks":
        return 0
    gives = next((one for one in scene.words if one.cue.kind in ("give", "gift") and one.start > word.end), None)
    told = scene.sentence_has_goods and scene.clause.end < len(scene.sentence.text)  # "welcomed its pledge that tanks"
    if gives is None or feeds_aggressor(scene) or not (scene.goods(word.end) or told):
        return 0
    if scene.group(word.end, scene.clause.end):
        return 2
    return 3 if others(scene, word.end, scene.clause.end) else 0
