"""The program, the legal basis and the mechanism of a package, from the sentences that speak of it."""

import re
from collections.abc import Collection, Iterator, Sequence

from app.extract.assembly.bounds import clause
from app.extract.assembly.package import Package
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.programs import ProgramFound
from app.extract.segments import Sentence
from app.extract.vocabulary import programs
from app.facts import Method, Span

# What a stance turns off: "instead of providing equipment from", "unlike equipment drawn from"; not "stock of".
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|and not|not|unlike|in contrast to|nothing|no longer|neither"
    r"|nor)\b(?:(?!\bbut\b)[^.;,]){0,60}\Z"
)


def _of_coalition(found: ProgramFound) -> bool:
    """Whether a program is a coalition of donors, which a text also names as what its donors take part in."""
    return any(one.code == found.code and one.donor == "UDCG" for one in programs())


# A program that was named before: "under the same facility"; not "the same day".
_SAME = re.compile(r"\b(?:same|said) (?:facility|fund|program(?:me)?|initiative|authority|scheme|mechanism|line)\b")


def add_program(
    findings: Findings,
    package: Package,
    bound: Sequence[Sentence],
    free: Sequence[Sentence],
    others: Collection[Span],
) -> None:
    """Claims on the package's program and legal basis: from its own sentences, then from those bound to it, then from
    those that are `free` of other packages, where they name one program only. `others` are the places of programs that
    stand beside the sum of another package."""
    found = list(programs_near(findings, package))
    found = found or [
        one
        for sentence in bound
        if findings.programs[sentence.index]
        for one in _named_programs(findings, sentence)
        if one.span not in others
    ]
    if not found and any(_SAME.search(sentence.lower) for sentence in package.sentences):
        found = [one for sentence in findings.sentences for one in _named_programs(findings, sentence)][:1]
    if not found:
        naming = [sentence for sentence in free if findings.programs[sentence.index]]
        everywhere = [one for sentence in naming for one in _spoken_programs(findings, sentence)]
        everywhere = [one for one in everywhere if one.span not in others]
        everywhere = [one for one in everywhere if not _of_coalition(one)]
        found = everywhere if len({one.code for one in everywhere if one.code}) == 1 or not others else []
    named = list(dict.fromkeys(one.code for one in found if one.code))
    known = next((one for one in programs() if named and one.code == named[0]), None)
    for one in found:
        if known is not None and one.code == known.code:
            method: Method = "stated" if one.authority is None else "inferred"
            rule = "program_named" if one.authority is None else "program_by_section"
            package.claim("program", {"code": known.code, "name": known.name}, one.span, rule, method)
    for one in found:
        if one.authority is not None and (one.code is None or known is None or one.code == known.code):
            package.claim("authority", one.authority, one.span, "section_of_law")


def programs_near(findings: Findings, package: Package) -> Iterator[ProgramFound]:
    """The programs in a package's sentences; where a sentence has several values, those nearer to this one."""
    evidence = frozenset(package.value.evidence if package.value is not None else ())
    for sentence in package.sentences:
        monies = [one for one in findings.money[sentence.index] if not one.conversion]
        mine = [one for one in monies if one in evidence]
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


# What is told of all the aid of a text: "The support falls under"; not "The support of Oslo".
_OF_ALL = re.compile(
    r"(?:the|this|all) (?:support|aid|assistance|funding|money|contributions?|packages|purchases?) (?:falls?|comes?"
    r"|is|are|goes|go|will)\b"
)


def tells_of_all(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence tells of all the aid of a text and not of one sum."""
    return _OF_ALL.match(sentence.lower) is not None and not findings.money[sentence.index]


def _spoken_programs(findings: Findings, sentence: Sentence) -> Iterator[ProgramFound]:
    """Programs of a sentence that speaks of aid; a fund that is only recalled or left over names none."""
    if not findings.programs[sentence.index]:
        return
    spoken_of = (
        sentence.kind == "heading"
        or has_cue(sentence, "object", "military")
        or tells_of_all(findings, sentence)
        or (has_cue(sentence, "mechanism") or has_cue(sentence, "announce"))
    )
    for program in _named_programs(findings, sentence) if spoken_of else ():
        left, right = clause(sentence, program.start, program.start + 1)
        telling = has_cue(sentence, "announce")
        totals = [one for one in find_cues(sentence, "total", left, right) if one.cue.kind != "running" or not telling]
        if not has_cue(sentence, "recall", None, left, right) and not any(one.cue.weight > 1 for one in totals):
            yield program


def add_mechanism(findings: Findings, package: Package, bound: Sequence[Sentence], parts: Sequence[Sentence]) -> None:
    """Claims on how the package is supplied: as its sentences say, then as its program fixes it.

    Where they, or those on its `parts`, speak of stocks and of industry alike and no program decides, none is claimed.
    """
    found = [hit for sentence in package.sentences for hit in _mechanisms(findings, sentence, package)]
    if not any(one.cue.weight > 1 for _, one in found):
        others = [one for one in bound if "mechanism" in one.phrases.cues and one not in package.sentences]
        found += [hit for one in others for hit in _mechanisms(findings, one, package) if not _is_recalled(*hit)]
    program = next((claim for claim in package.claims if claim.field == "program"), None)
    fixed = next((one.mechanism for one in programs() if program and one.code == program.value["code"]), None)
    if fixed is not None and program is not None and program.rule == "program_named":
        found = [hit for hit in found if hit[1].cue.kind == fixed]  # a program that is named decides
    strong = {one.cue.kind for _, one in found if one.cue.weight > 1}
    strong |= {one.cue.kind for sentence in parts for one in find_cues(sentence, "mechanism") if one.cue.weight > 1}
    if {"drawdown", "procurement"} <= strong or (parts and len(strong) > 0 and fixed is None):
        found = [hit for hit in found if hit[1].cue.kind == fixed]
    found.sort(key=lambda hit: (-hit[1].cue.weight, hit[0].kind == "heading"))
    for sentence, one in found:
        if one.cue.kind == found[0][1].cue.kind:
            package.claim("mechanism", one.cue.kind, sentence.at(one.start, one.end), "mechanism_named")
    if not found and program is not None and fixed is not None:
        package.claim("mechanism", fixed, program.span, "mechanism_of_program", "inferred")


# The authority in other words: "the president's authority to take weapons out of stocks"; not "authorities".
_BY_PRESIDENT = re.compile(r"\bpresident(?:ial)?(?:['’]s)? (?:\w+ )?authority\b")


def add_program_of_mechanism(findings: Findings, package: Package) -> None:
    """A drawdown of the United States is one under the Presidential Drawdown Authority, where no program is named."""
    if any(claim.field == "program" for claim in package.claims):
        return
    known = next((one for one in programs() if one.donor == package.donor_code and one.mechanism == "drawdown"), None)
    if known is None:
        return
    by_president = _is_by_president(findings)
    for claim in [one for one in package.claims if one.field == "mechanism" and one.span is not None]:
        words = findings.document.quote(claim.span).lower() if claim.span is not None else ""
        if "drawdown" in words or by_president:
            value = {"code": known.code, "name": known.name}
            package.claim("program", value, claim.span, "program_of_drawdown", "inferred")


@once_a_document
def _is_by_president(findings: Findings) -> bool:
    """Whether a text tells the authority in other words."""
    return any(_BY_PRESIDENT.search(one.lower) for one in findings.sentences)


def _mechanisms(findings: Findings, sentence: Sentence, package: Package) -> list[tuple[Sentence, Found]]:
    """The words for a mechanism in a sentence; where it has several amounts, those nearer to the package's."""
    words = find_cues(sentence, "mechanism")
    if not words:
        return []
    found = [one for one in words if not _INSTEAD.search(sentence.lower, 0, one.start)]
    monies = [one for one in findings.money[sentence.index] if not one.conversion]
    if len(monies) > 1 and package.value is not None:
        nearest = [min(monies, key=lambda one: _distance(one.start, one.end, hit.start)) for hit in found]
        pairs = zip(found, nearest, strict=True)
        found = [hit for hit, money in pairs if money.amount == package.value.amount]
    return [(sentence, one) for one in found]


def _is_recalled(sentence: Sentence, found: Found) -> bool:
    if _OF_THIS.match(sentence.lower):
        return False
    left, right = clause(sentence, found.start, found.end)
    return has_cue(sentence, "recall", None, left, right)


# The start of a sentence about the package itself: "With this latest drawdown"; not "This week".
_OF_THIS = re.compile(r"(?:with|by|under|in) (?:this|today['’]s)\b|[a-z]+, with this\b")
