"""Rules for company: what a donor does jointly with others, alongside a number of them, or at one table.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import DENIED, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# An army's things, or what is done for it: "the Fijian military's", "a repair centre"; not "the harbour".
_FOR_ARMY = re.compile(
    r"\b(?:militar\w+|arm(?:y|ies)|nav(?:y|ies)|armed forces|air forces?|coast guard|train\w*|repair\w*|maintenance"
    r"|workshops?|surveillance|weapons?|arms|ammunition|shells|drones?|missiles?|tanks?|howitzers?|air defen[cs]e)\b"
)
# Whom somebody talks to: "defence ministers", "armed forces chiefs"; not "ministers of health".
_DEFENCE_MINISTERS = re.compile(
    r"\b(?:defen[cs]e|foreign) (?:ministers|chiefs|secretaries)\b|\bchiefs of (?:defen[cs]e|staff)\b"
)
_REACH = 60
_FAR = 160
_PARTNERS = 2
_SEVERAL = 3


def _places(actors: list[Actor]) -> set[str | None]:
    return {one.place for one in actors}


def acts_jointly(scene: Scene, word: Found) -> int:
    """Countries that do an army's work together; not the joint donors of one package, who only share its cost."""
    subjects = [one for one in scene.subjects(word.start) if one.place not in scene.parties.getters]
    if len(_places(subjects)) < 2 or DENIED.search(scene.just_before(word.start)):
        return 0
    if not any(scene.parties.is_other(one) for one in subjects) or scene.money_near(word.end):
        return 0
    return 2 if scene.parties.military and _FOR_ARMY.search(scene.text(*scene.clause)) else 0


def has_partners(scene: Scene, word: Found) -> int:
    """A joint project of three countries or more that the goods belong to."""
    near = [one for one in scene.actors if 0 <= one.start - word.end < _REACH and scene.parties.is_other(one)]
    return 2 if scene.parties.military and len(_places(near)) >= _PARTNERS else 0


def gives_alongside(scene: Scene, word: Found) -> int:
    """Giving alongside a number of countries."""
    if not scene.counted(word.end, word.end + _REACH) or not scene.parties.military:
        return 0
    gives = any(one.cue.kind == "give" for one in scene.words)
    return 2 if gives and scene.aid(*scene.clause) else 0


def talks_with_ministers(scene: Scene, word: Found) -> int:
    """Talks with the defence ministers of several countries, each named."""
    near = scene.text(word.end, word.end + _FAR)
    if not scene.parties.military or _DEFENCE_MINISTERS.search(near) is None:
        return 0
    named = [one for one in scene.actors if one.start >= word.end and scene.parties.is_other(one)]
    return 2 if len(_places(named)) >= _SEVERAL else 0
