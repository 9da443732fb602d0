"""Packages: each value that a document announces, and each announcement without one, with its parties and program."""

import re
from collections.abc import Iterator

from app.extract.assembly.amounts import Amounts, only_donor
from app.extract.assembly.binding import Binder, Bound
from app.extract.assembly.bounds import clause
from app.extract.assembly.giving import find_givings, is_asked_for, tells_earlier, tells_total
from app.extract.assembly.news import TELLING, announcing_verbs, has_military_goods
from app.extract.assembly.package import Package
from app.extract.assembly.parties import (
    donors_of,
    giver_of_sum,
    is_joint,
    is_of_others,
    recipient_of,
    recipient_of_sum,
    recipients_in,
)
from app.extract.assembly.programs import (
    add_mechanism,
    add_program,
    add_program_of_mechanism,
    programs_near,
    tells_of_all,
)
from app.extract.assembly.verdicts import Value
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, place_name, publisher, shared_currencies
from app.facts import Span

# A memorandum that sets an authority: "hereby delegate", "direct the drawdown of up to"; not "drawdown".
_DELEGATES = re.compile(
    r"\b(?:hereby|also) delegate\b|\b(?:direct|directing)\b[^.;]{0,60}\bdrawdown of\b|\bbe drawn down\b"
)
_DELEGATING = frozenset(("delegate", "drawdown", "drawn"))  # each of them has one
# A package without a sum: "a new security assistance package", "another tranche of military aid"; not "aid".
_PACKAGE_NOUN = re.compile(
    r"\b(?:(?:security|military|weapons|arms|defen[cs]e)\s+(?:assistance|aid|support|help|mat[eé]riel)\s+(?:package"
    r"|packet|tranche)"
    r"|(?:package|packet|tranche|package worth|batch|shipment|consignment|delivery) of\s+(?:\w+\s+)?(?:security"
    r"|military|weapons|arms|assistance)"
    r"|(?:drawdown|arms|weapons|ammunition|equipment) (?:package|packet|tranche)"
    r"|(?:that|the|this) (?:package|drawdown|tranche) (?:that )?(?:we|i|he|she|it|they)(?:['’]re|['’]m| is| are| am)"
    r" (?:now )?(?:announcing|unveiling|approving|authori[sz]ing)"
    r"|(?:new|significant|substantial|sizeable|major|large|big|upcoming|another|further|latest|next|fresh"
    r"|\d+(?:st|nd|rd|th)|\w+(?:teenth|tieth|first|second|third"
    r"|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth))\s+(?:\w+\s+){0,3}(?:package|packet|tranche|drawdown|donation)"
    r"|(?:new|further|additional)\s+(?:security|military|defen[cs]e)\s+(?:assistance|aid|support|mat[eé]riel)"
    r"|(?:another|new|further)\s+(?:delivery|shipment|drawdown|donation) of)\b"
)


# Who gives nothing where nobody is said to get it: what is told of Ukraine's own is no aid.
_TAKERS = frozenset({"UA"})


def find_packages(findings: Findings, amounts: Amounts) -> tuple[list[Package], list[int | None]]:
    """The packages of a document in the order of their anchors, with value, parties, program and mechanism; and for
    each sentence the index of the package that it speaks of."""
    packages = [_valued(findings, amounts, value) for value in amounts.values]
    for package in packages:
        _add_parties(findings, package)
    if packages or not _has_requests_only(amounts):
        packages += _unvalued(findings, amounts, packages)
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
            and not _is_recalled_only(findings, amounts, one)
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


def _is_old_below(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence below the opening of a text has earlier news."""
    return sentence.index >= _OPENING and _is_recalled_only(findings, amounts, sentence)


def _is_recalled_only(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether all sums of a sentence, which has some, are earlier news."""
    roles = {amounts.verdicts[money].role for money in findings.money[sentence.index]}
    return roles == {"recalled"}


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


def _unvalued(findings: Findings, amounts: Amounts, valued: list[Package]) -> list[Package]:
    """Announcements without a sum: of a package by name, or of goods that a donor will hand over.

    One that speaks of a package that is known already joins it; a new one has other parties or another program.
    """
    found: list[Package] = []
    known = publisher(findings.document.publisher)
    official = known.country if known is not None and known.official and not is_joint(findings) else None
    taken = {sentence.index for one in valued for sentence in one.sentences}
    for sentence in findings.sentences:
        news = amounts.news[sentence.index]
        if news not in TELLING or sentence.index in taken or _is_old_below(findings, amounts, sentence):
            continue
        spans = _announced_spans(findings, sentence, listed=news == "goes_on")
        if not spans and found and not valued and not is_of_others(findings, sentence, _parties_of(found)):
            _go_on(found, sentence)
        for package in [one for span in spans for one in _events(findings, sentence, span, official)]:
            same = next((one for one in [*found, *valued] if _is_same(findings, one, package)), None)
            if same is None and _may_stand_beside(findings, package, valued, official):
                found.append(package)
            elif same is not None and same in found and sentence not in same.sentences:
                same.sentences.append(sentence)
    return found


def _parties_of(packages: list[Package]) -> set[str]:
    codes = {code for one in packages for code in (one.donor_code or "").split("+")}
    return codes | {one.recipient_code or "" for one in packages}


def _go_on(found: list[Package], sentence: Sentence) -> None:
    """Adds a sentence to the package that it goes on about; one on another way of supply makes another package."""
    last = found[-1]
    ways = {one.cue.kind for one in find_cues(sentence, "mechanism") if one.cue.weight > 1}
    mine = _ways(last)
    if ways and mine and not ways & mine:
        at = next(one for one in find_cues(sentence, "mechanism") if one.cue.weight > 1)
        found.append(Package(sentence.at(at.start, at.end), None, [sentence], last.donor, last.recipient))
    else:
        last.sentences.append(sentence)


def _announced_spans(findings: Findings, sentence: Sentence, *, listed: bool) -> list[Span]:
    """Where a sentence announces aid without a sum: at a package's name or else at its verbs of giving."""
    verbs = announcing_verbs(findings, sentence)
    if "likely" in sentence.words:  # a guess, unless a sum is told
        return []
    noun = _PACKAGE_NOUN.search(sentence.lower) if verbs else None
    if noun is not None and not any(one.cue.weight > 1 or _has_object(sentence, one, noun) for one in verbs):
        noun = None
    if noun is not None and not _is_old(sentence, noun.start(), noun.end()):
        return [sentence.at(noun.start(), noun.end())]
    given = [
        sentence.at(one.start, one.end)
        for one in (find_givings(findings, sentence) if has_military_goods(findings, sentence) else ())
        if (one.kind == "decided" or one.start in {verb.start for verb in verbs})
        and not _asked_of_others(findings, sentence, one.start)
        and not _is_old(sentence, one.start, one.end)
        and "coalition" not in sentence.lower[: one.start]
    ]
    if given:
        return given
    if sentence.text.endswith(":") and verbs:
        return [sentence.at(verbs[0].start, verbs[0].end)]
    goods = [term for term in findings.terms[sentence.index] if term.rank > 1]
    if listed and sentence.kind == "item" and goods and recipients_in(findings, sentence):
        return [sentence.at(goods[0].start, goods[0].end)]
    return []


def _has_object(sentence: Sentence, verb: Found, noun: re.Match[str]) -> bool:
    """Whether a package stands right behind a verb as what it announces: "signed a substantial drawdown package"."""
    return 0 <= noun.start() - verb.end <= _OBJECT_REACH and "," not in sentence.text[verb.end : noun.start()]


_OBJECT_REACH = 30  # signs of the words in front of a package's name


def _is_old(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words around an announcement make it earlier news or a total."""
    left, right = clause(sentence, start, end)
    if _TODAY.search(sentence.lower, left, right):
        return False
    if tells_earlier(sentence, left, right):
        return True
    comma = sentence.text.find(", ", end, right)
    return tells_total(sentence, max(left, sentence.text.rfind(", ", left, start)), comma if comma > 0 else right)


# What makes news of what else would be earlier.
_TODAY = re.compile(r"\btoday\b")


def _asked_of_others(findings: Findings, sentence: Sentence, start: int) -> bool:
    """Whether "to send" is what somebody is asked for: it announces only right behind its donor, "Rome to send"."""
    if not sentence.lower.startswith("to ", start):
        return False
    donor = any(actor.end == start - 1 for actor in findings.actors[sentence.index])
    return not donor or is_asked_for(sentence, start)


def _events(findings: Findings, sentence: Sentence, span: Span, official: str | None) -> Iterator[Package]:
    """A package for each donor that a sentence names; one for those that give jointly, and for an official page."""
    recipient = recipient_of(findings, [sentence])
    donors = donors_of(findings, [sentence], recipient.code if recipient else None, span.start - sentence.span.start)
    for number, donor in enumerate(donors):
        if official is not None and official not in donor.code.split("+"):
            continue
        anchor = donor.spans[0] if len(donors) > 1 and donor.spans else span
        if number == 0 or recipient is None or donor.code != recipient.code:
            yield Package(anchor, None, [sentence], donor, None if recipient == donor else recipient)


def _is_same(findings: Findings, one: Package, other: Package) -> bool:
    """Whether an announcement without a sum may be of a package that is known: nothing in it says otherwise."""
    if one.donor_code != other.donor_code:
        return False
    mine, yours = one.recipient, other.recipient
    if mine is not None and yours is not None and mine.code != yours.code and yours.method == "stated":
        return False
    if _NEXT.match(other.sentences[0].lower) and one.value is not None:
        return False
    ways = _ways(one), _ways(other)
    if all(ways) and not ways[0] & ways[1] and one.value is None:
        return False
    programs_here = _program_codes(findings, one), _program_codes(findings, other)
    return not all(programs_here) or bool(programs_here[0] & programs_here[1])


# What opens another one: "Second, the following"; not "Seconds later".
_NEXT = re.compile(r"(?:second|third|fourth|secondly|thirdly)(?:,|\s)")


def _ways(package: Package) -> set[str]:
    """The mechanisms that a package's sentences name."""
    return {
        one.cue.kind for sentence in package.sentences for one in find_cues(sentence, "mechanism") if one.cue.weight > 1
    }


def _program_codes(findings: Findings, package: Package) -> set[str]:
    return {one.code for sentence in package.sentences for one in findings.programs[sentence.index] if one.code}


def _may_stand_beside(findings: Findings, package: Package, valued: list[Package], official: str | None) -> bool:
    """Whether an announcement without a sum is a package of its own beside those with one.

    In news of one donor's package, what others give is a note; for it to be more, it must open a part of the text.
    """
    if not valued or official is not None:
        return True
    sentence = package.sentences[0]
    if any(one.donor_code == package.donor_code for one in valued) or package.donor_code in _opening_donors(findings):
        return True
    first = next(one for one in findings.sentences if one.block == sentence.block)
    return sentence.index - first.index <= 2 and _STAMP.match(first.text) is not None


@once_a_document
def _opening_donors(findings: Findings) -> frozenset[str]:
    """The donors that the first announcement of a text names in a row: "Norway, Lithuania and Portugal announced"."""
    first = next(
        (one for one in findings.sentences[:_OPENING] if one.kind != "heading" and announcing_verbs(findings, one)),
        None,
    )
    if first is None:
        return frozenset()
    verb = announcing_verbs(findings, first)[0]
    donors = donors_of(findings, [first], None, verb.start)
    return frozenset(one.code for one in donors) if len(donors) > 1 else frozenset()


_OPENING = 6  # sentences in which a text tells its news

# The hour that opens an entry of a live report: "16.40 Update", "09:20 Good morning"; not "16 tanks".
_STAMP = re.compile(r"\d{1,2}[.:]\d\d\b")


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
