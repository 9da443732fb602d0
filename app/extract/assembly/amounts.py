"""What an amount of money is in its document: the value of a package, a stated total, or neither.

An amount is a value where its sentence tells the news, something ties it to the aid, and nothing makes it another
figure. An amount read as a package out of a running total costs a reader more than one missed, so doubt means neither.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from typing import Literal, NamedTuple

from app.extract.assembly.bounds import clause
from app.extract.assembly.news import PACKAGE, News, find_news
from app.extract.assembly.parties import recipients_in
from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.dates import DateFound
from app.extract.recognisers.money import LARGEST, Money
from app.extract.segments import Sentence
from app.extract.vocabulary import currencies, publisher, rough_rates
from app.facts import JudgedAmount

Role = Literal[
    "value",
    "running",
    "appropriation",
    "request",
    "announcement",
    "authority",
    "part",
    "recalled",
    "civil",
    "conversion",
    "none",
]

# The look back of a running total: "has committed more than", "has provided over"; not "has announced".
_TOTALLED = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+){0,3}(?:committed|provided|given|sent|spent|delivered|invested|allocated|donated"
    r"|made available|received|reached|passed|pledged)\b"
)
# What makes news of what has been given: "has pledged a new", "has today approved"; not "newly".
_FRESH = re.compile(r"\b(?:today|decided|a new|another|a further|an additional|an extra|a fresh)\b")
# Who is only told or consulted: "working with Congress", "notified Congress"; not "by Congress".
_TOLD_TO = re.compile(
    r"\b(?:with|notif(?:y|ied|ies|ication (?:of|to))|inform(?:ed|s)?|told|tell|before|to) (?:the )?(?:u\.?s\.? )?\Z"
)
# A sum that was moved to: "brings support to 3.1 billion", "raised its aid to", "takes the total to"; not "aid to".
_RAISED_TO = re.compile(
    r"\b(?:brings?|bringing|takes|taking|raised|raises|raising|lifts|lifting|pushes|pushing)\b[^.;]{0,80}\bto\s*\Z"
)
# The larger sum that a package is paid from: "part of a €70 million pledge", "drawn from the"; not "part of it".
_WHOLE = re.compile(
    r"\b(?:part of|comes? out of|drawn from|paid (?:from|out of)|financed (?:from|by|out of)|taken from|out of|from)"
    r" (?:a|an|the|its|this year's)\s*\Z"
)
# An amount that is a share of the package just named: "of which $3 million", "part of the money, 5 million".
_SHARE = re.compile(
    r"\b(?:of which|of these|part of (?:it|the (?:money|sum|package|packet|aid|total|amount))|some of (?:it|this))\b"
    r"[^.;]{0,40}\Z"
)
_SHARE_BEHIND = re.compile(
    r"\s*(?:of|from|out of) (?:(?:the|this|that) (?:package|packet|sum|total|money|aid|amount)|it|which)\b"
)
# A sentence that takes shares of the one before: "Of this, $9 million goes to"; not "Of course".
_SHARES = re.compile(r"(?:of (?:this|these|that|it|which|the total)|the remaining|another|a further|the rest)\b")

# Words that an amount follows as the worth of a thing: "worth ", "is valued at ", "for which "; not "with "
_WORTH = re.compile(
    r"(?:\b(?:worth|(?:valued|priced|costed)(?: by [^.;,]{1,50}?| it| them| the \w+)? (?:at|in)|value (?:\w+ ){0,5}?(?:is|was|of|makes|at)"
    r"|at (?:a|an) (?:total |estimated )?(?:cost|price|value) of|to the (?:value|tune|amount) of|in (?:the|an) (?:amount|sum|value) of"
    r"|in (?:value|scale) of|(?:in )?the sum of|totall?ing|amount(?:s|ing|ed)? to|com(?:e|es|ing) to|put at|(?:an? )?(?:aggregate )?value"
    r"|estimated (?:at|on|in|to be)|price(?: tag)? (?:\w+ ){0,4}?(?:is|was|of)|costs?(?: is| of| about)?|limit (?:\w+ ){0,3}(?:is|of)"
    r"|is set at|amount is|goods of|set aside|(?:first|second|third|one|latter|former|other), (?:of|for|worth))"
    r"|\b(?:cost|value|worth|price|sum|amount(?: of the \w+)?):|\bis (?:to be )?worth|\bset\b[^.;]{1,40}\bback)\s*\Z"
)
# A noun of aid with the amount right behind it: "a package of ", "aid package for ", "grant of up to "; not "in May of".
_NOUN_OF = re.compile(
    r"\b(?:packages?|packets?|tranches?|aid|assistance|support|help|drawdowns?|donations?|gifts?|grants?|contributions?"
    r"|pledges?|commitments?|procurement|purchases?|orders?|measures?|shipments?|funding|weapons|arms|equipment|goods|materiel|ammunition|material|deliver(?:y|ies)|allocation|announcement"
    r"|articles and services)\b[^.;:]{0,70}?\b(?:of|for|on|in|with|worth)\s*(?:(?:an?|the) (?:additional|extra|further|new|total)\s+|another\s+|a\s+)?\Z"
)
# A verb of giving or deciding in front of the amount: "will send Ukraine ", "announced another "; not "said that in".
_GIVEN = re.compile(
    r"\b(?:giv(?:e|es|ing|en)|gave|sen(?:d|ds|ding|t)|provid(?:e|es|ing|ed)|pledg(?:e|es|ing|ed)|announc(?:e|es|ing|ed)"
    r"|donat(?:e|es|ing|ed)|commit(?:s|ting|ted)?|allocat(?:e|es|ing|ed)|contribut(?:e|es|ing|ed)|spend(?:s|ing)?|approv(?:e|es|ing|ed)"
    r"|offer(?:s|ing|ed)?|earmark(?:s|ing|ed)?|grant(?:s|ing|ed)?|invest(?:s|ing)?|receiv(?:e|es|ing)|get(?:s|ting)?|suppl(?:y|ies|ied)"
    r"|put(?:s|ting)?(?: up)?|hand(?:s|ed|ing)?|add(?:s|ed|ing)?|pool(?:s|ed|ing)?|benefit(?:s|ed)?|financ(?:e|es|ing)|assist(?:s|ed)?|authoriz(?:e|es|ing|ed)|authoris(?:e|es|ing|ed)|sign(?:s|ing|ed)?|order(?:s|ing|ed)?|transfer(?:s|ring|red)?"
    r"|support(?:s|ed|ing)?|unveil(?:s|ed|ing)?|readies|readying|deliver(?:s|ing)?|set(?:s|ting)? aside|make(?:s)? available|releas(?:e|es|ing|ed)"
    r"|direct(?:s|ed|ing)?|rais(?:e|es|ing|ed)|agree(?:s|d)? on|decid(?:es|ed) on|adopt(?:s|ed)?|drawdown|includes?|is|are)"
    r"\s+(?:(?!(?:in|since|after|before|than)\b)[\w’'.-]+\s+){0,7}(?:with\s+)?\Z"
)
# What an amount is of or for: "$3 million worth of arms", "€5 million in aid", "$80m gift", "£6m from the Fund is going on".
_OF_AID = re.compile(
    r"[\s-]*(?:\([^)]{0,60}\)\s*)?(?:dollars?)?['’]?\s*(?:more\s+|extra\s+)?(?:worth\s+)?(?:(?:of|in|for|on|to|towards?|into|from|under)\s)?"
)
_BEGINS_ANEW = re.compile(r"(?:the|its|their|a|an|this|of|new|fresh|further|additional)\b")

# Words that make a running total of what stands behind them only.
_BRINGS = frozenset({"bringing", "brings", "takes", "the total", "total to"})
_TOTALS = frozenset({"running", "appropriation", "request", "announcement"})
# One package by name: "a package", "the 18th donation", "a gift"; not "three measures" or "packages".
_ONE_PACKAGE = re.compile(r"\b(?:package|packet|tranche|drawdown|donation|gift|measure|consignment|shipment)\b")
_MOST_PARTS = 6
MOST_VALUES = 100  # packages with a value that are read from one document; no announcement has as many
_NEAR = 90
_BESIDE = 12
_STALE = 9  # days: news of a week ago is told again, older news is recalled
_TIED = 60


class Verdict(NamedTuple):
    """What an amount was taken for, and why, in words for the reader of `--explain`."""

    role: Role
    reason: str


@dataclass(slots=True)
class Value:
    """One amount that a document gives as a package's value, with every place that states it, the best first."""

    amount: int
    currency: str
    evidence: list[Money] = field(default_factory=list)

    @property
    def first(self) -> Money:
        return self.evidence[0]


@dataclass(slots=True)
class Amounts:
    """Every amount of a document by its role; `warnings` name those that are too large to be read."""

    values: list[Value]
    totals: list[tuple[Money, str]]
    verdicts: dict[Money, Verdict]
    news: tuple[News, ...]
    monies: tuple[tuple[Money, ...], ...]
    warnings: list[str]

    def judged(self) -> tuple[JudgedAmount, ...]:
        """Each amount with its role and the reason for it, in the order of the text."""
        rows = [JudgedAmount(one.span, one.amount, one.currency, *verdict) for one, verdict in self.verdicts.items()]
        return tuple(sorted(rows, key=lambda row: row.span))


def assess_amounts(findings: Findings) -> Amounts:
    """Every amount judged, equal and rounded ones joined, sums of others set apart as totals."""
    news = find_news(findings)
    verdicts: dict[Money, Verdict] = {}
    for sentence, monies in zip(findings.sentences, findings.money, strict=True):
        for money in monies:
            verdict = _judge(findings, sentence, money, news)
            if verdict.role == "none" and news[sentence.index] != "none":
                verdict = _joined(sentence, money, verdicts) or verdict
            verdicts[money] = verdict
    _set_old_news_apart(findings, verdicts)
    values = _grouped(findings, verdicts)
    warnings = [_too_large(findings, one) for one in verdicts if one.amount > LARGEST]
    if len(values) > MOST_VALUES:
        warnings.append(f"More than {MOST_VALUES} amounts are announced; the others were left out.")
        for value in values[MOST_VALUES:]:
            _judge_all(verdicts, value, Verdict("none", f"{MOST_VALUES} amounts are announced before it"))
        values = values[:MOST_VALUES]
    values = _set_sums_apart(findings, values, verdicts)
    values = _set_shares_apart(findings, values, verdicts)
    values = _one_currency(findings, values, verdicts)
    totals: list[tuple[Money, str]] = [
        (one, verdict.role) for one, verdict in verdicts.items() if verdict.role in _TOTALS
    ]
    return Amounts(values, totals, verdicts, news, findings.money, warnings)


def _too_large(findings: Findings, money: Money) -> str:
    return f"The amount {findings.document.quote(money.span)} is beyond {LARGEST:,}, so it was left out."


def _judge(findings: Findings, sentence: Sentence, money: Money, news: tuple[News, ...]) -> Verdict:
    if money.conversion:
        return Verdict("conversion", "it stands in brackets behind another amount")
    if money.amount > LARGEST:
        return Verdict("none", "it is too large to be read")
    left, right = clause(sentence, money.start, money.end)
    nearest = _nearest_object(sentence, money, left, right)
    if nearest is not None and nearest.cue.kind == "civil" and nearest.cue.weight > 1:
        return Verdict("civil", f"it is for {nearest.cue.phrase}")
    for exclusion in (_total_role, _recalled, _share):
        verdict = exclusion(findings, sentence, money, left, right)
        if verdict is not None:
            return verdict
    if nearest is not None and nearest.cue.kind == "civil":
        return Verdict("civil", f"it is for {nearest.cue.phrase}")
    allowance = _allowance(findings, sentence, money)
    if allowance is not None:
        return allowance
    if news[sentence.index] == "none":
        return Verdict("none", "its sentence announces nothing")
    if news[sentence.index] == "told" and _of_another(findings, sentence, money):
        return Verdict("none", "somebody else gives it")
    tie = _tie(findings, sentence, money, left)
    if tie is None:
        return Verdict("none", "nothing ties it to the aid that is announced")
    return Verdict("value", tie)


def _of_another(findings: Findings, sentence: Sentence, money: Money) -> bool:
    """Whether a sentence that announces nothing has a subject of its own, whose amount it may be."""
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    known = publisher(findings.document.publisher)
    home = known.country if known is not None and known.official else None
    return any(
        actor.end <= money.start
        and actor.start not in getting
        and actor.form in ("name", "alias")
        and actor.place != home
        for actor in findings.actors[sentence.index]
    )


def _allowance(findings: Findings, sentence: Sentence, money: Money) -> Verdict | None:
    """Whether an amount is an authority that packages draw on: one that is kept or used up at once is announced."""
    match = _AUTHORITY.match(sentence.lower, money.end)
    if match is None:
        return None
    named = any(money.end <= one.start < match.end() for one in findings.programs[sentence.index])
    if named and not has_cue(sentence, "nature", "authority"):
        return None
    near = findings.sentences[sentence.index : sentence.index + _REACH]
    if any(has_cue(one, "nature", "authority") for one in near):
        return Verdict("value", "it is an authority that is kept for later")
    return Verdict("appropriation", "it is an authority, no package")


def _joined(sentence: Sentence, money: Money, verdicts: dict[Money, Verdict]) -> Verdict | None:
    """The verdict of an amount that "and" joins to one in front of it, which is a value."""
    others = [one for one, verdict in verdicts.items() if one.sentence == money.sentence and verdict.role == "value"]
    if others and _AND.search(sentence.lower, others[-1].end, money.start):
        return Verdict("value", "it is joined to an amount of the aid")
    return None


def _tie(findings: Findings, sentence: Sentence, money: Money, left: int) -> str | None:
    """What makes an amount that of the aid: words for its worth, a noun of aid, a verb of giving; None for nothing."""
    before = sentence.lower[left : money.start]
    alone = _ALONE.fullmatch(before) is not None
    if before.strip() == ":":  # what stands behind a colon belongs to the words in front of it
        before = sentence.lower[: money.start].rstrip(" :") + " "
        if PACKAGE.search(before):
            return "it stands behind a colon, after a package"
    if _CEILING.match(sentence.lower, money.start) or _SET_ASIDE.match(sentence.lower, money.end):
        return "it is what the aid may cost"
    if _STANDS_FOR.match(sentence.lower, money.end) and _ALONE.fullmatch(sentence.lower[: money.start]):
        return "it stands for the aid, which is named behind it"
    if _ANNOUNCED_BEHIND.match(sentence.lower, money.end):
        return "somebody is said to announce it"
    behind = _OF_AID.match(sentence.lower, money.end)
    at = behind.end() if behind else money.end
    if _WORTH.search(before):
        return "the aid is said to be worth it"
    noun = PACKAGE.search(sentence.lower, money.end, min(len(sentence.text), money.end + _TIED))
    joined = noun is not None and not _BREAKS.search(sentence.lower, money.end, noun.start())
    if joined:
        return f"a {sentence.text[noun.start() : noun.end()]} of this amount is announced"  # type: ignore[union-attr]
    if _NOUN_OF.search(before):
        return "a noun of aid stands in front of it"
    if _WORTH_BEHIND.match(sentence.lower, money.end):
        return "the aid is said to be worth it"
    if _PRICE_OF.search(before) and any(
        0 <= money.start - one.end <= _BESIDE for one in findings.terms[sentence.index]
    ):
        return "it is the price of goods in front of it"
    goes = _GOES_TO.match(sentence.lower, money.end)
    listed = sentence.kind == "item" and findings.layout.blocks[sentence.block].lead is not None
    program = next((one for one in findings.programs[sentence.index] if at <= one.start <= at + _BESIDE), None)
    if program is not None:
        return f"it is an amount of {program.code or program.authority}"
    if goes or listed or _GIVEN.search(before) or alone:
        at = goes.end() if goes else at
        named = _named_behind(findings, sentence, at)
        if named:
            return f"it is given, in or for {named}"
    return None


# The hedge of a ceiling, which only what is decided has: "to a value not above $5 million"; not "to value".
_CEILING = re.compile(r"(?:(?:up )?to|of) an? (?:aggregate )?value|grant limit|limit of")
# What is done with an amount behind it: "has been set aside", "is foreseen"; not "has been spent".
_SET_ASIDE = re.compile(
    r",? (?:to )?be drawn down|\s*(?:has|have|is|are|was|were|will be)\s+(?:been\s+|being\s+)?(?:set aside|freed up|put up|put at the disposal|earmarked|allocated|made available|foreseen"
    r"|provided|released|approved|funded|financed)\b"
)
# Where an amount goes: "goes to the fund", "is for", "from the fund is going on"; not "is gone".
_GOES_TO = re.compile(
    r"(?:\s+from\s+(?:the\s+)?[\w\s’'-]{3,50}?)?,?\s+(?:goes|will go|is going|are going|is|are|to go)\s+(?:to|for|on|into|towards?|what)\b"
    r"|\s+from\s+(?:the\s+)?[\w\s’'-]{3,50}?\s+(?:on|for)\b"
)
# Authority by its name behind an amount: "$5 billion in drawdown authority"; not "the authorities".
_AUTHORITY = re.compile(r",?\s+(?:in|of|worth of)\s+(?:[\w-]+\s+){0,3}authority\b")
_REACH = 3  # sentences in which an authority is said to be kept
# Nothing but a determiner in front of an amount: " — an additional "; not "a house of".
_ALONE = re.compile(r"\W*(?:(?:an?|the|another|additional|further|extra|new|some|with|worth|of|final|in)\s+)*")
# An amount that somebody announces behind it: "half a billion dollars we're announcing"; not "dollars we had".
_ANNOUNCED_BEHIND = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:we|i|he|she|they|it)(?:['’](?:re|m|s)| are| am| is| will)?\b[^.;,]{0,40}\b(?:announcing|giving|sending|providing)\b"
)
# What goes on about an amount that a sentence opens with: "In all €8 million, it covers"; not "5 million, he said".
_STANDS_FOR = re.compile(
    r"(?:, (?:it|the \w+|which) (?:covers?|includes?|finances?|pays?|buys?)|: (?:such|that|this) is)\b|['’]? worth,"
)
# The worth of what stands in front: "300 million dollars' worth"; not "worthy".
_WORTH_BEHIND = re.compile(r"['’]?s?['’]? worth\b")
# A price behind goods: "shells for about"; not "for shells".
_PRICE_OF = re.compile(r"\s(?:for|at|worth)\s+(?:another\s+)?\Z")
# What joins one amount to another: "$3 million for tanks, and", "as well as"; not "and said".
_AND = re.compile(r"\b(?:and|as well as|plus)\s+(?:(?:the|a|an|another|final|last|further|additional|some)\s+)*\Z")
# What makes an amount one of several alike: "$500 million each"; not "each week".
_EACH = re.compile(r"\s*(?:each|apiece|per\b|a (?:year|month|week|day)\b|annually|every)")
# What has become of an amount: "$2 billion had been pledged"; not "has been set aside".
_TOTALLED_BEHIND = re.compile(
    r"\s+(?:has|have|had)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:pledged|given|committed|delivered|invested|spent|gone|donated)\b"
)
# Two years that a sum covers: "Between 2022 and 2023", "for 2021-2027"; not "in 2023".
_PERIOD = re.compile(r"\b(?:between|from) 20\d\d (?:and|to) 20\d\d\b")
# A month without its year that lies back: "in July I signed", "last December"; not "by July".
_MONTH = re.compile(
    r"\b(?:in|last)\s(?:early |late |mid-)?(?P<month>january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b(?!\s+\d)"
)

# A year of its own: "aid in 2023"; not "in 2023 dollars", "May 2023".
_YEAR = re.compile(r"\b(?:in|for|of) (?P<year>20\d\d)\b(?! dollars)")
# What lies ahead: "expires in May", "to arrive in"; not "arrived in".
_AHEAD = re.compile(r"\b(?:expires?|runs? out|ends?|arrive|begin|start|due|delivered|be \w+)\s\Z")

# What parts an amount from a noun behind it: "$3 million, while the package"; not "$3 million military aid package".
_BREAKS = re.compile(r"[,;:—()]|\b(?:and|while|but|than|as|is|are|was|were|has|have|will|would|in a|that|which)\b")


def _named_behind(findings: Findings, sentence: Sentence, at: int) -> str | None:
    """The aid, goods, program or recipient that stands right behind an amount."""
    limit = at + _TIED
    for found in find_cues(sentence, "object", at, min(limit, len(sentence.text))):
        if found.cue.kind == "military":
            return found.cue.phrase
    for term in findings.terms[sentence.index]:
        if at <= term.start < limit:
            return sentence.text[term.start : term.end]
    for program in findings.programs[sentence.index]:
        if at <= program.start < limit:
            return str(program.code or program.authority)
    for actor in findings.actors[sentence.index]:
        if at <= actor.start < at + _TIED // 2 and actor.place is not None:
            return actor.name
    return None


def _set_old_news_apart(findings: Findings, verdicts: dict[Money, Verdict]) -> None:
    """What an official publisher dates two days or more before its page is recalled, not announced."""
    published_on = findings.document.published_on
    known = publisher(findings.document.publisher)
    if published_on is None or known is None or not known.official:
        return
    for money, verdict in verdicts.items():
        if verdict.role != "value":
            continue
        sentence = findings.sentences[money.sentence]
        left, right = clause(sentence, money.start, money.end)
        days = [one.day for one in findings.dates[sentence.index] if one.day is not None and left <= one.start < right]
        if days and all((published_on - day).days >= 2 for day in days):
            verdicts[money] = Verdict("recalled", "its day is two days or more before the page's own")


def _recalled(findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """Whether the amount is news of another day: by words in its clause, or by strong ones anywhere before it."""
    here = find_cues(sentence, "recall", left, right)
    strong = [one for one in find_cues(sentence, "recall", 0, money.start) if one.cue.weight > 2]
    for one in (*here, *strong):
        return Verdict("recalled", f"“{sentence.text[one.start : one.end]}” makes it earlier news")
    if _WHOLE.search(sentence.lower, 0, money.start):
        return Verdict("appropriation", "the aid is said to be paid from it")
    old = [one for one in findings.dates[sentence.index] if left <= one.start < right and _lies_back(findings, one)]
    if old:
        return Verdict("recalled", f"“{findings.document.quote(old[0].span)}” makes it earlier news")
    year = _YEAR.search(sentence.lower, left, right)
    published_on = findings.document.published_on
    if year and published_on is not None and int(year["year"]) < published_on.year:
        return Verdict("recalled", f"“{year.group()}” makes it earlier news")
    month = _MONTH.search(sentence.lower, left, right)
    ahead = month is not None and _AHEAD.search(sentence.lower, 0, month.start())
    if month and not ahead and not _is_month_of(findings, month["month"]):
        return Verdict("recalled", f"“{month.group()}” makes it earlier news")
    return None


def _is_month_of(findings: Findings, month: str) -> bool:
    """Whether a document was published in a month."""
    day = findings.document.published_on
    return day is not None and f"{day:%B}".lower() == month


def _lies_back(findings: Findings, found: DateFound) -> bool:
    """Whether a date lies so far before the document's own that no news is dated by it."""
    published_on = findings.document.published_on
    if published_on is None or found.edtf is None:
        return False
    day = found.day.isoformat() if found.day is not None else f"{found.edtf}-31"
    return day < (published_on - timedelta(days=_STALE)).isoformat()


def _share(findings: Findings, sentence: Sentence, money: Money, left: int, _right: int) -> Verdict | None:
    """Whether the amount is a share of a package that has another amount."""
    if _SHARE.search(sentence.lower, left, money.start) or _SHARE_BEHIND.match(sentence.lower, money.end):
        return Verdict("part", "it is said to be a share of another amount")
    others = [one for one in findings.money[sentence.index] if one.end <= left and not one.conversion]
    if others and sentence.lower.startswith((" including", ", including"), left):
        return Verdict("part", "it is said to be a share of another amount")
    return None


def _total_role(_findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """The role that words of totals, budgets and requests in the same clause give; None where there are none."""
    before, around = sentence.lower[left : money.start], sentence.lower[left:right]
    totals = [
        one for one in find_cues(sentence, "total", left, right) if not _TOLD_TO.search(sentence.lower, 0, one.start)
    ]
    asked = next((one for one in totals if one.cue.kind == "request"), None)
    if asked is not None:
        return Verdict("request", f"“{asked.cue.phrase}” stands beside it")
    if _EACH.match(sentence.lower, money.end):
        return Verdict("none", "there are several of it")
    if _PERIOD.search(around):
        return Verdict("running", "it covers several years")
    if _TOTALLED_BEHIND.match(sentence.lower, money.end):
        return Verdict("running", "it has been given, over time")
    if _RAISED_TO.search(before):
        return Verdict("running", "a sum is said to rise to it")
    if _TOTALLED.search(before) and not _FRESH.search(around):
        return Verdict("running", "it has been given, over time")
    set_aside = next((one for one in totals if one.cue.kind == "appropriation" and one.cue.weight > 1), None)
    if set_aside is not None:
        return Verdict("appropriation", f"“{set_aside.cue.phrase}” stands beside it")
    running = [
        one
        for one in totals
        if one.cue.kind == "running" and (one.start < money.start or one.cue.phrase not in _BRINGS)
    ]
    announced = has_cue(sentence, "announce", None, left, money.start)
    if sum(one.cue.weight for one in running) >= (4 if announced else 2):
        return Verdict("running", f"“{running[0].cue.phrase}” stands beside it")
    return None


def _nearest_object(sentence: Sentence, money: Money, left: int, right: int) -> Found | None:
    """What the amount is for: the nearest word for aid after it, else before it. Military words win at its side."""
    after = find_cues(sentence, "object", money.end, min(right, money.end + _NEAR))
    before = find_cues(sentence, "object", max(left, money.start - _NEAR), money.start)
    strong = [one for one in after if one.cue.weight > 1]
    if strong:
        return strong[0]
    if after:
        return after[0]
    earlier = [one for one in find_cues(sentence, "object", 0, left) if one.cue.kind == "military"]
    return before[-1] if before else earlier[-1] if earlier else None


def _grouped(findings: Findings, verdicts: dict[Money, Verdict]) -> list[Value]:
    """Values by amount and currency; body before headings, and a rounded amount gives way to the precise one."""
    groups: dict[tuple[int, str], Value] = {}
    for money, verdict in verdicts.items():
        if verdict.role == "value":
            groups.setdefault((money.amount, money.currency), Value(money.amount, money.currency)).evidence.append(
                money
            )
    known = set(groups)
    for money, (role, _) in verdicts.items():
        heading = findings.sentences[money.sentence].kind == "heading"
        if (role == "none" or (role == "running" and heading)) and (money.amount, money.currency) in known:
            groups[money.amount, money.currency].evidence.append(money)
            verdicts[money] = Verdict("value", "the same amount is announced elsewhere in the text")
    for value in groups.values():
        # What the body says comes before headlines, and a hedge before the bare amount, which leaves it out.
        value.evidence.sort(
            key=lambda one: (findings.sentences[one.sentence].kind == "heading", one.qualifier == "exact", one.span)
        )
    kept = list(groups.values())
    for value in list(kept):
        rough = all(m.qualifier != "exact" or findings.sentences[m.sentence].kind == "heading" for m in value.evidence)
        if rough and any(_rounds_to(other, value) for other in kept if other is not value):
            kept.remove(value)
            for money in value.evidence:
                verdicts[money] = Verdict("none", "it is another amount of the text, rounded")
    return kept


def _rounds_to(precise: Value, rounded: Value) -> bool:
    if precise.currency != rounded.currency or not _within(precise.amount, rounded.amount, 0.05):
        return False
    digits = len(str(precise.amount).rstrip("0")) - len(str(rounded.amount).rstrip("0"))
    return digits > 0


def _within(amount: int, other: int, share: float) -> bool:
    return abs(amount - other) <= share * max(amount, other)


def _set_sums_apart(findings: Findings, values: list[Value], verdicts: dict[Money, Verdict]) -> list[Value]:
    """A value that two or more others add up to, with civil aid beside them or without, is a stated total, unless none of
    the others has a package, a program or a recipient of its own: then they are its parts."""
    civil = [(one.amount, one.currency) for one, verdict in verdicts.items() if verdict.role == "civil"]
    _name_sums(values, verdicts)
    kept = list(values)
    for whole in sorted(values, key=lambda one: -one.amount):
        smaller = [one for one in kept if one.currency == whole.currency and one.amount < whole.amount]
        extra = [amount for amount, currency in civil if currency == whole.currency]
        parts = _adding_up(smaller[:_MOST_PARTS], whole.amount, extra)
        if not parts:
            continue
        if not _differ(findings, parts) and not any(_is_its_own(findings, part) for part in parts):
            for part in parts:
                kept.remove(part)
                _judge_all(verdicts, part, Verdict("part", "it is a part of the package's amount"))
        else:
            kept.remove(whole)
            _judge_all(verdicts, whole, Verdict("announcement", "it is the sum of other amounts of the text"))
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
        if sentence.kind != "item" or lead is None or _is_its_own(findings, value):
            continue
        near = {one.index for one in findings.sentences if one.block in (lead, lead - 1) and one.kind != "item"}
        if any(one.amount > value.amount and one.first.sentence in near for one in values if one is not value):
            kept.remove(value)
            _judge_all(verdicts, value, Verdict("part", "it is a share of the package that its list belongs to"))
    return kept


def _adding_up(smaller: list[Value], amount: int, extra: list[int]) -> list[Value]:
    """The most values, two at least, that add up to an amount, give or take its rounding; an empty list for none."""
    for count in range(len(smaller), 1, -1):
        for parts in combinations(smaller, count):
            total = sum(part.amount for part in parts)
            if any(_within(amount, total + more, 0.02) for more in (0, *extra)):
                return list(parts)
    return []


def _judge_all(verdicts: dict[Money, Verdict], value: Value, verdict: Verdict) -> None:
    for money in value.evidence:
        verdicts[money] = verdict


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
        places = {one.place for one in findings.actors[sentence.index] if one.form != "adjective"}
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
    native |= {"EUR"} if places - {"US", "GB"} else set()
    kept = list(values)
    for value in values:
        others = [one for one in kept if one.currency != value.currency and _converts(one, value)]
        twins = [one for one in others if not _of_others(findings, one, value)]
        own = [one for one in twins if one.currency in native and one.currency != "USD"]
        foreign = value.currency not in native or value.currency == "USD"
        earlier = [one for one in twins if one.first.span < value.first.span]
        if value in kept and (own if foreign else earlier):
            kept.remove(value)
            _judge_all(verdicts, value, Verdict("conversion", f"the package is told in {twins[0].currency}"))
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
