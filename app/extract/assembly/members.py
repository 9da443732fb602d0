"""Where one member of a list ends and the next begins.

Members that share a noun or a modifier stay one: "artillery and mortar rounds", "air defense systems and munitions".
"""

import re

from app.extract.assembly.names import Member, name_of
from app.extract.recognisers.equipment import Term
from app.extract.recognisers.quantities import leading_quantity

# What joins members: ", and ", "; ", " as well as "; not the comma of "1,000".
_JOINT = re.compile(
    r"[;,\s](?:(?:(?<=;)|(?<=,)(?!\d{3})|(?<=\s)\s*(?:;|[—–]\s|,(?!\d{3})))"
    r"\s*(?:and |as well as |along with |plus )?(?:also )?"
    r"|(?<=\s)\s*(?:and|as well as|along with|together with|plus)\s+(?:also )?)"
)
# Nouns that lean on what stands in front of "and": "and munitions", "and ammunition for them"; not "and mortar rounds".
_LEANING = re.compile(
    r"(?:additional |associated |related |the )?"
    r"(?:munitions?|ammunition|missiles|rounds|shells|launchers)"
    r"(?: for (?:them|it|(?:those|these) systems))?\W*\Z",
    re.IGNORECASE,
)
# Munitions that only some weapons fire: "NASAMS and missiles"; not "firearms and missiles".
_FIRED = re.compile(r"missiles|launchers", re.IGNORECASE)
_LAUNCHED = frozenset({"air_defense", "fires", "anti_armor", "maritime"})
# A noun that may only modify: "artillery and mortar rounds", "grenade launcher and mortar rounds".
_MODIFIED = re.compile(
    r"(?:rounds?|ammunition|shells|munitions|equipment|vehicles|capabilities|missiles|weapons|systems|rifles|guns"
    r"|boats|trucks"
    r"|radios|drones|radars|launchers|mines|helicopters|jets)\W*\Z",
    re.IGNORECASE,
)
_ONE_WORD = 16  # signs of a noun that stands alone
# What equipment is for, which is one thing with all that it names: "equipment to integrate launchers, missiles and
# radars with their systems"; not "equipment to integrate, 20 tanks".
_PURPOSE = re.compile(
    r"\b(?:equipment|components|parts|gear|systems|materiel|kits) to (?:maintain|repair|overhaul|integrate"
    r"|refurbish)\b(?:(?!,\s+(?:\d+|mainly|mostly|which|as|so|to|for|from|in|including)\b)[^;.])*"
)


# Two verbs for what one thing does: "vehicles to tow and haul equipment"; not "ammunition to soldiers and trucks".
_TWO_VERBS = re.compile(
    r"\bto (?:tow|haul|repair|maintain|transport|recover|operate|detect|clear|train|protect|counter|defend|store|move"
    r"|carry|lift|find|track|support|equip)(?:, [a-z]+,?)? and [a-z]+\b"
)
# Brackets, which are one thing with what stands in front: "weapons (mines and torpedoes)".
_BRACKETS = re.compile(r"\([^()]*\)")
# What goods of an entry between semicolons have: "tanks with optics, radios, and armor;".
_HAVING = re.compile(r"\bwith [^;]+")


def split_members(text: str, start: int, end: int, terms: tuple[Term, ...]) -> list[Member]:
    """The members of a list. No member ends inside a recognised term."""
    members, at = [], start
    whole = [found.span() for found in _BRACKETS.finditer(text, start, end)] if "(" in text else []
    if " to " in text:
        whole += [found.span() for found in _PURPOSE.finditer(text, start, end)]
        whole += [found.span() for found in _TWO_VERBS.finditer(text, start, end)]
    if text.count(";", start, end) > 1:
        whole += [found.span() for found in _HAVING.finditer(text, start, end)]
    for joint in _JOINT.finditer(text, start, end):
        first, last = joint.span()
        if first < at or _is_inside(first, last, terms):
            continue
        if whole and any(begin <= first < stop for begin, stop in whole):
            continue
        members.append(Member(at, first))
        at = last
    members.append(Member(at, end))
    members = [member for member in members if text[member.start : member.end].strip()]
    members = _with_shared_noun(text, _with_parts(text, members, terms), terms)
    joined = _joined(text, members, terms)
    while len(joined) < len(members):  # what two have in common may only show once they are one
        members, joined = joined, _joined(text, joined, terms)
    return joined


def _is_inside(start: int, end: int, terms: tuple[Term, ...]) -> bool:
    """Whether a stretch is in a term, or overlaps one."""
    return bool(terms) and any(term.start < end and start < term.end for term in terms)


def _with_parts(text: str, members: list[Member], terms: tuple[Term, ...]) -> list[Member]:
    """The members without the parts that are told of munitions: "rounds, including training rounds"."""
    kept: list[Member] = []
    for member in members:
        if kept and text.startswith("including ", member.start):
            mine = [term for term in terms if kept[-1].start <= term.start < kept[-1].end]
            if mine and mine[-1].kind == "munition":
                continue
        kept.append(member)
    return kept


def _with_shared_noun(text: str, members: list[Member], terms: tuple[Term, ...]) -> list[Member]:
    """The members, a row of munitions by their designations in one with the noun that they share: "TOW, Javelin and
    AT-4 missiles"; a designation that stands alone is a member of its own."""
    kept = list(members)
    for at in range(len(members) - 1, 0, -1):
        last, row = kept[at], kept[at - 1]
        joint = text[row.end : last.start]
        if " and " not in joint and not (joint == ", " and last.end > members[at].end):
            continue
        head = [term for term in terms if last.start <= term.start < last.end]
        mine = [term for term in terms if row.start <= term.start < row.end]
        if not head or len(mine) != 1 or text[last.end : last.end + 1] == "s" or not _names(text, row, mine[0]):
            continue
        shared = head[0].system is not None and _MODIFIED.search(text, head[0].end, last.end) is not None
        shared = shared or (text.startswith("other ", last.start) and head[0].rank > 1)
        if shared and head[0].category == mine[0].category:
            kept[at - 1 : at + 1] = [Member(row.start, last.end)]
    return kept


def _names(text: str, member: Member, term: Term) -> bool:
    """Whether a member is nothing but the designation of a munition: "Javelin"; not "Stingers", "20 HIMARS"."""
    words = text[member.start : member.end].strip()
    return (
        term.system is not None
        and term.kind == "munition"
        and words == text[term.start : term.end]
        and words[-1] != "s"
    )


def _joined(text: str, members: list[Member], terms: tuple[Term, ...]) -> list[Member]:
    kept: list[Member] = []
    for member in members:
        if kept and _shares(text, kept[-1], member, terms):
            kept[-1] = Member(kept[-1].start, member.end)
        else:
            kept.append(member)
    return kept


def _shares(text: str, left: Member, right: Member, terms: tuple[Term, ...]) -> bool:
    """Whether two neighbours are one item."""
    joint = text[left.end : right.start]
    if ";" in joint:
        return False
    words = text[right.start : right.end]
    quantity = leading_quantity(words)
    if quantity is not None and quantity.amount != 1:
        return False
    mine = [term for term in terms if left.start <= term.start < left.end]
    yours = [term for term in terms if right.start <= term.start < right.end]
    if words.startswith(("or ", "their ", "its ")) or _shares_head(text, left, words):
        return True
    if "," not in joint and (_shares_noun(text, left, mine, yours, words) or _is_kind_of(mine, yours, words)):
        return True
    if not mine:
        return bool(yours) and _modifies(text, left, joint) and _MODIFIED.search(words) is not None
    if "," not in joint and _LEANING.fullmatch(words):
        weapon = next((term for term in mine if term.rank > 1 and term.kind != "supply"), None)
        return weapon is not None and (weapon.category in _LAUNCHED or _FIRED.search(words) is None)
    if "," not in joint and _shares_complement(text, left, right, mine, yours):
        return True
    bare = "," in joint and len(words.split()) == 1
    if _modifier_only(text, left, mine) and yours and _MODIFIED.search(words) and not bare:
        alike = mine[-1].category == yours[0].category or yours[0].rank == 1
        last = "," not in joint or "and" in joint or " and " in words
        return alike or (last and "munition" in (yours[0].kind, yours[-1].kind))
    if len(words.split()) == 1 and {term.kind for term in mine + yours} <= {"service", "training"}:
        return True
    content = _content(mine, text)
    return bool(content) and not content.isdisjoint(_content(yours, text))


# Words that only modify and that a list may give one head: "engineering, medical and optical equipment"; not "drones".
_ADJECTIVAL = re.compile(
    r"(?:\A|,\s(?:and )?|\sand\s)(?:air |maritime |coastal )?(?:medical|engineering|logistics?|command and control"
    r"|cyber[- ]defen[cs]e|mobility|naval"
    r"|transportation|surveillance|air surveillance|electronic warfare|explosive ordnance disposal|counter-(?:drone"
    r"|uas|ied)|cyber|reconnaissance|communications?|optical|tactical|electric|protective|technical"
    r"|mobility and transportation|[\w]+-(?:mounted|launched|range|guided|resistant|based|propelled|speed|altitude)"
    r"|non-lethal|lethal|defensive|offensive|electronic)\Z",
    re.IGNORECASE,
)
# The head that such words may share: "cyber-defence equipment"; not "cyber-defence, radars".
_HEADED = re.compile(
    r"(?:and )?(?:[\w-]+\s){0,3}(?:equipment|supplies|systems|launchers|missiles|rounds|vehicles|capabilities"
    r"|services|materiel)\W*"
)


def _shares_head(text: str, left: Member, words: str) -> bool:
    """Whether a member that only modifies shares the head of the next, or goes on a row of such members."""
    headed = _is_headed(words)
    if not headed and not words.startswith("non-"):
        return False
    mine = text[name_of(text, left)[0] : left.end].strip()
    return words.startswith(f"non-{mine.lower()} ") or (headed and _ADJECTIVAL.search(mine) is not None)


def _is_headed(words: str) -> bool:
    """Whether words that only modify may go on with a member: with a head, or with more such words."""
    if _HEADED.fullmatch(words) is not None:
        return True
    yours = _ADJECTIVAL.search(words.removeprefix("and ").strip())
    return yours is not None and yours.start() == 0


def _is_kind_of(mine: list[Term], yours: list[Term], words: str) -> bool:
    """Whether the right names the kind of what stands in front: "Javelin and other anti-armor systems"."""
    return words.startswith("other ") and bool(mine) and any(term.rank > 1 for term in yours)


def _shares_noun(text: str, left: Member, mine: list[Term], yours: list[Term], words: str) -> bool:
    """Whether a designation at the left's end shares the noun of the right: "for Patriot and NASAMS batteries"; or
    rounds of one kind their unit with another: "rounds of small arms ammunition and grenades"."""
    if not mine or not yours:
        return False
    behind = text[mine[-1].end : left.end].strip()
    complement = _COMPLEMENT.search(text, left.start, mine[-1].start) is not None
    if complement and not behind and (words.startswith("the ") or _alike(mine, yours, alone=len(words.split()) == 1)):
        return True
    named = mine[-1].system is not None and yours[0].system is not None and not behind
    if named and complement and len(words.split()) > 1:
        return True
    counted = leading_quantity(text[left.start : left.end])
    return counted is not None and counted.unit == "rounds" and yours[0].kind == "munition"


def _alike(mine: list[Term], yours: list[Term], *, alone: bool) -> bool:
    """Whether what goods are for is of the kind of a right neighbour: "ammunition for HIMARS and howitzers"."""
    of_goods = len(mine) > 1 and mine[0].kind in ("munition", "component") and mine[-1].kind == "system"
    bare = yours[0].kind == "system" and yours[0].end - yours[0].start <= _ONE_WORD
    return of_goods and yours[0].kind == "system" and (mine[-1].category == yours[0].category or (alone and bare))


def _shares_complement(text: str, left: Member, right: Member, mine: list[Term], yours: list[Term]) -> bool:
    """Whether what a right neighbour is for also holds for a bare left one: "spare parts and missiles for F-16s"."""
    words = text[right.start : right.end]
    behind = text[mine[-1].end : left.end].strip()
    complement = yours and _COMPLEMENT.search(text, yours[0].end, right.end) is not None
    bare = mine[-1].rank <= 1 or mine[-1].kind in ("component", "service")
    alone = bare and not behind and leading_quantity(text[left.start : left.end]) is None
    alike = mine[-1].category == (yours[0].category if yours else None) or mine[-1].kind in ("component", "service")
    return bool(complement) and alone and alike and len(words.split()) > 2


def _modifies(text: str, left: Member, joint: str) -> bool:
    start, end = name_of(text, left)
    words = text[start:end]
    plural = words.endswith(_PLURALS) and words.lower() != "small arms"
    return len(words.split()) <= 2 and not plural and "," not in joint and "and" in joint


def _modifier_only(text: str, left: Member, mine: list[Term]) -> bool:
    """Whether a member is nothing but a word that also modifies: "artillery", "grenade launcher"; not "drones"."""
    last = text[mine[-1].start : mine[-1].end].lower()
    if _COMPLEMENT.search(text, left.start, mine[-1].start):
        return False
    names_weapon = mine[-1].kind == "system" and mine[-1].rank > 1
    return mine[-1].end == left.end and names_weapon and (not last.endswith(_PLURALS) or last == "small arms")


# How words end that name several things, and so modify nothing.
_PLURALS = ("s", "aircraft", "ammunition", "equipment", "gear", "materiel")
# What follows a head and can modify nothing behind it: "missiles for air defense".
_COMPLEMENT = re.compile(r"\s(?:for|of|with|to|in)\s")


def _content(terms: list[Term], text: str) -> set[str]:
    return {text[term.start : term.end].lower() for term in terms if term.rank == 3 and term.category == "engineering"}
