"""Bytes → text: byte-order marks, declared encodings, UTF-8, and a guess where none of these tells."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.messages import say
from headwater.read.draft import UnreadableError

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A guess looks at this many bytes: enough to tell, and bounded on large files.
_SAMPLE = 20_000
# Control characters that texts do have: tab, line feed, vertical tab, form feed, carriage return, escape.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 27)) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte-order mark, line ends as LF; `encoding` is null where bytes had to be replaced."""

    text: str
    encoding: str | None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""The text of the bytes: byte-order mark first, then the declared encoding, then UTF-8, then a guess.

    >>> decode("Čelna\r\n".encode("utf-16"))
    Decoded(text='Čelna\n', encoding='utf-16-le')

    Raises:
        UnreadableError: `binary`, where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide is None and _is_binary(data):
        raise UnreadableError("binary", say("problem.binary"))
    for encoding in _candidates(data, wide, declared):
        try:
            return Decoded(_lines(data.decode(encoding)), encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
    return Decoded(_lines(data.decode("utf-8", "replace")), None)


def _with(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_lines(data.decode(encoding)), encoding)
    except UnicodeError:
        return Decoded(_lines(data.decode(encoding, "replace")), None)


def _candidates(data: bytes, wide: str | None, declared: str | None) -> Iterator[str]:
    if wide:
        yield wide
    if declared and _is_text_codec(declared):
        yield declared
    yield "utf-8"
    yield from _guesses(data)


def _is_text_codec(name: str) -> bool:
    """Whether a declared name is that of an encoding of text: not `zip`, nor one that lies on bytes that are not wide."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return getattr(found, "_is_text_encoding", True) and not found.name.startswith(("utf-16", "utf-32", "undefined"))


def _guesses(data: bytes) -> Iterator[str]:
    # Loaded where it is needed only: most texts are UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], explain=False).best()
    # Western texts are far more often windows-1252 than any code page that reads their few odd bytes as well.
    western = best is None or best.encoding.startswith(
        ("cp125", "latin", "iso8859", "mac_", "cp4", "cp7", "cp8", "cp10")
    )
    if western and _mostly_ascii(data[:_SAMPLE]):
        yield "cp1252"
    if best is not None:
        yield best.encoding
    yield "cp1252"


def _mostly_ascii(sample: bytes) -> bool:
    return sum(byte >= 0x80 for byte in sample) * 20 < len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in zeros at every other byte."""
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) < 4 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(data: bytes) -> bool:
    sample = data[:8000]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or odd * 50 > len(sample)


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
