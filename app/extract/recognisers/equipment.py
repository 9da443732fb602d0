"""Military goods and services: designations of systems and nouns of equipment, and the calibre beside them."""

import re
from functools import cache
from typing import NamedTuple

from app.extract.phrases import Phrases
from app.extract.segments import Sentence
from app.extract.vocabulary import Equipment, System, equipment, systems

# A calibre: "155 mm", "155mm", "120-millimetre", "7.62mm"; not "155 metres".
_CALIBER = re.compile(r"(?<![\d.])(?P<size>\d{1,3}(?:\.\d{1,2})?)[\s-]?(?:mm|millimet(?:er|re))\b", re.IGNORECASE)
# Endings that a plural in s hides behind: "battery" becomes "batteries"; "day" only takes an s.
_Y_PLURAL = re.compile(r"[^aeiou]y\Z")

_SPELLINGS = (("defense", "defence"), ("armored", "armoured"), ("armor", "armour"), ("caliber", "calibre"))


class Term(NamedTuple):
    """A designation or a noun at offsets in its sentence; `system` is the designation."""

    start: int
    end: int
    category: str
    kind: str
    rank: int
    system: str | None
    caliber: str | None


@cache
def _entries() -> dict[str, System | Equipment]:
    known: dict[str, System | Equipment] = {f"system {one.designation}": one for one in systems()}
    return known | {f"noun {one.phrase}": one for one in equipment()}


@cache
def _phrases() -> Phrases:
    pairs: list[tuple[str, str]] = []
    for key, entry in _entries().items():
        if isinstance(entry, System):
            pairs += [(key, phrase) for phrase in (entry.designation, *entry.aliases)]
        else:
            pairs += [(key, phrase) for phrase in _forms(entry.phrase)]
    return Phrases(pairs)


def _forms(phrase: str) -> set[str]:
    """A noun in singular and plural, in American and British spelling, with hyphens and without."""
    forms = {phrase}
    for american, british in _SPELLINGS:
        forms |= {form.replace(american, british) for form in forms}
    forms |= {form.replace("-", " ") for form in forms}
    forms |= {form.replace(" ", "-", 1) for form in forms}
    plurals = {_Y_PLURAL.sub(lambda m: m.group()[0] + "ies", form) for form in forms if _Y_PLURAL.search(form)}
    return forms | plurals | {form + "s" for form in forms if not form.endswith("s")}


def find_terms(sentence: Sentence) -> list[Term]:
    """The goods that a sentence names, in order."""
    found = []
    for hit in _phrases().find(sentence.text, sentence.lower):
        entry = _entries()[hit.key]
        if isinstance(entry, System):
            found.append(Term(hit.start, hit.end, entry.category, entry.kind, 2, entry.designation, entry.caliber))
        else:
            found.append(Term(hit.start, hit.end, entry.category, entry.kind, entry.rank, None, None))
    return found


def caliber_in(text: str) -> tuple[str, int, int] | None:
    """The calibre that a phrase states, written "155 mm", with its offsets; None for none or for two."""
    found = list(_CALIBER.finditer(text))
    if len({match["size"] for match in found}) != 1:
        return None
    return f"{found[0]['size']} mm", found[0].start(), found[0].end()
