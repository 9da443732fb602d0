"""Every rule that reading names has its sentence in rules.csv, and every sentence there its rule."""

import ast
import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from app.extract import extract, vocabulary
from app.facts import Document
from app.settings import ROOT
from tests.library import SEED

READING = ROOT / "app" / "extract"
RULES = READING / "vocabulary" / "rules.csv"
TEXTS = [SEED, *sorted((ROOT / "tests" / "announcements").glob("*.txt"))]
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*/*.txt"))


class Emitted(NamedTuple):
    """A rule's name as it stands in the code: `pattern` matches the name, or all names that a kind completes."""

    place: str
    name: str
    pattern: re.Pattern[str]


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted([*READING.rglob("*.py"), ROOT / "app" / "facts.py"]):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def positions() -> dict[str, int]:
    """The functions and classes that take a rule's name, by their own name, with the place of the argument."""
    found = {}
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [one.arg for one in node.args.args if one.arg != "self"]
                typed = [one.arg for one in node.args.args if isinstance(one.annotation, ast.Name)]
                if "rule" in typed:
                    found[node.name] = names.index("rule")
            elif isinstance(node, ast.ClassDef):
                fields = [
                    one.target.id
                    for one in node.body
                    if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
                ]
                if "rule" in fields:
                    found[node.name] = fields.index("rule")
    return found


def emitted() -> list[Emitted]:
    """Every rule that the code names. Fails where a name is made in a way that can't be followed."""
    takers = positions()
    assert {"Claim", "claim", "DateFound"} <= set(takers)
    return [
        found
        for file, tree in trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and (argument := _rule_of(call, takers)) is not None
        for found in _names(argument, function, f"{file}:{call.lineno}")
    ]


def _rule_of(call: ast.Call, takers: dict[str, int]) -> ast.expr | None:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    named = next((one.value for one in call.keywords if one.arg == "rule"), None)
    if named is not None or name not in takers:
        return named  # by its name it is also given to _replace of a tuple
    return call.args[takers[name]] if len(call.args) > takers[name] else None


def _names(node: ast.expr, function: ast.FunctionDef, place: str) -> Iterator[Emitted]:
    match node:
        case ast.Constant(value=str(name)):
            yield Emitted(place, name, re.compile(re.escape(name)))
        case ast.JoinedStr(values=parts):
            pattern = "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"\w+" for one in parts)
            yield Emitted(place, ast.unparse(node), re.compile(pattern))
        case ast.IfExp(body=one, orelse=other):
            yield from _names(one, function, place)
            yield from _names(other, function, place)
        case ast.Attribute(attr="rule"):
            return  # what a class was given, where its name was read
        case ast.Name(id=name):
            values = list(_assigned(function, name))
            own = any(one.arg == name for one in function.args.args)
            assert values or own, f"{place}: the test can't tell which rules {name!r} may be"
            for value in values:
                yield from _names(value, function, place)
        case _:
            raise AssertionError(f"{place}: the test can't tell which rules {ast.unparse(node)} may be")


def _assigned(function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
    """What a local name is given, by itself or as one of several."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id == name:
                yield node.value
            elif isinstance(target, ast.Tuple):
                at = [getattr(one, "id", None) for one in target.elts]
                if name in at:
                    yield from _elements(node.value, at.index(name))


def _elements(value: ast.expr, index: int) -> Iterator[ast.expr]:
    if isinstance(value, ast.IfExp):
        yield from _elements(value.body, index)
        yield from _elements(value.orelse, index)
    else:
        assert isinstance(value, ast.Tuple), ast.unparse(value)
        yield value.elts[index]


def test_every_rule_in_the_code_has_its_sentence() -> None:
    known = set(vocabulary.rules())
    missing = [f"{one.place} {one.name}" for one in emitted() if not any(map(one.pattern.fullmatch, known))]
    assert missing == [], f"Each of these rules needs a line in {RULES.relative_to(ROOT)}: rule,why"


def test_every_sentence_has_its_rule_in_the_code() -> None:
    patterns = [one.pattern for one in emitted()]
    unused = [name for name in vocabulary.rules() if not any(pattern.fullmatch(name) for pattern in patterns)]
    assert unused == [], f"No code names these rules; their lines in {RULES.relative_to(ROOT)} can go"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_rule_that_a_text_calls_has_its_sentence(path: Path) -> None:
    assert missing_in(path) == set(), f"Each of these rules needs a line in {RULES.relative_to(ROOT)}: rule,why"


@pytest.mark.skipif(not CORPUS, reason="there is no ../shared/corpus here")
def test_every_rule_that_the_corpus_calls_has_its_sentence() -> None:
    missing = {rule for path in CORPUS for rule in missing_in(path)}
    assert missing == set(), f"Each of these rules needs a line in {RULES.relative_to(ROOT)}: rule,why"


def missing_in(path: Path) -> set[str]:
    annotation = path.with_suffix(".json")
    told = json.loads(annotation.read_text(encoding="utf-8")) if annotation.exists() else {}
    told = told.get("source", told)
    day = told.get("published_on")
    document = Document(
        path.read_text(encoding="utf-8"),
        told.get("title"),
        told.get("publisher"),
        published_on=date.fromisoformat(day) if day else None,
    )
    rules = {claim.rule for mention in extract(document).mentions for claim in mention.claims}
    return rules - set(vocabulary.rules())


def test_sentences_are_sentences_and_stand_once() -> None:
    with RULES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["rule"] for row in rows}) == len(rows)
    assert len({row["why"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"[a-z_]+", row["rule"])
        assert re.fullmatch(r"[A-Z].*[^.]\.", row["why"]), row["rule"]


def test_a_name_made_of_a_kind_stands_for_each_kind_that_the_vocabulary_has() -> None:
    kinds = {cue.kind for cue in vocabulary.cues("statement")}
    assert {f"statement_of_{kind}" for kind in kinds} <= set(vocabulary.rules())
    totals = {cue.kind for cue in vocabulary.cues("total")} | {"announcement"}
    assert {f"{kind}_total" for kind in totals} <= set(vocabulary.rules())
