"""Wordings that tell of a package, who gives it, under which program and when, each with a near miss beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. "


def test_sums_of_several_donors_are_each_ones_own(read: ReadText) -> None:
    lead = "Austria, Italy and Greece announced a military aid package for Zambia. "
    apart = read(lead + "For arms Austria pledges €7 million and Italy about €5 million.")
    assert [apart.value(one, "donor")["code"] for one in apart.packages][-2:] == ["AT", "IT"]
    joint = read("Austria pledges Chad €7 million and Togo €5 million in military aid.")
    assert [joint.value(one, "donor")["code"] for one in joint.packages] == ["AT", "AT"]
    assert [joint.value(one, "recipient")["code"] for one in joint.packages] == ["TD", "TG"]


def test_what_is_told_of_the_support_is_told_of_all_of_it(read: ReadText) -> None:
    lead = "The EU announced €7 million in military aid for Moldova and €5 million in military aid for Georgia. "
    found = read(lead + "The support comes under the European Peace Facility.")
    assert [found.value(one, "program")["code"] for one in found.packages] == ["EPF", "EPF"]


def test_a_headlines_sum_is_for_what_the_text_says(read: ReadText) -> None:
    title = "Austria grants €5 million in emergency assistance to Zambia\n\n"
    body = "The minister announced a €5 million investment in the {} of Zambia."
    assert read(title + body.format("heating")).packages == []
    assert len(read(title + body.format("air defenses")).packages) == 1


def test_a_package_is_told_in_its_donors_crowns(read: ReadText) -> None:
    found = read(
        "Sweden announces aid pack of almost €400M for Ukraine's army\n\n"
        "Sweden's latest military support package for Ukraine is worth 4.5 billion Swedish kronor."
    )
    assert [one["currency"] for one in [found.value(package, "value") for package in found.packages]] == ["SEK"]


def test_a_round_of_donors_is_a_package_of_each(read: ReadText) -> None:
    found = read(
        "The Ukraine Defence Contact Group met on Friday. We have gathered what was announced there.\n\n"
        "- Spain: a package of half a billion euros. It includes howitzers.\n"
        "- Belgium: 310 million euros' worth of military equipment.\n"
        "- Rain: it fell on the guests from Paris.\n"
    )
    values = [(found.value(one, "donor")["code"], found.value(one, "value")["amount"]) for one in found.packages]
    assert values == [("ES", 500_000_000), ("BE", 310_000_000)]
    assert [found.value(one, "recipient")["code"] for one in found.packages] == ["UA", "UA"]


def test_the_sum_of_a_drawdown_told_before_it_is_that_drawdowns(read: ReadText) -> None:
    lead = "Today the Secretary authorized the 66th drawdown of U.S. arms for Ukraine. "
    rest = "The President has also directed that $5 billion in Presidential Drawdown Authority be carried over."
    found = read(f"{lead}It's a $375 million package. In it are mortars.\n\n{rest}")
    assert found.value(found.packages[0], "value")["amount"] == 375_000_000
    assert found.value(found.packages[0], "mechanism") == "drawdown"


@pytest.mark.parametrize(
    ("source", "mechanism"),
    [
        ("It comes from the ministry's stockpile.", "drawdown"),
        ("It is given from the resources of the Austrian army.", "drawdown"),
        ("It is taken from the depots of the army.", "drawdown"),
        ("It comes from the ministry's website.", None),
        ("The agency will place the orders with industry.", "procurement"),
        ("All is ordered directly by industry.", "procurement"),
        ("The shells have been purchased by Vienna.", "procurement"),
        ("The ministry will place its trust in industry.", None),
    ],
)
def test_how_a_package_is_supplied(read: ReadText, source: str, mechanism: str | None) -> None:
    found = read(LEAD + source)
    assert found.value(found.packages[0], "mechanism") == mechanism


def test_a_program_named_for_two_is_that_of_both(read: ReadText) -> None:
    text = (
        "The EU adopted two assistance measures under the European Peace Facility, one for the army of Moldova and one "
        "for the army of Georgia. The measure for Moldova is worth €40 million. "
        "The measure for Georgia is worth €30 million."
    )
    found = read(text)
    assert [found.value(one, "program")["code"] for one in found.packages] == ["EPF", "EPF"]


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("On Monday officials are expected to announce €7 million in military aid for Zambia.", "2024-05-20"),
        ("On Monday Austria announced that it will give Zambia €7 million in military aid.", "2024-05-13"),
        ("As soon as Thursday Austria plans to announce €7 million in military aid for Zambia.", "2024-05-16"),
        (
            "Austria gives Zambia €7 million in military aid. An official announcement is expected Friday.",
            "2024-05-17",
        ),
        (
            "Austria will give Zambia €7 million in military aid. The announcement was made in Vienna on Monday.",
            "2024-05-13",
        ),
    ],
)
def test_a_weekday_lies_ahead_or_back(read: ReadText, source: str, day: str) -> None:
    text = source.replace("officials are", "Austria's officials are")
    found = read(text, published_on=date(2024, 5, 14))
    assert found.value(found.packages[0], "announced")["date"] == day


def test_what_one_donor_said_it_would_give_is_its_own(read: ReadText) -> None:
    told = "Britain pledged 350 million pounds for drones, while Norway said it would give 2 billion crowns for drones."
    found = read(f"UK, Norway pledge military aid for Ukraine\n\n{told}")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["GB", "NO"]


def test_the_year_in_which_money_was_granted_makes_no_old_news(read: ReadText) -> None:
    lead = "Remarks\n\nToday the US announces a new security assistance package for Ukraine. "
    told = "This is the 41st drawdown using presidential drawdown authorities that Congress approved last year."
    found = read(lead + told, publisher="The White House")
    assert [found.value(one, "program")["code"] for one in found.packages] == ["PDA"]


def test_sums_in_a_row_of_recipients_are_each_ones_own(read: ReadText) -> None:
    lead = (
        "The EU adopted assistance measures under the European Peace Facility for the armed forces of four countries. "
    )
    row = "Assistance to the armed forces of Chad amounts to €10 million ($11 million), to Georgia €20 million, "
    row += "to Togo €6 million."
    found = read(lead + row)
    rows = [(found.value(one, "recipient")["code"], found.value(one, "value")["amount"]) for one in found.packages]
    assert rows == [("TD", 10_000_000), ("GE", 20_000_000), ("TG", 6_000_000)]
    assert {found.value(one, "donor")["code"] for one in found.packages} == {"EU"}


def test_a_package_without_a_sum_is_announced_in_these_words(read: ReadText) -> None:
    official = {"publisher": "The White House"}
    told = (
        "He turned and signed a very substantial drawdown package for Ukraine, once parliament passed the supplemental."
    )
    (package,) = read(f"Remarks\n\n{told}", **official).packages
    assert package.claims
    used = "We will use that package that we're announcing today to provide Ukraine with mortars."
    assert len(read(f"Remarks\n\n{used}", **official).packages) == 1
    assert read("Remarks\n\nHe turned and signed a very long letter to Ukraine.", **official).packages == []
    assert read("The US will likely send Ukraine mortars in an upcoming aid package.").packages == []
    assert len(read("The US will send Ukraine mortars in an upcoming aid package.").packages) == 1


def test_what_others_announce_is_not_the_publishers(read: ReadText) -> None:
    told = "The UK announced a significant new package of military aid for Ukraine."
    assert read(f"Remarks\n\n{told}", publisher="The White House").packages == []
    found = read(f"Remarks\n\n{told}")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["GB"]


def test_each_of_those_who_state_together_gives_its_own(read: ReadText) -> None:
    title = "Joint statement of the United States and Germany\n\n"
    told = (
        "The United States intends to supply Ukraine with tanks, and Germany intends to provide Ukraine with mortars."
    )
    found = read(title + told, publisher="The White House")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["US", "DE"]
    alone = read(title.removeprefix("Joint s") + told, publisher="The White House")
    assert [alone.value(one, "donor")["code"] for one in alone.packages] == ["US"]


def test_what_allies_announce_is_not_the_publishers(read: ReadText) -> None:
    told = "Allies will announce a minimum of €40 million in military aid for Ukraine."
    assert read(f"Remarks\n\n{told}", publisher="The White House").packages == []
    own = "The United States and its allies will announce €40 million in military aid for Ukraine."
    assert len(read(f"Remarks\n\n{own}", publisher="The White House").packages) == 1


def test_a_program_told_with_civil_aid_is_that_aids(read: ReadText) -> None:
    civil = "The US disbursed $20 million in economic aid under Foreign Military Financing to Ukraine. "
    found = read(f"{civil}Today the US announced a $7 million package of arms for Ukraine.")
    assert [found.value(one, "program") for one in found.packages] == [None]
    named = read(civil.replace("economic", "military") + "Today the US announced a package of arms for Ukraine.")
    assert [named.value(one, "program")["code"] for one in named.packages] == ["FMF"]


def test_a_body_at_home_needs_no_country(read: ReadText) -> None:
    told = "Parliament approves additional military aid to Ukraine, with mortars."
    found = read(f"News\n\n{told}", publisher="BTA")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["BG"]
    assert read(f"News\n\n{told}").packages == []


def test_what_a_headlines_donor_has_handed_over_is_a_package(read: ReadText) -> None:
    told = "Austria has handed over 30 trucks and 20 mortars to Zambia's army, the ministry said on Thursday."
    found = read(f"Austria hands over trucks to Zambia\n\n{told}")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["AT"]
    assert list(found.quotes("line_item")) == ["trucks", "mortars"]
    assert read(f"Zambia shows trucks at parade\n\n{told}").packages == []
    received = read("Zambia receives trucks\n\nZambia has received the first mortars, its minister said on Tuesday.")
    assert [found.value(one, "donor") for one in received.packages] == []


def test_a_batch_of_military_aid_is_a_package(read: ReadText) -> None:
    assert len(read("Austria will send a new batch of military aid to Zambia.").packages) == 1
    assert read("Austria will send a new batch of letters to Zambia.").packages == []


def test_nobody_gives_where_only_ukraine_is_named(read: ReadText) -> None:
    assert read("A firm will invest $7 million in weapons, to be made near Kyiv.").packages == []
    found = read("Ukraine will give Moldova $7 million in weapons.")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["UA"]


def test_what_a_government_approved_sending_is_a_package(read: ReadText) -> None:
    found = read("Slovakia's government approved sending 13 jets to Ukraine.")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["SK"]
    assert read("Slovakia's government approved mending 13 jets of Ukraine.").packages == []


def test_a_page_recalls_the_package_that_it_announced_on_another_day(read: ReadText) -> None:
    told = "He underlined that the drawdown package announced {} is on its way to Ukraine's army."
    page = {"publisher": "The White House"}
    assert read("Readout\n\n" + told.format("on Friday"), **page).packages == []
    assert len(read("Readout\n\n" + told.format("today"), **page).packages) == 1


def test_a_package_that_is_denied_in_short_is_none(read: ReadText) -> None:
    assert read("Austria's minister: I don't have any new military aid package to announce for Zambia.").packages == []
    assert len(read("Austria's minister: I do have a new military aid package to announce for Zambia.").packages) == 1


def test_the_only_place_that_a_page_names_is_the_recipient(read: ReadText) -> None:
    page = {"publisher": "The White House"}
    told = "A couple of things on Ukraine. The Pentagon announced another $300 million in security assistance. "
    found = read(f"Briefing\n\n{told}", **page)
    assert [found.value(one, "recipient")["code"] for one in found.packages] == ["UA"]
    several = read(f"Briefing\n\n{told}It will talk with Poland and of Israel.", **page)
    assert [found.value(one, "recipient") for one in several.packages] == [None]
