"""Bytes to text: what a document declares of its encoding, what its bytes prove, and only then what they look like.

No text is mended: bytes that fit no encoding, or two that give different texts, are refused.
"""

import codecs
import re
import unicodedata
from typing import NamedTuple

from app.errors import DocumentError

# Where both begin alike, the longer mark stands first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Escapes that switch the set of signs: "\x1b$B" of ISO-2022-JP; not the "\x1b[1m" of a terminal.
_ISO_2022 = re.compile(rb"\x1b(?:\$[@B]|\([JI])")
# What HTML and XML say of themselves: '<meta charset="koi8-r">', '<?xml encoding="utf-8"?>'; not 'charset of the page'.
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*(?P<label>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192  # bytes; browsers look at 1024, but generated pages say it late

# The labels that mean more than their name, as browsers read them (the Encoding Standard of WHATWG).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# The codecs that a sender may name: "utf-8", "koi8-r"; not "unicode-escape", "utf-7" and "rot13".
_SENT = re.compile(
    r"utf-(?:8|16|16-le|16-be)|iso8859-\d+|cp125\d|cp866|cp874|cp932|cp949|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|euc_jp|iso2022_jp|big5|gb18030"
)
# What announcements were saved in before UTF-8, with the names that people know.
_LEGACY = {
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "iso8859_2": "ISO-8859-2",
    "iso8859_7": "ISO-8859-7",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "big5": "Big5",
    "gb18030": "GB18030",
}
# What a page may declare, by the names of Python's codecs; "hex" and "unicode_escape" are codecs as well.
_DECLARABLE = frozenset(
    {
        *(f"cp{number}" for number in (866, 874, 932, 949, *range(1250, 1259))),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "euc_jp", "iso2022_jp", "big5", "gb18030"),
    }
)
_SAMPLE = 20_000  # bytes of lines that are not plain ASCII: enough to tell encodings apart
_MOSTLY_ASCII = 0.03  # share of other bytes in English text: names, quotes, signs of currencies
_CHAOS = 0.02  # by how much a worse guess must be worse
_COHERENCE = 0.04

# Signs that stand inside words and are no letters: "o’clock", "inter·esse", "1º".
_INSIDE_WORDS = frozenset("’‘‐‑–—·ªº")
_SELDOM = frozenset("¤¦¨¯¶¸")  # signs that texts have no use for, where one encoding has letters
_IDEOGRAPHS = "\u2e80"  # from here on, signs follow each other without spaces


_NULS = "{name} holds NUL bytes, so it is no text. Save it as plain text in UTF-8."


class Decoded(NamedTuple):
    """Text as the bytes said it, and what a reader should know of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


class _Guess(NamedTuple):
    encoding: str
    text: str
    chaos: float
    coherence: float


def decode(data: bytes, name: str, *, declares: bool = False) -> Decoded:
    """The text in `data`; `declares` says that it is HTML or XML, which can name its encoding.

    Raises DocumentError where the encoding can't be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_marked(data[len(mark) :], encoding, name))
    if b"\0" in data:
        raise DocumentError(_NULS.format(name=name))
    if _ISO_2022.search(data):
        text = _attempt(data, "iso2022_jp_2")
        if text is not None:
            return _told(text, "ISO-2022-JP")
    text = _attempt(data, "utf-8")
    if text is not None:
        return Decoded(text)
    declared = _declared(data) if declares else None
    text = _attempt(data, declared) if declared is not None else None
    if text is not None:
        return Decoded(text)
    return _detect(data, name)


def transcode(data: bytes, label: str, name: str) -> bytes:
    """The text in UTF-8, read in the encoding that its sender names; a byte order mark comes before the sender's word.

    Raises DocumentError for an encoding that is not known, and for bytes that are not in it.
    """
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return data
    codec = _sent_as(label)
    if codec is None:
        raise DocumentError(f"{name} is sent in {label[:40]!r}, which is no encoding that is read. Send it as UTF-8.")
    text = _attempt(data, codec)
    if text is None:
        raise DocumentError(f"{name} is not in {label[:40]!r}, as it is sent. Name its true charset, or none.")
    return text.encode()


def _sent_as(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if _SENT.fullmatch(name) else None


def _decode_marked(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} begins like {encoding[:6].upper()} but byte {error.start} can't be read. "
            "Save it as UTF-8 and try again."
        ) from None
    if "\0" in text:
        raise DocumentError(_NULS.format(name=name))
    return text


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The codec for the encoding that a page names; None for none, for one unknown, and for those that are no text."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    label = found["label"].decode("ascii", "ignore")
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    meant = _MEANT.get(codec.name, codec.name)
    return meant if meant in _DECLARABLE else None


def _detect(data: bytes, name: str) -> Decoded:
    """What the bytes look like, where only one reading of them looks like text."""
    sample = _sample(data)
    guesses = [guess for guess in _guesses(sample) if not _garbled(guess.text)]
    if guesses:
        best = min(guesses, key=lambda guess: (guess.chaos, -guess.coherence))
        same = best.text == _attempt(sample, "cp1252")
        rivals = [guess for guess in guesses if guess.text != best.text and _rivals(guess, best)]
        western = next((guess for guess in guesses if guess.encoding == "cp1252"), None)
        if rivals and western is not None and western.chaos <= best.chaos and _mostly_ascii(data):
            best, rivals = western, []
        # The detector names one of the encodings that read alike; windows-1252 is the one that people have heard of.
        encoding = "cp1252" if same else best.encoding
        text = None if rivals and not same else _attempt(data, encoding)
        if text is not None:
            return _told(text, _LEGACY[encoding])
    raise DocumentError(f"{name} is not UTF-8, and its encoding can't be told. Save it as UTF-8 and try again.")


def _guesses(sample: bytes) -> list[_Guess]:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_LEGACY), steps=1, chunk_size=len(sample), enable_fallback=False)
    known = {codecs.lookup(encoding).name: encoding for encoding in _LEGACY}
    named = ((known.get(codecs.lookup(one.encoding).name), one) for one in found)
    return [_Guess(name, str(one), one.chaos, one.coherence) for name, one in named if name is not None]


def _sample(data: bytes) -> bytes:
    """The lines that tell encodings apart: those that are not plain ASCII."""
    lines, size = [], 0
    for line in data.splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    sample = b"\n".join(lines)
    cut = sample.rfind(b" ", 0, _SAMPLE) if len(sample) > _SAMPLE else -1
    return sample[: cut if cut > 0 else _SAMPLE * 2]


def _garbled(text: str) -> bool:
    """Whether signs stand where a wrong encoding puts them, in more than one place of a hundred."""
    places = [at for at, sign in enumerate(text) if not sign.isascii() or unicodedata.category(sign) == "Cc"]
    wrong = sum(_misplaced(text[at], text[at - 1 : at], text[at + 1 : at + 2]) for at in places)
    return wrong > len(places) // 100


def _misplaced(sign: str, before: str, after: str) -> bool:
    """Such as the signs of "og³osi³o", "officeÕs" and "Ł50"; not those of "café", "£50", "o’clock" and "Ål"."""
    if sign.isspace():
        return False
    if sign >= _IDEOGRAPHS:
        return any(other.isascii() and other.islower() for other in (before, after))
    if not sign.isalpha():
        kind = unicodedata.category(sign)
        between = before.isalpha() and after.isalpha() and sign not in _INSIDE_WORDS and kind[0] != "M"
        return kind in ("Cc", "Co", "Cn") or between or sign in _SELDOM
    if after.isdecimal() and not before.isalnum():
        return True
    if sign != "µ" and not unicodedata.name(sign, "").startswith("LATIN"):
        return any(other.isascii() and other.isalpha() for other in (before, after))
    return sign.isupper() and before.islower() and after.islower()


def _rivals(guess: _Guess, best: _Guess) -> bool:
    return guess.chaos < best.chaos + _CHAOS and guess.coherence > best.coherence - _COHERENCE


def _mostly_ascii(data: bytes) -> bool:
    others = len(data.translate(None, bytes(range(128))))
    return others <= _MOSTLY_ASCII * len(data)


def _told(text: str, encoding: str) -> Decoded:
    return Decoded(text, (f"The document is not UTF-8 and was read as {encoding}.",))
