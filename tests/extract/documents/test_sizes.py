"""What is too large is refused at once, in little memory, before it is read."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import DocumentError
from app.extract.documents import read_bytes, read_document, sizes

MEASURE = """
import sys, time, tracemalloc
from pathlib import Path
from app.errors import DocumentError
from app.ingest import Metadata, open_document
tracemalloc.start()
start = time.perf_counter()
try:
    open_document(Path(sys.argv[1]), Metadata())
except DocumentError as error:
    print(error.detail)
print(time.perf_counter() - start, tracemalloc.get_traced_memory()[1])
"""


@pytest.mark.parametrize(("megabytes", "opening"), [(50, b"Aid for Fiji. "), (200, b"%PDF-1.7\n")])
def test_a_large_file_is_refused_in_a_moment_and_in_little_memory(
    tmp_path: Path, megabytes: int, opening: bytes
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(opening)
        file.truncate(megabytes * 1_000_000)
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    refused, measured = done.stdout.splitlines()
    seconds, memory = map(float, measured.split())
    limit = sizes.PDF_BYTES if opening.startswith(b"%PDF") else sizes.FILE_BYTES
    assert refused.startswith(f"{path} is too large: at most {limit // 1_000_000} MB")
    assert seconds < 0.5
    assert memory < 3 * limit


def test_a_stream_is_read_no_further_than_the_limit() -> None:
    stream = io.BytesIO(b"Aid. " * 5_000_000)
    with pytest.raises(DocumentError, match="standard input is too large: at most 10 MB"):
        read_bytes(stream, "standard input")
    assert stream.tell() == sizes.FILE_BYTES + 1


@pytest.mark.parametrize(("opening", "limit"), [(b"", sizes.FILE_BYTES), (b"%PDF-1.7\n", sizes.PDF_BYTES)])
def test_a_file_of_just_the_limit_is_taken(opening: bytes, limit: int) -> None:
    data = opening.ljust(limit, b" ")
    assert read_bytes(io.BytesIO(data), "a.txt") == data
    with pytest.raises(DocumentError, match="too large"):
        read_bytes(io.BytesIO(data + b" "), "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_bytes_that_come_otherwise_have_the_same_limits(name: str) -> None:
    with pytest.raises(DocumentError, match="is too large: at most 10 MB of a text or page"):
        read_document(b" " * (sizes.FILE_BYTES + 1), name)
    with pytest.raises(DocumentError, match=r"has 2,000,001 characters of text; at most 2,000,000 are read"):
        read_document(b"a" * (sizes.TEXT_SIGNS + 1), "a.txt")
