"""Wordings that make or unmake the value of a package, each with a near miss beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]


def judged(found: Any) -> list[tuple[str, str]]:
    return [(one.role, found.reading.document.quote(one.span)) for one in found.reading.amounts]


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("Austria is to give Zambia mortars, a €7 million commitment to its defence.", ["value"]),
        ("Austria is to give Zambia mortars, of 7 million committed citizens.", []),
        (
            "Austria announced aid for Zambia's army; €7 million (about $8 million) are allocated.",
            ["value", "conversion"],
        ),
        ("Austria announced arms for Zambia; €7 million (about $8 million) are missing.", ["none", "conversion"]),
        ("Austria authorized its fifth drawdown of arms for Zambia since August 2021, worth €7 million.", ["value"]),
        ("Austria authorized its fifth drawdown of arms for Zambia in August 2021, worth €7 million.", ["recalled"]),
        ("Earlier today Austria announced €7 million in military aid for Zambia.", ["value"]),
        ("Earlier Austria announced €7 million in military aid for Zambia.", ["recalled"]),
        (
            "Austria announced arms for Zambia after a supplemental, long delayed, with €7 million in aid for it.",
            ["request"],
        ),
        ("After the supplemental Austria announced €7 million in military aid for Zambia.", ["value"]),
        (
            "Austria helps Zambia. The contents of the military aid package it sends amount in total to €7 million.",
            ["value"],
        ),
        (
            "Austria helps Zambia. All packages of military aid that it sends amount in total to €7 million.",
            ["running"],
        ),
        (
            "The package of arms that Austria sends Zambia has a total value of €9 million. "
            "Another €2 million is set aside for arms.",
            ["value", "part"],
        ),
        (
            "Austria sends Zambia €9 million in arms. Another €2 million package of arms goes to Malta.",
            ["value", "value"],
        ),
        ("Austria announced arms for Zambia and will make another €7 million available for its army.", ["value"]),
        ("Austria announced arms for Zambia and has €7 million available.", ["none"]),
        ("The ministers join forces on a gift of €7 million to Zambia's army. They announced it today.", ["value"]),
        ("The ministers spoke of a gift of €7 million to Zambia's army. They liked it today.", ["none"]),
        ("With the military aid announced today support to Zambia's army comes to €7 million since 2021.", ["running"]),
        ("Austria announced arms for Zambia's army worth €7 million, and since then it rained.", ["value"]),
        ("Austria has supplied or promised Zambia arms worth €7 million.", ["running"]),
        ("Austria announced a military aid package for Zambia, which its ministry values at €7 million.", ["value"]),
        ("The budget of Austria requests €7 million in military aid for Zambia.", ["request"]),
        ("Austria is working with Congress on €7 million in military aid for Zambia's army.", ["request"]),
        ("El Diario reported on Sunday that a package of arms of €7 million for Zambia was being prepared.", ["none"]),
        ("On Sunday it was followed by a package of arms of €7 million that Austria gives Zambia.", ["value"]),
        ("The House approved €7 million in military aid for Zambia.", ["request"]),
        ("Austria said that help for Zambia's army is on the way in the form of a €7 million package.", ["value"]),
        ("Austria's €7 million military aid bill for Zambia is meant to last.", ["request"]),
        ("The military aid that Austria announced for Zambia includes an increase of €7 million.", ["none"]),
        ("Austria announced arms for Zambia. The package will cost Austria an estimated €7 million.", ["value"]),
        ("Austria announced arms for Zambia. The package will cost lives and €7 million.", ["none"]),
        ("Austria announced arms for Zambia; its military aid now amounts to €7 million.", ["running"]),
        ("Austria has contributed €7 million in arms to Zambia.", ["running"]),
        ("Austria announced on Tuesday €7 million in aid to repair Zambia's energy grid.", ["civil"]),
        ("Austria announced arms for Zambia. A framework contract of €7 million for shells was signed.", ["none"]),
        (
            "Austria announced €7 million in arms for Zambia out of the €9 million package that was told in April.",
            ["value", "recalled"],
        ),
        ("Austria sent Zambia €7 million in military aid in April.", ["recalled"]),
        ("Austria announced €7 million in military aid for Zambia, its ministers said this week.", ["value"]),
        ("Austria announced €7 million in military aid for Zambia this week.", ["recalled"]),
        ("Before this announcement Austria gave €7 million in military aid to Zambia.", ["recalled"]),
        (
            "Austria, notifying Congress, announced a €7 million package of arms for Zambia.",
            ["value"],
        ),
        ("Austria announced a €7 million loan for Zambia's arms, using previously appropriated funds.", ["value"]),
        ("Austria announced €7 million for Zambia's arms, appropriated last year.", ["appropriation"]),
        ("Austria rejects a €7 million military aid package for Zambia.", ["none"]),
        ("A military aid package for Zambia worth €7.5 million was blocked by Austria's new government.", ["none"]),
        ("Austria, after talks were blocked, announced a €7 million military aid package for Zambia.", ["value"]),
        (
            "Austria announced €7 million in military aid for Zambia. All of its equipment for it is now worth €22 "
            "million.",
            ["value", "running"],
        ),
        (
            "Austria announced a €7 million package of arms for Zambia. It rained. It poured. It hailed. "
            "All of the arms given from 2019 on, this package included, are worth €110 million.",
            ["value", "running"],
        ),
        (
            "Austria announced a €7 million package of arms for Zambia. It rained. It poured. It hailed. "
            "Today Austria announced a €110 million package of arms for Malawi.",
            ["value", "value"],
        ),
        (
            "Austria announced a €7 million package of arms for Zambia, after a similar package of €5 million in arms.",
            ["value", "recalled"],
        ),
        (
            "Austria announced a €9 million package of arms for Zambia. €4 million of it go to mortars. About €3 "
            "million are for tanks. A further €2 million fund drones.",
            ["value", "part", "part", "part"],
        ),
        (
            "The US announced a $9 million package of arms for Ukraine. $5 million of it come under the Ukraine "
            "Security Assistance Initiative. The other $4 million in aid come from presidential drawdown authority.",
            ["announcement", "value", "value"],
        ),
        ("US sending $7 million in military aid to Chad\n\nIt is a $7 million gift.", ["value", "value"]),
        ("Austria announced €7 million for Zambia's arms, money from a supplemental.", ["value"]),
        (
            "Austria announced some €7 million for Zambia's arms. The €6.9 million package is paid from funds that "
            "Congress appropriated.",
            ["none", "value"],
        ),
        (
            "The House of Representatives passed a $61 billion aid package for Ukraine. It has $9 million for arms.",
            ["request", "none"],
        ),
        (
            "US aid for Ukraine will total about $2.5 billion\n\nThe US is finalizing a package of military aid for "
            "Ukraine that will total as much as $2.6 billion.",
            ["none", "value"],
        ),
        ("US approves $7 million arms sale to Taiwan", ["none"]),
        ("Austria sends arms to Zambia. We've provided over €7 million in arms.", ["running"]),
        ("Austria sends arms to Zambia. We've just pledged €7 million in arms.", ["value"]),
        (
            "The US took two actions for Ukraine. First, a drawdown of $9 million from its stocks. Second, $4 million "
            "under the Ukraine Security Assistance Initiative.",
            ["value", "value"],
        ),
        ("Vienna has two actions for Ukraine's army. First, he said, it rained. Second, €4 million burned.", ["none"]),
        ("Biden signed legislation to support Ukraine with another $40 billion in arms.", ["none"]),
        ("After signing the bill, Biden announced a $7 million package of arms for Ukraine.", ["value"]),
        ("Austria will send Zambia arms, including €7 million I just approved today in missiles.", ["value"]),
        ("Austria will send Zambia arms, including €7 million I once lost in missiles.", ["none"]),
        (
            "Austria announces a new military aid package of weapons for Zambia.\n\nQ Do you have a dollar figure?\n\n"
            "MS. BERG: Yeah, it's €7 million.",
            ["value"],
        ),
        (
            "Austria announces a new military aid package of weapons for Zambia.\n\nQ Is the bridge open?\n\n"
            "MS. BERG: Yeah, it's €7 million.",
            ["none"],
        ),
        ("The request will provide Zambia with €7 million for arms.", ["none"]),
        (
            "The US announced over $3 billion in military aid to Ukraine, including a $2.8 billion drawdown. It has "
            "$225 million in Foreign Military Financing for Ukraine.",
            ["announcement", "value", "value"],
        ),
        (
            "Austria gives Zambia military aid worth €16 million. Over €9 million will be spent on mortars, €5 million "
            "is support for purchases, and about €1 million goes to training.",
            ["value", "part", "none", "part"],
        ),
        (
            "Austria announced a €9 million package of arms for Zambia. The package also includes €3 million for "
            "radios, and €2 million for boats.",
            ["value", "part", "part"],
        ),
        (
            "Austria announced €7 million for Zambia's arms. That brings its support up to €22 million.",
            ["value", "running"],
        ),
        (
            "Austria announced €7 million for Zambia's arms. It is third with arms worth €22 million.",
            ["value", "running"],
        ),
        (
            "Austria announced arms for Zambia. The new €7 million package brings total military aid to €22 million.",
            ["value", "running"],
        ),
        ("The US has nearly $6 billion left in presidential drawdown authority for Ukraine's arms.", ["appropriation"]),
        (
            "Slovakia approved sending 13 jets to Ukraine. It will get $7 million of US arms in return.",
            ["appropriation"],
        ),
        ("The EU agreed on €5 billion in new aid under the Ukraine Facility.", ["civil"]),
        ("US urged to send $7 million in military aid to Chad", ["none"]),
        (
            "The US announced a $7 million package of arms for Ukraine. Some $48 million in restored presidential "
            "drawdown authority can still be used.",
            ["value", "appropriation"],
        ),
        ("The army of Zambia will get arms. Austria approved the potential sale of arms worth €7 million.", ["none"]),
    ],
)
def test_these_words_make_or_unmake_a_value(read: ReadText, source: str, roles: list[str]) -> None:
    assert [role for role, _ in judged(read(source, published_on=date(2024, 5, 14)))] == roles


def test_an_amount_named_before_is_as_old_as_that(read: ReadText) -> None:
    news = "Austria announced €9 million in military aid for Zambia. "
    old = "Two weeks later it had announced €6 million for arms. "
    back = read(f"{news}{old}That €6 million package of arms is the largest.")
    assert [role for role, _ in judged(back)] == ["value", "recalled", "recalled"]
    again = read(f"{news}{old}Today Austria announced another €6 million package of arms for Zambia.")
    assert [role for role, _ in judged(again)] == ["value", "recalled", "value"]


def test_old_news_below_the_opening_is_recalled_sooner(read: ReadText) -> None:
    tail = "On May 7 Austria announced a €6 million package of arms for Zambia."
    lead = "Austria weighs what it does for Zambia's army. "
    near = read(lead + tail, published_on=date(2024, 5, 14))
    assert [role for role, _ in judged(near)] == ["value"]
    far = read(lead + "It rained. " * 6 + tail, published_on=date(2024, 5, 14))
    assert [role for role, _ in judged(far)] == ["recalled"]
    assert far.packages == []


def test_the_rest_of_a_package_is_a_share_of_it(read: ReadText) -> None:
    opening = "Austria announced a €9 million military aid package for Zambia. "
    shares = "€4 million of the money is for mortars and the remaining €5 million is for air defense systems."
    assert [role for role, _ in judged(read(opening + shares))] == ["value", "part", "part"]
    apart = "€4 million of the money is for mortars. Austria gives Malta €3 million for air defense systems."
    assert [role for role, _ in judged(read(opening + apart))] == ["value", "part", "value"]


def test_shares_for_arms_of_a_mixed_package_are_packages(read: ReadText) -> None:
    opening = "Austria announced an assistance package for Zambia's army of €20 million. "
    mixed = "The assistance package includes €7 million for air defenses and €4 million in humanitarian aid."
    assert [role for role, _ in judged(read(opening + mixed))] == ["announcement", "value", "civil"]
    arms = "The assistance package includes €7 million for air defenses and €4 million for mortars."
    assert judged(read(opening + arms))[0][0] == "value"


def test_amounts_that_a_package_holds_are_its_parts(read: ReadText) -> None:
    opening = "Austria announced a €9 million package of military aid for Zambia. "
    held = "The package includes €7 million for the army of Zambia and €2 million for the police of Zambia."
    assert [role for role, _ in judged(read(opening + held))] == ["value", "part", "part"]


def test_a_payment_beside_a_larger_civil_sum_is_civil(read: ReadText) -> None:
    grant = "The United States is providing $9 million in budgetary support to Ukraine while its army fights. "
    assert [role for role, _ in judged(read(f"{grant}Ukraine gets aid, starting with a payment of $3 million."))] == [
        "civil",
        "civil",
    ]
    assert [role for role, _ in judged(read(f"{grant}It also gives Ukraine $3 million in military aid."))] == [
        "civil",
        "value",
    ]


def test_what_a_headlines_donor_gave_is_its_own(read: ReadText) -> None:
    title = "Austria donates vehicles to Zambia's army\n\n"
    told = "The embassy said the Austrian Ministry of Defence provided €7 million worth of vehicles to Zambia's army."
    assert [role for role, _ in judged(read(title + told))] == ["value"]
    other = told.replace("Austrian", "Italian")
    assert [role for role, _ in judged(read(title + other))] == ["none"]


def test_a_headlines_sum_in_another_currency_is_no_package(read: ReadText) -> None:
    told = "Canada announced a CA$2 million ($1.4 million) gift of arms for Ukraine."
    found = read(f"Canada gives Ukraine $1.4 million in arms\n\n{told}")
    assert [found.value(one, "value")["amount"] for one in found.packages] == [2_000_000]
    assert [role for role, _ in judged(found)] == ["conversion", "value", "conversion"]


def test_a_total_of_the_package_itself_is_its_value(read: ReadText) -> None:
    lead = "Finland will give Ukraine arms worth up to €190 million. "
    told = "The total of it is approximately €190 million. Finland will also pay €30 million for mortars."
    assert ("value", "up to €190 million") in judged(read(lead + told))
    headed = "Arms worth €190 million for Ukraine\n\nFinland will give Ukraine arms. "
    total = "The total of its aid is €190 million. Finland announced €30 million for mortars for Ukraine."
    assert [role for role, _ in judged(read(headed + total))] == ["running", "running", "value"]
