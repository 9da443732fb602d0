"""Which sentences tell the news: that is seen by the amounts and goods that are taken from them, or left."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Croatia announced a new military aid package for Togo. "
FAR = "Talks took place in Split. A hotel was full. Rain fell on the harbour. Its mayor was glad. "


def amounts(found: Any, role: str = "value") -> list[str]:
    return [found.reading.document.quote(one.span) for one in found.reading.amounts if one.role == role]


@pytest.mark.parametrize(
    "source",
    [
        "Croatia announced <value>€6 million</value> in military aid for Togo.",
        "Croatia pledges <value>€6 million</value> in military aid to Togo.",
        "Zagreb is putting <value>€6 million</value> into howitzers for Togo.",
        "A gift of howitzers worth <value>€6 million</value> for Togo was approved by Croatia.",
        "Croatia will spend <value>€6 million</value> on howitzers for Togo.",
        "It's a <value>€6 million</value> package of weapons from Croatia for Togo.",
        "Croatia followed up on Thursday with a <value>€6 million</value> package of weapons for Togo.",
        "Today's gift of Croatia: a package of arms for Togo worth <value>€6 million</value>, decided today.",
        "Croatia told Togo on Sunday that it would give it <value>€6 million</value> in military aid.",
    ],
)
def test_a_verb_or_a_day_makes_news_of_an_amount(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert amounts(read(case.text)) == case.of("value")


@pytest.mark.parametrize(
    "text",
    [
        "Croatia has not announced €6 million in military aid for Togo.",
        "Croatia might announce €6 million in military aid for Togo.",
        "Croatia never pledged €6 million in military aid to Togo.",
        "It was unclear whether Croatia announced €6 million in military aid for Togo.",
        "Croatia would announce €6 million in military aid for Togo.",
        "Croatia discussed whether it will send €6 million in military aid to Togo.",
        "A museum in Split shows €6 million in old weapons from Togo.",
        "Croatia follows up every year with a €6 million package of weapons for Togo.",
    ],
)
def test_a_thought_or_a_denial_is_no_news(read: ReadText, text: str) -> None:
    found = read(text)
    assert amounts(found) == []
    assert found.packages == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It also includes <item>field radios</item>.",
        "The second part covers <item>field radios</item>.",
        "In it are <item>field radios</item>.",
        "In the transport there are <item>field radios</item>.",
        "The elements of the package: <item>field radios</item> and <item>trucks</item>.",
        "Twelve <item>field radios</item>, six <item>trucks</item> and a <item>mine roller</item>.",
        "What is in the package? <item>Field radios</item> and <item>trucks</item>.",
        f"{FAR}The package features <item>field radios</item>.",
        "This gift comprises <item>field radios</item>.",
        "Among the goods are <item>field radios</item>.",
    ],
)
def test_a_sentence_that_refers_back_goes_on_about_the_aid(read: ReadText, marked: MarkedReader, sentence: str) -> None:
    case = marked(LEAD + sentence)
    found = read(case.text)
    assert len(found.packages) == 1
    assert found.quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "sentence",
    [
        "Its navy has old field radios.",
        "Twelve field radios were stolen in Split.",
        f"{FAR}The previous package featured field radios.",
        f"{FAR}Rain fell on field radios.",
        "The packaging of field radios is made in Split.",
    ],
)
def test_a_sentence_of_something_else_does_not_go_on(read: ReadText, sentence: str) -> None:
    found = read(LEAD + sentence)
    assert len(found.packages) == 1
    assert found.items == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{FAR}The package is worth <value>€6 million</value>.",
        "Counted in the transport are trucks worth <value>€6 million</value>.",
        "Trucks worth <value>€6 million</value> are in it.",
        "Field radios and trucks for <value>€6 million</value>.",
    ],
)
def test_a_sum_in_a_sentence_that_goes_on_is_the_packages(read: ReadText, marked: MarkedReader, sentence: str) -> None:
    case = marked(LEAD + sentence)
    assert amounts(read(case.text)) == case.of("value")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{FAR}The previous package was worth €6 million.",
        "Counted in the army are trucks worth €6 million.",
        "Rust has eaten radios, trucks and boats worth €6 million.",
        "Old trucks in museums are worth €6 million.",
    ],
)
def test_a_sum_in_a_sentence_of_something_else_is_not(read: ReadText, sentence: str) -> None:
    assert amounts(read(FAR + FAR + LEAD + sentence)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "HORVAT: Croatia announced <value>€4 million</value> in military aid for Togo.",
        "GENERAL HORVAT: Croatia announced <value>€4 million</value> in military aid for Togo.",
        "A: Croatia announced <value>€4 million</value> in military aid for Togo.",
        "COLONEL HORVAT (through an interpreter): Croatia announced <value>€4 million</value> in arms for Togo.",
    ],
)
@pytest.mark.parametrize("asker", ["Q", "Q:", "QUESTION:", "Question:", "REPORTER:"])
def test_a_question_announces_nothing_and_its_answer_does(
    read: ReadText, marked: MarkedReader, asker: str, answer: str
) -> None:
    case = marked(f"{asker} Has Croatia announced €6 million in military aid for Togo?\n\n{answer}")
    found = read(case.text)
    assert amounts(found) == case.of("value")
    assert amounts(found, "none") == ["€6 million"]


def test_a_question_may_run_over_paragraphs(read: ReadText) -> None:
    found = read(
        "REPORTER: Croatia announced €6 million in military aid for Togo, did it?\n\n"
        "And Croatia announced €7 million in arms for Zambia, I hear?\n\nHORVAT: It rained.\n"
    )
    assert found.packages == []


def test_questions_as_a_word_ask_nothing(read: ReadText, marked: MarkedReader) -> None:
    case = marked("Questions remain. Croatia announced <value>€6 million</value> in military aid for Togo.")
    assert amounts(read(case.text)) == case.of("value")


@pytest.mark.parametrize(
    "text",
    [
        "Croatia announced a possible sale of €6 million in weapons to Togo.",
        "Croatia announced €6 million in weapons for Togo under Foreign Military Sales.",
        "Togo wishes to buy weapons for €6 million from Croatia, Zagreb announced.",
        "Parliament votes in favour of €6 million in military aid for Togo that Croatia announced.",
        "The spending bill that Croatia announced has €6 million in military aid for Togo.",
    ],
)
def test_sales_and_laws_are_no_news_of_aid(read: ReadText, text: str) -> None:
    assert amounts(read(text)) == []


@pytest.mark.parametrize(
    "source",
    [
        "The United States announced <value>$6 million</value> in arms for Togo, not under Foreign Military Sales.",
        "The United States announced <value>$6 million</value> in arms for Togo rather than a foreign military sale.",
    ],
)
def test_a_sale_that_is_turned_off_closes_nothing(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert amounts(read(case.text)) == case.of("value")


@pytest.mark.parametrize(
    ("opening", "taken"),
    [
        ("The defence minister saw howitzers in Split. ", True),
        ("The army showed howitzers in Split. ", True),
        ("A choir sang in Split. ", False),
        ("The minister of culture saw a statue in Split. ", False),
    ],
)
def test_in_a_text_about_forces_a_sum_need_not_name_the_aid(read: ReadText, opening: str, taken: bool) -> None:
    found = read(f"{opening}Croatia will give €6 million to Togo.")
    assert (amounts(found) == ["€6 million"]) is taken


def test_in_news_of_aid_a_plain_sentence_tells_of_it_too(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Croatia gives military aid to Togo\n\n"
        "Howitzers and tanks will leave Split. Trucks for <value>€6 million</value> are on board."
    )
    assert amounts(read(case.text)) == case.of("value")


def test_what_is_yet_to_be_settled_is_told_by_no_plain_sentence(read: ReadText, marked: MarkedReader) -> None:
    opening = "Croatia will send howitzers and tanks to Togo. "
    assert amounts(read(f"{opening}The draft says that €6 million goes to trucks.")) == []
    case = marked(f"{opening}The men say that <value>€6 million</value> goes to trucks.")
    assert amounts(read(case.text)) == case.of("value")


def test_in_news_of_totals_a_plain_sentence_tells_of_none(read: ReadText) -> None:
    found = read(
        "Croatia and military aid to Togo\n\n"
        "In total €90 million in weapons was given so far. Trucks for €6 million were on board."
    )
    assert amounts(found) == []
