"""Figures are read in a language that Headwater has never heard of, from a folder of data and no code.

Velish is made up: plurals end in -i, pasts in -ut, participles in -un; its words are those in tests/data/language/xx.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import headwater
from headwater.extract.stage import extract
from headwater.language import calendar, designations, frames, load
from headwater.model import Figure, Report
from headwater.read import plain
from headwater.settings import Settings

FOLDER = Path(__file__).parent / "data/language/xx"


def figures(text: str) -> list[Figure]:
    report = Report(document="t", sha256="", text=text, blocks=plain.blocks(text), published="2020-03-04")
    return list(extract(report, load("xx", FOLDER), Settings()).figures)


def counted(text: str) -> list[tuple[str, int | None, str, str]]:
    """Quote, best value, outcome and group of each figure that has an outcome."""
    return [
        (one.quote, None if one.best is None else int(one.best), one.outcome.value, one.group or "")
        for one in figures(text)
        if one.outcome
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dek domi morut.", [("Dek", 10, "killed", "person")]),
        ("La terom tokut 12 fosori.", [("12", 12, "killed", "worker")]),
        ("Kent huti estut ruinun.", [("Kent", 100, "destroyed", "house")]),
        ("12 domi est perda.", [("12", 12, "missing", "person")]),
        ("Ses kadavi.", [("Ses", 6, "killed", "person")]),
        ("Dudek-tra kini estut vundun.", [("Dudek-tra", 23, "injured", "child")]),
        ("Du kent domi morut.", [("Du kent", 200, "killed", "person")]),
        ("Pem domi morut ka 7 estut vundun.", [("Pem", 5, "killed", "person"), ("7", 7, "injured", "person")]),
    ],
)
def test_outcomes_and_groups(text: str, wanted: list[tuple[str, int, str, str]]) -> None:
    assert counted(text) == wanted


@pytest.mark.parametrize(
    ("words", "hedge", "best", "low", "high"),
    [
        ("Mino da 24", "at_least", 24, 24, None),
        ("Plu da 24", "more_than", 24, 24, None),
        ("Cirko 24", "about", 24, None, None),
        ("Preso 24", "nearly", 24, None, 24),
        ("Maxo da 24", "up_to", None, None, 24),
        ("De 24 tis 30", "range", None, 24, 30),
    ],
)
def test_hedges(words: str, hedge: str, best: int | None, low: int | None, high: int | None) -> None:
    (one,) = figures(f"{words} domi morut.")
    assert (one.hedge.value, one.best, one.low, one.high) == (hedge, *(n and Decimal(n) for n in (best, low, high)))


def test_a_part_knows_its_whole() -> None:
    whole, part = figures("Mino da 24 domi morut, inkluz pem kini.")
    assert (part.quote, part.group, part.part_of) == ("pem", "child", whole.id)


def test_none_is_a_figure_of_zero() -> None:
    (one,) = figures("Nul dom morut.")
    assert (one.quote, one.best, one.negated) == ("Nul", Decimal(0), True)


def test_the_day_is_no_figure() -> None:
    """`3 marsel 2020` is a day by the one rule of the language's calendar."""
    assert [one.quote for one in figures("Dek domi morut 3 marsel 2020.")] == ["Dek"]


def test_words_of_another_language_tell_nothing() -> None:
    assert counted("Ten people were killed.") == []


def test_no_ending_of_english_is_known_in_it() -> None:
    language = load("xx", FOLDER)
    assert frames.lexicon(language).participles == ("un",)
    assert calendar.lexicon(language).endings == calendar.Endings()
    assert designations.lexicon(language).plurals == ()


def test_no_ending_of_any_language_stands_in_the_code() -> None:
    rooms = [Path(headwater.__file__).parent / room for room in ("grammar", "extract")]
    files = [path for room in rooms for path in sorted(room.glob("*.py"))]
    assert files
    assert [
        path.name for path in files if re.search(r"""endswith\(\(?['"][a-z]""", path.read_text(encoding="utf-8"))
    ] == []
