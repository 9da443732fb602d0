"""Notes in the words in which ministries and newsrooms really tell of them, each beside a near miss."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

PORTUGAL = "Portugal announced $90 million in military aid for Moldova. "
# The relation of each kind in several wordings, its clause marked.
SAID = {
    "leadership": [
        PORTUGAL + "<leadership>Croatia founded the fund and still runs it</leadership>.",
        PORTUGAL + "<leadership>The 31 countries that Portugal leads in this undertaking buy together</leadership>.",
        PORTUGAL + "<leadership>Iceland is leading the purchase of mortars for Moldova</leadership>.",
        PORTUGAL + "<leadership>Slovenia stands at the head of the coalition for drones</leadership>.",
        PORTUGAL + "<leadership>Under Danish leadership, eight nations pay for the howitzers</leadership>.",
        PORTUGAL + "<leadership>London brought thirty governments to the table to arm Moldova</leadership>.",
        PORTUGAL + "<leadership>The coalition was launched by France</leadership>.",
        PORTUGAL + "<leadership>Latvia took charge of the air defence group</leadership>.",
    ],
    "coordination": [
        PORTUGAL + "<coordination>Nineteen countries belong to the group</coordination>.",
        PORTUGAL + "<coordination>Every shipment is agreed beforehand with Zagreb and Athens</coordination>.",
        PORTUGAL + "<coordination>More than thirty nations compare notes on deliveries every quarter</coordination>.",
        PORTUGAL + "<coordination>With its Croatian colleagues the army has staggered the deliveries of "
        "howitzers</coordination>.",
        PORTUGAL + "<coordination>Donors share the work so that their gifts do not overlap</coordination>.",
        PORTUGAL + "<coordination>The allies agreed which of them would send which ammunition</coordination>.",
        PORTUGAL + "<coordination>Greece and Croatia have drawn up a joint calendar for the training</coordination>.",
        PORTUGAL
        + "<coordination>The twelve members of the coalition will split the flying hours between them</coordination>.",
        PORTUGAL
        + "<coordination>The package was put together in consultation with the Dutch and the Danes</coordination>.",
        PORTUGAL + "<coordination>Allies meet again in June to plan deliveries</coordination>.",
        PORTUGAL + "<coordination>The three neighbours have set up a joint repair hub</coordination>.",
        PORTUGAL + "<coordination>Deliveries are steered by a staff of twenty nations</coordination>.",
        PORTUGAL + "<coordination>Donors agreed a division of labour on drones</coordination>.",
        PORTUGAL + "<coordination>The shipment was arranged together with Poland and Romania</coordination>.",
        PORTUGAL + "<coordination>Eleven nations now work together in the coalition for radars</coordination>.",
    ],
    "contribution": [
        PORTUGAL + "<contribution>Croatia has undertaken to lend the low-loaders</contribution>.",
        PORTUGAL + "<contribution>Iceland has put two million euros of its own into the scheme</contribution>.",
        PORTUGAL + "<contribution>Greece, for its part, will reopen the barracks for training</contribution>.",
        PORTUGAL + "<contribution>Slovenia has kindly offered to train the Moldovan sappers</contribution>.",
        PORTUGAL + "Estonia, which stays out of it, <contribution>had already donated a field kitchen</contribution>.",
        PORTUGAL + "<contribution>Latvia has sent five welders of its own to the yard</contribution>.",
        PORTUGAL + "<contribution>The boats replace howitzers that Greece gave to Moldova</contribution>.",
        PORTUGAL + "<contribution>Another forty mortars come from Croatia</contribution>.",
        PORTUGAL + "<contribution>Luxembourg foots the bill for the spare parts</contribution>.",
        PORTUGAL + "<contribution>He recalled Norway's gift of ten boats</contribution>.",
        PORTUGAL + "<contribution>Ireland stepped forward as the first to finance such a package</contribution>.",
        PORTUGAL + "<contribution>Luxembourg chipped in 3 million euros for the radars</contribution>.",
        PORTUGAL + "<contribution>The Czech Republic will look after the repairs</contribution>.",
        PORTUGAL + "<contribution>Spain is training the crews at Zaragoza</contribution>.",
        PORTUGAL + "<contribution>Norway doubled its own contribution to the radars</contribution>.",
        PORTUGAL + "<contribution>Italy had earlier made available two workshops</contribution>.",
        PORTUGAL + "<contribution>The trailers and mortars are a present from Slovenia</contribution>.",
        PORTUGAL + "<contribution>Lithuania and Latvia have each sent a team of medics</contribution>.",
        PORTUGAL + "<contribution>Finland has thrown in a dozen mortars</contribution>.",
        PORTUGAL + "<contribution>Sweden had come forward with spare barrels for the howitzers</contribution>.",
    ],
    "request": [
        PORTUGAL + "<request>Chisinau asked us to buy closer to home</request>.",
        PORTUGAL + "<request>General Rusu had come with a list, asking above all for radars</request>.",
        PORTUGAL + "<request>Moldova has told its friends plainly that radars come first</request>.",
        PORTUGAL + "<request>The howitzers are what the Moldovan gunners have asked us for</request>.",
        "<request>Georgia is after Mistral missiles</request>.",
        PORTUGAL + "<request>Moldova renewed its request for helicopters</request>.",
        PORTUGAL + "<request>Chisinau keeps bringing up air defence radars</request>.",
        PORTUGAL + "<request>Moldova's army badly needs mortars, its commander said</request>.",
        PORTUGAL + "<request>Chisinau has begged the Europeans for mortars and has pleaded for radars</request>.",
        PORTUGAL + "<request>Chisinau's list was topped by radars</request>.",
        PORTUGAL + "<request>What Chisinau wants most is artillery</request>.",
        PORTUGAL + "<request>The order answers a request from Moldova's navy</request>.",
        PORTUGAL + "<request>Moldovan commanders say they cannot do without more mortars</request>.",
        PORTUGAL + "<request>The radars stand at the head of Chisinau's wish list</request>.",
        PORTUGAL + "<request>Moldova would like the older helicopters as well</request>.",
    ],
    "reluctance": [
        PORTUGAL + "<reluctance>Vienna has so far balked at parting with its howitzers</reluctance>.",
        PORTUGAL + "The radars are not in it. <reluctance>The premier stays by his no</reluctance>.",
        PORTUGAL + "<reluctance>Ireland keeps to its policy of not supplying lethal weapons</reluctance>.",
        PORTUGAL + "<reluctance>No tank will leave the barracks this year</reluctance>.",
        PORTUGAL + "He said that <reluctance>the field hospital could not be spared</reluctance>.",
        PORTUGAL + "<reluctance>Athens turned down a request for its missiles</reluctance>.",
        PORTUGAL + "<reluctance>Slovenia has no intention of giving up its helicopters</reluctance>.",
        PORTUGAL + "<reluctance>Croatia would rather keep its tanks</reluctance>.",
        PORTUGAL + "<reluctance>The army kept its mortars for itself</reluctance>.",
        PORTUGAL + "<reluctance>Two senators would not back another measure of the kind</reluctance>.",
        PORTUGAL + "<reluctance>Several air forces fear that a second type of jet would be a burden</reluctance>.",
        PORTUGAL + "<reluctance>Ireland is in no hurry to give up its howitzers</reluctance>.",
        PORTUGAL + "<reluctance>Switzerland has denied permission to re-export the shells</reluctance>.",
        PORTUGAL + "<reluctance>The defence minister poured cold water on the idea of sending jets</reluctance>.",
        PORTUGAL + "<reluctance>Tanks are not on offer</reluctance>.",
        PORTUGAL + "<reluctance>The request for cruise missiles met with a flat no</reluctance>.",
        PORTUGAL + "<reluctance>Latvia said its own army could not do without the tanks</reluctance>.",
        PORTUGAL + "<reluctance>There are no plans to send tanks</reluctance>.",
        PORTUGAL + "<reluctance>Deputies who refuse to back any measure with war money are few</reluctance>.",
    ],
    "promise": [
        PORTUGAL + "<promise>One weapon long withheld is now coming, the officials said</promise>.",
        PORTUGAL + "<reluctance>Last year the army still kept its mortars for itself</reluctance>; <promise>it is now "
        "releasing them after all</promise>.",
        PORTUGAL + "<reluctance>For two years the field hospital could not be spared</reluctance>. <promise>Today that "
        "changes</promise>.",
        PORTUGAL + "<promise>Croatia has given way and sends the howitzers</promise>.",
        PORTUGAL + "<promise>Having long said no, Bern will now let the shells go</promise>.",
        PORTUGAL + "<promise>The cabinet overcame its doubts and cleared the missiles for export</promise>.",
        PORTUGAL + "<promise>Washington has lifted its objections to the transfer of helicopters</promise>.",
        PORTUGAL + "The tanks that <promise>were refused in spring are now on their way</promise>.",
        PORTUGAL + "<promise>After a year of saying no, Zagreb is sending the tanks</promise>.",
    ],
    "condition": [
        PORTUGAL + "<condition>None of the weapons may be turned against civilians</condition>.",
        PORTUGAL + "<condition>Portugal can suspend the measure if human rights law is breached</condition>.",
        PORTUGAL + "<condition>The decree forbids the use of the rockets outside the country</condition>.",
        PORTUGAL + "<condition>The help is destined exclusively for defence</condition>.",
        PORTUGAL + "The mortars will come, <condition>provided they are kept out of towns</condition>.",
        PORTUGAL + "<condition>The vehicles may be driven only south of the river</condition>.",
        PORTUGAL + "<condition>The deliveries may be suspended at any time</condition>.",
        PORTUGAL + "<condition>The army has undertaken not to use the boats for other purposes, nor to hand them on"
        "</condition>.",
        PORTUGAL + "<condition>The rockets are to be used within internationally recognised borders</condition>.",
        PORTUGAL + "<condition>The missiles are not to be fired across the border</condition>.",
        PORTUGAL + "<condition>The jets may fly only over Moldova</condition>.",
        PORTUGAL + "<condition>Resale is prohibited</condition>.",
        PORTUGAL + "<condition>The launchers must be returned</condition>.",
        PORTUGAL + "<condition>Portugal reserves the right to halt deliveries</condition>.",
        PORTUGAL + "<condition>The money is tied to a report every three months</condition>.",
        PORTUGAL + "<condition>Delivery hinges on parliament's approval</condition>.",
        PORTUGAL + "<condition>The vehicles are for medical use only</condition>.",
        PORTUGAL + "<condition>Portugal attached strict limits to the use of the rockets</condition>.",
        PORTUGAL + "<condition>The weapons must stay on Moldovan soil</condition>.",
    ],
}
NOT_SAID = {
    "leadership": [
        PORTUGAL + "The leading armies of the world have mortars.",
        PORTUGAL + "Iceland never led the coalition for drones.",
        PORTUGAL + "The minister took charge of the radio.",
    ],
    "coordination": [
        PORTUGAL + "Nineteen bridges belong to the road.",
        PORTUGAL + "The minister agreed with the reporter.",
        PORTUGAL + "The soldiers shared the work in the kitchen.",
        PORTUGAL + "Allies meet again in June.",
        PORTUGAL + "The minister talked in consultation rooms of mortars.",
        PORTUGAL + "Eleven nations work together on grain.",
    ],
    "contribution": [
        PORTUGAL + "Croatia gave a speech on security.",
        PORTUGAL + "A trust fund that Croatia visited paid nothing.",
        PORTUGAL + "Greece wishes to buy spare parts and radars.",
        PORTUGAL + "Slovenia, for its part, has donated transformers for the power plants.",
        PORTUGAL + "Latvia has sent five letters of its own.",
        PORTUGAL + "The contract for howitzers was signed by Armenia, which will pay from its own budget.",
        PORTUGAL + "The tanks come from a depot in Germany.",
        PORTUGAL + "The mortars were repaired in June.",
        PORTUGAL + "Norway looked after the guests.",
    ],
    "request": [
        PORTUGAL + "Moldova asked us to wait.",
        PORTUGAL + "The general left, asking about the radars.",
        PORTUGAL + "The soldiers are after the thief.",
        "Portugal asked parliament for mortars.",
        PORTUGAL + "The minister stressed that the needs of the reader come first.",
        PORTUGAL + "Moldova waited for the rain to stop.",
        PORTUGAL + "It has been a top priority of mine to give Moldova the radars.",
    ],
    "reluctance": [
        PORTUGAL + "The ministry declined to comment on the howitzers.",
        PORTUGAL + "Greece would not confirm the delivery of tanks.",
        PORTUGAL + "The minister did not want to travel.",
        PORTUGAL + "No minister will leave the hall.",
        PORTUGAL + "The ministry refused to give details of the howitzers.",
        PORTUGAL + "The mayor met with a flat no.",
        PORTUGAL + "There are no plans for a parade.",
    ],
    "promise": [
        PORTUGAL + "The long delay is now over.",
        PORTUGAL + "The road is long. Today that changes.",
        PORTUGAL + "The Chamber approved a motion on displaced families.",
        PORTUGAL + "After a year of rain, the tanks are dry.",
    ],
    "condition": [
        PORTUGAL + "Portugal provided the army with boats.",
        PORTUGAL + "None of the soldiers may be named.",
        PORTUGAL + "Kenya's contingent has mortars.",
        PORTUGAL + "The minister forbids smoking.",
        PORTUGAL + "Resale is common.",
        PORTUGAL + "The launchers must be painted.",
        PORTUGAL + "The minister attached a letter to the rifle.",
    ],
}


@pytest.mark.parametrize(("kind", "source"), [(kind, source) for kind, sources in SAID.items() for source in sources])
def test_a_relation_is_a_note_in_the_words_of_the_trade(
    read: ReadText, marked: MarkedReader, kind: str, source: str
) -> None:
    case = marked(source)
    found = read(case.text)
    assert case.of(kind)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == list(case.words)


@pytest.mark.parametrize("text", [text for texts in NOT_SAID.values() for text in texts])
def test_what_only_has_words_of_the_trade_is_no_note(read: ReadText, text: str) -> None:
    found = read(text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == []
