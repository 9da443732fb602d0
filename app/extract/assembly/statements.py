"""What a document says about a package besides its contents: dates, who announced it, statements and stated totals."""

import re
from collections.abc import Iterator
from itertools import chain

from app.extract.assembly.amounts import Amounts
from app.extract.assembly.bounds import clause
from app.extract.assembly.package import Package
from app.extract.recognise import Findings
from app.extract.recognisers.actors import Actor
from app.extract.recognisers.cues import find_cues, has_cue
from app.extract.recognisers.dates import DateFound
from app.extract.segments import Sentence
from app.extract.vocabulary import publisher
from app.facts import Claim, Method, Span

# A verb of saying after a speaker: "the Pentagon said", "the Defense Department stating"; not "Pentagon stocks".
_SAYS = re.compile(
    r"(?:\s+\w+){0,3}?\s+(?:said|says|stated|stating|announced|announces|announcing|unveiled|presented|reported"
    r"|confirmed)\b"
)
# A verb of saying before a speaker: "announced by the Pentagon", "unveiled on Friday by the"; not "by Tuesday".
_SAID_BY = re.compile(
    r"\b(?:(?:announced|unveiled|said|presented|statement|according to)\s(?:by|of|from|to)?\s?"
    r"|(?:announced|unveiled|presented)(?:\s\w+){1,3}\sby\s)(?:the\s)?\Z"
)
# What a past date is the date of: "Russia's invasion in February 2022"; not "aid in February 2022".
_EVENT = re.compile(
    r"(?P<label>(?:[\w’']+\s+){0,2}?(?:(?:[Ff]ull[ -]scale|renewed|unprovoked)\s+)?"
    r"(?:invasion|offensive|annexation|independence|attack)(?: of [A-Z]\w+)?)"
    r"(?:\s+(?:that|began|started|of|in|on|since)){0,3}\s*\Z"
)
# What each of them has, and few sentences have.
_EVENT_WORD = re.compile(r"invasion|offensive|annexation|independence|attack|invaded")
# A verb behind "Russia" that makes the invasion: "Russia invaded Ukraine on"; not "Russia said".
_INVADED = re.compile(r"(?P<label>Russia invaded \w+)\s+(?:in|on)\s*\Z")
# A date of arrival: "delivered by", "arrive in"; not "announced in".
_DELIVERY = re.compile(r"\b(?:deliver(?:ed|y|ies)?|arrive|arriving|handed over)\b[^.;]{0,40}\Z")
# The start of a period that a total covers: "since February 2022"; not "sincerely".
_SINCE = re.compile(
    r"\bsince\s+(?P<what>(?:(?!\b(?:is|are|has|have|was|were|now|comes?|stands?|reach\w*|amounts?)\b)[^,.;]){3,60})",
    re.IGNORECASE,
)


def add_context(findings: Findings, amounts: Amounts, packages: list[Package]) -> list[str]:
    """Adds to the packages all that surrounds their value. Answers with warnings in whole sentences."""
    warnings: list[str] = []
    announcing = [one for one in findings.sentences if _speaks_of_announcing(one)]
    dated = [*announcing, *_said_behind(findings, announcing)]
    speakers = _speakers(findings)
    for package in packages:
        _add_title(findings, package)
        warnings += _add_announced(findings, package, dated)
        _add_announced_by(package, announcing, speakers)
    if packages:
        first = packages[0]
        first.claims += _statements(findings)
        first.claims += _dates(findings, {claim.span for claim in first.claims if claim.field == "announced"})
        first.claims += _totals(findings, amounts)
    return warnings


def _add_title(findings: Findings, package: Package) -> None:
    title = findings.document.title
    if not title:
        return
    at = findings.document.text.find(title)
    if at < 0:
        package.claim("title", title, None, "title_of_document")
    else:
        package.claim("title", title, Span(at, at + len(title)), "headline")


def _add_announced(findings: Findings, package: Package, dated: list[Sentence]) -> list[str]:
    if package.memorandum:
        _add_authorization(findings, package)
        return []
    for found in _announcing_dates(findings, package, dated):
        if found.ambiguous:
            words = findings.document.quote(found.span)
            return [f"The date {words!r} can be read in two ways, so the package has no day of announcement."]
        value = {"date": found.day.isoformat() if found.day else None, "edtf": found.edtf, "precision": found.precision}
        method: Method = "inferred" if found.rule == "weekday_settles_year" else "stated"
        package.claim("announced", value, found.span, found.rule, method)
        return []
    known = publisher(findings.document.publisher)
    day = findings.document.published_on
    if known is not None and known.official and day is not None:
        value = {"date": day.isoformat(), "edtf": day.isoformat(), "precision": "day"}
        package.claim("announced", value, None, "published_by_official", "inferred")
    return []


def _announcing_dates(findings: Findings, package: Package, dated: list[Sentence]) -> Iterator[DateFound]:
    """Dates of the announcement, the best first: beside its verb in the package's sentences, then elsewhere, then the
    date on a line of its own."""
    if any(_is_imminent(one) for one in package.sentences) or _is_expected(findings):
        yield from _dates_ahead(findings, package)
        return
    last = findings.document.published_on
    seen: set[int] = set()
    own = sorted(package.sentences, key=lambda one: (one.kind == "heading", one.index))
    after = _said_behind(findings, package.sentences)
    before = [findings.sentences[one.index - 1] for one in own if one.index]
    for sentence in chain(own, dated, after, [one for one in before if _dates_what_is_said(findings, one)]):
        if sentence.index in seen or not findings.dates[sentence.index]:
            continue
        seen.add(sentence.index)
        dates = [one for one in findings.dates[sentence.index] if not one.background]
        dates = [
            one for one in dates if one.precision != "month" or (sentence in own and has_cue(sentence, "announce"))
        ]
        dates = [one for one in dates if not _is_old(findings, one) and (sentence in own or _is_near(findings, one))]
        dates = [one for one in dates if one.day is None or last is None or one.day <= last or one.rule == _COUNTED]
        dates = [one for one in dates if not _is_event(sentence, one) and not _is_delivery(sentence, one)]
        verbs = [found.start for found in find_cues(sentence, "announce")]
        rank = {"day": 0, "weekday": 1, "month": 2}
        nearest = sorted(
            dates, key=lambda one: (min((abs(one.start - at) for at in verbs), default=0), rank[one.precision])
        )
        yield from sorted(nearest, key=lambda one: rank[one.precision])
    yield from _dates_on_their_own(findings)


# An announcement that is yet to come: "about to announce", "will on Friday unveil", "readies"; not "announced".
_IMMINENT = re.compile(
    r"\b(?:about to|(?:will|to|expected to|set to|plans? to|planning to|due to|going to)(?: \w+){0,4}?) (?:announce"
    r"|unveil|reveal|present|make it public)\b"
    r"|\b(?:readies|readying|is preparing|are preparing|finalizing|finalising)\b"
)
# The words of which each of them has one.
_IMMINENT_WORDS = frozenset(("announce", "unveil", "reveal", "present", "public", "readies", "readying", "preparing"))
_IMMINENT_WORDS |= {"finalizing", "finalising"}
_COUNTED = "day_counted_from_publication"  # "tomorrow"
_SOON = 4  # sentences in which an announcement to come is dated


def _is_imminent(sentence: Sentence) -> bool:
    """Whether a sentence tells of an announcement that is yet to come."""
    return not sentence.words.isdisjoint(_IMMINENT_WORDS) and _IMMINENT.search(sentence.lower) is not None


def _is_expected(findings: Findings) -> bool:
    """Whether the opening of a text says that the announcement is expected."""
    opening = findings.sentences[:_OPENING]
    return any("announcement" in one.words and _EXPECTED.search(one.lower) is not None for one in opening)


_OPENING = 6  # sentences in which a text tells its news
# What tells of an announcement to come: "An announcement is expected Friday"; not "The announcement was expected".
_EXPECTED = re.compile(r"\b(?:an|the) (?:official )?announcement (?:is|could be|may be) (?:expected|due|planned)\b")


def _dates_ahead(findings: Findings, package: Package) -> Iterator[DateFound]:
    """The days near what is yet to be announced: those that lie ahead, then that of the publication itself."""
    day = findings.document.published_on
    near = [
        one for sentence in package.sentences for one in findings.sentences[sentence.index : sentence.index + _SOON]
    ]
    dates = [found for one in near for found in findings.dates[one.index] if day is None or found.day is not None]
    yield from (found for found in dates if day is None or (found.day is not None and found.day > day))
    for found in dates:
        said = _SAID_ON.search(findings.sentences[found.sentence].lower, max(0, found.start - _BESIDE), found.start)
        if found.day == day and not said:
            yield found


_BESIDE = 12


def _dates_on_their_own(findings: Findings) -> Iterator[DateFound]:
    """Days that stand near the top in a line of little else: "WASHINGTON, May 9, 2023"."""
    for sentence in (*findings.sentences[:6], *findings.sentences[6:][-3:]):
        for found in findings.dates[sentence.index]:
            rest = len(sentence.text) - (found.span.end - found.span.start)
            if found.day is not None and not found.background and rest <= _LITTLE:
                yield found


_LITTLE = 48  # signs beside a date in a line of its own

# What dates a statement: "in an Aug. 24 statement", "said on Friday"; not "statement of facts".
_SAID_ON = re.compile(r"\b(?:statement|said|told|signed|announced|communicated|informed|stated|declared|reported)\b")


def _said_behind(findings: Findings, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences right behind these, in the same block or the next, that date what is said."""
    ends = {one.index + 1: one.block + 1 for one in sentences if one.index + 1 < len(findings.sentences)}
    behind = [findings.sentences[at] for at, block in sorted(ends.items()) if findings.sentences[at].block <= block]
    return [one for one in behind if _dates_what_is_said(findings, one)]


def _dates_what_is_said(findings: Findings, sentence: Sentence) -> bool:
    said = bool(findings.dates[sentence.index]) and _SAID_ON.search(sentence.text) is not None
    return said and not has_cue(sentence, "recall")


def _is_near(findings: Findings, found: DateFound) -> bool:
    """Whether a day lies so near to the publication that news may be of it."""
    published_on = findings.document.published_on
    return published_on is None or found.day is None or abs((published_on - found.day).days) <= _NEAR


_NEAR = 9  # days


def _is_old(findings: Findings, found: DateFound) -> bool:
    """Whether a day lies too far before an official page to be the day of its news."""
    known = publisher(findings.document.publisher)
    day = findings.document.published_on
    if known is None or not known.official or day is None or found.day is None:
        return False
    return (day - found.day).days >= 2


# What tells when and by whom something was announced: "The announcement was made by"; not "The announcements".
_ANNOUNCEMENT = re.compile(
    r"(?:The|This|His|Her|Their) (?:announcement|decision|news) (?:was|came|is|follow)|An announcement is"
)
_ANNOUNCEMENTS = frozenset(("announcement", "decision", "news"))  # each of them has one


def _speaks_of_announcing(sentence: Sentence) -> bool:
    known = sentence.phrases.cues
    told = "announce" in known and has_cue(sentence, "object", "military")
    if not told and sentence.words.isdisjoint(_ANNOUNCEMENTS):
        return False
    return (
        (told or _ANNOUNCEMENT.match(sentence.text) is not None)
        and "recall" not in known
        and (not has_cue(sentence, "object", "civil") or "package" in sentence.lower)
    )


def _is_event(sentence: Sentence, found: DateFound) -> bool:
    return _event_of(sentence, found) is not None


def _event_of(sentence: Sentence, found: DateFound) -> re.Match[str] | None:
    """The event that a date is that of, by its `label`."""
    if not _EVENT_WORD.search(sentence.text, 0, found.start):
        return None
    before = sentence.text[max(0, found.start - 90) : found.start]
    return _EVENT.search(before) or _INVADED.search(before)


def _is_delivery(sentence: Sentence, found: DateFound) -> bool:
    return _DELIVERY.search(sentence.lower[: found.start]) is not None


def _add_authorization(findings: Findings, package: Package) -> None:
    """The ceiling that a memorandum sets, on the day that it bears, else on that of its publication."""
    if package.value is None:
        return
    day = next((one.day for one in _dates_on_their_own(findings)), findings.document.published_on)
    authority = next((claim.value for claim in package.claims if claim.field == "authority"), None)
    value = {
        "date": day.isoformat() if day else None,
        "amount": package.value.amount,
        "currency": package.value.currency,
        "qualifier": package.value.first.qualifier,
        "authority": authority,
    }
    package.claim("authorization", value, package.value.first.span, "ceiling_of_memorandum")


def _speakers(findings: Findings) -> list[tuple[Sentence, Actor]]:
    """The organisations and leaders that are said to say something, in the order of the text."""
    return [
        (sentence, actor)
        for sentence in findings.sentences
        for actor in findings.actors[sentence.index]
        if actor.form in ("organisation", "leader")
        and (_SAYS.match(sentence.text, actor.end) or _SAID_BY.search(sentence.text[: actor.start]))
    ]


def _add_announced_by(package: Package, announcing: list[Sentence], speakers: list[tuple[Sentence, Actor]]) -> None:
    """Who of the donor's speaks in the package's paragraphs or in a sentence of announcing."""
    told: set[str] = set()
    near = {one.index for one in announcing}
    blocks = {one.block for one in package.sentences}
    for sentence, actor in speakers:
        ours = actor.place in (package.donor_code or str(actor.place)).split("+")
        if not ours or actor.name in told or not (sentence.index in near or sentence.block in blocks):
            continue
        told.update((actor.name, actor.name.split()[-1]) if actor.form == "leader" else (actor.name,))
        package.claim("announced_by", {"name": actor.name, "code": actor.code}, actor.span, "speaker_of_announcement")


def _statements(findings: Findings) -> Iterator[Claim]:
    for sentence in findings.sentences:
        if "statement" not in sentence.phrases.cues:
            continue
        cues = find_cues(sentence, "statement")
        if sentence.kind == "heading" or has_cue(sentence, "object", "civil"):
            continue
        told: set[str] = set()
        for found in cues:
            kind = found.cue.kind
            if kind in told:
                continue
            told.add(kind)
            left, right = _statement_bounds(sentence, kind, found.start, found.end)
            span = sentence.at(left, right)
            yield Claim("statements", {"kind": kind, "text": sentence.text[left:right]}, span, f"statement_of_{kind}")


# Where a statement of another kind may begin: ", but it also means"; not "and deter".
_BREAK = re.compile(r",\s+(?:but|with|which|while|although)\s|;\s")


def _statement_bounds(sentence: Sentence, kind: str, start: int, end: int) -> tuple[int, int]:
    """A purpose reads from its cue on; all others are their clause."""
    left, right = 0, len(sentence.text)
    for match in _BREAK.finditer(sentence.text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    if kind == "purpose":
        left = start
    while right > left and sentence.text[right - 1] in " .,;:!?":
        right -= 1
    return left, max(right, end)


def _dates(findings: Findings, announced: set[object]) -> Iterator[Claim]:
    for sentence in findings.sentences:
        for found in findings.dates[sentence.index]:
            if found.edtf is None or found.span in announced or found.rule == "day_counted_from_publication":
                continue
            event = _event_of(sentence, found)
            if event:
                value = {"kind": "event", "label": _label(event), "edtf": found.edtf}
                yield Claim("dates", value, found.span, "date_of_event")
            elif _is_delivery(sentence, found):
                value = {"kind": "delivery", "label": "Delivery", "edtf": found.edtf}
                yield Claim("dates", value, found.span, "date_of_delivery")


# What a label does not begin with: "after Russia's invasion"; not "Afterlife".
_BEFORE_LABEL = re.compile(r"(?:(?:after|since|before|of|the|from|following|until)\s+)+", re.IGNORECASE)


def _label(event: re.Match[str]) -> str:
    return _BEFORE_LABEL.sub("", " ".join(event["label"].split()), count=1)


def _totals(findings: Findings, amounts: Amounts) -> Iterator[Claim]:
    for money, role in amounts.totals:
        sentence = findings.sentences[money.sentence]
        left, right = clause(sentence, money.start, money.end)
        since = _SINCE.search(sentence.text, left, right) if "since" in sentence.lower else None
        scope = find_cues(sentence, "object", money.end, right)
        value = {
            "kind": role,
            "amount": money.amount,
            "currency": money.currency,
            "qualifier": money.qualifier,
            "since": since["what"].strip() if since else None,
            "scope": scope[0].cue.phrase if scope else None,
        }
        yield Claim("stated_totals", value, money.span, f"{role}_total")
