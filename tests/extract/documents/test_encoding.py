"""Bytes in the encodings that announcements came in, read back to the words that were written, or refused."""

import pytest

from app.errors import DocumentError
from app.extract import extract
from app.extract.documents import read_document

WRITTEN = {
    "windows-1252": ("cp1252", "The minister’s office said “we gave £50 million – and more” to Ukraine on 9 May 2023."),
    "windows-1250": (
        "cp1250",
        "Rzecznik ogłosił w środę, że łączna wartość wsparcia dla Ukrainy będzie większa, niż sądzono.",
    ),
    "windows-1251": ("cp1251", "Міністерство оголосило про новий пакет допомоги Україні на суму 50 мільйонів доларів."),
    "ISO-8859-7": (
        "iso8859_7",
        "Το υπουργείο Άμυνας ανακοίνωσε χθες νέο πακέτο βοήθειας προς την Ουκρανία, ύψους πενήντα εκατομμυρίων.",
    ),
    "KOI8-R": ("koi8_r", "Министерство обороны вчера объявило о новом пакете военной помощи на пятьдесят миллионов."),
    "Shift_JIS": ("shift_jis", "防衛省はきのう、ウクライナに対する新たな支援として車両などを提供すると発表した。"),
    "EUC-JP": ("euc_jp", "防衛省はきのう、ウクライナに対する新たな支援として車両などを提供すると発表した。"),
    "EUC-KR": ("euc_kr", "국방부는 어제 우크라이나에 대한 새로운 군사 지원을 발표했다고 대변인이 말했다."),
    "GB18030": ("gb18030", "国防部昨天宣布向乌克兰提供新的军事援助，其中包括车辆和弹药，发言人这样表示。"),
    "Big5": ("big5", "國防部昨天宣布向烏克蘭提供新的軍事援助，其中包括車輛和彈藥，發言人這樣表示。"),
}


@pytest.mark.parametrize(("name", "encoding", "words"), [(name, *rest) for name, rest in WRITTEN.items()])
def test_a_legacy_encoding_is_read_and_told_of(name: str, encoding: str, words: str) -> None:
    document = read_document(f"Aid\n\n{words}\n".encode(encoding), "a.txt")
    assert document.text == f"Aid\n\n{words}\n"
    assert document.warnings == (f"The document is not UTF-8 and was read as {name}.",)
    assert extract(document).warnings[0] == document.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_warning(encoding: str) -> None:
    words = "Aid\n\nNorway gave €5 million – “for boats”.\n"
    document = read_document(words.encode(encoding), "a.txt")
    assert (document.text, document.warnings) == (words, ())


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_utf_16_are_read_with_their_mark(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert read_document(mark + "Aid for Łódź".encode(order), "a.txt").text == "Aid for Łódź"


def test_front_matter_is_read_in_any_encoding() -> None:
    data = "---\ntitle: Über £5\n---\nNorway gave £5 million to the “Über” fund.\n".encode("cp1252")
    assert read_document(data, "a.md").title == "Über £5"


def test_a_page_is_read_as_it_declares_where_its_bytes_allow_it() -> None:
    page = '<html><head><meta charset="{}"></head><body><p>Norway gave boats to Łódź and Kraków.</p></body></html>'
    data = page.format("iso-8859-2").encode("iso8859_2")
    document = read_document(data, "a.html")
    assert document.text == "Norway gave boats to Łódź and Kraków.\n"
    assert document.warnings == ()


def test_a_page_in_utf_8_that_declares_another_is_read_as_utf_8() -> None:
    data = "<html><head><meta charset=iso-8859-1></head><body><p>Norway gave £5 million.</p></body></html>".encode()
    assert read_document(data, "a.html").text == "Norway gave £5 million.\n"


@pytest.mark.parametrize("label", ["hex", "idna", "utf-16", "no-such-thing", "unicode_escape", "zlib"])
def test_a_page_that_declares_what_is_no_encoding_is_read_by_its_bytes(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>Norway’s minister gave £5 million.</p></body></html>'
    document = read_document(page.encode("cp1252"), "a.html")
    assert document.text == "Norway’s minister gave £5 million.\n"
    assert "windows-1252" in document.warnings[0]


def test_iso_2022_is_known_by_its_escapes() -> None:
    words = WRITTEN["Shift_JIS"][1]
    assert read_document(words.encode("iso2022_jp"), "a.txt").text == words


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        # The quotes of the Macintosh are letters to windows-1252, its pound sign is a letter too.
        ("The minister’s office said “we gave £50 million” to Ukraine.", "mac_roman"),
        # Czech letters are Western letters in windows-1252: two readings, and nothing in the bytes to choose by.
        ("Ministerstvo obrany oznámilo, že Česká republika předá Ukrajině další obrněná vozidla.", "cp1250"),
    ],
)
def test_an_encoding_that_can_not_be_told_is_refused(words: str, encoding: str) -> None:
    with pytest.raises(DocumentError, match="its encoding can't be told"):
        read_document(words.encode(encoding), "a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfeA", "begins like UTF-16"),
        (b"\xff\xfe\x00\xd8", "begins like UTF-16"),
        (b"\xff\xfe\x00\x00\x00\x00\xff\xff", "begins like UTF-32"),
        (b"\xef\xbb\xbfA\xff", "begins like UTF-8"),
        ("A\0B".encode("utf-16"), "NUL"),
        ("Aid".encode("utf-16-le"), "NUL"),
        (bytes(range(1, 256)) * 4, "can't be told"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read_document(data, "a.txt")
