"""Whatever extraction emits is of the shape that is served."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pycountry
import pytest

from app.extract import extract, vocabulary
from app.extract.documents import read_document
from app.facts import Claim, Document, Mention, Method
from app.schemas import records

SEEDS = Path(__file__).parents[2] / "seeds"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LARGEST_AMOUNT, LARGEST_QUANTITY = 10**15, 10**9

CATEGORIES = set(get_args(records.Category))
ITEM_KINDS = set(get_args(records.ItemKind))
NOTE_KINDS = set(get_args(records.NoteKind))
MECHANISMS = set(get_args(records.Mechanism))
QUALIFIERS = set(get_args(records.Qualifier))
STATEMENT_KINDS = set(get_args(records.Statement.model_fields["kind"].annotation))
TOTAL_KINDS = set(get_args(records.StatedTotal.model_fields["kind"].annotation))
DATE_KINDS = set(get_args(records.DatedEvent.model_fields["kind"].annotation))
BASES = set(get_args(records.Value.model_fields["basis"].annotation))


def test_the_vocabulary_knows_the_served_words_and_no_others() -> None:
    assert {one.code for one in vocabulary.categories()} == CATEGORIES
    goods: list[vocabulary.System | vocabulary.Equipment] = [*vocabulary.systems(), *vocabulary.equipment()]
    assert {one.category for one in goods} <= CATEGORIES
    assert {one.kind for one in goods} <= ITEM_KINDS
    assert {one.code for one in vocabulary.note_kinds()} == NOTE_KINDS
    assert {cue.kind for cue in vocabulary.cues("note")} == NOTE_KINDS
    assert {cue.kind for cue in vocabulary.cues("statement")} <= STATEMENT_KINDS
    assert {cue.kind for cue in vocabulary.cues("total")} <= TOTAL_KINDS
    assert {cue.kind for cue in vocabulary.cues("mechanism")} == MECHANISMS
    assert {one.mechanism for one in vocabulary.programs() if one.mechanism} <= MECHANISMS
    assert {cue.kind for cue in vocabulary.cues("nature")} <= set(get_args(records.Nature))


def test_currencies_are_those_of_iso_4217() -> None:
    assert all(pycountry.currencies.get(alpha_3=one.code) for one in vocabulary.currencies())


def _money(value: dict[str, Any]) -> None:
    assert isinstance(value["amount"], int)
    assert 0 < value["amount"] <= LARGEST_AMOUNT
    assert pycountry.currencies.get(alpha_3=value["currency"]) is not None
    assert value["qualifier"] in QUALIFIERS


def _announced(value: dict[str, Any]) -> None:
    assert value.keys() == {"date", "edtf", "precision"}
    assert value["precision"] in get_args(records.Precision)
    assert value["date"] is None or date.fromisoformat(value["date"]).isoformat() == value["edtf"]


def _party(value: dict[str, Any]) -> None:
    codes = value["code"].split("+")
    assert value.keys() == {"code", "name"}
    assert codes == sorted(set(codes))
    assert set(codes) <= {place.code for place in vocabulary.places()}


def _value(value: dict[str, Any]) -> None:
    _money(value)
    assert value["basis"] in BASES


def _total(value: dict[str, Any]) -> None:
    _money(value)
    assert value["kind"] in TOTAL_KINDS


def _program(value: dict[str, Any]) -> None:
    assert value["code"] in {one.code for one in vocabulary.programs()}


def _one_of(words: set[str], key: str | None = None) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        assert (value if key is None else value[key]) in words

    return check


def _text(value: Any) -> None:
    assert isinstance(value, str)
    assert value.strip()


def _actor(value: dict[str, Any]) -> None:
    assert value.keys() == {"name", "code"}
    assert value["name"]


PACKAGE_FIELDS: dict[str, Callable[[Any], None]] = {
    "value": _value,
    "stated_totals": _total,
    "authorization": _money,
    "announced": _announced,
    "donor": _party,
    "recipient": _party,
    "program": _program,
    "mechanism": _one_of(MECHANISMS),
    "nature": _one_of(set(get_args(records.Nature))),
    "statements": _one_of(STATEMENT_KINDS, "kind"),
    "dates": _one_of(DATE_KINDS, "kind"),
    "title": _text,
    "authority": _text,
    "announced_by": _actor,
}


def _of_part(claim: Claim, mention: Mention) -> None:
    value = claim.value
    match mention.kind, claim.field:
        case _, "category":
            assert value in CATEGORIES
        case "line_item", "kind":
            assert value in ITEM_KINDS
        case "coalition_note", "kind":
            assert value in NOTE_KINDS
        case _, "quantity":
            assert 0 < value <= LARGEST_QUANTITY
        case _, "quantity_qualifier":
            assert value in QUALIFIERS
        case _, "items":
            assert value["category"] in CATEGORIES
        case _, "specified":
            assert isinstance(value, bool)
        case _:
            assert claim.field in {"description", "system", "caliber", "unit", "text", "actors"}


def _check(document: Document) -> int:
    """Asserts the shape of every claim; how many there were."""
    claims = [(claim, mention) for mention in extract(document).mentions for claim in mention.claims]
    for claim, mention in claims:
        assert claim.method in get_args(Method)
        assert claim.span is None or document.quote(claim.span).strip()
        if mention.kind == "package":
            PACKAGE_FIELDS[claim.field](claim.value)
        else:
            _of_part(claim, mention)
    return len(claims)


def test_every_claim_on_the_seeds_has_the_served_shape() -> None:
    assert sum(_check(read_document(path.read_bytes(), path.name)) for path in SEEDS.glob("*.txt")) > 0


@pytest.mark.parametrize("part", ["dev", "news"])
def test_every_claim_on_the_corpus_has_the_served_shape(part: str) -> None:
    folder = CORPUS / part
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: the corpus is kept outside this repository")
    count = 0
    for path in sorted(folder.glob("*.txt")):
        count += _check(read_document(path.read_bytes(), path.name, publisher="The White House"))
    assert count > 0
