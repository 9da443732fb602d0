"""Goods in front of a verb that makes them the package's, or in a sentence that has no verb."""

import re
from collections.abc import Iterator

from app.extract.assembly.amounts import Amounts
from app.extract.assembly.giving import is_denied
from app.extract.assembly.lists import list_parts
from app.extract.assembly.stretch import LEGAL, LONGEST_MODIFIER, Stretch
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues, has_cue
from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import Sentence
from app.extract.worded import Worded

# A verb that makes goods in front of it those of the package: "will be handed over", "are part of"; not "are expected".
_PASSIVE = re.compile(
    r"\s*(?:,[^,]{0,100},\s*)?\b(?:will (?:also |be also |now )?(?:be|come|go|follow|leave)\b(?! used)"
    r"|will (?:also )?be in the (?:[\w-]+ )?(?:package|tranche|shipment)"
    r"|can (?:also )?be (?:provided|supplied|given|delivered|bought|financed|funded)"
    r"|(?:has|have|had) been (?:purchased|bought|donated|delivered|given|handed|supplied|provided|shipped)|(?:is"
    r"|are) (?:also )?to (?:be|go|follow|come|reach|arrive)"
    r"|(?:is|are|was|were) (?:also )?(?:part of|the (?:heart|core|bulk) of|(?:also )?in (?:it|them"
    r"|the (?:[\w-]+ )?(?:package"
    r"|tranche|shipment))|included|offered"
    r"|provided|given"
    r"|foreseen|being"
    r"|on (?:the|its|their) way|added|purchased"
    r"|bought|ordered|procured|drawn|taken|shipped|counted|handed)|go(?:es)? (?:over|to)|belongs? to|come(?:s)?"
    r"|completes?|makes? up|rounds? off)\b"
)
# The words of which each of them has one.
_PASSIVE_WORDS = frozenset(
    (
        "will",
        "can",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "belong",
        "belongs",
        "go",
        "goes",
        "come",
        "comes",
        "complete",
        "completes",
    )
) | frozenset(("make", "makes", "round", "rounds"))
# A finite verb, in front of which no goods stand alone: "that Kyiv has been"; not "spare parts".
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|which|that|who|asked|told|can|may|could|should|must"
    r"|might|do|does|did|needs?|wants?|lacks?|sits?|stands?|arrives?|rolls?|flies"
    r"|waits?|showed|shows|saw|fired"
    r"|struck|attacked|shelled|destroyed|captured)\b"
)
# A clause inside a sentence: ", with which they mend what was given, "; not ", boats, ".
_RELATIVE = re.compile(r",\s(?:with |for |of |to )?(?:which|who|whose|that)\b[^,]{0,120},")
_RELATIVE_WORDS = frozenset(("which", "who", "whose", "that"))  # each of them has one
# What a sentence opens with and can do without: "In addition, ", "To that, ".
_OPENING = re.compile(
    r"[\s“\"']*(?:(?:funding for|money for|in addition|also|besides|moreover|further(?:more)?|and|plus|to (?:that"
    r"|this)|with (?:this|these|the|that) (?:money|funds?|funding|sum)|separately),?\s+)*"
)
# What makes words in front of goods more than their modifiers: "According to the ministry"; not "long-range".
_PREPOSITION = re.compile(r"\b(?:to|of|for|in|on|at|by|with|from|after|as|about|over)\b|,")
# What is passed on, of goods that were not named before: "told reporters that a further boat"; not "that the boat".
_TOLD_THAT = Worded(r"that (?=(?:an?|another|one|two|three|four|five|six|ten|some|\d[\d,]*) )")
# A definite subject, which was named before: "The vehicles"; not "Ten vehicles".
_DEFINITE = re.compile(r"(?:the|these|those|its|their|our|all|some of)\s")
# What holds the goods behind it: "Other capabilities include"; not "inclusive".
_HOLDING = Worded("include/includes/contain/contains/consist/consists/cover/covers")


def goods_as_subjects(findings: Findings, amounts: Amounts, sentence: Sentence) -> Iterator[Stretch]:
    """Goods in front of a verb that makes them the package's: "Ten tanks will be handed over"; or without a verb."""
    if has_cue(sentence, "recall") or (sentence.kind == "item" and FINITE.search(sentence.lower) is None):
        return
    if amounts.news[sentence.index] == "none" or sentence.kind == "heading" or LEGAL.search(sentence):
        return
    terms = [term for term in findings.terms[sentence.index] if term.rank > 0]
    if not terms:
        return
    acting = [one.start for one in findings.actors[sentence.index] if one.form in ("name", "alias")]
    opening = _OPENING.match(sentence.lower)
    told_that = _TOLD_THAT.search(sentence)
    start = past_recipient(findings, sentence, opening.end() if opening else 0)
    start = told_that.end() if told_that is not None else start
    if _DEFINITE.match(sentence.lower, start) or not _is_near(sentence, start, terms[0].start, acting):
        return
    finite = _finite_verb(sentence, start)
    if finite is not None and terms[0].start > finite.start():
        return
    passive = not sentence.words.isdisjoint(_PASSIVE_WORDS)
    verb = _PASSIVE.search(sentence.lower, terms[0].end) if passive else None
    if finite is None and verb is None:
        if not find_cues(sentence, "announce"):
            yield from _parts(findings, sentence, start, len(sentence.text))
        return
    first = verb if finite is None else finite
    if verb is None or first is None or verb.start() > first.start():
        return
    if not is_denied(sentence, first.start(), verb.end() + 20):
        yield from _parts(findings, sentence, start, verb.start())


def _is_near(sentence: Sentence, start: int, goods: int, acting: list[int]) -> bool:
    """Whether nothing but a number or modifiers, and none of those who act, stands between a start and its goods."""
    if _HOLDING.search(sentence, start, goods) or any(start <= one < goods for one in acting):
        return False
    if leading_quantity(sentence.text, start) is not None:
        return True
    return goods - start <= LONGEST_MODIFIER and not _PREPOSITION.search(sentence.lower, start, goods)


def _finite_verb(sentence: Sentence, start: int) -> re.Match[str] | None:
    """The first finite verb of a sentence that stands in no clause inside it."""
    words = sentence.lower
    if not sentence.words.isdisjoint(_RELATIVE_WORDS):
        words = _RELATIVE.sub(lambda found: "x" * len(found.group()), words)
    return FINITE.search(words, start)


def past_recipient(findings: Findings, sentence: Sentence, start: int) -> int:
    """Where a sentence goes on behind a recipient that it opens with: "To Chad's navy boats", "For Fiji, radars"."""
    first = next((one for one in findings.actors[sentence.index] if one.start >= start), None)
    if first is None or sentence.lower[start : first.start] not in _TO_RECIPIENT:
        return start
    match = _BEHIND_RECIPIENT.match(sentence.text, first.end)
    return match.end() if match else start


# What leads to a recipient that opens a sentence.
_TO_RECIPIENT = frozenset(("to ", "for ", "to the ", "for the "))
# What is the recipient's and no goods: "'s navy ", ", "; not "'s boats".
_BEHIND_RECIPIENT = re.compile(
    r"(?:['’]s)?(?:\s+(?:army|navy|forces|armed forces|military|coast guard|air force))?,?\s+", re.IGNORECASE
)


def _parts(findings: Findings, sentence: Sentence, start: int, end: int) -> Iterator[Stretch]:
    for begin, stop in list_parts(sentence.text, start, findings.terms[sentence.index]):
        if begin < end:
            yield Stretch(sentence, begin, min(stop, end), False)
