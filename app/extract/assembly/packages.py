"""Packages: each value that a document announces, and each announcement without one, with its parties and program."""

import re

from app.extract.assembly.amounts import Amounts, is_recalled_only, only_donor
from app.extract.assembly.announcing import announcing_verbs
from app.extract.assembly.binding import Binder, Bound
from app.extract.assembly.donors import donors_of, giver_of_sum
from app.extract.assembly.news import TELLING
from app.extract.assembly.package import Package
from app.extract.assembly.programs import (
    add_mechanism,
    add_program,
    add_program_of_mechanism,
    programs_near,
    tells_of_all,
)
from app.extract.assembly.recipients import recipient_of, recipient_of_sum, recipients_in
from app.extract.assembly.unvalued import find_unvalued
from app.extract.assembly.verdicts import Value
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import has_cue
from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, place_name, shared_currencies

# A memorandum that sets an authority: "hereby delegate", "direct the drawdown of up to"; not "drawdown".
_DELEGATES = re.compile(
    r"\b(?:hereby|also) delegate\b|\b(?:direct|directing)\b[^.;]{0,60}\bdrawdown of\b|\bbe drawn down\b"
)
_DELEGATING = frozenset(("delegate", "drawdown", "drawn"))  # each of them has one


# Who gives nothing where nobody is said to get it: what is told of Ukraine's own is no aid.
_TAKERS = frozenset({"UA"})


def find_packages(findings: Findings, amounts: Amounts) -> tuple[list[Package], list[int | None]]:
    """The packages of a document in the order of their anchors, with value, parties, program and mechanism; and for
    each sentence the index of the package that it speaks of."""
    packages = [_valued(findings, amounts, value) for value in amounts.values]
    for package in packages:
        _add_parties(findings, package)
    if packages or not _has_requests_only(amounts):
        packages += find_unvalued(findings, amounts, packages)
    packages = [one for one in packages if one.recipient is not None or one.donor_code not in _TAKERS]
    anchored = {one.anchor: one for one in reversed(packages) if one.donor is not None}  # an anchor is an identity
    packages = sorted(anchored.values(), key=lambda one: one.anchor)
    alone = len(packages) == 1
    binder = Binder([_bound(findings, one) for one in packages])
    owners = binder.owners(findings)
    spoken = [one for one in findings.sentences if not findings.money[one.index] or _speaks(findings, amounts, one)]
    parts = [one for one in findings.sentences if findings.money[one.index] and _tells_of_part(findings, amounts, one)]
    for number, package in enumerate(packages):
        _claim_parties(package)
        _settle_dollars(findings, package)
        _add_nature(findings, package)
        bound = [one for one in spoken if owners[one.index] == number and amounts.news[one.index] != "none"]
        leads = {findings.layout.blocks[one.block].lead for one in package.sentences} - {None}
        bound += [one for one in findings.sentences if one.block in leads and one not in bound]
        others = {
            one.span
            for other in packages
            if other is not package
            for one in programs_near(findings, other)
            if _has_sum(findings.sentences[one.sentence], other)
            or findings.sentences[one.sentence] not in package.sentences
        }
        free = [
            one
            for one in findings.sentences
            if findings.programs[one.index]
            and not is_recalled_only(findings, amounts, one)
            and not _is_of_civil_aid(amounts, one)
            and _may_name_program(findings, amounts, binder, number, one)
        ]
        add_program(findings, package, bound, free, others)
        add_mechanism(findings, package, spoken if alone else bound, parts)
        add_program_of_mechanism(findings, package)
    if not alone:  # now with the program and the mechanism of each
        owners = Binder([_bound(findings, one) for one in packages]).owners(findings)
    return packages, owners


def _has_sum(sentence: Sentence, package: Package) -> bool:
    return package.value is not None and any(one.sentence == sentence.index for one in package.value.evidence)


def _may_name_program(findings: Findings, amounts: Amounts, binder: Binder, number: int, sentence: Sentence) -> bool:
    """Whether a program that a sentence names may be that of any package: in headings and in news of no other one."""
    if sentence.kind == "heading" or tells_of_all(findings, sentence):
        return True
    if amounts.news[sentence.index] not in TELLING or len(binder.packages) == 1:
        return amounts.news[sentence.index] in TELLING
    owner = binder.named(findings, sentence)
    mine, bounds = binder.packages[number], binder.packages
    alike = owner is not None and bounds[owner].donor == mine.donor
    both = alike and any(actor.place == mine.recipient for actor in findings.actors[sentence.index])
    return owner in (None, number) or both


def _tells_of_part(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence tells how a share of a package is supplied."""
    return any(amounts.verdicts[money].role == "part" for money in findings.money[sentence.index])


def _speaks(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence has no sum of its own that is not the package's."""
    roles = {amounts.verdicts[money].role for money in findings.money[sentence.index]}
    if roles == {"appropriation"} and any(
        not _in_program(findings, sentence, one) for one in recipients_in(findings, sentence)
    ):
        return True
    return roles.isdisjoint(_OTHERS)


def _is_of_civil_aid(amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence has a sum for civil aid and none of a package, so that its program is that aid's."""
    roles = {amounts.verdicts[money].role for money in amounts.monies[sentence.index]}
    return "civil" in roles and "value" not in roles


def _in_program(findings: Findings, sentence: Sentence, actor: Actor) -> bool:
    """Whether a place is part of a program's name: that of the Ukraine Security Assistance Initiative."""
    return any(one.span.start <= actor.span.start < one.span.end for one in findings.programs[sentence.index])


# The roles of sums that are no package's.
_OTHERS = frozenset({"part", "appropriation", "running", "recalled", "request"})


def _bound(findings: Findings, package: Package) -> Bound:
    program = next((claim.value["code"] for claim in package.claims if claim.field == "program"), None)
    mechanism = next((claim.value for claim in package.claims if claim.field == "mechanism"), None)
    if program is None:
        codes = {one.code for one in programs_near(findings, package) if one.code}
        program = codes.pop() if len(codes) == 1 else None
    amounts = frozenset({package.value.amount}) if package.value is not None else frozenset[int]()
    own = frozenset(one.index for one in package.sentences)
    return Bound(package.anchor.start, own, amounts, package.donor_code, package.recipient_code, program, mechanism)


def _has_requests_only(amounts: Amounts) -> bool:
    """Whether the only money is asked for or set aside: then a document speaks of what may come, not of a package."""
    roles = {verdict.role for verdict in amounts.verdicts.values()}
    return bool(roles) and roles <= {"request"}


def _valued(findings: Findings, amounts: Amounts, value: Value) -> Package:
    first = value.first
    sentences = [findings.sentences[money.sentence] for money in value.evidence]
    opening = _opening(findings, amounts, sentences[0])
    at = sentences[0].index
    if at and _IT_IS.match(sentences[0].lower):  # "Today he authorized a drawdown. It's a $5 million package."
        opening = [findings.sentences[at - 1], *opening]
    package = Package(first.span, value, list(dict.fromkeys([*sentences, *opening])))
    package.memorandum = any(_delegates(one) for one in sentences)
    return package


# What names the value of what was told in the sentence in front: "It's a $5 million package"; not "It's raining".
_IT_IS = re.compile(
    r"(?:it['’]s|it is|this is|that['’]s) an?\b[^.;]{0,60}\b(?:package|drawdown|tranche|donation|gift)\b"
)


def _delegates(sentence: Sentence) -> bool:
    """Whether a sentence is that of a memorandum, which sets an authority."""
    return not sentence.words.isdisjoint(_DELEGATING) and _DELEGATES.search(sentence.lower) is not None


def _opening(findings: Findings, amounts: Amounts, sentence: Sentence) -> list[Sentence]:
    """The announcement that a sentence with a sum goes on about, where it has no sum of its own."""
    if amounts.news[sentence.index] == "announces":
        return []
    beside = findings.sentences[sentence.index - 1] if sentence.index else sentence
    if beside.block == sentence.block and recipients_in(findings, beside) and not findings.money[beside.index]:
        return [beside]
    for one in reversed(findings.sentences[: sentence.index]):
        if amounts.news[one.index] == "announces":
            taken = any(value.first.sentence == one.index for value in amounts.values)
            return [] if taken or one.kind == "heading" else [one]
    return []


def _add_parties(findings: Findings, package: Package) -> None:
    giver = giver_of_sum(findings, package.value.first) if package.value is not None else None
    first = recipient_of_sum(findings, package.value.first) if package.value is not None and giver is None else None
    first = first or recipient_of(findings, package.sentences)
    if giver is None and not announcing_verbs(findings, package.sentences[0]):
        only = only_donor(findings)
        giver = only if only is not None and first is not None and only.code != first.code else None
    donors = [giver] if giver is not None else donors_of(findings, package.sentences, first.code if first else None)
    package.donor = donors[0] if donors else None
    package.recipient = first if package.donor is None or first is None or first.code != package.donor.code else None


def _claim_parties(package: Package) -> None:
    for name, party in (("donor", package.donor), ("recipient", package.recipient)):
        if party is None:
            continue
        value = {"code": party.code, "name": place_name(party.code)}
        for span in party.spans or (None,):
            package.claim(name, value, span, f"{name}_in_announcement", party.method if span else "inferred")


def _settle_dollars(findings: Findings, package: Package) -> None:
    """Whose dollars or kroner an amount is in, by its donor; of dollars, which may be American, a warning tells."""
    value = package.value
    if value is None or not all(money.shared for money in value.evidence):
        return
    candidates = {code for name, codes in shared_currencies() if name == value.first.shared for code in codes}
    own = next((one for one in currencies() if one.country == package.donor_code and one.code in candidates), None)
    if own is None or own.code == value.currency:
        return
    value.currency = own.code
    if "USD" in candidates:
        value.is_of_donor = True
        words = findings.document.quote(value.first.span)
        package.warnings.append(f"The amount {words} is read as {own.code}, the donor's own; it may be in US dollars.")


def _add_nature(findings: Findings, package: Package) -> None:
    following = [
        findings.sentences[one.index + 1] for one in package.sentences if one.index + 1 < len(findings.sentences)
    ]
    said_of_it = (
        one
        for one in following
        if one.lower.startswith(("it ", "this ", "all of it")) and not findings.money[one.index]
    )
    near = [*package.sentences, *said_of_it]
    allowance = any(has_cue(sentence, "nature", "authority") for sentence in near)
    nature, rule = ("authority", "kept_for_later") if allowance else ("tranche", "announced_package")
    package.claim("nature", nature, package.anchor, rule, "inferred")
    value = package.value
    if value is None:
        return
    for money in value.evidence:
        stated = {
            "amount": value.amount,
            "currency": value.currency,
            "qualifier": money.qualifier,
            "basis": "authorized" if package.memorandum else "announced",
        }
        if value.is_of_donor:
            package.claim("value", stated, money.span, "amount_in_dollars_of_donor", "inferred")
        else:
            package.claim("value", stated, money.span, "amount_of_announcement")
