"""Military goods and services: designations of systems and nouns of equipment, and the calibre beside them."""

import re
from typing import NamedTuple

from app.extract.segments import Sentence
from app.extract.vocabulary import System

# A calibre: "155 mm", "155mm", "120-millimetre", "7.62mm"; not "155 metres".
_CALIBER = re.compile(
    # A pattern that begins with a figure is searched for faster than one that begins by looking back.
    r"(?P<size>\d(?<![\d.,].)\d{0,2}(?:\.\d{1,2})?)"
    r"(?:[\s-]?(?:mm|millimet(?:er|re)s?)\b|(?<=105|120|122|152|155)(?= (?:rounds|shells|ammunition|artillery)\b))",
    re.IGNORECASE,
)
# What each calibre has one of, in lower case: most names have none, which these tell sooner than a search.
_CALIBER_SIGNS = ("mm", "met", "105", "120", "122", "152", "155")


class Term(NamedTuple):
    """A designation or a noun at offsets in its sentence; `system` is the designation."""

    start: int
    end: int
    category: str
    kind: str
    rank: int
    system: str | None
    caliber: str | None


def find_terms(sentence: Sentence) -> list[Term]:
    """The goods that a sentence names, in order."""
    found = []
    for start, end, known, _ in sentence.phrases.goods:
        if isinstance(known, System):
            found.append(Term(start, end, known.category, known.kind, 2, known.designation, known.caliber))
        else:
            found.append(Term(start, end, known.category, known.kind, known.rank, None, None))
    return found


def caliber_in(text: str) -> tuple[str, int, int] | None:
    """The calibre that a phrase states, written "155 mm", with its offsets; None for none or for two."""
    lowered = text.lower()
    for sign in _CALIBER_SIGNS:
        if sign in lowered:
            break
    else:
        return None
    found = list(_CALIBER.finditer(text))
    if len({match["size"] for match in found}) != 1:
        return None
    return f"{found[0]['size']} mm", found[0].start(), found[0].end()
