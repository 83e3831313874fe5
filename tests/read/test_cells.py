"""Rows of tables: those of pages with a place for every column, and those of texts whose lines are cut alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.grammar.cells import cells_of, heading_over, headings
from headwater.model import Block, BlockKind, Report
from headwater.read.columns import table_rows
from headwater.read.registry import read
from headwater.settings import Settings

STORY = (
    "<h1>Flood in the Lorn valley</h1><p>The office gives the figures below, as they were known on Sunday evening.</p>"
)


def _rows(table: str) -> list[str]:
    result = read("a.html", f"<html><body>{STORY}<table>{table}</table></body></html>".encode(), Settings())
    assert isinstance(result.report, Report)
    text = result.report.text
    return [text[block.start : block.end] for block in result.report.blocks if block.kind is BlockKind.TABLE]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><td></td><th>Men<th>Women</tr><tr><th>Dead<td>9<td>6</tr>", ["| Men | Women", "Dead | 9 | 6"]),
        (
            "<tr><th rowspan=2>District<th colspan=2>Casualties<th>Houses</tr><tr><th>Killed<th>Injured<th>Destroyed</tr>",
            ["District | Casualties | | Houses", "| Killed | Injured | Destroyed"],
        ),
        ("<tr><td rowspan=2>Lorn<td>1<td>2</tr><tr><td>3<td>4</tr>", ["Lorn | 1 | 2", "| 3 | 4"]),
        (
            "<tr><td>1<td rowspan=3>x<td>2</tr><tr><td>3<td>4</tr><tr><td>5<td>6</tr>",
            ["1 | x | 2", "3 | | 4", "5 | | 6"],
        ),
        ("<tr><td>1<td>2<td rowspan=2>x</tr><tr><td>3<td>4</tr>", ["1 | 2 | x", "3 | 4 |"]),
        ("<tr><td colspan=3>Northern region</tr><tr><td>Lorn<td>1<td>2</tr>", ["Northern region | |", "Lorn | 1 | 2"]),
        ("<tr><td><p>Lorn</p><td><div>12</div></tr><tr><td>Varn<td>3<br>4</tr>", ["Lorn | 12", "Varn | 3 4"]),
        ("<tr><td>a<td></tr><tr><td><td></tr>", ["a |"]),
        ("<tr><td colspan=99999999>a<td>b</tr>", ["a" + " |" * 40 + " b"]),
        ("<tr><td rowspan=0 colspan=x>a<td>b</tr>", ["a | b"]),
    ],
)
def test_a_row_has_a_place_for_every_column(table: str, rows: list[str]) -> None:
    assert _rows(table) == rows


def test_a_table_that_lays_out_a_page_has_no_rows() -> None:
    assert _rows("<tr><td><h2>News</h2><p>The dam held.</p><td><ul><li>12 dead</ul></tr>") == []
    assert _rows(f"<tr><td><p>{'The dam held. ' * 20}</p><td><p>12</p></tr>") == []


def _lines(text: str) -> list[str]:
    return [text[start:end] for start, end in table_rows(text)]


@pytest.mark.parametrize(
    "table",
    [
        ["District        Killed   Injured", "Upper Lorn          12        31", "Varn                 0         2"],
        ["District\tMissing\tCattle lost", "Lorn\t\t32", "Varn\t4\t110"],
        ["| Camp | Families |", "| North camp | 120 |", "| South camp | 80 |"],
        [" | Men | Women", "Dead | 9 | 6"],
        ["Source | Dead", "Coast Relief | 20–27", "Police | ~19", "Army | n/a"],
    ],
)
def test_lines_of_a_table_in_a_text(table: list[str]) -> None:
    text = "The office gives these figures.\n\n" + "\n".join(table) + "\n\nIt will report again on Friday.\n"
    assert _lines(text) == [line.strip() for line in table]


def test_a_rule_below_the_headings_is_no_row() -> None:
    assert _lines("Camp | Dead\n-----|-----\nNorth | 12\nSouth | 3\n") == ["Camp | Dead", "North | 12", "South | 3"]


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | World | Sport\nAbout | Contact | Terms | Privacy",
        "Varn | 12 dead | 9 missing | 31 hurt",
        "The ferry left at dawn.  Twelve people were on board.\nNobody knows why.  It sank at 9.",
        "12 | 3\n4 | 5",
        "A sentence that is wrapped by hand and goes on  12\nand on and on to the end of its line  14",
        "Killed | Injured\n\n\nLorn | 4",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert table_rows(text) == []


@given(st.text(alphabet="a1 |\t\n-.", max_size=200))
def test_any_text_has_rows_within_its_lines(text: str) -> None:
    rows = table_rows(text)
    assert all("\n" not in text[start:end] and text[start:end].strip() for start, end in rows)
    assert rows == sorted(rows)
    for start, end in rows:
        cells = cells_of(text, start, end)
        assert all(start <= cell.start <= cell.end <= end for cell in cells)
        assert all(one.end <= two.start for one, two in pairwise(cells))


def _blocks(text: str) -> tuple[Block, ...]:
    at, found = 0, []
    for line in text.split("\n"):
        found.append(Block(at, at + len(line), BlockKind.TABLE if "|" in line else BlockKind.PARAGRAPH))
        at += len(line) + 1
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "number", "heading"),
    [
        ("Place | Dead\nVarn | 12", "12", "Dead"),
        ("Place | Dead | Hurt\nVarn | 12 | \nLorn | 3 | 7", "7", "Hurt"),
        (" | 2022 | 2023\nDead | 3 | 8", "8", "2023"),
        ("Place | Dead\nVarn | 12\nCamp | Families\nNorth | 9", "9", "Families"),
        ("Twelve died.\nPlace | Dead\nVarn | 12", "12", "Dead"),
        ("Varn has 12 dead.", "12", None),
        ("Varn | 12", "12", None),
    ],
)
def test_what_stands_over_a_number(text: str, number: str, heading: str | None) -> None:
    span = heading_over(headings(text, _blocks(text)), text.index(number))
    assert (text[span.start : span.end] if span else None) == heading
