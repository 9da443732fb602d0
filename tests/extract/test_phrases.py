"""Phrases of the vocabularies are found as whole words, in one pass."""

from collections.abc import Iterable

import pytest

from app.extract.phrases import Finder, lower, words_of
from app.extract.vocabulary import Cue

NAMES = ["US", "U.S.", "Ukraine", "tank", "anti-tank missile", "missile launcher", "Côte d'Ivoire", "Security Fund"]


def _found(text: str, names: Iterable[str] = NAMES) -> list[str]:
    finder = Finder({"programs": [(name, name) for name in names]}, [])
    return [text[hit.start : hit.end] for hit in finder.find(text, lower(text), words_of(lower(text))[0]).programs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US and Ukraine's army (Ukraine, too).", ["US", "Ukraine", "Ukraine"]),
        ("It told us of UKRAINE.", ["UKRAINE"]),
        ("A US-led, Ukraine-based group — of U.S. origin.", ["US", "Ukraine", "U.S."]),
        ("It gave US$5 to Ukrainex, tanks and a TANK_3.", []),
        ("U.S.-made arms under the U.S.-Ukraine charter.", []),
        ("An anti-tank missile launcher, a counter-tank.", ["anti-tank missile", "tank"]),
        (
            "The Security\nFund of Côte d’Ivoire, the security\u00a0fund.",
            ["Security\nFund", "Côte d’Ivoire", "security\u00a0fund"],
        ),
        ("See https://example.org/ukraine/tank or www.ukraine.example, Ukraine.", ["Ukraine"]),
        ("İ Ukraine", ["Ukraine"]),
        ("tanké, étank and tank2", []),
    ],
)
def test_a_name_is_found_as_a_whole_word(text: str, found: list[str]) -> None:
    assert _found(text) == found


def test_the_name_of_most_words_wins_and_then_the_first() -> None:
    assert _found("secure communications equipment", ["secure communications", "communications equipment"]) == [
        "secure communications"
    ]
    assert _found("a b c d", ["a b", "b c d", "d"]) == ["b c d"]


def test_of_two_entries_with_one_spelling_the_first_is_taken() -> None:
    finder = Finder({"programs": [("tank", "one"), ("Tank", "two")]}, [])
    assert [hit.known for hit in finder.find("a tank", "a tank", frozenset({"a", "tank"})).programs] == ["one"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it led to aid", ["aid"]),
        ("aide and first-aid, aid-worker", []),
        ("aid package of aid", ["aid package", "aid", "aid"]),
        ("they led a new and broad alliance", ["led a new and broad alliance"]),
        ("they lead one very large and broad coalition", []),
        ("they lead, with others, a coalition", []),
        ("they built up coalition and alliance", []),
    ],
)
def test_a_cue_is_found_with_its_alternatives_and_gaps(text: str, found: list[str]) -> None:
    cues = [Cue("one", "x", phrase, 1) for phrase in ("aid", "aid package", "lead/led * coalition/alliance")]
    hits = Finder({}, cues).find(text, text, words_of(text)[0]).cues.get("one", [])
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_cues_of_a_group_stand_by_place_and_then_by_length_and_groups_stand_apart() -> None:
    cues = [Cue("one", "x", "aid", 1), Cue("one", "y", "aid package", 2), Cue("two", "z", "package", 1)]
    found = Finder({}, cues).find("an aid package", "an aid package", words_of("an aid package")[0]).cues
    assert {group: [hit.cue.kind for hit in hits] for group, hits in found.items()} == {"one": ["y", "x"], "two": ["z"]}
