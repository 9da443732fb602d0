"""Where a text lists what a package contains: the items are marked."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. "


@pytest.mark.parametrize(
    "source",
    [
        "The package includes <item>mortars</item>.",
        "The tranche comprises <item>mortars</item> and <item>helmets</item>.",
        "The aid contains <item>mortars</item>.",
        "It will have <item>mortars</item>.",
        "The shipment consists of <item>mortars</item>.",
        "The gift is made up of <item>mortars</item>.",
        "The order covers <item>mortars</item>.",
        "The ministry will provide Zambia with <item>mortars</item>.",
        "We will equip the army with <item>mortars</item>.",
        "It is a donation of <item>mortars</item>.",
        "The package, put at nine million, has <item>mortars</item>.",
    ],
)
def test_goods_stand_behind_a_verb_of_containing(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "sentence",
    [
        "Its army has mortars.",
        "Previous assistance includes mortars.",
        "Zambia has asked for mortars.",
        "Austria has provided mortars in the past.",
        "Suppliers are reluctant to part with mortars.",
        "It includes defense articles and services such as mortars.",
        "The minister meets with mortars in the yard.",
        "Austria will not send mortars.",
        "Austria declined to provide mortars.",
    ],
)
def test_goods_of_others_and_of_earlier_aid_are_left(read: ReadText, sentence: str) -> None:
    assert read(LEAD + sentence).items == []


FAR = "Rain fell. Bells rang. A choir sang. Snow came. A dog barked. Night fell. "


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("The ministry's order comprises mortars.", True),
        ("The ministry's orchestra comprises mortars.", False),
        ("The goods comprise mortars.", True),
        ("The songs comprise mortars.", False),
        ("Further, it comprises mortars.", True),
        ("Farther off, it comprises mortars.", False),
    ],
)
def test_far_from_the_news_goods_need_a_subject_that_stands_for_it(
    read: ReadText, sentence: str, *, taken: bool
) -> None:
    found = read(f"{FAR}{LEAD}{FAR}{sentence}")
    assert found.quotes("line_item") == (["mortars"] if taken else [])


@pytest.mark.parametrize(("subject", "taken"), [("ministry", True), ("package", True), ("choir", False)])
def test_beside_another_place_goods_need_a_subject_of_the_donors(read: ReadText, subject: str, *, taken: bool) -> None:
    found = read(f"{LEAD}In talks with Spain, the {subject} will deliver mortars.")
    assert found.quotes("line_item") == (["mortars"] if taken else [])


@pytest.mark.parametrize(
    "source",
    [
        "Austria announced €9 million in <item>mortars</item> and <item>helmets</item> for Zambia.",
        "Austria announced €9 million worth of <item>mortars</item> for Zambia.",
        "Austria announced €9 million in arms, for four <item>mortars</item> and <item>helmets</item>, for Zambia.",
        "Austria announced a grant of €9 million for <item>mortars</item> for Zambia.",
    ],
)
def test_goods_stand_behind_the_sum(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "source",
    [
        "Inside are <item>mortars</item>.",
        "Foreseen are 20 <item>mortars</item>.",
        "On board there are <item>mortars</item>.",
        "To that come <item>mortars</item>.",
        "With them go <item>mortars</item>.",
        "In the package you'll find <item>mortars</item>.",
        "Among the goods are <item>mortars</item> and <item>helmets</item>.",
        "There are <item>mortars</item>.",
    ],
)
def test_goods_may_stand_behind_an_inverted_opener(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize("sentence", ["Inside, rain fell.", "On board, the crew slept.", "In it was no joy."])
def test_an_opener_without_goods_lists_none(read: ReadText, sentence: str) -> None:
    assert read(LEAD + sentence).items == []


@pytest.mark.parametrize(
    "source",
    [
        "Ten <item>mortars</item> will be handed over.",
        "Also <item>mortars</item> are part of it.",
        "In addition, 20 <item>mortars</item> and <item>helmets</item> are being shipped.",
        "Ten <item>mortars</item>, with which it is familiar, will go to the army.",
        "<item>Mortars</item> and <item>helmets</item> make up the package.",
        "The minister told reporters that a further <item>mortar</item> will be handed over.",
        "Ten <item>mortars</item>, which have a reach that is longer than that of the ones which the army of the north "
        "has had in its depots until now, will be handed over.",
        "To Zambia's army four <item>mortars</item> will be given.",
        "For Zambia, ten <item>mortars</item> are foreseen.",
    ],
)
def test_goods_may_be_the_subject_of_a_passive(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "sentence",
    [
        "The mortars will be handed over in May.",
        "Those mortars are part of an old story.",
        "The minister told reporters that the mortar will be handed over.",
        "Ten mortars will not be handed over.",
        "Ten mortars are expected to rust.",
        "According to the ministry of mortars it will be handed over.",
        "Ten mortars were stolen.",
    ],
)
def test_goods_known_before_or_of_another_verb_are_no_items(read: ReadText, sentence: str) -> None:
    assert read(LEAD + sentence).items == []


@pytest.mark.parametrize(
    "source",
    [
        "The package is for engineers: 12 <item>pontoon bridges</item> and <item>mine rollers</item>.",
        "In the package: <item>mortars</item>, <item>helmets</item>.",
    ],
)
def test_goods_may_stand_behind_a_colon(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "lead",
    [
        "The following leaves the depots:",
        "The following equipment goes to Zambia:",
        "The package includes:",
        "The contents of the package are:",
        "Austria will send Zambia:",
        "In detail, the gift contains:",
    ],
)
def test_a_list_is_read_behind_its_lead(read: ReadText, marked: MarkedReader, lead: str) -> None:
    case = marked(
        f"{LEAD}\n\n{lead}\n\n- 20 <item>mortars</item>\n- <item>helmets</item>; and\n- <item>sleeping bags</item>\n"
    )
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize(
    "lead",
    [
        "Previous packages included:",
        "The following steps led to this:",
        "Zambia has asked for:",
        "Since 2022 Austria has given €90 million in:",
    ],
)
def test_a_list_of_something_else_is_passed_over(read: ReadText, lead: str) -> None:
    assert read(f"{LEAD}\n\n{lead}\n\n- 20 mortars\n- helmets\n").items == []


def test_a_recipient_in_front_of_an_entry_is_no_part_of_it(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        f"{LEAD}\n\nThe package includes:\n\n- for Zambia's army, 20 <item>mortars</item>\n- <item>helmets</item>\n"
    )
    assert read(case.text).quotes("line_item") == case.of("item")


@pytest.mark.parametrize("end", ["to Zambia", "for Zambia", "to the Zambian forces"])
def test_a_list_ends_in_front_of_its_recipient(read: ReadText, marked: MarkedReader, end: str) -> None:
    case = marked(f"{LEAD}Austria will send <item>mortars</item> and <item>helmets</item> {end}.")
    assert read(case.text).quotes("line_item") == case.of("item")


def test_goods_for_the_recipients_own_are_no_end_of_a_list(read: ReadText) -> None:
    found = read(f"{LEAD}It includes munitions for Zambia's air defenses.")
    assert found.quotes("line_item") == ["munitions for Zambia's air defenses"]


def test_a_summary_of_what_is_counted_elsewhere_is_dropped(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        f"{LEAD}The package includes mortars and vehicles.\n\nThe package includes:\n\n"
        "- 20 <item>120 mm mortars</item>\n- 12 <item>armored vehicles</item>\n"
    )
    assert read(case.text).quotes("line_item") == case.of("item")


def test_without_a_count_elsewhere_bare_nouns_are_items(read: ReadText, marked: MarkedReader) -> None:
    case = marked(f"{LEAD}The package includes <item>mortars</item> and <item>vehicles</item>.")
    assert read(case.text).quotes("line_item") == case.of("item")
