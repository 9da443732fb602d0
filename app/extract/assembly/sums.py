"""Amounts beside one another: equal and rounded ones, totals told later, and the values of packages that remain."""

import re

from app.extract.assembly.conversions import in_one_currency, without_conversions
from app.extract.assembly.recipients import recipients_in
from app.extract.assembly.shares import NEARLY, set_shares_apart, set_sums_apart, within, without_shares
from app.extract.assembly.verdicts import Value, Verdict, judge_all
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.money import Money

MOST_VALUES = 100  # packages with a value that are read from one document; no announcement has as many


def settle_values(findings: Findings, verdicts: dict[Money, Verdict]) -> tuple[list[Value], list[str]]:
    """The packages' values, each once, in the order of the text, with warnings; the verdicts on all other amounts are
    set right."""
    values = _with_programs(findings, _grouped(findings, verdicts), verdicts)
    warnings = []
    if len(values) > MOST_VALUES:
        warnings.append(f"More than {MOST_VALUES} amounts are announced; the others were left out.")
        for value in values[MOST_VALUES:]:
            judge_all(verdicts, value, Verdict("none", f"{MOST_VALUES} amounts are announced before it"))
        values = values[:MOST_VALUES]
    values = _without_later_totals(findings, _without_rounded(findings, values, verdicts), verdicts)
    values = without_conversions(without_shares(findings, values, verdicts), verdicts)
    values = set_sums_apart(findings, values, verdicts)
    values = set_shares_apart(findings, values, verdicts)
    return in_one_currency(findings, values, verdicts), warnings


def _grouped(findings: Findings, verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values by amount and currency, what the body says before headings."""
    groups: dict[tuple[int, str], Value] = {}
    for money, verdict in verdicts.items():
        if verdict.role == "value":
            groups.setdefault((money.amount, money.currency), Value(money.amount, money.currency)).evidence.append(
                money
            )
    recalled = {
        (one.amount, one.currency): one for one, verdict in reversed(verdicts.items()) if verdict.role == "recalled"
    }
    for key, first in recalled.items():
        if key in groups and all(first.span < one.span and _is_known(findings, one) for one in groups[key].evidence):
            judge_all(verdicts, groups.pop(key), Verdict("recalled", "the text tells it as earlier news"))
    for key in [(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "civil"]:
        if key in groups and all(findings.sentences[one.sentence].kind == "heading" for one in groups[key].evidence):
            judge_all(verdicts, groups.pop(key), Verdict("civil", "the text says what it is for"))
    _without_civil_shares(findings, groups, verdicts)
    _without_totals(findings, groups, verdicts)
    known = set(groups)
    for money, (role, _) in verdicts.items():
        heading = findings.sentences[money.sentence].kind == "heading"
        headed = groups.get((money.amount, money.currency))
        headed_only = headed is not None and all(
            findings.sentences[m.sentence].kind == "heading" for m in headed.evidence
        )
        if (role == "none" or (role == "running" and (heading or headed_only))) and (
            money.amount,
            money.currency,
        ) in known:
            groups[money.amount, money.currency].evidence.append(money)
            verdicts[money] = Verdict("value", "the same amount is announced elsewhere in the text")
    for value in groups.values():
        # What the body says comes before headlines, and a hedge before the bare amount, which leaves it out.
        value.evidence.sort(
            key=lambda one: (findings.sentences[one.sentence].kind == "heading", one.qualifier == "exact", one.span)
        )
    return list(groups.values())


def _with_programs(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values with the shares of a whole that are each of another program, which makes each a package."""
    parts = [one for one, verdict in verdicts.items() if verdict.role == "part" and _ways_of(findings, one)]
    found = list(values)
    for part in parts:
        mine = _ways_of(findings, part)
        alike = [one for one in values if one.currency == part.currency]
        for whole in alike:
            others = [one for one in alike if within(one.amount + part.amount, whole.amount, NEARLY)]
            if any(_are_apart(mine, set().union(*(_ways_of(findings, m) for m in one.evidence))) for one in others):
                found.append(Value(part.amount, part.currency, [part]))
                verdicts[part] = Verdict("value", "it is the share of a program of its own")
                break
    return sorted(found, key=lambda one: one.first.span) if len(found) > len(values) else values


def _ways_of(findings: Findings, money: Money) -> set[str]:
    """The programs of an amount's sentence, and the way of supply named right behind it: "$2 billion drawdown"."""
    sentence = findings.sentences[money.sentence]
    near = find_cues(sentence, "mechanism", money.end, min(len(sentence.text), money.end + _BEHIND))
    named = [
        one for one in findings.programs[money.sentence] if one.code and money.end <= one.start <= money.end + _REACH
    ]
    codes = {str(one.code) for one in named or findings.programs[money.sentence] if one.code}
    return codes | {one.cue.kind for one in near if one.cue.weight > 1}


def _are_apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


_BEHIND = 12  # signs behind an amount in which its way of supply is named
_REACH = 60  # signs behind an amount in which its program is named


def _without_totals(findings: Findings, groups: dict[tuple[int, str], Value], verdicts: dict[Money, Verdict]) -> None:
    """Takes out what the body tells as a total elsewhere, where something smaller is announced beside it."""
    totals = {
        (one.amount, one.currency): verdict.role
        for one, verdict in verdicts.items()
        if verdict.role in _TOTALLED and findings.sentences[one.sentence].kind != "heading"
    }
    for key, role in totals.items():
        smaller = any(currency == key[1] and amount < key[0] for amount, currency in groups)
        if key in groups and smaller and not any(_opens(findings, one) for one in groups[key].evidence):
            judge_all(verdicts, groups.pop(key), Verdict(role, "the text tells it as a total elsewhere"))


def _opens(findings: Findings, money: Money) -> bool:
    """Whether an amount stands in the first words below a headline."""
    return money.sentence < _OPENING and findings.sentences[money.sentence].kind != "heading"


_TOTALLED = frozenset({"running", "announcement"})


def _without_civil_shares(
    findings: Findings, groups: dict[tuple[int, str], Value], verdicts: dict[Money, Verdict]
) -> None:
    """Takes out what is told without arms beside a larger sum for civil aid: the first payment of a budget grant."""
    civil = [(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "civil"]
    for key, value in list(groups.items()):
        larger = any(currency == key[1] and amount > key[0] for amount, currency in civil)
        if larger and not any(_names_arms(findings, one) for one in value.evidence):
            judge_all(verdicts, groups.pop(key), Verdict("civil", "it is told beside a larger sum for civil aid"))


def _names_arms(findings: Findings, money: Money) -> bool:
    """Whether the sentence of an amount names military aid or goods."""
    sentence = findings.sentences[money.sentence]
    military = any(one.cue.kind == "military" and one.cue.weight > 1 for one in find_cues(sentence, "object"))
    return (
        military or bool(findings.programs[sentence.index]) or any(t.rank > 0 for t in findings.terms[sentence.index])
    )


def _is_known(findings: Findings, money: Money) -> bool:
    """Whether an amount is told as one that was named before: "That $6 billion package"."""
    return _THAT.search(findings.sentences[money.sentence].lower, 0, money.start) is not None


# What points back to an amount: "that "; not "says that about ".
_THAT = re.compile(r"\b(?:that|the|this)\s\Z")


def _without_rounded(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without those that are only told roughly and that a precise one rounds to."""
    kept = list(values)
    for value in values:
        rough = all(m.qualifier != "exact" or findings.sentences[m.sentence].kind == "heading" for m in value.evidence)
        headed = all(findings.sentences[money.sentence].kind == "heading" for money in value.evidence)
        others = [other for other in kept if other is not value]
        if rough and any(_rounds_to(other, value) or (headed and _is_near(other, value)) for other in others):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("none", "it is another amount of the text, rounded"))
    return kept


def _is_near(value: Value, headed: Value) -> bool:
    """Whether a value is what a headline tells roughly: "about $2.5 billion" of as much as 2.6 billion."""
    told_roughly = all(money.qualifier != "exact" for money in (*headed.evidence, *value.evidence))
    return told_roughly and value.currency == headed.currency and within(value.amount, headed.amount, _ROUGHLY)


def _rounds_to(precise: Value, rounded: Value) -> bool:
    if precise.currency != rounded.currency or not within(precise.amount, rounded.amount, 0.05):
        return False
    digits = len(str(precise.amount).rstrip("0")) - len(str(rounded.amount).rstrip("0"))
    return digits > 0


def _without_later_totals(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without those below the opening that are much larger than what it announces, where their sentence
    announces nothing by a sure verb: all aid of several years, what parliament has before it."""
    opening = [one for one in values if any(money.sentence < _OPENING for money in one.evidence)]
    kept = list(values)
    for value in values:
        smaller = [one.amount for one in opening if one.currency == value.currency]
        if not smaller or value in opening or value.amount < max(smaller) * _MUCH_LARGER:
            continue
        sentences = [findings.sentences[money.sentence] for money in value.evidence]
        sure = any(one.cue.weight > 1 for sentence in sentences for one in find_cues(sentence, "announce"))
        getting = _places_getting(findings, [money for one in opening for money in one.evidence])
        others = _places_getting(findings, value.evidence)
        sure = sure or (bool(others) and getting.isdisjoint(others))
        if not sure and not any(findings.programs[one.index] for one in sentences):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("running", "it is much larger than what the opening announces"))
    return kept


def _places_getting(findings: Findings, monies: list[Money]) -> set[str]:
    """The places that get something in the sentences of amounts."""
    sentences = [findings.sentences[money.sentence] for money in monies]
    return {str(actor.place) for sentence in sentences for actor in recipients_in(findings, sentence)}


_OPENING = 4  # sentences in which a text tells its news
_MUCH_LARGER = 1.5
_ROUGHLY = 0.05  # the share by which a headline may miss what the text tells
