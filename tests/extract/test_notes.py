from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

PORTUGAL = "Portugal announced $90 million in military aid for Moldova. "
# One list a kind: the relation in several wordings, each with its clause marked.
SAID = {
    "leadership": [
        "<leadership>Croatia chairs the alliance of donors that arms Georgia</leadership>.",
        "<leadership>Portugal has rallied more than forty governments behind military aid to Moldova</leadership>.",
        "Since then <leadership>Canada has been at the helm of the international effort to arm Moldova</leadership>.",
        "Tallinn gave mortars, and <leadership>Iceland assembled a coalition for Georgia's defense</leadership>.",
        "<leadership>The air defense coalition is led by Slovenia and Greece</leadership>.",
        "<leadership>Wellington spearheads a coalition of island states that equips Fiji's armed forces</leadership>.",
    ],
    "coordination": [
        "<coordination>Defence ministers of 41 nations will meet in Zagreb to discuss weapons for "
        "Georgia</coordination>.",
        "<coordination>More than 35 countries have joined the maritime coalition</coordination>.",
        "<coordination>The two governments work with allies and partners to speed up arms deliveries to Moldova"
        "</coordination>.",
        "<coordination>The Contact Group met in Lisbon to pool ammunition orders</coordination>.",
        "<coordination>Some twenty states have supplied Armenia with military equipment</coordination>.",
        "<coordination>Jordan's neighbours pool their deliveries of radars</coordination>.",
    ],
    "contribution": [
        PORTUGAL + "<contribution>Slovenia will send twenty patrol boats</contribution>.",
        PORTUGAL + "<contribution>Croatia has pledged helicopters"
        "</contribution>, while <contribution>Greece is donating 155 mm shells</contribution>.",
        PORTUGAL
        + "<contribution>The minister welcomed Iceland's decision to finance demining equipment</contribution>.",
        PORTUGAL + "<contribution>He thanked Estonia for delivering howitzers</contribution>.",
        PORTUGAL + "<contribution>Forty armoured vehicles were donated by Latvia</contribution>.",
        PORTUGAL + "<contribution>Its allies have contributed radars and body armor</contribution>.",
    ],
    "request": [
        "<request>Georgia's president appealed to his partners for air defense systems</request>.",
        "<request>Chisinau is asking its friends to send howitzers</request>.",
        "<request>Armenia has long sought anti-tank missiles</request>.",
        "<request>Repeated appeals by Tbilisi for drones went unanswered</request>.",
        "<request>Moldova urged the allies to deliver helicopters</request>.",
        "<request>Fiji says it needs patrol boats</request>.",
    ],
    "reluctance": [
        "<reluctance>Several governments are unwilling to part with their fighter jets</reluctance>.",
        "<reluctance>Croatia ruled out the delivery of tanks to Moldova</reluctance>.",
        "<reluctance>Vienna would not hand over its howitzers</reluctance>.",
        "<reluctance>Its partners fear that sending cruise missiles would provoke Moscow</reluctance>.",
        "<reluctance>Lisbon is not ready to supply long-range missiles</reluctance>.",
        "The minister said that <reluctance>sending submarines and tanks would be too risky</reluctance>.",
    ],
    "promise": [
        "<promise>After months of hesitation Greece agreed to send tanks to Georgia</promise>.",
        "<promise>Croatia dropped its opposition to the delivery of fighter jets</promise>.",
        "<promise>Slovenia will for the first time supply long-range missiles</promise>.",
        "<promise>Helicopters were at last cleared for Moldova</promise>.",
        "The premier said that <promise>Iceland will support Moldova's army for as long as it takes</promise>.",
        "<promise>Wellington relented and promised Fiji the howitzers</promise>.",
    ],
    "condition": [
        "<condition>Tbilisi may use the rockets only within its own borders</condition>.",
        "<condition>Portugal will send the drones only if Moldova signs the agreement</condition>.",
        "<condition>The howitzers come with restrictions on their use against targets across the border</condition>.",
        "<condition>The delivery of the helicopters is subject to approval by parliament</condition>.",
        "<condition>Fiji had to promise not to pass the rifles on</condition>.",
        "<condition>The tanks are given provided that crews are trained first</condition>.",
    ],
}
NOT_SAID = {
    "leadership": [
        "Croatia's party leads the coalition government, which votes on military aid today.",
        "M1 tanks led the charge to the capital.",
        "A factory in Porto leads a plan to make more artillery shells.",
    ],
    "coordination": [
        "Ministers of 41 nations met to discuss grain and sanctions.",
        "Together with allies and partners, Portugal gave howitzers.",
        "The army joined the two halves of the missile.",
    ],
    "contribution": [
        PORTUGAL + "Portugal will send twenty patrol boats.",
        PORTUGAL + "North of it, Russia sent tanks to the border.",
        PORTUGAL + "Slovenia sent observers to the vote.",
        PORTUGAL + "Moldova has given its soldiers new rifles.",
    ],
    "request": [
        "The White House asked Congress for $2 billion for weapons.",
        "Georgia asked for talks on the border while tanks stood by.",
        "The howitzer is among the items asked for most.",
    ],
    "reluctance": [
        "The idea that Greece hesitated to send tanks is nonsense.",
        "Soldiers resisted the tanks for a week.",
        "Croatia never refused to send howitzers.",
    ],
    "promise": [
        "For the first time the soldiers fired the missiles at night.",
        "The tanks will stay as long as the bridge is closed.",
        "After months of fighting Georgia lost its tanks.",
    ],
    "condition": [
        "The howitzers are in good condition.",
        "Only Portugal makes the rifles.",
        "The rockets are subject to corrosion.",
    ],
}


@pytest.mark.parametrize(
    "source",
    [
        "<leadership>Denmark has forged a coalition to arm Kyiv</leadership> since the war began.",
        "However, <coordination>many countries have coordinated military aid to Ukraine</coordination>.",
        "<request>Taipei has asked for more drones</request>.",
        "<reluctance>Some allies have been hesitant to send fighter jets</reluctance>, but "
        "<promise>Belgium finally agreed to provide weapons</promise>.",
        "<condition>The missiles may not be used against targets in Russia</condition>.",
        "<contribution>Norway also pledged artillery ammunition</contribution>.",
    ],
)
def test_a_note_is_the_clause_around_its_cue(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    notes = [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes]
    assert notes == list(case.words)
    assert [text for _, text in notes] == found.quotes("coalition_note")


@pytest.mark.parametrize(
    "text",
    [
        "Allies have coordinated sanctions and military aid.",
        "The teams coordinated their colours.",
        "Together with its allies, Norway gave weapons.",
        "Kyiv has pushed for peace in the region",
    ],
)
def test_civil_cooperation_and_passing_words_are_no_notes(read: ReadText, text: str) -> None:
    assert read(text).notes == []


def test_a_note_without_a_package_is_kept_without_a_parent(read: ReadText) -> None:
    found = read("Kyiv has pushed for fighter jets.")
    (note,) = found.notes
    assert note.parent is None
    assert found.values(note, "actors") == [{"code": "UA", "name": "Ukraine"}]
    assert found.values(note, "items") == [{"description": "fighter jets", "system": None, "category": "aircraft"}]


@pytest.mark.parametrize(("kind", "source"), [(kind, source) for kind, sources in SAID.items() for source in sources])
def test_a_relation_is_a_note_of_its_kind(read: ReadText, marked: MarkedReader, kind: str, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    assert case.of(kind)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == list(case.words)


@pytest.mark.parametrize("text", [text for texts in NOT_SAID.values() for text in texts])
def test_what_only_looks_like_a_relation_is_no_note(read: ReadText, text: str) -> None:
    found = read(text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == []


@pytest.mark.parametrize(
    "source",
    [
        "The patrol boats, which <request>Fiji has requested for years</request>, are being painted.",
        "Slovenia keeps eight howitzers. <request>Chisinau has asked for them in writing</request>.",
        "<reluctance>Zagreb had refused to part with its helicopters</reluctance>. <promise>It now undertakes "
        "to hand over"
        " four of them</promise>.",
        PORTUGAL + "<contribution>Croatia and Greece train Moldovan crews</contribution>.",
        PORTUGAL + "<contribution>Luxembourg will pay the freight</contribution>.",
        PORTUGAL + "<contribution>Slovenia approved the export of Croatian howitzers</contribution>.",
        PORTUGAL + "He spoke of Iceland, which <contribution>has donated body armor</contribution>.",
        "<coordination>Latvia hosts a meeting of the Contact Group on ammunition on Friday</coordination>.",
        "Lisbon said the rockets came with rules, and that <condition>they may not be used across the "
        "border</condition>.",
    ],
)
def test_who_and_what_may_stand_in_front_of_the_clause(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == list(case.words)


@pytest.mark.parametrize(
    "text",
    [
        "Has Greece refused to send tanks?",
        "The howitzers are ready, an officer said on condition of anonymity.",
        PORTUGAL + "Since 2022 Slovenia has given $200 million.",
        PORTUGAL + "Slovenia urged the ministry to send tanks.",
        PORTUGAL + "The radars have been delivered.",
        "Slovenia keeps eight howitzers. Chisinau has asked for patience.",
    ],
)
def test_what_is_asked_passed_on_or_only_summed_up_is_no_note(read: ReadText, text: str) -> None:
    found = read(text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == []


def test_support_without_a_limit_is_a_promise_where_it_is_reported_and_not_where_a_government_speaks(
    read: ReadText,
) -> None:
    text = "Slovenia will support Moldova's army for as long as it takes, the premier said."
    assert [read(text).value(note, "kind") for note in read(text).notes] == ["promise"]
    assert read(text, publisher="The White House").notes == []
    assert read("The army will stay as long as the bridge is closed, the premier said.").notes == []


def test_of_two_kinds_in_one_clause_the_one_that_tells_most_is_kept(read: ReadText) -> None:
    found = read(PORTUGAL + "Croatia will send the drones only if Chisinau signs.")
    (note,) = found.notes
    assert found.value(note, "kind") == "condition"
    found = read(PORTUGAL + "Croatia will send the drones.")
    assert [found.value(note, "kind") for note in found.notes] == ["contribution"]


def test_who_leads_a_group_has_a_note_beside_that_of_the_group(read: ReadText) -> None:
    found = read("Iceland belongs to a group of nine countries, led by Estonia, that buys radars for Moldova.")
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == [
        ("coordination", "Iceland belongs to a group of nine countries, led by Estonia, that buys radars for Moldova"),
        ("leadership", "led by Estonia"),
    ]


def test_two_clauses_with_two_subjects_are_two_notes_of_a_kind(read: ReadText) -> None:
    found = read(PORTUGAL + "Croatia has pledged helicopters, and Greece is donating shells.")
    assert [found.values(note, "actors") for note in found.notes] == [
        [{"code": "HR", "name": "Croatia"}],
        [{"code": "GR", "name": "Greece"}],
    ]
    found = read(PORTUGAL + "Croatia has pledged helicopters and has donated shells.")
    assert len(found.notes) == 1


def test_what_arms_the_aggressor_is_no_contribution(read: ReadText) -> None:
    assert read(PORTUGAL + "China has supplied drones to Russia.").notes == []
    found = read(PORTUGAL + "Japan has supplied drones to Moldova.")
    assert [found.value(note, "kind") for note in found.notes] == ["contribution"]
