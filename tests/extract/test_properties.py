"""What holds for any text whatever."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extract import extract
from app.facts import Document

# Words that rules react to, so that random texts reach deep into assembly.
WORD_LIST = (
    "Norway announced|the United States|$300 million|€2.5 bn|up to|in military aid|for Ukraine|to|package|includes|"
    "including|:|\n- |\n\n|. |, | and |six|155 mm|rounds|Patriot|tanks|has pushed for|reluctant|drawdown|"
    "506(a)(1)|hereby delegate|since|Tuesday|today|February 2022|05/09/2023|31 June 2023|(|)|—|’s|'s|will send|"
    "a|unspecified|Congress|its allies|were finally promised|to give them|9,999,999,999|$5000 trillion|"
    "İ|ﬁ|\u2028|\x85|😀|é|\t|ſome"
)
WORDS = st.sampled_from(WORD_LIST.split("|"))
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


ANNOUNCEMENT = "Norway announced $300 million in military aid for Ukraine"
SIZE = 50_000
ENDLESS = {
    **{
        unit: unit * (SIZE // len(unit))
        for unit in ["7", "1,", "$", "$1,000 ", "-", "—", "(", '"', "😀", "e\u0301", "#"]
    },
    **{
        unit: unit * (SIZE // len(unit))
        for unit in ["\n", "\u00a0", "a ", "and ", "٣", "²", "５", ": ", "x:\n- 4 tanks\n"]
    },
    "bullets": "- a\n" * (SIZE // 4),
    "one sentence": f"{ANNOUNCEMENT}, " * (SIZE // len(ANNOUNCEMENT)),
    "sentences": f"{ANNOUNCEMENT}. " * 2000,
    "packages": " ".join(f"Norway announced ${at}.5 million in military aid for Ukraine." for at in range(2, 1000)),
    "items": f"{ANNOUNCEMENT}. The package includes " + " ".join(f"{at} tanks," for at in range(5000)),
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=[repr(name) for name in ENDLESS])
def test_a_long_text_of_any_shape_takes_about_linear_time(text: str) -> None:
    extract(Document(ANNOUNCEMENT))
    started = time.perf_counter()
    extract(Document(text, publisher="The White House", published_on=date(2024, 5, 1)))
    # Quadratic time takes a minute and more for these; the limit leaves room for slow machines.
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "It gave 5 mıllıon euroſ and ſome $5 mıllion, thıs morning.",
        "The package includes ſome ſix tanks and fıve mıllion rounds.",
        "It gave $٣٠٠ million and ５ million euros in May ٢٠٢٣.",
        "It gave ² tanks, 20٢٣-٠٥-٠٩, ٠٥/٠٩/20٢٣.",
    ],
)
def test_letters_and_digits_of_other_scripts_raise_nothing(text: str) -> None:
    reading = extract(Document(f"{ANNOUNCEMENT}. {text}", published_on=date(2024, 5, 1)))
    edtf = [str(claim.value) for mention in reading.mentions for claim in mention.on("dates")]
    assert all(value.isascii() for value in edtf)
    assert [mention.kind for mention in reading.mentions][:1] == ["package"]
