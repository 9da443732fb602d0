"""The category and the kind of goods, read from the nouns and the calibre in their name."""

import re

from app.extract.recognisers.equipment import Term, caliber_in

# Where the name's head ends: "ammunition for", "rounds of"; not "forward".
HEAD_END = re.compile(r"\s(?:for|of|to|with|and)\s", re.IGNORECASE)
# An entry that names its own parts, which are no items beside it: "supplies, to include bandages"; not "boats, drones".
_HAS_PARTS = re.compile(r",? (?:to include|including|(?:with|and) (?:its|their)|with (?:a|\d+)?) ?|, (?:its|their) ")


def category_of_name(name: str, at: int, terms: list[Term]) -> tuple[str, Term | None]:
    """The category of an item, and the noun that tells it; of ammunition without one its calibre tells."""
    parts = parts_in(name)
    head = [term for term in terms if parts is None or term.start < at + parts.start()]
    category, why = category_of(head or terms)
    if category in ("munitions", "other"):
        size = caliber_in(name)
        category = _category_of_caliber(size[0]) if size is not None else category
    return category, why


def parts_in(name: str) -> re.Match[str] | None:
    """Where a name goes on with parts. Few have the words that it takes."""
    if "inclu" in name or "with" in name or " its" in name or " their" in name:
        return _HAS_PARTS.search(name)
    return None


def category_of(terms: list[Term]) -> tuple[str, Term | None]:
    """The category of an item from the nouns in it: a designation or a ruling noun, else the most specific first one.

    Ammunition for weapons of several categories is `munitions`.
    """
    if not terms:
        return "other", None
    if len(terms) == 1:
        return terms[0].category, terms[0]
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


def kind_of_name(name: str, at: int, terms: list[Term]) -> str:
    """The kind of the name's head: "ammunition for drones" is a munition, "artillery rounds" too."""
    if not terms:
        return "supply"
    if len(terms) == 1:
        return terms[0].kind
    end = HEAD_END.search(name)
    limit = at + (end.start() if end else len(name))
    head = [term for term in terms if term.end <= limit] or terms[:1]
    return head[-1].kind
