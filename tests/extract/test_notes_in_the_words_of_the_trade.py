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
    ],
    "request": [
        PORTUGAL + "<request>Chisinau asked us to buy closer to home</request>.",
        PORTUGAL + "<request>General Rusu had come with a list, asking above all for radars</request>.",
        PORTUGAL + "<request>Moldova has told its friends plainly that radars come first</request>.",
        PORTUGAL + "<request>The howitzers are what the Moldovan gunners have asked us for</request>.",
        "<request>Georgia is after Mistral missiles</request>.",
        PORTUGAL + "<request>Moldova renewed its request for helicopters</request>.",
        PORTUGAL + "<request>Chisinau keeps bringing up air defence radars</request>.",
        PORTUGAL + "<request>Moldova's army badly needs mortars</request>.",
        PORTUGAL + "<request>Chisinau has begged the Europeans for mortars and has pleaded for radars</request>.",
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
    ],
    "promise": [
        PORTUGAL + "<promise>One weapon long withheld is now coming, the officials said</promise>.",
        PORTUGAL + "<reluctance>Last year the army still kept its mortars for itself</reluctance>; <promise>it is now "
        "releasing them after all</promise>.",
        PORTUGAL + "<reluctance>For two years the field hospital could not be spared</reluctance>. <promise>Today that "
        "changes</promise>.",
        PORTUGAL + "<promise>Croatia has given way and sends the howitzers</promise>.",
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
    ],
}
NOT_SAID = {
    "leadership": [
        PORTUGAL + "The leading armies of the world have mortars.",
        PORTUGAL + "Iceland never led the coalition for drones.",
    ],
    "coordination": [
        PORTUGAL + "Nineteen bridges belong to the road.",
        PORTUGAL + "The minister agreed with the reporter.",
        PORTUGAL + "The soldiers shared the work in the kitchen.",
    ],
    "contribution": [
        PORTUGAL + "Croatia gave a speech on security.",
        PORTUGAL + "A trust fund that Croatia visited paid nothing.",
        PORTUGAL + "Greece wishes to buy spare parts and radars.",
        PORTUGAL + "Slovenia, for its part, has donated transformers for the power plants.",
        PORTUGAL + "Latvia has sent five letters of its own.",
        PORTUGAL + "The contract for howitzers was signed by Armenia, which will pay from its own budget.",
    ],
    "request": [
        PORTUGAL + "Moldova asked us to wait.",
        PORTUGAL + "The general left, asking about the radars.",
        PORTUGAL + "The soldiers are after the thief.",
        "Portugal asked parliament for mortars.",
    ],
    "reluctance": [
        PORTUGAL + "The ministry declined to comment on the howitzers.",
        PORTUGAL + "Greece would not confirm the delivery of tanks.",
        PORTUGAL + "The minister did not want to travel.",
        PORTUGAL + "No minister will leave the hall.",
        PORTUGAL + "The ministry refused to give details of the howitzers.",
    ],
    "promise": [
        PORTUGAL + "The long delay is now over.",
        PORTUGAL + "The road is long. Today that changes.",
    ],
    "condition": [
        PORTUGAL + "Portugal provided the army with boats.",
        PORTUGAL + "None of the soldiers may be named.",
        PORTUGAL + "Kenya's contingent has mortars.",
        PORTUGAL + "The minister forbids smoking.",
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
