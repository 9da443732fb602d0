"""One sum in several currencies: which of them is the package's, and which are conversions."""

from decimal import Decimal

from app.extract.assembly.verdicts import Value, Verdict, judge_all
from app.extract.recognise import Findings
from app.extract.recognisers.money import Money
from app.extract.vocabulary import currencies, publisher, rough_rates


def without_conversions(values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without a headline's sum that the text tells in brackets as the conversion of another value."""
    converted = {one.amount for one, verdict in verdicts.items() if verdict.role == "conversion"}
    kept = [one for one in values if one.amount not in converted]
    if not kept:
        return values
    for value in values:
        if value.amount in converted:
            judge_all(verdicts, value, Verdict("conversion", "it stands in brackets behind another amount elsewhere"))
    return kept


def in_one_currency(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values, of one sum that is told in two currencies only the donor's own, else the one told first."""
    if len({one.currency for one in values}) < 2:
        return values
    places = _giving_places(findings)
    native = {one.code for one in currencies() if one.country in places}
    national = {one.code for one in currencies() if one.country in places - {"US", "GB", "UA", "RU"}}
    native |= {"EUR"} if places - {"US", "GB"} else set()
    kept = list(values)
    for value in values:
        others = [one for one in kept if one.currency != value.currency and _converts(one, value)]
        twins = [one for one in others if not _of_others(findings, one, value)]
        own = [one for one in twins if one.currency in native and one.currency != "USD"]
        foreign = value.currency not in native or value.currency == "USD"
        if value.currency == "EUR" and any(one.currency in national for one in twins):
            own, foreign = [one for one in twins if one.currency in national], True
        elif value.currency in national and any(one.currency == "EUR" for one in twins):
            continue
        earlier = [one for one in twins if one.first.span < value.first.span]
        if value in kept and (own if foreign else earlier):
            kept.remove(value)
            told = own[0] if foreign else twins[0]
            judge_all(verdicts, value, Verdict("conversion", f"the package is told in {told.currency}"))
    return kept


def _of_others(findings: Findings, one: Value, other: Value) -> bool:
    """Whether two amounts are told of different places: then neither is the other's conversion."""
    mine, yours = (
        {actor.place for money in value.evidence for actor in findings.actors[money.sentence] if actor.place}
        for value in (one, other)
    )
    return bool(mine and yours) and not mine & yours


def _converts(one: Value, other: Value) -> bool:
    """Whether two amounts may be the same money in two currencies."""
    rates = rough_rates()
    if one.currency not in rates or other.currency not in rates:
        return True
    worth, likewise = one.amount * rates[one.currency], other.amount * rates[other.currency]
    return abs(worth - likewise) <= max(worth, likewise) * Decimal("0.3")


def _giving_places(findings: Findings) -> set[str]:
    """The places that act in the sentences with amounts: whose money it may be."""
    known = publisher(findings.document.publisher)
    found = {known.country} if known is not None and known.official and known.country else set()
    for monies, actors in zip(findings.money, findings.actors, strict=True):
        if monies:
            found |= {actor.place for actor in actors if actor.place}
    return found
