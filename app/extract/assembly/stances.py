"""Rules for stances on aid: asking for it, holding it back, promising it after all, limiting it.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import DENIED, OPPONENTS, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# A question, which asks for no goods: " about", " whether"; not " for".
_TO_KNOW = re.compile(r"\s+(?:about|whether|why|how|if|when|reporters|questions?|a question)\b")
# Whom a government asks for money, which is no ally: "congress"; not "partners".
_OWN_HOUSE = re.compile(r"\b(?:congress|lawmakers|parliament|senate|house of representatives|legislators|voters)\b")
# Who asks, behind the noun: " by Tbilisi", " from the general"; not " for".
_ASKED_BY = re.compile(r"\s+(?:by|from)\s+(?:the\s+)?\Z")
# A verb of parting with goods that no list of giving has: "part with", "approve", "let"; not "see".
_PARTS = re.compile(
    r"\b(?:part with|approv\w+|let|allow\w*|clear\w*|releas\w+|agree\w*|authori[sz]\w+|do so|pay"
    r"|vote|back|spend|contribute|join|lift)\b"
)
# An evaluation against giving: "would be too risky", "would not be the best way"; not "would help".
_UNWISE = re.compile(
    r"\b(?:would|could|is|was)\s+(?:not\s+(?:be\s+)?(?:the\s+)?(?:best|right|wise|useful|sensible|helpful)\b"
    r"|(?:be\s+)?(?:too\s|unwise|unhelpful|premature|risky|dangerous|a mistake|escalatory)"
    r"|(?:provoke|escalate|endanger|inflame|weaken)\b)"
)
# Giving, as a gerund or a noun: "sending ", "the delivery of "; not "sent".
_GIVING = re.compile(
    r"\b(?:sending|giving|providing|supplying|delivering|donating|transferring|handing over"
    r"|(?:deliver(?:y|ies)|transfers?|supply|provision|exports?|shipments?|donation|dispatch) of"
    r"|(?:their|its) (?:delivery|transfer|supply|export))\s"
)
# In the first person, as a government speaks for itself: "we will"; not "he will".
_WE = re.compile(r"\b(?:we|i|our|my)\b")
# Speech that is quoted: "“We will"; not "Kyiv's".
_QUOTED = re.compile(r"[“”\"]")
# The same, as a subject: "we "; not "our partners ".
_SELF = re.compile(r"\b(?:we|i)\b")
# Words that report what another has said: "said", "according to"; not "sad".
_REPORTED = re.compile(r"\b(?:said|says|told|according to|vowed|added|stressed|stated|declared)\b")
# Support that is to come: "will stand with", "to keep sending"; not "will stay" and not "has sent".
_WILL_SUPPORT = re.compile(
    r"\b(?:will|would|shall|to)\s+(?:\w+ly\s+|also\s+|not\s+)?(?:continue\s+(?:to\s+)?"
    r"|keep\s+(?:on\s+)?|go on\s+)?(?:support|stand (?:with|by|firmly|behind|alongside)|help|back|assist|arm|provid"
    r"|send|supply|giv|deliver|do |spare|work to|let up|flag|waver|stop|tire|strengthen|bolster|boost)"
    r"|\b(?:stands (?:with|by|behind)|(?:continues|keeps) (?:to )?support)"
)
# A source that is not named, behind "on condition": " of anonymity"; not " of training".
_ANONYMOUS = re.compile(r"\s+(?:of anonymity|that (?:he|she|they|their names?)\b)")
# Support that lasts, as a noun: "support will last", "help would go on"; not "support ended".
_LASTS = re.compile(
    r"\b(?:support|aid|help|assistance|deliveries)\b.{0,40}\b(?:will|would|last|lasts|continue|go on|remain)\b"
)
# What use is limited: "use", "be fired"; not "useful".
_USE = re.compile(r"\b(?:use[ds]?|using|fire[ds]?|firing|strikes?|striking|targets?|range|employ\w*|re-?export\w*)\b")
# Words by which a promise is told: "repeated its promise", "will now"; not "will".
_PROMISES = re.compile(r"\b(?:promis\w+|pledg\w+|will now|now (?:ready|willing|prepared|says?)|announced)\b")
# Somebody who was named before: "they ", "he has "; not "it has ".
_PRONOUN = re.compile(r"\b(?:they|he|she)\b")
# Somebody who decides on aid: "the administration ", "they "; not "soldiers ".
_SOMEBODY = re.compile(
    r"\b(?:it|he|she|they|we|government|administration|officials?|lawmakers|house|senate|parties|party|republicans"
    r"|democrats|hardliners|opposition|chancellor|minister|president|ministry|cabinet|parliament|who)\b"
)
# What somebody asks for, as a noun: "what Kyiv "; not "Kyiv ".
_WHAT = re.compile(r"\bwhat(?:\s[\w’']+){1,3}\s\Z")
# Help by its plainest names, right behind a verb of asking: " more help", " for some items"; not " the help desk".
_HELP = re.compile(
    r"(?:\s(?:for|some|more|further|additional|certain|continued|urgent)){1,3}\s(?:help|aid|support|assistance|items)\b"
)
# Plain refusals, which need no verb of giving.
_NOES = (
    "said/says/say/saying no",
    "answer",
    "do/does/did not",
    "will/would/did not",
    "do/does/did/don't",
    "could/can not",
    "cannot",
)
_NEAR = 60
_NEXT = 12


def asks(scene: Scene, word: Found) -> int:
    """A recipient that asks for goods or aid."""
    after = scene.after(word.end)
    if _TO_KNOW.match(after) or not _asked(scene, word.end) or DENIED.search(scene.just_before(word.start)):
        return 0
    if (
        _OWN_HOUSE.search(after)
        or _WHAT.search(scene.just_before(word.start))
        or _SELF.search(scene.before(word.start))
    ):
        return 0
    if word.cue.weight == 1 and not _REPORTED.search(scene.sentence.lower):
        return 0
    askers = [one for one in scene.actors if one.end <= word.start or _is_asker(scene, word, one)]
    if askers:
        getting = any(one.place in scene.parties.getters for one in askers)
        # A sum alone may be asked of anybody; who gets aid asks for aid.
        goods = scene.named_goods(word.end) or not scene.goods(word.end) or getting
        return 3 if goods and any(_may_ask(scene, one.place) for one in askers) else 0
    if scene.group(scene.clause.start, word.start) and scene.parties.getters:
        return 2
    named_before = scene.parties.getters and _PRONOUN.search(scene.before(word.start))
    return 2 if named_before and scene.named_goods(word.end) else 0


def _is_asker(scene: Scene, word: Found, actor: Actor) -> bool:
    """Whether an actor behind a noun is who asks: "appeals by Tbilisi"."""
    return actor.start - word.end < _NEAR and _ASKED_BY.search(scene.text(word.end, actor.start)) is not None


def _asked(scene: Scene, start: int) -> bool:
    return scene.meant(start) or scene.wanted(start) or _HELP.match(scene.after(start)) is not None


def _may_ask(scene: Scene, place: str | None) -> bool:
    """Whether a place gets aid, or may where the document has no package."""
    if place is None or place in OPPONENTS | scene.parties.givers:
        return False
    return place in scene.parties.takers or not scene.parties.takers


def holds_back(scene: Scene, word: Found) -> int:
    """A supporter that doesn't want to give."""
    if _only_getters(scene, word.start) or scene.named("limit", word.end, scene.clause.end):
        return 0
    before = scene.just_before(word.start)
    if (DENIED.search(before) and word.cue.weight > 1) or _WHAT.search(before) or not _is_somebody(scene, word):
        return 0
    if word.cue.weight == 1:
        first = next((one for one in scene.words if one.start >= word.end), None)
        gives = first is not None and first.cue.kind == "give" and first.start - word.end < _NEXT
        return 2 if gives and scene.goods(0, len(scene.sentence.text)) else 0
    if word.cue.phrase.startswith(_NOES):
        return 3 if scene.meant(word.end) or _goods_before(scene) else 0
    near = word.end + _NEAR
    direct = scene.aid(word.end, near) if word.cue.weight == 2 else scene.named_goods(word.end, near)
    after = scene.after(word.end)
    gives = scene.named("give", word.start, scene.clause.end) or _PARTS.search(after) or _GIVING.search(after)
    return 3 if direct or (gives and scene.meant(word.end)) else 0


def _is_somebody(scene: Scene, word: Found) -> bool:
    """Whether a supporter, or one who decides on aid, stands in front of a word."""
    if scene.subjects(word.start) or scene.group(scene.clause.start, word.start):
        return True
    return _SOMEBODY.search(scene.before(word.start)) is not None


def _goods_before(scene: Scene) -> bool:
    """Whether the sentence before speaks of goods, in the same paragraph or at the end of the one before."""
    number = scene.sentence.index
    return number > 0 and bool(scene.findings.terms[number - 1])


def advises_against(scene: Scene) -> tuple[int, int] | None:
    """The offsets of giving that somebody calls unwise."""
    giving = _GIVING.search(scene.sentence.lower, *scene.clause)
    if giving is None:
        return None
    unwise = _UNWISE.search(scene.sentence.lower, giving.end(), scene.clause.end)
    return (giving.start(), unwise.end()) if unwise and scene.goods(giving.end(), unwise.start()) else None


def relents(scene: Scene, word: Found) -> int:
    """What was held back and is promised after all."""
    if word.cue.weight > 2:
        if DENIED.search(scene.just_before(word.start)):
            return 0
        gives = scene.named("give", *scene.clause) or scene.named("agree", *scene.clause)
        return 3 if scene.goods(*scene.clause) and (gives or word.cue.phrase.split("/")[0] in ("drop", "lift")) else 0
    if scene.after(word.end).startswith(","):  # "Finally, " only goes on to the next subject.
        return 0
    near = [one for one in scene.words if one.cue.kind in ("give", "agree") and abs(one.start - word.start) <= _NEAR]
    if not near or not scene.goods(*scene.clause) or any(DENIED.search(scene.just_before(one.start)) for one in near):
        return 0
    return 3


def turns(scene: Scene, word: Found, *, held_back: bool) -> int:
    """Giving what a clause or the sentence before has told that somebody held back."""
    if not held_back or DENIED.search(scene.just_before(word.start)) or _WE.search(scene.before(word.start)):
        return 0
    acts = scene.named("agree", *scene.clause) or _PROMISES.search(scene.sentence.lower, *scene.clause)
    return 2 if acts and scene.meant(word.end) else 0


def goes_on(scene: Scene, word: Found) -> int:
    """Support that is promised without a limit; not a government's own words on itself, which all of them have."""
    reported = _REPORTED.search(scene.sentence.lower) is not None or _QUOTED.search(scene.sentence.text) is not None
    if scene.parties.official or (_WE.search(scene.before(word.start)) and not reported):
        return 0
    words = scene.text(*scene.clause)
    return 2 if _WILL_SUPPORT.search(words) or _LASTS.search(words) else 0


def limits(scene: Scene, word: Found) -> int:
    """A limit put on aid or on the use of goods."""
    if not scene.parties.military and not scene.goods(*scene.clause):
        return 0
    if _ANONYMOUS.match(scene.after(word.end)):
        return 0
    if word.cue.weight > 2:
        return 3
    return 2 if _USE.search(scene.sentence.lower) else 0


def _only_getters(scene: Scene, at: int) -> bool:
    subjects = scene.subjects(at)
    return bool(subjects) and all(one.place in scene.parties.getters | OPPONENTS for one in subjects)
