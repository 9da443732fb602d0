"""What each amount of a text is taken for, and why: the roles are marked in the sentences."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

PUBLISHED = date(2024, 5, 14)
ARMS = "Slovenia announced a package of military aid for Benin's army. "


def judged(found: Any) -> list[tuple[str, str]]:
    return [(one.role, found.reading.document.quote(one.span)) for one in found.reading.amounts]


WORTH = "the aid is said to be worth it"
NOUN = "a noun of aid stands in front of it"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Slovenia announced a <value>€7 million</value> military aid package for Benin.", "a package of this amount"),
        ("Slovenia announced a package of arms for Benin. It is worth <value>€7 million</value>.", WORTH),
        ("Slovenia announced arms for Benin valued by its ministry at <value>€7 million</value>.", WORTH),
        ("Slovenia announced arms for Benin to the tune of <value>€7 million</value>.", WORTH),
        ("Slovenia announced a package of arms for Benin, totalling <value>€7 million</value>.", WORTH),
        ("Slovenia announced arms for Benin: <value>7 million euros</value>' worth of howitzers.", WORTH),
        ("Slovenia announced military aid for Benin of <value>up to €7 million</value>.", NOUN),
        ("Slovenia announced a grant of <value>€7 million</value> for howitzers for Benin.", NOUN),
        ("Slovenia will send Benin <value>€7 million</value> in howitzers.", "it is given, in or for howitzers"),
        (
            "Slovenia announced <value>€7 million</value> in military aid to Benin.",
            "it is given, in or for military aid",
        ),
        ("Slovenia approved <value>€7 million</value> for howitzers for Benin.", "it is given, in or for howitzers"),
        ("Slovenia announced a package for Benin: <value>€7 million</value>.", "it stands behind a colon"),
        (
            "Slovenia announced arms for Benin <value>to a value not above €7 million</value>.",
            "it is what the aid may cost",
        ),
        (
            "Slovenia announced shells for <value>about €7 million</value> for Benin.",
            "it is the price of goods in front",
        ),
        (
            "Slovenia announced arms for Benin. <value>€7 million</value> from the Solidarity Fund is going on shells.",
            "it is given, in or for shells",
        ),
        (
            "Slovenia's minister said: <value>€7 million</value> that we are sending to Benin's army, and howitzers.",
            "somebody is said to announce it",
        ),
        ("The EU announced <value>€7 million</value> under the European Peace Facility.", "it is an amount of EPF"),
        (
            "The EU announced <value>€7 million</value> (about half of it) under the EPF for Benin.",
            "it is an amount of EPF",
        ),
        (
            "Slovenia announced howitzers and tanks for Benin. <value>€7 million</value> has been set aside.",
            "it is what the aid may cost",
        ),
        (
            "Slovenia announced howitzers and tanks for Benin: an additional <value>€7 million</value> for shells.",
            "it is given, in or for shells",
        ),
        (
            "Slovenia announced howitzers and tanks for Benin's army. <value>€7 million</value>, it covers them all.",
            "it stands for the aid, which is named behind it",
        ),
    ],
)
def test_an_amount_that_something_ties_to_the_aid_is_a_value(
    read: ReadText, marked: MarkedReader, source: str, reason: str
) -> None:
    case = marked(source)
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert reason in found.reading.amounts[-1].reason
    (package,) = found.packages
    assert found.evidence(package, "value") == case.of("value")


@pytest.mark.parametrize(
    "text",
    [
        f"{ARMS}The way back to Koper with €7 million was long.",
        f"{ARMS}€7 million is gone.",
        f"{ARMS}€7 million, he said, is lost.",
        f"{ARMS}€7 million will be fished out of the sea.",
        "Slovenia lost €7 million in the spring, and the package of weapons for Benin was announced.",
        f"{ARMS}The house of €7 million stands in Koper.",
        "Slovenia said in €7 million.",
        "Slovenia announced €7 million each for two armies.",
        "Slovenia announced €7 million per year in military aid for Benin.",
    ],
)
def test_an_amount_that_nothing_ties_to_the_aid_is_none(read: ReadText, text: str) -> None:
    found = read(text)
    assert [role for role, _ in judged(found)] == ["none"]
    assert [found.value(one, "value") for one in found.packages] in ([], [None])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            "Slovenia has provided <running>more than €7 million</running> in military aid to Benin.",
            "it has been given",
        ),
        ("<running>€7 million</running> had been pledged to Benin's army.", "it has been given, over time"),
        ("Between 2021 and 2023 it sent <running>€7 million</running> in weapons.", "it covers several years"),
        ("The gift takes its help to <running>€7 million</running>.", "a sum is said to rise to it"),
        ("It raised its aid to <running>€7 million</running>.", "a sum is said to rise to it"),
        ("The sum of its help so far is <running>€7 million</running>.", "“so far” stands beside it"),
        ("Its gifts since 2021 cost <running>€7 million</running>.", "“since” stands beside it"),
    ],
)
def test_what_was_given_over_time_is_a_running_total(
    read: ReadText, marked: MarkedReader, source: str, reason: str
) -> None:
    case = marked(f"Slovenia announced a <value>€2 million</value> package of arms for Benin.\n\n{source}")
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert reason in found.reading.amounts[-1].reason
    (package,) = found.packages
    assert [one["kind"] for one in found.values(package, "stated_totals")] == ["running"]


@pytest.mark.parametrize(
    "source",
    [
        "Slovenia has decided on a package of <value>€7 million</value> in arms for Benin.",
        "Slovenia has today given Benin a <value>€7 million</value> package of arms.",
        "Slovenia has pledged a new <value>€7 million</value> in military aid for Benin.",
        "Slovenia announced <value>€7 million</value> in arms for Benin, bringing joy to the barracks.",
    ],
)
def test_news_of_what_is_given_now_is_no_running_total(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert judged(read(case.text)) == list(case.words)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Lawmakers appropriated <appropriation>€7 million</appropriation> for it.", "“appropriated” stands beside it"),
        ("It comes from a frame of <appropriation>€7 million</appropriation>.", "stands beside it"),
        (
            "The arms are part of a <appropriation>€7 million</appropriation> pledge.",
            "the aid is said to be paid from it",
        ),
        ("It is drawn from the <appropriation>€7 million</appropriation> fund.", "the aid is said to be paid from it"),
        ("There is <appropriation>€7 million</appropriation> of drawdown authority.", "it is an authority, no package"),
        (
            "The state plans to spend <appropriation>€7 million</appropriation> on arms.",
            "“plans to spend” stands beside",
        ),
    ],
)
def test_what_is_set_aside_is_an_appropriation(read: ReadText, marked: MarkedReader, source: str, reason: str) -> None:
    case = marked(f"Slovenia announced a <value>€2 million</value> package of arms for Benin. {source}")
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert reason in found.reading.amounts[-1].reason
    assert [one["kind"] for one in found.values(found.packages[0], "stated_totals")] == ["appropriation"]


@pytest.mark.parametrize(
    "source",
    [
        "Working with Congress, the United States announced <value>$7 million</value> in military aid for Benin.",
        "The United States notified Congress and announced <value>$7 million</value> in arms for Benin.",
        "The United States told the U.S. Congress of a new <value>$7 million</value> package of arms for Benin.",
    ],
)
def test_who_is_only_told_sets_nothing_aside(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert judged(read(case.text)) == list(case.words)


def test_what_congress_gives_is_an_appropriation(read: ReadText, marked: MarkedReader) -> None:
    case = marked("Congress gave <appropriation>$7 million</appropriation> in military aid for Benin.")
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.packages == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The government has requested <request>€7 million</request> for weapons from parliament.",
        "The ministry wants <request>€7 million</request> for more howitzers.",
        "Parliament must still vote on <request>€7 million</request> for arms.",
    ],
)
def test_what_is_asked_for_is_a_request_and_no_package(read: ReadText, marked: MarkedReader, sentence: str) -> None:
    case = marked(sentence)
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert "stands beside it" in found.reading.amounts[0].reason
    assert found.packages == []


def test_a_request_stands_beside_a_value_as_a_stated_total(read: ReadText) -> None:
    found = read(f"{ARMS}It is worth €2 million. The government is seeking €7 million more for weapons.")
    (total,) = found.values(found.packages[0], "stated_totals")
    assert (total["kind"], total["amount"]) == ("request", 7_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "The United States authorized $7 million in drawdown authority for Benin, which does not expire in June.",
        "The United States announced $7 million in drawdown authority for Benin, to be carried over into July.",
    ],
)
def test_an_authority_that_is_kept_is_announced(read: ReadText, text: str) -> None:
    found = read(text)
    (amount,) = found.reading.amounts
    assert (amount.role, amount.reason) == ("value", "it is an authority that is kept for later")
    assert [found.value(one, "nature") for one in found.packages] == ["authority"]


def test_an_authority_of_which_nothing_is_said_is_no_package(read: ReadText) -> None:
    found = read("The United States announced $7 million in drawdown authority for Benin.")
    assert [one.role for one in found.reading.amounts] == ["appropriation"]
    assert found.packages == []


def test_the_authorities_are_no_authority(read: ReadText, marked: MarkedReader) -> None:
    case = marked("Slovenia announced <value>€7 million</value> in arms for the authorities and army of Benin.")
    assert judged(read(case.text)) == list(case.words)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (", of which <part>€3 million</part> is for shells.", "it is said to be a share"),
        (", some of it, <part>€3 million</part>, for shells.", "it is said to be a share"),
        (", including <part>€3 million</part> for shells.", "it is said to be a share"),
        (". <part>€3 million</part> of the package is for shells.", "it is said to be a share"),
        (". Part of the money, <part>€3 million</part>, buys shells.", "it is said to be a share"),
        (
            ":\n\n- <part>€3 million</part> for shells\n- <part>€4 million</part> for boots",
            "it is a part of the package",
        ),
        (
            ". It pays for shells for <part>€3 million</part> and boots for <part>€4 million</part>.",
            "it is a part of the package's amount",
        ),
        (
            ":\n\n- <part>€3 million</part> for shells\n- <part>€1 million</part> for trucks",
            "it is a share of the package that its list belongs to",
        ),
    ],
)
def test_a_share_of_a_package_is_a_part_of_it(read: ReadText, marked: MarkedReader, source: str, reason: str) -> None:
    case = marked(f"Slovenia announced a <value>€7 million</value> package of military aid for Benin{source}")
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert reason in found.reading.amounts[-1].reason
    assert len(found.packages) == 1


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Last month Slovenia announced <recalled>€7 million</recalled> in arms for Benin.", "“Last month” makes it"),
        ("Slovenia previously sent arms for <recalled>€7 million</recalled> to Benin.", "“previously” makes it"),
        ("In March Slovenia announced <recalled>€7 million</recalled> in arms for Benin.", "“in march” makes it"),
        ("Slovenia announced <recalled>€7 million</recalled> in arms for Benin in 2021.", "“in 2021” makes it"),
        ("On 2 April 2024 Slovenia announced <recalled>€7 million</recalled> in arms for Benin.", "“2 April 2024”"),
    ],
)
def test_news_of_another_day_is_recalled(read: ReadText, marked: MarkedReader, source: str, reason: str) -> None:
    case = marked(source)
    found = read(case.text, published_on=PUBLISHED)
    assert judged(found) == list(case.words)
    assert reason in found.reading.amounts[0].reason
    assert found.packages == []


@pytest.mark.parametrize(
    "source",
    [
        "Slovenia announced <value>€7 million</value> in arms for Benin in May.",
        "Slovenia announced <value>€7 million</value> in arms for Benin, due to arrive in July.",
        "Slovenia announced <value>€7 million</value> in arms for Benin on Monday.",
        "Slovenia announced a package of <value>€7 million</value> in arms for Benin by July.",
    ],
)
def test_news_of_these_days_is_not_recalled(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert judged(read(case.text, published_on=PUBLISHED)) == list(case.words)


@pytest.mark.parametrize(
    ("publisher", "day", "role"),
    [
        ("Government of Slovenia", date(2024, 3, 12), "recalled"),
        ("Government of Slovenia", date(2024, 3, 11), "value"),
        ("Koper Evening Post", date(2024, 3, 12), "value"),
    ],
)
def test_what_an_official_page_dates_two_days_back_is_recalled(
    read: ReadText, publisher: str, day: date, role: str
) -> None:
    text = "On 10 March 2024 Slovenia announced €7 million in military aid for Benin."
    found = read(text, publisher=publisher, published_on=day)
    assert [one.role for one in found.reading.amounts] == [role]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Slovenia announced <civil>€7 million</civil> in budget support for Benin.", "it is for budget support"),
        ("Slovenia announced <civil>€7 million</civil> in humanitarian aid for Benin.", "it is for humanitarian"),
        ("Slovenia announced <civil>€7 million</civil> in economic aid for Benin.", "it is for economic"),
        (
            "Slovenia announced <value>€2 million</value> in arms for Benin, <civil>€7 million</civil> for refugees.",
            "it is for refugees",
        ),
    ],
)
def test_what_is_for_civilians_is_civil(read: ReadText, marked: MarkedReader, source: str, reason: str) -> None:
    case = marked(source)
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.reading.amounts[-1].reason == reason


def test_aid_that_is_civil_and_military_is_a_value(read: ReadText, marked: MarkedReader) -> None:
    case = marked("Slovenia announced <value>€7 million</value> in military and humanitarian aid for Benin.")
    assert judged(read(case.text)) == list(case.words)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            "Slovenia announced <value>€7 million</value> (<conversion>$7.7 million</conversion>) in arms for Benin.",
            "it stands in brackets behind another amount",
        ),
        (
            "Slovenia announced <value>€7 million</value> in arms for Benin. "
            "The military aid of <conversion>$7.7 million</conversion> is for shells.",
            "the package is told in EUR",
        ),
    ],
)
def test_the_same_money_in_another_currency_is_a_conversion(
    read: ReadText, marked: MarkedReader, source: str, reason: str
) -> None:
    case = marked(source)
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.reading.amounts[-1].reason == reason


def test_another_sum_in_another_currency_is_no_conversion(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Slovenia announced <value>€7 million</value> in arms for Benin. "
        "Norway announced a <value>$30 million</value> package of arms for Benin."
    )
    assert judged(read(case.text)) == list(case.words)


def test_the_sum_of_what_two_get_is_an_announcement(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Slovenia announced <announcement>€9 million</announcement> in arms for Benin and Zambia. "
        "Benin gets a <value>€7 million</value> package of radios. "
        "Zambia gets a <value>€2 million</value> package of trucks."
    )
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.reading.amounts[0].reason == "it is the sum of other amounts of the text"
    assert [found.value(one, "recipient")["code"] for one in found.packages] == ["BJ", "ZM"]
    assert [one["kind"] for one in found.values(found.packages[0], "stated_totals")] == ["announcement"]


def test_a_sum_of_a_package_and_of_civil_aid_is_an_announcement(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Slovenia announced <announcement>€12 million</announcement> in aid for Benin. "
        "It includes a <value>€7 million</value> package of arms and a <value>€2 million</value> package of trucks. "
        "A further <civil>€3 million</civil> is humanitarian aid."
    )
    assert judged(read(case.text)) == list(case.words)


@pytest.mark.parametrize(
    "source",
    [
        "Slovenia announced <value>€7 million</value> for Benin's arms, as well as a final <value>€2 million</value>.",
        "Slovenia announced <value>€7 million</value> for arms for Benin and another <value>€2 million</value>.",
        "Slovenia announced <value>€7 million</value> for arms for Benin and said <none>€2 million</none> was lost.",
    ],
)
def test_an_amount_that_and_joins_to_a_value_is_one_too(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    assert judged(read(case.text)) == list(case.words)


def test_a_rounded_amount_gives_way_to_the_precise_one(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Slovenia gives Benin <none>€7 million</none> in arms\n\n"
        "Slovenia announced <value>€7.1 million</value> in military aid for Benin."
    )
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.reading.amounts[0].reason == "it is another amount of the text, rounded"


def test_the_same_amount_elsewhere_is_further_evidence(read: ReadText, marked: MarkedReader) -> None:
    case = marked(
        "Slovenia announced <value>€7 million</value> in military aid for Benin. "
        "The mayor spoke of <value>€7 million</value>."
    )
    found = read(case.text)
    assert judged(found) == list(case.words)
    assert found.reading.amounts[1].reason == "the same amount is announced elsewhere in the text"
    assert len(found.values(found.packages[0], "value")) == 2


def test_what_somebody_else_gives_in_the_news_is_none(read: ReadText) -> None:
    found = read(
        "Slovenia announced howitzers and tanks for Benin's army. They are worth €7 million.\n\n"
        "Rain fell. Peru spent €3 million on arms.",
    )
    assert judged(found)[-1] == ("none", "€3 million")
    assert len(found.packages) == 1
