"""Verbs by which goods are handed over: who gives them, whether it is so, and where the goods begin."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


@pytest.mark.parametrize(
    "source",
    [
        "Greece will send 12 <item>howitzers</item> to Albania.",
        "Greece will send Albania 12 <item>howitzers</item>.",
        "Greece will send Albania's army 12 <item>howitzers</item>.",
        "Greece will send Albania's armed forces 12 <item>howitzers</item>.",
        "Greece will supply the Albanian armed forces with 12 <item>howitzers</item>.",
        "Greece is giving Albania 12 <item>howitzers</item>.",
        "Greece intends to hand 12 <item>howitzers</item> to Albania.",
        "Greece approved the transfer of 12 <item>howitzers</item> to Albania.",
        "Greece plans to quickly transfer 12 <item>howitzers</item> to Albania.",
        "Albania's army will receive 12 <item>howitzers</item>, Greece announced.",
    ],
)
def test_goods_begin_behind_the_verb_and_its_recipient(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    (package,) = found.packages
    (item,) = found.items
    assert found.value(package, "recipient")["code"] == "AL"
    assert (found.value(package, "donor") or {"code": "GR"})["code"] == "GR"
    assert found.quotes("line_item") == case.of("item")
    assert found.value(item, "quantity") == 12


@pytest.mark.parametrize(
    "text",
    [
        "Greece will not send 12 howitzers to Albania.",
        "Greece refused to send 12 howitzers to Albania.",
        "Greece may send 12 howitzers to Albania.",
        "Greece considers whether it will send 12 howitzers to Albania.",
        "Greece would send 12 howitzers to Albania.",
        "Greece ruled out that it will send 12 howitzers to Albania.",
        "Rumours say that Greece will send 12 howitzers to Albania.",
        "Greece will send 12 violins to Albania.",
        "Greece sent 12 howitzers to Albania.",
        "Greece has already delivered 12 howitzers to Albania.",
    ],
)
def test_what_is_denied_thought_of_or_done_is_no_package(read: ReadText, text: str) -> None:
    assert read(text).packages == []


@pytest.mark.parametrize(
    "verb", ["said that it", "told reporters it", "announced on Sunday that it", "confirmed it", "informed us that it"]
)
def test_would_is_will_where_it_is_reported(read: ReadText, marked: MarkedReader, verb: str) -> None:
    case = marked(f"Greece {verb} would send 12 <item>howitzers</item> to Albania.")
    found = read(case.text)
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["GR"]
    assert found.quotes("line_item") == case.of("item")


@pytest.mark.parametrize("verb", ["said that it might", "said that it could", "said that it would not"])
def test_what_is_reported_may_still_be_a_thought(read: ReadText, verb: str) -> None:
    assert read(f"Greece {verb} send 12 howitzers to Albania.").packages == []


def test_each_giver_of_a_sentence_has_its_own_goods(read: ReadText) -> None:
    found = read("Greece will send 12 howitzers to Albania; Cyprus will send six mortars to Albania.")
    rows = {found.value(one, "donor")["code"]: one.id for one in found.packages}
    assert [(item.parent, found.value(item, "quantity")) for item in found.items] == [(rows["GR"], 12), (rows["CY"], 6)]


def test_what_was_given_before_is_no_item_of_the_news(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Greece will send 12 <item>howitzers</item> to Albania. Greece has so far sent trucks and tanks to Albania."
    )
    assert read(case.text).quotes("line_item") == case.of("item")
