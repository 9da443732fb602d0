"""Rules for what is held back, and for what is promised after all.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import ABSTRACT, DENIED, OPPONENTS, Scene
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
# Aid that becomes less: "could cut aid"; not "could provoke Moscow".
_ENDS = re.compile(r"\b(?:cut|end|stop|halt|suspend|reduce|withdraw|dry up|fade|wane|shrink|delay|lose|run out)\w*\b")
# Somebody who decides on aid: "the administration ", "they "; not "soldiers ".
_SOMEBODY = re.compile(
    r"\b(?:it|he|she|they|we|some|many|several|others|critics|members|government|administration|officials?|lawmakers"
    r"|house|senate|parties|party|republicans"
    r"|democrats|hardliners|opposition|chancellor|ministers?|president|ministry|cabinet|parliament|who|there|generals"
    r"|senators|deputies|legislators|mps|army|navy"
    r"|(?:his|her|its|their|our|my|the) (?:country|nation|side|party|bloc|faction)|general staff|high command|greens"
    r"|liberals"
    r"|conservatives|diplomats?|speaker|spokes(?:man|woman|person)|premiers|presidents|chancellery|cabinet|board"
    r"|envoys?"
    r"|air forces?|armed forces|capital|premier|coalition partner|commission|council|commanders|secretary)\b"
)
# What somebody asks for, as a noun: "what Kyiv "; not "Kyiv ".
_WHAT = re.compile(r"\bwhat(?:\s[\w’']+){1,3}\s\Z")
# Nothing of a kind: "no Gripen ", "none of our tanks "; not "no longer the tanks ".
_NONE = re.compile(r"\b(?:no|none of (?:the|its|our|their)|not (?:one|a single))\s(?:[\w’'-]+\s){0,4}\Z")
# A rule that keeps from giving: "not supplying", "only non-lethal"; not "helping".
_KEEPS_FROM = re.compile(r"\b(?:not|no|never|only|against|nothing|without)\b")
# What aid needs to pass: "the aid bill"; not "the electricity bill".
_AID_BILL = re.compile(r"\b(?:aid|weapons|arms|ukraine|military|assistance)\s(?:bill|package|measure|legislation)\b")
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
# What the sentence before tells of: " such a step", " the idea"; not " such tanks".
_SUCH = re.compile(
    r"\s(?:such (?:an? )?|this |that |any such )(?:step|move|deliver(?:y|ies)|decision|transfer|idea|plan|proposal"
    r"|suggestion"
    r"|gift|donation|request|export)s?\b"
)
# Verbs by which a parliament takes money out of a bill.
_CUTS = ("strike/cut/scrap/delete/halve/slash/axe",)
# What was named before, of which somebody decides: " it", " doing so"; not " its".
_IT = re.compile(r"\s(?:it|this|that|them|doing so|so doing)\b(?!\s\w+ing)")
# What supporters hesitate about where no goods are named: " about anything lethal"; not " about the date".
_VAGUE = re.compile(
    r"\s(?:about|over|on|of|towards?|to)\s(?:anything|everything|any|such|more|further|this|that|it|going)\b"
)
# For whom goods are needed that somebody keeps: "itself", "at home"; not "its".
_ITSELF = re.compile(r"\b(?:itself|themselves|himself|herself|at home|for (?:its|their) own)\b")
# Verbs of letting goods go, which are denied.
_LETS = ("will/would/does/do/did not allow",)
# What goods are let do: "to be used", "to fire"; not "to cross".
_USED = re.compile(r"\b(?:to|be|being) (?:be )?(?:use[ds]?|fired?|strike|hit|attack|launch(?:ed)?|employ(?:ed)?)\b")
# Requests for something, which somebody turns down: " the request for", " calls to"; not " the call".
_REQUESTED = re.compile(
    r"(?:\s(?:the|a|any|all|such|repeated|\w+['’]s)){0,2}\s(?:requests?|appeals?|pleas?)\s(?:for|to)\b"
)
# No goods, right behind a verb of giving: " no weapons", " neither tanks"; not " no more than".
_NO_GOODS = re.compile(r"\s(?:no|neither|not a single|not any)\s(?!more than\b|fewer\b|less\b|later\b|longer\b)")
# Who gets, in front of a participle: "was ", "has been "; not "has ".
_ONLY_GETS = re.compile(r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s)?\Z")
# A donor's own defence: "weaken its air defenses", "empty our depots"; not "weaken the enemy's defences".
_OWN_DEFENCE = re.compile(
    r"\b(?:its|our|their|his country['’]s|the country['’]s|national)\s(?:\w+\s){0,3}?(?:defen[cs]es?|security"
    r"|readiness|stocks?|stockpiles?"
    r"|depots?|deterren(?:t|ce)|arsenals?|capabilit(?:y|ies)|army|air force|navy|airspace|borders?|fleet)\b"
)
# A request, in front of what becomes of it: "kyiv's request for", "the appeal"; not "requested".
_REQUEST = re.compile(r"\b(?:applications?|motions?|proposals?|requests?|wish(?:es)?|appeals?|demands?|pleas?|calls)\b")
# What may stand for anything, as a subject: "it "; not "kyiv ".
_PRONOUN_ONLY = re.compile(r"(?:\A|[,;]\s|\b(?:and|that)\s)(?:it|they|he|she)\s\Z")
_NEAR = 60
_CLOSE = 25
_NEXT = 12


# A build of a weapon: "Block II missiles"; not "block the aid".
_BLOCK = re.compile(r"Block\s(?:[IVX]+|\d+)\b")


def holds_back(scene: Scene, word: Found) -> int:
    """A supporter that doesn't want to give."""
    after = scene.after(word.end)
    if _BLOCK.match(scene.sentence.text, word.start):
        return 0
    if only_getters(scene, word.start) or scene.named("limit", word.end, scene.clause.end) or _UNTOLD.match(after):
        return 0
    before = scene.just_before(word.start)
    if (DENIED.search(before) and word.cue.weight > 1) or _WHAT.search(before) or not _is_somebody(scene, word):
        return 0
    if word.cue.weight == 1:
        first = next((one for one in scene.words if one.start >= word.end), None)
        gives = first is not None and first.cue.kind == "give" and first.start - word.end < _NEXT
        return 2 if gives and scene.goods(0, len(scene.sentence.text)) else 0
    gives = scene.named("give", word.start, scene.clause.end) or bool(_PARTS.search(after) or _GIVING.search(after))
    by_object = _refused_by_name(scene, word, after)
    if by_object is not None:
        return by_object
    if word.cue.phrase.startswith(_NOES):
        if _TO_DO.match(after) and not gives:
            return 0
        return 3 if scene.meant(word.end) or _goods_before(scene) or _denies(scene, word, after) else 0
    if word.cue.phrase.startswith("fear/") and _ENDS.search(after):
        return 0  # Fear that another gives less.
    near = word.end + _NEAR
    direct = scene.aid(word.start, near) if word.cue.weight == 2 else scene.named_goods(word.start, near)
    denies = _denies(scene, word, after)
    if word.cue.weight > 2 and scene.parties.military and _VAGUE.match(after):
        return 2 if scene.group(scene.clause.start, word.start) else 0
    referred = word.cue.weight > 2 and _IT.match(after) is not None and scene.meant(word.end)
    return 3 if direct or (gives and scene.meant(word.end)) or denies or referred else 0


def _refused_by_name(scene: Scene, word: Found, after: str) -> int | None:
    """The weight of a refusal that says itself what is refused: a step, a sum, a request; None for any other."""
    phrase = word.cue.phrase
    if _SUCH.match(after):  # "opposed to such a step", of which the sentence before tells.
        return 3 if scene.parties.military and _goods_before(scene) else 0
    if phrase.endswith(_CUTS):
        money = any(one.start < word.start for one in scene.findings.money[scene.sentence.index])
        return 3 if scene.parties.military and (money or scene.aid(word.end)) else 0
    if phrase.startswith("keep/keeps/kept/hold"):  # "has kept them back"
        return 3 if scene.sentence_has_goods else 0
    if word.cue.weight > 2 and _AID_BILL.search(after):
        return 3 if scene.parties.military else 0
    if phrase.startswith("criticise/") or _REQUESTED.match(after):
        return 3 if scene.parties.military else 0
    if phrase.startswith("do/does/did not supply"):
        return 3 if scene.named_goods(word.end, word.end + _CLOSE) and not ABSTRACT.match(after) else 0
    # A limit on use, and no refusal: "will not allow the rockets to be fired".
    return 0 if phrase.startswith(_LETS) and _USED.search(after) else None


def gives_none(scene: Scene, word: Found) -> int:
    """A supporter that gives no goods: "sends no weapons"."""
    if not scene.sentence.lower.startswith((" no ", " neither ", " not a"), word.end):
        return 0
    before = scene.just_before(word.start)
    if DENIED.search(before) or _ONLY_GETS.search(before) or only_getters(scene, word.start):
        return 0
    if not _is_somebody(scene, word):
        return 0
    return 3 if _NO_GOODS.match(scene.after(word.end)) and scene.named_goods(word.end, word.end + _NEAR) else 0


def protects_own(scene: Scene, word: Found) -> int:
    """A supporter that won't weaken its own defences."""
    if only_getters(scene, word.start) or not _is_somebody(scene, word):
        return 0
    own = _OWN_DEFENCE.search(scene.sentence.lower, word.start, word.end + _NEAR)
    return 2 if scene.parties.military and own else 0


def goes_unmet(scene: Scene, word: Found) -> int:
    """A request that isn't met: "Kyiv's request for jets cannot be met"."""
    asked = _REQUEST.search(scene.sentence.lower, 0, word.start) is not None
    if scene.after(word.end).startswith(" under ") or _PRONOUN_ONLY.search(scene.just_before(word.start)):
        return 0
    goods = any(term.start < word.start for term in scene.findings.terms[scene.sentence.index])
    return 3 if asked and (goods or scene.parties.military) else 0


def none_agrees(scene: Scene, word: Found) -> int:
    """Supporters none of whom has agreed to give."""
    somebody = scene.group(*scene.clause) or _SOMEBODY.search(scene.text(*scene.clause)) or scene.subjects(word.start)
    if only_getters(scene, word.start):
        return 0
    return 3 if somebody and scene.parties.military else 0


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
    if only_getters(scene, word.start) or DENIED.search(scene.just_before(word.start)):
        return 0
    if word.cue.weight > 2:
        return 3 if scene.named_goods(*scene.clause) or scene.meant(word.end) or _goods_before(scene) else 0
    after = scene.after(word.end)
    return 2 if _KEEPS_FROM.search(after) and scene.aid(word.end) else 0


def needs_itself(scene: Scene, word: Found) -> int:
    """A supporter that cannot do without its goods."""
    if word.cue.weight < 3 or not scene.subjects(word.start) or only_getters(scene, word.start):
        return 0
    keeps = "without" in scene.text(word.start, word.end)
    return 2 if keeps and scene.parties.military and scene.named_goods(word.end) else 0


def wanes(scene: Scene, word: Found) -> int:
    """Support for giving that grows less."""
    return 3 if scene.parties.military and scene.aid(word.start + len("support"), word.end) else 0


def keeps_for_itself(scene: Scene, word: Found) -> int:
    """A supporter that says it needs its goods itself."""
    if "need" not in scene.text(word.start, word.end) or only_getters(scene, word.start):
        return 0
    itself = _ITSELF.search(scene.after(word.end)[:_NEAR]) is not None
    return 3 if itself and scene.parties.military and scene.named_goods(word.end, word.end + _NEAR) else 0


def advises_against(scene: Scene, word: Found) -> int:
    """Giving that somebody calls unwise."""
    giving = _GIVING.search(scene.sentence.lower, scene.clause.start, word.start)
    return 2 if giving is not None and scene.goods(giving.end(), word.start) else 0


def only_getters(scene: Scene, at: int) -> bool:
    subjects = scene.subjects(at)
    return bool(subjects) and all(one.place in scene.parties.getters | OPPONENTS for one in subjects)
