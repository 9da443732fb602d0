"""Announcements without a sum: of a package by name, or of goods that a donor will hand over."""

import re
from collections.abc import Iterator

from app.extract.assembly.aid import has_military_goods
from app.extract.assembly.amounts import Amounts, is_recalled_only
from app.extract.assembly.announcing import announcing_verbs
from app.extract.assembly.bounds import clause
from app.extract.assembly.donors import donors_of, is_joint, is_of_others
from app.extract.assembly.giving import find_givings, is_asked_for, tells_earlier, tells_total
from app.extract.assembly.news import TELLING
from app.extract.assembly.package import Package
from app.extract.assembly.recipients import recipient_of, recipients_in
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.cues import Found, find_cues
from app.extract.segments import Sentence
from app.extract.vocabulary import publisher
from app.facts import Span

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


def _is_old_below(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether a sentence below the opening of a text has earlier news."""
    return sentence.index >= _OPENING and is_recalled_only(findings, amounts, sentence)


def find_unvalued(findings: Findings, amounts: Amounts, valued: list[Package]) -> list[Package]:
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
        if official is not None:  # a page of the donor itself is dated, and recalls what it announced on other days
            spans = [one for one in spans if not _names_old(sentence, one)]
        for package in [one for span in spans for one in _events(findings, sentence, span, official)]:
            same = next((one for one in [*found, *valued] if _is_same(findings, one, package)), None)
            if same is None and _may_stand_beside(findings, package, valued, official):
                found.append(package)
            elif same is not None and same in found and sentence not in same.sentences:
                same.sentences.append(sentence)
    return found


def _names_old(sentence: Sentence, span: Span) -> bool:
    """Whether a package is named by the other day on which it was announced: "the package announced on Friday"."""
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    return (
        sentence.lower.endswith((" the ", " that ", " this "), 0, start)
        and _ON_A_DAY.match(sentence.lower, end) is not None
    )


# When a package was announced, behind its name: " that we announced last week"; not " announced today".
_ON_A_DAY = re.compile(
    r"(?:\s(?:for|to) \w+)?\s(?:(?:that|which) (?:was |were |we(?: had| have)? |he |she "
    r"|i )?)?(?:just )?(?:announced|approved|authori[sz]ed"
    r"|unveiled|delivered)\s(?:on|last|earlier|yesterday|in|over)\b"
)


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
