from collections.abc import Callable

from app.extract.segments import Layout

Segment = Callable[[str], Layout]


def _kinds(layout: Layout) -> list[tuple[str, str]]:
    return [(block.kind, layout.text[block.span.start : block.span.end]) for block in layout.blocks]


def test_a_short_line_before_a_blank_one_is_a_heading(layout: Segment) -> None:
    found = _kinds(layout("New boats\n\nNorway gave boats. They sail.\n"))
    assert found == [("heading", "New boats"), ("paragraph", "Norway gave boats. They sail.")]


def test_lines_broken_for_their_width_are_one_paragraph(layout: Segment) -> None:
    text = (
        "Norway said on Friday that it would hand over ten boats and\nmore than thirty engines for them.\nIt is good."
    )
    assert len(layout(text).blocks) == 2


def test_bullets_are_items_of_the_line_that_leads_them(layout: Segment) -> None:
    read = layout("It includes:\n- ten boats;\n• 20 drones\n\nThat is all.")
    assert _kinds(read)[1:3] == [("item", "ten boats;"), ("item", "20 drones")]
    assert [block.lead for block in read.blocks] == [None, 0, 0, None]


def test_lines_after_a_colon_are_items_until_a_sentence_comes(layout: Segment) -> None:
    read = layout("The gift will include:\n\n4 radars\n\n10 boats\n\nThe ministry is glad about the gift.\n")
    assert [kind for kind, _ in _kinds(read)] == ["paragraph", "item", "item", "paragraph"]


def test_abbreviations_end_no_sentence(layout: Segment) -> None:
    assert len(layout("The U.S. gave boats to Fiji. It was glad.").sentences) == 2


def test_every_sentence_stands_at_its_offsets(layout: Segment) -> None:
    read = layout("# Title\n\n  One here.  Two there!\n\n* three\n")
    assert [sentence.text for sentence in read.sentences] == ["Title", "One here.", "Two there!", "three"]
    for sentence in read.sentences:
        assert read.text[sentence.span.start : sentence.span.end] == sentence.text
