"""Where a list ends, where its members part, and what they share."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. The package includes "


def items(read: ReadText, text: str) -> list[str]:
    return list(read(LEAD + text).quotes("line_item"))


@pytest.mark.parametrize(
    "source",
    [
        "<item>mortars</item>, <item>helmets</item> and <item>trucks</item>.",
        "<item>mortars</item>; <item>helmets</item>; and <item>trucks</item>.",
        "<item>mortars</item> as well as <item>helmets</item>.",
        "<item>mortars</item> along with <item>helmets</item> plus <item>trucks</item>.",
        "<item>mortars</item>, and also <item>helmets</item>.",
        "<item>mortars</item> together with <item>helmets</item>.",
        "1,000 <item>mortars</item> and 2,000 <item>helmets</item>.",
        "<item>mortars</item> – <item>helmets</item>.",
    ],
)
def test_members_are_parted_by_what_joins_them(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert items(read, case.text) == case.of("item")


@pytest.mark.parametrize(
    "end",
    [
        "to help Lusaka",
        "to protect its borders, to rest",
        ", which its army has wanted",
        ", the ministry said",
        ", according to the ministry",
        ", Defence Minister Karl Huber said",
        ", Air Defence Commander Karl Huber wrote",
        "from its depots",
        "as part of a plan",
        "over the next weeks",
        "that will protect Lusaka",
        ", pulling them from its depots",
        "worth nine million",
        "under the plan",
        ", while rain fell",
        "so that it can rest",
    ],
)
def test_a_list_ends_where_another_thought_begins(read: ReadText, end: str) -> None:
    assert items(read, f"mortars and helmets{'' if end.startswith(',') else ' '}{end}.") == ["mortars", "helmets"]


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("<item>mortars</item> to defend Lusaka; and <item>helmets</item>.", "semicolon"),
        ("<item>mortars</item> to defend Lusaka, and <item>patrol boats</item>.", "comma and"),
        ("<item>mortars</item> to defend Lusaka, 20 <item>trucks</item>.", "number"),
        ("<item>mortars</item>, which Lusaka wanted, as well as <item>helmets</item>.", "as well as"),
        ("<item>mortars</item> to defend Lusaka, trucks of all kinds.", "a comma alone"),
    ],
    ids=lambda value: value if "<" not in value else "",
)
def test_a_list_may_go_on_behind_a_clause(read: ReadText, marked: MarkedReader, source: str, note: str) -> None:
    case = marked(source)
    assert items(read, case.text) == case.of("item"), note


@pytest.mark.parametrize(
    "source",
    [
        "<item>artillery and mortar rounds</item>.",
        "<item>grenade launcher and mortar rounds</item>.",
        "<item>small arms and ammunition</item>, <item>helmets</item>.",
        "<item>air defense systems and munitions</item>.",
        "<item>coastal defense systems and missiles</item>.",
        "<item>NASAMS and missiles</item>.",
        "<item>missiles for Patriot and NASAMS batteries</item>.",
        "<item>ammunition for HIMARS and howitzers</item>.",
        "<item>spare parts and missiles for F-16s</item>.",
        "<item>training and maintenance</item>.",
        "<item>spare parts</item> and <item>maintenance</item>.",
    ],
)
def test_members_that_share_a_noun_or_a_modifier_are_one(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert items(read, case.text) == case.of("item")


@pytest.mark.parametrize(
    "source",
    [
        "<item>drones</item> and <item>mortar rounds</item>.",
        "<item>missiles for air defense</item> and <item>mortar rounds</item>.",
        "<item>trucks</item> and <item>ammunition</item>.",
        "<item>firearms</item> and <item>missiles</item>.",
        "<item>artillery</item>, <item>rifles</item>.",
        "<item>mortars</item> and 20 <item>mortar rounds</item>.",
        "<item>trucks</item> and <item>rifles</item>.",
        "<item>body armor</item> and <item>night vision devices</item>.",
    ],
)
def test_members_with_nouns_of_their_own_are_several(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert items(read, case.text) == case.of("item")


@pytest.mark.parametrize(
    "words",
    [
        "additional",
        "the",
        "several",
        "some",
        "extra",
        "a batch of",
        "mainly",
        "further",
        "more",
        "unspecified",
    ],
)
def test_leading_words_are_no_part_of_a_name(read: ReadText, words: str) -> None:
    assert items(read, f"helmets and {words} mortars.") == ["helmets", "mortars"]


@pytest.mark.parametrize("words", ["advanced", "self-propelled", "120 mm", "Soviet-era"])
def test_what_tells_goods_apart_is_part_of_their_name(read: ReadText, words: str) -> None:
    assert items(read, f"helmets and {words} mortars.") == ["helmets", f"{words} mortars"]


@pytest.mark.parametrize(
    ("words", "specified"),
    [("unspecified", False), ("undisclosed", False), ("unnamed", False), ("specified", True), ("", True)],
)
def test_what_the_text_does_not_tell_is_unspecified(read: ReadText, words: str, specified: bool) -> None:
    found = read(f"{LEAD}{words} mortars.")
    (item,) = found.items
    assert found.value(item, "specified") is specified


def test_a_name_has_no_joint_at_its_end(read: ReadText) -> None:
    assert items(read, "mortars, helmets and, as the ministry said, joy.") == ["mortars", "helmets"]
