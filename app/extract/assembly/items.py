"""Line items: the goods that the sentences and lists about a package's contents name."""

import re
from bisect import bisect_right

from app.extract.assembly.amounts import Amounts
from app.extract.assembly.contents import Stretch, find_stretches
from app.extract.assembly.lists import Member, name_of, split_members, unspecified_in
from app.extract.assembly.package import Package
from app.extract.recognise import Findings
from app.extract.recognisers.equipment import Term, caliber_in
from app.extract.recognisers.quantities import LARGEST, Quantity, leading_quantity
from app.extract.segments import Sentence
from app.facts import Claim, Mention, Span

# Words that head a name and say nothing of what it is: "equipment", "capabilities"; not "equipment to integrate".
_BARE = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:weapons?|equipment|capabilit(?:y|ies)|assistance|systems?|gear|services?|components?|weaponry|arms)"
    r"(?:\s+(?:systems?|equipment|capabilities))?\W*",
    re.IGNORECASE,
)
# Where the name's head ends: "ammunition for", "rounds of"; not "forward".
_HEAD_END = re.compile(r"\s(?:for|of|to|with|and)\s", re.IGNORECASE)


# A number behind its goods: "tracked vehicles (28)", "jammers in number of 20 pieces"; not "Leopard (2A4)".
_NUMBER_BEHIND = re.compile(
    r"\s*(?:\((?P<number>\d{1,3}(?:,\d{3})*)(?: (?:pieces|units|pcs\.?))?\)|,? in (?:the )?(?:number|quantity"
    r"|amount) of (?P<count>\d+).*)\Z"
)
# What is told instead of goods: "number not disclosed"; not "numbers".
_UNTOLD = re.compile(r"(?:the )?(?:number|quantity|amount|volume|type)s? (?:is |are )?(?:not |un)\w+\W*", re.IGNORECASE)

# What ends the last entry but one of a list: "spare parts; and"; not "arms and boats".
_LAST_JOINT = re.compile(r"[;,]?\s+(?:and|or)\s*\Z")
# An entry that names its own parts, which are no items beside it: "supplies, to include bandages"; not "boats, drones".
_HAS_PARTS = re.compile(r",? (?:to include|including|(?:with|and) (?:its|their)|with (?:a|\d+)?) ?|, (?:its|their) ")


# Kinds of which "a" counts nothing: "a training course", "a service".
_UNCOUNTED = frozenset({"training", "service", "munition"})


def find_items(
    findings: Findings,
    amounts: Amounts,
    source: str,
    packages: list[Package],
    parents: list[str],
    owners: list[int | None],
) -> list[Mention]:
    """The items of all packages in the order of the text, no two at one place or with one name and number."""
    if not packages:
        return []
    mentions: list[Mention] = []
    seen: set[tuple[str, object]] = set()
    taken: dict[int, list[Span]] = {}
    for stretch in find_stretches(findings, amounts, packages):
        owner = _owner(packages, owners, stretch.sentence, stretch.start)
        terms = tuple(
            term for term in findings.terms[stretch.sentence.index] if stretch.start <= term.start < stretch.end
        )
        for member in _members(stretch, terms):
            member = _without_money(findings, stretch.sentence, member)
            mention = _item(stretch, member, terms, source, parents[owner], packages[owner].warnings)
            if mention is None:
                continue
            key = _key(mention)
            here = taken.setdefault(stretch.sentence.index, [])
            if key not in seen and not any(_overlap(mention.anchor, other) for other in here):
                seen.add(key)
                here.append(mention.anchor)
                mentions.append(mention)
    return sorted(_without_summaries(findings, mentions), key=lambda one: one.anchor)


def _without_summaries(findings: Findings, mentions: list[Mention]) -> list[Mention]:
    """The items without those of a sentence that only sums up, by bare nouns, what is counted elsewhere in the text."""
    by_sentence: dict[tuple[int, str | None], list[Mention]] = {}
    for mention in mentions:
        index = bisect_right([one.span.start for one in findings.sentences], mention.anchor.start) - 1
        by_sentence.setdefault((index, mention.parent), []).append(mention)
    counted = {
        (mention.parent, _value(mention, "category")) for mention in mentions if _value(mention, "quantity") is not None
    }
    kept = []
    for (_, parent), group in by_sentence.items():
        bare = all(_value(one, "quantity") is None and _value(one, "system") is None for one in group)
        short = all(len(str(_value(one, "description")).split()) <= 3 for one in group)
        told = sum((parent, _value(one, "category")) in counted for one in group)
        if not (len(group) > 1 and bare and short and 2 * told >= len(group)):
            kept += group
    return kept


def _value(mention: Mention, name: str) -> object:
    return next((claim.value for claim in mention.on(name)), None)


# What joins goods to their price: "shells for about", "boats worth"; not "ammunition for tanks".
_PRICED = re.compile(r"[\s,(]*(?:for|worth|at|of|at a cost of|costing|valued at)?[\s(]*\Z")


def _without_money(findings: Findings, sentence: Sentence, member: Member) -> Member:
    """A member of a list without the price behind it: "artillery shells for about €26 million"."""
    for money in findings.money[sentence.index]:
        if money.start < member.end and member.start < money.end:
            priced = _PRICED.search(sentence.text, member.start, money.start)
            return Member(member.start, priced.start() if priced else member.start)
    return member


def _key(mention: Mention) -> tuple[str, object]:
    name = next(str(claim.value) for claim in mention.on("description"))
    number = next((claim.value for claim in mention.on("quantity")), None)
    return re.sub(r"[^a-z0-9]", "", name.lower()), number


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _members(stretch: Stretch, terms: tuple[Term, ...]) -> list[Member]:
    text = stretch.sentence.text
    end = stretch.end
    if stretch.listed:
        last = _LAST_JOINT.search(text)
        end = last.start() if last else end
        if _HAS_PARTS.search(text):
            return [Member(stretch.start, end)]
    return split_members(text, stretch.start, end, terms)


def _owner(packages: list[Package], owners: list[int | None], sentence: Sentence, at: int) -> int:
    """The package that goods at a place belong to: in a sentence with several packages the last before them, or that
    of the donor that acts; elsewhere the one that the sentence speaks of."""
    if len(packages) == 1:
        return 0
    here = [
        number for number, one in enumerate(packages) if sentence.span.start <= one.anchor.start < sentence.span.end
    ]
    if len(here) > 1:
        before = [number for number in here if packages[number].anchor.start <= sentence.span.start + at]
        return before[-1] if before else here[0]
    owner = owners[sentence.index] or 0
    tranches = [number for number, one in enumerate(packages) if not one.is_authority]
    if tranches and owner not in tranches:  # an authority holds nothing itself
        return min(tranches, key=lambda number: abs(number - owner))
    return owner


def _item(
    stretch: Stretch, member: Member, terms: tuple[Term, ...], source: str, parent: str, warnings: list[str]
) -> Mention | None:
    sentence = stretch.sentence
    text = sentence.text
    start, end = name_of(text, member)
    mine = [term for term in terms if start <= term.start and term.end <= end]
    unspecified = unspecified_in(text, member)
    if start >= end or not (mine or (stretch.listed and _opens_like_goods(text[start:end]))):
        return None
    ranked = [term for term in mine if term.rank > 0]
    bare = _BARE.fullmatch(text[start:end]) is not None or _UNTOLD.fullmatch(text[start:end]) is not None
    beside = any(term.rank > 0 for term in terms) or _HEAD_END.search(text, start, end) is not None
    if not stretch.listed and not ranked and (bare or not beside):
        return None
    if bare and not ranked:
        return None
    anchor = sentence.at(start, end)
    quantity = _quantity(text, member, start)
    behind = _NUMBER_BEHIND.search(text, start, end)
    if behind is not None:
        end = behind.start()
        anchor = sentence.at(start, end)
        group = "number" if behind["number"] else "count"
        amount = int(behind[group].replace(",", ""))
        quantity = Quantity(amount, "exact", behind.start(group), behind.end(group), behind.start(group), None)
    claims = [Claim("description", " ".join(text[start:end].split()), anchor, "item_in_contents")]
    claims += _kind_claims(sentence, text[start:end], start, ranked or mine, anchor)
    one = next(claim.value for claim in claims if claim.field == "kind") in _UNCOUNTED and quantity is not None
    article = (
        quantity is not None and quantity.amount == 1 and text[quantity.start : quantity.stop].lower() in ("a", "an")
    )
    claims += _quantity_claims(sentence, None if one and article else quantity, warnings)
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
    named_size = caliber_in(name)
    category, why = category_of(head or terms)
    if category in ("munitions", "other") and named_size is not None:
        category = _category_of_caliber(named_size[0])
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


def _category_of_caliber(caliber: str) -> str:
    """The category of ammunition of which only the calibre is told: guns from 60 mm on, small arms up to 20 mm."""
    size = float(caliber.split()[0])
    return "fires" if size >= 60 else "small_arms" if size <= 20 else "munitions"


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
