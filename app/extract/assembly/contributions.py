"""Rules for contributions: what another country than the donor of the document's packages gives.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re
from itertools import pairwise

from app.extract.assembly.scenes import ABSTRACT, BY, DENIED, OPPONENTS, WE, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# What an organisation only gives its name to: "NATO initiative", "EU fund"; not "NATO will".
_NAMES_BODY = re.compile(
    r"\s(?:initiative|scheme|programme|program|fund|mission|summit|meeting|headquarters|mechanism)\b"
)
# What is sold and given by nobody: "the approval of a sale"; not "the gift".
_SOLD = re.compile(r"\bsales?\b")
# Where a donor buys what it gives: "from US stockpiles", "by German firms"; not "from Germany".
OF_INDUSTRY = re.compile(
    r"(?:['’]s)?[\s-](?:made|stock(?:s|piles?)|depots?|inventor(?:y|ies)|industry|arsenals?|makers?|manufacturers?"
    r"|firms?"
    r"|compan(?:y|ies)|producers?|factor(?:y|ies)|suppliers?)\b"
)
# What many give each for itself: "making similar pledges"; not "making pledges".
LIKEWISE = re.compile(r"\b(?:similar|comparable|the same|their own|parallel|equivalent)\b")
# Allies who speak as one: "together, we've "; not "together with us".
_TOGETHER_WE = re.compile(r"\btogether,? we\b")
# A number that stands for goods named before: " 10,000.", " another 40"; not " 10,000 shells".
_BARE_NUMBER = re.compile(
    r"\s(?:another\s|about\s|some\s)?(?:\d[\d,]*|dozens|hundreds|thousands)(?: of them| more)?[.,;]?\s*\Z"
)
# What another gives that one pays for: "the replenishment of Estonia's contribution"; not "the school".
_OF_GIFT = re.compile(
    r"\b(?:pledges?|commitments?|contributions?|donations?|replenish\w+|backfill\w*|packages?|deliver(?:y|ies))\b"
)
# Verbs that do it.
_ON_GIFTS = ("finance/", "make/makes/made/making * c")
# A noun that looks like a verb: "the day's ", "new "; not "Norway ".
_NOUN = re.compile(
    r"(?:['’]s|\b(?:the|its|their|his|her|our|these|those|new|of|such|military|security|arms|weapons|more))\s+\Z"
)
# Verbs whose bare form is a noun as well: "fund", "supplies"; not "gives" and not "funded".
NOUN_OR_VERB = re.compile(
    r"(?:fund|suppl(?:y|ie)|ship|spare|offer|pledge|gift|release|export|transfer|finance|promise|train|loan|help"
    r"|pay|commit|support|donate|add|hand)s?\b"
)
# What stands in front of a verb in its bare form: "will ", "which "; not "trust ".
_VERBAL = re.compile(
    r"(?:\A|,\s|\b(?:will|would|to|and|also|now|which|who|that|they|it|not|shall|can|each|both|all|together|too|today"
    r"|meanwhile|already|again|still|\w+ly)\s)\Z"
)
# Being given, whose subject is no giver: "have been ", "is "; not "is now ".
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\Z")
# What stands in front of a gerund that is a verb: "is ", "have been "; not "the ".
ACTIVE = re.compile(r"\b(?:is|are|was|were|be|been|started|began|continues|keeps|kept)\s(?:\w+\s)?\Z")
# What a sum of aid runs over: "since 2022", "so far"; not "since their talks".
SUM = re.compile(
    r"\b(?:since (?:the|russia|january|february|\d{4})|so far|to date|in total|altogether|in all|up to now|until now"
    r"|total of)\b"
)
# Aid that is only called a package: " a similar package", " more support"; not " a vote".
_PACKAGE = re.compile(r"(?:\s[\w-]+){1,4}?\s(?:packages?|tranche|aid|assistance|military support)\b")
# What is let go: " the re-export of", " the Dutch to deliver"; not " a bill".
_LETS_GO = re.compile(
    r"\s(?:the\s)?(?:re-?exports?|exports?|transfers?|deliver(?:y|ies)|hand-?over|donation|sending|supply)\b"
    r"|\s(?:[\w’'.-]+\s){1,4}to\s(?:send|deliver|transfer|hand over|supply|re-?export|pass on|give|export|donate"
    r"|ship)\b"
)
# Whom one trains: " Ukrainian crews", " the Fijian crew"; not " ships".
_TRAINEES = re.compile(
    r"\b(?:units?|forces|soldiers|troops|recruits|pilots|crews?|personnel|army|navy|police|battalions?|brigades?"
    r"|companies"
    r"|engineers|sappers|operators|gunners|mechanics|medics|marines|sailors|technicians|officers|instructors|guards"
    r"|infantry|ukrainians|cadets|divers|conscripts|gendarmes|servicemen|snipers|coast guard|national guard"
    r"|frontier guard)\b"
)
# Who is sent to help an army: " a team of medics", " five instructors"; not " observers".
_SPECIALISTS = re.compile(
    r"(?:\s[\w’'-]+){0,4}?\s(?:instructors|trainers|medics|surgeons|doctors|engineers|sappers|technicians|mechanics"
    r"|welders"
    r"|specialists|advisers|advisors|experts|(?:soldiers|officers|troops|personnel) to (?:train|teach|instruct))\b"
)
# What carries goods to the aggressor, in front of its name: "to ", "arming "; not "against ".
_TO = re.compile(r"\b(?:to|arm(?:s|ed|ing)?|suppl(?:y|ies|ied|ying))\s+\Z")
# A gerund that only names a giver's act: "by ", "for "; not "is ".
_GERUND = re.compile(r"\b(?:by|for|of|about|without|before|after|in|from|over|against|on)\s+\Z")
# Between two subjects of one verb: " and ", ", the "; not ", who met ".
_AND = re.compile(r"(?:,\s|\sand\s|\s?as well as\s|the\s|\s|,)+")
# What leads to giving: "intends to ", "is to ", "the first to "; not "urged the ministry to ".
_INTENDS = re.compile(
    r"\b(?:is|are|intends?|plans?|planning|agree[sd]?|decide[sd]?|decision|pledge[sd]?|promise[sd]?|undert(?:akes?"
    r"|aken|ook)"
    r"|began|begun|start(?:s|ed)|continue[sd]?|resolved|offer(?:s|ed)?|vow(?:s|ed)?|committed|going|set|ready|prepared"
    r"|expected|due|first|opted|chosen|chose|volunteer(?:s|ed)|joined|helped|helps|helping|about|obliged|means"
    r"|meant)\s+to\s+\Z"
)
# What marks a gift beside another's: "for its part", "of its own"; not "its own".
_MARK = re.compile(
    r"\b(?:(?:for|on) (?:its|their|his|her) part|of (?:its|their|his|her) own|meanwhile|likewise|in turn|in addition"
    r"|on top|separately|free of charge|as a gift|at no cost|without charge|for (?:free|nothing))\b"
)
# A thing that is given, by its article or number: " the transporters", " six shipwrights"; not " a speech".
_THING = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:an?|the|its|their|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
    r"|several|another|further|additional|dozens of|hundreds of|thousands of|scores of)\s(?!same\b)[\w’'-]"
)
# A number of things by a name or a military word, to those who speak: " us 19 Ratel"; not " us two days".
_NUMBERED = re.compile(
    r"\s(?:us|you|them)\s(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozens of)\s"
    r"(?:[A-Z]|armou?red|military|combat|tracked|wheeled|surplus)"
)
# Uses that are not military: "for Ukrainian homes", "autotransformers"; not "home-made".
_CIVIL_USE = re.compile(
    r"\b(?:homes|embass(?:y|ies)|museums?|stadiums?|railways?|hotels?|households|heating|pensions|salaries|schools"
    r"|budget support|state budget|reconstruction|rebuilding"
    r"|power (?:grid|plants?|stations?|engineers|lines)|(?:auto)?transformers|boilers?|displaced|families|flood|harvest"
    r"|vaccines?|bread|gas|civilians)\b"
)
# For whom goods are that are no arms: "for civilian hospitals", "for schools"; not "for the army".
_FOR_CIVILIANS = re.compile(
    r"\bfor (?:the )?(?:[\w-]+ )?(?:civilians?|hospitals|schools|homes|households|families|refugees|farmers|museums?)\b"
)
# Goods by a name that any kind has: "a second battery", "forty rounds"; not "a letter".
_GENERIC = re.compile(
    r"\b(?:an?|another|the|these|those|second|third|further|additional|more|several|dozens of|hundreds of|thousands of"
    r"|[\d,.]+|two"
    r"|three|four"
    r"|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\s(?:[\w-]+\s){0,2}?(?:batter(?:y|ies)|systems?"
    r"|rounds"
    r"|carriers|guns|trucks|ambulances|barrels|aircraft|jets|vehicles|boats|launchers|platforms|batch(?:es)?"
    r"|instalments?|consignments?|shipments?)\b"
)
# Paying for oneself: "from its own budget"; not "of its own".
_OWN_PURSE = re.compile(r"\b(?:from|out of|with|by) (?:its|their|his|her) own\b")
# An amount in words, right behind its verb: " two million euros"; not " a question of millions".
_MILLIONS = re.compile(r"\s(?:[\w-]+\s){1,3}(?:million|billion)s?\b")
# Nothing, which is no gift: " nothing", " no tanks"; not " the nothing".
_NOTHING = re.compile(r"\s(?:nothing|little|none|no|neither|not)\b")
# What is given in words, whatever it is about: " a warning", " his view"; not " the radars".
_SPOKEN = re.compile(
    r"(?:\s(?:an?|the|its|his|her|their|another|no|new|clear|stern)){0,3}\s(?:speech|warning|statement|lesson"
    r"|interview|reminder"
    r"|explanation|answer|reply|comment|briefing|apology|message|signal|view|opinion|assessment|update|report)s?\b"
)
# Work that is done for an army: "training", "repairs"; not "work".
_SERVICE = re.compile(
    r"\b(?:train\w*|repair\w*|maintenance|overhauls?|instructors|courses?|workshops?|barracks|transport)\b"
)
# What only dates another's act: "hours after "; not "after ".
_IN_PASSING = re.compile(r"\b(?:minutes|hours|days|weeks|the day|a day|a week|shortly|just) after\b")
# For whom something is bought, without a name: "for the front"; not "for its own army".
_FOR_THE_FRONT = re.compile(r"\bfor (?:the )?(?:front|war effort|defenders|soldiers at the front)\b")
# For whom something is bought: "for ", "on behalf of the "; not "with ".
_FOR = re.compile(r"\b(?:for|on behalf of)\s(?:the\s)?\Z")
# A scheme that a clause only explains: "through purl, ", "under which "; not "through the winter".
_SCHEME = re.compile(r"\A(?:through|under|via|within) [^,]{2,40},\s")
_SCHEME_WHICH = re.compile(r"\b(?:in|under|through|by) which\s\Z")
_REACH = 60
_NEAR = 25
_COUPLE = 2


def contributes(scene: Scene, word: Found) -> int:
    """Somebody else than the donor of the document's packages who gives."""
    many = scene.counted(scene.clause.start, word.start)
    if feeds_aggressor(scene) or (many and not LIKEWISE.search(scene.text(word.start, word.end + _NEAR))):
        return 0
    by = BY.match(scene.after(word.end))
    if by:
        if _SOLD.search(scene.before(word.start)):
            return 0
        at = word.end + by.end()
        given = is_given(scene, scene.clause.start, word.start) and not _is_civil(scene)
        # In a statement of many donors each of them is told as one who gives.
        joint = len(scene.parties.givers) > _COUPLE and any(at <= one.start < at + _NEAR for one in scene.actors)
        return 3 if given and (joint or others(scene, at, at + _NEAR)) else 0
    subjects = [
        one
        for one in scene.subjects(word.start)
        if one.place not in scene.parties.getters | OPPONENTS and not _NAMES_BODY.match(scene.sentence.lower, one.end)
    ]
    together = _TOGETHER_WE.search(scene.before(word.start)) is not None
    if together and scene.named_goods(word.end, word.end + _REACH):
        return 2
    if not subjects and not scene.group(scene.clause.start, word.start):
        return 0
    if not _is_told(scene, word) or not _has_object(scene, word):
        return 0
    if WE.search(scene.text(subjects[-1].end if subjects else scene.clause.start, word.start)):
        return 0
    if word.cue.kind == "pay" and (scene.parties.sells or _explains_scheme(scene, word)):
        return 0
    if subjects:
        return 3 if scene.parties.is_other(subjects[-1]) and not joined_to_own(scene, subjects) else 0
    more = word.cue.phrase.startswith("step/") and scene.parties.military and scene.aid(word.end)
    more = more or (many and scene.parties.military)
    return 2 if more or scene.meant(word.end) else 0


def _explains_scheme(scene: Scene, word: Found) -> bool:
    """Whether a clause only says how a scheme works: "a fund through which allies pay for shells"."""
    if word.cue.phrase.split("/")[0] not in ("pay", "finance", "cover") or not scene.groups:
        return False
    bare = scene.text(word.start, word.end) in ("pay", "finance", "cover")
    start = scene.clause.start
    which = _SCHEME_WHICH.search(scene.sentence.lower, max(0, start - _REACH), start)
    return bare and bool(which or _SCHEME.search(scene.before(word.start)))


def is_given(scene: Scene, start: int, end: int) -> bool:
    """Whether goods, or things by a name that any kind of goods has, stand in a part of the clause."""
    if scene.goods(start, end):
        return True
    return scene.parties.military and _GENERIC.search(scene.sentence.lower, start, end) is not None


def _has_object(scene: Scene, word: Found) -> bool:
    """Whether something military is given: goods, money, what it refers back to, or a thing that isn't civil."""
    after = scene.after(word.end)
    if _NOTHING.match(after) or _SPOKEN.match(after) or (word.cue.kind == "pay" and _OWN_PURSE.search(after)):
        return False
    if word.cue.kind == "pay" and not scene.parties.getters and not scene.named_goods(*scene.clause):
        return False  # Without a package, one pays for what one buys.
    if word.cue.weight == 1:  # "put", which gives only where money follows.
        return scene.money_near(word.end) or _MILLIONS.match(after) is not None
    start = word.start if "*" in word.cue.phrase else word.end  # "handed its mortars to"
    more = word.cue.phrase.startswith("step/") and scene.groups and scene.aid(word.end)
    if scene.meant(start) or scene.wanted(word.end) or more or _goes_without_goods(scene, word):
        return not _is_civil(scene)
    if not scene.parties.military or word.cue.kind != "give":
        return False
    on_gift = word.cue.phrase.startswith(_ON_GIFTS) and _OF_GIFT.search(scene.text(word.start, word.end + _REACH))
    if on_gift or (scene.sentence_has_goods and _BARE_NUMBER.match(after)):
        return True
    return _gives_thing(scene, word, after)


def _gives_thing(scene: Scene, word: Found, after: str) -> bool:
    """Whether people or things by a name on no list are given, in a document on arms."""
    if _SPECIALISTS.match(after) or _GENERIC.search(after[:_REACH]):
        return not _is_civil(scene)
    numbered = _NUMBERED.match(scene.sentence.text, word.end)
    if numbered is not None and not ABSTRACT.match(after):
        return not _is_civil(scene)
    if not _THING.match(after) or ABSTRACT.match(after):
        return False
    marked = word.cue.weight == 3 or _MARK.search(scene.sentence.lower, *scene.clause)
    return bool(marked) and not _CIVIL_USE.search(scene.sentence.lower, *scene.clause)


def _is_civil(scene: Scene) -> bool:
    """Whether what a clause tells of is for no army: a civil use, and no military goods beside it."""
    if _FOR_CIVILIANS.search(scene.sentence.lower, *scene.clause):
        return True
    return not scene.named_goods(*scene.clause) and _CIVIL_USE.search(scene.sentence.lower, *scene.clause) is not None


def _is_told(scene: Scene, word: Found) -> bool:
    """Whether a word says that somebody gives: no noun, nothing denied, asked for or only summed up."""
    before = scene.just_before(word.start)
    if DENIED.search(before) or _GERUND.search(before) or is_noun(scene, word, before):
        return False
    if _PASSIVE.search(before) and not _first_word(scene, word).endswith("ing"):
        return False
    if (before.endswith(" to ") and not _INTENDS.search(before)) or _IN_PASSING.search(scene.before(word.start)):
        return False
    if not SUM.search(scene.sentence.lower):
        # A sum that goes on from one: "Donors have given $9 billion since 2022. Oslo has given $2 billion."
        summed_before = scene.previous is not None and SUM.search(scene.previous.lower) is not None
        return not (summed_before and before.endswith((" has ", " have ")) and scene.money_near(word.end))
    summed = scene.findings.money[scene.sentence.index]
    named = scene.named_goods(word.end, word.end + _REACH) or _PACKAGE.match(scene.after(word.end))
    return not summed and bool(named)


def is_noun(scene: Scene, word: Found, before: str) -> bool:
    """Whether a word that may be a verb of giving is a noun here, or a part of a name: "spare parts", "trust fund"."""
    if ACTIVE.search(before) and _first_word(scene, word).endswith("ing"):
        return False
    name = word.start > scene.clause.start and scene.sentence.text[word.start].isupper()
    terms = scene.findings.terms[scene.sentence.index]
    if name or _NOUN.search(before) or any(term.start <= word.start < term.end for term in terms):
        return True
    if not NOUN_OR_VERB.fullmatch(scene.sentence.lower[word.start : word.end]) or _VERBAL.search(before):
        return False
    ends = {one.end for one in scene.actors if one.form != "adjective"} | {one.end for one in scene.groups}
    return word.start - 1 not in ends


def provides(scene: Scene, word: Found) -> int:
    """Giving by a verb that opens a condition elsewhere: "the Dutch are providing the barrels"."""
    if not word.cue.phrase.startswith("provided/") or word.start == scene.clause.start:
        return 0
    return contributes(scene, word._replace(end=word.start + len(_first_word(scene, word))))


def mobilizes(scene: Scene, word: Found) -> int:
    """Money that another finds for the aid: "has mobilised 6 billion euros"."""
    return contributes(scene, word) if scene.money_near(word.end) else 0


def votes_money(scene: Scene, word: Found) -> int:
    """Money that another country's government or parliament approves for arms."""
    subjects = scene.subjects(word.start)
    if not subjects or DENIED.search(scene.just_before(word.start)) or not scene.money_near(word.end):
        return 0
    others = scene.parties.is_other(subjects[-1]) and not joined_to_own(scene, subjects)
    return 2 if others and scene.named_goods(word.end) else 0


def _first_word(scene: Scene, word: Found) -> str:
    return scene.text(word.start, word.end).split(" ", 1)[0]


def permits(scene: Scene, word: Found) -> int:
    """Another country that lets goods go."""
    subjects = scene.subjects(word.start)
    let = _LETS_GO.match(scene.after(word.end))
    if not subjects or let is None or DENIED.search(scene.just_before(word.start)):
        return 0
    if not scene.meant(word.end) and not is_given(scene, word.end, scene.clause.end):
        return 0
    return 2 if scene.parties.is_other(subjects[-1]) and not joined_to_own(scene, subjects) else 0


def plays_part(scene: Scene, word: Found) -> int:
    """Another country that "for its part" does something with goods or for an army."""
    others = [one for one in scene.subjects(len(scene.sentence.text)) if scene.parties.is_other(one)]
    near = [one for one in others if one.end <= word.start + _NEAR]
    if not near or _CIVIL_USE.search(scene.sentence.lower, *scene.clause) or feeds_aggressor(scene):
        return 0
    verbs = scene.after(word.end)
    if re.search(
        r"\b(?:not|no|never|wants?|needs?|ask\w*|said|says|buy\w*|bought|orders?|refus\w+|declin\w+)\b", verbs
    ):
        return 0
    return 2 if scene.parties.military and (scene.named_goods(word.end) or _SERVICE.search(verbs)) else 0


def serves(scene: Scene, word: Found) -> int:
    """Another country that does an army's work: repairs, training, transport."""
    subjects = scene.subjects(word.start)
    before = scene.just_before(word.start)
    if not subjects or DENIED.search(before) or (before.endswith(" to ") and not _INTENDS.search(before)):
        return 0
    work = scene.parties.military and _SERVICE.search(scene.text(word.end, word.end + _REACH))
    return 2 if work and scene.parties.is_other(subjects[-1]) and not joined_to_own(scene, subjects) else 0


def buys_for(scene: Scene, word: Found) -> int:
    """Another country that buys goods for who gets the package."""
    subjects = scene.subjects(word.start)
    if not subjects or not scene.parties.is_other(subjects[-1]) or joined_to_own(scene, subjects):
        return 0
    if not _is_told(scene, word) or not scene.named_goods(word.end):
        return 0
    getters = scene.parties.getters or scene.parties.takers
    if _FOR_THE_FRONT.search(scene.after(word.end)):
        return 2
    near = [one for one in scene.actors if one.start > word.end and one.place in getters]
    return 2 if any(_FOR.search(scene.just_before(one.start)) for one in near) else 0


def _goes_without_goods(scene: Scene, word: Found) -> bool:
    """Whether a verb gives military help without naming goods: paying for what is given, training soldiers."""
    if word.cue.kind == "train":
        return scene.parties.military and _TRAINEES.search(scene.after(word.end)) is not None
    announced = _PACKAGE.match(scene.after(word.end)) is not None
    return scene.parties.military and (word.cue.kind == "pay" or announced)


def joined_to_own(scene: Scene, subjects: list[Actor]) -> bool:
    """Whether the last subject acts together with a giver of the document: "the United States and Norway"."""
    for one, following in pairwise(subjects):
        if one.place in scene.parties.givers and _AND.fullmatch(scene.text(one.end, following.start)):
            return True
    return False


def others(scene: Scene, start: int, end: int) -> bool:
    return any(
        start <= one.start < end
        and scene.parties.is_other(one)
        and not OF_INDUSTRY.match(scene.sentence.lower, one.end)
        for one in scene.actors
    )


def feeds_aggressor(scene: Scene) -> bool:
    return any(one.place in OPPONENTS and _TO.search(scene.just_before(one.start)) for one in scene.actors)
