"""What an amount of money is in its document: the value of a package, a stated total, or neither.

An amount read as a package out of a running total costs a reader more than one missed, so doubt means neither.
"""

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.money import LARGEST, Money
from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, publisher
from app.facts import JudgedAmount

Role = Literal[
    "value", "running", "appropriation", "request", "announcement", "recalled", "civil", "conversion", "none"
]

# Where another thought begins: ", bringing the total", "; and", ", which doubles"; not "drones, rifles".
_BREAK = re.compile(
    r"[;:—]|,\s+(?:bringing|brings|which|but|while|whereas|taking|raising|including|after|so|as|because)\b"
    r"|\s(?:that brings|who|although|including)\s"
)
# The look back of a running total: "has committed more than", "has provided over"; not "has announced".
_TOTALLED = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}(?:committed|provided|given|sent|spent|approved)\b")
# A sum that was moved to: "brings support to 3.1 billion", "raised its aid to", "takes the total to"; not "aid to".
_RAISED_TO = re.compile(r"\b(?:bring|brings|bringing|takes|taking|raised|raises|raising)\b[^.;]{0,80}\bto\s*\Z")
# An amount that a larger one holds: "part of a €70 million pledge"; not "part of the drawdown".
_WHOLE = re.compile(r"\b(?:part|out) of (?:a|an|the|its)\s*\Z")

# The sum of a package named before: "It is worth", "the package, valued at"; not "a house worth".
_WORTH = re.compile(r"\b(?:it|package|tranche|aid|shipment|delivery)\b[^.;]{0,30}\b(?:worth|valued at)\b[^.;]{0,20}\Z")
# A sentence that goes on about the amounts of the one before: "This includes $5 billion"; not "This week".
_GOES_ON = re.compile(
    r"(?:this|these|it|they|the (?:more than )?\$[\d.]+ \w+)\s(?:[^.;]{0,60}\s)?(?:also\s)?(?:includes?|included)\b"
)

_TOTALS = frozenset({"running", "appropriation", "request", "announcement"})
_HANDED_ON = frozenset({"running", "appropriation", "request", "civil"})
_NEAR = 90


class Verdict(NamedTuple):
    """What an amount was taken for, and why, in words for the reader of `--explain`."""

    role: Role
    reason: str


@dataclass(slots=True)
class Value:
    """One amount that a document gives as a package's value, with every place that states it, the best first."""

    amount: int
    currency: str
    evidence: list[Money] = field(default_factory=list)

    @property
    def first(self) -> Money:
        return self.evidence[0]


@dataclass(slots=True)
class Amounts:
    """Every amount of a document by its role; `warnings` name those that are too large to be read."""

    values: list[Value]
    totals: list[tuple[Money, str]]
    verdicts: dict[Money, Verdict]
    warnings: list[str]

    def judged(self) -> tuple[JudgedAmount, ...]:
        """Each amount with its role and the reason for it, in the order of the text."""
        rows = [JudgedAmount(one.span, one.amount, one.currency, *verdict) for one, verdict in self.verdicts.items()]
        return tuple(sorted(rows, key=lambda row: row.span))


def clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that belongs to the words from start to end."""
    left, right = 0, len(sentence.text)
    for match in _BREAK.finditer(sentence.lower):
        if match.end() <= start:
            left = match.start()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def assess_amounts(findings: Findings) -> Amounts:
    """Every amount judged, equal and rounded ones joined, sums of others set apart as totals."""
    verdicts: dict[Money, Verdict] = {}
    before: Role = "none"
    for sentence, monies in zip(findings.sentences, findings.money, strict=True):
        goes_on = _GOES_ON.match(sentence.lower) is not None
        for money in monies:
            verdict = _judge(findings, sentence, money)
            if goes_on and verdict.role == "value" and before in _HANDED_ON:
                verdict = Verdict(before, f"its sentence goes on about the {before} amount in front of it")
            verdicts[money] = verdict
        before = verdicts[monies[-1]].role if monies and not goes_on else before
    _set_old_news_apart(findings, verdicts)
    values = _grouped(findings, verdicts)
    values = _set_sums_apart(values, verdicts)
    values = _one_currency(findings, values, verdicts)
    totals: list[tuple[Money, str]] = [
        (one, verdict.role) for one, verdict in verdicts.items() if verdict.role in _TOTALS
    ]
    return Amounts(values, totals, verdicts, [_too_large(findings, one) for one in verdicts if one.amount > LARGEST])


def _too_large(findings: Findings, money: Money) -> str:
    return f"The amount {findings.document.quote(money.span)} is beyond {LARGEST:,}, so it was left out."


def _judge(findings: Findings, sentence: Sentence, money: Money) -> Verdict:
    if money.conversion:
        return Verdict("conversion", "it stands in brackets behind another amount")
    if money.amount > LARGEST:
        return Verdict("none", "it is too large to be read")
    left, right = clause(sentence, money.start, money.end)
    nearest = _nearest_object(sentence, money, left, right)
    if nearest is not None and nearest.cue.kind == "civil" and nearest.cue.weight > 1:
        return Verdict("civil", f"it is for {nearest.cue.phrase}")
    stated = _total_role(sentence, money, left, right)
    if stated is not None:
        return stated
    recalled = _recalled(sentence, money, left, right)
    if recalled is not None:
        return recalled
    if nearest is not None and nearest.cue.kind == "civil":
        return Verdict("civil", f"it is for {nearest.cue.phrase}")
    return _announced(findings, sentence, money, nearest)


def _set_old_news_apart(findings: Findings, verdicts: dict[Money, Verdict]) -> None:
    """What an official publisher dates two days or more before its page is recalled, not announced."""
    published_on = findings.document.published_on
    known = publisher(findings.document.publisher)
    if published_on is None or known is None or not known.official:
        return
    for money, verdict in verdicts.items():
        if verdict.role != "value":
            continue
        sentence = findings.sentences[money.sentence]
        left, right = clause(sentence, money.start, money.end)
        days = [one.day for one in findings.dates[sentence.index] if one.day is not None and left <= one.start < right]
        if days and all((published_on - day).days >= 2 for day in days):
            verdicts[money] = Verdict("recalled", "its day is two days or more before the page's own")


def _recalled(sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """Whether the amount is news of another day: by words in its clause, or by strong ones anywhere before it."""
    here = find_cues(sentence, "recall", left, right)
    strong = [one for one in find_cues(sentence, "recall", 0, money.start) if one.cue.weight > 2]
    for one in (*here, *strong):
        return Verdict("recalled", f"“{sentence.text[one.start : one.end]}” makes it earlier news")
    if _WHOLE.search(sentence.lower, 0, money.start):
        return Verdict("recalled", "a smaller amount is said to be part of it")
    return None


def _total_role(sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """The role that words of totals, budgets and requests in the same clause give; None where there are none."""
    before, around = sentence.lower[left : money.start], sentence.lower[left:right]
    totals = find_cues(sentence, "total", left, right)
    asked = next((one for one in totals if one.cue.kind == "request"), None)
    if asked is not None:
        return Verdict("request", f"“{asked.cue.phrase}” stands beside it")
    if _RAISED_TO.search(before):
        return Verdict("running", "a sum is said to rise to it")
    if _TOTALLED.search(before) and "today" not in around:
        return Verdict("running", "it has been given, over time")
    set_aside = next((one for one in totals if one.cue.kind == "appropriation" and one.cue.weight > 1), None)
    if set_aside is not None:
        return Verdict("appropriation", f"“{set_aside.cue.phrase}” stands beside it")
    running = [one for one in totals if one.cue.kind == "running"]
    announced = has_cue(sentence, "announce", None, left, money.start)
    if sum(one.cue.weight for one in running) >= (4 if announced else 2):
        return Verdict("running", f"“{running[0].cue.phrase}” stands beside it")
    return None


def _nearest_object(sentence: Sentence, money: Money, left: int, right: int) -> Found | None:
    """What the amount is for: the nearest word for aid after it, else before it. Military words win at its side."""
    after = find_cues(sentence, "object", money.end, min(right, money.end + _NEAR))
    before = find_cues(sentence, "object", max(left, money.start - _NEAR), money.start)
    strong = [one for one in after if one.cue.weight > 1]
    if strong:
        return strong[0]
    if after:
        return after[0]
    earlier = [one for one in find_cues(sentence, "object", 0, left) if one.cue.kind == "military"]
    return before[-1] if before else earlier[-1] if earlier else None


def _announced(findings: Findings, sentence: Sentence, money: Money, nearest: Found | None) -> Verdict:
    programs = findings.programs[sentence.index]
    if _in_list_of_packages(findings, sentence):
        return Verdict("value", "it stands in a list that a package opens")
    if _WORTH.search(sentence.lower, 0, money.start):
        return Verdict("value", "the package is said to be worth it")
    if nearest is None and not programs:
        return Verdict("none", "no word for security assistance is near it")
    if has_cue(sentence, "announce") or _says_so(findings, sentence):
        return Verdict("value", "security assistance of this amount is announced")
    named = bool(programs) or has_cue(sentence, "mechanism")
    if named and nearest is not None and (has_cue(sentence, "contents") or sentence.kind == "item"):
        return Verdict("value", "it is the amount of a program or mechanism that is named beside it")
    return Verdict("none", "no verb of announcing is in its sentence")


def _in_list_of_packages(findings: Findings, sentence: Sentence) -> bool:
    """Whether the sentence stands in a list that a package with an amount opened."""
    lead = findings.layout.blocks[sentence.block].lead
    if lead is None:
        return False
    return any(
        one.block == lead and has_cue(one, "contents") and findings.money[one.index] for one in findings.sentences
    )


def _says_so(findings: Findings, sentence: Sentence) -> bool:
    """Whether the sentence speaks of a package as its news, without a verb of announcing: "worth", "a $5m package"."""
    return re.search(r"\b(?:new|fresh|latest|further|package)\b", sentence.lower) is not None and (
        has_cue(sentence, "object", "military") and sentence.kind != "item" and bool(findings.money[sentence.index])
    )


def _grouped(findings: Findings, verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values by amount and currency; body before headings, and a rounded amount gives way to the precise one."""
    groups: dict[tuple[int, str], Value] = {}
    for money, verdict in verdicts.items():
        if verdict.role == "value":
            groups.setdefault((money.amount, money.currency), Value(money.amount, money.currency)).evidence.append(
                money
            )
    known = set(groups)
    for money, (role, _) in verdicts.items():
        heading = findings.sentences[money.sentence].kind == "heading"
        if (role == "none" or (role == "running" and heading)) and (money.amount, money.currency) in known:
            groups[money.amount, money.currency].evidence.append(money)
            verdicts[money] = Verdict("value", "the same amount is announced elsewhere in the text")
    for value in groups.values():
        value.evidence.sort(key=lambda one: (findings.sentences[one.sentence].kind == "heading", one.span))
    kept = list(groups.values())
    for value in list(kept):
        rough = all(m.qualifier != "exact" or findings.sentences[m.sentence].kind == "heading" for m in value.evidence)
        if rough and any(_rounds_to(other, value) for other in kept if other is not value):
            kept.remove(value)
            for money in value.evidence:
                verdicts[money] = Verdict("none", "it is another amount of the text, rounded")
    return kept


def _rounds_to(precise: Value, rounded: Value) -> bool:
    if precise.currency != rounded.currency or not _within(precise.amount, rounded.amount, 0.05):
        return False
    digits = len(str(precise.amount).rstrip("0")) - len(str(rounded.amount).rstrip("0"))
    return digits > 0


def _within(amount: int, other: int, share: float) -> bool:
    return abs(amount - other) <= share * max(amount, other)


def _set_sums_apart(values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """A value that two or more others add up to, with civil aid beside them or without, is a stated total."""
    civil = {(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "civil"}
    kept = []
    for value in values:
        parts = [
            one.amount
            for one in values
            if one is not value and one.currency == value.currency and one.amount < value.amount
        ]
        extra = [amount for amount, currency in civil if currency == value.currency]
        sums = {sum(parts), *(sum(parts) + one for one in extra)} if len(parts) > 1 else set()
        if any(_within(value.amount, one, 0.02) for one in sums):
            for money in value.evidence:
                verdicts[money] = Verdict("announcement", "it is the sum of other amounts of the text")
        else:
            kept.append(value)
    return kept


def _one_currency(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Where one sum is told in two currencies, the one that has no conversion beside it, else the one told most."""
    names = {one.currency for one in values}
    if len(names) < 2:
        return values
    native = {one.code for one in currencies() if one.country in _giving_places(findings)}
    native |= {"EUR"} if _giving_places(findings) - {"US", "GB"} else set()
    best = next((one.currency for one in values if one.currency in native and one.currency != "USD"), None)
    best = best or values[0].currency
    for value in values:
        if value.currency != best:
            for money in value.evidence:
                verdicts[money] = Verdict("conversion", f"the package is told in {best}")
    return [one for one in values if one.currency == best]


def _giving_places(findings: Findings) -> set[str]:
    """The places that act in the sentences with amounts: whose money it may be."""
    known = publisher(findings.document.publisher)
    found = {known.country} if known is not None and known.official and known.country else set()
    for monies, actors in zip(findings.money, findings.actors, strict=True):
        if monies:
            found |= {actor.place for actor in actors if actor.place}
    return found
