"""Rules for where goods come from: contributions that name the goods first, or the country in an oblique place.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.contributions import OF_INDUSTRY, SUM, contributes, is_given
from app.extract.assembly.scenes import DENIED, Scene
from app.extract.recognisers.cues import Found

# Where goods come from, in front of the verb: "from belgium ", "also from the dutch "; not "goods from spain ".
_FROM_FIRST = re.compile(r"(?:also |and |then )?from (?:the )?(?:[\w’'.-]+\s){1,5}\Z")
# From whom something was got: "from ", "from the "; not "from a depot in ".
_RIGHT_FROM = re.compile(r"\bfrom\s(?:the\s)?\Z")
# What somebody owns that is a gift: "'s new package "; not "'s army ".
_OWN_GIFT = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}(?:packages?|donations?|contributions?|gifts?|aid|tranche|pledge|decree"
    r"|measure)(?:,[^,]{1,40},)?\s(?:also\s|(?:is|are) to\s|will\s(?:also\s)?)?"
)
# A government that tells of what is its own: "confirmed that "; not "thanked".
_SAYS_THAT = re.compile(r"\b(?:confirm|announc|disclos|reveal|said|says|declar)\w*\sthat\s\Z")
# Others who give, right behind "from": " other countries", " our allies"; not " companies".
_FROM_OTHERS = re.compile(
    r"\s(?:(?:our|its|the|other|allied|partner|several|many|european|further)\s){1,3}(?:countries|nations|allies|partners|states)\b"
)
# The name of a country right behind "from": after " " or " the ".
_AT_ONCE = (1, 5)
# What makes "from" a matter of trade, of crime or of asking: "bought", "asked for"; not "brought".
_TRADE = re.compile(
    r"\b(?:b[ou]\w*ght|buy\w*|purchas\w+|order\w*|procur\w+|import\w*|sold|sale|sell\w*|stol\w+|smuggl\w+|captur\w+"
    r"|ask\w*|request\w*|want\w*|seek\w*|sought|demand\w*|need\w*|fired|launch\w*|withdr\w+|return\w*|urg\w+|made)\b"
)
# Coming, in front of its origin: "are coming, this time "; not "are tested in ".
_COMES = re.compile(r"\b(?:com(?:e|es|ing)|came|arriv\w+)\b[\w\s,]{0,25}\Z")
# Between an owner and its goods: "'s ", "'s promised "; nothing else.
_OWN_GOODS = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}")
_REACH = 60


def comes_from(scene: Scene, word: Found) -> int:
    """Goods that come from another country."""
    if DENIED.search(scene.just_before(word.start)) or not is_given(scene, scene.clause.start, word.start):
        return 0
    if scene.parties.military and _FROM_OTHERS.match(scene.after(word.end)):
        return 2
    right_behind = (word.end + 1, word.end + len(" the "))
    givers = [one for one in scene.actors if one.start in right_behind and one.form != "adjective"]
    return 2 if givers and all(scene.parties.is_other(one) for one in givers) else 0


def comes_first(scene: Scene, word: Found) -> int:
    """Goods that come from another country, with its name in front: "From Spain come six mortars"."""
    origin = _FROM_FIRST.match(scene.before(word.start))
    if origin is None or not scene.named_goods(word.end, word.end + _REACH):
        return 0
    givers = [one for one in scene.actors if one.end <= word.start and one.form != "adjective"]
    return 3 if givers and all(scene.parties.is_other(one) for one in givers) else 0


def is_from(scene: Scene, word: Found) -> int:
    """Goods that are told with the country they come from: "14 tanks from Italy"; not those that are bought there."""
    giver = next((one for one in scene.actors if one.start - word.end in _AT_ONCE and one.form != "adjective"), None)
    if giver is None or not scene.parties.is_other(giver) or not scene.parties.military:
        return 0
    if OF_INDUSTRY.match(scene.sentence.lower, giver.end) or _TRADE.search(scene.sentence.lower):
        return 0
    before = scene.just_before(word.start)
    goods = [one for one in scene.findings.terms[scene.sentence.index] if one.rank > 0 and one.end <= word.start]
    right_behind = bool(goods) and goods[-1].end == word.start - 1 and goods[-1].start >= scene.clause.start
    comes = bool(goods) and _COMES.search(before) is not None
    if DENIED.search(before):
        return 0
    return 2 if right_behind or comes else 0


def is_given_by(scene: Scene, word: Found) -> int:
    """Goods that another country will give: "will be supplied by Slovakia"."""
    return contributes(scene, word) if scene.after(word.end).startswith(" by ") else 0


def own_package(scene: Scene, word: Found) -> int:
    """What another country's own package holds: "Oslo's donation includes six boats"."""
    owner = next((one for one in scene.actors if _OWN_GIFT.fullmatch(scene.text(one.end, word.start))), None)
    if owner is None or not scene.parties.is_other(owner):
        return 0
    return 2 if scene.named_goods(word.end, word.end + _REACH) else 0


def is_received(scene: Scene, word: Found) -> int:
    """Goods that a recipient has got from another country."""
    before = scene.just_before(word.start)
    if DENIED.search(before) or before.endswith(" to ") or SUM.search(scene.sentence.lower):
        return 0
    for one in scene.actors:
        origin = _RIGHT_FROM.search(scene.just_before(one.start)) and one.form != "adjective"
        if origin and one.start > word.end and scene.named_goods(word.end, one.start):
            getters = scene.parties.getters or scene.parties.takers
            gets = all(each.place in getters for each in scene.subjects(word.start))
            return 2 if gets and scene.parties.is_other(one) else 0
    return 0


def has_arrived(scene: Scene, word: Found) -> int:
    """Another country's goods that have arrived: "Slovakia's jets have crossed the border"."""
    terms = [one for one in scene.findings.terms[scene.sentence.index] if one.rank > 0 and one.end <= word.start]
    terms = [one for one in terms if one.start >= scene.clause.start]
    if not terms or not scene.parties.military or DENIED.search(scene.just_before(word.start)):
        return 0
    if _says_so(scene):
        return 2
    for one in scene.actors:
        if one.start > terms[0].end and one.end < word.start and _RIGHT_FROM.search(scene.just_before(one.start)):
            return 2 if scene.parties.is_other(one) else 0
        goods = next((term for term in terms if term.start > one.end), None)
        owned = goods is not None and _OWN_GOODS.fullmatch(scene.text(one.end, goods.start)) is not None
        if owned and scene.parties.is_other(one):
            return 2
    return 0


def _says_so(scene: Scene) -> bool:
    """Whether another country tells that goods have come: "London confirmed that missiles were on their way"."""
    if scene.lender is None or _SAYS_THAT.search(scene.sentence.lower, 0, scene.clause.start) is None:
        return False
    subjects = scene.lender.subjects(scene.lender.clause.end)
    return bool(subjects) and scene.parties.is_other(subjects[-1]) and not scene.actors[:-1]
