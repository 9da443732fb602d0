"""What reading costs grows with the length of a text and not faster."""

from functools import partial

import pytest

from app.extract import extract
from app.facts import Document
from tests.benchmarks.announcements import announcements, long_announcement
from tests.benchmarks.reading import seconds


def test_made_up_announcements_are_of_their_length_and_the_same_for_a_seed() -> None:
    texts = announcements(3, 20)
    assert texts == announcements(3, 20)
    assert len(set(texts)) == 20
    assert all(300 <= len(text.split()) < 400 for text in texts)
    assert long_announcement(3, 5000) == long_announcement(3, 9000)[:5000]


def test_made_up_announcements_give_the_rules_something_to_do() -> None:
    kinds = [mention.kind for text in announcements(4, 20) for mention in extract(Document(text)).mentions]
    assert kinds.count("package") >= 10
    assert kinds.count("line_item") >= 40
    assert kinds.count("coalition_note") >= 15


def test_ten_times_the_text_takes_about_ten_times_the_time() -> None:
    short, long = (Document(long_announcement(5, length)) for length in (100_000, 1_000_000))
    extract(short)
    spent = [min(seconds(partial(extract, document)) for _ in range(2)) for document in (short, long)]
    # Twice the length in twice the time squared would be a hundredfold; the margin is for caches and a busy machine.
    assert spent[1] < 1.8 * 10 * spent[0], spent


@pytest.mark.parametrize(
    ("opening", "again"),
    [
        ("Austria announced a package of military aid for Zambia with ", "$1 million, "),
        ("Austria announced military aid for Zambia.\n\nArms\n\n", "First, a drawdown of $9 million. "),
    ],
    ids=["one amount", "one sentence"],
)
def test_what_is_said_again_and_again_takes_no_longer_than_its_length(opening: str, again: str) -> None:
    short, long = (Document(opening + again * times) for times in (3_000, 12_000))
    extract(short)
    spent = [min(seconds(partial(extract, document)) for _ in range(2)) for document in (short, long)]
    # Time squared would be sixteenfold.
    assert spent[1] < 2.5 * 4 * spent[0], spent
