"""Which sentences tell the news of a document: that aid is announced, decided or handed over, or go on about that."""

import re
from typing import Literal

from app.extract.assembly.aid import PACKAGE, is_military, names_aid
from app.extract.assembly.announcing import announcing_verbs
from app.extract.assembly.bounds import clause
from app.extract.assembly.giving import has_denial, is_denied_report
from app.extract.recognise import Findings
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import Sentence
from app.extract.worded import Worded

# announces: by a verb; goes_on: about what was announced; told: in news of aid, without a word that ties it to them.
News = Literal["announces", "goes_on", "told", "none"]

TELLING = frozenset({"announces", "goes_on"})

# The start of a sentence that goes on about what was just told: "It also includes", "The second part"; not "Its war".
_GOES_ON = re.compile(
    r"[\s“\"'(-]*(?:and |but |also,? |in addition,? |separately,? )*"
    r"(?:(?:the|this|that|these|those|both|such|another|a (?:second|third|further|separate)|the (?:second|third"
    r"|first|other))\s"
    r"(?:[\w’'$€£.,-]+\s){0,4}?(?:package|packet|tranche|aid|assistance|support|help|donations?|gift|grant|delivery"
    r"|shipment"
    r"|consignment|drawdown|measures?|contribution|order|commitment|materiel|material|equipment|items|goods|vehicles"
    r"|weapons|systems|announcement|list|money|sum|part|deal|agreement|loan|value|amount|tanks|transport|orders"
    r"|allocation|initiative)\b"
    r"|(?:it|they|both|these|this|among|inside|foreseen|included|on board|with (?:it|them|this)|in (?:it|them)"
    r"|to (?:that|this|these|it)|of (?:this|these|it|which|that)|part of|through|under|its (?:value|accounting)"
    r"|the remaining"
    r"|worth|valued at|priced at|the (?:cost|price|bill|price tag)|cost:|value:|price:|another|(?:in )?a (?:separate"
    r"|second|further) step|money (?:from|for)|a further [$€£\d]|as for|according to"
    r"|also|further|first|second|third|plus|all of it|here|in the package)\b)",
)
# The package itself, which goes on however far off it is: "The new package features"; not "The previous package".
_THE_PACKAGE = re.compile(
    r"(?:the|this|that)\s(?!(?:previous|earlier|last|other|first)\b)(?:[\w’'$€£.,-]+\s){0,4}?"
    r"(?:package|packet|tranche|drawdown|donation|consignment|shipment)\b(?!s)"
)
# The words of which `_THE_PACKAGE` has one.
_PACKAGE_NOUNS = frozenset(("package", "packet", "tranche", "drawdown", "donation", "consignment", "shipment"))
_REACH = 3
_OPENING = 6
_NEAR = 40


def find_news(findings: Findings) -> tuple[News, ...]:
    """For each sentence whether it announces aid, goes on about an announcement in front of it, or neither."""
    told: list[News] = []
    last: Sentence | None = None
    leads: set[int] = set()
    asking, old = False, False
    past: set[int] = set()
    closed: set[int] = set()
    for sentence in findings.sentences:
        lead = findings.layout.blocks[sentence.block].lead
        asking = _asks(findings, sentence, asking)
        old = _is_of_another_month(findings, sentence) or (old and _THAT_ONE.match(sentence.lower) is not None)
        if old:
            past.add(sentence.index)
        kind: News = "none"
        if _is_closed(sentence):
            closed.add(sentence.index)
        elif not asking and not old:
            if announcing_verbs(findings, sentence) or _is_announced_behind(findings, sentence):
                kind = "announces"
            elif (lead is not None and lead in leads) or (last is not None and _goes_on(findings, last, sentence)):
                kind = "goes_on"
        if kind != "none":
            last = sentence
            leads.add(sentence.block)
        told.append(kind)
    if not _announces(findings, told):
        return tuple(told)
    set_apart = past | closed
    return tuple(
        _in_news(sentence) if kind == "none" and sentence.index not in set_apart else kind
        for sentence, kind in zip(findings.sentences, told, strict=True)
    )


def _in_news(sentence: Sentence) -> News:
    """What a sentence without an announcement, that is no matter of sales and laws, is in a document that is news of
    aid as a whole."""
    if not _is_neutral(sentence):
        return "none"
    return "goes_on" if _opens_with_package(sentence) else "told"


def _opens_with_package(sentence: Sentence) -> bool:
    """Whether a sentence begins with the package itself."""
    return not sentence.words.isdisjoint(_PACKAGE_NOUNS) and _THE_PACKAGE.match(sentence.lower) is not None


def _is_announced_behind(findings: Findings, sentence: Sentence) -> bool:
    """Whether the next sentence says that what this one tells was announced: "The ministers announced it today"."""
    at = sentence.index + 1
    if at == len(findings.sentences) or _ANNOUNCED_IT.search(findings.sentences[at]) is None:
        return False
    told = bool(findings.money[sentence.index]) or PACKAGE.search(sentence) is not None
    return told and names_aid(findings, sentence)


# What was told in the sentence in front: "announced it today", "made this known"; not "announced its".
_ANNOUNCED_IT = Worded(
    "announced/unveiled/presented/revealed/confirmed (?:it|this|the (?:gift|package|donation|contribution|decision))",
    r"made (?:it|this|the \w+) (?:known|public)",
)


def _is_of_another_month(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence opens with a month that is not the document's: "In April it announced"."""
    match = _IN_MONTH.match(sentence.lower) if sentence.lower.startswith(_BEFORE_MONTH) else None
    day = findings.document.published_on
    return match is not None and day is not None and not f"{day:%B}".lower().startswith(match["month"][:3])


# What goes on about old news: "That package included"; not "That is".
_THAT_ONE = re.compile(r"(?:that|the earlier|the previous) (?:package|assistance|aid|tranche|announcement|shipment)\b")
# A month that opens a sentence on what was: "In April Rome announced"; not "In April it will".
_IN_MONTH = re.compile(
    r"(?:in|last|earlier in) (?P<month>january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?:, when\b|,?\s(?!\d)(?:(?!\b(?:will|to|is|are|plans?)\b)[^.;]){0,60}\b(?:announced|pledged|gave|sent"
    r"|approved|donated|unveiled|said)\b)"
)
_BEFORE_MONTH = ("in ", "last ", "earlier in ")


def _announces(findings: Findings, told: list[News]) -> bool:
    """Whether a document as a whole is news of military aid: its headline or its first sentences say so, and the first
    sum that it names is no total, budget or request."""
    opening = [one for one in findings.sentences[:_OPENING] if told[one.index] == "announces"]
    named = [
        one
        for one in findings.sentences[:2]
        if one.kind == "heading" and names_aid(findings, one) and findings.actors[one.index] and not _is_closed(one)
    ]
    first = next((one for one in findings.sentences if findings.money[one.index]), None)
    weight = sum(one.cue.weight for one in find_cues(first, "total")) if first is not None else 0
    if first is not None and _PACKAGE_IS.search(first.lower):
        weight = 0
    of_totals = weight > 1 and first is not None and told[first.index] != "announces"
    return bool(opening or named) and not of_totals and is_military(findings)


# What is told of one package in all: "the contents of the package amount to"; not "all packages amount to".
_PACKAGE_IS = re.compile(
    r"\b(?:the|this|new) (?:\w+ ){0,3}package\b[^.;]{0,40}\b(?:amounts?|comes?|adds up|totals?|is worth)\b"
)


def _recalls(sentence: Sentence) -> bool:
    """Whether a sentence has a word of old news that tells more than when its money was granted."""
    return any(not _FUNDED.search(sentence.lower, 0, one.start) for one in find_cues(sentence, "recall"))


def _is_neutral(sentence: Sentence) -> bool:
    """Whether nothing in a sentence makes it a question, a thought or old news."""
    if sentence.text.endswith("?") or ("recall" in sentence.phrases.cues and _recalls(sentence)):
        return False
    return not has_denial(sentence) and _UNSETTLED.search(sentence) is None


# What is yet to be settled: "was debating", "a draft"; not "drafted men".
_UNSETTLED = Worded(
    "debate/debates/debated/debating/weigh/weighs/weighed/weighing/mull/mulls/mulled/mulling",
    "propose/proposes/proposed/proposing/proposal/draft/studies/studying/scrap/scrapped/scrapping",
)


# Who speaks in a transcript: "Q Thanks", "QUESTION: But", "MS. MARSH: Good"; not "Questions".
_QUESTIONS = re.compile(r"(?:Q|QUESTION|Question|REPORTER)\b[:.]?\s")
_ANSWERS = re.compile(r"(?:A|ANSWER)[:.]\s|(?:[A-Z][A-Z.’'-]+\s)+(?:\([^)]*\))?:\s|[A-Z][A-Z\s.’'-]{3,40}:\s")


def _asks(findings: Findings, sentence: Sentence, asking: bool) -> bool:
    """Whether a sentence stands in a question of a transcript, whose words announce nothing."""
    block = findings.layout.blocks[sentence.block]
    if block.span.start != sentence.span.start:
        return asking
    if _QUESTIONS.match(sentence.text):
        return True
    # The block, for "MR." in front of a name may pass for a sentence of its own.
    return asking and block.kind != "heading" and _ANSWERS.match(findings.document.text, block.span.start) is None


def _goes_on(findings: Findings, last: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence refers back to the aid just told, or begins with a number of goods, or is a list of goods."""
    if sentence.text.endswith("?") and _is_in_it(sentence):
        return True
    if _opens_with_package(sentence):
        return True
    if not _follows(last, sentence):
        return False
    if _GOES_ON.match(sentence.lower) or _is_in_it(sentence):
        return True
    terms = findings.terms[sentence.index]
    first = next((term for term in terms if term.rank > 0), None) if terms else None
    if first is None:
        return False
    if sentence.text.count(";") > 1 and sum(term.rank > 0 for term in findings.terms[sentence.index]) > 2:
        return True
    quantity = leading_quantity(sentence.text)
    listed = "," in sentence.text or " and " in sentence.text
    verbless = _FINITE.search(sentence) is None and first.start <= _NEAR and sentence.kind == "paragraph"
    if sentence.kind == "item" and _FINITE.search(sentence) is None:
        return False
    return (verbless and listed) or (quantity is not None and first.start - quantity.end <= _NEAR)


# What a package holds, wherever it is said: "in the transport there are", "What is in this one?"; not "in the army".
_IN_IT = re.compile(
    r"\b(?:is|are) in it\b|\bin(?:side)? (?:the|this) (?:transport|package|packet|shipment|consignment|tranche"
    r"|delivery|donation)\b"
    r"|\b(?:highlights|contents|elements|details) of (?:the|this|that) (?:\w+ )?(?:package|drawdown|tranche|donation)\b"
    r"|\bwhat(?:['’]s| is| else is)? in(?:side)?(?: (?:it|this|the)\b|\?)"
)
# The words of which each of them has one.
_HOLDERS = frozenset(("it", "what", "transport", "package", "packet", "shipment", "consignment"))
_HOLDERS |= {"tranche", "drawdown", "delivery", "donation"}


def _is_in_it(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(_HOLDERS) and _IN_IT.search(sentence.lower) is not None


# A finite verb: "is", "said"; a line without one may be a list of goods.
_FINITE = Worded("is/are/was/were/has/have/had/will/would/said/says/can/may/must/get/gave/went")


def _follows(last: Sentence, sentence: Sentence) -> bool:
    return sentence.index - last.index <= _REACH and sentence.block - last.block <= 2


def _is_closed(sentence: Sentence) -> bool:
    """Whether a sentence tells of sales, laws or old news and of nothing else."""
    if is_denied_report(sentence) or _is_refused(sentence):
        return True
    known = sentence.phrases.cues
    if "closed" not in known and "recall" not in known:
        return False
    for one in find_cues(sentence, "closed"):
        granted = sentence.lower.endswith((" that ", " which "), 0, one.start)  # "funds that Congress approved"
        if not granted and not _TURNED_OFF.search(sentence.lower, 0, one.start):
            return True
    for one in find_cues(sentence, "recall"):
        if one.cue.weight > 2 and not _today(sentence) and not _FUNDED.search(sentence.lower, 0, one.start):
            left, right = clause(sentence, one.start, one.end)
            if all(left <= verb.start < right for verb in find_cues(sentence, "announce")):
                return True
    return False


def _is_refused(sentence: Sentence) -> bool:
    """Whether a sentence says that aid is turned down or stopped, and nothing else."""
    refused = _REFUSED.search(sentence.lower) if not sentence.words.isdisjoint(_REFUSING) else None
    return refused is not None


# Aid that is turned down: "rejects latest military aid package", "a package was blocked"; not "blocked roads".
_REFUSED = re.compile(
    r"\b(?:rejects?|rejected|blocks?|blocked|vetoe[sd]|scraps|scrapped|cancels|cancel+ed|halts?|halted|suspends"
    r"|suspended"
    r"|freezes|froze)\s(?:[\w-]+\s){0,4}?(?:aid|assistance|package|tranche|shipments?|deliver(?:y|ies)|donations?)\b"
    r"|\b(?:aid|assistance|package|tranche|shipments?|deliver(?:y|ies)|donations?)\b(?:[^.;]|\.\d){0,100}?\b(?:was"
    r"|were|has been"
    r"|have been|is|are)\s(?:\w+\s)?(?:rejected|blocked|vetoed|scrapped|cancel+ed|halted|suspended|frozen)\b"
)
# The words of which each of them has one.
_REFUSING = frozenset(
    ("reject", "rejects", "rejected", "block", "blocks", "blocked", "vetoes", "vetoed", "scraps", "scrapped", "cancels")
) | {"canceled", "cancelled", "halt", "halts", "halted", "suspends", "suspended", "freezes", "froze", "frozen"}


# When the money of what is told was granted: "that Congress approved last year"; not "was approved last year".
_FUNDED = re.compile(r"\b(?:that|which) congress (?:\w+ )?(?:approved|appropriated|passed|provided)\s\Z")
# What turns a word off: "not under", "rather than"; not "notes".
_TURNED_OFF = re.compile(r"\b(?:not|rather than|instead of|no)\b[^.;]{0,20}\Z")


def _today(sentence: Sentence) -> bool:
    return _NEW.search(sentence) is not None


_NEW = Worded("today/new/further/another/fresh/latest")
