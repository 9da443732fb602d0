"""Patterns of words are searched only where one of their words stands, and find what they find without that."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import app.extract
from app.extract.assembly import news, starts
from app.extract.segments import Sentence, segment
from app.extract.worded import Worded

ANNOUNCEMENTS = sorted((Path(__file__).parents[1] / "announcements").glob("*.txt"))


def _sentence(text: str) -> Sentence:
    (sentence,) = segment(text).sentences
    return sentence


def _patterns() -> list[Worded]:
    modules = [import_module(one.name) for one in walk_packages(app.extract.__path__, "app.extract.")]
    return list(
        {id(one): one for module in modules for one in vars(module).values() if isinstance(one, Worded)}.values()
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They weighed it.", "weighed"),
        ("They WEIGH\nup options.", "weigh"),
        ("It is the armed\u00a0forces’ idea", "armed forces"),
        ("It was outweighed.", None),
        ("Armed men, forces", None),
        ("weigh2 and weigh_it", None),
    ],
)
def test_a_phrase_is_found_by_its_whole_words_in_any_case(text: str, found: str | None) -> None:
    match = Worded("weigh/weighed", "armed forces?").search(_sentence(text))
    assert (match and match.group()) == found


def test_a_part_of_a_sentence_is_searched() -> None:
    sentence = _sentence("arms and arms and arms")
    pattern = Worded("arms")
    assert [match.start() for match in pattern.finditer(sentence, 3)] == [9, 18]
    assert [match.start() for match in pattern.finditer(sentence, 0, 13)] == [0, 9]
    assert pattern.search(sentence, 1, 12) is None


@pytest.mark.parametrize("phrase", ["deliver(?:y|ies)", "forces?", "(?:the )?army", "155 mm", ""])
def test_a_phrase_that_begins_with_no_whole_word_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="begins with whole words"):
        Worded(phrase)


@pytest.mark.parametrize("path", ANNOUNCEMENTS, ids=lambda path: path.stem)
def test_the_words_of_a_sentence_hide_nothing_that_a_pattern_finds(path: Path) -> None:
    patterns = _patterns()
    assert len(patterns) >= 10
    for sentence in segment(path.read_text(encoding="utf-8")).sentences:
        for one in patterns:
            plain = [match.span() for match in one.pattern.finditer(sentence.lower)]
            assert [match.span() for match in one.finditer(sentence)] == plain
        assert _without_gate(sentence, starts._INVERTED) <= (not sentence.words.isdisjoint(starts._INVERTING))
        assert _without_gate(sentence, news._IN_IT) <= (not sentence.words.isdisjoint(news._HOLDERS))


def _without_gate(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    return pattern.search(sentence.lower) is not None
