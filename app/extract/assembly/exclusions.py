"""What makes an amount something else than the value of a package: a total, a budget, old news, a share of another."""

import re
from datetime import date

from app.extract.assembly.verdicts import Verdict
from app.extract.recognise import Findings
from app.extract.recognisers.cues import Found, find_cues, has_cue
from app.extract.recognisers.dates import DateFound
from app.extract.recognisers.money import Money
from app.extract.segments import Sentence
from app.extract.worded import Worded

# The look back of a running total: "has committed more than", "has provided over"; not "has announced".
_GIVEN = (
    "(?:committed|provided|contributed|given|sent|spent|supplied|promised|delivered|invested|allocated|donated"
    "|made available|received|reached|passed|pledged)"
)
_TOTALLED = Worded(
    rf"has/have/had\s+(?:\w+\s+){{0,3}}{_GIVEN}", rf"we/they/i['’]ve\s+(?:(?!just\b)\w+\s+){{0,3}}{_GIVEN}"
)
# What makes news of what has been given: "has pledged a new", "has today approved"; not "newly".
_FRESH = re.compile(r"\b(?:today|decided|a new|another|a further|an additional|an extra|a fresh)\b")
# Who is only told or consulted: "working with Congress", "notified Congress"; not "by Congress".
_TOLD_TO = re.compile(
    r"\b(?:with|notif(?:y|ied|ies|ying|ication (?:of|to))|inform(?:ed|s)?|told|tell|before"
    r"|to) (?:the )?(?:u\.?s\.? )?\Z"
)
# By how much a sum moved: "an increase of ", "raised by "; not "increased aid of".
_DIFFERENCE = Worded(
    "increase/rise/growth/cut/reduction/decrease of",
    "rise/rises/rose/raised/increased/cut/fell by",
    behind=r"\s\Z",
)
# A sum that was moved to: "brings support to 3.1 billion", "raised its aid to", "takes the total to"; not "aid to".
_RAISED_TO = Worded(
    "bring/brings/bringing/takes/taking/raised/raises/raising/lifts/lifting/pushes/pushing(?!\\w)",
    behind=r"[^.;]{0,80}\bto\s*\Z",
)
# A sum that was moved "up to" an amount, which says so itself: "brings support to Moldova".
_RAISED_UP = Worded(r"bring/brings/bringing/takes/taking/raised/raises/raising(?!\w)", behind=r"[^.;]{0,80}\Z")
# The larger sum that a package is paid from: "part of a €70 million pledge", "drawn from the"; not "part of it".
_WHOLE = Worded(
    "part of",
    "come/comes out of",
    "drawn/taken from",
    "paid (?:from|out of)",
    "financed (?:from|by|out of)",
    "out of",
    "from",
    behind=r" (?:a|an|the|its|this year's)\s*\Z",
)
# The package itself, of which something is a part: "part of a $5 million gift"; not "pledge".
_GIFT = re.compile(r"\s+(?:\w+\s+){0,3}?(?:gift|package|donation|grant|tranche|drawdown)\b")
# An amount that is a share of the package just named: "of which $3 million", "part of the money, 5 million".
_SHARE = re.compile(
    r"(?:\b(?:of which|of these|part of (?:it|the (?:money|sum|package|packet|aid|total|amount))|some of (?:it|this))\b"
    r"[^.;]{0,40}|\b(?:is|are) (?:also )?(?:in|part of) the (?:package|packet)"
    r"\b[^.;]{0,80}\bworth\s)\Z"
)
_NAMED = 60  # signs behind an amount in which its program is named
# What lists sums that a package holds: "the package also includes $5 million"; not "the package includes 5 boats".
_LISTS_SUMS = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:package|packet|tranche|gift|donation) (?:also |will )*(?:includes?|covers"
    r"|comprises|contains)"
    r" (?:about |some |up to |nearly )?(?=[$€£]|\d[\d.,]* (?:million|billion))"
)
_SHARE_BEHIND = re.compile(
    r"\s*(?:of|from|out of) (?:(?:the|this|that) (?:package|packet|sum|total|money|aid|amount)|it|which)\b"
)
# What makes an amount one of several alike: "$500 million each"; not "each week".
_EACH = re.compile(r"\s*(?:each|apiece|per\b|a (?:year|month|week|day)\b|annually|every)")
# What has become of an amount: "$2 billion had been pledged"; not "has been set aside".
_TOTALLED_BEHIND = re.compile(
    r"\s+(?:has|have|had)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:pledged|given|committed|delivered|invested|spent|gone"
    r"|donated)\b"
)
# The time in which an amount was given: " since 2021", " since the invasion"; not ", and since then".
_SINCE_BEHIND = re.compile(
    r"(?: in (?:military |security )?(?:aid|assistance|support))?(?: to \w+)? since (?:the |\d|[a-z]+ \d|russia)"
)
# A sum for later: "has been set aside in the Fund for 2026"; not "has been set aside for drones".
_BUDGETED = re.compile(
    r"\s+(?:has|have|is|are|was|were)\s+(?:been\s+)?(?:set aside|earmarked|reserved|budgeted)\b[^.;]{0,40}"
    r"\b(?:in the [\w\s]{0,24}(?:fund|budget)|for 20\d\d|next year|as a whole)\b"
)
# Two years that a sum covers: "Between 2022 and 2023", "for 2021-2027"; not "in 2023".
_PERIOD = Worded(r"between/from 20\d\d (?:and|to) 20\d\d")
# A month without its year that lies back: "in July I signed", "last December"; not "by July".
_MONTH = re.compile(
    r"\b(?:in|last)\s(?:early |late |mid-)?(?P<month>january|february|march|april|may|june|july|august|september"
    r"|october|november"
    r"|december)\b(?!\s+\d)"
)

# A year of its own: "aid in 2023"; not "in 2023 dollars", "May 2023".
_YEAR = re.compile(r"\b(?:in|for|of) (?P<year>20\d\d)\b(?! dollars)")
# What lies ahead: "expires in May", "to arrive in"; not "arrived in".
_AHEAD = re.compile(r"\b(?:expires?|runs? out|ends?|arrive|begin|start|due|delivered|be \w+)\s\Z")
# Authority by its name behind an amount: "$5 billion in drawdown authority"; not "the authorities".
_AUTHORITY = re.compile(
    r",?\s+(?:(?:left|remaining|available|unused) )?(?:in|of|worth of)\s+(?:[\w-]+\s+){0,3}authority\b"
)

# What is left of an authority: "roughly $4 billion in restored authority remains"; not "leftist".
_LEFT = Worded("remain/remains/remaining/left/unused/unspent/restored", "still (?:available|has|have|be used)")
_BESIDE = 30  # signs beside an authority in which it is said to be left

# What is told of a package, in total: "the package amounts in total to "; not "all packages amount to".
_PACKAGE_IS = re.compile(r"\bpackage\b[^.;]{0,40}\b(?:amounts?|comes?|adds up|totals?|is worth)\b")
# What makes a total of what stands behind it: "the $7 million package brings total aid to"; not "brings".
_BRINGING = re.compile(r"\b(?:brings|bringing|takes|taking|raises|raising|lifts|lifting)\s(?:\w+\s){0,2}\Z")
# Words that make a running total of what stands behind them only.
_BRINGS = frozenset({"bringing", "brings", "takes", "the total", "total to"})
_REACH = 3  # sentences in which an authority is said to be kept
_STALE = 9  # days: news of a week ago is told again, older news is recalled
_STALE_BELOW = 4  # days, below the opening of a text
_OPENING = 6  # sentences in which a text tells its news


def excluded(findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """The verdict on an amount that is no package's value, from the words in its stretch; None for nothing."""
    for rule in (_total_role, _recalled, _share):
        verdict = rule(findings, sentence, money, left, right)
        if verdict is not None:
            return verdict
    return None


def allowance(findings: Findings, sentence: Sentence, money: Money) -> Verdict | None:
    """Whether an amount is an authority that packages draw on: one that is kept or used up at once is announced."""
    match = _AUTHORITY.match(sentence.lower, money.end)
    if match is None:
        return None
    if _LEFT.search(sentence, max(0, money.start - _BESIDE), match.end() + _BESIDE):
        return Verdict("appropriation", "it is an authority that is left")
    named = any(money.end <= one.start < match.end() for one in findings.programs[sentence.index])
    if named and not has_cue(sentence, "nature", "authority"):
        return None
    near = findings.sentences[sentence.index : sentence.index + _REACH]
    if any(has_cue(one, "nature", "authority") for one in near):
        return Verdict("value", "it is an authority that is kept for later")
    return Verdict("appropriation", "it is an authority, no package")


def _recalled(findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """Whether the amount is news of another day: by words in its clause, or by strong ones anywhere before it."""
    here = [
        one
        for one in find_cues(sentence, "recall", left, right)
        if not sentence.lower.startswith(" today", one.end)
        and not _SAID.search(sentence.lower, 0, one.start)
        and not _pays(sentence, one, money)
    ]
    begins = max(sentence.text.rfind(";", 0, money.start), 0)
    strong = [one for one in find_cues(sentence, "recall", begins, money.start) if one.cue.weight > 2]
    for one in (*here, *strong):
        return Verdict("recalled", f"“{sentence.text[one.start : one.end]}” makes it earlier news")
    if _WHOLE.search(sentence, 0, money.start) and not _GIFT.match(sentence.lower, money.end):
        return Verdict("appropriation", "the aid is said to be paid from it")
    old = [
        one
        for one in findings.dates[sentence.index]
        if left <= one.start < right
        and not _is_of_another(findings, sentence, money, one.start)
        and _lies_back(findings, one, _STALE if sentence.index < _OPENING else _STALE_BELOW)
        and not sentence.lower.endswith("since ", 0, one.start)
    ]
    if old:
        return Verdict("recalled", f"“{findings.document.quote(old[0].span)}” makes it earlier news")
    published_on = findings.document.published_on
    if published_on is None:
        return None
    year = _YEAR.search(sentence.lower, left, right)
    if year and int(year["year"]) < published_on.year:
        return Verdict("recalled", f"“{year.group()}” makes it earlier news")
    month = _MONTH.search(sentence.lower, left, right)
    month = None if month is not None and _is_of_another(findings, sentence, money, month.start()) else month
    ahead = month is not None and _AHEAD.search(sentence.lower, 0, month.start())
    if month and not ahead and not _is_month_of(findings, month["month"]):
        return Verdict("recalled", f"“{month.group()}” makes it earlier news")
    return None


# Who said something when: "sources said "; not "said that it had given ".
_SAID = re.compile(r"\b(?:said|told|says)(?: \w+)?\s\Z")


def _is_of_another(findings: Findings, sentence: Sentence, money: Money, at: int) -> bool:
    """Whether another amount stands between an amount and a date behind it, which is then that one's."""
    between = [one for one in findings.money[sentence.index] if money.end <= one.start < at and not one.conversion]
    return bool(between) and sentence.index == money.sentence


def _is_month_of(findings: Findings, month: str) -> bool:
    """Whether a document was published in a month."""
    day = findings.document.published_on
    return day is not None and f"{day:%B}".lower() == month


def _lies_back(findings: Findings, found: DateFound, days: int) -> bool:
    """Whether a date lies so far before the document's own that no news is dated by it."""
    published_on = findings.document.published_on
    if published_on is None or found.edtf is None:
        return False
    day = found.day.isoformat() if found.day is not None else f"{found.edtf}-31"
    stale = date.fromordinal(max(1, published_on.toordinal() - days))
    return day < stale.isoformat()


def _share(findings: Findings, sentence: Sentence, money: Money, left: int, _right: int) -> Verdict | None:
    """Whether the amount is a share of a package that has another amount."""
    if _SHARE.search(sentence.lower, left, money.start) or _SHARE_BEHIND.match(sentence.lower, money.end):
        return Verdict("part", "it is said to be a share of another amount")
    named = any(money.end <= one.start < money.end + _NAMED for one in findings.programs[sentence.index])
    listed = _LISTS_SUMS.search(sentence.lower, 0, money.end)
    mixed = has_cue(sentence, "object", "civil")
    if not named and not mixed and listed is not None and listed.end() <= money.start:
        return Verdict("part", "the package is said to include it")
    others = [one for one in findings.money[sentence.index] if one.end <= left and not one.conversion]
    if others and sentence.lower.startswith((" including", ", including"), left):
        return Verdict("part", "it is said to be a share of another amount")
    return None


# The verbs by which parliaments and budgets set money aside.
_BUDGETS = ("set", "earmark", "allocat", "approv", "adopt", "vote")


def _announced_behind(sentence: Sentence, found: Found, money: Money) -> bool:
    """Whether a verb announces an amount behind a word: "after the supplemental it announced $5 million"."""
    verbs = find_cues(sentence, "announce", found.end, money.start) if found.end <= money.start else []
    return any(not one.cue.phrase.startswith(_BUDGETS) for one in verbs)


def _voted(sentence: Sentence, money: Money) -> Found | None:
    """The law or the request that an amount is said to be in, where nothing is announced between them."""
    asked = [one for one in find_cues(sentence, "total", 0, money.start) if one.cue.kind == "request"]
    last = asked[-1] if asked and _IN_LAW.fullmatch(sentence.lower, asked[-1].end, money.start) else None
    return last if last is not None and not has_cue(sentence, "announce", None, last.end, money.start) else None


# Between a law and its sum: ", long delayed, with "; not ", and a package of".
_IN_LAW = re.compile(
    r"[^.;]{0,24}\b(?:with|of|worth|for|approving|providing|containing|includes?|including)\s+(?:about\s|some\s"
    r"|nearly\s)?"
)


def _total_role(_findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """The role that words of totals, budgets and requests in the same clause give; None where there are none."""
    if not sentence.words.isdisjoint(_COUNTING) and _COUNTED_IN.search(sentence.lower, 0, money.start):
        return None
    totals = [
        one
        for one in find_cues(sentence, "total", left, right)
        if not money.start <= one.start < money.end and not _TOLD_TO.search(sentence.lower, 0, one.start)
    ]
    requests = [
        one
        for one in totals
        if one.cue.kind == "request" and not _announced_behind(sentence, one, money) and not _pays(sentence, one, money)
    ]
    asked = requests[0] if requests else _voted(sentence, money)
    if asked is not None:
        return Verdict("request", f"“{sentence.text[asked.start : asked.end]}” stands beside it")
    told = _told_total(sentence, money, left, right)
    if told is not None:
        return told
    set_aside = next(
        (
            one
            for one in totals
            if one.cue.kind == "appropriation" and one.cue.weight > 1 and not _pays(sentence, one, money)
        ),
        None,
    )
    if set_aside is not None:
        return Verdict("appropriation", f"“{sentence.text[set_aside.start : set_aside.end]}” stands beside it")
    return _running(sentence, money, left, totals)


def _pays(sentence: Sentence, found: Found, money: Money) -> bool:
    """Whether a word behind an amount only says which money pays for it: "using previously appropriated funds"."""
    return found.start > money.end and _PAID_WITH.search(sentence.lower, money.end, found.start) is not None


_PAID_WITH = re.compile(
    r"\b(?:using|with|from|out of|thanks to) (?:previously |already |funds |money |the |that |was |an? |congress )*\Z"
)

# An amount that a total is told with: "Counting the "; not "The ".
_COUNTED_IN = re.compile(r"(?:\A|\s)(?:counting|including|with) (?:the|this|today['’]s)(?: \w+)?\s\Z")
_COUNTING = frozenset(("counting", "including", "with"))  # each of them has one


def _told_total(sentence: Sentence, money: Money, left: int, right: int) -> Verdict | None:
    """The role that what is told of an amount gives it: that it was given, is set aside, or that a sum rises to it."""
    if _EACH.match(sentence.lower, money.end):
        return Verdict("none", "there are several of it")
    if _PERIOD.search(sentence, left, right):
        return Verdict("running", "it covers several years")
    if _TOTALLED_BEHIND.match(sentence.lower, money.end) or _SINCE_BEHIND.match(sentence.lower, money.end):
        return Verdict("running", "it has been given, over time")
    if _BUDGETED.match(sentence.lower, money.end):
        return Verdict("appropriation", "it is set aside for later")
    if _DIFFERENCE.search(sentence, left, money.start):
        return Verdict("none", "it is the difference of two sums")
    raised = _RAISED_UP if money.qualifier == "up_to" else _RAISED_TO
    if raised.search(sentence, left, money.start):
        return Verdict("running", "a sum is said to rise to it")
    if _TOTALLED.search(sentence, left, money.start) and not _FRESH.search(sentence.lower, left, right):
        return Verdict("running", "it has been given, over time")
    return None


def _running(sentence: Sentence, money: Money, left: int, totals: list[Found]) -> Verdict | None:
    """Whether words of totals make an amount a running total; "in all" says nothing of one package's amount."""
    running = [
        one
        for one in totals
        if one.cue.kind == "running"
        and (
            one.start < money.start
            or (one.cue.phrase not in _BRINGS and not _BRINGING.search(sentence.lower, money.end, one.start))
        )
    ]
    if _PACKAGE_IS.search(sentence.lower, left, money.start):
        running = [one for one in running if not one.cue.phrase.startswith("in ")]
    announced = has_cue(sentence, "announce", None, left, money.start)
    if sum(one.cue.weight for one in running) >= (4 if announced else 2):
        return Verdict("running", f"“{sentence.text[running[0].start : running[0].end]}” stands beside it")
    return None
