"""Wordings in which news and releases tell of packages, each with a near miss beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. "
HOLDS = f"{LEAD}The package includes "


def judged(found: Any) -> list[tuple[str, str]]:
    return [(one.role, found.reading.document.quote(one.span)) for one in found.reading.amounts]


@pytest.mark.parametrize(
    "source",
    [
        "<item>TOW, Javelin and AT-4 anti-tank missiles</item>.",
        "<item>Stingers</item> and <item>Javelin missiles</item>.",
        "<item>RIM-7 and AIM-9M missiles</item>, <item>helmets</item>.",
        "20 <item>HIMARS</item> and <item>Javelin missiles</item>.",
        "<item>Javelin and other anti-armor systems</item>.",
        "<item>engineering, medical and optical equipment</item>, <item>drones</item>.",
        "<item>engineering, command and control, and logistics equipment</item>.",
        "<item>medical supplies</item> and <item>optical equipment</item>.",
        "<item>electric and non-electric detonators</item>.",
        "<item>artillery and tank ammunition</item>.",
        "<item>tanks</item> and <item>artillery ammunition</item>.",
        "<item>155mm rounds</item>, including training rounds, <item>trucks</item>.",
        "<item>air defense systems</item>, including <item>Patriot batteries</item>.",
        "<item>mortars</item>, <item>helmets</item>, <item>whistles</item> and <item>trucks</item>.",
        "<item>mortars</item>, <item>helmets</item>, officials and <item>trucks</item>.",
        "<item>helmets</item> with the exception of those for cadets.",
        "<item>mortars</item> and more equipment that Lusaka is using so well.",
        "<item>equipment to integrate launchers</item>.",
        "<item>helmets</item> and military equipment for its operations.",
        "<item>tourniquets</item>, so that medics will have enough.",
        "<item>drones</item>, 50 <item>five-man tents</item> and 30 <item>20-man tents</item>.",
        "half a million <item>rounds of ammunition</item>.",
        "<item>equipment to integrate launchers, missiles and radars with its systems</item>, 20 <item>trucks</item>.",
        "<item>equipment to clear mines</item>, <item>missiles</item> and <item>radars</item>.",
        "<item>tanks with optics, radios, and armor</item>; <item>boats</item>; and <item>drones</item>.",
        "<item>tanks with optics</item>, <item>radios</item>, and <item>armor plates</item>.",
        "<item>mobility, air surveillance and electronic warfare equipment</item>.",
        "a large amount of <item>missiles</item>.",
        "arms from inventories of its army, <item>mortars</item>.",
        "14 <item>mine-resistant, ambush-protected vehicles</item>.",
        "20 <item>rounds of rifle ammunition</item>; <item>missiles</item>; and <item>tank shells</item>.",
        "<item>equipment to support its howitzers</item>.",
        "<item>mortars</item> to support its army.",
        "eight <item>tanks</item> to bolster its army as well as ten <item>helicopters</item> to enhance it.",
        "<item>underwater weapons (mines and torpedoes)</item> and <item>boats</item>.",
        "four <item>truck-mounted, multiple-rocket launchers</item>.",
        "<item>mortars</item>, and sustain its artillery needs.",
        "<item>mortars</item> and the munitions it needs.",
        "<item>artillery, mortar, cannon, and small arms ammunition</item>.",
        "<item>tanks</item>, <item>mortars</item>, and <item>small arms ammunition</item>.",
        "critical capabilities such as <item>radars</item> and <item>mortars</item>.",
        "<item>drones such as the Vector</item>.",
        "<item>surveillance aircraft</item>, <item>RB 99 missiles</item>.",
        "<item>diving equipment</item> and <item>vehicles</item>.",
        "<item>air defence</item>, <item>artillery ammunition</item>.",
        "<item>unmanned systems</item> built in Zambia, and <item>drones</item>.",
        "115 <item>trucks to tow and haul equipment</item> and <item>drones</item>.",
        "for the first time nearly 100 <item>combat vehicles</item>.",
        "among them <item>mortars</item>, 30 <item>jets</item> by 2028.",
        "substantial quantities of <item>mortars</item>, various <item>helmets</item>.",
        "an array of <item>missiles</item>.",
        "<item>mortars</item> and an additional <item>missile battery</item>.",
        "<item>mortars</item> that will soon go to Lusaka, and also <item>drones</item> and 20 <item>trucks</item>.",
    ],
)
def test_a_list_of_contents_has_these_members(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(HOLDS + source)
    assert list(read(case.text).quotes("line_item")) == case.of("item")


@pytest.mark.parametrize(
    "source",
    [
        "In the package, worth some of it already known, are <item>mortars</item> and <item>drones</item>.",
        "<item>Howitzers</item> have been donated as well.",
        "A <item>field kitchen</item> can be provided through the measure as well.",
        "Zambia should get 20 <item>tanks</item>.",
        "In the new aid package, Vienna said, would be <item>mortars</item> and <item>drones</item>.",
        "On the long list are <item>mortars</item>. Also in the package are <item>drones</item>.",
        "<item>Mortars</item> are in it.",
        "<item>Mortars</item> will be in the new package.",
        "Lusaka will also get from Vienna <item>mortars</item>.",
        "Into the package have entered <item>mortars</item> and <item>drones</item>.",
        "<item>Mortars</item> are to reach Zambia before long.",
        "The sum allows Vienna to order <item>mortars</item>.",
        "The grant is to buy <item>mortars</item>.",
        "Zambia will receive <item>mortars</item>, all from the depots of the army.",
        "The package consists of:\n\n- 18 <item>mortars</item>, €2 million\n- 20 <item>drones</item> (€1 million)\n",
        "The support, Vienna said, included <item>mortars</item>.",
        "The items that were named are <item>mortars</item> and <item>drones</item>.",
        "Austria will give the country's navy about 10 <item>patrol boats</item>.",
        "Weapons that it has asked for are in the package, including <item>mortars</item>.",
        "Funding for <item>mortars</item> and <item>drones</item> was also in the aid package.",
        "In the package will be:\n\n- <item>mortars</item>;\n- <item>radio masts</item>",
        "The donation had 500 <item>sets of uniforms</item> and <item>drones</item>.",
        "Austria is to supply a shipment of <item>boots</item>.",
        "What are its highlights? As he said, you know, <item>mortars</item>; <item>radars</item>; <item>tanks</item>.",
        "We're also announcing additional <item>mortars</item> and <item>drones</item>.",
        "Zambia is scheduled to receive 16 <item>helicopters</item>.",
        "In this latest aid package are <item>mortars</item> and <item>drones</item>.",
        "€3 million of it, says the ministry, go to goods such as <item>mortars</item> and <item>drones</item>.",
        "With these funds <item>mortars</item> and <item>drones</item> are to be donated.",
        "Vienna will procure two <item>radars</item>.",
        "The minister promised 200 <item>mortars</item> and <item>drones</item>.",
        "Vienna is going to send 31 <item>mortars</item>.",
        "We're surging additional <item>mortars</item>.",
        "Austria will also hand over <item>mortars</item>.",
        "The gift also has <item>mortars</item>.",
        "The funding will go towards <item>mortars</item> and <item>drones</item>.",
        "It has announced that 3,500 <item>drones</item> will go to Zambia.",
        "The package also funds <item>mortars</item>.",
        "It will allow the ministry to procure <item>mortars</item>.",
        "A newspaper reported the package would include <item>mortars</item>.",
    ],
)
def test_goods_are_given_in_these_words(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(LEAD + source)
    assert list(read(case.text).quotes("line_item")) == case.of("item")


@pytest.mark.parametrize(
    "source",
    [
        "In the meantime, as so often, men are with mortars.",
        "Howitzers have been lost as well.",
        "A field kitchen can be seen through the fence as well.",
        "Zambia should not get 20 tanks.",
        "In the new army headquarters, Vienna said, would be mortars.",
        "Mortars are in Lusaka.",
        "The package does not include mortars.",
        "Other capabilities include what mortars lack.",
        "Mortars are to impress Zambia before long.",
        "Italy had supported Zambia with mortars.",
        "The plan allows Vienna to keep mortars.",
        "A tank stands next to a row of trucks.",
        "It would not speed up the transfer of jets.",
        "It is clear what Zambia needs most: mortars and drones.",
        "Other equipment that Austria has given it before includes mortars.",
        "Weapons that it has asked for are missing, including mortars.",
        "In the army will be:\n\n- pilots;\n- radio operators",
        "The opposition had 500 sets of uniforms and drones.",
        "A photo showed nine tanks and a drone.",
        "The tanks will give Zambia a total of eight such vehicles.",
        "We're also announcing that mortars fell on Lusaka.",
        "Italy recently announced that it is donating tanks to Zambia.",
        "€3 million of it, says the ministry, went into reserves, and mortars were lost.",
        "Zambia committed itself to demining and to military aid for Malawi.",
        "Last year Vienna took 39 armored vehicles from its army.",
        "The minister promised that mortars fell silent.",
        "The package also refunds what mortars cost.",
        "The package has its critics: we recognize that mortars harm civilians.",
        "A newspaper reported it would not include mortars.",
        "Kyiv pressed Vienna to send tanks despite the reluctance of its officials to send drones.",
    ],
)
def test_goods_are_not_given_in_these_words(read: ReadText, source: str) -> None:
    assert read(LEAD + source).items == []


def test_what_has_been_given_is_listed_in_the_past(read: ReadText) -> None:
    told = (
        "Austria donates €9 million worth of military equipment to the army of Zambia\n\nAustria has donated trucks. "
    )
    past = "Austria donated mortars as well."
    assert "mortars" in read(told + past).quotes("line_item")
    assert read(LEAD + past).items == []


def test_goods_named_twice_with_one_number_are_one_item(read: ReadText) -> None:
    found = read(f"{HOLDS}two armed patrol boats. Vienna will send two patrol boats and three radar patrol boats.")
    assert tuple(found.quotes("line_item")) == ("armed patrol boats", "radar patrol boats")


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


def test_goods_of_another_month_are_no_contents(read: ReadText) -> None:
    lead = f"{LEAD}In April Austria announced its largest package: "
    day = date(2024, 7, 7)
    assert read(f"{lead}400 vehicles and mortars.", published_on=day).items == []
    assert len(read(f"{LEAD}In July Austria will announce more: mortars.", published_on=day).items) == 1


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


def test_that_package_is_the_old_one(read: ReadText) -> None:
    day = date(2024, 7, 11)
    old = "In May, when the king came, Vienna announced a new package of military aid. "
    assert read(f"{LEAD}{old}That package included mortars.", published_on=day).items == []
    assert len(read(f"{LEAD}It rained. This package includes mortars.", published_on=day).items) == 1
    sum_of_old = "On July 3 of 2023 Austria announced €6 million for arms. That assistance included mortars."
    assert read(f"{LEAD}{sum_of_old}", published_on=day).items == []


def test_what_a_headlines_donor_gave_is_its_own(read: ReadText) -> None:
    title = "Austria donates vehicles to Zambia's army\n\n"
    told = "The embassy said the Austrian Ministry of Defence provided €7 million worth of vehicles to Zambia's army."
    assert [role for role, _ in judged(read(title + told))] == ["value"]
    other = told.replace("Austrian", "Italian")
    assert [role for role, _ in judged(read(title + other))] == ["none"]


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


def test_a_headlines_sum_in_another_currency_is_no_package(read: ReadText) -> None:
    told = "Canada announced a CA$2 million ($1.4 million) gift of arms for Ukraine."
    found = read(f"Canada gives Ukraine $1.4 million in arms\n\n{told}")
    assert [found.value(one, "value")["amount"] for one in found.packages] == [2_000_000]
    assert [role for role, _ in judged(found)] == ["conversion", "value", "conversion"]


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


def test_a_total_of_the_package_itself_is_its_value(read: ReadText) -> None:
    lead = "Finland will give Ukraine arms worth up to €190 million. "
    told = "The total of it is approximately €190 million. Finland will also pay €30 million for mortars."
    assert ("value", "up to €190 million") in judged(read(lead + told))
    headed = "Arms worth €190 million for Ukraine\n\nFinland will give Ukraine arms. "
    total = "The total of its aid is €190 million. Finland announced €30 million for mortars for Ukraine."
    assert [role for role, _ in judged(read(headed + total))] == ["running", "running", "value"]
