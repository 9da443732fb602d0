"""Goods behind sums: what a package's sum, or a share of it, is spent on."""

import re
from collections.abc import Iterator

from app.extract.assembly.amounts import Amounts
from app.extract.assembly.package import Package
from app.extract.assembly.stretch import LONGEST_MODIFIER
from app.extract.recognise import Findings
from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import Sentence

# What joins a sum to its goods: "in ", "worth of "; not " to".
_SUM_OF = re.compile(r"(?:\s+more)?\s+(?:(?:worth\s+)?of|in|for|on|worth)\s+(?=\w)")
# What a sum further in front is for: ", for four boats"; not "forces".
_FOR = re.compile(r"[\s,]for\s")
_FIRST_WORDS = 24


def _begins_with_goods(findings: Findings, sentence: Sentence, at: int) -> bool:
    return any(0 <= term.start - at <= _FIRST_WORDS and term.rank > 0 for term in findings.terms[sentence.index])


def goods_behind_sums(findings: Findings, sentence: Sentence, packages: list[Package]) -> Iterator[int]:
    """Where goods follow a package's sum: "$300 million in ammunition and drones"."""
    if not findings.money[sentence.index]:
        return
    for package in packages:
        for money in package.value.evidence if package.value is not None else ():
            here = money.sentence == sentence.index and not package.memorandum
            joint = _SUM_OF.match(sentence.text, money.end) if here else None
            if joint is not None:
                yield joint.end()
            later = _FOR.search(sentence.text, money.end) if here else None
            if later is not None and (
                leading_quantity(sentence.text, later.end()) or _begins_with_goods(findings, sentence, later.end())
            ):
                yield later.end()


def goods_behind_shares(findings: Findings, amounts: Amounts, sentence: Sentence) -> Iterator[int]:
    """Where the goods begin that a share of a package's sum is for: "€3 million of it go to vehicles"."""
    for money in findings.money[sentence.index]:
        if amounts.verdicts[money].role != "part":
            continue
        spent = _SPENT_ON.search(sentence.lower, money.end, money.end + _SPENT_REACH)
        first = next((one for one in findings.terms[sentence.index] if spent and one.start >= spent.end()), None)
        if spent is not None and first is not None and first.start - spent.end() <= LONGEST_MODIFIER:
            yield spent.end()


# What a sum is for, behind it: " of it go to ", " will buy ", " are for "; not " of it went into force".
_SPENT_ON = re.compile(
    r"(?:[^.;,$€£]|,[^,]{0,50}\b(?:said|says|according to)\b[^,]{0,40},){0,50}?\b(?:(?:go|goes|going|spent) (?:to"
    r"|towards?|for|on)|(?:is|are|was|will be) (?:for|to (?:buy|procure"
    r"|purchase|fund))|will (?:buy|fund|pay for|procure|purchase|finance|cover)|to (?:buy|procure|purchase|fund)"
    r"|funds?|buys?|covers?|pays? for|finances?)\s"
)
_SPENT_REACH = 90
