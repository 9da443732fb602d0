"""Rules for what is promised after all, or without a limit, and for refusals of long standing.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.refusals import only_getters
from app.extract.assembly.scenes import DENIED, REPORTED, Scene
from app.extract.recognisers.cues import Found, find_cues

# Support that is to come: "will stand with", "to keep sending"; not "will stay" and not "has sent".
_WILL_SUPPORT = re.compile(
    r"\b(?:will|would|shall|to)\s+(?:\w+ly\s+|also\s+|not\s+)?(?:continue\s+(?:to\s+)?"
    r"|keep\s+(?:on\s+)?|go on\s+)?(?:support|stand (?:with|by|firmly|behind|alongside)|help|back|assist|arm|provid"
    r"|send|supply|giv|deliver|do |spare|work to|let up|flag|waver|stop|tire|strengthen|bolster|boost)"
    r"|\b(?:stands (?:with|by|behind)|(?:continues|keeps) (?:to )?support)"
)
# What was told at another time, or to one's own: "had said earlier that"; not "said that".
_RECALLED = re.compile(r"\bhad (?:said|stated|told|vowed|promised|pledged)\b|\b(?:said|told \w+) earlier\b")
# What aid is for: "is meant to help"; not "means to help".
_IS_MEANT = re.compile(r"\b(?:is|are|was|were) (?:meant|intended|designed|supposed) to\b")
# Support that lasts, as a noun: "support will last", "help would go on"; not "support ended".
_LASTS = re.compile(
    r"\b(?:support|aid|help|assistance|deliveries|arms|weapons|shipments)\b.{0,40}\b(?:will|would|last|lasts|continue"
    r"|go on|remain)\b"
)
# In the first person, as a government speaks for itself: "we will"; not "he will".
_OUR = re.compile(r"\b(?:we|i|our|my)\b")
# Speech that is quoted: "“We will"; not "Kyiv's".
_QUOTED = re.compile(r"[“”\"]")
# Words by which a promise is told: "repeated its promise", "will now"; not "will".
_PROMISES = re.compile(r"\b(?:promis\w+|pledg\w+|will now|now (?:ready|willing|prepared|says?)|announced)\b")
# What has become otherwise: "now", "after all"; not "then".
_NOW = re.compile(r"\b(?:now|today|after all|this time|no longer|finally|at last)\b")
# A denial anywhere in front: "no basis now to "; not "now ".
_NO_BASIS = re.compile(r"\b(?:no|not|never|nor)\b")
# That goods are given, behind what had kept them: "withheld, are part of the package"; not "withheld".
_IN_PACKAGE = re.compile(
    r"\b(?:part of|included in|in|among) (?:the|this|its|today['’]s) (?:\w+ )?(?:package|aid|tranche)\b"
)
# Words of relenting that need no verb of giving: "lifted its veto".
_ENDS_ITSELF = ("drop", "lift", "soften", "freeze", "end", "no", "unfroze", "reverse", "give", "clear")
# Refusals of long standing, which have an end only where giving follows.
_LONG = ("had/has/have long/", "had/has/have so far", "long/once/", "it/he/she/they")
# Refusals that have an end by their own words.
_UNTIL_NOW = ("until now/recently/then/today/yesterday",)
# What is let go, by its noun: "re-export", "the transfer"; not "the idea".
_EXPORT = re.compile(r"\b(?:re-?exports?|transfers?|deliver(?:y|ies)|arms exports?)\b")
# What only dates another's act: "hours after "; not "after ".
_IN_PASSING = re.compile(r"\b(?:minutes|hours|days|weeks|the day|a day|a week|shortly|just) after\b")
# What a package now brings, in front of ", which had been refused": "also contains", "for the first time"; not "met".
_BRINGS = re.compile(
    r"\b(?:includ\w+|contain\w*|compris\w+|for the first time|will (?:send|supply|deliver|give|provide|get|receive)"
    r"|now)\b"
)
_RELATIVE = re.compile(r",\swhich\s\Z")
# What is lifted, and that it is.
_PASSIVES = ("was/were/been/being",)
_BAN = re.compile(
    r"\b(?:restrictions?|bans?|freeze|limits?|curbs?|veto|embargo|hold|block|objections?|reservations?)\b"
)
_NEAR = 60


def relents(scene: Scene, word: Found) -> int:
    """What was held back and is promised after all."""
    if word.cue.weight > 2:
        if DENIED.search(scene.just_before(word.start)):
            return 0
        gives = scene.named("give", *scene.clause) or scene.named("agree", *scene.clause)
        if not gives and scene.sentence_has_goods:  # "gave way and will send the tanks", in clauses of their own.
            later = find_cues(scene.sentence, "relation", scene.clause.end, len(scene.sentence.text))
            if any(one.cue.kind in ("give", "agree") for one in later):
                return 3
        ends = word.cue.phrase.split("/")[0] in _ENDS_ITSELF
        meant = scene.goods(*scene.clause) or (scene.parties.military and _EXPORT.search(scene.text(*scene.clause)))
        banned = word.cue.phrase.startswith("freeze/")
        alone = ends and not banned and scene.parties.military and not scene.after(word.end).strip(" .,;")
        if word.cue.phrase.startswith(_PASSIVES):
            return 3 if _BAN.search(scene.before(word.start)) and scene.goods(*scene.clause) else 0
        return 3 if (meant and (gives or ends)) or (ends and scene.held_back) or alone else 0
    if _IN_PASSING.search(scene.before(word.start)):
        return 0
    if scene.after(word.end).startswith(","):  # "Finally, " only goes on to the next subject.
        return 0
    near = [one for one in scene.words if one.cue.kind in ("give", "agree") and abs(one.start - word.start) <= _NEAR]
    if not near or any(DENIED.search(scene.just_before(one.start)) for one in near):
        return 0
    if word.cue.phrase == "for the first time" and near[0].cue.kind == "give" and _only_new(scene, near[0]):
        return 0
    return 3 if scene.held_back or scene.goods(*scene.clause) or scene.meant(near[0].end) else 0


def _only_new(scene: Scene, word: Found) -> bool:
    """Whether a package only holds something for the first time, which nobody had held back."""
    if not scene.parties.getters or scene.held_back:
        return False
    return not any(scene.parties.is_other(one) for one in scene.subjects(word.start))


def turns(scene: Scene, word: Found) -> int:
    """Giving what a clause or the sentence before has told that somebody held back."""
    now = _NOW.search(scene.sentence.lower, *scene.clause)
    before = scene.just_before(word.start)
    if DENIED.search(before) or _NO_BASIS.search(before) or (_OUR.search(scene.before(word.start)) and not now):
        return 0
    agrees = word.cue.kind == "give" and scene.named("agree", *scene.clause)
    agrees = agrees or word.cue.phrase.startswith("give/")  # "gave the green light"
    acts = now or agrees or _PROMISES.search(scene.sentence.lower, *scene.clause)
    meant = scene.meant(word.end) or (word.cue.kind == "agree" and scene.sentence_has_goods)
    return 2 if acts and meant else 0


def changes(scene: Scene, word: Found) -> int:
    """A refusal that has an end: "that changes", "long withheld"."""
    if (
        word.cue.weight > 2
        and _BRINGS.search(scene.sentence.lower, 0, scene.clause.start)
        and _RELATIVE.search(scene.sentence.lower, max(0, scene.clause.start - len(", which ")), scene.clause.start)
    ):
        return 3 if scene.parties.military else 0
    if word.cue.phrase.startswith("had/has/have until") and _IN_PACKAGE.search(scene.sentence.lower, word.end):
        return 3
    if word.cue.phrase.startswith(_LONG):
        if _NOW.search(scene.before(word.start)) and scene.named("give", scene.clause.start, word.start):
            return 3
        return 3 if _comes(scene, word.end) else 0
    if word.cue.weight > 2:
        comes = scene.named("give", *scene.clause) or scene.named("agree", *scene.clause)
        now = _NOW.search(scene.sentence.lower, word.end, scene.clause.end) or word.cue.phrase.endswith(_UNTIL_NOW)
        return 3 if (comes or now) and (scene.goods(*scene.clause) or scene.parties.military) else 0
    return 3 if scene.held_back and scene.parties.military else 0


def _comes(scene: Scene, at: int) -> bool:
    """Whether somebody is said to give, behind a place in the clause: no "to give" and no "giving"."""
    for word in scene.words:
        if word.cue.kind in ("give", "agree") and word.start > at:
            before, text = scene.just_before(word.start), scene.text(word.start, word.end)
            if not before.endswith((" to ", " of ", " the ")) and (
                not text.endswith("ing") or before.endswith((" is ", " are ", " now "))
            ):
                return True
    return False


def holds_long(scene: Scene, word: Found) -> int:
    """A refusal of long standing that has no end: "had always refused to send tanks"."""
    if (
        not word.cue.phrase.startswith(_LONG)
        or changes(scene, word)
        or _comes(scene, word.end)
        or only_getters(scene, word.start)
    ):
        return 0
    return 3 if scene.meant(word.start) or scene.aid(word.end) else 0


def goes_on(scene: Scene, word: Found) -> int:
    """Support that is promised without a limit; not a government's own words on itself, which all of them have."""
    reported = REPORTED.search(scene.sentence.lower) is not None or _QUOTED.search(scene.sentence.text) is not None
    if scene.parties.official or (_OUR.search(scene.before(word.start)) and not reported):
        return 0
    words = scene.text(*scene.clause)
    if _IS_MEANT.search(scene.before(word.start)) or _RECALLED.search(scene.sentence.lower):
        return 0
    return 2 if _WILL_SUPPORT.search(words) or _LASTS.search(words) else 0
