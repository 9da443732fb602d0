"""Pages to their main text and what they state of themselves; nothing hidden, scripted or around it gets in."""

import json
import socket
from datetime import date
from time import process_time

import pytest

from app.errors import DocumentError
from app.extract import extract
from app.extract.documents import read_document
from app.facts import Document

NEWS = "<p>Norway announced on Tuesday that it will give five armoured vehicles to Ukraine.</p>"


def read(page: str, name: str = "a.html") -> Document:
    return read_document(page.encode(), name)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_paragraphs_headings_lists_and_tables_keep_their_lines() -> None:
    body = """
    <article><h1>Aid for Ukraine</h1>
    <p>Norway gave &euro;5&nbsp;million &amp; more to
       the <b>fund</b>, <i>said</i> Jane&#8217;s office.<br>It will be sent soon.</p>
    <p>The package includes:</p>
    <ul><li>20 vehicles, <a href="/x">new</a>,</li><li>Rifles:<ul><li>100 old</li><li>200 new</li></ul></li>
    <li><p>Boots</p></li></ul>
    <h2>More</h2>
    <table><tr><th>Item</th><th>Number</th></tr><tr><td>Rifles</td><td>1,000</td></tr></table>
    <blockquote><p>We stand with them.</p></blockquote></article>"""
    assert read(page(body)).text == (
        "Aid for Ukraine\n\nNorway gave €5 million & more to the fund, said Jane’s office.\nIt will be sent soon.\n\n"
        "The package includes:\n\n- 20 vehicles, new,\n- Rifles:\n  - 100 old\n  - 200 new\n- Boots\n\nMore\n\n"
        "Item | Number\nRifles | 1,000\n\nWe stand with them.\n"
    )


def test_facts_read_from_a_page_stand_at_their_offsets() -> None:
    words = "<p>Germany announced a €50 million security assistance package for Ukraine on 9 May 2023. It includes:</p>"
    document = read(page(f"<h1>Aid</h1>{words}<ul><li>20 rifles</li><li>10 boats</li></ul>"))
    mentions = extract(document).mentions
    quotes = [document.text[mention.anchor.start : mention.anchor.end] for mention in mentions]
    assert [mention.kind for mention in mentions] == ["package", "line_item", "line_item"]
    assert quotes[1:] == ["rifles", "boats"]
    spans = [claim.span for mention in mentions for claim in mention.claims if claim.span is not None]
    assert "€50 million" in {document.text[span.start : span.end] for span in spans}
    assert document.media_type == "text/html"


@pytest.mark.parametrize(
    "noise",
    [
        "<script>var noise = '<p>noise</p>';</script>",
        "<style>.noise { color: red }</style>",
        "<noscript><p>noise: switch JavaScript on</p></noscript>",
        "<template><p>noise</p></template>",
        "<!-- noise -->",
        "<p hidden>noise words that nobody sees</p>",
        "<div style='display: none'><p>noise words that nobody sees</p></div>",
        "<p>More of it.<span style='visibility:hidden'>noise</span></p>",
        "<nav><ul><li><a href='/'>noise</a></li><li><a href='/n'>noise news</a></li></ul></nav>",
        "<div class='cookie-banner'><p>We use cookies, says the noise. Accept them all?</p></div>",
        "<footer><p>noise and imprint</p></footer>",
        "<aside><p>noise to read next</p></aside>",
        "<form><label>noise</label><input value='noise'><button>noise</button></form>",
        "<img alt='noise' src='data:image/png;base64,noise'>",
        "<p>More of it.<sup><a href='#noise'>12</a></sup></p>",
    ],
)
def test_what_is_not_shown_or_stands_around_the_text_stays_out(noise: str) -> None:
    text = read(page(f"<h1>Aid</h1>{NEWS}{noise}{NEWS.replace('five', 'six')}")).text
    assert "five armoured vehicles" in text
    assert "six armoured vehicles" in text
    assert "noise" not in text
    assert "12" not in text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (NEWS, "Norway announced on Tuesday that it will give five armoured vehicles to Ukraine.\n"),
        ("<p>Aid came.</p>", "Aid came.\n"),
        ("<div>Aid came.</div><div>More <span>came</span>.</div>", "Aid came.\n\nMore came.\n"),
        ("<p>It includes:</p><ul><li>20 cars</li><li>10 boats</li></ul>", "It includes:\n\n- 20 cars\n- 10 boats\n"),
        ("<p>On <time datetime='2023-05-09'>9 May</time> aid came.</p>", "On 9 May aid came.\n"),
        (
            "<p>It includes:</p><ul><li><a>HIMARS</a></li><li><a>boats</a></li></ul>",
            "It includes:\n\n- HIMARS\n- boats\n",
        ),
        ("<p>Aid of $250<sup>1</sup> for 10 m<sup>2</sup>.</p>", "Aid of $250¹ for 10 m².\n"),
        ("<pre>Aid for Fiji\n\nIt came.</pre>", "Aid for Fiji\n\nIt came.\n"),
        (
            "<table><tr><td><h2>Aid</h2><p>Norway gave boats.</p><ul><li>one</li></ul></td></tr></table>",
            "Aid\n\nNorway gave boats.\n\n- one\n",
        ),
    ],
)
def test_short_and_old_fashioned_pages_are_read_with_their_layout(body: str, text: str) -> None:
    assert read(page(body)).text == text


def test_a_page_is_known_by_its_first_signs_whatever_its_name() -> None:
    for opening in (
        "<!doctype HTML>",
        "\ufeff\n<html lang=en>",
        "<!-- made -->\n<html>",
        '<?xml version="1.0"?>\n<html>',
    ):
        document = read(f"{opening}<body>{NEWS}</body></html>", "page.txt")
        assert (document.media_type, document.text[:6]) == ("text/html", "Norway")
    assert read("<p>Norway gave boats.</p>", "a.txt").media_type == "text/plain"
    assert read("Use the <html> tag.", "a.md").media_type == "text/markdown"
    assert read("<p>Norway gave boats.</p>", "a.HTM").text == "Norway gave boats.\n"


def test_a_page_has_no_front_matter() -> None:
    assert "title: Boats" in read(f"---\ntitle: Boats\n---\n<html><body>{NEWS}<p>title: Boats</p></body></html>").text


META = "<meta property='og:{}' content='{}'>"


def test_a_page_states_its_title_publisher_address_and_day() -> None:
    head = (
        META.format("title", "Aid for Ukraine | Ministry of Boats")
        + META.format("site_name", "Ministry of Boats")
        + "<link rel=canonical href='https://example.org/a?b=1&amp;c=2'>"
        + "<meta property='article:published_time' content='2023-05-09T23:30:00-04:00'>"
        + "<meta property='article:modified_time' content='2024-01-01T00:00:00Z'>"
    )
    document = read(page(NEWS, head))
    assert (document.title, document.publisher) == ("Aid for Ukraine", "Ministry of Boats")
    assert document.url == "https://example.org/a?b=1&c=2"
    assert document.published_on == date(2023, 5, 9)


def test_arguments_win_over_what_a_page_states() -> None:
    head = META.format("title", "Aid") + META.format("site_name", "A") + META.format("url", "https://example.org/")
    head += "<meta name=pubdate content=2023-05-09>"
    document = read_document(
        page(NEWS, head).encode(), "a.html", title="T", publisher="P", url="U", published_on=date(2020, 1, 2)
    )
    known = (document.title, document.publisher, document.url, document.published_on)
    assert known == ("T", "P", "U", date(2020, 1, 2))


@pytest.mark.parametrize(
    ("head", "body", "title", "publisher"),
    [
        ("<title>Aid - A paper</title>", "<h1>Aid for Fiji</h1>", "Aid for Fiji", None),
        ("<title>Aid for Fiji</title>", "", "Aid for Fiji", None),
        ("<title>Aid &amp; more</title>", "<h1>a</h1><h1>b</h1>", "Aid & more", None),
        ("<link rel=canonical href=https://www.example.org/a>", "", None, "example.org"),
        ("<meta name=publisher content=https://www.facebook.com/x>", "", None, None),
        ("<meta name=twitter:site content=@boats>", "", None, None),
        ("<meta name=dcterms.publisher content='Ministry of Boats'>", "", None, "Ministry of Boats"),
    ],
)
def test_titles_and_publishers_are_those_that_a_page_names(
    head: str, body: str, title: str | None, publisher: str | None
) -> None:
    document = read(page(body + NEWS, head))
    assert (document.title, document.publisher) == (title, publisher)


def linked(**described: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(described)}</script>"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (linked(**{"@type": "NewsArticle", "datePublished": "2023-05-09T10:00:00Z"}), "", "2023-05-09"),
        (linked(**{"@graph": [{"@type": ["WebPage"], "datePublished": "2023-05-09"}]}), "", "2023-05-09"),
        ("<meta itemprop=datePublished content=20230509>", "", "2023-05-09"),
        ("<meta name=DC.date.issued content=2023-05-09>", "", "2023-05-09"),
        ("", "<time class='entry-date published' datetime='2023-05-09T10:00'>9 May</time>", "2023-05-09"),
        ("", "<time pubdate datetime=2023-05-09>9 May</time>", "2023-05-09"),
        ("", "<time datetime=2023-05-09>9 May</time>", None),
        ("", "<time class=updated datetime=2023-05-09>9 May</time>", None),
        ("<meta property='article:modified_time' content=2023-05-09>", "", None),
        ("<meta name=last-modified content=2023-05-09><meta name=date content=2023-05-09>", "", None),
        ("<link rel=canonical href=https://example.org/2023/05/09/aid>", "", None),
        ("<meta name=pubdate content=05/09/2023>", "", None),
        ("<meta name=pubdate content=2023-02-31>", "", None),
        ("<meta name=pubdate content=1970-01-01>", "", None),
        (linked(**{"@type": "NewsArticle", "dateModified": "2023-05-09"}), "", None),
        (linked(**{"@type": "Event", "datePublished": "2023-05-09"}), "", None),
        (linked(**{"@type": "WebPage", "mentions": {"@type": "Article", "datePublished": "2023-05-09"}}), "", None),
        ("", "<p>Published on 9 May 2023, copyright 2024.</p>", None),
    ],
)
def test_a_day_of_publication_is_one_that_the_page_calls_so(head: str, body: str, day: str | None) -> None:
    published_on = read(page(body + NEWS, head)).published_on
    assert (None if published_on is None else str(published_on)) == day


def test_two_days_of_publication_are_none_and_told_of() -> None:
    head = "<meta name=pubdate content=2023-05-09><meta property='article:published_time' content=2023-05-10>"
    document = read(page(NEWS, head))
    assert document.published_on is None
    told = "The page states several days of publication (2023-05-09, 2023-05-10), so none was taken."
    assert extract(document).warnings[0] == told


def test_one_moment_told_in_two_time_zones_is_the_day_of_the_place() -> None:
    head = "<meta name=pubdate content=2023-05-10T03:30:00Z>"
    head += linked(**{"@type": "NewsArticle", "datePublished": "2023-05-09T23:30:00-04:00"})
    assert read(page(NEWS, head)).published_on == date(2023, 5, 9)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (page("<div id=root></div><script>start()</script>"), "HTML without main text"),
        (page("<noscript>Switch JavaScript on.</noscript>"), "HTML without main text"),
        ("<html>", "HTML"),
        (page("<div>" * 300 + NEWS), "nested too deeply"),
        (page("<p>aid" * 20_001), "at most 20,000 elements"),
        (page(f"<p>{'aid ' * 600_000}"), "at most 2,000,000"),
    ],
)
def test_a_page_that_can_not_be_read_says_why_and_what_to_do(source: str, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(source)
    assert caught.value.detail.startswith("a.html ")
    assert words in caught.value.detail


def test_reading_a_page_asks_no_other_machine_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    opening = '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    document = read(
        f"{opening}<html><head><link rel=stylesheet href=https://example.org/a.css><base href=https://example.org/>"
        f"</head><body>{NEWS}<p>And &secret; boats.</p><iframe src=https://example.org/></iframe></body></html>"
    )
    assert "And &secret; boats." in document.text


def test_the_same_page_gives_the_same_document_each_time() -> None:
    source = page(f"<nav><a>x</a></nav><h1>Aid</h1>{NEWS}<ul><li>one</li></ul>", META.format("title", "Aid"))
    assert {read(source) for _ in range(5)} == {read(source)}


@pytest.mark.parametrize(
    "source",
    [
        page("<p " + " ".join(f"a{number}" for number in range(200_000)) + ">Norway gave boats."),
        page('<!-- <p a=" --><p ' + " ".join(f"a{number}" for number in range(200_000)) + ">Norway gave boats."),
        page("<p>Norway gave boats. " + "<b>x</b> " * 200_000),
        page("<p>Norway gave boats. " + "<a href=x>x</a> " * 60_000),
        page("<p>Norway gave boats. " + "<!--" * 500_000),
        page("<p>Norway gave boats. " + "<script " * 200_000),
        page(NEWS, "<script type=application/ld+json>" + '{"@graph":[' * 100_000 + "</script>"),
    ],
)
def test_a_page_that_was_made_to_be_slow_is_read_in_linear_time(source: str) -> None:
    start = process_time()
    assert read(source).text.startswith("Norway")
    assert process_time() - start < 10
