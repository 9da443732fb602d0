import subprocess
import sys

from app.extract import vocabulary


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
    assert {program.donor for program in vocabulary.programs()} <= codes
    assert {one.country for one in vocabulary.publishers() if one.country} <= codes
    assert {one.country for one in vocabulary.organisations() if one.country} <= codes
    assert {one.country for one in vocabulary.leaders()} <= codes


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
