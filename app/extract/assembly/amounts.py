"""What an amount of money is in its document: the value of a package, a stated total, or neither.

An amount is a value where its sentence tells the news, something ties it to the aid, and nothing makes it another
figure. An amount read as a package out of a running total costs a reader more than one missed, so doubt means neither.
"""

import re
from dataclasses import dataclass

from app.extract.assembly.aid import names_aid
from app.extract.assembly.announcing import announcing_verbs
from app.extract.assembly.bounds import clause
from app.extract.assembly.donors import donors_of, home_of_text
from app.extract.assembly.exclusions import allowance, excluded
from app.extract.assembly.news import News, find_news
from app.extract.assembly.parties import Party
from app.extract.assembly.recipients import recipient_of, recipients_in
from app.extract.assembly.sums import settle_values
from app.extract.assembly.ties import tie_of
from app.extract.assembly.verdicts import Value, Verdict
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import Found, find_cues
from app.extract.recognisers.money import LARGEST, Money
from app.extract.segments import Sentence
from app.extract.vocabulary import publisher
from app.facts import JudgedAmount

# What a sentence is about that gives no more than a sum: "The replacement cost is"; not "The bridge cost".
_COST = re.compile(r"(?:the |its |in )?(?:\w+ )?(?:costs?|value|price|price tag|bill|total|sum|money|figure|amount)\b")
# What a text says of others' gifts: "we welcome", "note with gratitude that"; not "welcome to".
_THANKS = re.compile(
    r"\b(?:welcom(?:e|es|ed)|thank(?:s|ed|ful)?|grate(?:ful|fully)|gratitude|commend(?:s|ed)?|salut(?:e|es|ed)"
    r"|applaud(?:s|ed)?)\b"
)
# What joins one amount to another: "$3 million for tanks, and", "as well as"; not "and said".
_AND = re.compile(r"\b(?:and|as well as|plus)\s+(?:(?:the|a|an|another|final|last|further|additional|some)\s+)*\Z")

_TOTALS = frozenset({"running", "appropriation", "request", "announcement"})
_JOINED = 3  # spaces between two amounts that have their purpose in common: "€5 million and €4 million in aid"
_NEAR = 90  # signs around an amount in which a word says what it is for


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
            verdict = _judge(findings, sentence, money, news[sentence.index])
            if (
                verdict.role == "none"
                and news[sentence.index] != "none"
                and _is_joined(findings, sentence, monies, money, verdicts)
            ):
                verdict = Verdict("value", "it is joined to an amount of the aid")
            verdicts[money] = verdict
    _set_old_news_apart(findings, verdicts)
    values, warnings = settle_values(findings, verdicts)
    warnings += [_too_large(findings, one) for one in verdicts if one.amount > LARGEST]
    totals: list[tuple[Money, str]] = [
        (one, verdict.role) for one, verdict in verdicts.items() if verdict.role in _TOTALS
    ]
    return Amounts(values, totals, verdicts, news, findings.money, warnings)


def _too_large(findings: Findings, money: Money) -> str:
    return f"The amount {findings.document.quote(money.span)} is beyond {LARGEST:,}, so it was left out."


def _judge(findings: Findings, sentence: Sentence, money: Money, news: News) -> Verdict:
    if money.conversion:
        return Verdict("conversion", "it stands in brackets behind another amount")
    if money.amount > LARGEST:
        return Verdict("none", "it is too large to be read")
    left, right = clause(sentence, money.start, money.end)
    nearest = _nearest_object(findings, sentence, money, left, right)
    civil = nearest is not None and nearest.cue.kind == "civil"
    verdict = (
        Verdict("civil", f"it is for {sentence.text[nearest.start : nearest.end]}")
        if nearest is not None and civil
        else None
    )
    if verdict is None or (nearest is not None and nearest.cue.weight < 2):
        verdict = excluded(findings, sentence, money, left, right) or verdict or allowance(findings, sentence, money)
    return verdict or _in_news(findings, sentence, money, left, news)


def _in_news(findings: Findings, sentence: Sentence, money: Money, left: int, news: News) -> Verdict:
    """The verdict on an amount that nothing excludes: by its sentence, and by what ties it to the aid."""
    if news == "none":
        return Verdict("none", "its sentence announces nothing")
    others = _of_another if news == "told" else _of_a_friend
    if others(findings, sentence, money):
        return Verdict("none", "somebody else gives it")
    if news == "told" and not (names_aid(findings, sentence) or _COST.match(sentence.lower)):
        return Verdict("none", "its sentence names no aid")
    tie = tie_of(findings, sentence, money, left)
    return Verdict("value", tie) if tie else Verdict("none", "nothing ties it to the aid that is announced")


# Who acts for a country: "Italian Ministry of Defence"; not "Italian howitzers".
_ACTING = re.compile(
    r"\s(?:ministr?(?:y|ies|er)|defen[cs]e|government|army|armed forces|president|prime|parliament|cabinet)\b"
)


def _is_acting(sentence: Sentence, actor: Actor) -> bool:
    """Whether an actor that is named by an adjective acts for its country."""
    return _ACTING.search(sentence.lower, actor.start, actor.end + _BESIDE) is not None


_BESIDE = 24  # signs behind an adjective in which its noun ends


def _of_another(findings: Findings, sentence: Sentence, money: Money) -> bool:
    """Whether a sentence that announces nothing has a subject of its own, whose amount it may be."""
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    known = publisher(findings.document.publisher)
    recipient = recipient_of(findings, [sentence])
    ours = {known.country if known is not None and known.official else None, recipient.code if recipient else None}
    if len(findings.money[sentence.index]) == 1:
        donor = only_donor(findings)
        ours |= {donor.code} if donor is not None else set()
    return any(
        actor.end <= money.start
        and actor.start not in getting
        and (actor.form in ("name", "alias") or _is_acting(sentence, actor))
        and actor.place not in ours
        for actor in findings.actors[sentence.index]
    )


@once_a_document
def only_donor(findings: Findings) -> Party | None:
    """The one that gives in the headline and the opening of a text; None where several do."""
    opening = [one for one in findings.sentences[:_OPENING] if announcing_verbs(findings, one)]
    donors = {party.code: party for one in opening for party in donors_of(findings, [one], None)}
    return next(iter(donors.values())) if len(donors) == 1 else None


_OPENING = 3  # sentences in which a text tells its news


def _of_a_friend(findings: Findings, sentence: Sentence, money: Money) -> bool:
    """Whether an official text says of an amount that somebody else gives it: the last who acts in front of it."""
    home = home_of_text(findings)
    if home is not None and _FRIENDS.match(sentence.lower, 0, money.start):
        return True
    if home is None or not _THANKS.search(sentence.lower, 0, money.start):
        return False
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    acting = [
        one
        for one in findings.actors[sentence.index]
        if one.end <= money.start and one.start not in getting and one.place is not None
    ]
    return bool(acting) and acting[-1].place not in home


# Friends as those who act, alone: "At the Summit Allies will announce"; not "The United States and its allies will".
_FRIENDS = re.compile(
    r"(?:[^,;.]{0,40}\b(?:summit|meeting|conference|week|month|today),? |(?:and|also|in addition),? )?"
    r"(?:(?:our|its|the|other|several|many|nato) ){0,2}(?:allies|partners|members|member states|countries|nations) "
    r"(?:(?:will|have|are|also|had|now|today|intend to|plan to) ){0,3}"
    r"(?:announc|pledg|commit|provid|contribut|agree|promis|rais|donat|g[ia]v|spen[dt])"
)


def _is_joined(
    findings: Findings, sentence: Sentence, monies: tuple[Money, ...], money: Money, verdicts: dict[Money, Verdict]
) -> bool:
    """Whether "and" joins an amount to one in front of it, which is a value."""
    values = [one for one in monies if one in verdicts and verdicts[one].role == "value"]
    place = next((one for one in findings.actors[sentence.index] if one.end == money.start - 1), None)
    end = place.start if place is not None else money.start  # "€5 million, and Togo 3 million"
    if not values:
        return False
    return _AND.search(sentence.lower, values[-1].end, end) is not None or _goes_on_to(findings, values[-1], money)


def _goes_on_to(findings: Findings, value: Money, money: Money) -> bool:
    """Whether an amount goes on a row of recipients, "to Georgia 2 million", behind a value."""
    sentence = findings.sentences[money.sentence]
    getting = [one for one in findings.actors[money.sentence] if value.end <= one.start and one.end <= money.start]
    return bool(getting) and _TO_ANOTHER.fullmatch(sentence.lower, value.end, money.start) is not None


# Between two sums of a row: " ($10 million), to Georgia ", ", and for the army of Chad "; not ", which went to Chad ".
_TO_ANOTHER = re.compile(r"\s*(?:\([^)]*\))?,\s(?:and\s)?(?:to|for)\s[^,;.]{2,70}\s")


def _nearest_object(findings: Findings, sentence: Sentence, money: Money, left: int, right: int) -> Found | None:
    """What the amount is for: the nearest word for aid after it, else before it. Military words win at its side."""
    others = [one.start for one in findings.money[sentence.index] if one.start >= money.end and not one.conversion]
    own = others[0] if others and sentence.text.count(" ", money.end, others[0]) > _JOINED else len(sentence.text)
    after = find_cues(sentence, "object", money.end, min(right, own, money.end + _NEAR))
    before = find_cues(sentence, "object", max(left, money.start - _NEAR), money.start)
    if not after:  # words for civil aid count however far, where no other amount stands between
        end = min(own, money.end + 2 * _NEAR)
        after = [one for one in find_cues(sentence, "object", money.end, end) if one.cue.weight > 2]
    strong = [one for one in after if one.cue.weight > 1]
    if strong:
        return strong[0]
    if after:
        return after[0]
    earlier = [one for one in find_cues(sentence, "object", 0, left) if one.cue.kind == "military"]
    return before[-1] if before else earlier[-1] if earlier else None


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


def is_recalled_only(findings: Findings, amounts: Amounts, sentence: Sentence) -> bool:
    """Whether all sums of a sentence, which has some, are earlier news."""
    roles = {amounts.verdicts[money].role for money in findings.money[sentence.index]}
    return roles == {"recalled"}
