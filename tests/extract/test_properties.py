"""What holds for any text whatever."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.extract import extract
from app.facts import Document

# Words that rules react to, so that random texts reach deep into assembly.
WORDS = st.sampled_from(
    [
        *(
            "Norway announced",
            "the United States",
            "$300 million",
            "€2.5 bn",
            "up to",
            "in military aid",
            "for Ukraine",
            "to",
        ),
        *(
            "package",
            "includes",
            "including",
            ":",
            "\n- ",
            "\n\n",
            ". ",
            ", ",
            " and ",
            "six",
            "155 mm",
            "rounds",
            "Patriot",
        ),
        *(
            "tanks",
            "has pushed for",
            "reluctant",
            "drawdown",
            "506(a)(1)",
            "hereby delegate",
            "since",
            "Tuesday",
            "today",
        ),
        *(
            "February 2022",
            "05/09/2023",
            "31 June 2023",
            "(",
            ")",
            "—",
            "’s",
            "'s",
            "will send",
            "a",
            "unspecified",
            "Congress",
        ),
        *("İ", "ﬁ", "\u2028", "\x85", "😀", "é", "\t"),
    ]
)
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=40).map(" ".join)
PUBLISHERS = st.sampled_from([None, "The White House", "Canberra Times"])
DAYS = st.none() | st.dates()


@settings(max_examples=150, deadline=None)
@given(TEXTS, PUBLISHERS, DAYS)
def test_any_text_is_read_with_every_span_inside_it(text: str, publisher: str | None, day: date | None) -> None:
    document = Document(text, publisher=publisher, published_on=day)
    reading = extract(document)
    spans = [mention.anchor for mention in reading.mentions]
    spans += [claim.span for mention in reading.mentions for claim in mention.claims if claim.span is not None]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    ids = [mention.id for mention in reading.mentions]
    assert len(ids) == len(set(ids))
    assert extract(document) == reading


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_parents_are_packages_and_mentions_stand_in_order(text: str) -> None:
    mentions = extract(Document(text)).mentions
    packages = {mention.id for mention in mentions if mention.kind == "package"}
    order = ["package", "line_item", "coalition_note"]
    keys = [(order.index(mention.kind), mention.anchor) for mention in mentions]
    assert keys == sorted(keys)
    for mention in mentions:
        assert mention.parent in packages or (mention.parent is None and mention.kind != "line_item")
        values = {claim.field: claim.value for claim in mention.claims}
        if mention.kind == "line_item":
            assert {"description", "category", "kind", "specified"} <= values.keys()
        if mention.kind == "coalition_note":
            assert values["text"] == text[mention.anchor.start : mention.anchor.end]


def test_a_sentence_without_an_end_takes_no_more_than_linear_time() -> None:
    unit = "Norway announced $300 million in military aid for Ukraine, "
    extract(Document(unit))
    started = time.perf_counter()
    extract(Document(unit * 1500))
    assert time.perf_counter() - started < 10
