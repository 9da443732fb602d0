"""Amounts beside one another: equal and rounded ones, sums and their parts, one sum in two currencies."""

import re
from decimal import Decimal
from itertools import combinations

from app.extract.assembly.parties import recipients_in
from app.extract.assembly.verdicts import Value, Verdict, judge_all
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.money import Money
from app.extract.vocabulary import currencies, publisher, rough_rates

# One package by name: "a package", "the 18th donation", "a gift"; not "three measures" or "packages".
_ONE_PACKAGE = re.compile(r"\b(?:package|packet|tranche|drawdown|donation|gift|measure|consignment|shipment)\b")
_MOST_PARTS = 6
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
    values = _without_conversions(_with_shares(findings, values, verdicts), verdicts)
    values = _set_sums_apart(findings, values, verdicts)
    values = _set_shares_apart(findings, values, verdicts)
    return _one_currency(findings, values, verdicts), warnings


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
    parts = [one for one, verdict in verdicts.items() if verdict.role == "part" and findings.programs[one.sentence]]
    found = list(values)
    for part in parts:
        mine = {one.code for one in findings.programs[part.sentence]}
        alike = [one for one in values if one.currency == part.currency]
        for whole in alike:
            others = [one for one in alike if _within(one.amount + part.amount, whole.amount, _NEARLY)]
            if any(mine.isdisjoint(_programs_of(findings, one)) and _programs_of(findings, one) for one in others):
                found.append(Value(part.amount, part.currency, [part]))
                verdicts[part] = Verdict("value", "it is the share of a program of its own")
                break
    return sorted(found, key=lambda one: one.first.span) if len(found) > len(values) else values


def _programs_of(findings: Findings, value: Value) -> set[str | None]:
    return {one.code for money in value.evidence for one in findings.programs[money.sentence]}


def _without_totals(findings: Findings, groups: dict[tuple[int, str], Value], verdicts: dict[Money, Verdict]) -> None:
    """Takes out what the body tells as a total elsewhere, where something smaller is announced beside it."""
    totals = {
        (one.amount, one.currency): verdict.role
        for one, verdict in verdicts.items()
        if verdict.role in _TOTALLED and findings.sentences[one.sentence].kind != "heading"
    }
    for key, role in totals.items():
        smaller = any(currency == key[1] and amount < key[0] for amount, currency in groups)
        if key in groups and smaller:
            judge_all(verdicts, groups.pop(key), Verdict(role, "the text tells it as a total elsewhere"))


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
    return told_roughly and value.currency == headed.currency and _within(value.amount, headed.amount, _ROUGHLY)


def _rounds_to(precise: Value, rounded: Value) -> bool:
    if precise.currency != rounded.currency or not _within(precise.amount, rounded.amount, 0.05):
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


def _within(amount: int, other: int, share: float) -> bool:
    return abs(amount - other) <= share * max(amount, other)


def _set_sums_apart(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
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
        parts = _adding_up(smaller[:_MOST_PARTS], whole.amount, extra, _ROUNDED if headed else _NEARLY)
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


def _with_shares(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
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
        if not parts or not smaller or len(smaller) > _MOST_PARTS:
            continue
        have = parts + sum(one.amount for one in smaller)
        if any(
            _within(whole.amount, have + sum(more), _NEARLY) for count in range(3) for more in combinations(rest, count)
        ):
            for one in [share for share in smaller if not _is_its_own(findings, share)]:
                kept.remove(one)
                judge_all(verdicts, one, Verdict("part", "it adds up with other shares to the package's amount"))
    return kept


def _without_conversions(values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values without a headline's sum that the text tells in brackets as the conversion of another value."""
    converted = {one.amount for one, verdict in verdicts.items() if verdict.role == "conversion"}
    kept = [one for one in values if one.amount not in converted]
    if not kept:
        return values
    for value in values:
        if value.amount in converted:
            judge_all(verdicts, value, Verdict("conversion", "it stands in brackets behind another amount elsewhere"))
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
            if currency == one.currency == value.currency and _within(one.amount, value.amount + amount, 0.01)
        ]
        if wholes and not _is_its_own(findings, value):
            kept.remove(value)
            judge_all(verdicts, value, Verdict("part", "it is what another share leaves of the package's amount"))
    return kept


def _name_sums(values: list[Value], verdicts: dict[Money, Verdict]) -> None:
    """Running totals that are no more than the sum of the document's packages are totals of the announcement."""
    for money, verdict in verdicts.items():
        alike = [one for one in values if one.currency == money.currency]
        if verdict.role == "running" and len(alike) > 1 and _within(money.amount, sum(v.amount for v in alike), 0.03):
            verdicts[money] = Verdict("announcement", "it is the sum of other amounts of the text")


def _set_shares_apart(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
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


_NEARLY = 0.02  # the share by which a sum may be rounded
_ROUNDED = 0.03  # in a headline


def _adding_up(smaller: list[Value], amount: int, extra: list[int], share: float) -> list[Value]:
    """The most values, two at least, that add up to an amount, give or take its rounding; an empty list for none."""
    for count in range(len(smaller), 1, -1):
        for parts in combinations(smaller, count):
            total = sum(part.amount for part in parts)
            if any(_within(amount, total + more, share) for more in (0, *extra)):
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


def _one_currency(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """Where one sum is told in two currencies, the donor's own, else the one told first."""
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
