"""Sentences end where spaCy's sentencizer ends them, though spaCy is shown few of their words."""

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extract import language
from app.extract.language import pipeline, sentences

# What splits sentences, what only looks so, and what stands beside both.
PARTS = (
    ".|. |! |?| |  |\n|\u00a0|\u2028|U.S.|Lt. |e.g.|co.|im.|No.|Jr.|Kyiv|a|A|1|3.5|$2.5|$|…|...|)|”|»|’s|:|;|—|-|, |:)|"
    "www.a.b|http://x.y/z.|İ|😀|\u3000|。|؟|mm|٣|é|#|%|&|_"
)


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _by_spacy(text: str) -> list[str]:
    """The sentences of the whole text as spaCy splits it, which takes any space but a plain one for a token."""
    doc: Any = pipeline()(text.translate(str.maketrans("\n\t\u00a0\u202f", "    ")))
    found = (text[one.start_char : one.end_char].strip() for one in doc.sents)
    return [words for words in found if words]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PARTS.split("|")), max_size=14).map("".join))
def test_sentences_end_where_spacy_ends_them(text: str) -> None:
    assert _words(text) == _by_spacy(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_split_as_spacy_splits_it(text: str) -> None:
    text = re.sub(r"[\"'“‘«(\[{]", "", text)
    assert _words(text) == _by_spacy(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('It is so. "We agree," he said.', ["It is so.", '"We agree," he said.']),
        ('He said: "It is so." They agree.', ['He said: "It is so."', "They agree."]),
        ("It came. (This is new.) It went.", ["It came.", "(This is new.)", "It went."]),
        ("It came [3]. [The rest] went.", ["It came [3].", "[The rest] went."]),
        ("It came. ‘“Yes,” he said’.", ["It came.", "‘“Yes,” he said’."]),
        ('It came.\n"\nIt went.', ['It came.\n"', "It went."]),
    ],
)
def test_an_opening_mark_belongs_to_the_sentence_behind_it(text: str, found: list[str]) -> None:
    assert _words(text) == found


def test_every_sign_that_ends_a_sentence_to_spacy_is_looked_for() -> None:
    splitter: Any = pipeline().get_pipe("sentencizer")
    assert [sign for sign in splitter.punct_chars if not language._MARK.match(sign)] == []


@pytest.mark.parametrize("word", ["Kyiv.", "aid.", "2023.", "im.", "co.", "etc.", "p.m.", "$1.25", "155.5mm,", "2.5"])
def test_a_word_that_is_read_without_spacy_is_read_alike(word: str) -> None:
    assert language._read(word) == language._read_tokens(word)


def test_a_run_of_signs_that_is_no_word_ends_a_sentence_by_its_last_sign() -> None:
    ruler = "-" * 300
    assert _words(f"One {ruler} two.{ruler} three{ruler}. Four.") == [f"One {ruler} two.{ruler} three{ruler}.", "Four."]


def test_what_runs_on_for_longer_than_a_sentence_is_cut_between_words() -> None:
    found = _words("aid " * 1200)
    assert [len(words) for words in found] == [1999, 1995, 803]


def test_neither_spacy_nor_dateparser_is_loaded_before_a_document_needs_it() -> None:
    code = (
        "import sys\n"
        "import app.api, app.cli, app.ingest\n"
        "from app.extract import extract\n"
        "from app.facts import Document\n"
        "def loaded(): return [name for name in ('spacy', 'dateparser') if name in sys.modules]\n"
        "assert loaded() == []\n"
        "extract(Document('Aid for Kyiv.'))\n"
        "assert loaded() == ['spacy']\n"
        "extract(Document('Aid for Kyiv on May 9, 2023.'))\n"
        "assert loaded() == ['spacy', 'dateparser']\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
