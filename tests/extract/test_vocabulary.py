import csv
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from itertools import groupby
from typing import Any

import pycountry
import pytest

from app.extract import vocabulary
from app.extract.recognisers.actors import find_actors
from app.extract.recognisers.equipment import find_terms
from app.extract.recognisers.money import find_money
from app.extract.recognisers.programs import find_programs
from app.extract.segments import segment
from app.extract.spellings import goods_spellings

MarkedReader = Callable[..., Any]

# Codes of two letters that are no country's in ISO 3166-1, which keeps both free of other use: EU is reserved for the
# Union, XK is what CLDR and the European Commission write for Kosovo.
NO_COUNTRIES = {"EU", "XK"}
# A calibre as records have it: "155 mm", "12.7 mm"; not "155mm".
CALIBER = re.compile(r"\d{1,3}(?:\.\d{1,2})? mm")
# A program's code: "PDA", "S333"; not "pda".
CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
FILES = sorted(
    path.name for path in files(vocabulary).iterdir() if path.name.endswith(".csv") and path.name != "cues.csv"
)


def test_codes_and_names_stand_once() -> None:
    for entries in (vocabulary.programs(), vocabulary.categories(), vocabulary.note_kinds(), vocabulary.places()):
        codes = [entry.code for entry in entries]
        assert len(codes) == len(set(codes))


def test_no_phrase_stands_twice_in_its_group() -> None:
    for group in ("announce", "object", "recall", "total", "contents", "note", "statement", "mechanism", "nature"):
        phrases = [cue.phrase for cue in vocabulary.cues(group)]
        assert phrases
        assert len(phrases) == len(set(phrases))
    nouns = [noun.phrase for noun in vocabulary.equipment()]
    assert len(nouns) == len(set(nouns))


def test_countries_of_other_files_are_places() -> None:
    codes = {place.code for place in vocabulary.places()}
    assert {code for program in vocabulary.programs() for code in program.donor.split("+")} <= codes
    assert {one.country for one in vocabulary.publishers() if one.country} <= codes
    assert {one.country for one in vocabulary.organisations() if one.country} <= codes
    assert {one.country for one in vocabulary.leaders()} <= codes


def test_countries_are_those_of_iso_3166() -> None:
    countries = {place.code for place in vocabulary.places() if len(place.code) == 2} - NO_COUNTRIES
    assert len(countries) >= 150
    assert [code for code in countries if pycountry.countries.get(alpha_2=code) is None] == []


def test_what_stands_for_a_place_stands_for_no_other() -> None:
    found = Counter(
        phrase.casefold() for place in vocabulary.places() for phrase in {place.name, *place.adjectives, *place.aliases}
    )
    assert [phrase for phrase, times in found.items() if times > 1] == []


def test_programs_are_of_many_donors_and_no_two_have_one_name() -> None:
    programs = vocabulary.programs()
    assert len({program.donor for program in programs}) >= 10
    assert all(CODE.fullmatch(program.code) for program in programs)
    assert all("+".join(sorted(program.donor.split("+"))) == program.donor for program in programs)
    found = Counter(name for program in programs for name in {program.name, *program.aliases})
    assert [name for name, times in found.items() if times > 1] == []


def test_systems_are_many_and_no_two_have_one_name() -> None:
    systems = vocabulary.systems()
    assert len(systems) >= 300
    found = Counter(
        name for system in systems for name in {n.casefold() for n in (system.designation, *system.aliases)}
    )
    assert [name for name, times in found.items() if times > 1] == []
    assert [one.designation for one in systems if one.caliber is not None and not CALIBER.fullmatch(one.caliber)] == []


def test_systems_of_one_category_stand_together() -> None:
    categories = [category for category, _ in groupby(system.category for system in vocabulary.systems())]
    assert len(categories) == len(set(categories))


def test_nouns_are_many_and_none_names_a_system() -> None:
    assert len(vocabulary.equipment()) >= 350
    known: dict[str, str] = {}
    for phrase, entry in goods_spellings():
        if isinstance(entry, vocabulary.Equipment):
            known[phrase.casefold()] = entry.phrase
    clashes = {
        name: known[name.casefold()]
        for system in vocabulary.systems()
        for name in (system.designation, *system.aliases)
        if name.casefold() in known
    }
    assert clashes == {}


def test_ranks_of_nouns_are_from_three_to_none() -> None:
    assert {noun.rank for noun in vocabulary.equipment()} == {0, 1, 2, 3}


def test_no_two_actors_have_one_name() -> None:
    organisations = vocabulary.organisations()
    assert len({one.code for one in organisations}) == len(organisations)
    places = {name for place in vocabulary.places() for name in (place.name, *place.adjectives, *place.aliases)}
    named = [name for one in organisations for name in {one.name, *one.aliases}] + [
        one.name for one in vocabulary.leaders()
    ]
    found = Counter(named)
    assert [name for name, times in found.items() if times > 1 or name in places] == []


def test_no_two_publishers_have_one_name() -> None:
    publishers = vocabulary.publishers()
    found = Counter(name.casefold() for one in publishers for name in {one.name, *one.aliases})
    assert [name for name, times in found.items() if times > 1] == []
    official = {one.country for one in publishers if one.official}
    assert len(official) >= 25
    assert None not in official


def test_what_stands_for_a_currency_stands_for_no_other() -> None:
    currencies = vocabulary.currencies()
    found = Counter(name.lower() for one in currencies for name in {one.code, *one.symbols, *one.words})
    assert [name for name, times in found.items() if times > 1] == []
    countries = Counter(one.country for one in currencies if one.country is not None)
    assert [country for country, times in countries.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_no_cell_has_stray_blanks_and_no_row_a_cell_too_few(name: str) -> None:
    header, *rows = csv.reader(files(vocabulary).joinpath(name).read_text(encoding="utf-8").splitlines())
    assert rows
    for row in rows:
        assert len(row) == len(header), row
        for cell in row:
            assert cell == cell.strip(), row
            parts = cell.split("|")
            assert cell == "" or all(part and part == part.strip() for part in parts), row
            assert len(parts) == len(set(parts)), row
            assert "  " not in cell, row


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "It sent two <s>Osa air defence systems</s>, <s>Strela-10</s> launchers and <s>TRML-4D</s> radars.",
            [("9K33 Osa", "air_defense"), ("Strela-10", "air_defense"), ("TRML-4D", "air_defense")],
        ),
        (
            "It sent <s>D-30s</s>, <s>2S1 Gvozdika</s> guns and <s>RM-70</s> launchers.",
            [("D-30", "fires"), ("2S1 Gvozdika", "fires"), ("RM-70", "fires")],
        ),
        (
            "It sent <s>Senator armoured vehicles</s>, <s>YPR-765s</s> and <s>XA-180</s> carriers.",
            [("Roshel Senator", "ground_maneuver"), ("YPR-765", "ground_maneuver"), ("XA-180 Pasi", "ground_maneuver")],
        ),
        (
            "It sent <s>HX-2</s> drones, <s>RQ-35 Heidrun</s> drones and <s>SkyRanger R70</s> drones.",
            [("HX-2", "uas"), ("RQ-35 Heidrun", "uas"), ("SkyRanger R70", "uas")],
        ),
        (
            "It sent <s>RGW 90 Matador</s> weapons, <s>M72</s> weapons and <s>CZ BREN 2</s> rifles.",
            [("RGW 90", "anti_armor"), ("M72 LAW", "anti_armor"), ("CZ BREN 2", "small_arms")],
        ),
        (
            "It sent an <s>Alkmaar-class</s> ship, <s>CB90s</s>, <s>Wisent 1</s> tanks and <s>AN/TPQ-50</s> radars.",
            [("Alkmaar-class", "maritime"), ("CB90", "maritime"), ("Wisent", "engineering"), ("AN/TPQ-50", "c4isr")],
        ),
        (
            "It sent <s>Black Hawks</s>, <s>GBU-39</s> bombs and <s>Operation Interflex</s> courses.",
            [("UH-60 Black Hawk", "aircraft"), ("GBU-39 SDB", "munitions"), ("Operation Interflex", "sustainment")],
        ),
        (
            "It sent <s>EDM4S</s> rifles and <s>Vampire drones</s>.",
            [("EDM4S", "counter_uas"), ("SkyFall Vampire", "uas")],
        ),
    ],
)
def test_systems_are_known_by_designation_and_alias(
    marked: MarkedReader, source: str, expected: list[tuple[str, str]]
) -> None:
    case = marked(source)
    (sentence,) = segment(case.text).sentences
    found = [one for one in find_terms(sentence) if one.system is not None]
    for term, words, known in zip(found, case.of("s"), expected, strict=True):
        assert case.text[term.start : term.end] == words
        assert (term.system, term.category) == known


@pytest.mark.parametrize(
    "text",
    [
        "A senator and a guardian met under the aegis of the spartan Osa family.",
        "A meteor, a bonus and a raven passed over Mars and the luna park.",
        "The metis people and a beaver saw a giraffe with arthur.",
    ],
)
def test_a_word_that_only_resembles_a_designation_is_none(text: str) -> None:
    (sentence,) = segment(text).sentences
    assert [one.system for one in find_terms(sentence)] == []


@pytest.mark.parametrize(
    ("text", "category", "kind"),
    [
        ("interceptor drones", "counter_uas", "system"),
        ("field hospitals", "protective_medical", "system"),
        ("tank engines", "ground_maneuver", "component"),
        ("propelling charges", "fires", "munition"),
        ("rocket-propelled grenades", "anti_armor", "munition"),
        ("mine ploughs", "engineering", "system"),
        ("unmanned ground vehicles", "ground_maneuver", "system"),
        ("underwater drones", "maritime", "system"),
        ("thermal imagers", "c4isr", "system"),
        ("sleeping bags", "sustainment", "supply"),
        ("fuel tankers", "sustainment", "system"),
        ("drone components", "uas", "component"),
        ("chemical, biological, radiological and nuclear", "protective_medical", "supply"),
    ],
)
def test_a_noun_of_several_words_is_one_thing(text: str, category: str, kind: str) -> None:
    (sentence,) = segment(f"It will send {text}.").sentences
    assert [(one.category, one.kind) for one in find_terms(sentence)] == [(category, kind)]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("It pays into <p>PURL</p> and the <p>International Fund for Ukraine</p>.", ["PURL", "IFU"]),
        ("It pays <p>through the Danish model</p> and the <p>Nansen Programme</p>.", ["DKMOD", "NANSEN"]),
        ("It joined the <p>Czech-led ammunition initiative</p> and the <p>IT coalition</p>.", ["CZAI", "CCIT"]),
        ("It used <p>Section 333</p> and the <p>Baltic Security Initiative</p>.", ["S333", "BSI"]),
        ("A loan of <p>Security Action for Europe</p>, then an <p>ERA loan</p>.", ["SAFE", "ERA"]),
        ("Under <p>Official Security Assistance</p> and the <p>Defence Cooperation Program</p>.", ["OSA", "AUDCP"]),
        ("It gave to the <p>drone capability coalition</p>.", ["CCDRONE"]),
    ],
)
def test_programs_of_many_donors_are_known(marked: MarkedReader, source: str, codes: list[str]) -> None:
    case = marked(source)
    (sentence,) = segment(case.text).sentences
    found = find_programs(sentence)
    assert [case.text[one.span.start : one.span.end] for one in found] == case.of("p")
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    "text",
    [
        "It is needed ASAP in a safe place, and a drone coalition was praised.",
        "The maritime coalition in the Red Sea has a cap on costs.",
        "The Ukraine fund, the Danish model of welfare and the tank coalition came up.",
    ],
)
def test_a_passing_word_names_no_program(text: str) -> None:
    (sentence,) = segment(text).sentences
    assert find_programs(sentence) == []


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("<a>Mozambican</a> troops, <a>Nairobi</a> and the <a>Congo-Brazzaville</a> army.", ["MZ", "KE", "CG"]),
        ("The <a>Dominican Republic</a>, <a>Dominica</a> and <a>Papua New Guinea</a>.", ["DO", "DM", "PG"]),
        ("<a>Equatorial Guinea</a>, <a>Guinea</a>, <a>Nigerien</a> and <a>Nigerian</a> aid.", ["GQ", "GN", "NE", "NG"]),
        (
            "From <a>Northern Ireland</a> and <a>New Mexico</a> to <a>Ireland</a> and <a>Mexico</a>.",
            ["GB", "US", "IE", "MX"],
        ),
        ("<a>Kosovo</a>, <a>Sarajevo</a> and the <a>African Union</a>.", ["XK", "BA", "AUN"]),
        (
            "<a>Lithuania's Ministry of National Defence</a> and the <a>Armed Forces of the Philippines</a>.",
            ["LT", "PH"],
        ),
        ("<a>Prime Minister Kaja Kallas</a> and <a>High Representative Kaja Kallas</a>.", ["EE", "EU"]),
    ],
)
def test_actors_of_many_countries_are_known(marked: MarkedReader, source: str, codes: list[str]) -> None:
    case = marked(source)
    (sentence,) = segment(case.text).sentences
    found = find_actors(sentence)
    assert [case.text[one.span.start : one.span.end] for one in found] == case.of("a")
    assert [one.place for one in found] == codes


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("NOK 1.2 billion", 1_200_000_000, "NOK"),
        ("SEK 500m", 500_000_000, "SEK"),
        ("2.4 billion Danish kroner", 2_400_000_000, "DKK"),
        ("100 million Romanian lei", 100_000_000, "RON"),
        ("HUF 300 million", 300_000_000, "HUF"),
        ("$A50 million", 50_000_000, "AUD"),
        ("200 million złoty", 200_000_000, "PLN"),
        ("S$3 million", 3_000_000, "SGD"),
        ("500 million Icelandic krónur", 500_000_000, "ISK"),
    ],
)
def test_currencies_are_known_by_code_sign_and_word(text: str, amount: int, currency: str) -> None:
    (sentence,) = segment(f"It gave {text}.").sentences
    assert [(money.amount, money.currency) for money in find_money(sentence)] == [(amount, currency)]


@pytest.mark.parametrize(
    ("name", "country", "official"),
    [
        ("Estonian Ministry of Defence", "EE", True),
        ("government.se", "SE", True),
        ("Press Information Bureau", "IN", True),
        ("CTK", "CZ", False),
        ("The Globe and Mail", "CA", False),
    ],
)
def test_publishers_are_known_with_their_country(name: str, country: str, official: bool) -> None:
    found = vocabulary.publisher(name)
    assert found is not None
    assert (found.country, found.official) == (country, official)


def test_names_are_for_display() -> None:
    assert vocabulary.place_name("US") == "United States"
    assert vocabulary.place_name("EU") == "European Union"
    assert vocabulary.place_name("DK+NO") == "Denmark and Norway"
    assert vocabulary.place_name("UY") == "Uruguay"
    assert vocabulary.place_name("ZZ") == "ZZ"


def test_a_publisher_is_known_by_alias_in_any_case() -> None:
    found = vocabulary.publisher("white house")
    assert found is not None
    assert found.official
    assert vocabulary.publisher(None) is None
    assert vocabulary.publisher("The Daily Nobody") is None


def test_importing_the_reading_does_not_load_spacy() -> None:
    code = "import sys, app.extract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
