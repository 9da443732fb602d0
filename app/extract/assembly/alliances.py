"""Rules for what allies do together: leading and coordinating.

A rule is given a clause and a word of its role there, and answers with the weight of the note, 0 for none.
"""

import re

from app.extract.assembly.contributions import LIKEWISE
from app.extract.assembly.scenes import BY, DENIED, OPPONENTS, WE, Scene
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found

# A coalition of parties: "coalition government"; not "coalition of donors".
_PARTY_POLITICS = re.compile(r"\s+(?:government|partners?|part(?:y|ies)|talks|agreement|cabinet)\b")
# A coalition right in front of "which": "the armour coalition, which "; not "the coalition met in Oslo, which ".
_COALITION = re.compile(r"\b(?:coalition|alliance|contact group)(?:\s\w+){0,3},?\s+which\s+\Z")
# Many who do something else, told by a noun: "rejection by 143 nations"; not "143 nations".
_BY_MANY = re.compile(
    r"\bby\s(?:(?:more than|over|about|some|nearly|almost)\s)?(?:\w+\s){1,3}?(?:countries|nations|states)\b"
)
# Work with who gets the goods, so that they do: " closely with the ukrainian government"; not " with the press".
_CLOSELY_WITH = re.compile(r"\sclosely with\s")
# Allies who speak as one: "together, we "; not "together with us".
_TOGETHER_WE = re.compile(r"\btogether,? we\b")
# What is arranged with partners: "re-sequence planned deliveries"; not "deliveries".
_PLANNED = re.compile(
    r"\b(?:planned|re-?sequenc\w+|schedul\w+|timed?|rerout\w+|divert\w+)\s(?:\w+\s){0,2}deliver(?:y|ies)\b"
)
# Civil partners: "partners across the United Nations agencies"; not "partners".
_AGENCIES = re.compile(r"\b(?:agencies|non-governmental|ngos|charities|civil society)\b")
# What a conference with many countries is about, where it is one of donors.
_DONATING = frozenset(
    {"donors", "donor", "aid", "arms", "weapons", "ammunition", "deliveries", "pledges", "assistance"}
)
# In front of a noun: "at a ", "the virtual "; not "ministers are ".
_NOUN = re.compile(r"\b(?:an?|the|its|this|that|next|last|first|ministerial|virtual|before|after|during)\s(?:\w+\s)?\Z")
# A group told beside who speaks, as one subject: "we and the ", "the United States and its "; not "to the ".
_BESIDE_US = re.compile(r"\b(?:we|us|states|washington|america)\sand\s(?:the|our|its)\s(?:\w+\s)?\Z")
# What only brings the group to one table: "a meeting of", "to coordinate"; not "of donors".
_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|summits?|conferences?|talks|coordinat\w+|discuss\w*"
    r"|(?:leaders|ministers|chiefs|envoys|officials|representatives|delegations) (?:of|from))\b"
)
# A standing group, which is called to meet: " the Ukraine Defense Contact Group"; not " a coalition of donors".
_STANDING = re.compile(r"\s(?:the\s)?(?:[\w’'-]+\s){0,3}contact group\b(?! for the first time)")
# A meeting of a standing group: " a meeting of the Ukraine Defense Contact Group"; not " a meeting of ministers".
_MEETING_OF_GROUP = re.compile(
    r"\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:meeting|session) of (?:the )?(?:[\w’'-]+ ){0,3}contact group\b"
)
# Bringing or putting together: "brought together"; not "built".
_TOGETHER = re.compile(r"\btogether\b")
# Company, in front of a group: "closely with our "; not "for our ".
_WITH = re.compile(r"\bwith\b(?:\s+[\w-]+){0,3}\s+\Z")
# Where help comes from, in front of a group: "from our ", "by its European "; not "to our ".
_FROM = re.compile(r"\b(?:from|by|of)\s+(?:[\w-]+\s+){0,3}\Z")
# What a meeting of donors is for: " again in June to plan"; not " in June".
_PLANS = re.compile(
    r"\sto\s(?:\w+\s)?(?:plan|see|compare|work out|match|talk about|confer|consider|settle|discuss|agree|coordinate"
    r"|decide|arrange|map|speed|pledge)\b"
)
# A meeting of one with many: " each month with "; not " in Oslo".
_MEETS_WITH = re.compile(r"\A(?:\s\w+){0,3}\swith\s")
# Where something is done, between a verb and a group: " at ", " in the "; not " a broad ".
_INSIDE = re.compile(r"\s(?:at|in|inside|within|under|with|part of)\s")
# What is coordinated for others: " its delivery", " the donations"; not " attacks".
_DELIVERIES = re.compile(r"(?:\s\w+){0,3}?\s(?:deliver(?:y|ies)|donations?|shipments|transfers|military aid)\b")
# A group in front of those who lead it: "countries that the United States "; not "countries and the United States ".
_LED = re.compile(r"\b(?:that|which|whom)\s(?:[\w.]+\s){1,5}\Z")
# Leading as a property: "the leading "; not "is leading ".
_FOREMOST = re.compile(r"\b(?:the|a|its|their|our|world['’]s|other|as)\s+\Z")
# What is done in consultation: "put together"; not "requested".
_SETTLED = re.compile(
    r"\b(?:agreed|put together|arranged|planned|prepared|chosen|assembled|drawn up|decided|designed|timed|compiled)\b"
)
# What donors share out: "deliveries", "the cost of drones"; not "views".
_SHARED_OUT = re.compile(
    r"\b(?:announcement|packages?|planning|efforts|deliver\w*|donat\w+|donors?|suppl(?:y|ies)|help|aid|assistance|support|contribut\w+|shipments?|purchases?"
    r"|gifts?|packages?|orders?|needs|requirements|gaps?|training|repairs?|ammunition|weapons|arms|equipment|buy|send"
    r"|give|work|courses?|stocks)\b"
)
# A group with which something is coordinated: " closely with the demining "; not " the talks".
_WITH_BODY = re.compile(r"(?:\s\w+ly)?\swith\s(?:the|our|its|their|other)\s")
# Whom a meeting brings together, behind its word: " in Oslo of the defence ministers of"; not " of the board".
_OF_MINISTERS = re.compile(
    r"(?:\s(?:in|at|on)\s[\w’'-]+(?:\s[\w’'-]+)?)?\s(?:of|between|among|with)\s(?:the\s|its\s|their\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:ministers|chiefs|leaders|armaments directors|presidents|heads)\b"
)
# What stands between "that" and its verb: "have ", "will again "; not "has worked to ".
_AT_ONCE = re.compile(r"(?:(?!to\b)[\w’']+\s){0,3}")
# What countries join that arms nobody: " the treaty", " a new bank"; not " the coalition".
_OTHER_BODY = re.compile(
    r"(?:\s\w+){0,3}?\s(?:treaty|pact|bank|union|court|convention|customs|currency|eurozone|euro|fishing)\b"
)
# What only tells how large a group is: "the coalition, in which "; not "the coalition, which ".
_WHOSE_MEMBERS = re.compile(r"\b(?:in|of) which\s\Z")
# What a meeting is about, where it is no aid by name: "the war", "Ukraine's defence"; not "quotas".
_ON_WAR = re.compile(
    r"\b(?:who (?:can|will|could)|war|invasion|front|militar\w+|defen[cs]e|defend\w*|arm|arming|weapons|next steps"
    r"|air raids)\b"
)
# What somebody leads with the help of others: "the initiative, ", "the meeting was "; not "the choir is ".
_UNDERTAKING = re.compile(
    r"\b(?:initiative|scheme|plan|programme|program|effort|drive|meeting|session|group|contact group|conference"
    r"|purchase|mission)"
    r"(?:,? (?:is|was|has been|being|which is|that is|which was))?,?\s\Z"
)
# A group in front of its verb: "the group, which ", "the coalition now "; not "the minister ".
_GROUP_ITSELF = re.compile(
    r"\b(?:group|coalition|alliance|initiative|scheme|format|club|meeting|conference|summit)(?:,? (?:which|that|now"
    r"|already|today))*\s\Z"
)
# Those who act for several countries: "defence chiefs of the "; not "ministers ".
_MINISTERS_OF = re.compile(
    r"\b(?:ministers|chiefs|leaders|envoys|armaments directors|officials|representatives) (?:of|from)\s"
)
# Colleagues of other countries: " his colleagues from"; not " his colleagues".
_COLLEAGUES = re.compile(r"\s(?:his|her|their|its)\s(?:colleagues|counterparts|partners)\s(?:from|of)\b")
# What partners talk about: "about who can give", "about further deliveries"; not "about the weather".
_ABOUT_GIVING = re.compile(r"\b(?:about|on|how|who|which)\b")
# Company at the start of a clause: "together with our allies, "; not "with our allies, ".
_TOGETHER_WITH = re.compile(r"together with (?:its|our|the|their) (?:\w+ )?(?:allies|partners|friends|neighbou?rs)\b")
# What is worked for: " to deliver", " on delivering"; not " at home".
_TO_GIVE = re.compile(r"\s(?:to|on)\s(?:send|give|provide|supply|deliver|get|speed|find|procure|buy|ensure)\w*\b")
# What some words of leading are said of, where not of all.
_BODIES = {"found": ("coalition", "fund"), "convene": ("coalition",)}
_REACH = 60
_FEW = 3  # countries at a table that are no more than the neighbours of one
_NEAR = 25


def leads(scene: Scene, word: Found) -> int:
    """Leading or forging a coalition, leading an effort, rallying the world or allies."""
    subjects = scene.subjects(word.start)
    by_others = BY.match(scene.after(word.end)) is not None
    if (
        subjects and not by_others and all(one.place in scene.parties.getters | OPPONENTS for one in subjects)
    ) or _is_no_act(scene, word):
        return 0
    if word.cue.kind == "lead" and scene.relative and subjects:
        return 3 if _COALITION.search(scene.sentence.lower, 0, scene.clause.start) else 0
    if _brings_itself(scene, word):
        return 0
    body = _body_led(scene, word, bool(subjects))
    if body is not None:
        return 0 if _PARTY_POLITICS.match(scene.after(body.end)) else 3 if body.cue.kind == "coalition" else 2
    if word.cue.kind in ("lead", "found") and BY.match(scene.after(word.end)):
        named = scene.named("coalition", scene.clause.start, word.start)
        undertaken = word.cue.kind == "lead" and scene.parties.military and _UNDERTAKING.search(_in_front(scene, word))
        by = any(one.place and one.start - word.end < _NEAR for one in scene.actors if one.start > word.end)
        return 3 if named or (undertaken and by) else 0
    led = subjects and scene.group(scene.clause.start, word.start) and _LED.search(scene.just_before(word.start))
    if word.cue.kind == "lead" and led:
        return 3
    if word.cue.kind in ("rally", "lead") and scene.named("world", word.end, word.end + _NEAR):
        return 3
    gathers = word.cue.kind == "rally" or _TOGETHER.search(scene.text(word.start, word.end))
    if _AGENCIES.search(scene.text(word.end, word.end + _REACH)):
        return 0
    return 2 if gathers and scene.group(word.start, word.end + _REACH) else 0


def stands_under(scene: Scene, word: Found) -> int:
    """Several who do something for the aid under the lead of one: "under Danish leadership"."""
    end = word.end + _NEAR if word.cue.phrase.endswith(" of") else word.end
    named = any(word.start <= one.start < end and one.place not in scene.parties.getters for one in scene.actors)
    several = scene.group(*scene.clause) or scene.named("coalition", *scene.clause)
    return 2 if named and several and scene.parties.military else 0


def _in_front(scene: Scene, word: Found) -> str:
    """The words in front, over a comma: "the scheme, "."""
    return scene.sentence.lower[max(0, word.start - _REACH) : word.start]


def _brings_itself(scene: Scene, word: Found) -> bool:
    """Whether a group has members by its own act: "the Group, which brings together thirty countries"."""
    itself = word.cue.kind in ("found", "comprise") and _GROUP_ITSELF.search(_in_front(scene, word)) is not None
    return itself and scene.counted(word.end, word.end + _REACH)


def _is_no_act(scene: Scene, word: Found) -> bool:
    """Whether a word of leading is denied, only a property, or calls a meeting: "the leading economies"."""
    before = scene.just_before(word.start)
    meeting = word.cue.kind == "convene" and (
        _MEETING.search(scene.after(word.end)) or _STANDING.match(scene.after(word.end))
    )
    if DENIED.search(before) or meeting:
        return True
    return scene.text(word.start, word.end) == "leading" and _FOREMOST.search(before) is not None


def _body_led(scene: Scene, word: Found, led_by_somebody: bool) -> Found | None:
    """The coalition, effort or fund right behind a word of leading; a fund only where it is said who leads it."""
    bodies = _BODIES.get(word.cue.kind, ("coalition", "effort", "fund"))
    for body in scene.words:
        # What gathers at a place or in a group doesn't lead it.
        near = 0 <= body.start - word.end <= _REACH and not _INSIDE.search(scene.text(word.end, body.start))
        # Who launches an initiative for goods leads it: "launched the ammunition initiative".
        for_goods = near and body.cue.kind == "effort" and scene.named_goods(word.end, body.start)
        if (body.cue.kind in bodies or for_goods) and near and (body.cue.kind != "fund" or led_by_somebody):
            return body
    return None


def meets(scene: Scene, word: Found) -> int:
    """A number of countries, or a contact group, that meets; somebody who joins one."""
    start, after = scene.clause.start, scene.after(word.end)
    before = scene.before(word.start)
    of_size = _WHOSE_MEMBERS.search(scene.sentence.lower, max(0, start - len(" and in which ")), start)
    if (
        of_size
        or _OTHER_BODY.match(after)
        or (_PLANS.search(after) and not (scene.aid(word.end) or _ON_WAR.search(after)))
    ):
        return 0
    if word.cue.phrase.startswith("held/") and scene.sentence.words.isdisjoint(_DONATING):
        return 0
    if word.cue.phrase.startswith("sit/") and not (
        scene.named("coalition", word.end, scene.clause.end) or scene.named("effort", word.end, scene.clause.end)
    ):
        return 0
    if scene.counted(start, word.start) or (scene.counted_in_front and _AT_ONCE.fullmatch(before)):
        return 3
    if scene.counted(word.end, word.end + _REACH) and (word.cue.kind == "convene" or _MEETS_WITH.search(after)):
        return 3
    donors = scene.group(start, word.start) or _MINISTERS_OF.search(before)
    if donors and _PLANS.search(after) and scene.aid(word.end):
        return 2
    if scene.named("coalition", start, word.start):
        if any(_PARTY_POLITICS.match(scene.after(one.end)) for one in scene.words if one.cue.kind == "coalition"):
            return 0
        return 2 if not scene.subjects(word.start) else 0
    if scene.text(word.start, word.end) == "meeting" and _NOUN.search(before):
        return 0  # "spoke at a meeting of the contact group"
    joins = scene.named("coalition", word.end, word.end + _REACH)
    somebody = scene.group(start, word.start) or scene.subjects(word.start) or WE.search(scene.before(word.start))
    called = word.cue.kind == "convene" and _MEETING_OF_GROUP.match(after) is not None
    return 2 if called or (joins and somebody) else 0


def comprises(scene: Scene, word: Found) -> int:
    """A coalition that has a number of members."""
    return 2 if _brings_itself(scene, word) else 0


def sits_together(scene: Scene, word: Found) -> int:
    """A meeting of the ministers or leaders of several countries, named or counted."""
    of = _OF_MINISTERS.match(scene.after(word.end))
    if of is None or not scene.parties.military:
        return 0
    at = word.end + of.end()
    named = scene.findings.actors[scene.sentence.index]
    several = len({one.place for one in named if one.start >= at and one.form != "adjective"}) > _FEW
    return 2 if several or scene.counted(word.end, scene.clause.end) else 0


def pools(scene: Scene, word: Found) -> int:
    """Several who pool or coordinate their aid; not the joint donors of one package, who only share its cost."""
    subjects = scene.subjects(word.start)
    own = len(subjects) > 1 and all(one.place in scene.parties.givers for one in subjects)
    if DENIED.search(scene.just_before(word.start)) or (own and not scene.group(*scene.clause)):
        return 0
    together = scene.group(*scene.clause) or len(subjects) > 1 or _with_another(scene)
    if together and (
        scene.aid(word.end)
        or (BY.match(scene.after(word.end)) and scene.aid(*scene.clause))
        or scene.named("give", word.end, scene.clause.end)
    ):
        return 2
    if _WITH_BODY.match(scene.after(word.end)) and scene.named("coalition", word.end, scene.clause.end):
        return 2 if scene.aid(*scene.clause) or _SHARED_OUT.search(scene.text(*scene.clause)) else 0
    if together and scene.parties.military and _SHARED_OUT.search(scene.after(word.end)):
        return 2
    if _CLOSELY_WITH.match(scene.after(word.end)) and scene.meant(word.end):
        return 2
    alone = not subjects or all(one.place in scene.parties.givers for one in subjects)
    return 2 if _DELIVERIES.search(scene.after(word.end)) and not alone else 0


def shares_out(scene: Scene, word: Found) -> int:
    """Donors who divide what is to be given, compare what they have, or see that it doesn't overlap."""
    if DENIED.search(scene.just_before(word.start)) and word.cue.weight < 3:
        return 0
    body = scene.named("coalition", word.end, word.end + _NEAR) and not scene.subjects(word.start)
    if body and word.cue.weight == 2 and scene.aid(scene.clause.start, word.start):
        return 2
    if word.cue.weight == 1:  # "in consultation with", which is passing unless it is said with whom.
        fronted = word.start == scene.clause.start and scene.named("give", word.end, scene.clause.end)
        before = scene.before(word.start)
        told = scene.parties.military and (fronted or _SETTLED.search(before))
        if scene.parties.military and _PLANNED.search(before):
            return 2 if scene.group(word.end, word.end + _NEAR) else 0
        return 2 if told and any(_follows(word, one) for one in _others(scene)) else 0
    if word.cue.kind == "team" and all(one.place in scene.parties.givers for one in scene.actors):
        return 0  # The joint donors of one package.
    if word.cue.weight > 2 and scene.parties.military and scene.counted(scene.clause.start, word.start):
        return 2
    if not scene.parties.military or not (scene.aid(*scene.clause) or _SHARED_OUT.search(scene.text(*scene.clause))):
        return 0
    partners = scene.group(*scene.clause) or any(scene.parties.is_other(one) for one in scene.actors)
    return 2 if partners or len(scene.actors) > 1 else 0


def _follows(word: Found, actor: Actor) -> bool:
    return 0 <= actor.start - word.end < _NEAR


def _others(scene: Scene) -> list[Actor]:
    return [one for one in scene.actors if scene.parties.is_other(one)]


def _with_another(scene: Scene) -> bool:
    """Whether something is done with another country: "coordinated with Bucharest", "with my Danish colleagues"."""
    return any(_WITH.search(scene.just_before(one.start)) for one in _others(scene))


def works_with(scene: Scene, word: Found) -> int:
    """Work with allies on security aid, or of a number of countries together."""
    if _TOGETHER_WE.search(scene.just_before(word.start)) and scene.aid(word.end):
        return 2
    if scene.after(word.end).startswith(" together") and scene.counted(scene.clause.start, word.start):
        return 2 if scene.named("coalition", word.end, scene.clause.end) or scene.aid(word.end) else 0
    if _TOGETHER_WITH.match(scene.before(word.start)) and _TO_GIVE.match(scene.after(word.end)):
        return 2 if scene.aid(word.end) else 0
    for group in scene.groups:
        near = 0 <= group.start - word.end <= _REACH
        if near and _WITH.search(scene.text(word.end, group.start)):
            if scene.aid(group.end):
                return 3
            # "drawn up in close consultation with allies"
            return 2 if scene.parties.military and _SETTLED.search(scene.before(word.start)) else 0
    return 0


def confers(scene: Scene, word: Found) -> int:
    """Talk of aid with a number of countries."""
    after = scene.after(word.end)
    if DENIED.search(scene.just_before(word.start)) or not scene.aid(word.end):
        return 0
    several = scene.counted(word.end, word.end + _REACH)
    if word.cue.weight == 2:  # "talks to its partners about who can spare mortars"
        return 2 if scene.group(word.end, word.end + _NEAR) and _ABOUT_GIVING.search(after) else 0
    return 2 if several and (_MEETS_WITH.search(after) or _COLLEAGUES.match(after)) else 0


def belongs(scene: Scene, word: Found) -> int:
    """Somebody who is one of a number of countries in a coalition."""
    return (
        2 if scene.counted(word.end, word.end + _NEAR) and scene.named("coalition", word.end, scene.clause.end) else 0
    )


def eases(scene: Scene, word: Found) -> int:
    """Making it easier for allies to give."""
    for group in scene.groups:
        if group.start > word.end and _FROM.search(scene.just_before(group.start)):
            return 3 if scene.aid(word.end, group.start) else 0
    givers = [one for one in scene.actors if one.start > word.end and scene.parties.is_other(one)]
    return 3 if any(_FROM.search(scene.just_before(one.start)) for one in givers) and scene.goods(word.end) else 0


def unites(scene: Scene, word: Found) -> int:
    """A coalition of a number of countries; not one that only stands beside who speaks."""
    if _BESIDE_US.search(scene.just_before(word.start)) and not scene.aid(word.end):
        return 0
    return 3 if scene.counted(word.end, word.end + _REACH) else 0


def unites_effort(scene: Scene, word: Found) -> int:
    """An effort of a number of countries: "a plan by nine states"."""
    near = scene.text(word.end, word.end + _NEAR)
    return 2 if near.startswith((" of ", " by ")) and scene.counted(word.end, word.end + _NEAR) else 0


def shares(scene: Scene, word: Found) -> int:
    """An undertaking that is shared with allies."""
    aid = scene.aid(word.end) or (scene.parties.military and scene.aid(scene.clause.start, word.start))
    return 2 if scene.group(word.end, word.end + _REACH) and aid else 0


def number_gives(scene: Scene, word: Found) -> int:
    """A number of countries that gives."""
    if not scene.counted(scene.clause.start, word.start):
        return 0
    trained = word.cue.kind == "train" and scene.parties.military
    counted = trained or scene.aid(word.end)
    if _BY_MANY.search(scene.before(word.start)) or LIKEWISE.search(scene.text(word.start, word.end + _NEAR)):
        return 0
    return 3 if counted and not DENIED.search(scene.just_before(word.start)) else 0
