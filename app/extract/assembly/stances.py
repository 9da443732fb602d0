"""Rules for stances on aid: asking for it and limiting it.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.scenes import DENIED, NOT_SUBJECT, OPPONENTS, REPORTED, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# A question, which asks for no goods: " about", " whether"; not " for".
_TO_KNOW = re.compile(r"\s+(?:about|whether|why|how|if|when|reporters|questions?|a question)\b")
# What an army lacks, which anybody may tell: "badly needs", "is short of"; not "underlined its need for".
_IS_NEED = re.compile(r"badly/|in urgent|.*short of\Z|great/")
# What a package does with a need: "to meet the ", "answers Kyiv's most "; not "Kyiv's most ".
_MEETS_NEED = re.compile(
    r"\b(?:meet|address|answer|fill|cover|satisf|reflect|respond\w* to|serv)\w*\s(?:[\w’'-]+\s){0,4}\Z"
)
# A list that somebody has: "on Kyiv's list"; not "on the list".
_ITS_LIST = re.compile(r"['’]s\s")
# What a document is about, asked for by a plain word: " the measure", " this package"; not " the vote".
_THE_MEASURE = re.compile(r"\s(?:the|this|such|these)\s(?:\w+\s)?(?:measures?|package|assistance|support|aid)\b")
# A number of things that somebody says it needs: " 120 modern fighters"; not " 120 million".
_COUNTED = re.compile(
    r"\s(?:at least\s|some\s|another\s)?(?:\d[\d,]*|dozens of|hundreds of)\s(?!million|billion|days|hours|years)"
)
# In front of a noun: "kyiv's ", "the "; not "kyiv ".
_NOUN = re.compile(r"(?:['’]s|\b(?:the|its|their|a|of|any|no))\s\Z")
# Somebody named before who tells it: "according to him", "he said"; not "the minister said".
_PRONOUN_SAYS = re.compile(r"\baccording to (?:him|her|them)\b|\b(?:he|she|they) (?:said|says|added|stressed|stated)\b")
# Whom a government asks for money, which is no ally: "congress"; not "partners".
_OWN_HOUSE = re.compile(r"\b(?:congress|lawmakers|parliament|senate|house of representatives|legislators|voters)\b")
# Who asks, behind the noun: " by Tbilisi", " made by the general"; not " for".
_ASKED_BY = re.compile(
    r"(?:\s+(?:made|put|lodged|submitted|filed|received|sent|addressed|that came))?\s+(?:by|from)\s+(?:the\s+)?\Z"
)
# A source that is not named, behind "on condition": " of anonymity", " that they not be named"; not " that they train".
_ANONYMOUS = re.compile(
    r"\s+(?:of anonymity|that (?:he|she|they|their names?)\b[^,.]{0,24}\b(?:named|identified|quoted|anonym\w+"
    r"|published|disclosed))"
)
# What use is limited: "use", "be fired"; not "useful".
_USE = re.compile(
    r"\b(?:use[ds]?|using|fire[ds]?|firing|strikes?|striking|targets?|range|employ\w*|re-?export\w*|destined|intended"
    r"|meant|leave the country|passed on|fall into|deployed|stay(?:s|ed)?|remain\w*)\b"
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
# Help by its plainest names, right behind a verb of asking: " more help", " us for some items"; not " the help desk".
_HELP = re.compile(
    r"(?:\s[\w’']+){0,3}?(?:\s(?:for|some|more|further|additional|certain|continued|urgent)){1,3}"
    r"\s(?:help|aid|support|assistance|items)\b"
)
# What allies are asked to do: " us to buy", " the Danes, the Dutch and the Poles to hand over"; not " them to wait".
_TO_GIVE = re.compile(
    r"(?:,?\s[\w’'.-]+){0,12}?\sto\s(?:\w+ly\s)?(?:send|give|provide|supply|deliver|buy|purchase|order|donate|hand|lend"
    r"|ship|spare|release|share|part|arm|equip|train|transfer|contribute|replenish|restock|speed up|step up"
    r"|do more|repair)\b"
)
# What else an army is asked for: " for barrels", " Oslo for a second boat"; not " for patience".
_FOR = re.compile(
    r"(?:\s(?:again|above all|once more|[\w’'.-]+)){0,3}?\sfor\s(?!(?:[\w-]+\s){0,2}(?:talks?|patience|peace|time"
    r"|minute|calm|restraint"
    r"|dialogue|delays?|apolog(?:y|ies)|verdict|moment|postponement|break|extension|recount|trust|forgiveness"
    r"|(?:cease|ease)fire|truce|meetings?|inquiry|investigation|information|explanations?|details|vote|debate|nothing"
    r"|help"
    r"|loans?|money|budget|sanctions|membership|votes|unity|silence|clarity)\b)"
)
# A government's own wish: "my highest "; not "his ".
_OURS = re.compile(r"\b(?:we|i|my|our)\b")
# Requests that a scheme only sorts: "gathers Ukraine's ", "bundles the "; not "granted Ukraine's ".
_SORTS = re.compile(
    r"\b(?:gather|collect|compil|bundl|sort|register|list|process|pool|match|receiv|record|review|handl)(?:s|es|ing)"
    r"(?:\s[\w’'-]+){1,3}\s\Z"
)
# Asking that nobody is said to do: "where that is ", "if "; not "Kyiv ".
_AS_ASKED = re.compile(r"\b(?:where|if|when|as|wherever|whenever)\s(?:\w+\s)?(?:is\s|are\s|was\s|were\s)?\Z")
# A name that no list has, of who asks the one who speaks: "“Petrescu ", "Petrescu has "; not "they ".
_SOMEONE = re.compile(r"(?:\A|[\s\"“])[A-Z][\w’'-]+\s(?:(?:has|had|himself|herself|also|again)\s)?\Z")
# Who is asked, by the one who speaks: " me for"; not " them for".
_ASKED_ME = re.compile(r"\s(?:me|us)\sfor\b")
# Whose need it is, where the speaker's name is on no list: "his country's "; not "the reader's ".
_HIS_COUNTRY = re.compile(r"\b(?:his|her|their) (?:country|nation|army|navy|air force|government|forces)['’]s?\s")
# What somebody needs in words of one's own: "we need four"; not "we need to".
_WE_NEED = re.compile(r"\b(?:we|our \w+) (?:also )?(?:needs?|lacks?|wants?)\s(?!to\b)")
# What aid is bound to, in front of "unless": "will be sent", "may not use"; not "cannot be stable".
_BINDS = re.compile(
    r"\b(?:sent|send|give[ns]?|deliver\w*|releas\w+|provid\w+|suppl\w+|pa(?:y|id)|use[ds]?|approv\w+|transferr?\w*"
    r"|export\w*|disburs\w+|hand\w* over|donat\w+|lift\w*|spend|spent|ship\w*)\b"
)
# What makes "without consent" a limit: "may not be passed on without"; not "can send arms without".
_NEVER = re.compile(r"\b(?:no|not|never|none|nor|neither|nothing|nobody|cannot|only|forb[ia]d\w*|barred)\b|n['’]t\b")
# Giving or using, in front of what it waits for: "will be delivered only if"; not "will be known only if".
_GIVEN_ONLY = re.compile(_BINDS.pattern + r"(?:\s[\w’'.-]+){0,5}\s\Z")
# What goods and money do: "will flow "; not "will win ".
_GOES = re.compile(r"\b(?:flow|go|come|leave|begin|start|follow)\s\Z")
# The same behind it: "only if Kyiv signs will Oslo send"; not "only if it rains can it last".
_THEN_GIVEN = re.compile(
    r"\b(?:will|would|can|could|may|shall|is|are)\s(?:[\w’'.-]+\s){0,4}?(?:be\s)?" + _BINDS.pattern
)
# Words of limits in space, not in time.
_PLACES = (" within", " inside", " against")
# Of what somebody wants proof: " first that weapons"; not " of his love".
_PROOF_OF = re.compile(
    r"\b(?:weapons?|arms|aid|equipment|goods|missiles|rockets|ammunition|money|drones|supplies|deliveries|they|it)\b"
)
# What a release waits for: "once ", "only after "; not "when he ".
_ONCE = re.compile(r"\b(?:once|until|unless|only (?:after|if|when)|as soon as|provided|not before|pending)\b")
# A limit that has gone: " were lifted"; not " were set".
_LIFTED = re.compile(r"\b(?:was|were|been|being|are|is)\s(?:\w+\s)?(?:lifted|eased|dropped|removed|waived)\b")
# What others must consent to: "the transfer", "passed on"; not "the budget".
_HANDED = re.compile(
    r"\b(?:(?:can|may|could) (?:leave|go|move)|transfer\w*|pass(?:ed)? on|hand(?:ed|ing)? (?:over|on)"
    r"|(?:re-?)?export\w*|deliver\w*|sale|sold|sent|send)\b"
)
# Somebody who was named before, in front of a verb: "they ", "it badly "; not "those who ".
_THEY = re.compile(r"\b(?:they|it|he|she)\s(?:\w+ly\s|also\s|still\s)?\Z")
# What carries somebody's own words: "tweeted", "told"; not "showed".
_SAID = re.compile(
    r"\b(?:said|says|told|tells|tweeted|wrote|insist(?:s|ed)|argued|argues|warned|warns|repeated|stressed|declared"
    r"|stated)\b"
)
# What somebody needs to do: " to"; not " tanks".
_TO_DO = re.compile(r"\sto\b")
# What is given, by any of its names or as "they": "the weapons", "the money"; not "the hall".
_GIVEN = re.compile(
    r"\b(?:money|funds?|shells?|goods|items|gifts?|they|it|these|those|them|systems|range|loan|measure|launchers?)\b"
)
# A donor's own rule, which limits no gift: "whose policy long was "; not "undertook ".
_OWN_RULE = re.compile(r"\b(?:polic(?:y|ies)|principle|tradition|practice|doctrine|line|rule)\b(?:\s\w+){0,4}\s\Z")
# From whom a request comes: " from Ukraine's navy", " made by Kyiv"; not " for".
_FROM = re.compile(
    r"(?:\s(?:made|put|lodged|submitted|filed|received|sent|addressed|that came))?\s(?:by|from)\s(?:the\s)?"
)
# Speech that is quoted: "“Give us"; not "Kyiv's".
_QUOTED = re.compile(r"[“”\"]")
# Who asks without a name, in front of a participle: "the minister had come, asking"; not "Congress was asking".
_PARTICIPLE = re.compile(r"(?:\A|,\s)(?:\w+\s)?\Z")
# Who gives more than it asks for, where a document has no package that says who gets one.
_DONORS = frozenset({"US", "EU", "NATO", "UN", "GB", "DE", "FR", "G7", "CA", "AU", "JP"})
_NEAR = 60
_CLOSE = 25
_BESIDE = 16


def asks(scene: Scene, word: Found) -> int:
    """A recipient that asks for goods or aid."""
    after, before = scene.after(word.end), scene.just_before(word.start)
    if _is_no_request(scene, word, before, after):
        return 0
    if _SELF.search(scene.before(word.start)):
        return _asks_as_speaker(scene, word)
    if word.cue.phrase.startswith("at the request"):
        near = [one for one in scene.actors if 0 <= one.start - word.end < _NEAR]
        return 3 if any(_may_ask(scene, one.place) for one in near) else 0
    if word.cue.phrase.endswith(" us"):  # "Give us the tanks," said who speaks for the recipient.
        named = scene.findings.actors[scene.sentence.index]
        takers = any(one.place in scene.parties.takers for one in named)
        return 2 if takers and scene.named_goods(word.end) and _QUOTED.search(scene.sentence.text) else 0
    askers = [one for one in scene.actors if one.end <= word.end or _is_asker(scene, word, one)]
    if askers and askers[0].start > word.end and not any(_may_ask(scene, one.place) for one in askers):
        askers = []  # "it had asked for submarines from Berlin", of whom they are asked.
    askers = askers or scene.subjects(word.start)
    getting = any(one.place in (scene.parties.getters or scene.parties.takers) for one in askers)
    told = getting and (
        ("needs" in word.cue.phrase and _COUNTED.match(after))
        or _TO_GIVE.match(after)
        or _THE_MEASURE.match(after)
        or _FROM.match(after)
        or (scene.parties.military and _FOR.match(after))
    )
    if not _asked(scene, word) and not told:
        return 0
    if askers:
        # A sum alone may be asked of anybody; who gets aid asks for aid.
        goods = scene.named_goods(word.end) or not scene.goods(word.end) or getting
        return 3 if goods and any(_may_ask(scene, one.place) for one in askers) else 0
    return 2 if scene.parties.getters and _asks_unnamed(scene, word, before, after) else 0


def _is_no_request(scene: Scene, word: Found, before: str, after: str) -> bool:
    """Whether a word of asking tells of no request: a question, a denial, one's own house, a scheme, a sale."""
    # "Asked by a broadcaster, the ministry said": a question.
    if word.start == scene.clause.start and after.startswith(" by ") and scene.text(word.start, word.end) == "asked":
        return True
    if _TO_KNOW.match(after) or DENIED.search(before) or _OWN_HOUSE.search(after) or scene.parties.sells:
        return True
    if word.cue.weight == 1 and not REPORTED.search(scene.sentence.lower):
        return True
    told_by = _FROM.match(after) is not None  # "what partners were asked by Kyiv to send"
    if (_WHAT.search(before) and not _IS.match(after) and not told_by) or _SORTS.search(before):
        return True
    return _AS_ASKED.search(before) is not None and not _FROM.match(after)


def _asks_as_speaker(scene: Scene, word: Found) -> int:
    """Asking in the first person: who speaks gives, unless named otherwise or others are said to give "us" things."""
    if _speaks_for_getter(scene):
        return 2 if scene.named_goods(word.end) else 0
    wished = word.cue.phrase.startswith("would")
    return 2 if scene.parties.speaks_as_getter and scene.sentence_has_goods and not wished else 0


def _asks_unnamed(scene: Scene, word: Found, before: str, after: str) -> bool:
    """Whether a group, somebody of a name on no list or somebody named before asks."""
    if scene.group(scene.clause.start, word.start):
        return True
    if _ASKED_ME.match(after):
        at = scene.sentence.text[max(scene.clause.start, word.start - _NEAR) : word.start]
        return _SOMEONE.search(at) is not None and scene.named_goods(word.end)
    participle = scene.text(word.start, word.end).endswith("ing") and _PARTICIPLE.search(before)
    return bool(_PRONOUN.search(scene.before(word.start)) or participle) and scene.named_goods(word.end)


def says_it_needs(scene: Scene, word: Found) -> int:
    """A recipient that is reported to need goods, by its own word."""
    reported = _SAID.search(scene.sentence.lower) is not None and not _TO_DO.match(scene.after(word.end))
    named = [one for one in scene.findings.actors[scene.sentence.index] if one.place not in OPPONENTS]
    if _NOUN.search(scene.just_before(word.start)):  # "meets Kyiv's need for shells"
        return 0
    if not reported or DENIED.search(scene.just_before(word.start)) or _OURS.search(scene.text(*scene.clause)):
        return 0
    if any(one.place in scene.parties.givers or scene.parties.is_other(one) for one in named):
        return 0
    subjects = [one for one in scene.subjects(word.start) if 0 <= word.start - one.end < _CLOSE]
    takers = bool(subjects) and subjects[-1].place in scene.parties.getters
    if not subjects and named and _THEY.search(scene.just_before(word.start)):
        takers = all(one.place in scene.parties.getters for one in named)
    return 2 if takers and scene.named_goods(word.end, word.end + _NEAR) else 0


def lacks(scene: Scene, word: Found) -> int:
    """Goods that a recipient puts first, or is short of: "interceptors come first", "is after fighters"."""
    if DENIED.search(scene.just_before(word.start)):
        return 0
    if word.cue.weight > 2:
        subjects = scene.subjects(word.start)
        if not _tells_itself(scene, word):
            return 0
        takers = any(_may_ask(scene, one.place) for one in subjects)
        if word.cue.phrase.startswith("lay/"):  # "laid out its requirements", whatever they are.
            return 3 if takers and scene.parties.military else 0
        if word.cue.phrase.startswith("great/"):
            return 3 if scene.parties.military and scene.named_goods(word.end, word.end + _NEAR) else 0
        unnamed = not subjects and _HIS_COUNTRY.search(scene.text(word.start, word.end))
        return 3 if (takers or unnamed) and scene.named_goods(word.end, word.end + _NEAR) else 0
    if word.cue.weight == 1:  # "Zelensky said more tanks were needed"
        return 2 if _says_first(scene) and scene.named_goods(scene.clause.start, word.start) else 0
    others = scene.subjects(word.start)
    before = scene.just_before(word.start)
    voiced = word.cue.phrase.startswith("wish/")
    if (_MEETS_NEED.search(before) and not voiced) or (
        word.cue.phrase.startswith("been/") and not _ITS_LIST.search(scene.text(*word[:2]))
    ):
        return 0
    own = _OURS.search(before) or scene.after(word.end).startswith(" of mine")
    if own or (others and not any(_may_ask(scene, one.place) for one in others)):
        return 0
    named = any(_may_ask(scene, one.place) for one in scene.findings.actors[scene.sentence.index])
    return 2 if named and scene.named_goods(*scene.clause) else 0


def _tells_itself(scene: Scene, word: Found) -> bool:
    """Whether a need is told by who has it: reported, and by nobody of another country."""
    if not _IS_NEED.match(word.cue.phrase):
        return True
    if not REPORTED.search(scene.sentence.lower) or _PRONOUN_SAYS.search(scene.sentence.lower):
        return False
    named = scene.findings.actors[scene.sentence.index]
    others = any(one.place in scene.parties.givers or scene.parties.is_other(one) for one in named)
    return not others or _says_first(scene)


def _says_first(scene: Scene) -> bool:
    """Whether the first who is named in the sentence gets aid and says something: "Zelensky told"."""
    first = next(iter(scene.findings.actors[scene.sentence.index]), None)
    if (
        first is None
        or first.place not in scene.parties.getters
        or NOT_SUBJECT.search(scene.sentence.lower, 0, first.start)
    ):
        return False
    return REPORTED.search(scene.sentence.lower, first.end, first.end + _CLOSE) is not None


def _speaks_for_getter(scene: Scene) -> bool:
    """Whether the words are quoted from somebody of the country that gets the aid, and nobody else is named."""
    if not scene.parties.getters or _QUOTED.search(scene.sentence.text) is None:
        return False
    named = [one.place for one in scene.findings.actors[scene.sentence.index] if one.form == "leader"]
    return bool(named) and all(place in scene.parties.getters for place in named)


def tells(scene: Scene, word: Found) -> int:
    """Partners who are told what an army needs."""
    needs = scene.parties.speaks_as_getter and _WE_NEED.search(scene.sentence.lower, 0, word.start)
    return 2 if needs and scene.parties.military else 0


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


def is_certified(scene: Scene, word: Found) -> int:
    """Aid that waits until somebody certifies something."""
    waits = _ONCE.search(scene.before(word.start)) is not None
    return 3 if waits and scene.aid(scene.clause.start, word.start) else 0


def needs_consent(scene: Scene, word: Found) -> int:
    """Goods that another must consent to before they go."""
    handed = _HANDED.search(scene.sentence.lower) is not None
    named = scene.sentence_has_goods or word.cue.phrase.endswith(" by")
    return 2 if handed and scene.parties.military and named else 0


def is_bound(scene: Scene, word: Found) -> int:
    """Goods that must come back, or that nobody else may get."""
    front = word.cue.weight == 1
    named = scene.goods(scene.clause.start, word.start) if front else scene.named_goods(word.end)
    return 3 if named and scene.parties.military else 0


def _is_no_limit(scene: Scene, word: Found) -> bool:
    """Whether words of a limit tell what a government may do by itself, or of what no aid waits for."""
    if word.cue.phrase.startswith("without"):  # "lets the president send arms without approval by Congress"
        return _NEVER.search(scene.sentence.lower, 0, word.start) is None
    if not word.cue.phrase.startswith("only if") or scene.text(word.start, word.end).endswith(_PLACES):
        return False
    if word.start == scene.clause.start:
        return _THEN_GIVEN.search(scene.sentence.lower, word.end) is None
    before = scene.just_before(word.start)
    if _GOES.search(before):
        return not (scene.aid(scene.clause.start, word.start) or _GIVEN.search(before))
    return _GIVEN_ONLY.search(before) is None


def limits(scene: Scene, word: Found) -> int:
    """A limit put on aid or on the use of goods."""
    after = scene.after(word.end)
    of_arms = scene.parties.military or scene.goods(0, len(scene.sentence.text))
    if not of_arms or _ANONYMOUS.match(after):
        return 0
    if word.cue.weight == 1:
        before = scene.just_before(word.start)
        near = scene.text(word.start, word.end + _NEAR)
        return 3 if _NONE.search(before) or _ONLY.search(near) or _ONLY.search(before) else 0
    if word.cue.phrase.startswith("provided/providing"):  # A verb elsewhere: "provided the army with tanks".
        return 3 if word.start == scene.clause.start else 0
    if _is_no_limit(scene, word):
        return 0
    proof_of = scene.sentence_has_goods or _PROOF_OF.search(scene.sentence.lower, word.end)
    if (word.cue.phrase.startswith("want") and not proof_of) or _LIFTED.search(after):
        return 0
    binds = _BINDS.search(scene.sentence.lower) or scene.aid(0, len(scene.sentence.text))
    loose = word.cue.phrase.startswith(("unless", "so long")) and not binds
    if loose or _OWN_RULE.search(scene.just_before(word.start)):
        return 0
    if word.cue.phrase.startswith(("may/must/can/could/will/would/should only", "can/may/could/will/shall/would be")):
        near = scene.text(word.start - _BESIDE, word.start)
        given = scene.aid(0, len(scene.sentence.text)) or _GIVEN.search(near)
        return 3 if given else 0
    if word.cue.weight > 2:
        return 3
    return 2 if _USE.search(scene.sentence.lower) else 0
