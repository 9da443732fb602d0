from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Norway on Friday announced <value>$300 million</value> in military aid for Moldova.",
            ("NO", "MD", 300_000_000, "USD", "exact"),
        ),
        (
            "The Dutch government will give Kyiv military aid worth <value>up to €250 million</value>.",
            ("NL", "UA", 250_000_000, "EUR", "up_to"),
        ),
        (
            "London unveiled a new package of weapons for Ukraine worth <value>almost 90 million pounds</value>.",
            ("GB", "UA", 90_000_000, "GBP", "approximately"),
        ),
        (
            "Japan is providing <value>more than 4 billion yen</value> in security assistance to the Philippines.",
            ("JP", "PH", 4_000_000_000, "JPY", "more_than"),
        ),
        (
            "Sweden announced a package of arms for Ukraine. It is worth <value>3.1 billion Swedish crowns</value>.",
            ("SE", "UA", 3_100_000_000, "SEK", "exact"),
        ),
    ],
    ids=["amount in aid", "ceiling", "worth", "yen", "sentence behind"],
)
def test_an_announced_amount_is_the_value_of_a_package(
    read: ReadText, marked: MarkedReader, source: str, expected: tuple[str, str, int, str, str]
) -> None:
    case = marked(source)
    found = read(case.text)
    (package,) = found.packages
    value = found.value(package, "value")
    parties = (found.value(package, "donor")["code"], found.value(package, "recipient")["code"])
    assert (*parties, value["amount"], value["currency"], value["qualifier"]) == expected
    assert found.evidence(package, "value") == case.of("value")
    assert value["basis"] == "announced"


@pytest.mark.parametrize(
    "text",
    [
        "Denmark has provided more than $2 billion in military aid to Ukraine since 2022.",
        "Last week Canada announced C$50 million in military aid for Ukraine.",
        "Finland announced €20 million in humanitarian aid for Ukraine.",
        "The government is requesting $5 billion in security assistance for Ukraine from parliament.",
        "Congress approved $14 billion in military aid for Israel.",
        "Washington approved a possible sale of missiles to Japan for $300 million.",
        "The prime minister spoke about the weather in Oslo.",
        "Norway said that it might send tanks to Ukraine.",
    ],
)
def test_totals_requests_sales_and_old_news_are_no_package(read: ReadText, text: str) -> None:
    found = read(text)
    assert found.packages == []
    assert found.reading.warnings == ("No package is announced in this document.",)


def test_a_running_total_is_kept_beside_the_value(read: ReadText) -> None:
    found = read(
        "Poland announced a new €40 million package of military aid for Ukraine, bringing the total to €900 million "
        "since February 2022."
    )
    (package,) = found.packages
    assert found.value(package, "value")["amount"] == 40_000_000
    (total,) = found.values(package, "stated_totals")
    assert (total["kind"], total["amount"], total["since"]) == ("running", 900_000_000, "February 2022")


def test_two_amounts_are_two_packages_and_their_sum_a_stated_total(read: ReadText) -> None:
    found = read(
        "The United States announced close to $2.5 billion in security assistance for Taiwan.\n\n"
        "The aid includes a $1.5 billion drawdown of military stocks.\n\n"
        "It also includes a $1 billion package of Foreign Military Financing.\n"
    )
    assert [found.value(one, "value")["amount"] for one in found.packages] == [1_500_000_000, 1_000_000_000]
    assert [found.value(one, "mechanism") for one in found.packages] == ["drawdown", "financing"]
    totals = found.values(found.packages[0], "stated_totals")
    assert [(one["kind"], one["amount"], one["qualifier"]) for one in totals] == [
        ("announcement", 2_500_000_000, "approximately")
    ]


def test_a_conversion_in_brackets_is_no_second_package(read: ReadText) -> None:
    found = read("Germany announced €60 million ($66 million) in military aid for Ukraine.")
    (package,) = found.packages
    assert found.value(package, "value")["currency"] == "EUR"


def test_a_rounded_headline_gives_way_to_the_precise_amount(read: ReadText) -> None:
    found = read(
        "Spain gives Ukraine $1 billion in arms\n\nSpain announced $1.03 billion in military aid for Ukraine on Monday."
    )
    (package,) = found.packages
    assert found.value(package, "value")["amount"] == 1_030_000_000


def test_dollars_are_the_publishers_own_where_it_is_at_home_with_the_donor(read: ReadText) -> None:
    text = "Australia announced $30 million in military aid for Fiji."
    found = read(text, publisher="Canberra Times")
    assert found.value(found.packages[0], "value")["currency"] == "AUD"


def test_dollars_that_may_be_two_currencies_are_taken_for_the_donors_with_a_warning(read: ReadText) -> None:
    found = read("Australia announced $30 million in military aid for Fiji.")
    (package,) = found.packages
    assert found.value(package, "value")["currency"] == "AUD"
    (claim,) = [one for one in package.claims if one.field == "value"]
    assert (claim.method, claim.rule) == ("inferred", "amount_in_dollars_of_donor")
    assert found.reading.warnings == (
        "The amount $30 million is read as AUD, the donor's own; it may be in US dollars.",
    )


def test_a_memorandum_sets_a_ceiling_and_announces_no_day(read: ReadText) -> None:
    found = read(
        "I hereby delegate what section 506(a)(1) of the Foreign Assistance Act lets me do: "
        "to direct the drawdown of up to $90 million in defense articles and services to provide "
        "assistance to Jordan.",
        publisher="The White House",
        published_on=date(2024, 2, 5),
    )
    (package,) = found.packages
    assert found.value(package, "value") == {
        "amount": 90_000_000,
        "currency": "USD",
        "qualifier": "up_to",
        "basis": "authorized",
    }
    assert found.value(package, "authorization") == {
        "date": "2024-02-05",
        "amount": 90_000_000,
        "currency": "USD",
        "qualifier": "up_to",
        "authority": "FAA 506(a)(1)",
    }
    assert found.value(package, "announced") is None
    assert found.value(package, "program")["code"] == "PDA"
    assert found.values(package, "authority") == ["FAA 506(a)(1)"]
    assert found.value(package, "mechanism") == "drawdown"
    assert found.value(package, "recipient")["code"] == "JO"


def test_an_announcement_without_a_sum_is_a_package_without_a_value(read: ReadText) -> None:
    found = read(
        "Today, Lithuania announced a new security assistance package for Ukraine.", published_on=date(2024, 3, 1)
    )
    (package,) = found.packages
    assert found.value(package, "value") is None
    assert found.value(package, "announced")["date"] == "2024-03-01"
    assert found.reading.document.quote(package.anchor) == "new security assistance package"


def test_two_donors_that_hand_goods_over_are_two_packages(read: ReadText) -> None:
    found = read(
        "Estonia said it will send 12 howitzers to Ukraine, and Latvia announced it will send six helicopters."
    )
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["EE", "LV"]
    parents = [one.parent for one in found.items]
    assert parents == [one.id for one in found.packages]


def test_an_official_page_without_a_date_is_dated_by_its_publication(read: ReadText) -> None:
    found = read(
        "The Ministry will provide €5 million in military aid to Moldova.",
        publisher="German Federal Government",
        published_on=date(2024, 6, 3),
    )
    (package,) = found.packages
    claim = next(package.on("announced"))
    assert (claim.value["date"], claim.span, claim.method) == ("2024-06-03", None, "inferred")
    assert found.value(package, "donor")["code"] == "DE"


def test_other_pages_without_a_date_stay_undated(read: ReadText) -> None:
    found = read(
        "Italy will provide €5 million in military aid to Ukraine.", publisher="Reuters", published_on=date(2024, 6, 3)
    )
    assert found.value(found.packages[0], "announced") is None


def test_a_date_of_two_readings_is_left_out_with_a_warning(read: ReadText) -> None:
    found = read("On 05/09/2023 Italy announced €5 million in military aid for Ukraine.")
    assert found.value(found.packages[0], "announced") is None
    assert found.reading.warnings == (
        "The date '05/09/2023' can be read in two ways, so the package has no day of announcement.",
    )


def test_a_program_that_only_a_total_names_is_not_the_packages(read: ReadText) -> None:
    found = read(
        "The United States announced $70 million in military aid for Ukraine.\n\n"
        "Congress approved $2 billion for the Ukraine Security Assistance Initiative.\n"
    )
    assert found.value(found.packages[0], "program") is None


def test_donors_in_one_row_give_a_package_each(read: ReadText) -> None:
    found = read("Finland and Sweden will send howitzers to Ukraine.")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["FI", "SE"]


def test_an_allowance_kept_for_later_is_an_authority(read: ReadText) -> None:
    found = read(
        "The United States authorized $500 million in drawdown authority for Ukraine so that it does not expire in May."
    )
    assert [found.value(one, "nature") for one in found.packages] == ["authority"]


def test_a_program_that_the_text_turns_off_is_not_the_packages(read: ReadText) -> None:
    found = read(
        "The United States announced $40 million in military aid for Taiwan, not under Foreign Military Sales."
    )
    assert found.value(found.packages[0], "program") is None


def test_a_drawdown_of_the_united_states_is_one_of_its_drawdown_authority(read: ReadText) -> None:
    found = read("The United States announced a $40 million drawdown of weapons for Taiwan.")
    claim = next(found.packages[0].on("program"))
    assert (claim.value["code"], claim.method) == ("PDA", "inferred")


def test_the_place_where_a_report_was_written_gives_nothing(read: ReadText) -> None:
    found = read("BERLIN, Germany (AP) — Denmark announced €5 million in military aid for Ukraine.")
    assert found.value(found.packages[0], "donor")["code"] == "DK"


def test_a_month_is_told_as_a_month(read: ReadText) -> None:
    found = read("In March 2024 Denmark announced €5 million in military aid for Ukraine.")
    assert found.value(found.packages[0], "announced") == {"date": None, "edtf": "2024-03", "precision": "month"}


def test_a_day_of_delivery_is_no_day_of_announcement(read: ReadText) -> None:
    found = read("Denmark announced €5 million in military aid for Ukraine, to be delivered by May 2, 2025.")
    (package,) = found.packages
    assert found.value(package, "announced") is None
    assert found.values(package, "dates") == [{"kind": "delivery", "label": "Delivery", "edtf": "2025-05-02"}]


def test_what_an_official_page_dates_days_back_is_old_news(read: ReadText) -> None:
    found = read(
        "We thank Kyiv. On May 2, 2024 the United States announced $5 million in military aid for Ukraine.",
        publisher="The White House",
        published_on=date(2024, 5, 9),
    )
    assert found.packages == []


def test_a_leader_is_named_once_among_those_who_announced(read: ReadText) -> None:
    found = read(
        "Emmanuel Macron announced €5 million in military aid for Ukraine on Monday. Macron said that it will come."
    )
    assert found.values(found.packages[0], "announced_by") == [{"name": "Emmanuel Macron", "code": None}]


def test_a_joint_gift_is_one_package_of_joint_donors(read: ReadText) -> None:
    found = read("Norway and Denmark will jointly donate howitzers to Ukraine.")
    (package,) = found.packages
    assert found.value(package, "donor") == {"code": "DK+NO", "name": "Denmark and Norway"}
    assert found.evidence(package, "donor") == ["Norway", "Denmark"]


def test_what_a_recipient_asks_of_others_is_no_announcement(read: ReadText) -> None:
    assert read("President Zelenskyy urged allies to send howitzers to Ukraine.").packages == []


def test_a_headline_that_says_who_is_to_send_what_is_an_announcement(read: ReadText) -> None:
    found = read("Rome to send howitzers to Ukraine\n\nIt was raining.")
    assert [found.value(one, "donor")["code"] for one in found.packages] == ["IT"]


@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        ("$1000 trillion", 10**15),
        ("$1001 trillion", None),
        ("$999,999,999,999,999,999,999", None),
        ("$123456789012345678", None),
    ],
)
def test_an_amount_that_no_budget_has_is_left_out_with_a_warning(read: ReadText, amount: str, kept: int | None) -> None:
    found = read(f"The United States announced a new package of military aid for Ukraine worth {amount}.")
    (package,) = found.packages
    value = found.value(package, "value")
    assert (value["amount"] if value else None) == kept
    warning = f"The amount {amount} is beyond 1,000,000,000,000,000, so it was left out."
    assert (warning in found.reading.warnings) == (kept is None)
