"""Rules for what is held back, and for what is promised after all.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import ABSTRACT, DENIED, OPPONENTS, REPORTED, Scene
from app.extract.recognisers.cues import Found

# A verb of parting with goods that no list of giving has: "part with", "approve", "let"; not "see".
_PARTS = re.compile(
    r"\b(?:part(?:ing)? with|approv\w+|let|allow\w*|clear\w*|releas\w+|agree\w*|authori[sz]\w+|do so|pay"
    r"|vote|back|spend|contribute|join|lift|giv(?:e|ing) (?:up|away)|arm|sign off)\b"
)
# Giving, as a gerund or a noun: "sending ", "the delivery of "; not "sent".
_GIVING = re.compile(
    r"\b(?:sending|giving|providing|supplying|delivering|donating|transferring|handing over"
    r"|(?:deliver(?:y|ies)|transfers?|supply|provision|exports?|shipments?|donation|dispatch) of"
    r"|(?:their|its) (?:delivery|transfer|supply|export))\s"
)
# What is only not told: " to comment", " to put a figure"; not " to send".
_UNTOLD = re.compile(
    r"(?:\s\w+){0,2}?\s(?:to\s)?(?:comment\w*|confirm\w*|say|saying|discuss\w*|disclos\w+|nam(?:e|ing)|put(?:ting)? a"
    r"|detail\w*|specif\w+|reveal\w*|speculat\w+|answer\w*|elaborat\w+|talk\w*|be (?:named|quoted|drawn)|identif\w+"
    r"|explain\w*|give (?:\w+\s){0,2}(?:figures?|details?|numbers?|names?|dates?|interviews?)"
    r"|express\w*|describ\w+|list)\b"
)
# What else somebody does not want to do: " to travel"; not " the tanks".
_TO_DO = re.compile(r"\sto\s\w+")
# Support that is to come: "will stand with", "to keep sending"; not "will stay" and not "has sent".
_WILL_SUPPORT = re.compile(
    r"\b(?:will|would|shall|to)\s+(?:\w+ly\s+|also\s+|not\s+)?(?:continue\s+(?:to\s+)?"
    r"|keep\s+(?:on\s+)?|go on\s+)?(?:support|stand (?:with|by|firmly|behind|alongside)|help|back|assist|arm|provid"
    r"|send|supply|giv|deliver|do |spare|work to|let up|flag|waver|stop|tire|strengthen|bolster|boost)"
    r"|\b(?:stands (?:with|by|behind)|(?:continues|keeps) (?:to )?support)"
)
# Support that lasts, as a noun: "support will last", "help would go on"; not "support ended".
_LASTS = re.compile(
    r"\b(?:support|aid|help|assistance|deliveries)\b.{0,40}\b(?:will|would|last|lasts|continue|go on|remain)\b"
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
# Somebody who decides on aid: "the administration ", "they "; not "soldiers ".
_SOMEBODY = re.compile(
    r"\b(?:it|he|she|they|we|government|administration|officials?|lawmakers|house|senate|parties|party|republicans"
    r"|democrats|hardliners|opposition|chancellor|minister|president|ministry|cabinet|parliament|who|there|generals|senators|deputies|legislators|mps|army|navy"
    r"|air forces?|armed forces|capital|premier|coalition partner|commission|council|commanders|secretary)\b"
)
# What somebody asks for, as a noun: "what Kyiv "; not "Kyiv ".
_WHAT = re.compile(r"\bwhat(?:\s[\w’']+){1,3}\s\Z")
# Nothing of a kind: "no Gripen ", "none of our tanks "; not "no longer the tanks ".
_NONE = re.compile(r"\b(?:no|none of (?:the|its|our|their)|not (?:one|a single))\s(?:[\w’'-]+\s){0,4}\Z")
# A rule that keeps from giving: "not supplying", "only non-lethal"; not "helping".
_KEEPS_FROM = re.compile(r"\b(?:not|no|never|only|against|nothing|without)\b")
# What a parliament passes or stops: "any measure with war money"; not "the measures of the crate".
_MEASURE = re.compile(r"\b(?:measure|bill|legislation|decree|dollar|package|money|spending|budget|vote)\b")
# Plain refusals, which need no verb of giving.
_NOES = (
    "said/says/say/saying no",
    "answer",
    "do/does/did not",
    "will/would not lift",
    "do/does/did/don't",
    "could/can not",
    "cannot",
)
# Words of relenting that need no verb of giving: "lifted its veto".
_ENDS_ITSELF = ("drop", "lift", "soften")
_NEAR = 60
_NEXT = 12


def holds_back(scene: Scene, word: Found) -> int:
    """A supporter that doesn't want to give."""
    after = scene.after(word.end)
    if _only_getters(scene, word.start) or scene.named("limit", word.end, scene.clause.end) or _UNTOLD.match(after):
        return 0
    before = scene.just_before(word.start)
    if (DENIED.search(before) and word.cue.weight > 1) or _WHAT.search(before) or not _is_somebody(scene, word):
        return 0
    if word.cue.weight == 1:
        first = next((one for one in scene.words if one.start >= word.end), None)
        gives = first is not None and first.cue.kind == "give" and first.start - word.end < _NEXT
        return 2 if gives and scene.goods(0, len(scene.sentence.text)) else 0
    gives = scene.named("give", word.start, scene.clause.end) or bool(_PARTS.search(after) or _GIVING.search(after))
    if word.cue.phrase.startswith(_NOES):
        if _TO_DO.match(after) and not gives:
            return 0
        return 3 if scene.meant(word.end) or _goods_before(scene) or _denies(scene, word, after) else 0
    near = word.end + _NEAR
    direct = scene.aid(word.start, near) if word.cue.weight == 2 else scene.named_goods(word.start, near)
    denies = _denies(scene, word, after)
    return 3 if direct or (gives and scene.meant(word.end)) or denies else 0


def _denies(scene: Scene, word: Found, after: str) -> bool:
    """Whether a plain refusal keeps aid from being given, though what it would be is not named."""
    if not scene.parties.military or word.cue.weight < 3:
        return False
    first = next((one for one in scene.words if one.start >= word.end), None)
    if first is not None and first.cue.kind == "give" and first.start - word.end <= 1:
        return not ABSTRACT.match(scene.after(first.end))
    votes = _PARTS.search(scene.text(word.start, word.end)) or _PARTS.match(
        after, len(" to ") if after.startswith(" to ") else 1
    )
    if votes and _MEASURE.search(after):
        return True
    return any(one.start == word.end + 1 and one.place in scene.parties.getters for one in scene.actors)


def _is_somebody(scene: Scene, word: Found) -> bool:
    """Whether a supporter, or one who decides on aid, stands in front of a word."""
    if scene.subjects(word.start) or scene.group(scene.clause.start, word.start):
        return True
    return _SOMEBODY.search(scene.before(word.start)) is not None


def _goods_before(scene: Scene) -> bool:
    """Whether the sentence before speaks of goods, in the same paragraph or at the end of the one before."""
    number = scene.sentence.index
    return number > 0 and bool(scene.findings.terms[number - 1])


def is_kept(scene: Scene, word: Found) -> int:
    """Goods that cannot be spared, or none of which will go."""
    before = scene.just_before(word.start)
    if word.cue.weight > 2:
        return 3 if scene.named_goods(scene.clause.start, word.start) else 0
    none = _NONE.search(before)
    start = max(scene.clause.start, word.start - len(before))
    return 3 if none is not None and scene.named_goods(start + none.start(), word.start) else 0


def adheres(scene: Scene, word: Found) -> int:
    """Somebody who stays with a refusal, or with a rule that keeps from giving."""
    if _only_getters(scene, word.start) or DENIED.search(scene.just_before(word.start)):
        return 0
    if word.cue.weight > 2:
        return 3 if scene.named_goods(*scene.clause) or scene.meant(word.end) or _goods_before(scene) else 0
    after = scene.after(word.end)
    return 2 if _KEEPS_FROM.search(after) and scene.aid(word.end) else 0


def needs_itself(scene: Scene, word: Found) -> int:
    """A supporter that cannot do without its goods."""
    if word.cue.weight < 3 or not scene.subjects(word.start) or _only_getters(scene, word.start):
        return 0
    keeps = "without" in scene.text(word.start, word.end)
    return 2 if keeps and scene.parties.military and scene.named_goods(word.end) else 0


def advises_against(scene: Scene, word: Found) -> int:
    """Giving that somebody calls unwise."""
    giving = _GIVING.search(scene.sentence.lower, scene.clause.start, word.start)
    return 2 if giving is not None and scene.goods(giving.end(), word.start) else 0


def relents(scene: Scene, word: Found) -> int:
    """What was held back and is promised after all."""
    if word.cue.weight > 2:
        if DENIED.search(scene.just_before(word.start)):
            return 0
        gives = scene.named("give", *scene.clause) or scene.named("agree", *scene.clause)
        ends = word.cue.phrase.split("/")[0] in _ENDS_ITSELF
        return 3 if (scene.goods(*scene.clause) and (gives or ends)) or (ends and scene.held_back) else 0
    if scene.after(word.end).startswith(","):  # "Finally, " only goes on to the next subject.
        return 0
    near = [one for one in scene.words if one.cue.kind in ("give", "agree") and abs(one.start - word.start) <= _NEAR]
    if not near or any(DENIED.search(scene.just_before(one.start)) for one in near):
        return 0
    return 3 if scene.held_back or scene.goods(*scene.clause) or scene.meant(near[0].end) else 0


def turns(scene: Scene, word: Found) -> int:
    """Giving what a clause or the sentence before has told that somebody held back."""
    now = _NOW.search(scene.sentence.lower, *scene.clause)
    before = scene.just_before(word.start)
    if DENIED.search(before) or _NO_BASIS.search(before) or (_OUR.search(scene.before(word.start)) and not now):
        return 0
    agrees = word.cue.kind == "give" and scene.named("agree", *scene.clause)
    acts = now or agrees or _PROMISES.search(scene.sentence.lower, *scene.clause)
    meant = scene.meant(word.end) or (word.cue.kind == "agree" and scene.sentence_has_goods)
    return 2 if acts and meant else 0


def changes(scene: Scene, word: Found) -> int:
    """A refusal that has an end: "that changes", "long withheld"."""
    if word.cue.weight > 2:
        comes = scene.named("give", *scene.clause) or scene.named("agree", *scene.clause)
        now = _NOW.search(scene.sentence.lower, word.end, scene.clause.end)
        return 3 if (comes or now) and (scene.goods(*scene.clause) or scene.parties.military) else 0
    return 3 if scene.held_back and scene.parties.military else 0


def goes_on(scene: Scene, word: Found) -> int:
    """Support that is promised without a limit; not a government's own words on itself, which all of them have."""
    reported = REPORTED.search(scene.sentence.lower) is not None or _QUOTED.search(scene.sentence.text) is not None
    if scene.parties.official or (_OUR.search(scene.before(word.start)) and not reported):
        return 0
    words = scene.text(*scene.clause)
    return 2 if _WILL_SUPPORT.search(words) or _LASTS.search(words) else 0


def _only_getters(scene: Scene, at: int) -> bool:
    subjects = scene.subjects(at)
    return bool(subjects) and all(one.place in scene.parties.getters | OPPONENTS for one in subjects)
