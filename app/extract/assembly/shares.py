"""Sums and their shares: which amounts of a document add up to another, and which of them are packages."""

import re
from itertools import combinations

from app.extract.assembly.recipients import recipients_in
from app.extract.assembly.verdicts import Value, Verdict, judge_all
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.money import Money

# One package by name: "a package", "the 18th donation", "a gift"; not "three measures" or "packages".
_ONE_PACKAGE = re.compile(r"\b(?:package|packet|tranche|drawdown|donation|gift|measure|consignment|shipment)\b")
_MOST_PARTS = 6
NEARLY = 0.02  # the share by which a sum may be rounded
_ROUNDED = 0.03  # in a headline


def within(amount: int, other: int, share: float) -> bool:
    """Whether two amounts are the same, give or take a share of the larger one."""
    return abs(amount - other) <= share * max(amount, other)


def set_sums_apart(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """A value that two or more others add up to, with civil aid beside them or without, is a stated total. Where none
    of the others has a package, a program or a recipient of its own, they are its parts instead."""
    civil = [(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "civil"]
    _name_sums(values, verdicts)
    values = _without_rest(findings, _without_mixed(findings, values, verdicts), verdicts)
    kept = list(values)
    for whole in sorted(values, key=lambda one: -one.amount):
        smaller = [one for one in kept if one.currency == whole.currency and one.amount < whole.amount]
        extra = [amount for amount, currency in civil if currency == whole.currency]
        headed = all(findings.sentences[one.sentence].kind == "heading" for one in whole.evidence)
        parts = _adding_up(smaller[:_MOST_PARTS], whole.amount, extra, _ROUNDED if headed else NEARLY)
        if not parts:
            continue
        held = len({part.first.sentence for part in parts}) == 1 and _HOLDS.search(
            findings.sentences[parts[0].first.sentence].lower
        )
        if held or (not _differ(findings, parts) and not any(_is_its_own(findings, part) for part in parts)):
            for part in parts:
                kept.remove(part)
                judge_all(verdicts, part, Verdict("part", "it is a part of the package's amount"))
        else:
            kept.remove(whole)
            judge_all(verdicts, whole, Verdict("announcement", "it is the sum of other amounts of the text"))
    return kept


def _in_row(findings: Findings, whole: Value, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """The values of a sentence whose sums, two at least and not all of them values, make up a whole, or all but do."""
    rows: dict[int, list[Money]] = {}
    for one in values:
        rows[one.first.sentence] = [m for m in findings.money[one.first.sentence] if m.currency == whole.currency]
    listed = {
        number
        for number, monies in rows.items()
        if len(monies) > 1
        and any(verdicts[one].role == "none" for one in monies)
        and within(sum(one.amount for one in monies), whole.amount, _ROW)
    }
    return [one for one in values if one.first.sentence in listed]


_ROW = 0.08  # the share by which rounded sums of one sentence may miss their whole


def without_shares(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without the shares of a whole whose other shares are told as such, where all of them add up to it;
    not those with a package, a program or a way of supply of their own."""
    kept = list(values)
    for whole in sorted(values, key=lambda one: -one.amount):
        told = [
            (one.amount, verdict.role)
            for one, verdict in verdicts.items()
            if verdict.role in ("part", "none", "civil")
            and one.currency == whole.currency
            and one.amount < whole.amount
        ]
        smaller = [one for one in kept if one.currency == whole.currency and one.amount < whole.amount]
        parts = sum({amount for amount, role in told if role == "part"})
        rest = sorted({amount for amount, role in told if role != "part"}, reverse=True)[:_MOST_PARTS]
        own = [share for share in smaller if not _is_its_own(findings, share)]
        for one in _in_row(findings, whole, own, verdicts):
            kept.remove(one)
            smaller.remove(one)
            judge_all(verdicts, one, Verdict("part", "its sentence lists the shares of the package's amount"))
        if not parts or not smaller or len(smaller) > _MOST_PARTS:
            continue
        have = parts + sum(one.amount for one in smaller)
        if any(
            within(whole.amount, have + sum(more), NEARLY) for count in range(3) for more in combinations(rest, count)
        ):
            for one in [share for share in smaller if not _is_its_own(findings, share)]:
                kept.remove(one)
                judge_all(verdicts, one, Verdict("part", "it adds up with other shares to the package's amount"))
    return kept


# What lists the shares of a package: "The package includes $5 million for".
_HOLDS = re.compile(r"\b(?:package|packet|tranche|assistance|aid) (?:includes|covers|comprises|consists of|contains)\b")


def _without_mixed(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without a sum of which a sentence behind it lists shares, some for civil aid and some for arms: the shares
    for arms are the packages."""
    kept = list(values)
    for sentence in findings.sentences:
        roles = {verdicts[one].role for one in findings.money[sentence.index] if one in verdicts}
        if not {"civil", "value"} <= roles or not _HOLDS.search(sentence.lower):
            continue
        largest = max(one.amount for one in findings.money[sentence.index])
        before = [one for one in kept if one.first.sentence < sentence.index and one.amount > largest]
        for whole in before[-1:]:
            kept.remove(whole)
            judge_all(verdicts, whole, Verdict("announcement", "civil aid and arms are its shares"))
    return kept


def _without_rest(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without the rest that shares of a package leave of it: 5 million of 9, where 4 million are a share."""
    shares = {(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "part"}
    kept = list(values)
    for value in values:
        wholes = [
            one
            for one in values
            for amount, currency in shares
            if currency == one.currency == value.currency and within(one.amount, value.amount + amount, 0.01)
        ]
        if wholes and not _is_its_own(findings, value):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("part", "it is what another share leaves of the package's amount"))
    return kept


def _name_sums(values: list[Value], verdicts: dict[Money, Verdict]) -> None:
    """Running totals that are no more than the sum of the document's packages are totals of the announcement."""
    for money, verdict in verdicts.items():
        alike = [one for one in values if one.currency == money.currency]
        if verdict.role == "running" and len(alike) > 1 and within(money.amount, sum(v.amount for v in alike), 0.03):
            verdicts[money] = Verdict("announcement", "it is the sum of other amounts of the text")


def set_shares_apart(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Sums in the entries of a list whose opening has the package's own are shares of it."""
    kept = list(values)
    for value in values:
        sentence = findings.sentences[value.first.sentence]
        lead = findings.layout.blocks[sentence.block].lead
        if _of_a_total(findings, values, value):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("part", "it is a share of the package's total value"))
            continue
        if sentence.kind != "item" or lead is None or _is_its_own(findings, value):
            continue
        near = {one.index for one in findings.sentences if one.block in (lead, lead - 1) and one.kind != "item"}
        if any(one.amount > value.amount and one.first.sentence in near for one in values if one is not value):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("part", "it is a share of the package that its list belongs to"))
    return kept


def _of_a_total(findings: Findings, values: list[Value], value: Value) -> bool:
    """Whether an amount stands behind a larger one that is said to be the package's total value."""
    return not _is_its_own(findings, value) and any(
        one.currency == value.currency
        and one.amount > value.amount
        and one.first.sentence < value.first.sentence
        and _TOTAL_VALUE.search(findings.sentences[one.first.sentence].lower, 0, one.first.start) is not None
        for one in values
    )


# A package's value with all that it holds: "has a total value of "; not "the total value of all packages is".
_TOTAL_VALUE = re.compile(r"\bpackage\b[^.;]{0,60}\s(?:has|with|is of) a total value of\s\Z")


def _adding_up(smaller: list[Value], amount: int, extra: list[int], share: float) -> list[Value]:
    """The most values, two at least, that add up to an amount, give or take its rounding; an empty list for none."""
    for count in range(len(smaller), 1, -1):
        for parts in combinations(smaller, count):
            total = sum(part.amount for part in parts)
            if any(within(amount, total + more, share) for more in (0, *extra)):
                return list(parts)
    return []


def _differ(findings: Findings, parts: list[Value]) -> bool:
    """Whether amounts are for different recipients."""
    named = [
        {
            actor.place
            for money in part.evidence
            for actor in recipients_in(findings, findings.sentences[money.sentence])
        }
        for part in parts
    ]
    return len({place for places in named for place in places}) > 1 and all(named)


def _is_its_own(findings: Findings, value: Value) -> bool:
    """Whether an amount has a package, a program or a recipient of its own."""
    for money in value.evidence:
        sentence = findings.sentences[money.sentence]
        actors = recipients_in(findings, sentence) if sentence.kind == "item" else findings.actors[sentence.index]
        places = {one.place for one in actors if one.form != "adjective"}
        words = {one.cue.kind for one in find_cues(sentence, "mechanism") if one.cue.weight > 1}
        if len(words) == 1 and sentence.kind != "item":
            return True
        if _ONE_PACKAGE.search(sentence.lower) or findings.programs[sentence.index] or len(places - {"UA"}) > 1:
            return True
    return False
