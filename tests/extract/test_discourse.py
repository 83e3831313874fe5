"""What a count takes from outside its clause, and which counts are another event's: the invented passages of tests/data/discourse."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Figure, Report
from headwater.read import plain
from headwater.settings import Settings

FOLDER = Path(__file__).parent.parent / "data/discourse"
MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")


class Told(NamedTuple):
    """A figure as a passage marks it: where it begins, its words, outcome, group, the words of its whole, and whether it is another event's."""

    start: int
    quote: str
    outcome: str
    group: str
    whole: str | None
    background: bool


class Passage(NamedTuple):
    """A passage with the day it was published, if any."""

    text: str
    published: str | None
    told: list[Told]


def passages(name: str) -> dict[str, Passage]:
    """The passages of a file by their titles."""
    parts = re.split(r"^## ", (FOLDER / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {title: passage(body.strip()) for title, _, body in (part.partition("\n") for part in parts)}


def passage(body: str) -> Passage:
    """A passage read off its marks."""
    published = None
    if body.startswith("published: "):
        line, _, body = body.partition("\n")
        published = line.removeprefix("published: ")
    text, at, told = "", 0, []
    for mark in MARK.finditer(body):
        text += body[at : mark.start()]
        outcome, *words = mark[2].split()
        group = next((word for word in words if ":" not in word and word != "bg"), "person")
        whole = next((word[3:].replace("_", " ") for word in words if word.startswith("of:")), None)
        if outcome != "-":
            told.append(Told(len(text), mark[1], outcome, group, whole, "bg" in words))
        text += mark[1]
        at = mark.end()
    return Passage(text + body[at:], published, told)


def read(one: Passage) -> list[Told]:
    """What Headwater reads in a passage: its figures that have an outcome, in text order."""
    report = Report(document="t", sha256="", text=one.text, blocks=plain.blocks(one.text), published=one.published)
    figures: tuple[Figure, ...] = extract(report, load("en"), Settings()).figures
    quotes = {figure.id: figure.quote for figure in figures}
    return [
        Told(
            figure.start,
            figure.quote,
            figure.outcome.value,
            figure.group or "",
            quotes.get(figure.part_of or ""),
            figure.background,
        )
        for figure in figures
        if figure.outcome
    ]


PASSAGES = passages("passages.txt")
BACKGROUND = passages("background.txt")


@pytest.mark.parametrize("title", PASSAGES)
def test_a_count_takes_from_outside_its_clause_what_is_marked(title: str) -> None:
    assert read(PASSAGES[title]) == PASSAGES[title].told


@pytest.mark.parametrize("title", BACKGROUND)
def test_which_counts_are_another_events_is_as_marked(title: str) -> None:
    assert read(BACKGROUND[title]) == BACKGROUND[title].told


@pytest.mark.parametrize("title", PASSAGES)
def test_a_passage_may_break_off_anywhere(title: str) -> None:
    words = PASSAGES[title].text.split()
    cut = [" ".join(part) for at in range(1, len(words), 4) for part in (words[:at], words[at:])]
    for text in cut:
        assert all(told.quote in text for told in read(Passage(text, None, [])))
