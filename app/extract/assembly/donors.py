"""Who gives: in a sentence, of one of its sums, and of a package; alone, in a row or jointly."""

import re
from collections import Counter
from collections.abc import Sequence

from app.extract.assembly.parties import NEVER, WELCOMES, Party, party_of
from app.extract.assembly.recipients import recipients_in
from app.extract.recognise import Findings, once_a_document
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.money import Money
from app.extract.segments import Sentence
from app.extract.vocabulary import home_of, programs, publisher
from app.extract.worded import Worded

# Where a report was written, before its first words: "LISBON, Portugal (AP) — ", "Lisbon -- "; not "Spain - which".
_DATELINE = re.compile(r"[A-Z][\w .,]{0,40}(?:\([A-Z]\w+\)\s*[-—–]+|\s--|[A-Z]{3} —)\s?")
# First-person words of an official publisher: "my Administration", "I am announcing"; not "IV".
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|our|Our)\b")


def donors_in(findings: Findings, sentence: Sentence, recipient: str | None, before: int | None = None) -> list[Actor]:
    """The places that act in a sentence, the subject of its verb of announcing first."""
    known = findings.actors[sentence.index]
    if not known:
        return []
    getting = {actor.start for actor in recipients_in(findings, sentence)}
    acting = [
        actor
        for actor in known
        if actor.place is not None
        and actor.place not in NEVER
        and actor.place not in (recipient, "NATO")
        and actor.start not in getting
        and actor.code != "US-CONGRESS"
    ]
    dateline = _DATELINE.match(sentence.text) if acting and _has_dash(sentence.text) else None
    if dateline:
        acting = [one for one in acting if one.start >= dateline.end()]
    verbs = find_cues(sentence, "announce")
    limit = before if before is not None else verbs[0].start if verbs else len(sentence.text)
    return [one for one in acting if one.start < limit] + [one for one in acting if one.start >= limit]


def is_of_others(findings: Findings, sentence: Sentence, ours: set[str]) -> bool:
    """Whether all who act in front of a sentence's verb of announcing are others than those given."""
    verbs = find_cues(sentence, "announce")
    acting = [one for one in findings.actors[sentence.index] if verbs and one.end <= verbs[0].start and one.place]
    if not acting or _SUBJECT.search(sentence.lower, acting[-1].end, verbs[0].start):
        return False
    return all(one.place not in ours and one.form in ("name", "alias", "organisation") for one in acting)


# A subject of its own behind a place: "In talks with Spain, the ministry"; not "Spain, too,".
_SUBJECT = re.compile(r",\s(?:the|its|our|their|his|her|we|it|they|he|she|i)\b")


def _has_dash(text: str) -> bool:
    """Whether a text has what a dateline ends with: a dash of two signs, a long one, or one behind a bracket."""
    return "--" in text or "—" in text or "(" in text


def giver_of_sum(findings: Findings, money: Money) -> Party | None:
    """Who gives one of several sums of a sentence, each told with its donor: "Sweden pledges €3 million and Norway 2";
    None where they are told otherwise."""
    sentence = findings.sentences[money.sentence]
    monies = [one for one in findings.money[money.sentence] if not one.conversion]
    if len(monies) < 2 or money not in monies:
        return None
    givers = []
    before = 0
    for one in monies:
        near = [actor for actor in findings.actors[money.sentence] if before <= actor.start and actor.end <= one.start]
        giver = near[-1] if near and near[-1].place is not None else None
        if giver is None or _GIVES_SUM.fullmatch(sentence.lower, giver.end, one.start) is None:
            return None
        givers.append(giver)
        before = one.end
    giver = givers[monies.index(money)]
    verb = _GIVES_SUM.fullmatch(sentence.lower, givers[0].end, monies[0].start)
    several = len({one.place for one in givers}) > 1
    return party_of(findings, str(giver.place), [giver]) if several and verb is not None and verb["verb"] else None


# Between a donor and its sum: " pledges ", " about ", "'s share is"; not " gets ".
_GIVES_SUM = re.compile(
    r"(?P<verb>\s(?:(?:said|says) (?:that )?it (?:would|will) |(?:will|is|has|would) )?(?:pledg(?:es?|ed|ing)"
    r"|giv(?:es?|ing)|gave|contribut(?:es?|ed|ing)"
    r"|provid(?:es?|ed|ing)"
    r"|pays?|adds?|commits?|allocat(?:es?|ed|ing)|puts? (?:in|up))|['’]s (?:share|part|contribution) (?:is|will be"
    r"|amounts to))?"
    r"\s(?:(?:another|an additional|a further)\s)?"
)


def donors_of(
    findings: Findings, sentences: Sequence[Sentence], recipient: str | None, before: int | None = None
) -> list[Party]:
    """Who gives: the actors of the sentences, else the official publisher, else who is named most; several that stand
    in a row are one party where they give jointly. `before` is the offset of the verb whose subject is looked for."""
    known = publisher(findings.document.publisher)
    official = known.country if known is not None and known.official and known.country not in WELCOMES else None
    if is_joint(findings):
        official = None
    signed = _signatories(findings)
    for sentence in sentences:
        if len(signed) > 1 and _FIRST_PERSON.search(sentence.text):
            codes = sorted({str(actor.place) for actor in signed})
            return [Party("+".join(codes), tuple(actor.span for actor in signed), "inferred")]
        row = _row_of_donors(findings, sentence, recipient, before, official)
        codes = [str(actor.place) for actor in row]
        if len(codes) > 1 and _JOINTLY.search(sentence):
            return [Party("+".join(sorted(set(codes))), tuple(actor.span for actor in row), "stated")]
        bound = _donor_of_program(findings, sentence)
        if official is None and bound is not None and bound.code not in codes and bound.code != recipient:
            return [bound]
        if row and (official is None or official in codes or before is not None):
            parties = [party_of(findings, code, row) for code in dict.fromkeys(codes)]
            return parties if before is not None else parties[:1]
    if official is not None and official != recipient:
        first = next((one.span for group in findings.actors for one in group if one.place == official), None)
        return [Party(official, (first,) if first is not None else (), "inferred")]
    only = _donor_of_only_program(findings)
    if only is not None and only.code != recipient:
        return [only]
    return _most_named(findings, recipient) or _at_home(findings, sentences, recipient)


@once_a_document
def is_joint(findings: Findings) -> bool:
    """Whether a text is a joint statement, as its headline says."""
    return bool(findings.sentences) and _JOINTLY.search(findings.sentences[0]) is not None


def _signatories(findings: Findings) -> list[Actor]:
    """Who a joint statement is by, as its headline says: "Joint statement by Denmark, Norway and Sweden"."""
    if not is_joint(findings):
        return []
    headline = findings.sentences[0]
    by = headline.lower.find(" by ")
    return [one for one in findings.actors[0] if by >= 0 and one.start > by and one.place not in (None, *NEVER)]


def home_of_text(findings: Findings) -> frozenset[str] | None:
    """The countries that an official or a joint text speaks for; None for a report."""
    signed = _signatories(findings)
    if len(signed) > 1:
        return frozenset(str(actor.place) for actor in signed)
    known = publisher(findings.document.publisher)
    return frozenset({known.country}) if known is not None and known.official and known.country else None


def _row_of_donors(
    findings: Findings, sentence: Sentence, recipient: str | None, before: int | None, official: str | None
) -> list[Actor]:
    """The subject of a sentence's news with those that stand in one row with it: "Denmark, Norway and Sweden"."""
    acting = donors_in(findings, sentence, recipient, before)
    if acting and official and _FIRST_PERSON.search(sentence.text) and not _JOINTLY.search(sentence):
        acting = [actor for actor in acting if actor.place == official] or acting
    if before is not None:
        acting = [one for one in acting if one.start < before]
    if not acting:
        return []
    at = len(acting) - 1 if before is not None else 0
    first = last = at
    while first > 0 and _ROW.fullmatch(sentence.text, acting[first - 1].end, acting[first].start):
        first -= 1
    while last + 1 < len(acting) and _ROW.fullmatch(sentence.text, acting[last].end, acting[last + 1].start):
        last += 1
    return acting[first : last + 1]


# One gift of several donors: "will jointly donate", "a common donation"; not "will join".
_JOINTLY = Worded("jointly/together/joint/common", "share/shared equally", "our (?:two|three|four|five) countries")
# What stands between the actors of a row: "and the", ","; not "and its ally".
_ROW = re.compile(r"\s*(?:,|and|, and)\s+(?:the\s+)?")
# What turns a program off: "not under", "rather than"; not "note".
_TURNED_OFF = re.compile(r"\b(?:not|rather than|instead of|unlike)\b[^.;,]{0,30}\Z")


def _donor_of_program(findings: Findings, sentence: Sentence) -> Party | None:
    """The one that gives under a program, where only one does: Japan under Official Security Assistance."""
    for found in findings.programs[sentence.index]:
        known = next((one for one in programs() if one.code == found.code), None)
        if _TURNED_OFF.search(sentence.lower[: found.start]):
            continue
        if known is not None and not known.pooled and known.donor not in WELCOMES and "+" not in known.donor:
            return Party(known.donor, (found.span,), "inferred")
    return None


@once_a_document
def _donor_of_only_program(findings: Findings) -> Party | None:
    """The donor that every program of a document has."""
    found = [party for sentence in findings.sentences for party in [_donor_of_program(findings, sentence)] if party]
    return found[0] if found and len({party.code for party in found}) == 1 else None


def _most_named(findings: Findings, recipient: str | None) -> list[Party]:
    counts = _acting(findings).copy()
    if recipient is not None:
        counts.pop(recipient, None)
    if not counts:
        return []
    code, _ = counts.most_common(1)[0]
    spans = [one.span for group in findings.actors for one in group if one.place == code][:1]
    return [Party(code, tuple(spans), "inferred")]


def _at_home(findings: Findings, sentences: Sequence[Sentence], recipient: str | None) -> list[Party]:
    """The publisher's own country, where a body acts of which the text need not say whose it is: "Parliament"."""
    home = home_of(findings.document.publisher)
    if home is None or home == recipient:
        return []
    return [Party(home, (), "inferred")] if any(_BODY.search(one) for one in sentences) else []


# A body that a text at home names without its country: "Parliament on Wednesday approved"; not "parliamentary".
_BODY = Worded("parliament/government/cabinet/ministers/ministry/president/premier", "council of ministers")


@once_a_document
def _acting(findings: Findings) -> Counter[str]:
    """How often each place acts in a document."""
    return Counter(str(one.place) for sentence in findings.sentences for one in donors_in(findings, sentence, None))
