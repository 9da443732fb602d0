"""A document with everything that its sentences name: what assembly works on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial, wraps
from typing import Any, TypeVar

from app.extract.recognisers.actors import Actor, find_actors
from app.extract.recognisers.currency import settle_currencies
from app.extract.recognisers.dates import DateFound, find_dates, years_of
from app.extract.recognisers.equipment import Term, find_terms
from app.extract.recognisers.money import Money, find_money
from app.extract.recognisers.programs import ProgramFound, find_programs
from app.extract.segments import Layout, Sentence, segment
from app.facts import Document

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, eq=False)
class Findings:
    """What was found, one entry a sentence, each in the order of the text. `memo` keeps what was worked out from it."""

    document: Document
    layout: Layout
    sentences: tuple[Sentence, ...]
    money: tuple[tuple[Money, ...], ...]
    actors: tuple[tuple[Actor, ...], ...]
    programs: tuple[tuple[ProgramFound, ...], ...]
    dates: tuple[tuple[DateFound, ...], ...]
    terms: tuple[tuple[Term, ...], ...]
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)


def once_a_sentence(work: Callable[[Findings, Sentence], _Answer]) -> Callable[[Findings, Sentence], _Answer]:
    """A function of findings and one of their sentences that works its answer out once."""

    @wraps(work)
    def answer(findings: Findings, sentence: Sentence) -> _Answer:
        known: dict[int, _Answer] | None = findings.memo.get(work)
        if known is None:
            known = findings.memo[work] = {}
        index = sentence.index
        if index in known:
            return known[index]
        found = known[index] = work(findings, sentence)
        return found

    return answer


def once_a_document(work: Callable[[Findings], _Answer]) -> Callable[[Findings], _Answer]:
    """A function of findings that works its answer out once."""

    @wraps(work)
    def answer(findings: Findings) -> _Answer:
        if work not in findings.memo:
            findings.memo[work] = work(findings)
        return findings.memo[work]  # type: ignore[no-any-return]

    return answer


def recognise(document: Document) -> Findings:
    layout = segment(document.text)
    sentences = layout.sentences
    actors = tuple([tuple(find_actors(one)) if one.phrases.actors else () for one in sentences])
    years = cache(partial(years_of, document.text))
    money = tuple([tuple(find_money(one)) for one in sentences])
    return Findings(
        document,
        layout,
        sentences,
        settle_currencies(document, money, actors),
        actors,
        tuple([tuple(find_programs(one)) for one in sentences]),
        tuple([tuple(find_dates(one, document.published_on, years)) for one in sentences]),
        tuple([tuple(find_terms(one)) if one.phrases.goods else () for one in sentences]),
    )
