"""Speakers of figures in short passages of many styles; the passages with the chains expected stand in `tests/data/speakers`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Block, BlockKind, Report
from headwater.settings import Settings

PASSAGES = sorted((Path(__file__).parent.parent / "data/speakers").glob("*.txt"))
MARK = re.compile(r"\[([^\[\]:]+)(?:: ([^\[\]]+))?\]")
ENGLISH = load("en")


def passages() -> Iterator[tuple[str, str]]:
    """Style and marked text of each passage."""
    style = ""
    for paragraph in "\n\n".join(path.read_text(encoding="utf-8") for path in PASSAGES).split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if lines and lines[0].startswith("% "):
            style = lines.pop(0).removeprefix("% ")
        if lines:
            yield style, "\n".join(lines)


def unmarked(marked: str) -> tuple[str, dict[int, tuple[str, ...]]]:
    """The text without marks, and the chain expected at each place that was marked."""
    text, at = "", 0
    expected: dict[int, tuple[str, ...]] = {}
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        expected[len(text)] = tuple(match[2].split(" > ")) if match[2] else ()
        text += match[1]
        at = match.end()
    return text + marked[at:], expected


def spoken(text: str) -> dict[int, tuple[str, ...]]:
    """The speakers of the figures of a text, a line a paragraph, by the figures' places."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    report = Report(document="a.txt", sha256="", text=text, blocks=tuple(blocks))
    return {figure.start: figure.speaker for figure in extract(report, ENGLISH, Settings()).figures}


@pytest.mark.parametrize(("style", "marked"), list(passages()), ids=[f"{s}-{m[:40]}" for s, m in passages()])
def test_a_figure_has_the_speakers_a_reader_gives_it(style: str, marked: str) -> None:
    text, expected = unmarked(marked)
    assert expected, style
    found = spoken(text)
    assert {place: found.get(place) for place in expected} == expected


def test_the_passages_are_many_and_of_many_styles() -> None:
    assert len(list(passages())) >= 120
    assert len({style for style, _ in passages()}) >= 12
