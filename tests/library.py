"""A small library of readings with every gap that a record can have, written down as mentions and claims."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.engine import Engine

from app.facts import Claim, Document, Json, Mention, Reading, Span
from app.ingest import Ingested, Metadata, ingest, open_document, store_reading, update_vocabulary
from app.store import writing

SEED = Path(__file__).parent.parent / "seeds" / "us-announces-1.2-billion-security-assistance-package-for-ukraine.txt"
NAMES = {"US": "United States", "UA": "Ukraine", "DE": "Germany", "GB": "United Kingdom", "LB": "Lebanon"}


@dataclass(frozen=True)
class Announcement:
    """What one made-up announcement says of one package."""

    headline: str
    donor: str = "US"
    recipient: str | None = "UA"
    program: str | None = None
    mechanism: str | None = None
    amount: int | None = None
    currency: str = "USD"
    announced: str | None = None
    nature: str = "tranche"
    authority: Sequence[str] = ()
    items: Sequence[tuple[str, str, str | None]] = ()
    notes: Sequence[tuple[str, str, str]] = ()
    published_on: date | None = None
    lines: list[str] = field(default_factory=list, compare=False)

    def reading(self) -> Reading:
        """The announcement as a text, one line a fact, and what is read from it."""
        spans: dict[str, Span] = {}
        text = ""
        for line in self._lines():
            spans.setdefault(line, Span(len(text), len(text) + len(line)))
            text += line + "\n"
        document = Document(text, title=self.headline, published_on=self.published_on)

        def claim(name: str, value: Json, line: object) -> Claim:
            return Claim(name, value, spans[str(line)], "test")

        package = self._package(document, claim, spans)
        items = [
            Mention(
                document.id, "line_item", spans[text], package.id, tuple(_item_claims(claim, text, category, system))
            )
            for text, category, system in self.items
        ]
        notes = [
            Mention(
                document.id, "coalition_note", spans[text], package.id, tuple(_note_claims(claim, kind, text, actor))
            )
            for kind, text, actor in self.notes
        ]
        return Reading(document, (package, *items, *notes))

    def _lines(self) -> list[str]:
        facts = [self.donor, self.recipient, self.program, self.mechanism, self.amount, self.announced, *self.authority]
        items = [text for text, _, _ in self.items]
        notes = [text for _, text, _ in self.notes]
        return [self.headline, *(str(fact) for fact in facts if fact is not None), *items, *notes]

    def _package(self, document: Document, claim, spans: dict[str, Span]) -> Mention:  # type: ignore[no-untyped-def]
        claims = [claim("title", self.headline, self.headline), claim("nature", self.nature, self.headline)]
        claims.append(claim("donor", {"code": self.donor, "name": NAMES[self.donor]}, self.donor))
        if self.recipient is not None:
            claims.append(claim("recipient", {"code": self.recipient, "name": NAMES[self.recipient]}, self.recipient))
        if self.program is not None:
            claims.append(claim("program", {"code": self.program, "name": self.program}, self.program))
        if self.mechanism is not None:
            claims.append(claim("mechanism", self.mechanism, self.mechanism))
        if self.amount is not None:
            value = {"amount": self.amount, "currency": self.currency, "qualifier": "exact", "basis": "announced"}
            claims.append(claim("value", value, self.amount))
        if self.announced is not None:
            day = {"date": self.announced, "edtf": self.announced, "precision": "day"}
            claims.append(claim("announced", day, self.announced))
        claims += [claim("authority", text, text) for text in self.authority]
        return Mention(document.id, "package", spans[self.headline], None, tuple(claims))


def _item_claims(claim, text: str, category: str, system: str | None) -> list[Claim]:  # type: ignore[no-untyped-def]
    claims = [claim("description", text, text), claim("category", category, text), claim("kind", "system", text)]
    return claims + ([claim("system", system, text)] if system is not None else [])


def _note_claims(claim, kind: str, text: str, actor: str) -> list[Claim]:  # type: ignore[no-untyped-def]
    actors = claim("actors", {"code": actor, "name": NAMES[actor]}, text)
    return [claim("kind", kind, text), claim("text", text, text), actors]


LIBRARY = (
    Announcement(
        "First drawdown",
        program="PDA",
        mechanism="drawdown",
        amount=400_000_000,
        announced="2023-01-06",
        authority=("FAA 506(a)(1)",),
        items=(("HIMARS launchers", "fires", "HIMARS"), ("patrol boats", "maritime", None)),
        notes=(("leadership", "Germany leads the group", "DE"), ("request", "Ukraine asks for more", "UA")),
        published_on=date(2023, 1, 6),
    ),
    Announcement(
        "Second drawdown",
        program="PDA",
        mechanism="drawdown",
        amount=400_000_000,
        announced="2023-02-03",
        authority=("FAA 506(a)(1)", "FAA 614(a)(1)"),
        items=(("more HIMARS launchers", "fires", "HIMARS"),),
        notes=(("coordination", "Allies meet in a group", "DE"),),
        published_on=date(2023, 2, 3),
    ),
    Announcement(
        "A contract for howitzers",
        program="USAI",
        mechanism="procurement",
        amount=2_100_000_000,
        announced="2023-06-09",
        items=(("howitzers", "fires", None), ("NASAMS batteries", "air_defense", "NASAMS")),
    ),
    Announcement("Aid of an unknown day", program="USAI", amount=275_000_000, items=(("rifles", "small_arms", None),)),
    Announcement("Aid of an unknown value", announced="2023-06-09", mechanism="drawdown"),
    Announcement("Aid of which little is known", recipient=None),
    Announcement("Tanks from Berlin", donor="DE", amount=500_000_000, currency="EUR", announced="2023-05-13"),
    Announcement("Boats for Beirut", donor="GB", recipient="LB", amount=25_000_000, currency="GBP"),
    Announcement(
        "An allowance for later", program="PDA", nature="authority", amount=5_550_000_000, announced="2024-09-26"
    ),
)


def loose_note() -> Reading:
    """A note of a document that announces no package."""
    text = "Ukraine asks for tanks"
    document = Document(text + "\n", title="A plea")
    span = Span(0, len(text))
    claims = (
        Claim("kind", "request", span, "test"),
        Claim("text", text, span, "test"),
        Claim("actors", {"code": "UA", "name": "Ukraine"}, span, "test"),
        Claim("items", {"description": "tanks", "system": "Abrams", "category": "ground_maneuver"}, span, "test"),
    )
    return Reading(document, (Mention(document.id, "coalition_note", span, None, claims),))


def fill_library(engine: Engine) -> None:
    """Store the library, a revision an announcement."""
    readings = [announcement.reading() for announcement in LIBRARY]
    for reading in [*readings, loose_note()]:
        store(engine, reading)


def store(engine: Engine, reading: Reading) -> Ingested:
    """Store one reading in a revision of its own."""
    with writing(engine, author="test", reason="a reading") as writer:
        update_vocabulary(writer)
        return store_reading(writer, "test", reading)


def ingest_seed(engine: Engine, metadata: Metadata = Metadata()) -> None:  # noqa: B008
    """Ingest the seed article as the command line does."""
    (done,) = ingest(engine, [str(SEED)], lambda name: open_document(Path(name), metadata), author="t", reason="seed")
    assert done.outcome != "rejected", done.error
