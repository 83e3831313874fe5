from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_samples import ARTICLE, page, pdf

from headwater.read.registry import FORMATS, read
from headwater.settings import Settings

SETTINGS = Settings()
NAMES = st.sampled_from(["a.txt", "a.html", "a.pdf", "a.md", "a", "a.json"])


def test_the_content_is_asked_before_the_ending() -> None:
    in_text = read("a.txt", page(ARTICLE), SETTINGS).report
    in_html = read("a.html", page(ARTICLE), SETTINGS).report
    assert in_text is not None
    assert in_html is not None
    assert in_text.text == in_html.text
    found = read("a.txt", pdf([["Twelve people were killed."]]), SETTINGS).report
    assert found is not None
    assert found.text == "Twelve people were killed.\n"


@pytest.mark.parametrize(
    ("name", "data", "slug"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("a.pdf", b"words", "unreadable"),
        ("style.css", b"p { margin: 0 }", "format"),
        ("data.json", b"{}", "format"),
    ],
)
def test_files_that_hold_no_report_are_problems(name: str, data: bytes, slug: str) -> None:
    result = read(name, data, SETTINGS)
    assert result.report is None
    (problem,) = result.problems
    assert (problem.document, problem.slug) == (name, slug)
    assert problem.message.endswith(".")


def test_files_beyond_the_bound_are_not_read() -> None:
    assert [problem.slug for problem in read("a.txt", b"x" * 11, Settings(max_bytes=10)).problems] == ["too_large"]


def test_bytes_that_are_no_characters_are_told() -> None:
    data = b"\xff\xfe" + "Twelve people were killed.".encode("utf-16-le") + b"\x00\xd8"
    result = read("a.txt", data, SETTINGS)
    assert result.report is not None
    assert [problem.slug for problem in result.problems] == ["encoding"]


@given(
    NAMES, st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"<html>", b"<!DOCTYPE html>", b"\xff\xfe"])
)
def test_arbitrary_bytes_give_a_report_or_a_problem(name: str, data: bytes, start: bytes) -> None:
    result = read(name, start + data, SETTINGS)
    if result.report is None:
        assert result.problems
        return
    before = 0
    for block in result.report.blocks:
        assert not result.report.text[before : block.start].strip()
        assert before <= block.start < block.end
        before = block.end
    assert not result.report.text[before:].strip()


def test_results_cross_process_borders() -> None:
    result = read("a.html", page(ARTICLE), SETTINGS)
    assert pickle.loads(pickle.dumps(result)) == result


def test_every_format_has_its_module() -> None:
    from importlib import import_module

    assert all(callable(import_module(item.module).read) for item in FORMATS)
