"""Every setting, command, path, filter and error stands in the README or docs, and what stands there exists."""

import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.problems import TYPE_PREFIX
from app.cli import cli
from app.errors import AppError
from app.schemas import parameters
from app.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
ERRORS = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def commands() -> set[str]:
    names = {command.callback.__name__ for command in cli.registered_commands if command.callback}
    for group in cli.registered_groups:
        assert group.typer_instance is not None
        names |= {
            f"{group.name} {command.callback.__name__}"
            for command in group.typer_instance.registered_commands
            if command.callback
        }
    return names


def error_classes(base: type[AppError] = AppError) -> set[type[AppError]]:
    return {base}.union(*(error_classes(one) for one in base.__subclasses__()))


def test_every_setting_is_documented_with_its_meaning() -> None:
    for name, field in Settings.model_fields.items():
        (row,) = [line for line in SETTINGS.splitlines() if line.startswith(f"| `AIDLEDGER_{name.upper()}`")]
        assert field.description is not None
        assert field.description.split(":")[0].split(";")[0].lower()[:40] in row.lower()


def test_every_command_is_documented() -> None:
    documented = {
        match.removesuffix(" PATH...") for match in re.findall(r"^\| `aidledger ([a-z ]+)", README, re.MULTILINE)
    }
    assert {name.strip() for name in documented} == commands()


def test_every_error_is_documented() -> None:
    documented = set(re.findall(rf"^\| `{TYPE_PREFIX}([a-z-]+)`", ERRORS, re.MULTILINE))
    assert documented == {error.code for error in error_classes()} | {"method-not-allowed"}


def test_every_path_is_documented(seed_client: TestClient) -> None:
    for path in seed_client.get("/openapi.json").json()["paths"]:
        assert f"`{path}`" in README, path


@pytest.mark.parametrize(
    ("model", "label"),
    [
        (parameters.PackageParameters, "Filters of packages: "),
        (parameters.LineItemParameters, "Of line items: "),
        (parameters.CoalitionNoteParameters, "Of coalition notes: "),
        (parameters.EvidenceParameters, "Of evidence: "),
    ],
)
def test_every_filter_is_documented(model: type[parameters.Paging], label: str) -> None:
    text = README.replace("\n", " ")
    sentence = re.split(r"[.;] ", text[text.index(label) :])[0]
    assert set(re.findall(r"`([a-z_]+)`", sentence)) == set(model.model_fields) - {"limit", "cursor", "sort"}


def test_the_first_query_has_its_true_answer(seed_client: TestClient) -> None:
    block = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert block is not None
    shown: dict[str, Any] = json.loads(block[1])
    answer = seed_client.get("/v1/packages?recipient=UA").json()
    assert (shown["meta"], shown["page"]) == (answer["meta"], answer["page"])
    (row,), (real,) = shown["data"], answer["data"]
    assert row == {name: real[name] for name in row}


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / target).exists(), target
