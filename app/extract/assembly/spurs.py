"""Rules for what a donor wants others to do: a kind of leading.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import DENIED, OPPONENTS, Scene
from app.extract.recognisers.cues import Found

# A passive, in front of its participle: "will be "; not "will ".
_IS_BEING = re.compile(r"\b(?:be|been|is|are|was|were)\s\Z")
# Who is to follow, in front of the verb: "others to ", "allies will "; not "he will ".
_OTHERS_TO = re.compile(
    r"\b(?:others|allies|partners|countries|nations|capitals|governments|members|donors|states)\s(?:also\s|now\s"
    r"|soon\s)?"
    r"(?:to|will|would|should|can)\s\Z"
)
# What a donor hopes for of others, in front of what they do: "hopes that ", "calls on "; not "knows that ".
_HOPES = re.compile(r"\b(?:hop(?:es?|ed|ing)|wants?|wanted|urg\w+|call(?:s|ed)? on|encourag\w+|expect\w*|appeal\w*)\s")
# Others who are asked to give: " others to send"; not " others to wait".
_ASKS_OTHERS = re.compile(
    r"\s(?:the\s)?others\sto\s(?:send|give|follow|join|contribute|do (?:the same|more|likewise)|supply|deliver"
    r"|donate)\b"
)
# Others than those before: "other ", "more "; not "the ".
_OTHERS = re.compile(r"\b(?:other|more|further|fellow|all)\s(?:\w+\s)?\Z")
# What others are spurred to do: " countries to follow", " allies to look into their stocks"; not " countries to talk".
_TO_JOIN = re.compile(
    r"\s(?:to|into)\s(?:\w+ly\s|also\s)?(?:send|give|giving|sending|look into|follow|join|contribut\w+|do (?:the same"
    r"|more|likewise)"
    r"|step(?:ping)? up|dig|open|match|provid\w+|deliver\w*|suppl\w+|donat\w+|arm|equip|part|be as|copy|emulate"
    r"|increase|raise|double|chip in|pay|fund|spare"
    r"|deploy|bring forward|speed|accelerate|hasten|boost|strengthen|expand|ramp up|keep|honou?r"
    r"|search|check|search through|comb|empty|pledg\w+|releas\w+|hand)\b"
)
_NEAR = 25


def spurs(scene: Scene, word: Found) -> int:
    """A donor that wants to move others to give."""
    asked = word.cue.kind == "ask" and "others" not in scene.sentence.words
    if (asked and not scene.groups) or DENIED.search(scene.just_before(word.start)):
        return 0
    if any(one.place in scene.parties.getters | OPPONENTS for one in scene.subjects(word.start)):
        return 0
    if word.cue.kind == "ask" and _ASKS_OTHERS.match(scene.after(word.end)):
        return 2 if scene.parties.military else 0
    if word.cue.weight > 2:  # "hopes that others will follow"
        return 2 if scene.parties.military and _HOPES.search(scene.sentence.lower, 0, word.start) else 0
    if word.cue.weight == 1:  # "follow our example", which others are to do.
        return 2 if scene.parties.military and _OTHERS_TO.search(scene.just_before(word.start)) else 0
    if word.cue.kind == "spur" and _IS_BEING.search(
        scene.just_before(word.start)
    ):  # "that others are prompted by it to give"
        passive = scene.group(scene.clause.start, word.start) and scene.after(word.end).startswith(" by ")
        return 2 if passive and scene.parties.military and _TO_JOIN.search(scene.after(word.end)) else 0
    group = next((one for one in scene.groups if 0 <= one.start - word.end <= _NEAR), None)
    if word.cue.kind == "ask" and (group is None or not _OTHERS.search(scene.just_before(group.start))):
        return 0
    return 2 if group is not None and scene.parties.military and _TO_JOIN.match(scene.after(group.end)) else 0
