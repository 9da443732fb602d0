"""The command line as a user runs it: real processes, real files, a real port."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from sqlalchemy import text

from app.db import open_engine
from tests.conftest import Databases
from tests.extract.documents.pdf_files import paragraphs, pdf_of
from tests.library import SEED

AIDLEDGER = Path(sys.executable).with_name("aidledger")


def run(*arguments: object, url: str | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | ({} if url is None else {"AIDLEDGER_DATABASE_URL": url})
    command = [str(AIDLEDGER), *map(str, arguments)]
    return subprocess.run(command, input=stdin, env=environment, capture_output=True, timeout=60, check=False)


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_extract_prints_a_json_object_a_document() -> None:
    done = run("extract", SEED)
    (row,) = lines(done)
    assert (done.returncode, row["id"], row["source"]["published_on"]) == (0, SEED.stem, None)
    (package,) = row["packages"]
    assert (package["value"]["amount"], package["announced"]["precision"]) == (1_200_000_000, "weekday")
    assert {"slug", "coalition_notes", "candidates", "conflicts", "review", "revision"} & set(package) == set()
    assert len(row["coalition_notes"]) == 5


def test_extract_dates_by_the_day_of_publication() -> None:
    (row,) = lines(run("extract", "--published", "2023-05-09", "--publisher", "A paper", SEED))
    assert row["packages"][0]["announced"] | {"as_stated": ""} == {
        "date": "2023-05-09",
        "edtf": "2023-05-09",
        "precision": "day",
        "as_stated": "",
    }
    assert row["source"]["publisher"] == "A paper"


def test_extract_reads_standard_input() -> None:
    (row,) = lines(run("extract", "-", stdin=SEED.read_bytes()))
    assert (row["id"], len(row["packages"])) == ("-", 1)


PAGE = "<!doctype html><title>Aid</title><p>Germany pledged €50 million of military aid to Ukraine on 9 May 2023."


def mixed(folder: Path) -> None:
    """A folder with a document of each kind, each with its own package, and three other files."""
    text = "Aid\n\nGermany pledged {} million euros of military aid to Ukraine on 9 May 2023.\n"
    (folder / "a.txt").write_text(text.format(10), encoding="utf-16")
    (folder / "b.MD").write_text(text.format(20), encoding="utf-8")
    (folder / "c.html").write_text(PAGE, encoding="utf-8")
    lines = ("Aid", "Germany pledged 30 million euros of military aid to Ukraine on", "9 May 2023.")
    (folder / "sub.txt").mkdir()
    (folder / "sub.txt" / "d.pdf").write_bytes(pdf_of([paragraphs(*lines)]))
    for name in ("e.csv", "f.xlsx", "g.docx"):
        (folder / name).write_bytes(b"a,b\n1,2\n")


def test_a_folder_of_all_formats_is_ingested_and_the_other_files_are_counted(
    databases: Databases, tmp_path: Path
) -> None:
    mixed(tmp_path)
    url = databases.empty()
    done = run("ingest", tmp_path, url=url)
    assert done.stdout.decode() == "4 documents: 4 inserted, 0 updated, 0 unchanged, 0 rejected, 3 passed over.\n"
    assert (
        run("ingest", tmp_path, url=url).stdout.decode().startswith("4 documents: 0 inserted, 0 updated, 4 unchanged")
    )
    assert run("check", url=url).stdout.decode() == "The dataset is clean.\n"


def test_a_folder_of_all_formats_is_extracted_in_order_with_quotes_at_their_offsets(tmp_path: Path) -> None:
    mixed(tmp_path)
    done = run("extract", tmp_path)
    rows = lines(done)
    assert done.stderr.decode() == "3 other files passed over.\n"
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    kinds = ["text/plain", "text/markdown", "text/html", "application/pdf"]
    assert [row["source"]["media_type"] for row in rows] == kinds
    amounts = [row["packages"][0]["value"]["amount"] for row in rows]
    assert amounts == [10_000_000, 20_000_000, 50_000_000, 30_000_000]
    quotes = [row["packages"][0]["evidence"]["value"][0]["quote"] for row in rows]
    assert quotes == ["10 million euros", "20 million euros", "€50 million", "30 million euros"]


def test_a_page_comes_by_standard_input_and_arguments_win_over_what_it_states() -> None:
    (row,) = lines(run("extract", "--title", "Given", "-", stdin=PAGE.encode()))
    assert (row["source"]["media_type"], row["source"]["title"]) == ("text/html", "Given")
    assert row["packages"][0]["value"]["as_stated"] == "€50 million"


def test_a_warning_about_the_encoding_is_told_with_the_others(databases: Databases, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Aid\n\nGermany pledged €50 million of military aid to Ukraine.\n".encode("cp1252"))
    warning = "The document is not UTF-8 and was read as windows-1252."
    (row,) = lines(run("extract", path))
    assert row["warnings"][0] == warning
    done = run("ingest", path, url=databases.empty())
    assert f"{path}: {warning}" in done.stderr.decode().splitlines()


def test_standard_input_without_end_is_refused_at_the_limit() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "while True: print('aid ' * 9999)"], stdout=subprocess.PIPE
    ) as endless:
        done = subprocess.run(
            [AIDLEDGER, "extract", "-"], stdin=endless.stdout, capture_output=True, timeout=30, check=False
        )
        endless.kill()
    assert (done.returncode, done.stdout) == (1, b"")
    expected = "aidledger: standard input is too large: at most 10 MB of a text or page are read. Split it.\n"
    assert done.stderr.decode() == expected


def test_ingest_twice_counts_and_check_is_clean(databases: Databases) -> None:
    url = databases.empty()
    first, second, check = run("ingest", SEED, url=url), run("ingest", SEED.parent, url=url), run("check", url=url)
    assert first.stdout.decode() == "1 document: 1 inserted, 0 updated, 0 unchanged, 0 rejected.\n"
    assert second.stdout.decode() == "1 document: 0 inserted, 0 updated, 1 unchanged, 0 rejected.\n"
    assert (check.returncode, check.stdout.decode()) == (0, "The dataset is clean.\n")


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("missing.txt", None, "no such file"), ("empty.txt", b"", "empty"), ("binary.txt", b"\x89PNG\x00\x1a", "binary")],
)
def test_a_bad_file_is_one_clear_line_and_the_others_go_on(
    databases: Databases, tmp_path: Path, command: str, name: str, data: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = run(command, path, SEED, url=databases.empty())
    (line,) = [line for line in done.stderr.decode().splitlines() if line.startswith("aidledger: ")]
    assert done.returncode == 1
    assert line.startswith(f"aidledger: {path}")
    assert words in line
    assert ("1 inserted" if command == "ingest" else '"packages"') in done.stdout.decode()


@pytest.mark.parametrize("command", [("ingest", SEED), ("check",), ("serve", "--port", "1"), ("db", "upgrade")])
@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/x.db", "postgresql://me:secret@127.0.0.1:1/x", "what"])
def test_a_database_that_can_not_be_opened_is_one_clear_line(command: tuple[object, ...], url: str) -> None:
    done = run(*command, url=url)
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert line.startswith("aidledger: ")
    assert "secret" not in line
    assert done.stdout == b""


def test_check_finds_damage_and_exits_with_one(databases: Databases) -> None:
    url = databases.empty()
    run("ingest", SEED, url=url)
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE claim SET quote = 'x' WHERE field = 'value'"))
    engine.dispose()
    done = run("check", url=url)
    assert done.returncode == 1
    assert "its quote does not stand at" in done.stdout.decode()


def test_check_of_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    done = run("check", url=f"sqlite:///{tmp_path / 'typo.db'}")
    assert done.returncode == 1
    assert "there is no such file" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_folder_without_documents_is_one_clear_line(tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path, url=f"sqlite:///{tmp_path / 'x.db'}")
    assert done.returncode == 1
    kinds = ".txt, .md, .markdown, .html, .htm, .pdf"
    assert done.stderr.decode() == f"aidledger: {tmp_path}: no file that is read is there ({kinds}).\n"


def test_json_is_utf_8_in_any_locale() -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    text = "Aid\n\nGermany pledged €500 million of military aid to Ukraine on 9 May 2023.\n"
    command = [str(AIDLEDGER), "extract", "-"]
    done = subprocess.run(command, input=text.encode(), env=environment, capture_output=True, timeout=60, check=True)
    assert json.loads(done.stdout.decode())["packages"][0]["value"]["as_stated"] == "€500 million"


def test_check_of_an_empty_database_says_what_to_do(databases: Databases) -> None:
    url = databases.empty()
    open_engine(url).dispose()
    done = run("check", url=url)
    assert done.returncode == 1
    assert "Run `aidledger db upgrade`." in done.stderr.decode()


def test_db_upgrade_says_what_it_did(databases: Databases) -> None:
    url = databases.empty()
    assert "the schema went from nothing to" in run("db", "upgrade", url=url).stdout.decode()
    assert "the schema was up to date" in run("db", "upgrade", url=url).stdout.decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def start(url: str, port: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(AIDLEDGER), "serve", "--port", str(port)],
        env=os.environ | {"AIDLEDGER_DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(Request(f"http://127.0.0.1:{port}{path}", headers=headers), timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except HTTPError as error:
        with error:
            return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


def wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, process.communicate()
        try:
            get(port, "/readyz")
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not get ready in 30 s")


@pytest.fixture
def served(databases: Databases) -> Iterator[tuple[int, str]]:
    """The port of `aidledger serve` on an empty database, and the database's URL."""
    url, port = databases.empty(), free_port()
    process = start(url, port)
    wait_until_ready(port, process)
    yield port, url
    stop(process)


def test_serve_loads_the_seeds_into_an_empty_database_and_answers(served: tuple[int, str]) -> None:
    port, url = served
    status, headers, body = get(port, "/v1/packages")
    assert status == 200
    assert [row["slug"] for row in json.loads(body)["data"]] == ["us-ua-usai-1200m"]
    assert get(port, "/v1/packages", **{"If-None-Match": headers["etag"]})[0] == 304
    assert run("ingest", SEED, url=url).stdout.decode().startswith("1 document: 0 inserted")
    assert get(port, "/v1/packages")[1]["etag"] == headers["etag"]


def test_a_document_ingested_while_it_serves_is_served_next(served: tuple[int, str], tmp_path: Path) -> None:
    port, url = served
    before = get(port, "/v1/packages")[1]["etag"]
    (tmp_path / "x.txt").write_text(
        "Norway announced 500 million kroner of military aid to Ukraine.\n", encoding="utf-8"
    )
    run("ingest", tmp_path, url=url)
    status, _, body = get(port, "/v1/sources")
    assert (status, json.loads(body)["meta"]["total"]) == (200, 2)
    assert get(port, "/v1/packages")[1]["etag"] != before


def test_serve_again_loads_nothing_and_a_busy_port_is_one_clear_line(served: tuple[int, str]) -> None:
    port, url = served
    done = run("serve", "--port", port, url=url)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"aidledger: 127.0.0.1:{port}")
    assert "Loaded" not in done.stdout.decode()


def test_a_killed_ingest_leaves_a_clean_dataset_that_a_second_one_completes(
    databases: Databases, tmp_path: Path
) -> None:
    for number in range(1, 151):
        text = f"Aid {number}\n\nGermany pledged {number} million euros of military aid to Ukraine on 9 May 2023.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    url = databases.empty()
    for seconds in (0.9, 1.3):
        process = subprocess.Popen(
            [str(AIDLEDGER), "ingest", str(tmp_path)],
            env=os.environ | {"AIDLEDGER_DATABASE_URL": url},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(seconds)
        process.kill()
        process.wait()
    done = run("ingest", tmp_path, url=url)
    assert done.stdout.decode().startswith("150 documents: ")
    assert run("check", url=url).returncode == 0
    assert run("ingest", tmp_path, url=url).stdout.decode().startswith("150 documents: 0 inserted, 0 updated, 150 unch")


def test_two_processes_that_ingest_the_same_documents_store_each_once(databases: Databases, tmp_path: Path) -> None:
    for number in range(1, 121):
        text = f"Aid {number}\n\nGermany pledged {number} million euros of military aid to Ukraine on 9 May 2023.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    url = databases.empty()
    run("db", "upgrade", url=url)
    processes = [
        subprocess.Popen(
            [str(AIDLEDGER), "ingest", str(tmp_path)],
            env=os.environ | {"AIDLEDGER_DATABASE_URL": url},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    inserted = [int(out.decode().split(": ")[1].split(" inserted")[0]) for out, _ in outputs]
    assert sum(inserted) == 120
    assert run("check", url=url).stdout.decode() == "The dataset is clean.\n"


def test_two_servers_that_start_at_once_on_an_empty_database_load_the_seeds_once(databases: Databases) -> None:
    url, ports = databases.empty(), (free_port(), free_port())
    processes = [start(url, port) for port in ports]
    try:
        for port, process in zip(ports, processes, strict=True):
            wait_until_ready(port, process)
            answer = json.loads(get(port, "/v1/packages")[2])
            assert (answer["meta"]["total"], answer["meta"]["revision"]) == (1, 1)
    finally:
        for process in processes:
            stop(process)
    assert run("check", url=url).returncode == 0


def test_extract_explains_amounts_and_facts() -> None:
    (row,) = lines(run("extract", "--explain", SEED))
    (plain,) = lines(run("extract", SEED))
    assert plain == {name: value for name, value in row.items() if name != "explain"}
    assert {one["as_stated"] for one in row["explain"]["amounts"]} == {"$1.2 billion", "$1.2 Billion"}
    (fact,) = [one for one in row["explain"]["facts"] if one["field"] == "packages[0].announced"]
    assert (fact["quote"], fact["rule"]) == ("Tuesday", "weekday")
    assert "weekday" in fact["why"]
