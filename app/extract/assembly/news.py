"""Which sentences tell the news of a document: that aid is announced, decided or handed over, or go on about that."""

import re
from typing import Literal

from app.extract.assembly.bounds import clause
from app.extract.assembly.giving import find_givings, has_denial, is_denied, is_denied_report
from app.extract.recognise import Findings, once_a_document, once_a_sentence
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import Sentence
from app.extract.vocabulary import cues
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
# What a document announces, by name: "a package of", "further materiel", "three assistance measures"; not "packaging".
PACKAGE = Worded(
    "package/packages/packet/packets/tranche/tranches/drawdown/drawdowns/donation/donations/gift/gifts/grant/grants",
    "consignment/consignments/shipment/shipments",
    "assistance measures?",
    "measure/measures/delivery/deliveries/contribution/contributions/offer/offers/batch/lot",
)
# The words of which `_THE_PACKAGE` has one.
_PACKAGE_NOUNS = frozenset(("package", "packet", "tranche", "drawdown", "donation", "consignment", "shipment"))
_REACH = 3
_OPENING = 6
_NEAR = 40
_ENOUGH = 2  # words of military aid more than of civil aid, by which a document speaks of arms


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
    return bool(opening or named) and not of_totals and _is_military(findings)


# What is told of one package in all: "the contents of the package amount to"; not "all packages amount to".
_PACKAGE_IS = re.compile(
    r"\b(?:the|this|new) (?:\w+ ){0,3}package\b[^.;]{0,40}\b(?:amounts?|comes?|adds up|totals?|is worth)\b"
)


def _is_neutral(sentence: Sentence) -> bool:
    """Whether nothing in a sentence makes it a question, a thought or old news."""
    if "recall" in sentence.phrases.cues or sentence.text.endswith("?"):
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
        if not _TURNED_OFF.search(sentence.lower, 0, one.start):
            return True
    for one in find_cues(sentence, "recall"):
        if one.cue.weight > 2 and not _today(sentence):
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


# What turns a word off: "not under", "rather than"; not "notes".
_TURNED_OFF = re.compile(r"\b(?:not|rather than|instead of|no)\b[^.;]{0,20}\Z")


def _today(sentence: Sentence) -> bool:
    return _NEW.search(sentence) is not None


_NEW = Worded("today/new/further/another/fresh/latest")


@once_a_sentence
def announcing_verbs(findings: Findings, sentence: Sentence) -> list[Found]:
    """The verbs by which a sentence announces aid; none where it is denied or has no aid for an object."""
    known = sentence.phrases.cues
    if "announce" not in known and "gives" not in known and not findings.money[sentence.index]:
        return []
    if not names_aid(findings, sentence):
        return []
    verbs = [
        one
        for one in find_cues(sentence, "announce")
        if not _denied(sentence, one.start, one.end)
        and not sentence.lower.endswith(("was being ", "were being ", *_URGED), 0, one.start)
    ]
    sure = [one for one in verbs if one.cue.weight > 1]
    if sure:
        return sure
    money = bool(findings.money[sentence.index]) or PACKAGE.search(sentence) is not None
    if money and verbs:
        return verbs
    told = _told_by_sum(findings, sentence)
    if told is not None:
        return [told]
    entry = _entry_of_donor(findings, sentence)
    if entry is not None:
        return [entry]
    gives = [
        one
        for one in find_cues(sentence, "gives")
        if one.cue.kind == "decided" and not sentence.lower.endswith(_URGED, 0, one.start)
    ]
    given = {one.start for one in find_givings(findings, sentence)} if gives else set()
    decided = [one for one in gives if one.start in given or (money and not _denied(sentence, one.start, one.end))]
    return decided or _handed_over(findings, sentence)


def _handed_over(findings: Findings, sentence: Sentence) -> list[Found]:
    """The verbs of the opening by which the donor of the headline has just handed goods over."""
    if sentence.index > _LEAD or findings.sentences[0].kind != "heading" or "gives" not in sentence.phrases.cues:
        return []
    headline = findings.sentences[0]
    first = findings.actors[0][:1]
    if not first or first[0].place is None or _HANDS.match(headline.lower, first[0].end) is None:
        return []
    given = {one.start for one in find_givings(findings, sentence) if one.kind == "finished"}
    mine = any(one.place == first[0].place for one in findings.actors[sentence.index])
    return [one for one in find_cues(sentence, "gives") if one.start in given] if mine else []


_LEAD = 2  # the first sentences behind a headline
# A verb of a headline behind its donor, by which goods have changed hands: "Japan hands over"; not "US hand in".
_HANDS = re.compile(
    r"(?:\s\w+){0,2}?\s(?:hands(?: over)?|handed over|delivers|delivered|donates|donated|gives|sends"
    r"|has (?:donated|delivered|given|sent|handed over))\b"
)


# What somebody is only asked to do: "US urged to send"; not "tasked to send".
_URGED = (" urged ", " asked ", " pressed ", " pressured ", " implored ")


def _entry_of_donor(findings: Findings, sentence: Sentence) -> Found | None:
    """The colon behind the donor that an entry of a list opens with: "Spain: a package of 3 million euros"."""
    colon = sentence.text.find(":", 0, _LONGEST_NAME)
    if colon < 0 or sentence.kind != "item":
        return None
    opens = any(one.end == colon and one.place is not None for one in findings.actors[sentence.index])
    return Found(colon, colon + 1, cues("announce")[0]) if opens else None


_LONGEST_NAME = 40


def _told_by_sum(findings: Findings, sentence: Sentence) -> Found | None:
    """The words that make news of a package's sum without a verb of announcing: "It's a", a day beside a package."""
    if not findings.money[sentence.index]:
        return None
    match = _IS_ONE.search(sentence.lower) or _headline(findings, sentence)
    if match is None and PACKAGE.search(sentence) and not _HEARD.search(sentence):
        match = _DAY.search(sentence)
    return Found(match.start(), match.end(), cues("announce")[0]) if match else None


def _headline(findings: Findings, sentence: Sentence) -> re.Match[str] | None:
    """The verb by which a headline tells that a donor gives a sum: "US sending $400 million in aid"."""
    first = findings.actors[sentence.index][:1]
    if sentence.index or sentence.kind != "heading" or not first or first[0].place is None:
        return None
    if not sentence.words.isdisjoint(_ASKING) or has_denial(sentence):
        return None
    verb = _HEADS.match(sentence.lower, first[0].end)
    return verb if verb is not None and find_cues(sentence, "total") == [] else None


# Words by which somebody else wants a donor to give: "US urged to send".
_ASKING = frozenset(("urged", "asked", "pressed", "told", "pressured", "wants", "refuses", "fails", "hesitates", "yet"))
# A verb of giving right behind the donor of a headline: "US sending", "Canada to send"; not "US urged to send".
_HEADS = re.compile(
    r"(?:\s\w+){0,2}?\s(?:sending|giving|providing|donating|supplying|pledging|committing|readying|gives|sends"
    r"|donates|pledges|commits"
    r"|boosts|unveils|readies|offers|adds|grants|hands|allocates|earmarks|gifts|ups|rushes|to (?:send|give|provide"
    r"|donate|supply"
    r"|announce|unveil|offer|allocate|add|grant|boost|deliver|transfer|ship))\b"
)


def _denied(sentence: Sentence, start: int, end: int) -> bool:
    return is_denied(sentence, max(0, start - 30), end)


# What is only heard: "reported on Sunday that", "according to sources"; not "reported losses".
_HEARD = Worded("reported/reports (?:on \\w+ )?that", "according to sources", "sources", "was/were being prepared")
# A package told by its sum: "It's a $7 million package", "this is a"; not "it is".
_IS_ONE = re.compile(
    r"\b(?:it['’]s|it is|this is|that['’]s|the package is|here is)\s(?:an?|another|the)\b[^.;]{0,40}\b(?:package"
    r"|tranche|drawdown|donation|gift)\b"
)
# A day that makes a package its news: "followed today with a package"; not "every day".
_DAY = Worded("today/monday/tuesday/wednesday/thursday/friday/saturday/sunday(?!['’]s)")


@once_a_sentence
def names_aid(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence names military aid: by words, by goods, by a program; civil words alone name none."""
    objects = find_cues(sentence, "object")
    strong = {one.cue.kind for one in objects if one.cue.weight > 1} if objects else set()
    if "civil" in strong:
        return "military" in strong
    if sentence.text.endswith(":") and _is_military(findings):
        return True
    if findings.programs[sentence.index] or (objects and any(one.cue.kind == "military" for one in objects)):
        return True
    if PACKAGE.search(sentence) or _names_goods(findings, sentence):
        return True
    given = bool(findings.money[sentence.index]) or has_cue(sentence, "gives", "decided")
    return given and _is_military(findings)


def is_civil(sentence: Sentence) -> bool:
    """Whether a sentence speaks of civil aid and of no military aid beside it."""
    strong = {one.cue.kind for one in find_cues(sentence, "object") if one.cue.weight > 1}
    return strong == {"civil"}


def _names_goods(findings: Findings, sentence: Sentence) -> bool:
    terms = findings.terms[sentence.index]
    return bool(terms) and any(term.rank > 0 for term in terms)


@once_a_document
def _is_military(findings: Findings) -> bool:
    """Whether a document as a whole speaks of military aid, so that one sentence need not say it again."""
    strong = 0
    for sentence in findings.sentences:
        for one in find_cues(sentence, "object") if "object" in sentence.phrases.cues else ():
            if one.cue.weight > 1:
                strong += 1 if one.cue.kind == "military" else -1
        for term in findings.terms[sentence.index]:
            strong += term.rank > 1 and term.category not in _CIVIL_GOODS
    if strong >= _ENOUGH:  # most documents on arms are known by their goods
        return True
    return strong + sum(_FORCES.search(one) is not None for one in findings.sentences) >= _ENOUGH


# Who is armed: "the defence minister", "the army"; not "the defence of the thesis".
_FORCES = Worded(
    "defense/defence (?:minister|ministry|secretary|forces?)",
    "minister/ministry/department of (?:national )?defen[cs]e",
    "armed forces",
    "front line",
    "army/navy/troops/soldiers/battlefield/frontline/pentagon/brigade",
)
# Categories of goods that are given to civilians too.
_CIVIL_GOODS = frozenset({"sustainment", "protective_medical", "engineering", "other"})


@once_a_sentence
def has_military_goods(findings: Findings, sentence: Sentence) -> bool:
    """Whether goods in a sentence are such as only forces are given, or it says that they are for forces."""
    if any(one.cue.kind == "military" and one.cue.weight > 1 for one in find_cues(sentence, "object")):
        return True
    return any(term.rank > 0 and term.category not in _CIVIL_GOODS for term in findings.terms[sentence.index])
