"""Rules for stances on aid: asking for it and limiting it.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import DENIED, OPPONENTS, REPORTED, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# A question, which asks for no goods: " about", " whether"; not " for".
_TO_KNOW = re.compile(r"\s+(?:about|whether|why|how|if|when|reporters|questions?|a question)\b")
# Whom a government asks for money, which is no ally: "congress"; not "partners".
_OWN_HOUSE = re.compile(r"\b(?:congress|lawmakers|parliament|senate|house of representatives|legislators|voters)\b")
# Who asks, behind the noun: " by Tbilisi", " from the general"; not " for".
_ASKED_BY = re.compile(r"\s+(?:by|from)\s+(?:the\s+)?\Z")
# A source that is not named, behind "on condition": " of anonymity"; not " of training".
_ANONYMOUS = re.compile(r"\s+(?:of anonymity|that (?:he|she|they|their names?)\b)")
# What use is limited: "use", "be fired"; not "useful".
_USE = re.compile(
    r"\b(?:use[ds]?|using|fire[ds]?|firing|strikes?|striking|targets?|range|employ\w*|re-?export\w*|destined|intended"
    r"|meant|deployed|stay(?:s|ed)?|remain\w*)\b"
)
# A subject that forbids by its own word: "none of it ", "no weapon in the package "; not "no doubt, the weapons ".
_NONE = re.compile(r"\b(?:none|nothing|neither|nor|no)\b[^,;:]*\Z")
# A word that limits beside a verb of use: " only"; not " only then".
_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b(?! then\b)")
# Somebody who was named before: "they ", "he has "; not "it has ".
_PRONOUN = re.compile(r"\b(?:they|he|she)\b")
# A government that speaks of itself: "we "; not "our partners ".
_SELF = re.compile(r"\b(?:we|i)\b")
# What somebody asks for, as a noun: "what Kyiv "; not "Kyiv " and not "are what Kyiv ".
_WHAT = re.compile(r"(?<!\bare )(?<!\bis )(?<!\bwere )(?<!\bwas )\bwhat(?:\s[\w’']+){1,3}\s\Z")
# What is asked for, behind "what Kyiv wants": " most is "; not " is known about".
_IS = re.compile(r"(?:\s(?:most|now|above all|first|really|next)){0,2}\s(?:is|are)\s(?!not\b|known\b)")
# Help by its plainest names, right behind a verb of asking: " more help", " for some items"; not " the help desk".
_HELP = re.compile(
    r"(?:\s(?:for|some|more|further|additional|certain|continued|urgent)){1,3}\s(?:help|aid|support|assistance|items)\b"
)
# What allies are asked to do: " us to buy", " its partners to hand over"; not " them to wait".
_TO_GIVE = re.compile(
    r"(?:\s[\w’'.-]+){0,5}?\sto\s(?:\w+ly\s)?(?:send|give|provide|supply|deliver|buy|purchase|order|donate|hand|lend"
    r"|ship|spare|release|share|part|arm|equip|train|transfer|contribute|replenish|restock|speed up|step up"
    r"|do more|repair)\b"
)
# What else an army is asked for: " for barrels"; not " for patience".
_FOR = re.compile(
    r"(?:\s(?:again|above all|once more|\w+ly))?\sfor\s(?!(?:[\w-]+\s){0,2}(?:talks?|patience|peace|time|calm|restraint"
    r"|dialogue|(?:cease|ease)fire|truce|meetings?|inquiry|investigation|information|explanations?|details|vote|debate|nothing|help"
    r"|loans?|money|budget|sanctions|membership|votes|unity|silence|clarity)\b)"
)
# A government's own wish: "my highest "; not "his ".
_OURS = re.compile(r"\b(?:we|i|my|our)\b")
# From whom a request comes: " from Ukraine's navy"; not " from the shelf of".
_FROM = re.compile(r"\s(?:by|from)\s(?:the\s)?[A-Z]?")
# Speech that is quoted: "“Give us"; not "Kyiv's".
_QUOTED = re.compile(r"[“”\"]")
# Who asks without a name, in front of a participle: "the minister had come, asking"; not "Congress was asking".
_PARTICIPLE = re.compile(r"(?:\A|,\s)(?:\w+\s)?\Z")
# Who gives more than it asks for, where a document has no package that says who gets one.
_DONORS = frozenset({"US", "EU", "NATO", "UN", "GB", "DE", "FR", "G7", "CA", "AU", "JP"})
_NEAR = 60


def asks(scene: Scene, word: Found) -> int:
    """A recipient that asks for goods or aid."""
    after = scene.after(word.end)
    before = scene.just_before(word.start)
    if _TO_KNOW.match(after) or DENIED.search(before):
        return 0
    if (
        _OWN_HOUSE.search(after)
        or (_WHAT.search(before) and not _IS.match(after))
        or _SELF.search(scene.before(word.start))
    ):
        return 0
    if word.cue.weight == 1 and not REPORTED.search(scene.sentence.lower):
        return 0
    askers = [one for one in scene.actors if one.end <= word.end or _is_asker(scene, word, one)]
    if word.cue.phrase.endswith(" us"):  # "Give us the tanks," said who speaks for the recipient.
        askers = [one for one in scene.findings.actors[scene.sentence.index] if one.place in scene.parties.takers]
        return 2 if askers and scene.named_goods(word.end) and _QUOTED.search(scene.sentence.text) else 0
    askers = askers or scene.subjects(word.start)
    getting = any(one.place in (scene.parties.getters or scene.parties.takers) for one in askers)
    told = getting and (_TO_GIVE.match(after) or _FROM.match(after) or (scene.parties.military and _FOR.match(after)))
    if not _asked(scene, word) and not told:
        return 0
    if askers:
        # A sum alone may be asked of anybody; who gets aid asks for aid.
        goods = scene.named_goods(word.end) or not scene.goods(word.end) or getting
        return 3 if goods and any(_may_ask(scene, one.place) for one in askers) else 0
    if scene.group(scene.clause.start, word.start) and scene.parties.getters:
        return 2
    unnamed = _PRONOUN.search(scene.before(word.start)) or (
        scene.text(word.start, word.end).endswith("ing") and _PARTICIPLE.search(before)
    )
    return 2 if scene.parties.getters and unnamed and scene.named_goods(word.end) else 0


def lacks(scene: Scene, word: Found) -> int:
    """Goods that a recipient puts first, or is short of: "interceptors come first", "is after fighters"."""
    if DENIED.search(scene.just_before(word.start)):
        return 0
    if word.cue.weight > 2:
        takers = any(_may_ask(scene, one.place) for one in scene.subjects(word.start))
        return 3 if takers and scene.named_goods(word.end, word.end + _NEAR) else 0
    others = scene.subjects(word.start)
    own = _OURS.search(scene.just_before(word.start)) or scene.after(word.end).startswith(" of mine")
    if own or (others and not any(_may_ask(scene, one.place) for one in others)):
        return 0
    named = any(_may_ask(scene, one.place) for one in scene.findings.actors[scene.sentence.index])
    return 2 if named and scene.named_goods(*scene.clause) else 0


def _is_asker(scene: Scene, word: Found, actor: Actor) -> bool:
    """Whether an actor behind a noun is who asks: "appeals by Tbilisi"."""
    return actor.start - word.end < _NEAR and _ASKED_BY.search(scene.text(word.end, actor.start)) is not None


def _asked(scene: Scene, word: Found) -> bool:
    if scene.meant(word.end) or scene.wanted(word.end):
        return True
    return _HELP.match(scene.after(word.end)) is not None


def _may_ask(scene: Scene, place: str | None) -> bool:
    """Whether a place gets aid, or may where the document has no package."""
    if place is None or place in OPPONENTS | scene.parties.givers:
        return False
    if scene.parties.getters:
        return place in scene.parties.takers
    return place in scene.parties.takers or place not in _DONORS


def limits(scene: Scene, word: Found) -> int:
    """A limit put on aid or on the use of goods."""
    if not scene.parties.military and not scene.goods(0, len(scene.sentence.text)):
        return 0
    after = scene.after(word.end)
    if _ANONYMOUS.match(after):
        return 0
    if word.cue.weight == 1:
        before = scene.just_before(word.start)
        near = scene.text(word.start, word.end + _NEAR)
        return 3 if _NONE.search(before) or _ONLY.search(near) else 0
    if word.cue.phrase.startswith("provided/providing"):  # A verb elsewhere: "provided the army with tanks".
        return 3 if word.start == scene.clause.start else 0
    if word.cue.weight > 2:
        return 3
    return 2 if _USE.search(scene.sentence.lower) else 0
