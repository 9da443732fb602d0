"""Line items: the goods that the sentences and lists about a package's contents name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.extract.assembly.amounts import clause
from app.extract.assembly.lists import Member, list_end, name_of, split_members, unspecified_in
from app.extract.assembly.packages import Package
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues, has_cue
from app.extract.recognisers.equipment import Term, caliber_in
from app.extract.recognisers.quantities import LARGEST, Quantity, leading_quantity
from app.extract.segments import Sentence
from app.facts import Claim, Mention, Span

# What a sentence about contents speaks of: "the package includes", "it also features", "the drawdown"; not "the war".
_SUBJECT = re.compile(
    r"\b(?:package|tranche|aid|assistance|it|drawdown|shipment|delivery|support|measures|capabilities|this|these|statement"
    r"|military|announcement|donation|list|round|contribution)\b"
)
# The subject of a sentence that goes on about the package: "It also includes", "Also part of"; not "Its army".
_GOES_ON = re.compile(r"(?:it|this|these|they|also|in the package|further|and|among)\b")
# Background that lists what was given before or what others have: "previous assistance includes"; not "new".
_BACKGROUND = re.compile(
    r"\b(?:previous|previously|earlier|so far|to date|last (?:week|month|year)|has (?:now )?(?:provided|sent|committed)"
    r"|have (?:sent|provided)|already|suppliers|would not|will not|reluctant|missing|could not)\b"
)
# Words that head a name and say nothing of what it is: "equipment", "capabilities"; not "equipment to integrate".
_BARE = re.compile(
    r"(?:\w+\s+)?(?:weapons?|equipment|capabilit(?:y|ies)|assistance|systems?|gear|services?|components?|weaponry|arms)\W*",
    re.IGNORECASE,
)
# Where the name's head ends: "ammunition for", "rounds of"; not "forward".
_HEAD_END = re.compile(r"\s(?:for|of|to|with|and)\s", re.IGNORECASE)


# What ends the last entry but one of a list: "spare parts; and"; not "arms and boats".
_LAST_JOINT = re.compile(r"[;,]?\s+(?:and|or)\s*\Z")
# An entry that names its own parts, which are no items beside it: "supplies, to include bandages"; not "boats, drones".
_HAS_PARTS = re.compile(r", (?:to include|including) ")
# What leads to a recipient: "tanks to the " before Ukraine; not "due".
_TOWARDS = re.compile(r"\s(?:to|for|in)\s(?:the\s)?\Z")
# A verb whose goods follow "with": "will provide Ukraine with drones"; not "meets with".
_PROVIDES_WITH = re.compile(r"\b(?:provide|equip|supply|arm|furnish)\s+(?:[\w'-]+\s+){1,4}?with\b")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a sentence that lists contents; `listed` says that it is an entry of a list with a lead."""

    sentence: Sentence
    start: int
    end: int
    listed: bool


def find_items(findings: Findings, source: str, packages: list[Package], parents: list[str]) -> list[Mention]:
    """The items of all packages in the order of the text, no two at one place or with one name and number."""
    if not packages:
        return []
    mentions: list[Mention] = []
    seen: set[tuple[str, object]] = set()
    taken: dict[int, list[Span]] = {}
    for stretch in _stretches(findings, packages):
        owner = _owner(findings, packages, stretch.sentence, stretch.start)
        terms = tuple(
            term for term in findings.terms[stretch.sentence.index] if stretch.start <= term.start < stretch.end
        )
        for member in _members(stretch, terms):
            if any(
                money.start < member.end and member.start < money.end
                for money in findings.money[stretch.sentence.index]
            ):
                continue
            mention = _item(stretch, member, terms, source, parents[owner], packages[owner].warnings)
            if mention is None:
                continue
            key = _key(mention)
            here = taken.setdefault(stretch.sentence.index, [])
            if key not in seen and not any(_overlap(mention.anchor, other) for other in here):
                seen.add(key)
                here.append(mention.anchor)
                mentions.append(mention)
    return sorted(mentions, key=lambda one: one.anchor)


def _key(mention: Mention) -> tuple[str, object]:
    name = next(str(claim.value) for claim in mention.on("description"))
    number = next((claim.value for claim in mention.on("quantity")), None)
    return re.sub(r"[^a-z0-9]", "", name.lower()), number


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _stretches(findings: Findings, packages: list[Package]) -> list[_Stretch]:
    own = {sentence.index for package in packages for sentence in package.sentences}
    found: list[_Stretch] = []
    leads: dict[int, bool] = {}
    for sentence in findings.sentences:
        block = findings.layout.blocks[sentence.block]
        if sentence.kind == "item" and block.lead is not None and sentence.index not in own:
            if leads.get(block.lead) and not findings.money[sentence.index]:
                found.append(_Stretch(sentence, 0, len(sentence.text), True))
            continue
        starts = _contents_starts(findings, sentence, sentence.index in own)
        leads[sentence.block] = _is_lead(sentence, bool(starts))
        found += _prose_stretches(findings, sentence, starts)
    return found


def _prose_stretches(findings: Findings, sentence: Sentence, starts: list[int]) -> Iterator[_Stretch]:
    """A stretch for each start that no earlier one covers and that something is named behind, before the next start."""
    named = [term.start for term in findings.terms[sentence.index] if term.rank > 0]
    reached = 0
    for start, following in pairwise([*starts, len(sentence.text) + 1]):
        if start >= reached and any(start <= at < following for at in named):
            reached = min(list_end(sentence.text, start), _recipient_after(findings, sentence, start))
            yield _Stretch(sentence, start, reached, False)


def _is_lead(sentence: Sentence, has_contents: bool) -> bool:
    if _BACKGROUND.search(sentence.lower):
        return False
    return has_contents or (
        sentence.text.endswith(":") and (has_cue(sentence, "contents") or " are:" in sentence.lower)
    )


def _recipient_after(findings: Findings, sentence: Sentence, start: int) -> int:
    """Where "to Ukraine" or "for the Taiwanese forces" ends a list; "for Ukraine's air defenses" does not."""
    for actor in findings.actors[sentence.index]:
        match = _TOWARDS.search(sentence.lower, start, actor.start)
        if match and actor.place is not None and not sentence.lower.startswith("'s", actor.end):
            return match.start()
    return len(sentence.text)


def _contents_starts(findings: Findings, sentence: Sentence, own: bool) -> list[int]:
    """Where a list of the package's contents begins in a sentence: after a verb of containing with a fit subject."""
    if sentence.kind == "heading" or (not findings.terms[sentence.index] and not sentence.text.endswith(":")):
        return []
    starts: list[int] = []
    for found in find_cues(sentence, "contents"):
        left, _ = clause(sentence, found.start, found.end)
        subject = sentence.lower[0 : found.end]
        if _BACKGROUND.search(sentence.lower, left, found.end):
            continue
        goods = any(sentence.lower[term.end : found.start].isspace() for term in findings.terms[sentence.index])
        fit = own or goods or _SUBJECT.search(subject) is not None or _GOES_ON.match(sentence.lower) is not None
        spoken_of = has_cue(sentence, "object", "military", 0, found.start)
        gives = found.cue.kind == "giving" and any(one.start < found.start for one in findings.actors[sentence.index])
        if gives or (fit and (found.cue.weight > 1 or spoken_of)):
            starts.append(found.end)
    starts += _provided(sentence, own)
    return sorted(set(starts))


def _provided(sentence: Sentence, own: bool) -> list[int]:
    """Where the goods begin that a donor provides somebody with."""
    found = _PROVIDES_WITH.finditer(sentence.lower)
    return [
        match.end()
        for match in found
        if not _BACKGROUND.search(sentence.lower, 0, match.end())
        and (own or _SUBJECT.search(sentence.lower, 0, match.start()))
    ]


def _members(stretch: _Stretch, terms: tuple[Term, ...]) -> list[Member]:
    text = stretch.sentence.text
    end = stretch.end
    if stretch.listed:
        last = _LAST_JOINT.search(text)
        end = last.start() if last else end
        if _HAS_PARTS.search(text):
            return [Member(stretch.start, end)]
    return split_members(text, stretch.start, end, terms)


def _owner(findings: Findings, packages: list[Package], sentence: Sentence, at: int) -> int:
    """The package that a sentence speaks of: by its mechanism's or program's name, else the last named before."""
    if len(packages) == 1:
        return 0
    words = {one.cue.kind for one in find_cues(sentence, "mechanism")}
    codes = {one.code for one in findings.programs[sentence.index]}
    for number, package in enumerate(packages):
        for claim in package.claims:
            if (claim.field == "mechanism" and claim.value in words) or (
                claim.field == "program" and claim.value["code"] in codes
            ):
                return number
    donors = {package.donor_code for package in packages}
    acting = [one.place for one in findings.actors[sentence.index] if one.start < at and one.place in donors]
    for place in acting[:-2:-1]:
        for number, package in enumerate(packages):
            if package.donor_code == place and any(other.donor_code != place for other in packages):
                return number
    before = [number for number, package in enumerate(packages) if package.anchor.start < sentence.span.end]
    return before[-1] if before else 0


def _item(
    stretch: _Stretch, member: Member, terms: tuple[Term, ...], source: str, parent: str, warnings: list[str]
) -> Mention | None:
    sentence = stretch.sentence
    text = sentence.text
    start, end = name_of(text, member)
    mine = [term for term in terms if start <= term.start and term.end <= end]
    unspecified = unspecified_in(text, member)
    if start >= end or not (mine or (stretch.listed and _opens_like_goods(text[start:end]))):
        return None
    ranked = [term for term in mine if term.rank > 0]
    bare = _BARE.fullmatch(text[start:end]) is not None
    if not stretch.listed and not ranked and bare:
        return None
    if bare and not ranked:
        return None
    anchor = sentence.at(start, end)
    quantity = _quantity(text, member, start)
    claims = [Claim("description", " ".join(text[start:end].split()), anchor, "item_in_contents")]
    claims += _kind_claims(sentence, text[start:end], start, ranked or mine, anchor)
    claims += _quantity_claims(sentence, quantity, warnings)
    if unspecified is not None:
        claims.append(Claim("specified", False, sentence.at(*unspecified), "said_to_be_unspecified"))
    else:
        claims.append(Claim("specified", True, anchor, "named_item", "inferred"))
    return Mention(source, "line_item", anchor, parent, tuple(claims))


def _opens_like_goods(name: str) -> bool:
    """An entry of a list of contents that the vocabulary does not know: short, and no sentence."""
    return 1 <= len(name.split()) <= 12 and re.search(r"\b(?:is|are|was|were|will|has|have)\b", name) is None


def _kind_claims(sentence: Sentence, name: str, at: int, terms: list[Term], anchor: Span) -> list[Claim]:
    claims = []
    system = next((term for term in terms if term.system is not None), None)
    if system is not None and system.system is not None:
        span = sentence.at(system.start, system.end)
        claims.append(Claim("system", system.system, span, "designation"))
    parts = _HAS_PARTS.search(name)
    head = [term for term in terms if parts is None or term.start < at + parts.start()]
    category, why = category_of(head or terms)
    span = sentence.at(why.start, why.end) if why is not None else anchor
    claims.append(Claim("category", category, span, "category_of_noun", "inferred"))
    claims.append(Claim("kind", _kind_of(name, at, terms), anchor, "kind_of_head", "inferred"))
    caliber = caliber_in(name)
    if caliber is not None:
        size, start, end = caliber
        claims.append(Claim("caliber", size, sentence.at(at + start, at + end), "caliber_stated"))
    elif system is not None and system.caliber is not None:
        span = sentence.at(system.start, system.end)
        claims.append(Claim("caliber", system.caliber, span, "caliber_of_system", "inferred"))
    return claims


def category_of(terms: list[Term]) -> tuple[str, Term | None]:
    """The category of an item from the nouns in it: a designation or a ruling noun, else the most specific first one.

    Ammunition for weapons of several categories is `munitions`.
    """
    if not terms:
        return "other", None
    best = max(term.rank for term in terms)
    top = [term for term in terms if term.rank == best]
    named = [term for term in top if term.system is not None]
    shared = {term.category for term in top}
    head = terms[0]
    if best == 2 and not named and len(shared) > 1 and head.kind == "munition":
        return "munitions", head
    chosen = (named or top)[0]
    return chosen.category, chosen


def _kind_of(name: str, at: int, terms: list[Term]) -> str:
    """The kind of the name's head: "ammunition for drones" is a munition, "artillery rounds" too."""
    if not terms:
        return "supply"
    end = _HEAD_END.search(name)
    limit = at + (end.start() if end else len(name))
    head = [term for term in terms if term.end <= limit] or terms[:1]
    return head[-1].kind


def _quantity(text: str, member: Member, name_start: int) -> Quantity | None:
    at = member.start
    while at < name_start:
        quantity = leading_quantity(text, at)
        if quantity is not None:
            return quantity
        following = text.find(" ", at, name_start)
        if following < 0:
            return None
        at = following + 1
    return None


def _quantity_claims(sentence: Sentence, quantity: Quantity | None, warnings: list[str]) -> list[Claim]:
    if quantity is None or quantity.amount is None:
        return []
    if quantity.amount > LARGEST:
        words = sentence.text[quantity.start : quantity.stop]
        warnings.append(f"The quantity {words} is beyond {LARGEST:,}, so the item has none.")
        return []
    span = sentence.at(quantity.start, quantity.stop)
    claims = [
        Claim("quantity", quantity.amount, span, "number_before_item"),
        Claim("quantity_qualifier", quantity.qualifier, span, "number_before_item"),
    ]
    if quantity.unit is not None:
        unit = sentence.at(quantity.end, quantity.end + len(quantity.unit))
        claims.append(Claim("unit", quantity.unit, unit, "unit_of_number"))
    return claims
