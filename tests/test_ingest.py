"""Documents into the database, in batches, with what became of each."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.checks import run_checks
from app.errors import DocumentError
from app.facts import Document
from app.ingest import Ingested, Metadata, find_documents, ingest, load_seeds, open_document
from app.models import FAR, Claim, Dataset, PackageVersion, Program, Source
from app.store import save_records
from tests.library import SEED

TEXT = (
    "Aid for Ukraine\n\nGermany pledged a new {} million euro security assistance package to Ukraine on 9 May 2023.\n"
)


def reader(metadata: Metadata = Metadata()) -> Callable[[str], Document]:  # noqa: B008
    return lambda name: open_document(Path(name), metadata)


def run(engine: Engine, *paths: Path, metadata: Metadata = Metadata()) -> list[Ingested]:  # noqa: B008
    names = [str(path) for path in find_documents(paths).paths]
    return list(ingest(engine, names, reader(metadata), author="test", reason="test"))


def revision(engine: Engine) -> int:
    with Session(engine) as session:
        return session.scalars(select(Dataset.revision)).one()


def write(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(TEXT.format(number + 1), encoding="utf-8")


def test_the_seed_twice_changes_nothing_the_second_time(engine: Engine) -> None:
    (first,) = run(engine, SEED)
    assert (first.outcome, first.packages) == ("inserted", ("us-ua-usai-1200m",))
    (second,) = run(engine, SEED)
    assert (second.outcome, second.packages) == ("unchanged", first.packages)
    assert revision(engine) == 1
    assert list(run_checks(engine)) == []


def test_a_day_of_publication_given_later_dates_the_package_under_its_old_slug(engine: Engine) -> None:
    run(engine, SEED)
    (done,) = run(engine, SEED, metadata=Metadata(published_on=date(2023, 5, 9)))
    assert (done.outcome, done.packages) == ("updated", ("us-ua-usai-1200m",))
    with Session(engine) as session:
        package = session.scalars(select(PackageVersion).where(PackageVersion.valid_to == FAR)).one()
        ended = session.scalars(select(Claim.value).where(Claim.valid_to == 2)).all()
    assert package.date == date(2023, 5, 9)
    assert package.record["announced"]["precision"] == "day"
    assert ended == [{"date": None, "edtf": None, "precision": "weekday"}]
    assert list(run_checks(engine)) == []


def test_a_document_that_comes_again_without_its_metadata_keeps_it(engine: Engine) -> None:
    run(engine, SEED, metadata=Metadata(published_on=date(2023, 5, 9)))
    (done,) = run(engine, SEED)
    assert (done.outcome, done.packages) == ("unchanged", ("us-ua-usai-2023-05-09",))
    assert revision(engine) == 1


def test_a_batch_is_one_revision(engine: Engine, tmp_path: Path) -> None:
    write(tmp_path, 7)
    names = [str(path) for path in find_documents([tmp_path]).paths]
    done = list(ingest(engine, names, reader(), author="test", reason="test", batch=3))
    assert [one.outcome for one in done] == ["inserted"] * 7
    assert revision(engine) == 3
    assert list(run_checks(engine)) == []


def test_a_bad_document_is_rejected_alone(engine: Engine, tmp_path: Path) -> None:
    write(tmp_path, 2)
    (tmp_path / "000b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "000c.md").write_bytes(b"")
    done = run(engine, tmp_path, tmp_path / "missing.txt")
    assert [one.outcome for one in done] == ["inserted", "rejected", "rejected", "inserted", "rejected"]
    assert all(one.error and one.error.startswith(one.name) for one in done if one.outcome == "rejected")
    assert revision(engine) == 1
    assert list(run_checks(engine)) == []


def test_a_batch_of_bad_documents_leaves_the_database_as_it_was(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"")
    assert [one.outcome for one in run(engine, tmp_path)] == ["rejected"]
    assert revision(engine) == 0


def test_a_document_that_the_database_refuses_is_rejected_alone(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import IntegrityError

    write(tmp_path, 3)

    def refuse_the_second(writer, source, resolution):  # type: ignore[no-untyped-def]
        save_records(writer, source, resolution)
        if resolution.packages[0].record["value"]["amount"] == 2_000_000:
            raise IntegrityError("insert", {}, Exception("refused for the test"))
        return []

    monkeypatch.setattr("app.ingest.save_records", refuse_the_second)
    done = run(engine, tmp_path)
    assert [one.outcome for one in done] == ["inserted", "rejected", "inserted"]
    assert "refused for the test" in (done[1].error or "")
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Source)) == 2
    assert list(run_checks(engine)) == []


def test_seeds_are_one_revision_and_loaded_once(engine: Engine, tmp_path: Path) -> None:
    write(tmp_path, 4)
    assert [done.outcome for done in load_seeds(engine, tmp_path)] == ["inserted"] * 4
    assert load_seeds(engine, tmp_path) == []
    assert revision(engine) == 1


def test_seeds_are_not_loaded_into_a_dataset_that_has_a_source(engine: Engine, tmp_path: Path) -> None:
    run(engine, SEED)
    write(tmp_path, 1)
    assert load_seeds(engine, tmp_path) == []


def test_a_missing_folder_of_seeds_is_named(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such folder of seeds"):
        load_seeds(engine, tmp_path / "none")


def test_a_document_without_a_package_is_stored_and_says_so(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The weather\n\nIt rained in Kyiv on Monday.\n", encoding="utf-8")
    (done,) = run(engine, tmp_path)
    assert (done.outcome, done.packages) == ("inserted", ())
    assert done.warnings
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Source)) == 1


def test_a_folder_is_read_sorted_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.docx", "sub.txt/d.htm", "sub.txt/e.csv", "f.PDF", "g.html", "h.markdown"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_documents([tmp_path])
    assert [path.name for path in found.paths] == ["a.MD", "b.txt", "f.PDF", "g.html", "h.markdown", "d.htm"]
    assert found.passed_over == 2


def test_links_and_pipes_in_a_folder_lead_nowhere_and_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1), encoding="utf-8")
    (tmp_path / "again.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_documents([tmp_path])
    assert [path.name for path in found.paths] == ["a.txt", "again.txt", "broken.txt", "loop.txt"]
    assert found.passed_over == 2
    for name in ("broken.txt", "loop.txt"):
        with pytest.raises(DocumentError, match=f"{name}: "):
            open_document(tmp_path / name, Metadata())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into any folder")
def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o000)
    (path,) = find_documents([tmp_path]).paths
    with pytest.raises(DocumentError, match="can't be opened"):
        open_document(path, Metadata())
    (tmp_path / "shut").chmod(0o700)


def test_a_folder_named_as_a_document_inside_of_none_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "y.md").touch()
    assert [path.name for path in find_documents([tmp_path / "x.txt"]).paths] == ["y.md"]
    with pytest.raises(DocumentError, match=r"x\.txt: can't be opened \(Is a directory\)"):
        open_document(tmp_path / "x.txt", Metadata())


def test_a_file_that_is_named_is_read_by_its_content_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "release.asc").write_text(TEXT.format(5), encoding="utf-8")
    assert open_document(tmp_path / "release.asc", Metadata()).text == TEXT.format(5)


def test_what_was_odd_in_reading_a_document_is_told_when_it_is_read_anew_with_what_is_known(
    engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    text = TEXT.format(5).replace("5 million euro", "€5 million")
    path.write_text(text, encoding="utf-8")
    run(engine, path, metadata=Metadata(published_on=date(2023, 5, 9)))
    path.write_bytes(text.encode("cp1252"))
    (done,) = run(engine, path)
    assert done.warnings[0] == "The document is not UTF-8 and was read as windows-1252."
    assert done.outcome == "unchanged"


@pytest.mark.parametrize(
    ("name", "words"), [("missing.txt", "there is no such file"), ("x.docx", "is an old office document")]
)
def test_a_file_that_can_not_be_read_is_named_with_what_to_do(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "x.docx").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(DocumentError, match=words) as caught:
        open_document(tmp_path / name, Metadata())
    assert caught.value.detail.startswith(str(tmp_path / name))


def test_a_document_whose_numbers_are_too_large_is_stored_without_them(engine: Engine, tmp_path: Path) -> None:
    text = "Aid\n\nThe United States pledged a $9{} trillion security assistance package to Ukraine on 9 May 2023.\n"
    for zeros in (3, 9, 30):
        (tmp_path / f"{zeros}.txt").write_text(text.format("0" * zeros), encoding="utf-8")
    assert [done.outcome for done in run(engine, tmp_path)] == ["inserted"] * 3
    assert list(run_checks(engine)) == []


@pytest.mark.parametrize("title", [r"a\0b", r"a\ud800b"])
def test_metadata_that_no_database_takes_is_rejected(engine: Engine, tmp_path: Path, title: str) -> None:
    (tmp_path / "x.md").write_text(f'---\ntitle: "{title}"\n---\nGermany sent aid to Ukraine.\n', encoding="utf-8")
    assert [done.outcome for done in run(engine, tmp_path)] == ["rejected"]
    assert revision(engine) == 0


def test_the_vocabulary_of_programs_is_stored(engine: Engine) -> None:
    run(engine, SEED)
    with Session(engine) as session:
        assert session.scalars(select(Program.name).where(Program.code == "USAI")).one().startswith("Ukraine Security")
