from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


@pytest.mark.parametrize(
    "source",
    [
        "<leadership>Denmark has forged a coalition to arm Kyiv</leadership> since the war began.",
        "However, <coordination>many countries have coordinated military aid to Ukraine</coordination>.",
        "<request>Taipei has asked for more drones</request>.",
        "<reluctance>Some allies have been hesitant to send fighter jets</reluctance>, but "
        "<promise>Belgium finally agreed to provide weapons</promise>.",
        "<condition>The missiles may not be used against targets in Russia</condition>.",
        "<contribution>Norway also pledged artillery ammunition</contribution>.",
    ],
)
def test_a_note_is_the_clause_around_its_cue(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    notes = [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes]
    assert notes == list(case.words)
    assert [text for _, text in notes] == found.quotes("coalition_note")


@pytest.mark.parametrize(
    "text",
    [
        "Allies have coordinated sanctions and military aid.",
        "The teams coordinated their colours.",
        "Together with its allies, Norway gave weapons.",
        "Kyiv has pushed for peace in the region",
    ],
)
def test_civil_cooperation_and_passing_words_are_no_notes(read: ReadText, text: str) -> None:
    assert read(text).notes == []


def test_a_note_without_a_package_is_kept_without_a_parent(read: ReadText) -> None:
    found = read("Kyiv has pushed for fighter jets.")
    (note,) = found.notes
    assert note.parent is None
    assert found.values(note, "actors") == [{"code": "UA", "name": "Ukraine"}]
    assert found.values(note, "items") == [{"description": "fighter jets", "system": None, "category": "aircraft"}]
