"""PDF files, made here, to text: paragraphs, items, running lines, broken words, limits and refusals."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from app.errors import DocumentError
from app.extract import extract
from app.extract.documents import read_document
from tests.extract.documents.pdf_files import LEFT, Placed, paragraphs, pdf_of, pdf_with

FULL = "The ministry of defence of Norway announced on Tuesday that it will give\nfive armoured vehicles to Ukraine."


def text_of(data: bytes, name: str = "a.pdf") -> str:
    return read_document(data, name).text


def test_wrapped_lines_are_one_paragraph_and_more_room_parts_them() -> None:
    text = text_of(pdf_of([paragraphs("Aid for Ukraine", FULL, "The vehicles leave in May.")]))
    assert text == f"Aid for Ukraine\n\n{' '.join(FULL.split())}\n\nThe vehicles leave in May.\n"


def test_facts_read_from_a_pdf_stand_at_their_offsets() -> None:
    words = (
        "Germany announced a security assistance package of 50 million\neuros for Ukraine on 9 May 2023 (€50 million)."
    )
    document = read_document(pdf_of([paragraphs("Aid", words)]), "a.pdf")
    reading = extract(document)
    assert document.media_type == "application/pdf"
    claims = [claim for mention in reading.mentions for claim in mention.claims if claim.span is not None]
    quotes = {document.text[claim.span.start : claim.span.end] for claim in claims if claim.span is not None}
    assert "50 million euros" in quotes
    assert all(document.quote(mention.anchor) for mention in reading.mentions)


def test_a_dash_is_a_mark_behind_an_announced_list_and_a_dash_in_a_sentence() -> None:
    items = "It includes:\n- 20 vehicles with all the spare parts that\nare needed for a year\n- 1,000 rifles\n- boats"
    lines = paragraphs(
        "The minister said on the day before this one that the aid\n- five boats - is on its way.", items
    )
    sentence = "The minister said on the day before this one that the aid - five boats - is on its way."
    item = "- 20 vehicles with all the spare parts that are needed for a year"
    assert text_of(pdf_of([lines])) == f"{sentence}\n\nIt includes:\n{item}\n- 1,000 rifles\n- boats\n"


def test_a_list_is_parted_by_semicolons_but_a_sentence_is_not() -> None:
    items = "20 vehicles;\n1,000 rifles; and\nboats."
    sentence = "The minister said on the day before this one that the aid would come;\nit would be rifles."
    text = text_of(pdf_of([paragraphs(sentence, items)]))
    assert text == f"{' '.join(sentence.split())}\n\n20 vehicles;\n1,000 rifles; and boats.\n"


def test_paragraphs_of_one_line_stand_apart_and_double_spaced_lines_do_not() -> None:
    single = ("Norway gave five armoured vehicles and more to Ukraine.", "It will send boats, and more of it later on.")
    assert text_of(pdf_of([paragraphs(*single, gap=2.0)])) == "\n\n".join(single) + "\n"
    spaced = ("The ministry of defence of Norway announced on", "Tuesday that it would give five armoured", "vehicles.")
    assert text_of(pdf_of([paragraphs(*spaced, gap=2.0)])) == " ".join(spaced) + "\n"


def test_a_long_headline_in_larger_letters_is_one_line() -> None:
    headline: list[Placed] = [(LEFT, 760.0, 20.0, "Norway Announces Five Vehicles"), (LEFT, 737.0, 20.0, "For Ukraine")]
    document = read_document(pdf_of([[*headline, *paragraphs(FULL, FULL, FULL)]]), "a.pdf")
    assert document.title == "Norway Announces Five Vehicles For Ukraine"


def test_items_stay_lines_with_one_mark() -> None:
    items = [
        "\u2022 20 vehicles with all the spare parts that",
        "are needed for a year;",
        "\u2022 1,000 rifles.",
        "\u2022 boats",
    ]
    lines = paragraphs(FULL, "The package includes:\n" + "\n".join(items))
    first = "- 20 vehicles with all the spare parts that are needed for a year;"
    assert text_of(pdf_of([lines])).endswith(f"The package includes:\n{first}\n- 1,000 rifles.\n- boats\n")


def test_a_bullet_drawn_by_itself_belongs_to_the_words_beside_it() -> None:
    lines: list[Placed] = [
        *paragraphs(FULL, "It includes:"),
        (LEFT, 600.0, 7.0, "\u2022"),
        (LEFT + 18, 600.0, 12.0, "20 vehicles"),
        (LEFT, 586.0, 7.0, "\u2022"),
        (LEFT + 18, 586.0, 12.0, "10 boats"),
    ]
    assert text_of(pdf_of([lines])).endswith("\n- 20 vehicles\n- 10 boats\n")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("it sends muni-\ntions to Ukraine.", "it sends munitions to Ukraine."),
        ("it sends air-\ndefence to Ukraine.", "it sends air-defence to Ukraine."),
        ("it sends vehi-\ncles to Ukraine, and other vehicles.", "it sends vehicles to Ukraine, and other vehicles."),
        ("it sends F-\n16 fighters.", "it sends F-16 fighters."),
        ("it sends surface-\nto-air missiles.", "it sends surface-to-air missiles."),
        ("it sends aid \u2013\nand soon.", "it sends aid \u2013 and soon."),
        ("it sends muni\u00ad\ntions to Ukraine.", "it sends munitions to Ukraine."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_made_whole_where_it_is_known_to_be_one(broken: str, whole: str) -> None:
    assert text_of(
        pdf_of([paragraphs(f"The minister of defence said to all the members of the house that {broken}")])
    ) == (f"The minister of defence said to all the members of the house that {whole}\n")


def test_running_heads_and_numbers_of_pages_are_dropped_and_sentences_go_on_over_pages() -> None:
    pages = []
    for number, words in enumerate(
        ("The minister of the defence of Norway gave the", "boats to Ukraine.", "More is to come.")
    ):
        head: Placed = (LEFT, 800.0, 9.0, f"Press release {number + 1} of 2023")
        foot: Placed = (290.0, 30.0, 9.0, f"Page {number + 1} of 3")
        pages.append([head, *paragraphs(words), foot])
    assert (
        text_of(pdf_of(pages))
        == "The minister of the defence of Norway gave the boats to Ukraine.\n\nMore is to come.\n"
    )


def test_a_line_at_the_edge_of_one_page_and_a_number_in_the_text_stay() -> None:
    pages = [[(LEFT, 800.0, 12.0, "Aid for Fiji"), *paragraphs("It gives:", "2023")], paragraphs("More boats.")]
    text = text_of(pdf_of(pages))
    assert text.startswith("Aid for Fiji\n")
    assert "2023" in text


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Boats for Fiji", "Boats for Fiji"),
        ("Microsoft Word - aid_final.docx", "Aid for Fiji"),
        ("untitled", "Aid for Fiji"),
        ("release.indd", "Aid for Fiji"),
        (None, "Aid for Fiji"),
    ],
)
def test_a_title_is_one_that_a_person_gave_else_the_headline(stated: str | None, title: str) -> None:
    assert read_document(pdf_of([paragraphs("Aid for Fiji", FULL)], title=stated), "a.pdf").title == title


def test_the_day_of_making_a_pdf_is_no_day_of_publication() -> None:
    document = read_document(pdf_of([paragraphs(FULL)], created="D:20230509120000Z"), "a.pdf")
    assert PdfReader(BytesIO(pdf_of([paragraphs(FULL)], created="D:20230509120000Z"))).metadata is not None
    assert document.published_on is None


def test_a_pdf_is_known_by_its_first_bytes_whatever_its_name() -> None:
    assert read_document(b"\r\n" + pdf_of([paragraphs(FULL)]), "release").media_type == "application/pdf"
    assert read_document(b"Norway read a %PDF-1.7 file.", "a.txt").media_type == "text/plain"


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf_of([paragraphs(FULL)])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert text_of(encrypted("")) == " ".join(FULL.split()) + "\n"


BLANK = b"0 0 m 10 10 l S"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (encrypted("secret"), "encrypted"),
        (pdf_with([BLANK]), "OCR"),
        (b"%PDF-1.7\nhello", "broken PDF"),
        (pdf_of([paragraphs(FULL)])[:400], "broken PDF"),
        (pdf_with([BLANK], times=501), "501 pages; at most 500"),
        (pdf_with([b" " * 90_000_000], compressed=True), "no page can be read"),
        (pdf_with([b"0 0 m\n" * 1_000_000], compressed=True), "no page can be read"),
        (pdf_with([b"BT /F1 9 Tf (" + b"aid " * 600_000 + b") Tj ET"], compressed=True), "too large"),
        (pdf_with([b"BT /F1 9 Tf 9 9 Td (\x81\x8d\x8f\x90\x9d) Tj ET"]), "OCR"),
    ],
)
def test_a_pdf_that_can_not_be_read_says_why_and_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.pdf")
    assert caught.value.detail.startswith("a.pdf ")
    assert words in caught.value.detail
    assert caught.value.detail.endswith(".")


def test_a_page_that_can_not_be_read_is_left_out_and_told_of() -> None:
    good = b"BT /F1 12 Tf 72 700 Td (Norway gave boats.) Tj ET"
    document = read_document(pdf_with([good, b"0 0 m\n" * 1_000_000], compressed=True), "a.pdf")
    assert document.text == "Norway gave boats.\n"
    assert extract(document).warnings[0] == "Pages that can't be read were left out: 2."


def test_a_file_named_like_a_pdf_that_is_none_is_refused() -> None:
    with pytest.raises(DocumentError, match="is named like a PDF but is none"):
        read_document(b"Norway gave boats.", "a.pdf")
