"""Announcements of the same facts as the first document's kind, in other words: what must be read from each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]


@dataclass(frozen=True)
class Expected:
    """The facts of one announcement; its items, notes and weekday are marked in the text."""

    donor: str
    recipient: str
    value: tuple[int, str]
    program: str | None = None
    mechanism: str | None = None
    categories: tuple[str, ...] = ()
    unspecified: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


CASES = {
    "bought from manufacturers": (
        """Paris Readies €400 Million Arms Package for Taiwan

On <day>Thursday</day>, Paris presented a fresh €400 million package of military aid to Taiwan. The aid is meant to
strengthen Taiwan's coastal defenses.

The weapons will be bought from manufacturers rather than taken from French stocks. French inventories will not be
depleted.

The package includes undisclosed <item>coastal defense systems and missiles</item>, <item>ammunition for machine
guns</item>, and 12 <item>patrol boats</item>. It also contains <item>120 mm mortar rounds</item>.
""",
        Expected(
            *("FR", "TW", (400_000_000, "EUR"), None, "procurement", ("maritime", "small_arms", "maritime", "fires")),
            unspecified=("coastal defense systems and missiles",),
            statements=("purpose", "stocks"),
        ),
    ),
    "notes first": (
        """<leadership>Canada has assembled an international coalition to support Moldova</leadership>.
<coordination>Some forty nations coordinate their military assistance to Moldova</coordination>. <request>Chisinau
has requested fighter aircraft</request>, which <reluctance>its partners were unwilling to supply</reluctance>.
<promise>The fighter aircraft were promised in the end</promise>.

On <day>Monday</day> the Canadian government announced C$90 million in military assistance for Moldova. The
assistance consists of <item>armored vehicles</item>, <item>body armor</item> and unspecified <item>radars</item>.
""",
        Expected(
            *("CA", "MD", (90_000_000, "CAD"), None, None, ("ground_maneuver", "protective_medical", "c4isr")),
            unspecified=("radars",),
        ),
    ),
    "value in the headline alone": (
        """Norway Pledges €50 Million Weapons Package to Lithuania

Norway has pledged a new weapons package to Lithuania. It was announced on <day>Friday</day> by the Norwegian
government. The package features <item>howitzers</item>, <item>155 mm shells</item> and <item>training for
crews</item>.
""",
        Expected("NO", "LT", (50_000_000, "EUR"), None, None, ("fires", "fires", "sustainment")),
    ),
    "led by Germany": (
        """The German Defense Ministry announced a new €700 million security assistance package for Ukraine on
<day>Wednesday</day>. The package covers <item>drones</item>, unspecified <item>ammunition</item> and <item>spare
parts</item>.

<leadership>Germany has led international support for Ukraine and built a broad coalition of donors</leadership>.
<coordination>More than thirty countries have coordinated their help to Ukraine</coordination>. <request>Kyiv has
repeatedly asked for long-range missiles and fighter jets</request>. <reluctance>Its backers have hesitated to
deliver fighter jets</reluctance>. <promise>Fighter jets were finally promised</promise>.
""",
        Expected(
            *("DE", "UA", (700_000_000, "EUR"), None, None, ("uas", "munitions", "sustainment")),
            unspecified=("ammunition",),
        ),
    ),
    "value behind the notes": (
        """Britain has been at the forefront of international support for Ukraine and <leadership>has swiftly put
together a coalition of allies to help Kyiv</leadership> after Russia's attack in March 2022. <coordination>Dozens of
nations have synchronized their aid to Ukraine</coordination>, but <request>Kyiv has lobbied for some
weapons</request> that <reluctance>its Western backers have been hesitant to hand over</reluctance>, such as Storm
Shadow missiles and modern fighter jets. However, <promise>some weapons like modern fighter jets were ultimately
promised</promise>.

The United Kingdom pledged a new £300 million security assistance package to Ukraine on <day>Saturday</day>. The
package will fund the purchase of weapons from industry or partners, instead of sending weapons from existing British
stocks.
""",
        Expected("GB", "UA", (300_000_000, "GBP"), None, "procurement"),
    ),
    "Swedish crowns": (
        """Sweden on <day>Tuesday</day> pledged a new 4 billion Swedish kronor military assistance package to Ukraine,
aimed at improving its air defences. The new package contains <item>artillery systems</item>, <item>equipment to
connect Western radars with Ukraine's existing launchers</item>, and <item>ammunition for anti-tank weapons</item>.
""",
        Expected(
            *("SE", "UA", (4_000_000_000, "SEK"), None, None, ("fires", "integration", "anti_armor")),
            statements=("purpose",),
        ),
    ),
    "from stocks": (
        """On <day>Sunday</day> Poland pledged a new PLN 300 million military aid package to Ukraine. The equipment
comes from the army's own inventories rather than being bought from industry, so it will arrive sooner. The package
includes <item>tanks</item>, <item>helicopters</item>, and <item>demining equipment</item>.
""",
        Expected(
            *("PL", "UA", (300_000_000, "PLN"), None, "drawdown", ("ground_maneuver", "aircraft", "engineering")),
            statements=("delivery",),
        ),
    ),
    "amount in the first line": (
        """Tokyo announces ¥5 billion in security assistance for the Philippines

The security assistance was announced on <day>Thursday</day> by the Japanese Defense Ministry. The package includes
<item>patrol boats</item>, <item>radars</item> and unspecified <item>communications equipment</item>. <request>Manila
has been asking for maritime drones</request> that <reluctance>Japan has been loath to provide</reluctance>. But
<promise>maritime drones were later pledged</promise>.
""",
        Expected(
            *("JP", "PH", (5_000_000_000, "JPY"), None, None, ("maritime", "c4isr", "c4isr")),
            unspecified=("communications equipment",),
        ),
    ),
    "passive, under a program": (
        """A new $850 million security assistance package for Ukraine was unveiled by the Pentagon on
<day>Friday</day>. Funded under the Ukraine Security Assistance Initiative, it will pay for gear purchased from the
defense industry or from partners, and not for gear from existing US stockpiles. The aid will need more time to
arrive. The package is made up of unspecified <item>anti-ship missiles and launchers</item>, 40 <item>Stinger
missiles</item>, and <item>satellite communication services</item>.
""",
        Expected(
            *("US", "UA", (850_000_000, "USD"), "USAI", "procurement", ("maritime", "air_defense", "c4isr")),
            unspecified=("anti-ship missiles and launchers",),
            statements=("delivery",),
        ),
    ),
    "notes over sentences": (
        """The Netherlands pledged 250 million euros in military aid to Ukraine, the Dutch Ministry of Defence said on
<day>Sunday</day>. Included in the package are unspecified <item>counter-drone systems</item>, <item>105 mm artillery
rounds</item>, and <item>medical supplies</item>. <leadership>The Netherlands heads a coalition of countries that arm
Ukraine</leadership>. <request>Ukraine has sought Patriot systems and F-16 fighter jets</request>, but
<reluctance>allies have been unwilling to give them</reluctance>. <promise>Later some of these, such as F-16 fighter
jets, were promised after all</promise>.
""",
        Expected(
            *("NL", "UA", (250_000_000, "EUR"), None, None, ("counter_uas", "fires", "protective_medical")),
            unspecified=("counter-drone systems",),
        ),
    ),
    "reported speech": (
        """Australia said on <day>Monday</day> that it would give Ukraine A$110 million in military aid. Among the
items are 70 <item>armored vehicles</item> and <item>105mm artillery ammunition</item>.
""",
        Expected("AU", "UA", (110_000_000, "AUD"), None, None, ("ground_maneuver", "fires")),
    ),
}
NOTE_KINDS = {"leadership", "coordination", "request", "reluctance", "promise"}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES.keys())
def test_the_same_facts_in_other_words_are_read(
    read: ReadText, marked: MarkedReader, source: str, expected: Expected
) -> None:
    case = marked(source)
    found = read(case.text)
    (package,) = found.packages
    value, program = found.value(package, "value"), found.value(package, "program")
    assert found.value(package, "donor")["code"] == expected.donor
    assert found.value(package, "recipient")["code"] == expected.recipient
    assert (value["amount"], value["currency"]) == expected.value
    assert (program["code"] if program else None) == expected.program
    assert found.value(package, "mechanism") == expected.mechanism
    assert found.value(package, "announced") == {"date": None, "edtf": None, "precision": "weekday"}
    assert found.evidence(package, "announced") == case.of("day")
    assert set(expected.statements) <= {one["kind"] for one in found.values(package, "statements")}
    assert found.quotes("line_item") == case.of("item")
    assert tuple(found.value(item, "category") for item in found.items) == expected.categories
    vague = [found.value(item, "description") for item in found.items if not found.value(item, "specified")]
    assert tuple(vague) == expected.unspecified
    notes = [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes]
    assert notes == [(tag, words) for tag, words in case.words if tag in NOTE_KINDS]
    assert {note.parent for note in found.notes} <= {package.id}


def test_what_was_held_back_is_named_where_the_clause_refers_back_to_it(read: ReadText) -> None:
    found = read("Kyiv has sought cruise missiles, but its allies have been unwilling to give them.")
    _, reluctance = found.notes
    assert [one["description"] for one in found.values(reluctance, "items")] == ["cruise missiles"]
    assert found.values(reluctance, "actors") == [{"code": None, "name": "its allies"}]
