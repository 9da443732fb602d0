"""Where a document lists what a package contains: entries of lists, and stretches of sentences."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.extract.assembly.aid import PACKAGE
from app.extract.assembly.amounts import Amounts
from app.extract.assembly.lists import list_parts
from app.extract.assembly.news import TELLING
from app.extract.assembly.package import Package
from app.extract.assembly.starts import BACKGROUND, contents_starts, tells_of_other_sums
from app.extract.assembly.stretch import Stretch
from app.extract.assembly.subjects import FINITE, goods_as_subjects, past_recipient
from app.extract.recognise import Findings
from app.extract.recognisers.cues import has_cue
from app.extract.segments import Sentence


def find_stretches(findings: Findings, amounts: Amounts, packages: list[Package]) -> list[Stretch]:
    """The entries and stretches that list contents of the packages, in the order of the text."""
    found: list[Stretch] = []
    leads: dict[int, bool] = {}
    owned = frozenset(one.index for package in packages for one in package.sentences)
    for sentence in findings.sentences:
        lead = findings.layout.blocks[sentence.block].lead
        entry = sentence.kind == "item" and lead is not None and leads.get(lead, False)
        if not entry and not findings.terms[sentence.index] and not sentence.text.endswith(":"):
            continue
        starts = contents_starts(findings, amounts, sentence, packages, owned)
        whole = (
            entry
            and amounts.news[sentence.index] != "none"
            and not findings.money[sentence.index]
            and not (starts and FINITE.search(sentence.lower))
        )
        priced = _before_price(findings, sentence) if entry and findings.money[sentence.index] else None
        if priced is not None:
            found.append(Stretch(sentence, 0, priced, True))
            continue
        if whole:
            found.append(Stretch(sentence, past_recipient(findings, sentence, 0), len(sentence.text), True))
            continue
        leads[sentence.block] = not entry and _is_lead(amounts, sentence, bool(starts))
        found += _prose_stretches(findings, sentence, starts)
        found += goods_as_subjects(findings, amounts, sentence)
    return found


def _before_price(findings: Findings, sentence: Sentence) -> int | None:
    """Where the price begins that an entry of a list ends with: "18 guns, SEK 2 million"; None for no such entry."""
    monies = [one for one in findings.money[sentence.index] if not one.conversion]
    named = (
        any(term.rank > 0 and term.start < monies[0].start for term in findings.terms[sentence.index])
        if monies
        else False
    )
    if len(monies) != 1 or not named or _PRICED.fullmatch(sentence.lower, monies[0].end) is None:
        return None
    before = _BEFORE_PRICE.search(sentence.lower, 0, monies[0].start)
    return before.start() if before is not None else None


# What stands between goods and their price in an entry: ", ", " for ", " – worth "; not " at a cost that exceeds ".
_BEFORE_PRICE = re.compile(r"(?:\s*[,:(–—-]|\s)\s*(?:for|worth|at|at a cost of|valued at|costing)?\s*\Z")
# What may follow the price: ")", "; and", "."
_PRICED = re.compile(r"[\s).;,]*(?:and)?\s*")


def _prose_stretches(findings: Findings, sentence: Sentence, starts: list[int]) -> Iterator[Stretch]:
    """A stretch for each start that no earlier one covers and that something is named behind, before the next start."""
    named = [term.start for term in findings.terms[sentence.index] if term.rank > 0]
    reached = 0
    for start, following in pairwise([*starts, len(sentence.text) + 1]):
        if start >= reached and any(start <= at < following for at in named):
            for begin, end in list_parts(sentence.text, start, findings.terms[sentence.index]):
                limit = _recipient_after(findings, sentence, begin)
                if begin < limit:
                    reached = min(end, limit)
                    yield Stretch(sentence, begin, reached, False)


def _is_lead(amounts: Amounts, sentence: Sentence, has_contents: bool) -> bool:
    if not has_contents and not sentence.text.endswith(":"):
        return False
    if BACKGROUND.search(sentence) or tells_of_other_sums(amounts, sentence, 0, len(sentence.text)):
        return False
    if has_contents:
        return True
    if not sentence.text.endswith(":"):
        return False
    told = amounts.news[sentence.index] in TELLING
    named = PACKAGE.search(sentence) is not None or has_cue(sentence, "gives")
    if _THE_FOLLOWING.search(sentence.lower):
        return True
    return has_cue(sentence, "contents") or " are:" in sentence.lower or (told and named)


# What opens a list of goods without naming them: "The following leaves the depots:"; not "the following steps:".
_THE_FOLLOWING = re.compile(
    r"\bthe following (?:leaves?|is|are|will|has|have|items?|equipment|goods|mat[eé]riel|weapons|systems|vehicles"
    r"|supplies)\b"
)


# What makes forces of a place the recipient: "to Zambia's army"; not "for Zambia's air defenses".
_OWN_FORCES = re.compile(r"['’]s (?:\w+ )?(?:armed forces|army|navy|military|air force|coast guard|forces|troops)\b")
# What leads to a recipient: "tanks to the " before Ukraine; not "due".
_TOWARDS = re.compile(r"\s(?:to|for|in)\s(?:the\s)?\Z")


def _recipient_after(findings: Findings, sentence: Sentence, start: int) -> int:
    """Where "to Ukraine" or "for the Taiwanese forces" ends a list; "for Ukraine's air defenses" does not."""
    for actor in findings.actors[sentence.index]:
        match = _TOWARDS.search(sentence.lower, start, actor.start)
        owns = sentence.lower.startswith("'s", actor.end) and not _OWN_FORCES.match(sentence.lower, actor.end)
        if match and actor.place is not None and not owns:
            return match.start()
    return len(sentence.text)
