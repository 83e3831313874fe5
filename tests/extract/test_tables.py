"""Figures of tables: outcome, group, place, time, source and whole from the headings, and nothing where one is not understood."""

from __future__ import annotations

import pytest

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Attribution, Block, BlockKind, Figure, Report
from headwater.settings import Settings

Row = tuple[str, str | None, str | None, str | None, str | None, str | None]


def _report(table: str, before: str = "") -> Report:
    """A report of one table, a row a line; `before` is a paragraph above it."""
    text, blocks = "", []
    for kind, line in [
        (BlockKind.PARAGRAPH, before),
        *((BlockKind.TABLE, line) for line in table.strip("\n").split("\n")),
    ]:
        if line:
            blocks.append(Block(len(text), len(text) + len(line), kind))
            text += line + "\n"
    return Report(document="a.html", sha256="0" * 64, text=text, blocks=tuple(blocks), published="2024-05-12")


def _figures(table: str, before: str = "") -> list[Figure]:
    return list(extract(_report(table, before), load(), Settings()).figures)


def _attached(table: str, before: str = "") -> list[Row]:
    """The attached figures: their words, outcome, group, place, period, and the words of their whole."""
    found = _figures(table, before)
    words = {figure.id: figure.quote for figure in found}
    return [
        (one.quote, one.outcome.value, one.group, one.place, one.period, words[one.part_of] if one.part_of else None)
        for one in found
        if one.outcome
    ]


def _short(table: str, before: str = "") -> list[str]:
    return [
        " ".join(filter(None, (quote, outcome, group, place, period)))
        for quote, outcome, group, place, period, _ in _attached(table, before)
    ]


def test_columns_say_what_and_rows_say_where() -> None:
    assert _attached("District | Killed | Houses destroyed\nUpper Lorn | 12 | 1,045\nVarn | 0 | –") == [
        ("12", "killed", "person", "Upper Lorn", None, None),
        ("1,045", "destroyed", "house", "Upper Lorn", None, None),
        ("0", "killed", "person", "Varn", None, None),
    ]


def test_rows_are_parts_of_the_total_row() -> None:
    parts = [(row[0], row[5]) for row in _attached("District | Killed\nLorn | 12\nVarn | 7\nTotal | 19")]
    assert parts == [("12", "19"), ("7", "19"), ("19", None)]


def test_groups_are_parts_of_the_total_column() -> None:
    table = " | Men | Women | Total\nDead | 9 | 6 | 15\nInjured | 2 | 1 | 3"
    assert [(row[1], row[2], row[5]) for row in _attached(table)] == [
        ("killed", "man", "15"),
        ("killed", "woman", "15"),
        ("killed", "person", None),
        ("injured", "man", "3"),
        ("injured", "woman", "3"),
        ("injured", "person", None),
    ]


def test_some_of_the_column_before() -> None:
    table = "Place | Killed | of whom children | Injured\nLorn | 11 | 3 | 20"
    assert [(row[0], row[2], row[5]) for row in _attached(table)] == [
        ("11", "person", None),
        ("3", "child", "11"),
        ("20", "person", None),
    ]


def test_two_lines_of_headings_are_read_together() -> None:
    table = "District | Casualties | | Houses |\n | Killed | Injured | Destroyed | Damaged\nLorn | 1 | 2 | 3 | 4"
    assert _short(table) == [
        "1 killed person Lorn",
        "2 injured person Lorn",
        "3 destroyed house Lorn",
        "4 damaged house Lorn",
    ]


def test_a_line_of_one_cell_heads_the_lines_below() -> None:
    table = "Group | Killed\nNorthern region |\nCivilians | 4\nSoldiers | 2"
    assert _short(table) == ["4 killed civilian Northern region", "2 killed soldier Northern region"]


def test_years_above_and_beside() -> None:
    assert _short(" | 2022 | 2023\nAbductions | 3 | 8") == ["3 captured person 2022", "8 captured person 2023"]
    assert _short("Year | Soldiers killed\n2019 | 40\n2020 | 52") == [
        "40 killed soldier 2019",
        "52 killed soldier 2020",
    ]


def test_a_list_of_incidents_has_place_and_day() -> None:
    table = "No. | Date | Place | Killed\n1 | 12 March 2023 | Varn | 4\n2 | 30 April 2024 | Lorn | 11"
    assert _short(table) == ["4 killed person Varn 2023-03-12", "11 killed person Lorn 2024-04-30"]


def test_a_source_says_its_row() -> None:
    report = _report("Source | Dead | Wounded\nThe Health ministry (1 May) | 21 | 43\nCoast Relief | 27 | 50–60")
    found = extract(report, load(), Settings())
    told = [(one.quote, one.speaker, one.as_of) for one in found.figures if one.outcome]
    assert told == [
        ("21", ("health ministry",), "2024-05-01"),
        ("43", ("health ministry",), "2024-05-01"),
        ("27", ("Coast Relief",), None),
        ("50", ("Coast Relief",), None),
    ]
    one: Attribution = found.attributions[0]
    assert (one.source.quote, one.cue.quote) == ("The Health ministry", "Source")
    assert one.content is not None
    assert one.content.quote == "21 | 43"


def test_words_before_the_table_say_what_it_counts() -> None:
    assert _short("Year | Number\n2019 | 40\n2020 | 52", "Deaths by year:") == [
        "40 killed person 2019",
        "52 killed person 2020",
    ]


def test_bounds_stand_beside_a_number() -> None:
    (one,) = [figure for figure in _figures("Place | Injured\nLorn | more than 60") if figure.outcome]
    assert (one.low, one.high, one.rule) == (60, None, "table")


@pytest.mark.parametrize(
    "table",
    [
        "Perpetrator | Civilians killed\nRebels | 12\nSoldiers | 4",
        "Team | Won | Lost\nVarn | 9 | 3\nLorn | 4 | 8",
        "District | Killed per 100,000\nLorn | 12",
        "Region | Displaced (thousands)\nLorn | 12",
        "District | Suspected deaths | Confirmed deaths\nLorn | 12 | 4",
        "Cause | Killed\nShelling | 12\nMines | 4",
        "District | Killed by shelling\nLorn | 12",
        "Category | 10 May | 11 May\nDead | 12 | 15",
        "Indicator | Planned | Change\nPeople killed | 12 | 9",
        "Group | Killed\nForeign nationals | 12",
        "District | Killed | Injured\n | 12 | 4",
        "Name | Age | Status\nAna Voll | 34 | killed",
    ],
)
def test_nothing_is_attached_where_a_heading_is_not_understood(table: str) -> None:
    assert _attached(table) == []


def test_a_line_is_no_sentence() -> None:
    """Rules for sentences would take 12 and 30 for the injured."""
    assert _short("Item | Lorn | Varn\nInjured | 12 | 30") == []


def test_two_tables_without_a_word_between_them() -> None:
    table = "District | Killed | Injured\nLorn | 1 | 2\nCamp | Families displaced | Deaths\nNorth camp | 3 | 4"
    assert _short(table) == [
        "1 killed person Lorn",
        "2 injured person Lorn",
        "3 displaced family North camp",
        "4 killed person North camp",
    ]


def test_numbers_do_not_run_over_gaps() -> None:
    assert _short("District        Missing   Cattle lost\nLorn                  4           110") == [
        "4 missing person Lorn",
        "110 killed cattle Lorn",
    ]
    assert _short("District\tMissing\tCattle lost\nLorn\t\t32\nVarn\t4\t110") == [
        "32 killed cattle Lorn",
        "4 missing person Varn",
        "110 killed cattle Varn",
    ]


def test_an_empty_cell_between_spaces_cannot_be_seen() -> None:
    assert _short(
        "District        Killed   Injured\nLorn                4         9\nVarn                          7"
    ) == [
        "4 killed person Lorn",
        "9 injured person Lorn",
    ]


def test_a_table_of_many_lines_is_left_alone() -> None:
    lines = "\n".join(f"Place {number} | {number}" for number in range(500))
    assert _attached("Place | Killed\n" + lines) == []


def test_peoples_are_parts_of_the_total_under_them() -> None:
    table = "Nationality | Deaths\nDornian | 12\nSouth Ostran | 7\nUnknown | 2\nTotal | 21"
    assert [(row[0], row[2], row[5]) for row in _attached(table)] == [
        ("12", "dornian", "21"),
        ("7", "ostran", "21"),
        ("2", "person", "21"),
        ("21", "person", None),
    ]


def test_men_and_women_are_parts_of_the_total_under_them_where_they_add_up_to_it() -> None:
    assert [row[5] for row in _attached("Sex | Killed\nMen | 9\nWomen | 6\nTotal | 15")] == ["15", "15", None]
    assert [row[5] for row in _attached("Sex | Killed\nMen | 9\nWomen | 6\nTotal | 17")] == [None, None, None]


def test_a_column_without_a_total_is_shared_out_of_the_count_that_it_adds_up_to() -> None:
    table = "Country | Dead | Injured\nDornia | 12 | 3\nOst | 7 | 1"
    told = _attached(table, before="The crash killed 19 people and hurt four.")
    assert [row[5] for row in told] == [None, None, "19", "four", "19", "four"]
    assert [row[5] for row in _attached(table, before="The crash killed 20 people.")] == [None] * 5


def test_cases_are_of_the_illness_that_the_report_counts() -> None:
    table = "Area | Cases | Deaths\nLema | 1,204 | 29\nTarma | 430 | 12"
    told = _attached(table, before="The outbreak has brought 1,634 cases of cholera.")
    assert [(row[0], row[1], row[5]) for row in told][1:] == [
        ("1,204", "affected", "1,634"),
        ("29", "killed", None),
        ("430", "affected", "1,634"),
        ("12", "killed", None),
    ]
    assert all(row[1] == "killed" for row in _attached(table, before="The court heard 12 cases."))
