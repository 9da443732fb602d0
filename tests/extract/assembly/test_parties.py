"""Who gives and who gets."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


def parties(found: Any) -> list[tuple[str | None, str | None]]:
    codes = []
    for one in found.packages:
        donor, recipient = found.value(one, "donor"), found.value(one, "recipient")
        codes.append((donor and donor["code"], recipient and recipient["code"]))
    return codes


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Portugal announced €5 million in military aid for Ecuador.", "EC"),
        ("Portugal announced €5 million in military aid to the people of Ecuador.", "EC"),
        ("Portugal will give Ecuador €5 million in military aid.", "EC"),
        ("Portugal announced €5 million in weapons to help the armed forces of Ecuador.", "EC"),
        ("Ecuador is to receive €5 million in military aid from Portugal.", "EC"),
        ("Ecuador's navy will get a package of weapons worth €5 million from Portugal, it announced.", "EC"),
        ("Portugal announced €5 million in weapons to boost Ecuador's ability to guard its coast.", "EC"),
        ("Portugal announced €5 million in weapons that arm the Ecuadorian navy.", "EC"),
        ("Portugal announced a gift of weapons to Ecuador worth €5 million.", "EC"),
        ("Portugal announced €5 million in weapons in favour of Ecuador.", "EC"),
        ("To help Spain rest, Portugal announced a gift to Ecuador worth €5 million.", "EC"),
        ("Portugal announced €5 million in weapons for the Ukrainian Armed Forces.", "UA"),
        ("Portugal announced €5 million in weapons for Ecuador, which wired thanks to Spain.", "EC"),
        ("Portugal's minister travelled to Spain and announced €5 million in weapons for Ecuador.", "EC"),
        ("Portugal announced €5 million in weapons from the stocks of the Portuguese army for Ecuador.", "EC"),
    ],
)
def test_the_recipient_is_who_the_words_say_gets_it(read: ReadText, text: str, recipient: str) -> None:
    assert parties(read(text)) == [("PT", recipient)]


@pytest.mark.parametrize(
    "text",
    [
        "Portugal announced €5 million in military aid, its minister said before he travelled to Spain.",
        "Portugal announced €5 million in military aid, an Ecuadorian newspaper said.",
        "Portugal announced €5 million in weapons for the Pentagon to count.",
        "Portugal announced €5 million in military aid. Portugal's defence minister was glad.",
    ],
)
def test_a_place_that_gets_nothing_is_no_recipient(read: ReadText, text: str) -> None:
    assert parties(read(text)) == [("PT", None)]


def test_the_aggressor_is_no_party(read: ReadText) -> None:
    found = read("Portugal announced €5 million in military aid for Ukraine to send Russia home.")
    assert parties(found) == [("PT", "UA")]


@pytest.mark.parametrize("dateline", ["MADRID, Spain (AP) — ", "Madrid -- ", "MADRID — ", "Madrid, Spain (Reuters) - "])
def test_where_a_report_was_written_is_no_donor(read: ReadText, dateline: str) -> None:
    found = read(f"{dateline}Portugal announced €5 million in military aid for Ecuador.")
    assert parties(found) == [("PT", "EC")]


def test_a_dash_behind_a_subject_is_no_dateline(read: ReadText) -> None:
    found = read("Portugal - which borders Spain - announced €5 million in military aid for Ecuador.")
    assert parties(found) == [("PT", "EC")]


@pytest.mark.parametrize("word", ["jointly", "together"])
def test_joint_donors_are_one_party_in_the_order_of_their_codes(read: ReadText, word: str) -> None:
    found = read(f"Spain, Portugal and Greece {word} announced €5 million in military aid for Ecuador.")
    (package,) = found.packages
    assert parties(found) == [("ES+GR+PT", "EC")]
    assert found.value(package, "donor")["name"] == "Spain and Greece and Portugal"
    assert found.evidence(package, "donor") == ["Spain", "Portugal", "Greece"]


@pytest.mark.parametrize("gift", ["a joint gift", "a common donation", "a shared package"])
def test_a_common_gift_is_one_of_joint_donors(read: ReadText, gift: str) -> None:
    found = read(f"Spain and Portugal announced {gift} of weapons worth €5 million for Ecuador.")
    assert len(found.packages) == 1


def test_signatories_of_a_joint_statement_give_jointly(read: ReadText) -> None:
    found = read("Joint statement by Portugal and Greece\n\nToday we announce €5 million in military aid for Ecuador.")
    assert parties(found) == [("GR+PT", "EC")]


def test_donors_in_a_row_that_give_alone_have_a_package_each(read: ReadText) -> None:
    found = read("Portugal, Greece and the Netherlands will send howitzers to Ecuador.")
    assert parties(found) == [("PT", "EC"), ("GR", "EC"), ("NL", "EC")]


def test_an_ally_beside_the_donor_is_no_donor(read: ReadText) -> None:
    found = read("Portugal and its old ally Spain met; Portugal announced €5 million in military aid for Ecuador.")
    assert parties(found) == [("PT", "EC")]


@pytest.mark.parametrize(
    ("publisher", "text", "donor"),
    [
        ("Portuguese Ministry of Defence", "We will provide €5 million in military aid to Ecuador.", "PT"),
        ("Government of Portugal", "I am announcing €5 million in military aid for Ecuador.", "PT"),
        ("Embassy of Portugal", "Our €5 million military aid package for Ecuador was announced today.", "PT"),
    ],
)
def test_an_official_page_gives_in_the_first_person(read: ReadText, publisher: str, text: str, donor: str) -> None:
    found = read(text, publisher=publisher)
    assert parties(found) == [(donor, "EC")]
    assert next(found.packages[0].on("donor")).method == "inferred"


def test_a_newspaper_that_says_we_gives_nothing(read: ReadText) -> None:
    found = read("We will provide €5 million in military aid to Ecuador.", publisher="Lisbon Evening Post")
    assert found.packages == []


def test_an_official_page_leaves_what_others_give(read: ReadText) -> None:
    found = read(
        "We will send howitzers to Ecuador. Greece will send mortars to Ecuador.",
        publisher="Portuguese Ministry of Defence",
    )
    assert parties(found) == [("PT", "EC")]


@pytest.mark.parametrize(
    ("heading", "recipient"),
    [
        ("Standing with Ecuador", "EC"),
        ("Support for our partners in Ecuador and Peru", "PE"),
        ("Made by Ecuador", None),
    ],
)
def test_without_a_word_of_getting_a_heading_tells_the_recipient(
    read: ReadText, heading: str, recipient: str | None
) -> None:
    found = read(f"{heading}\n\nPortugal announced a €5 million package of military aid.\n")
    assert parties(found) == [("PT", recipient)]


def test_a_section_of_a_fact_sheet_is_about_the_place_that_heads_it(read: ReadText) -> None:
    found = read(
        "Portugal and its partners\n\n"
        "Ecuador\n\nPortugal announced a €5 million package of weapons.\n\n"
        "Peru\n\nPortugal announced a €3 million package of weapons.\n"
    )
    assert parties(found) == [("PT", "EC"), ("PT", "PE")]


def test_the_recipient_may_be_who_the_program_is_for(read: ReadText) -> None:
    found = read("The United States announced $5 million in arms under the Taiwan Security Cooperation Initiative.")
    assert parties(found) == [("US", "TW")]
    assert next(found.packages[0].on("recipient")).method == "inferred"


def test_the_recipient_may_be_who_gets_something_elsewhere(read: ReadText) -> None:
    found = read("Portugal announced a €5 million package of arms. It is to help Ecuador. Ecuador's navy was glad.")
    assert parties(found) == [("PT", "EC")]


def test_an_official_page_may_name_its_recipient_twice_and_say_no_more(read: ReadText) -> None:
    text = "We announced a €5 million package of arms. We spoke with Ecuador. Ecuador agreed."
    found = read(text, publisher="Government of Portugal")
    assert parties(found) == [("PT", "EC")]
    assert parties(read(text.replace(" Ecuador agreed.", ""), publisher="Government of Portugal")) == [("PT", None)]


def test_the_donor_may_be_who_gives_under_the_program(read: ReadText) -> None:
    found = read("A ¥500 million grant of radars for Samoa was announced under Official Security Assistance (OSA).")
    assert parties(found) == [("JP", "WS")]


def test_a_pool_tells_no_donor(read: ReadText) -> None:
    found = read("Portugal announced €5 million in weapons through the Prioritised Ukraine Requirements List.")
    assert parties(found) == [("PT", "UA")]


def test_an_alliance_that_welcomes_gives_nothing(read: ReadText) -> None:
    found = read("NATO welcomed that Portugal announced €5 million in military aid for Ecuador.")
    assert parties(found) == [("PT", "EC")]
