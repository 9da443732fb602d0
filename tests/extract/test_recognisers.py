"""Each recogniser alone, on annotated sentences: cases that match, and near misses."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf

from app.extract.recognisers.actors import find_actors
from app.extract.recognisers.cues import find_cues
from app.extract.recognisers.dates import find_dates
from app.extract.recognisers.equipment import caliber_in, find_terms
from app.extract.recognisers.money import find_money
from app.extract.recognisers.programs import find_programs
from app.extract.recognisers.quantities import leading_quantity
from app.extract.segments import segment
from app.extract.vocabulary import currencies

MarkedReader = Callable[..., Any]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A gift of <money>$1.2 billion</money> came.", [(1_200_000_000, "USD", "exact")]),
        (
            "It gave <money>€500 million</money> and <money>£20m</money>.",
            [(500_000_000, "EUR", "exact"), (20_000_000, "GBP", "exact")],
        ),
        ("It gave <money>US$ 300 million</money>.", [(300_000_000, "USD", "exact")]),
        ("It is <money>about 500 million euros</money>.", [(500_000_000, "EUR", "approximately")]),
        ("It is <money>up to $1.25bn</money> in all.", [(1_250_000_000, "USD", "up_to")]),
        ("It is <money>more than CHF 2,500,000</money>.", [(2_500_000, "CHF", "more_than")]),
        ("It is <money>nearly 4.3 billion Swedish crowns</money>.", [(4_300_000_000, "SEK", "approximately")]),
        ("A <money>C$64.5-million</money> gift.", [(64_500_000, "CAD", "exact")]),
    ],
)
def test_money_is_read_with_its_currency_and_hedge(
    marked: MarkedReader, source: str, expected: list[tuple[int, str, str]]
) -> None:
    case = marked(source)
    (sentence,) = segment(case.text).sentences
    found = find_money(sentence)
    for money, words, value in zip(found, case.of("money"), expected, strict=True):
        assert case.text[money.span.start : money.span.end] == words
        assert (money.amount, money.currency, money.qualifier) == value


@pytest.mark.parametrize(
    "text", ["1.2 billion people", "It costs $20.", "the $ sign", "section 506", "EUR trains", "5 million rounds"]
)
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert [money for sentence in segment(text).sentences for money in find_money(sentence)] == []


def test_an_amount_in_brackets_is_the_conversion_of_the_one_before() -> None:
    (sentence,) = segment("It gave 5 million pounds ($6 million, 7 million euros) to Fiji.").sentences
    assert [money.conversion for money in find_money(sentence)] == [False, True, True]


PUBLISHED = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("source", "edtf", "precision"),
    [
        ("It came on <date>Monday</date>.", "2024-05-13", "day"),
        ("It came on <date>Wednesday</date>.", "2024-05-15", "day"),
        ("It came <date>today</date>.", "2024-05-15", "day"),
        ("It came <date>yesterday</date>.", "2024-05-14", "day"),
        ("It came on <date>May 9, 2023</date>.", "2023-05-09", "day"),
        ("It came on <date>9 May 2023</date>.", "2023-05-09", "day"),
        ("It came on <date>2023-05-09</date>.", "2023-05-09", "day"),
        ("It came on the <date>24th of April</date>.", "2024-04-24", "day"),
        ("It came on <date>Dec. 30</date>.", "2023-12-30", "day"),
        ("It came in <date>February 2022</date>.", "2022-02", "month"),
        ("It came on <date>13/05/2023</date>.", "2023-05-13", "day"),
    ],
)
def test_dates_are_settled_against_the_day_of_publication(
    marked: MarkedReader, source: str, edtf: str, precision: str
) -> None:
    case = marked(source)
    (sentence,) = segment(case.text).sentences
    (found,) = find_dates(sentence, PUBLISHED)
    assert [case.text[found.span.start : found.span.end]] == case.of("date")
    assert (found.edtf, found.precision) == (edtf, precision)
    assert str(parse_edtf(edtf)) == edtf


def test_a_weekday_without_a_publication_date_stays_a_weekday() -> None:
    (sentence,) = segment("It came on Tuesday.").sentences
    (found,) = find_dates(sentence, None)
    assert (found.day, found.edtf, found.precision) == (None, None, "weekday")


def test_a_day_of_two_readings_is_ambiguous() -> None:
    (sentence,) = segment("It came on 05/09/2023.").sentences
    (found,) = find_dates(sentence, PUBLISHED)
    assert found.ambiguous
    assert found.day is None


@pytest.mark.parametrize("text", ["They may go.", "It comes on Tuesdays.", "On February 31, 2023", "24/7", "march on"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [one for sentence in segment(text).sentences for one in find_dates(sentence, PUBLISHED)] == []


@pytest.mark.parametrize(
    ("text", "amount", "qualifier", "unit"),
    [
        ("six additional radars", 6, "exact", None),
        ("up to 245,000 rounds of ammunition", 245_000, "up_to", "rounds"),
        ("4 million rounds", 4_000_000, "exact", None),
        ("over 200 drones", 200, "more_than", None),
        ("a battery", 1, "exact", None),
        ("dozens of boats", None, None, None),
        ("25,000 sets of body armor", 25_000, "exact", "sets"),
    ],
)
def test_a_quantity_leads_its_thing(text: str, amount: int | None, qualifier: str | None, unit: str | None) -> None:
    found = leading_quantity(text)
    assert found is not None
    assert (found.amount, found.qualifier, found.unit) == (amount, qualifier, unit)


@pytest.mark.parametrize(
    "text", ["155 mm shells", "155mm shells", "120-millimetre mortars", "M2 rifles", "another boat", "a range of arms"]
)
def test_a_caliber_or_a_name_is_no_quantity(text: str) -> None:
    assert leading_quantity(text) is None


def test_places_are_known_by_name_adjective_and_capital(marked: MarkedReader) -> None:
    case = marked(
        "<a>U.S.</a> aid, <a>Danish</a> boats, <a>Seoul</a> and the <a>EU</a>; the Pole told us to polish.",
    )
    (sentence, *_) = segment(case.text).sentences
    found = find_actors(sentence)
    assert [actor.place for actor in found] == ["US", "DK", "KR", "EU"]
    for actor, words in zip(found, case.of("a"), strict=True):
        assert case.text[actor.span.start : actor.span.end] == words


def test_organisations_and_leaders_act_for_their_country() -> None:
    (sentence,) = segment("The Pentagon and Emmanuel Macron agreed.").sentences
    assert [(one.code, one.name, one.place) for one in find_actors(sentence)] == [
        ("US-DOD", "Defense Department", "US"),
        (None, "Emmanuel Macron", "FR"),
    ]


def test_programs_are_known_by_name_and_by_section() -> None:
    (sentence,) = segment(
        "Under the European Peace Facility and sections 506(a)(1) and 614(a)(1), not 506 boats."
    ).sentences
    assert [(one.code, one.authority) for one in find_programs(sentence)] == [
        ("EPF", None),
        ("PDA", "FAA 506(a)(1)"),
        (None, "FAA 614(a)(1)"),
    ]


def test_the_longest_name_of_goods_wins() -> None:
    (sentence,) = segment(
        "It sent counter-drone systems, Patriots, air-defence missiles and armoured vehicles."
    ).sentences
    assert [(one.category, one.system) for one in find_terms(sentence)] == [
        ("counter_uas", None),
        ("air_defense", "Patriot"),
        ("air_defense", None),
        ("ground_maneuver", None),
    ]


@pytest.mark.parametrize(
    ("text", "caliber"),
    [("155mm shells", "155 mm"), ("7.62 mm rounds", "7.62 mm"), ("155 metres", None), ("105 mm and 155 mm", None)],
)
def test_a_caliber_is_stated_once(text: str, caliber: str | None) -> None:
    found = caliber_in(text)
    assert (found[0] if found else None) == caliber


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It built a new global coalition of states.", ["built a new global coalition"]),
        ("It forged an\nalliance.", ["forged an\nalliance"]),
        ("Its COALITION was built.", []),
        ("It built, with others, a coalition.", []),
        ("It built one very large and very broad coalition.", []),
        ("It rebuilt a coalition.", []),
    ],
)
def test_a_cue_with_alternatives_and_gaps_stays_within_a_few_words(text: str, found: list[str]) -> None:
    (sentence,) = segment(text).sentences
    cues = [one for one in find_cues(sentence, "note") if one.cue.kind == "leadership"]
    assert [sentence.text[one.start : one.end] for one in cues] == found


@pytest.mark.parametrize("name", sorted({name for one in currencies() for name in (one.code, *one.symbols)}))
def test_every_code_and_symbol_of_a_currency_stands_in_front_of_a_figure(name: str) -> None:
    for text, amount in ((f"It is {name}5 million.", 5_000_000), (f"It is {name} 7,000.", 7_000)):
        assert [one.amount for sentence in segment(text).sentences for one in find_money(sentence)] == [amount], text


@pytest.mark.parametrize("name", sorted({name for one in currencies() for name in (one.code, *one.words)}))
def test_every_name_of_a_currency_stands_behind_a_number(name: str) -> None:
    for text in (f"It is 5 million {name}.", f"It is five million {name}."):
        assert [one.amount for sentence in segment(text).sentences for one in find_money(sentence)] == [5_000_000], text


@pytest.mark.parametrize(
    "words",
    ["9 May 2023", "May 9", "Sept. 4", "2023-05-09", "03/03/2023", "May 2023", "today", "this morning", "Friday"],
)
def test_a_day_is_seen_by_each_kind_of_its_words(words: str) -> None:
    (sentence,) = segment(f"It came {words}, they said").sentences
    assert len(find_dates(sentence, PUBLISHED)) == 1
