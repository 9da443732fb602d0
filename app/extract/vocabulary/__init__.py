"""The words that reading knows: programs, systems, places, cues, read once from the CSV files beside this module.

A cell that holds several entries separates them with a bar. Every file can be extended without touching Python.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

import pycountry


@dataclass(frozen=True, slots=True)
class Program:
    """A line of money or authority: `authority` its legal basis, `mechanism` how it supplies, where either is fixed.

    `pooled` says that others than `donor` pay into it, so that its name does not tell who gives; `recipient` is the
    only one that it is for, None where it may be for several.
    """

    code: str
    name: str
    donor: str
    authority: str | None
    mechanism: str | None
    aliases: tuple[str, ...]
    pooled: bool
    recipient: str | None


@dataclass(frozen=True, slots=True)
class Category:
    code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NoteKind:
    code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class System:
    """A designation that people call an item by."""

    designation: str
    aliases: tuple[str, ...]
    category: str
    kind: str
    caliber: str | None


@dataclass(frozen=True, slots=True)
class Equipment:
    """A noun for military goods. `rank` (3 to 0) tells which of several nouns in one item names its category."""

    phrase: str
    category: str
    kind: str
    rank: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """`official` says that publishing is announcing: a government or an organisation of governments."""

    name: str
    aliases: tuple[str, ...]
    official: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    code: str
    name: str
    country: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leader:
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166-1 alpha-2) or a declared group of countries."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """ISO 4217. `country` is the one whose own money it is, None for a currency of several."""

    code: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that gives a sentence away: `group` names the question it answers, `kind` the answer.

    In a phrase "/" separates words of which any may stand there, and "*" stands for up to four words.
    """

    group: str
    kind: str
    phrase: str
    weight: int


def _rows(name: str) -> Iterator[dict[str, str]]:
    with files(__package__).joinpath(f"{name}.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def programs() -> tuple[Program, ...]:
    return tuple(
        Program(
            row["code"],
            row["name"],
            row["donor"],
            row["authority"] or None,
            row["mechanism"] or None,
            _several(row["aliases"]),
            row["pooled"] == "yes",
            row["recipient"] or None,
        )
        for row in _rows("programs")
    )


@cache
def categories() -> tuple[Category, ...]:
    return tuple(Category(row["code"], row["meaning"]) for row in _rows("categories"))


@cache
def note_kinds() -> tuple[NoteKind, ...]:
    return tuple(NoteKind(row["code"], row["meaning"]) for row in _rows("note_kinds"))


@cache
def systems() -> tuple[System, ...]:
    return tuple(
        System(row["designation"], _several(row["aliases"]), row["category"], row["kind"], row["caliber"] or None)
        for row in _rows("systems")
    )


@cache
def equipment() -> tuple[Equipment, ...]:
    return tuple(Equipment(row["phrase"], row["category"], row["kind"], int(row["rank"])) for row in _rows("equipment"))


@cache
def publishers() -> tuple[Publisher, ...]:
    return tuple(
        Publisher(row["name"], _several(row["aliases"]), row["official"] == "yes", row["country"] or None)
        for row in _rows("publishers")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    return tuple(
        Organisation(row["code"], row["name"], row["country"] or None, _several(row["aliases"]))
        for row in _rows("organisations")
    )


@cache
def leaders() -> tuple[Leader, ...]:
    return tuple(Leader(row["name"], row["country"]) for row in _rows("leaders"))


@cache
def places() -> tuple[Place, ...]:
    return tuple(
        Place(row["code"], row["name"], _several(row["adjectives"]), _several(row["aliases"]))
        for row in _rows("places")
    )


@cache
def currencies() -> tuple[Currency, ...]:
    return tuple(
        Currency(row["code"], _several(row["symbols"]), _several(row["words"]), row["country"] or None)
        for row in _rows("currencies")
    )


@cache
def shared_currencies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names that several currencies have, such as "$" and "kroner", each with their codes, the likeliest first."""
    return tuple((row["name"], _several(row["codes"])) for row in _rows("shared_currencies"))


@cache
def rough_rates() -> dict[str, Decimal]:
    """What a unit of each currency is worth in US dollars, roughly: to tell a conversion from a second amount."""
    return {row["code"]: Decimal(row["usd"]) for row in _rows("rough_rates")}


@cache
def hedges(before: str) -> dict[str, str]:
    """The words that hedge an amount or a quantity (`before`: amount, quantity), each with its qualifier."""
    return {row["phrase"]: row["qualifier"] for row in _rows("hedges") if before in _several(row["stands_before"])}


@cache
def all_cues() -> tuple[Cue, ...]:
    """The cue phrases of all groups, in the order of the file."""
    return tuple(Cue(row["group"], row["kind"], row["cue"], int(row["weight"])) for row in _rows("cues"))


@cache
def cues(group: str) -> tuple[Cue, ...]:
    """The cue phrases of one group, in the order of the file."""
    return tuple(cue for cue in all_cues() if cue.group == group)


@cache
def rules() -> dict[str, str]:
    """The rules of reading by their names, each with a sentence for the person who asks why a fact was taken."""
    return {row["rule"]: row["why"] for row in _rows("rules")}


@cache
def place_name(code: str) -> str:
    """The display name of a country or group, or of several joined by +; the code itself where nobody knows it."""
    if "+" in code:
        return " and ".join(place_name(part) for part in code.split("+"))
    known = next((place.name for place in places() if place.code == code), None)
    if known is not None:
        return known
    country = pycountry.countries.get(alpha_2=code) if len(code) == 2 else None
    if country is None:
        return code
    return str(getattr(country, "common_name", country.name))


@cache
def publisher(name: str | None) -> Publisher | None:
    """The publisher that a document's metadata names, by name or alias, in any case.

    One that no list holds is judged by its words: a ministry of a country that it names is official.
    """
    wanted = (name or "").strip()
    known = next(
        (one for one in publishers() if wanted.casefold() in {alias.casefold() for alias in (one.name, *one.aliases)}),
        None,
    )
    if known is not None or not wanted:
        return known
    country = _country_in(wanted)
    official = country is not None and _GOVERNS.search(wanted) is not None and _REPORTS.search(wanted) is None
    return Publisher(wanted, (), official, country) if country else None


def home_of(name: str | None) -> str | None:
    """The country of a publisher, None for one that nobody knows or that is at home nowhere."""
    known = publisher(name)
    return known.country if known is not None else None


# A body that governs: "Spanish Ministry of Defence", "Government Offices of Sweden"; not "Canberra Ledger".
_GOVERNS = re.compile(
    r"\b(?:ministry|minister|ministers|government|department|council of|cabinet|chancellery|presidency|president"
    r"|parliament|chamber of|armed forces|embassy|defen[cs]e forces?|prime minister)\b",
    re.IGNORECASE,
)
# A body that reports on those that govern: "Parliamentary Report"; not "press office".
_REPORTS = re.compile(
    r"\b(?:news|times|post|herald|daily|courier|report|tribune|gazette|journal|agency|observer|star|today|edition)\b",
    re.IGNORECASE,
)


def _country_in(words: str) -> str | None:
    """The one country that a name has in it, by its name, an adjective or a capital."""
    found = set()
    for place in places():
        for phrase in (place.name, *place.adjectives, *place.aliases):
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words):
                found.add(place.code)
    if len(found) > 1:  # "Embassy of Portugal in Quito" is Portugal's
        return _country_in(words.rpartition(" in ")[0]) if " in " in words else None
    return found.pop() if found else None
