"""Wordings in which news and releases tell what is in a package, each with a near miss beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

LEAD = "Austria announced a €9 million package of military aid for Zambia. "
HOLDS = f"{LEAD}The package includes "


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


def test_goods_of_another_month_are_no_contents(read: ReadText) -> None:
    lead = f"{LEAD}In April Austria announced its largest package: "
    day = date(2024, 7, 7)
    assert read(f"{lead}400 vehicles and mortars.", published_on=day).items == []
    assert len(read(f"{LEAD}In July Austria will announce more: mortars.", published_on=day).items) == 1


def test_that_package_is_the_old_one(read: ReadText) -> None:
    day = date(2024, 7, 11)
    old = "In May, when the king came, Vienna announced a new package of military aid. "
    assert read(f"{LEAD}{old}That package included mortars.", published_on=day).items == []
    assert len(read(f"{LEAD}It rained. This package includes mortars.", published_on=day).items) == 1
    sum_of_old = "On July 3 of 2023 Austria announced €6 million for arms. That assistance included mortars."
    assert read(f"{LEAD}{sum_of_old}", published_on=day).items == []
