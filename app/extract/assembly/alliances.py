"""Rules for what allies do together: leading, coordinating, contributing.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re
from itertools import pairwise

from app.extract.assembly.scenes import DENIED, OPPONENTS, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# A coalition of parties: "coalition government"; not "coalition of donors".
_PARTY_POLITICS = re.compile(r"\s+(?:government|partners?|part(?:y|ies)|talks|agreement|cabinet)\b")
# A coalition under somebody: " by the United States" after "led"; not " to".
_BY = re.compile(r"(?:\s+\w+){0,2}?\s+by\s+")
# A coalition right in front of "which": "the armour coalition, which "; not "the coalition met in Oslo, which ".
_COALITION = re.compile(r"\b(?:coalition|alliance|contact group)(?:\s\w+){0,3},?\s+which\s+\Z")
# What only brings the group to one table: "a meeting of", "to coordinate"; not "of donors".
_MEETING = re.compile(r"\b(?:meetings?|sessions?|summits?|conferences?|talks|coordinat\w+|discuss\w*)\b")
# Bringing or putting together: "brought together"; not "built".
_TOGETHER = re.compile(r"\btogether\b")
# Company, in front of a group: "closely with our "; not "for our ".
_WITH = re.compile(r"\bwith\b(?:\s+[\w-]+){0,3}\s+\Z")
# Where help comes from, in front of a group: "from our ", "by its European "; not "to our ".
_FROM = re.compile(r"\b(?:from|by|of)\s+(?:[\w-]+\s+){0,3}\Z")
# A meeting of one with many: " each month with "; not " in Oslo".
_MEETS_WITH = re.compile(r"\A(?:\s\w+){0,3}\swith\s")
# Between an owner and what is its own: "'s generous "; not " and its ".
_OWNS = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}")
# A noun that looks like a verb: "the day's ", "new "; not "Norway ".
_NOUN = re.compile(
    r"(?:['’]s|\b(?:the|its|their|his|her|our|these|those|new|of|such|military|security|arms|weapons|more))\s+\Z"
)
# Being given, whose subject is no giver: "have been ", "is "; not "is now ".
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\Z")
# What a sum of aid runs over: "since 2022", "so far"; not "since their talks".
_SUM = re.compile(
    r"\b(?:since (?:the|russia|january|february|\d{4})|so far|to date|in total|altogether|in all|up to now|until now"
    r"|total of)\b"
)
# Aid that is only called a package: " a similar package", " more support"; not " a vote".
_PACKAGE = re.compile(r"(?:\s[\w-]+){1,4}?\s(?:packages?|tranche|aid|assistance|military support)\b")
# What is let go: " the re-export of", " the delivery of"; not " a bill".
_LETS_GO = re.compile(r"\s(?:the\s)?(?:re-?exports?|exports?|transfers?|deliver(?:y|ies)|sending|supply)\b")
# Whom one trains: " Ukrainian crews"; not " ships".
_TRAINEES = re.compile(
    r"\b(?:units?|forces|soldiers|troops|recruits|pilots|crews|personnel|army|police|battalions?|brigades?)\b"
)
# What carries goods to the aggressor, in front of its name: "to ", "arming "; not "against ".
_TO = re.compile(r"\b(?:to|arm(?:s|ed|ing)?|suppl(?:y|ies|ied|ying))\s+\Z")
# A government that speaks of itself, alone or with its allies: "we have ", "that we and our allies "; not "he said ".
_WE = re.compile(r"\b(?:we|i|we['’](?:re|ve|ll))\b")
# A gerund that only names a giver's act: "by ", "for "; not "is ".
_GERUND = re.compile(r"\b(?:by|for|of|about|without|before|after|in|from)\s+\Z")
# Where something is done, between a verb and a group: " at ", " in the "; not " a broad ".
_INSIDE = re.compile(r"\s(?:at|in|inside|within|under|with|part of)\s")
# What is coordinated for others: " its delivery", " the donations"; not " attacks".
_DELIVERIES = re.compile(r"(?:\s\w+){0,3}?\s(?:deliver(?:y|ies)|donations?|shipments|transfers|military aid)\b")
# Between two subjects of one verb: " and ", ", the "; not ", who met ".
_AND = re.compile(r"(?:,\s|\sand\s|\s?as well as\s|the\s|\s|,)+")
# What leads to giving: "intends to ", "has agreed to "; not "urged the ministry to ".
_INTENDS = re.compile(
    r"\b(?:intends?|plans?|planning|agree[sd]?|decide[sd]?|decision|pledge[sd]?|promise[sd]?|undertakes?|began|begun"
    r"|start(?:s|ed)|continue[sd]?|resolved|offer(?:s|ed)?|vow(?:s|ed)?|committed|going|set|ready|prepared|expected|due)\s+to\s+\Z"
)
_REACH = 60
_NEAR = 25


def leads(scene: Scene, word: Found) -> int:
    """Leading or forging a coalition, leading an effort, rallying the world or allies."""
    subjects = scene.subjects(word.start)
    if subjects and all(one.place in scene.parties.getters | OPPONENTS for one in subjects):
        return 0
    if word.cue.kind == "convene" and _MEETING.search(scene.after(word.end)):
        return 0
    bodies = ("coalition",) if word.cue.kind in ("found", "convene") else ("coalition", "effort")
    if word.cue.kind == "lead" and scene.relative and scene.subjects(word.start):
        return 3 if _COALITION.search(scene.sentence.lower, 0, scene.clause.start) else 0
    for body in scene.words:
        # What gathers at a place or in a group doesn't lead it.
        near = 0 <= body.start - word.end <= _REACH and not _INSIDE.search(scene.text(word.end, body.start))
        if body.cue.kind in bodies and near:
            if _PARTY_POLITICS.match(scene.after(body.end)):
                return 0
            return 3 if body.cue.kind == "coalition" else 2
    if word.cue.kind == "lead" and _BY.match(scene.after(word.end)):
        return 3 if scene.named("coalition", scene.clause.start, word.start) else 0
    if word.cue.kind in ("rally", "lead") and scene.named("world", word.end, word.end + _NEAR):
        return 3
    gathers = word.cue.kind == "rally" or _TOGETHER.search(scene.text(word.start, word.end))
    return 2 if gathers and scene.group(word.end, word.end + _REACH) else 0


def meets(scene: Scene, word: Found) -> int:
    """A number of countries, or a contact group, that meets; somebody who joins one."""
    start, after = scene.clause.start, scene.after(word.end)
    if scene.counted(start, word.start) or (scene.counted(word.end, word.end + _REACH) and _MEETS_WITH.search(after)):
        return 3
    if scene.named("coalition", start, word.start):
        return 2 if not scene.subjects(word.start) else 0
    joins = scene.named("coalition", word.end, word.end + _REACH)
    somebody = scene.group(start, word.start) or scene.subjects(word.start) or _WE.search(scene.before(word.start))
    return 2 if joins and somebody else 0


def pools(scene: Scene, word: Found) -> int:
    """Several who pool or coordinate their aid."""
    together = scene.group(*scene.clause) or len(scene.subjects(word.start)) > 1
    if together and scene.aid(word.end):
        return 2
    return 2 if _DELIVERIES.search(scene.after(word.end)) and scene.subjects(word.start) else 0


def works_with(scene: Scene, word: Found) -> int:
    """Work with allies on security aid."""
    for group in scene.groups:
        near = 0 <= group.start - word.end <= _REACH
        if near and _WITH.search(scene.text(word.end, group.start)):
            return 3 if scene.aid(group.end) else 0
    return 0


def eases(scene: Scene, word: Found) -> int:
    """Making it easier for allies to give."""
    for group in scene.groups:
        if group.start > word.end and _FROM.search(scene.just_before(group.start)):
            return 3 if scene.aid(word.end, group.start) else 0
    givers = [one for one in scene.actors if one.start > word.end and _is_other(scene, one)]
    return 3 if any(_FROM.search(scene.just_before(one.start)) for one in givers) and scene.goods(word.end) else 0


def unites(scene: Scene, word: Found) -> int:
    """A coalition of a number of countries."""
    return 3 if scene.counted(word.end, word.end + _REACH) else 0


def shares(scene: Scene, word: Found) -> int:
    """An undertaking that is shared with allies."""
    return 2 if scene.group(word.end, word.end + _REACH) and scene.aid(word.end) else 0


def number_gives(scene: Scene, word: Found) -> int:
    """A number of countries that gives."""
    counted = scene.counted(scene.clause.start, word.start) and scene.aid(word.end)
    return 3 if counted and not DENIED.search(scene.just_before(word.start)) else 0


def contributes(scene: Scene, word: Found) -> int:
    """Somebody else than the donor of the document's packages who gives."""
    if _feeds_aggressor(scene) or scene.counted(scene.clause.start, word.start):
        return 0
    by = _BY.match(scene.after(word.end))
    if by:
        at = word.end + by.end()
        return 3 if _others(scene, at, at + _NEAR) and scene.goods(scene.clause.start, word.start) else 0
    subjects = [one for one in scene.subjects(word.start) if one.place not in scene.parties.getters | OPPONENTS]
    if not _is_told(scene, word) or (not scene.meant(word.end) and not _goes_without_goods(scene, word)):
        return 0
    if _WE.search(scene.text(subjects[-1].end if subjects else scene.clause.start, word.start)):
        return 0
    if subjects:
        return 3 if _is_other(scene, subjects[-1]) and not _joined_to_own(scene, subjects) else 0
    return 2 if scene.group(scene.clause.start, word.start) and scene.meant(word.end) else 0


def _is_told(scene: Scene, word: Found) -> bool:
    """Whether a word says that somebody gives: no noun, nothing denied, asked for or only summed up."""
    before = scene.just_before(word.start)
    if DENIED.search(before) or _GERUND.search(before) or _is_noun(scene, word):
        return False
    if _PASSIVE.search(before) and not scene.text(word.start, word.end).endswith("ing"):
        return False
    if before.endswith(" to ") and not _INTENDS.search(before):
        return False
    return scene.named_goods(word.end, word.end + _REACH) or not _SUM.search(scene.sentence.lower)


def _is_noun(scene: Scene, word: Found) -> bool:
    """Whether a word that may be a verb of giving is a noun here, or a part of a name."""
    name = word.start > scene.clause.start and scene.sentence.text[word.start].isupper()
    return name or _NOUN.search(scene.just_before(word.start)) is not None


def permits(scene: Scene, word: Found) -> int:
    """Another country that lets goods go."""
    subjects = scene.subjects(word.start)
    let = _LETS_GO.match(scene.after(word.end))
    if not subjects or let is None or DENIED.search(scene.just_before(word.start)) or not scene.meant(word.end):
        return 0
    return 2 if _is_other(scene, subjects[-1]) and not _joined_to_own(scene, subjects) else 0


def _goes_without_goods(scene: Scene, word: Found) -> bool:
    """Whether a verb gives military help without naming goods: paying for what is given, training soldiers."""
    if word.cue.kind == "train":
        return scene.parties.military and _TRAINEES.search(scene.after(word.end)) is not None
    announced = _PACKAGE.match(scene.after(word.end)) is not None
    pays = word.cue.kind == "pay" and " own " not in scene.after(word.end)
    return scene.parties.military and (pays or announced)


def _joined_to_own(scene: Scene, subjects: list[Actor]) -> bool:
    """Whether the last subject acts together with a giver of the document: "the United States and Norway"."""
    for one, following in pairwise(subjects):
        if one.place in scene.parties.givers and _AND.fullmatch(scene.text(one.end, following.start)):
            return True
    return False


def gives_noun(scene: Scene, word: Found) -> int:
    """A contribution or donation of something by another."""
    owner = next((one for one in scene.actors if _OWNS.fullmatch(scene.text(one.end, word.start))), None)
    if owner is not None and _is_other(scene, owner) and scene.goods(word.end) and not _feeds_aggressor(scene):
        return 3
    by = re.search(r"\b(?:by|from)\s+", scene.after(word.end))
    named = scene.goods(word.end) or scene.parties.military
    if by is None or by.start() > _NEAR * 2 or not named or _feeds_aggressor(scene):
        return 0
    at = word.end + by.end()
    near = [one for one in scene.actors if at <= one.start < at + _NEAR]
    if any(one.place in scene.parties.givers and not _has_members(scene, one) for one in near):
        return 0
    return 3 if _others(scene, at, at + _NEAR) or scene.group(at, at + _NEAR) else 0


def _has_members(scene: Scene, actor: Actor) -> bool:
    """Whether a name only says whose members act: "EU member states"."""
    return any(one.start > actor.end and " and " not in scene.text(actor.end, one.start) for one in scene.groups)


def thanked(scene: Scene, word: Found) -> int:
    """Thanks or welcome for what another gives."""
    if scene.after(word.end).startswith(" to ") and scene.text(word.start, word.end) == "thanks":
        return 0
    gives = next((one for one in scene.words if one.cue.kind in ("give", "gift") and one.start > word.end), None)
    if gives is None or _feeds_aggressor(scene) or not scene.goods(word.end):
        return 0
    if scene.group(word.end, scene.clause.end):
        return 2
    return 3 if _others(scene, word.end, scene.clause.end) else 0


def _is_other(scene: Scene, actor: Actor) -> bool:
    """Whether an actor may be a further donor: no giver or getter of the document's packages, and no opponent."""
    if actor.code == "US-CONGRESS" or actor.place is None:
        return False
    return actor.place not in scene.parties.givers | scene.parties.getters | OPPONENTS


def _others(scene: Scene, start: int, end: int) -> bool:
    return any(start <= one.start < end and _is_other(scene, one) for one in scene.actors)


def _feeds_aggressor(scene: Scene) -> bool:
    return any(one.place in OPPONENTS and _TO.search(scene.just_before(one.start)) for one in scene.actors)
