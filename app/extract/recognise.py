"""A document with everything that its sentences name: what assembly works on."""

import re
from dataclasses import dataclass

from app.extract.recognisers.actors import Actor, find_actors
from app.extract.recognisers.currency import settle_currencies
from app.extract.recognisers.dates import DateFound, find_dates, years_of
from app.extract.recognisers.equipment import Term, find_terms
from app.extract.recognisers.money import Money, find_money
from app.extract.recognisers.programs import ProgramFound, find_programs
from app.extract.segments import Layout, Sentence, segment
from app.facts import Document

# What every date has, a figure or a day in words: most sentences have neither, and that is soon seen.
_FIGURE = re.compile(r"\d")
_DAY_WORDS = ("day", "tonight", "tomorrow", "morning", "afternoon", "evening")


@dataclass(frozen=True, eq=False)
class Findings:
    """What was found, one entry a sentence, each in the order of the text. One is equal to itself alone, so that what is
    worked out from it can be cached."""

    document: Document
    layout: Layout
    money: tuple[tuple[Money, ...], ...]
    actors: tuple[tuple[Actor, ...], ...]
    programs: tuple[tuple[ProgramFound, ...], ...]
    dates: tuple[tuple[DateFound, ...], ...]
    terms: tuple[tuple[Term, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.layout.sentences


def recognise(document: Document) -> Findings:
    layout = segment(document.text)
    sentences = layout.sentences
    actors = tuple(tuple(find_actors(one)) for one in sentences)
    years = years_of(document.text) if document.published_on is None else range(0)
    money = tuple(tuple(find_money(one)) for one in sentences)
    return Findings(
        document,
        layout,
        settle_currencies(document, money, actors),
        actors,
        tuple(tuple(find_programs(one)) for one in sentences),
        tuple(tuple(find_dates(one, document.published_on, years)) if _may_be_dated(one) else () for one in sentences),
        tuple(tuple(find_terms(one)) for one in sentences),
    )


def _may_be_dated(sentence: Sentence) -> bool:
    """Whether any date can stand in a sentence; a new kind of date needs its words here."""
    return _FIGURE.search(sentence.text) is not None or any(word in sentence.lower for word in _DAY_WORDS)
