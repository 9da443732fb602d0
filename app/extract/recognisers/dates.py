"""Days, months and weekdays, settled against the day of publication where it is known."""

import re
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.extract.segments import Sentence
from app.facts import Span

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = "|".join([*_MONTHS, r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"])
_RELATIVE = {
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
}

# A day: "May 9, 2023", "Aug. 24", "9 May 2023", "24th of August", "2023-05-09"; not "May", "May 2023" or "section 9".
_DAY = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH})(?![a-z])(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b)"
)
# A month: "February 2022", "Feb. 2022"; not "February 24, 2022".
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})(?:\sof)?\s(?P<year>(?:19|20)\d\d)\b")
# A weekday: "on Tuesday"; not "Tuesdays".
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b(?!s)")
# A day counted from today: "today", "this morning"; not "Today's Ukraine".
_COUNTED = re.compile(rf"\b(?P<words>{'|'.join(_RELATIVE)})\b")
# A numeric day of two readings: "05/09/2023"; not "24/7".
_AMBIGUOUS = re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")
# Words before a date that place it in the past of the text: "since January 2021"; not "on".
_BACKGROUND = re.compile(r"\b(?:since|until|from|after|before)(?:\s\w+){0,3}\s*\Z", re.IGNORECASE)


# A year: "2022"; not "20221" or "3,2022".
_YEAR = re.compile(r"(?<![\d,.$€£-])(?:19|20)\d\d(?![\d,.]\d|\d)")
# A weekday right in front of a day: "on Monday, " before "December 30"; not "Monday's".
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s\Z")
_MOST_YEARS = 6  # the same day and weekday come back after five or six years

# What lies ahead of the text: "will on ", "plans to make it public "; not "will, he said on".
_AHEAD = re.compile(
    r"\b(?:will|plans? to|is to|are to|set to|due to|due|expected(?: to)?|going to|about to|ready to|planned for|coming"
    r"|next)\b"
    r"(?:(?!\b(?:said|says|told|announced|confirmed|was|were|had)\b)[^.;,]){0,80}\Z"
)
# What a day that opens a clause has in front of it: "", ", on "; not "said on ".
_OPENS = re.compile(r"(?:\A|[,;:]\s)\W*(?:as (?:soon|early) as\s|on\s)?\Z")
# What puts a day in front of it ahead: "On Monday officials are expected to sign"; not "On Monday it said it will".
_AHEAD_BEHIND = re.compile(
    r"(?:(?!\b(?:said|says|told|announced|confirmed|was|were|had|has|have|that)\b)[^.;,]){0,60}\b(?:(?:is"
    r"|are) (?:expected|due|set|to)|will|plans? to)\b"
)
# A day of the month alone: "on the 11th"; not "the 11th package".
_DAY_OF_MONTH = re.compile(r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|package|anniversary|day|time))")


# Words and signs without which no date of a sort stands in a sentence. A new kind of date needs its own here.
_MONTH_WORDS = frozenset(re.findall("[a-z]+", _MONTH.lower()))
_WEEKDAY_WORDS = frozenset(day.lower() for day in _WEEKDAYS)
_COUNTED_WORDS = frozenset(words.split()[-1] for words in _RELATIVE)
_FIGURELESS_WORDS = _WEEKDAY_WORDS | _COUNTED_WORDS  # those of the sorts that take no figure


class DateFound(NamedTuple):
    """A date as the text has it. `day` is None and `edtf` may be where the words do not settle it.

    precision: day, month, weekday. `background` says that the text only looks back to it.
    """

    span: Span
    sentence: int
    start: int
    day: date | None
    edtf: str | None
    precision: str
    rule: str
    background: bool
    ambiguous: bool = False


_Reader = Callable[[Sentence, date | None], list[DateFound]]


def find_dates(
    sentence: Sentence, published_on: date | None, years: Callable[[], range] = lambda: range(0)
) -> list[DateFound]:
    """The dates of a sentence, the more telling first where two overlap, then in order.

    `years` tells in which the text moves: where no publication settles a day without a year, its weekday does if it
    falls on that day in only one of them.
    """
    if sentence.figure < 0 and sentence.words.isdisjoint(_FIGURELESS_WORDS):
        return []
    readers = _readers(sentence, published_on is not None)
    if not readers:
        return []
    found: list[DateFound] = []
    for reader in readers:
        for one in reader(sentence, published_on):
            if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in found):
                found.append(one)
    if published_on is None:
        found = [_settled_by_weekday(sentence, one, years) for one in found]
    return sorted(found, key=lambda one: one.span) if len(found) > 1 else found


def _readers(sentence: Sentence, published: bool) -> list[_Reader]:
    """The readers of those dates that may stand in a sentence, the more telling first."""
    words, text, figure = sentence.words, sentence.text, sentence.figure >= 0
    with_month = figure and not words.isdisjoint(_MONTH_WORDS)
    readers: list[_Reader] = []
    if with_month or (figure and "-" in text):
        readers.append(_days)
    if figure and "/" in text:
        readers.append(_ambiguous_days)
    if with_month:
        readers.append(_months)
    if published and not words.isdisjoint(_COUNTED_WORDS):
        readers.append(_counted_days)
    if not words.isdisjoint(_WEEKDAY_WORDS):
        readers.append(_weekdays)
    if published and figure and "on the " in sentence.lower:
        readers.append(_days_of_month)
    return readers


def years_of(text: str) -> range:
    """The years from the first to the last that a text names."""
    named = [int(year) for year in _YEAR.findall(text)]
    return range(min(named), max(named) + 1) if named else range(0)


def _settled_by_weekday(sentence: Sentence, found: DateFound, years: Callable[[], range]) -> DateFound:
    if found.rule != "day_without_year":
        return found
    before = _WEEKDAY_BEFORE.search(sentence.text, 0, found.start)
    if before is None or len(years()) > _MOST_YEARS:
        return found
    words = sentence.text[found.start : found.start + found.span.end - found.span.start]
    days = [day for year in years() for day in [_parsed(f"{words} {year}")] if day is not None]
    fitting = [day for day in days if day.weekday() == _WEEKDAYS.index(before["weekday"])]
    if len(fitting) != 1:
        return found
    day = fitting[0]
    return found._replace(day=day, edtf=day.isoformat(), precision="day", rule="weekday_settles_year")


def _found(
    sentence: Sentence, match: re.Match[str], day: date | None, edtf: str | None, precision: str, rule: str
) -> DateFound:
    background = _BACKGROUND.search(sentence.text[max(0, match.start() - 32) : match.start()]) is not None
    span = sentence.at(match.start(), match.end())
    return DateFound(span, sentence.index, match.start(), day, edtf, precision, rule, background)


def _days(sentence: Sentence, published_on: date | None) -> list[DateFound]:
    found = []
    for match in _DAY.finditer(sentence.text):
        year = match["y1"] or match["y2"] or match["iso"]
        if year is None and published_on is None:
            found.append(_found(sentence, match, None, None, "weekday", "day_without_year"))
            continue
        day = _parsed(match.group() if year else f"{match.group()} {published_on.year}")  # type: ignore[union-attr]
        if day is not None and year is None and published_on is not None and (day - published_on).days > 180:
            day = _parsed(f"{match.group()} {published_on.year - 1}")
        if day is not None:
            rule = "stated_day" if year else "day_in_year_of_publication"
            found.append(_found(sentence, match, day, day.isoformat(), "day", rule))
    return found


@lru_cache(maxsize=4096)
def _parsed(words: str) -> date | None:
    """The day that the words name; None for one that no calendar has."""
    with warnings.catch_warnings():
        # dateparser uses calls of the standard library that are on their way out.
        warnings.simplefilter("ignore")
        import dateparser

        moment = dateparser.parse(
            words.replace(" of ", " "),
            languages=["en"],
            settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "YMD" if words[:4].isdigit() else "MDY"},
        )
    return moment.date() if moment is not None else None


def _ambiguous_days(sentence: Sentence, _published_on: date | None) -> list[DateFound]:
    found = []
    for match in _AMBIGUOUS.finditer(sentence.text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
        day = _only_reading(first, second, year)
        one = _found(sentence, match, day, day.isoformat() if day else None, "day", "numeric_day")
        found.append(one._replace(ambiguous=day is None))
    return found


def _only_reading(first: int, second: int, year: int) -> date | None:
    readings = set()
    for month, day in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            try:
                readings.add(date(year, month, day))
            except ValueError:
                continue
    return readings.pop() if len(readings) == 1 else None


def _months(sentence: Sentence, _published_on: date | None) -> list[DateFound]:
    found = []
    for match in _MONTH_YEAR.finditer(sentence.text):
        number = next(at for at, name in enumerate(_MONTHS, 1) if name[:3] == match["month"][:3])
        found.append(_found(sentence, match, None, f"{int(match['year'])}-{number:02}", "month", "stated_month"))
    return found


def _counted_days(sentence: Sentence, published_on: date | None) -> list[DateFound]:
    found = []
    for match in _COUNTED.finditer(sentence.lower):
        if published_on is None:
            continue
        day = _moved(published_on, _RELATIVE[match["words"]])
        if day is not None:
            found.append(_found(sentence, match, day, day.isoformat(), "day", "day_counted_from_publication"))
    return found


def _weekdays(sentence: Sentence, published_on: date | None) -> list[DateFound]:
    found = []
    for match in _WEEKDAY.finditer(sentence.text):
        day, ahead = None, False
        if published_on is not None:
            back = (published_on.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
            ahead = _AHEAD.search(sentence.lower, 0, match.start()) is not None
            opens = _OPENS.search(sentence.lower, 0, match.start()) is not None
            ahead = ahead or (opens and _AHEAD_BEHIND.match(sentence.lower, match.end()) is not None)
            day = _moved(published_on, 7 - back if ahead else -back)
        edtf = day.isoformat() if day else None
        rule = "weekday" if day is None else "weekday_after_publication" if ahead else "weekday_before_publication"
        found.append(_found(sentence, match, day, edtf, "day" if day else "weekday", rule))
    return found


def _days_of_month(sentence: Sentence, published_on: date | None) -> list[DateFound]:
    """Days without a month: the last such day up to the publication."""
    found = []
    for match in _DAY_OF_MONTH.finditer(sentence.lower) if published_on is not None else ():
        day = published_on
        for _ in range(62):
            if day is None or day.day == int(match["day"]):
                break
            day = _moved(day, -1)
        if day is not None and day.day == int(match["day"]):
            found.append(_found(sentence, match, day, day.isoformat(), "day", "day_of_month_before_publication"))
    return found


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
