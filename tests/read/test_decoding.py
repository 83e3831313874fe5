from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.read.decoding import decode
from headwater.read.draft import UnreadableError

TEXT = "“Twelve people” were killed at Čelna – the café’s owner said.\nNine are missing.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_big_endian_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")).text == TEXT


def test_windows_1252_without_a_declaration() -> None:
    text = (
        "“Twelve people were killed at the café on the quay – nobody knows why,” the owner’s brother said on Monday.\n"
        * 4
    )
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text


def test_what_a_file_declares_is_taken_where_it_holds() -> None:
    text = "В Вáрне погибли двенадцать человек.".replace("á", "а")
    assert decode(text.encode("cp1251"), "windows-1251").text == text
    assert decode(TEXT.encode(), "no-such-code").text == TEXT
    assert decode(TEXT.encode(), "zip").text == TEXT
    assert decode(TEXT.encode(), "utf-16").text == TEXT


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


def test_binary_files_are_no_text() -> None:
    with pytest.raises(UnreadableError) as error:
        decode(b"\x00\x01\x02\x7fELF" * 100)
    assert error.value.slug == "binary"


@given(st.binary(max_size=400), st.none() | st.sampled_from(["utf-8", "cp1252", "rot13", "utf-7", "punycode"]))
def test_any_bytes_are_decoded_or_binary(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared).text
    except UnreadableError as error:
        slug, text = error.slug, ""
    else:
        slug = "binary"
    assert slug == "binary"
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), min_size=1))
def test_utf8_is_kept_to_the_letter(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text.removeprefix("\ufeff")
