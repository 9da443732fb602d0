from collections.abc import Callable
from typing import Any

import pytest

MarkedReader = Callable[..., Any]


def test_marked_words_are_read_in_the_order_of_the_text(marked: MarkedReader) -> None:
    read = marked("a <x>b <y>c</y></x> d")
    assert read.text == "a b c d"
    assert read.words == (("x", "b c"), ("y", "c"))


@pytest.mark.parametrize("source", ["<x>a", "a</x>", "<x>a</y>", "<x><y>a</x></y>"])
def test_unbalanced_tags_fail(marked: MarkedReader, source: str) -> None:
    with pytest.raises(ValueError, match="close"):
        marked(source)


def test_a_case_that_expects_nothing_by_accident_fails(marked: MarkedReader) -> None:
    with pytest.raises(ValueError, match="nothing is marked"):
        marked("plain")
    assert marked("plain", expects_nothing=True).words == ()
