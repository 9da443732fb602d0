"""Packages: each value that a document announces, or each announcement without one, with its parties and program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.extract.assembly.amounts import Amounts, Value, clause
from app.extract.assembly.parties import Party, donor_of, donors_in, recipient_of, recipients_in
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.programs import ProgramFound
from app.extract.segments import Sentence
from app.extract.vocabulary import Currency, currencies, place_name, programs, publisher
from app.facts import Claim, Method, Span

# A memorandum that sets an authority: "hereby delegate", "direct the drawdown of up to"; not "drawdown".
_DELEGATES = re.compile(r"\b(?:hereby|also) delegate\b|\bdirect the drawdown of\b")
# What a stance turns off: "instead of providing equipment from"; not "stock of".
_INSTEAD = re.compile(r"\b(?:instead of|rather than|and not|not)\b[^.;]{0,60}\Z")
# A package without a sum: "a new security assistance package", "another tranche of military aid"; not "aid".
_PACKAGE_NOUN = re.compile(
    r"\b(?:(?:security|military|weapons|arms|defen[cs]e)\s+(?:assistance|aid|support|help)\s+(?:package|tranche)"
    r"|(?:package|tranche|package worth) of\s+(?:\w+\s+)?(?:security|military|weapons|arms|assistance)"
    r"|(?:new|significant|another|further|latest)\s+(?:\w+\s+){0,3}package|new security assistance|new military aid"
    r"|(?:another|new|further)\s+(?:delivery|shipment|drawdown) of)\b"
)
# Verbs by which a donor hands goods over: "will send 31 tanks", "said it will donate"; not "has sent".
_HANDS_OVER = re.compile(
    r"\b(?:will|to)\s+(?:\w+ly\s+|also\s+)?(?:send|give|donate|deliver|supply)\b|\bgives\b|\bdonates\b|\bsends\b"
)
# What makes a sentence no announcement: "could not", "would not be sent"; not "note".
_DENIED = re.compile(r"\b(?:not|never|no|whether|if|unless|might|could|would|refused|sale|sell|bill|russia will)\b")

_LOOKS_BACK = ("recall", "total")


@dataclass(slots=True)
class Package:
    """A package in the making: where it is anchored, the sentences that speak of it, and its claims so far."""

    anchor: Span
    value: Value | None
    sentences: list[Sentence]
    donor: Party | None = None
    recipient: Party | None = None
    memorandum: bool = False
    giver: str | None = None
    claims: list[Claim] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def claim(self, name: str, value: object, span: Span | None, rule: str, method: Method = "stated") -> None:
        self.claims.append(Claim(name, value, span, rule, method))

    @property
    def donor_code(self) -> str | None:
        return self.donor.code if self.donor else None


def find_packages(findings: Findings, amounts: Amounts) -> list[Package]:
    """The packages of a document in the order of their anchors, with value, parties, program and mechanism."""
    packages = [_valued(findings, value) for value in amounts.values]
    packages = packages or ([] if _has_totals_only(amounts) else list(_unvalued(findings)))
    packages.sort(key=lambda one: one.anchor)
    for package in packages:
        _add_parties(findings, package)
    packages = [one for one in packages if one.donor is not None]
    for package in packages:
        _settle_dollars(findings, package)
        _add_nature(package)
        _add_program(findings, package, alone=len(packages) == 1)
        _add_mechanism(findings, package, alone=len(packages) == 1)
        _add_program_of_mechanism(findings, package)
    return packages


def _has_totals_only(amounts: Amounts) -> bool:
    """Whether the only money is asked for or set aside: then a document speaks of what may come, not of a package."""
    roles = {verdict.role for verdict in amounts.verdicts.values()}
    return bool(roles) and roles <= {"request"}


def _valued(findings: Findings, value: Value) -> Package:
    first = value.first
    sentences = [findings.sentences[money.sentence] for money in value.evidence]
    package = Package(first.span, value, list(dict.fromkeys(sentences)))
    package.memorandum = any(_DELEGATES.search(one.lower) for one in sentences)
    return package


def _unvalued(findings: Findings) -> Iterator[Package]:
    """Announcements without a sum: of a package by name, or of goods that a donor will hand over."""
    found: dict[tuple[str, str], Package] = {}
    for sentence in findings.sentences:
        noun = _announced_package(sentence)
        if noun is None and found and _carries_on(sentence, list(found.values())[-1]):
            list(found.values())[-1].sentences.append(sentence)
            continue
        for span in [noun] if noun is not None else _handed_over(findings, sentence):
            _add_unvalued(findings, found, sentence, span, named=noun is not None)
    yield from found.values()


def _add_unvalued(
    findings: Findings, found: dict[tuple[str, str], Package], sentence: Sentence, span: Span, *, named: bool
) -> None:
    """One package a donor, and one more where another program is named."""
    getting = recipients_in(findings, sentence)
    recipient = getting[0].place if getting else None
    at = span.start - sentence.span.start
    acting = donors_in(findings, sentence, recipient, at)
    givers = acting[:1] if named else _joint_subject(sentence, [one for one in acting if one.start < at])
    if not givers and not named:
        return
    known = publisher(findings.document.publisher)
    official = known.country if known is not None and known.official and named else None
    program = next((one.code or "" for one in findings.programs[sentence.index]), "")
    if len(givers) > 1 and _JOINTLY.search(sentence.lower):
        official, givers = "+".join(sorted({str(one.place) for one in givers})), givers[-1:]
    row: list[Actor | None] = [*givers] or [None]
    for giver in row:
        donor = official or (str(giver.place) if giver is not None else "")
        same = [one for key, one in found.items() if key[0] == donor and (key[1] == program or not program)]
        if same:
            same[0].sentences.append(sentence)
            continue
        anchor = giver.span if giver is not None and len(givers) > 1 else span
        found[donor, program] = Package(anchor, None, [sentence], giver=donor or None)


def _joint_subject(sentence: Sentence, acting: list[Actor]) -> list[Actor]:
    """The last actor before a verb, with those that stand in one row with it: "Germany and the United States"."""
    row = acting[-1:]
    for actor in acting[-2::-1]:
        if _ROW.fullmatch(sentence.text, actor.end, row[0].start) is None:
            break
        row.insert(0, actor)
    return row


# One gift of several donors: "will jointly donate"; not "will join".
_JOINTLY = re.compile(r"\b(?:jointly|together)\b")
# What stands between the actors of a row: "and the", ","; not "and its ally".
_ROW = re.compile(r"\s*(?:,|and|, and)\s+(?:the\s+)?")
# A sentence that goes on about the package just named: "This includes", "The package also"; not "This week".
_CARRIES_ON = re.compile(
    r"(?:this|it|that package|the package|the new package)\s(?:also\s)?(?:is|includes|features|contains|will)\b"
)


def _carries_on(sentence: Sentence, package: Package) -> bool:
    last = package.sentences[-1]
    return sentence.index == last.index + 1 and _CARRIES_ON.match(sentence.lower) is not None


def _announced_package(sentence: Sentence) -> Span | None:
    back = [one for group in _LOOKS_BACK for one in find_cues(sentence, group) if one.cue.weight > 1]
    if sentence.kind == "item" or back:
        return None
    verbs = [one for one in find_cues(sentence, "announce") if one.cue.weight > 1]
    noun = _PACKAGE_NOUN.search(sentence.lower)
    civil = [one for one in find_cues(sentence, "object") if one.cue.kind == "civil" and one.cue.weight > 1]
    if not verbs or noun is None or civil:
        return None
    if _DENIED.search(sentence.lower, 0, noun.start()):
        return None
    return sentence.at(noun.start(), noun.end())


def _handed_over(findings: Findings, sentence: Sentence) -> list[Span]:
    """The verbs by which donors of a sentence say that they will hand goods over."""
    if sentence.kind == "item" or not _gets_named(findings, sentence):
        return []
    spans = []
    for verb in _HANDS_OVER.finditer(sentence.lower):
        left, right = clause(sentence, verb.start(), verb.end())
        back = [one for group in _LOOKS_BACK for one in find_cues(sentence, group, left, right) if one.cue.weight > 1]
        denied = _DENIED.search(sentence.lower, max(left, verb.start() - 40), verb.end() + 40)
        goods = any(term.start >= verb.end() and term.rank > 0 for term in findings.terms[sentence.index])
        if goods and not back and not denied and not _asked_of_others(findings, sentence, verb):
            spans.append(sentence.at(verb.start(), verb.end()))
    return spans


def _asked_of_others(findings: Findings, sentence: Sentence, verb: re.Match[str]) -> bool:
    """Whether "to send" is what somebody is asked for: it announces only right behind its donor, "Rome to send"."""
    if not verb.group().startswith("to"):
        return False
    return all(actor.end != verb.start() - 1 for actor in findings.actors[sentence.index])


def _gets_named(findings: Findings, sentence: Sentence) -> bool:
    return bool(recipients_in(findings, sentence)) or any(
        one.place is not None for one in findings.actors[sentence.index]
    )


def _add_parties(findings: Findings, package: Package) -> None:
    first = recipient_of(findings, package.sentences, frozenset())
    package.donor = donor_of(findings, package.sentences, first.code if first else None, package.giver)
    donor = package.donor
    package.recipient = first if donor is None or first is None or first.code != donor.code else None
    for name, party in (("donor", donor), ("recipient", package.recipient)):
        if party is None:
            continue
        for span in party.spans or (None,):
            value = {"code": party.code, "name": place_name(party.code)}
            package.claim(name, value, span, f"{name}_in_announcement", party.method if span else "inferred")


def _settle_dollars(findings: Findings, package: Package) -> None:
    """Whose dollars "$" means where the donor has its own: those of a publisher at home there; else nobody can tell."""
    value = package.value
    if value is None or not all(money.bare_dollar for money in value.evidence):
        return
    own = next((one for one in currencies() if one.country == package.donor_code and _has_dollars(one)), None)
    if own is None:
        return
    known = publisher(findings.document.publisher)
    if known is not None and known.country == package.donor_code:
        value.currency = own.code
        return
    words = findings.document.quote(value.first.span)
    package.warnings.append(f"The amount {words} may be in US dollars or in {own.code}, so the package has no value.")
    package.value = None


def _has_dollars(currency: Currency) -> bool:
    return currency.code != "USD" and any(symbol.endswith("$") for symbol in currency.symbols)


def _add_nature(package: Package) -> None:
    allowance = any(has_cue(sentence, "nature", "authority") for sentence in package.sentences)
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
        package.claim("value", stated, money.span, "amount_of_announcement")


def _add_program(findings: Findings, package: Package, *, alone: bool) -> None:
    found = list(_programs_near(findings, package))
    if not found and alone:
        found = list(_programs_of_document(findings))
    codes = list(dict.fromkeys(one.code for one in found if one.code))
    known = next((one for one in programs() if codes and one.code == codes[0]), None)
    for one in found:
        if known is not None and one.code == known.code:
            method: Method = "stated" if one.authority is None else "inferred"
            rule = "program_named" if one.authority is None else "program_by_section"
            package.claim("program", {"code": known.code, "name": known.name}, one.span, rule, method)
    for one in found:
        if one.authority is not None and (one.code is None or known is None or one.code == known.code):
            package.claim("authority", one.authority, one.span, "section_of_law")


def _programs_near(findings: Findings, package: Package) -> Iterator[ProgramFound]:
    """Programs in the package's sentences; where a sentence has several values, those nearer to this one."""
    for sentence in package.sentences:
        monies = [one for one in findings.money[sentence.index] if not one.conversion]
        mine = [one for one in monies if package.value and one in package.value.evidence]
        for program in _named_programs(findings, sentence):
            nearest = min(monies, key=lambda one: _distance(one.start, one.end, program.start), default=None)
            if not mine or nearest is None or nearest in mine:
                yield program


def _named_programs(findings: Findings, sentence: Sentence) -> list[ProgramFound]:
    """The programs that a sentence names, without those that it turns off: "and not under"."""
    found = findings.programs[sentence.index]
    return [one for one in found if _INSTEAD.search(sentence.lower[: one.start]) is None]


def _distance(start: int, end: int, at: int) -> int:
    """Words after an amount are nearer to it than words in front of it."""
    return at - end if at >= end else 2 * (start - at)


def _programs_of_document(findings: Findings) -> Iterator[ProgramFound]:
    """Programs in sentences that speak of the package; a fund that is only recalled or left over names none."""
    for sentence in findings.sentences:
        spoken_of = (
            sentence.kind == "heading"
            or has_cue(sentence, "object", "military")
            or (has_cue(sentence, "mechanism") or has_cue(sentence, "announce"))
        )
        for program in _named_programs(findings, sentence) if spoken_of else ():
            left, right = clause(sentence, program.start, program.start + 1)
            totals = find_cues(sentence, "total", left, right)
            if not has_cue(sentence, "recall", None, left, right) and not any(one.cue.weight > 1 for one in totals):
                yield program


def _add_mechanism(findings: Findings, package: Package, *, alone: bool) -> None:
    found = [hit for sentence in package.sentences for hit in _mechanisms(findings, sentence, package)]
    if alone and not any(one.cue.weight > 1 for _, one in found):
        for sentence in findings.sentences:
            if sentence not in package.sentences and not has_cue(sentence, "recall"):
                found += _mechanisms(findings, sentence, package)
    found.sort(key=lambda hit: (-hit[1].cue.weight, hit[0].kind == "heading"))
    for sentence, one in found:
        if one.cue.kind == found[0][1].cue.kind:
            package.claim("mechanism", one.cue.kind, sentence.at(one.start, one.end), "mechanism_named")
    program = next((claim for claim in package.claims if claim.field == "program"), None)
    if found or program is None:
        return
    fixed = next((one.mechanism for one in programs() if one.code == program.value["code"]), None)
    if fixed is not None:
        package.claim("mechanism", fixed, program.span, "mechanism_of_program", "inferred")


def _add_program_of_mechanism(findings: Findings, package: Package) -> None:
    """A drawdown of the United States is one under the Presidential Drawdown Authority, where no program is named."""
    if any(claim.field == "program" for claim in package.claims):
        return
    known = next((one for one in programs() if one.donor == package.donor_code and one.mechanism == "drawdown"), None)
    for claim in [one for one in package.claims if one.field == "mechanism" and one.span is not None]:
        if known is not None and claim.span is not None and findings.document.quote(claim.span).lower() == "drawdown":
            value = {"code": known.code, "name": known.name}
            package.claim("program", value, claim.span, "program_of_drawdown", "inferred")


def _mechanisms(findings: Findings, sentence: Sentence, package: Package) -> list[tuple[Sentence, Found]]:
    found = [one for one in find_cues(sentence, "mechanism") if not _INSTEAD.search(sentence.lower, 0, one.start)]
    monies = [one for one in findings.money[sentence.index] if not one.conversion]
    if len(monies) > 1 and package.value is not None:
        mine = [one for one in monies if one in package.value.evidence]
        spans = [clause(sentence, one.start, one.end) for one in mine]
        found = [one for one in found if any(left <= one.start < right for left, right in spans)]
    return [(sentence, one) for one in found]
