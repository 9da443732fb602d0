"""The spellings by which the entries of the vocabularies are known in a text.

Where two entries have one spelling, the one that comes first here is taken.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.extract.vocabulary import Equipment, System, equipment, leaders, organisations, places, programs, systems

# Endings that a plural in s hides behind: "battery" becomes "batteries"; "day" only takes an s.
_Y_PLURAL = re.compile(r"[^aeiou]y\Z")

_SPELLINGS = (("defense", "defence"), ("armored", "armoured"), ("armor", "armour"), ("caliber", "calibre"))


class KnownActor(NamedTuple):
    """A place, organisation or leader; `form` says by what it is named, `place` the country or group it acts for."""

    form: str
    code: str | None
    name: str
    place: str | None


def actor_spellings() -> Iterator[tuple[str, KnownActor]]:
    for place in places():
        for phrase in place.adjectives:
            yield phrase, KnownActor("adjective", place.code, place.name, place.code)
    for place in places():
        for phrase in place.aliases:
            yield phrase, KnownActor("alias", place.code, place.name, place.code)
    for leader in leaders():
        yield leader.name, KnownActor("leader", None, leader.name, leader.country)
    for place in places():
        yield place.name, KnownActor("name", place.code, place.name, place.code)
    for one in organisations():
        for phrase in (one.name, *one.aliases):
            yield phrase, KnownActor("organisation", one.code, one.name, one.country)


def program_spellings() -> Iterator[tuple[str, str]]:
    """The names of programs, each with its program's code."""
    for one in programs():
        for phrase in (one.name, *one.aliases):
            yield phrase, one.code


def goods_spellings() -> Iterator[tuple[str, System | Equipment]]:
    for noun in equipment():
        for phrase in sorted(_forms(noun.phrase)):
            yield phrase, noun
    for system in systems():
        for phrase in (system.designation, *system.aliases):
            yield phrase, system


def _forms(phrase: str) -> set[str]:
    """A noun in singular and plural, in American and British spelling, with hyphens and without."""
    forms = {phrase}
    for american, british in _SPELLINGS:
        forms |= {form.replace(american, british) for form in forms}
    forms |= {form.replace("-", " ") for form in forms}
    forms |= {form.replace(" ", "-", 1) for form in forms}
    plurals = {_Y_PLURAL.sub(lambda m: m.group()[0] + "ies", form) for form in forms if _Y_PLURAL.search(form)}
    return forms | plurals | {form + "s" for form in forms if not form.endswith("s")}
