"""Notes on who leads, coordinates and gives, each kind in many wordings and beside near misses."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

# The sentence in front of each, so that the text has a package with a donor and a recipient.
PORTUGAL = "Portugal announced $90 million in military aid for Ukraine. "
SAID = {
    "leadership": [
        "<leadership>Portugal wants to encourage other countries to search their depots too</leadership>.",
        "<leadership>Portugal co-leads the artillery coalition together with France</leadership>.",
        "<leadership>At Portugal's initiative, 14 states formed a coalition for mine clearing</leadership>.",
        "<leadership>Lisbon has taken the lead in supplying air defence</leadership>.",
        "<leadership>The minister called on other allies to follow Portugal's example</leadership>.",
        "<leadership>The meeting was chaired by Germany and the United Kingdom</leadership>.",
        "<leadership>Estonia and Luxembourg head the IT coalition</leadership>.",
        "The initiative, <leadership>spearheaded by Prague</leadership>, has found 800,000 shells abroad.",
        "<leadership>Portugal initiated the coalition for drones and chairs it with Latvia</leadership>.",
        "<leadership>Lisbon is among the driving forces of the air defence coalition</leadership>.",
        "<leadership>The United States has led the world in support of Ukraine</leadership>.",
        "<leadership>Latvia and Britain are at the head of the drone coalition</leadership>.",
        "<leadership>Portugal urged the other members to do more</leadership>.",
        "<leadership>The premier rallied his colleagues to send more shells</leadership>.",
        "<leadership>Berlin has assumed the leadership of the air defence initiative</leadership>.",
        "<leadership>The artillery coalition is headed by France and the United States</leadership>.",
        "<leadership>Portugal has brought together ten countries to buy shells</leadership>.",
        "<leadership>The Czech Republic runs the initiative to buy shells around the world</leadership>.",
        "<leadership>Together with Denmark, the Netherlands leads the fighter jet coalition</leadership>.",
        "<leadership>Lisbon wants others to follow its example</leadership>.",
        "<leadership>Britain has taken the chair of the contact group</leadership>.",
        "<leadership>Washington convened the contact group for the first time in April 2022</leadership>.",
        "The minister hopes that <leadership>other countries will follow</leadership>.",
        "<leadership>Under the leadership of Germany, 20 states are buying air defence together</leadership>.",
        "<leadership>France is the lead nation of the artillery coalition</leadership>.",
    ],
    "coordination": [
        "<coordination>Next week the premier hosts ministers from some 25 countries to agree on arms "
        "deliveries</coordination>.",
        "The minister praised the 40 nations that <coordination>have come together to arm Ukraine</coordination>.",
        "<coordination>The plan rests on arrangements with allies on joint purchases of shells</coordination>.",
        "<coordination>There was a meeting in Porto of the defence ministers of Spain, Italy, Greece, "
        "Malta and Cyprus</coordination>.",
        "<coordination>The mortars are coordinated with the artillery coalition</coordination>.",
        "<coordination>Representatives of 54 nations took part in the meeting of the Contact Group</coordination>.",
        "<coordination>Defence ministers from some 50 countries gathered in Ramstein to discuss further "
        "aid</coordination>.",
        "<coordination>The drone coalition now counts 18 members</coordination>.",
        "<coordination>The gift was agreed with Oslo and Copenhagen</coordination>, so that crews train "
        "on the same launchers.",
        "<coordination>Portugal works closely with its European partners to make sure the aid arrives "
        "in time</coordination>.",
        "<coordination>More than 50 nations have stood together to arm Ukraine</coordination>.",
        "<coordination>NATO will coordinate the delivery of equipment from a command in Wiesbaden</coordination>.",
        "The Group, which <coordination>brings together 57 countries, met for the 30th time</coordination>.",
        "<coordination>Twenty-one countries have signed up to the scheme</coordination>.",
        "<coordination>The allies have synchronised their training programmes</coordination>.",
        "<coordination>Donors met in Copenhagen to plan next year's deliveries</coordination>.",
        "<coordination>The package was coordinated with NATO and the European partners</coordination>.",
        "<coordination>Ministers from over 40 states are expected at Ramstein today</coordination>.",
        "<coordination>The donors keep a common list so that nothing is delivered twice</coordination>.",
        "<coordination>The contact group convenes on Thursday for the 26th time</coordination>.",
        "<coordination>With the allies it was settled who will supply which spare parts</coordination>.",
        "The aid is channelled through NATO's command in Wiesbaden, which <coordination>coordinates "
        "deliveries from more than 30 countries</coordination>.",
        "<coordination>Portugal is in close contact with its partners about further deliveries</coordination>.",
        "<coordination>Thirteen nations are training Ukrainian recruits under Operation Interflex</coordination>.",
        "<coordination>Under the scheme European countries pool money for American weapons</coordination>.",
        "<coordination>About 50 countries belong to the Ukraine Defence Contact Group</coordination>.",
        "<coordination>The ministers discussed with their counterparts from 14 nations how to speed up "
        "deliveries of shells</coordination>.",
        "<coordination>At Ramstein, allies agreed on a plan to supply air defence through 2026</coordination>.",
        "<coordination>The package was drawn up in close consultation with allies</coordination>.",
        "<coordination>Nine nations have pooled their orders of 155 mm shells</coordination>.",
        "<coordination>The Nordic countries are combining their purchases of ammunition</coordination>.",
        "<coordination>The defence chiefs of the Joint Expeditionary Force met in Tallinn to talk about "
        "arms for Ukraine</coordination>.",
        "<coordination>Portugal is one of 21 countries in the coalition</coordination>.",
        "<coordination>The allies want to harmonise their deliveries</coordination>.",
        "<coordination>The aid is part of a concerted effort by NATO members</coordination>.",
        "<coordination>Portugal coordinates every delivery with Kyiv and its allies</coordination>.",
        "<coordination>Fifteen countries have already joined the initiative</coordination>.",
        "<coordination>At the meeting 47 nations were represented</coordination>.",
        "<coordination>The purchase is carried out jointly with Denmark and Sweden</coordination>.",
        "<coordination>Some 30 allies have taken part in the training</coordination>.",
    ],
    "contribution": [
        "<contribution>He thanked Japan, which is also helping to equip the coast guard</contribution>.",
        "<contribution>From Croatia come forty mortars and spare barrels</contribution>.",
        "<contribution>Spain has allowed the Latvians to hand over ninety mortars</contribution>.",
        "<contribution>He named the two launchers that Athens had already pledged for the spring</contribution>.",
        "<contribution>Ireland has given us 12 RG armoured cars</contribution>.",
        "<contribution>From Sweden came 17 tanks and spare parts</contribution>.",
        "<contribution>A second battery is being supplied by the Netherlands</contribution>.",
        "<contribution>Ten more launchers are on their way from Greece</contribution>.",
        "<contribution>Canberra's package includes 49 Abrams tanks</contribution>.",
        "<contribution>Warsaw has also agreed to transfer a dozen MiG-29 jets</contribution>.",
        "<contribution>Paris and Rome jointly delivered a SAMP/T system in May</contribution>.",
        "<contribution>Denmark is footing part of the cost of the howitzers</contribution>.",
        "<contribution>The Baltic states have between them given 40 armoured vehicles</contribution>.",
        "<contribution>Berlin, meanwhile, is to send another Patriot system</contribution>.",
        "<contribution>The remaining 500,000 rounds will be paid for by Canada and Norway</contribution>.",
        "<contribution>He thanked Bucharest for the Patriot battery it has given</contribution>.",
        "<contribution>The Czech Republic, Poland and Slovakia have already transferred Soviet-era "
        "tanks</contribution>.",
        "<contribution>Britain said it would provide more Storm Shadow missiles</contribution>.",
        "<contribution>South Korea has shipped mine-clearing vehicles</contribution>.",
        "<contribution>Luxembourg bought ambulances for Ukraine</contribution>.",
        "<contribution>Other allies are contributing drones and ammunition</contribution>.",
        "<contribution>Lithuania will add four mobile radars to the package</contribution>.",
        "<contribution>Germany's foreign ministry said Berlin would deliver three more mid-range "
        "systems</contribution>.",
        "<contribution>The Dutch are providing the barrels for the howitzers</contribution>.",
        "<contribution>Canada will train Ukrainian combat engineers in Poland</contribution>.",
        "<contribution>Norwegian soldiers are teaching Ukrainians to clear mines</contribution>.",
        "<contribution>Several allies have offered aircraft of their own</contribution>.",
        "<contribution>A consortium of Nordic states pays for 18 more Caesars</contribution>.",
        "<contribution>Greece is said to have sent shells through the Czech Republic</contribution>.",
        "<contribution>The third ship was a gift from the Netherlands</contribution>.",
        "With the help of Poland, which <contribution>lent its transporters, the tanks reached the "
        "front</contribution>.",
        "<contribution>Madrid offered two field hospitals</contribution>.",
        "<contribution>Rome has already delivered two batteries</contribution>, and Berlin three.",
        "<contribution>The United States has provided more than $40 billion in security assistance</contribution>.",
        "<contribution>Washington approved the sale of spare parts and paid half the price</contribution>.",
        "<contribution>The EU has mobilised 6.1 billion euros through the European Peace Facility</contribution>.",
        "<contribution>Belgium will take over the maintenance of the F-16s</contribution>.",
        "<contribution>The Patriots come on top of those which Germany and the Netherlands have "
        "promised</contribution>.",
        "<contribution>Ammunition for the tanks is supplied by Spain and Sweden</contribution>.",
        "<contribution>Australia has joined the effort with 14 boats</contribution>.",
        "<contribution>Oslo has decided to finance the production of Bohdana howitzers</contribution>.",
        "<contribution>Bulgaria has quietly delivered Soviet-calibre shells worth millions</contribution>.",
        "<contribution>Turkey's Baykar donated three Bayraktar drones</contribution>.",
        "<contribution>So far Slovenia has handed over 35 BVP infantry fighting vehicles</contribution>.",
        "<contribution>France announced it would transfer Mirage fighters</contribution>.",
        "<contribution>Vilnius will top this up with 5 million euros</contribution>.",
        "<contribution>The remaining guns were provided by Estonia</contribution>.",
        "<contribution>Sweden has gone further and donated two radar planes</contribution>.",
        "<contribution>Croatia's contribution consists of 14 helicopters</contribution>.",
        "<contribution>Kyiv has already got 18 Leopards from Berlin</contribution>.",
        "<contribution>Warsaw parted with 14 Leopard 2 tanks in February</contribution>.",
        "Portugal follows Denmark and the Netherlands, which <contribution>have pledged 24 F-16s "
        "between them</contribution>.",
        "<contribution>Montenegro too has opened its depots and sent ammunition</contribution>.",
        "<contribution>Tokyo has contributed bulletproof vests and helmets</contribution>.",
        "<contribution>Germany, the second-largest donor, plans to deliver four more batteries</contribution>.",
        "<contribution>London is chipping in with Challenger tanks</contribution>.",
        "<contribution>The UK, Germany and Italy also promised further air defence missiles</contribution>.",
        "<contribution>Estonia is also giving Ukraine 155-millimetre shells and night sights</contribution>.",
        "<contribution>Spain's defence minister confirmed the shipment of six Leopard 2A4s</contribution>.",
        "<contribution>Canadian instructors will train Ukrainian pilots</contribution>.",
        "<contribution>The F-16s promised by Denmark and the Netherlands should arrive in summer</contribution>.",
        "<contribution>Stockholm's latest package contains Archer howitzers</contribution>.",
        "<contribution>Greece and Cyprus have sent shells</contribution>.",
        "<contribution>Iceland is helping to pay for demining equipment</contribution>.",
        "<contribution>Kyiv will receive another IRIS-T battery from Germany this year</contribution>.",
        "<contribution>The Netherlands and Germany lent the crews simulators and offered to repair the "
        "howitzers</contribution>.",
        "<contribution>Additional launchers are being loaned by Norway</contribution>.",
        "<contribution>Japan's government is giving fifty trucks</contribution>.",
        "<contribution>In the same week Latvia handed its last Stingers to Kyiv</contribution>.",
        "<contribution>Slovakia and Poland are also going to give up MiG-29s</contribution>.",
        "<contribution>Czech companies delivered 300 tanks, paid for by Denmark and the Netherlands</contribution>.",
        "<contribution>New Zealand will contribute NZ$6 million to the fund</contribution>.",
    ],
}
# Beside each kind, what only has its words.
NOT_SAID = {
    "leadership": [
        "The minister leads the party into the election.",
        "The president chaired a cabinet meeting on pensions.",
        "The general led a brigade of tanks.",
        "Lisbon leads the table of exporters.",
        "The colonel heads the tank school.",
        "Lisbon launched a satellite.",
        "Portugal steers clear of the topic.",
    ],
    "coordination": [
        "Ministers of 20 countries met to discuss fishing quotas.",
        "The coalition government met on Tuesday.",
        "The minister met soldiers in the barracks.",
        "Ministers of four countries met to discuss railways.",
        "The two teams trained together.",
        "Thirty states are members of the bank.",
        "Nine nations signed the climate accord.",
        "The ministers discussed the weather.",
        "Fifteen countries have joined the treaty on fishing.",
        "Over 20 shops are working on the shortage together.",
    ],
    "contribution": [
        "Iberia cannot be at peace unless Ukraine is free.",
        "The scheme gathers Kyiv's requests for rockets.",
        "The fund pays for training where that is requested.",
        "Portugal, through the fund under which allies pay for shells, sends mortars.",
        "As soon as possible the minister will travel.",
        "Portugal, whose policy was never to export mortars, sends mortars.",
        "The ministry denied press reports that Spain had sent mortars.",
        "Officials met in Porto.",
        "The mayor took no decision that might weaken his own party.",
        "Kovalenko asked us for patience.",
        "Encouraging other countries to visit is the goal.",
        "From Croatia come many tourists.",
        "Poland has bought tanks for its own army.",
        "Germany sent a delegation to the talks.",
        "Japan supplied generators for civilian hospitals.",
        "Belgian exports of chocolate rose.",
        "Sweden joined the alliance in 2024.",
        "Norway gave its backing to the peace plan.",
        "Germany's Rheinmetall makes the shells.",
        "Spain's army has 200 tanks.",
        "Poland has asked the EU for money for its border.",
        "France lost the match, although Sweden offered little.",
        "Italy will host the summit next year.",
        "Norway is holding an exercise with tanks.",
        "Denmark will send its foreign minister to the summit.",
        "Italian officers visited the tanks.",
        "Germany lost tanks in the war.",
        "Sweden will buy Leopard tanks from Germany.",
        "French farmers sent tractors to Ukraine.",
        "Denmark has opened an embassy in Ukraine.",
        "Poland wants compensation for the tanks it bought.",
        "The Dutch prime minister gave a warning about drones.",
        "The Polish president visited the howitzers' crews.",
        "Norway is reviewing its stocks of missiles.",
        "Germany has 300 Leopards.",
        "Finland closed its border after the attack.",
        "Swedish police found weapons.",
        "Belgium is to hold an election.",
    ],
}


@pytest.mark.parametrize("source", [source for sources in SAID.values() for source in sources])
def test_what_donors_do_is_a_note(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(PORTUGAL + source)
    found = read(case.text)
    assert case.words
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == list(case.words)


@pytest.mark.parametrize("text", [text for texts in NOT_SAID.values() for text in texts])
def test_what_only_has_words_of_what_donors_do_is_no_note(read: ReadText, text: str) -> None:
    found = read(PORTUGAL + text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == []
