"""Line items: the goods that the sentences and lists about a package's contents name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.extract.assembly.aid import PACKAGE
from app.extract.assembly.amounts import Amounts
from app.extract.assembly.categories import HEAD_END, category_of_name, kind_of_name, parts_in
from app.extract.assembly.contents import find_stretches
from app.extract.assembly.goods import is_bare, is_none, is_thing, opens_like_goods
from app.extract.assembly.members import split_members
from app.extract.assembly.names import Member, name_of, unspecified_in
from app.extract.assembly.package import Package
from app.extract.assembly.stretch import Stretch
from app.extract.recognise import Findings
from app.extract.recognisers.equipment import Term, caliber_in
from app.extract.recognisers.quantities import LARGEST, Quantity, leading_quantity
from app.extract.segments import Sentence
from app.facts import Claim, Mention, Span

# A number behind its goods: "tracked vehicles (28)", "jammers in number of 20 pieces"; not "Leopard (2A4)".
_NUMBER_BEHIND = re.compile(
    r"\s*(?:\((?P<number>\d{1,3}(?:,\d{3})*)(?: (?:pieces|units|pcs\.?))?\)|,? in (?:the )?(?:number|quantity"
    r"|amount) of (?P<count>\d+).*)\Z"
)
# What ends the last entry but one of a list: "spare parts; and"; not "arms and boats".
_LAST_JOINT = re.compile(r"[;,]?\s+(?:and|or)\s*\Z")
# What makes no other name of one, like the hyphen of "anti-tank": all but letters and figures.
_NOT_IN_KEY = bytes(sign for sign in range(128) if not chr(sign).isalnum())

# Kinds of which "a" counts nothing: "a training course", "a service".
_UNCOUNTED = frozenset({"training", "service", "munition"})


@dataclass(slots=True)
class _Item:
    """A member of a list of contents that names goods, before it is known to be no other's double.

    Its name stands at `start` to `end` in its sentence. `why` is the noun that its category is read from, `system` a
    designation in it, `quantity` what is told of its number.
    """

    sentence: Sentence
    owner: int
    anchor: Span
    start: int
    end: int
    category: str
    why: Term | None
    kind: str
    system: Term | None
    quantity: Quantity | None
    unspecified: tuple[int, int] | None

    @property
    def name(self) -> str:
        return self.sentence.text[self.start : self.end]

    @property
    def number(self) -> int | None:
        return self.quantity.amount if self.quantity is not None else None


def find_items(
    findings: Findings,
    amounts: Amounts,
    source: str,
    packages: list[Package],
    parents: list[str],
    owners: list[int | None],
    notes: list[Mention],
) -> list[Mention]:
    """The items of all packages in the order of the text, no two at one place or with one name and number.

    Goods that a note tells of, as asked for, held back or given by others, are none.
    """
    if not packages:
        return []
    elsewhere = _by_sentence(findings, [note.anchor for note in notes if _tells_of_goods(note)])
    items: list[_Item] = []
    seen: set[tuple[bytes, int | None]] = set()
    taken: dict[int, list[Span]] = {}
    order = _order_of(packages)
    for stretch in find_stretches(findings, amounts, packages):
        number = stretch.sentence.index
        told = elsewhere.get(number, ()) if amounts.news[number] == "told" else ()
        told = told if told and not PACKAGE.search(stretch.sentence) else ()
        owner = _owner(order, owners, stretch.sentence, stretch.start)
        terms = tuple(term for term in findings.terms[number] if stretch.start <= term.start < stretch.end)
        members = _members(stretch, terms)
        rich = _is_rich(members, terms)
        for member in members:
            item = _item(stretch, _without_money(findings, stretch.sentence, member), terms, owner, rich=rich)
            if item is None:
                continue
            _settle_quantity(item, packages[owner].warnings)
            key = item.name.lower().encode("ascii", "ignore").translate(None, _NOT_IN_KEY), item.number
            here = taken.setdefault(number, [])
            if key not in seen and not _is_taken(item.anchor, here) and not _is_taken(item.anchor, told):
                seen.add(key)
                here.append(item.anchor)
                items.append(item)
    kept = sorted(_without_repeats(_without_summaries(items)), key=lambda one: one.anchor)
    return [Mention(source, "line_item", one.anchor, parents[one.owner], _claims(one)) for one in kept]


def _tells_of_goods(note: Mention) -> bool:
    """Whether the goods of a note are not those of a package."""
    return any(claim.field == "kind" and claim.value in _KINDS_OF_GOODS for claim in note.claims)


# The kinds of note that tell what is asked for, held back or given by others.
_KINDS_OF_GOODS = frozenset({"request", "reluctance", "promise", "condition", "contribution"})


def _without_repeats(items: list[_Item]) -> list[_Item]:
    """The items without those that another sentence names again, with the same number, by fewer of the same words."""
    # Each by what it may end with, and not each held against each other: a long text has thousands.
    longer: dict[tuple[int, int, str], set[int]] = {}
    for one in items:
        if one.number is not None:
            name = one.name.lower()
            at = name.find(" ")
            while at >= 0:
                longer.setdefault((one.number, one.owner, name[at + 1 :]), set()).add(one.sentence.index)
                at = name.find(" ", at + 1)
    if not longer:
        return items
    return [
        one
        for one in items
        if one.number is None or longer.get((one.number, one.owner, one.name.lower()), set()) <= {one.sentence.index}
    ]


def _without_summaries(items: list[_Item]) -> list[_Item]:
    """The items without those of a sentence that only sums up, by bare nouns, what is counted elsewhere in the text."""
    by_sentence: dict[tuple[int, int], list[_Item]] = {}
    for item in items:
        by_sentence.setdefault((item.sentence.index, item.owner), []).append(item)
    counted = {(item.owner, item.category) for item in items if item.number is not None}
    kept = []
    for (_, owner), group in by_sentence.items():
        bare = len(group) > 1 and all(one.number is None and one.system is None for one in group)
        short = bare and all(len(one.name.split()) <= 3 for one in group)
        told = sum((owner, one.category) in counted for one in group) if short else 0
        if not (short and 2 * told >= len(group)):
            kept += group
    return kept


# What joins goods to their price: "shells for about", "boats worth"; not "ammunition for tanks".
_PRICED = re.compile(r"[\s,(]*(?:for|worth|at|of|at a cost of|costing|valued at)?[\s(]*\Z")


def _without_money(findings: Findings, sentence: Sentence, member: Member) -> Member:
    """A member of a list without the price behind it: "artillery shells for about €26 million"."""
    for money in findings.money[sentence.index]:
        if money.start < member.end and member.start < money.end:
            priced = _PRICED.search(sentence.text, member.start, money.start)
            return Member(member.start, priced.start() if priced else member.start)
    return member


def _is_taken(anchor: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of others."""
    start, end = anchor
    return bool(others) and any(start < other.end and other.start < end for other in others)


def _by_sentence(findings: Findings, anchors: list[Span]) -> dict[int, list[Span]]:
    """Spans by the sentences that they overlap, so that no sentence is held against all notes of a long text."""
    found: dict[int, list[Span]] = {}
    if not anchors:
        return found
    ends = [one.span.end for one in findings.sentences]
    for anchor in anchors:
        at = bisect_right(ends, anchor.start)
        while at < len(ends) and findings.sentences[at].span.start < anchor.end:
            found.setdefault(at, []).append(anchor)
            at += 1
    return found


def _members(stretch: Stretch, terms: tuple[Term, ...]) -> list[Member]:
    text = stretch.sentence.text
    end = stretch.end
    if stretch.listed:
        last = _LAST_JOINT.search(text)
        end = last.start() if last else end
        if parts_in(text):
            return [Member(stretch.start, end)]
    members = split_members(text, stretch.start, end, terms)
    return _with_complements(text, members, terms) if stretch.listed else members


def _with_complements(text: str, members: list[Member], terms: tuple[Term, ...]) -> list[Member]:
    """The members of an entry, each with what it is for: "boats for river and coastal operations"."""
    kept: list[Member] = []
    for member in members:
        goods = any(term.rank > 0 and member.start <= term.start < member.end for term in terms)
        if kept and not goods and " for " in text[kept[-1].start : kept[-1].end]:
            kept[-1] = Member(kept[-1].start, member.end)
        else:
            kept.append(member)
    return kept


class _Order(NamedTuple):
    """Where the packages of a document begin, in their order, and the numbers of those that hold something."""

    starts: list[int]
    tranches: frozenset[int]


def _order_of(packages: list[Package]) -> _Order:
    tranches = frozenset(number for number, one in enumerate(packages) if not one.is_authority)
    return _Order([one.anchor.start for one in packages], tranches)


def _owner(order: _Order, owners: list[int | None], sentence: Sentence, at: int) -> int:
    """The package that goods at a place belong to: in a sentence with several packages the last before them, or that
    of the donor that acts; elsewhere the one that the sentence speaks of."""
    if len(order.starts) == 1:
        return 0
    first, last = bisect_left(order.starts, sentence.span.start), bisect_left(order.starts, sentence.span.end)
    if last - first > 1:
        return max(first, bisect_right(order.starts, sentence.span.start + at) - 1)
    owner = owners[sentence.index] or 0
    if order.tranches and owner not in order.tranches:  # an authority holds nothing itself
        return min(order.tranches, key=lambda number: (abs(number - owner), number))
    return owner


def _is_rich(members: list[Member], terms: tuple[Term, ...]) -> bool:
    """Whether most members of a list, two at least, are known goods, so that the others are goods as well."""
    known = 0
    starts = [term.start for term in terms if term.rank > 0]
    for one in members:
        for start in starts:
            if one.start <= start < one.end:
                known += 1
                break
    return known > 1 and known * 2 > len(members)


def _item(stretch: Stretch, member: Member, terms: tuple[Term, ...], owner: int, *, rich: bool) -> _Item | None:
    sentence = stretch.sentence
    text = sentence.text
    start, end = name_of(text, member)
    mine = [term for term in terms if start <= term.start and term.end <= end]
    new = rich and not mine and is_thing(text, start, end)
    if start >= end or not (mine or new or (stretch.listed and opens_like_goods(text[start:end]))):
        return None
    ranked = [term for term in mine if term.rank > 0]
    if is_none(text, start, end):
        return None
    if not ranked and not new:
        counted = leading_quantity(text, member.start) is not None
        beside = any(term.rank > 0 for term in terms) or HEAD_END.search(text, start, end) is not None
        if is_bare(text, start, end) or not (stretch.listed or beside or counted):
            return None
    quantity = _quantity(text, member, start)
    name = text[start:end]
    behind = _NUMBER_BEHIND.search(text, start, end) if "(" in name or " in " in name else None
    if behind is not None:
        end = behind.start()
        group = "number" if behind["number"] else "count"
        amount = int(behind[group].replace(",", ""))
        quantity = Quantity(amount, "exact", behind.start(group), behind.end(group), behind.start(group), None)
    named = ranked or mine
    name = text[start:end]
    category, why = category_of_name(name, start, named)
    system = next((term for term in named if term.system is not None), None)
    kind = kind_of_name(name, start, named)
    unspecified = unspecified_in(sentence, member)
    anchor = sentence.at(start, end)
    return _Item(sentence, owner, anchor, start, end, category, why, kind, system, quantity, unspecified)


def _claims(item: _Item) -> tuple[Claim, ...]:
    sentence, anchor, system = item.sentence, item.anchor, item.system
    claims = [Claim("description", " ".join(item.name.split()), anchor, "item_in_contents")]
    designated = sentence.at(system.start, system.end) if system is not None else anchor
    if system is not None:
        claims.append(Claim("system", system.system, designated, "designation"))
    span = sentence.at(item.why.start, item.why.end) if item.why is not None else anchor
    claims.append(Claim("category", item.category, span, "category_of_noun", "inferred"))
    claims.append(Claim("kind", item.kind, anchor, "kind_of_head", "inferred"))
    caliber = caliber_in(item.name)
    if caliber is not None:
        size, start, end = caliber
        claims.append(Claim("caliber", size, sentence.at(item.start + start, item.start + end), "caliber_stated"))
    elif system is not None and system.caliber is not None:
        claims.append(Claim("caliber", system.caliber, designated, "caliber_of_system", "inferred"))
    claims += _quantity_claims(sentence, item.quantity)
    if item.unspecified is not None:
        claims.append(Claim("specified", False, sentence.at(*item.unspecified), "said_to_be_unspecified"))
    else:
        claims.append(Claim("specified", True, anchor, "named_item", "inferred"))
    return tuple(claims)


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


def _settle_quantity(item: _Item, warnings: list[str]) -> None:
    """Takes a quantity from an item that tells no number, or one that no delivery has."""
    quantity = item.quantity
    if quantity is None or quantity.amount is None:
        item.quantity = None
        return
    words = item.sentence.text[quantity.start : quantity.stop]
    if quantity.amount > LARGEST:
        warnings.append(f"The quantity {words} is beyond {LARGEST:,}, so the item has none.")
        item.quantity = None
    elif quantity.amount == 1 and item.kind in _UNCOUNTED and words.lower() in ("a", "an"):
        item.quantity = None


def _quantity_claims(sentence: Sentence, quantity: Quantity | None) -> list[Claim]:
    if quantity is None:
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
