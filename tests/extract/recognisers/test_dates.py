"""Days, months and weekdays as the day of an announcement."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

PUBLISHED = date(2024, 3, 13)  # a Wednesday
GIFT = "Estonia announced a €7 million package of military aid for Georgia"


def announced(found: Any) -> tuple[str, str] | None:
    """EDTF and rule of the day of the only package."""
    (package,) = found.packages
    claim = next(package.on("announced"), None)
    return None if claim is None else (claim.value["edtf"], claim.rule)


@pytest.mark.parametrize(
    ("source", "edtf", "rule"),
    [
        ("on <day>9 March 2024</day>", "2024-03-09", "stated_day"),
        ("on <day>March 9, 2024</day>", "2024-03-09", "stated_day"),
        ("on <day>9th of March 2024</day>", "2024-03-09", "stated_day"),
        ("on <day>2024-03-09</day>", "2024-03-09", "stated_day"),
        ("on <day>Mar. 9</day>", "2024-03-09", "day_in_year_of_publication"),
        ("on <day>9 March</day>", "2024-03-09", "day_in_year_of_publication"),
        ("on <day>Nov. 30</day>", "2023-11-30", "day_in_year_of_publication"),
        ("on <day>13/03/2024</day>", "2024-03-13", "numeric_day"),
        ("<day>today</day>", "2024-03-13", "day_counted_from_publication"),
        ("<day>yesterday</day>", "2024-03-12", "day_counted_from_publication"),
        ("<day>this morning</day>", "2024-03-13", "day_counted_from_publication"),
        ("on <day>Monday</day>", "2024-03-11", "weekday_before_publication"),
        ("on <day>Wednesday</day>", "2024-03-13", "weekday_before_publication"),
        ("on <day>Thursday</day>", "2024-03-07", "weekday_before_publication"),
        ("on <day>the 11th</day>", "2024-03-11", "day_of_month_before_publication"),
        ("on <day>the 30th</day>", "2024-01-30", "day_of_month_before_publication"),
        ("in <day>March 2024</day>", "2024-03", "stated_month"),
        ("in <day>March of 2024</day>", "2024-03", "stated_month"),
    ],
)
def test_a_day_is_settled_by_the_publication(
    read: ReadText, marked: MarkedReader, source: str, edtf: str, rule: str
) -> None:
    case = marked(f"{GIFT} {source}.")
    found = read(case.text, published_on=PUBLISHED, publisher="Tallinn Evening Post")
    if rule == "day_of_month_before_publication":
        (words,) = found.evidence(found.packages[0], "announced")
        assert words in ("on the 11th", "on the 30th")
    assert announced(found) == (edtf, rule)
    assert str(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesdays",
        "as it may",
        "as the 11th package",
        "on the 11th anniversary of it",
        "24/7",
        "on February 31, 2024",
        "from March 2022",
        "until May 2, 2025",
        "as number 20240309",
        "to be delivered by May 2, 2025",
        "after Russia's attack of 4 March 2024",
    ],
)
def test_what_is_no_day_of_the_announcement_dates_nothing(read: ReadText, words: str) -> None:
    found = read(f"{GIFT} {words}.", published_on=PUBLISHED, publisher="Tallinn Evening Post")
    assert announced(found) is None


def test_a_day_of_two_readings_stays_open_with_a_warning(read: ReadText) -> None:
    found = read(f"{GIFT} on 03/04/2024.", published_on=PUBLISHED)
    assert announced(found) is None
    assert found.reading.warnings == (
        "The date '03/04/2024' can be read in two ways, so the package has no day of announcement.",
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"{GIFT} on Friday, March 8. The plan of 2023 ends in 2025.", "2024-03-08"),
        (f"{GIFT} on Sunday, March 8. The plan of 2023 ends in 2025.", None),
        (f"{GIFT} on Friday, March 8.", None),
        (f"{GIFT} on March 8. The plan of 2023 ends in 2025.", None),
        (f"{GIFT} on Friday, March 8. The plan of 2003 ends in 2025.", None),
        (f"{GIFT} on Friday, March 8. The 20231 pages of 3,2025 plans burned.", None),
    ],
)
def test_without_a_publication_a_weekday_may_settle_the_year(read: ReadText, text: str, edtf: str | None) -> None:
    found = read(text)
    (package,) = found.packages
    assert (found.value(package, "announced") or {"edtf": None})["edtf"] == edtf
    if edtf is not None:
        claim = next(package.on("announced"))
        assert (claim.rule, claim.method) == ("weekday_settles_year", "inferred")


@pytest.mark.parametrize("words", ["Tuesday", "Friday"])
def test_without_a_publication_a_weekday_stays_one(read: ReadText, words: str) -> None:
    found = read(f"{GIFT} on {words}.")
    assert found.value(found.packages[0], "announced") == {"date": None, "edtf": None, "precision": "weekday"}
    assert found.evidence(found.packages[0], "announced") == [words]


def test_without_a_publication_today_is_no_date(read: ReadText) -> None:
    assert announced(read(f"{GIFT} today.")) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Estonia will on Friday announce a €7 million package of weapons for Georgia.", "2024-03-15"),
        ("Estonia is to announce on Thursday a €7 million package of weapons for Georgia.", "2024-03-14"),
        ("Estonia is about to announce a €7 million package of weapons for Georgia, due on Friday.", "2024-03-15"),
        ("A €7 million package of weapons for Georgia will follow, Estonia announced on Friday.", "2024-03-08"),
        ("Estonia said on Friday it will send a €7 million package of weapons to Georgia.", "2024-03-08"),
    ],
)
def test_a_weekday_that_lies_ahead_comes_after_the_publication(read: ReadText, text: str, edtf: str) -> None:
    found = read(text, published_on=PUBLISHED)
    assert found.value(found.packages[0], "announced")["edtf"] == edtf
