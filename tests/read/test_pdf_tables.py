"""Tables of PDF files: rows are found by where their cells stand, whether their program writes spaces between words or not."""

from __future__ import annotations

from collections.abc import Sequence

from read_samples import pdf, placed_pdf

from headwater.model import BlockKind, Report
from headwater.read.registry import read
from headwater.settings import Settings

PROSE = "The office gives the figures below, as they were known on Sunday evening."
AT = (72.0, 230.0, 320.0, 430.0)


def _table(data: bytes) -> list[str]:
    report = read("a.pdf", data, Settings()).report
    assert isinstance(report, Report)
    return [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.TABLE]


def _page(rows: Sequence[Sequence[str]], prose: str = PROSE) -> bytes:
    words = [(72.0, 760.0, prose)]
    for number, row in enumerate(rows):
        words += [(AT[column], 720.0 - 18 * number, cell) for column, cell in enumerate(row) if cell]
    return placed_pdf([*words, (72.0, 700.0 - 18 * len(rows), "It will report again on Friday, when the water falls.")])


def test_cells_in_columns_are_rows() -> None:
    rows = [
        ["District", "Killed", "Injured", "Houses destroyed"],
        ["Upper Lorn", "12", "31", "1,045"],
        ["Varn", "0", "2", "15"],
    ]
    assert _table(_page(rows)) == [" | ".join(row) for row in rows]


def test_an_empty_cell_keeps_its_column() -> None:
    rows = [["District", "Killed", "Injured"], ["Lorn", "", "31"], ["Varn", "4", ""], ["Orl", "5", "6"]]
    assert _table(_page(rows)) == ["District | Killed | Injured", "Lorn | | 31", "Varn | 4 |", "Orl | 5 | 6"]


def test_a_line_of_one_cell_among_rows() -> None:
    rows = [["District", "Killed"], ["Lorn", "3"], ["North coast"], ["Varn", "4"]]
    assert _table(_page(rows)) == ["District | Killed", "Lorn | 3", "North coast |", "Varn | 4"]


def test_words_set_one_by_one_are_no_cells() -> None:
    """Some programs set every word by itself and write no spaces: only gaps wider than words have are a table's."""
    words, x = [], 72.0
    for word in "The office counted 12 dead in the Lorn valley on Sunday".split():
        words.append((x, 760.0, word))
        x += sum(3.3 if letter in "fijlt1" else 6.6 for letter in word) + 4
    rows = [["District", "Killed"], ["Lorn", "12"], ["Varn", "4"]]
    words += [(AT[column], 720.0 - 18 * at, cell) for at, row in enumerate(rows) for column, cell in enumerate(row)]
    assert _table(placed_pdf(words)) == ["District | Killed", "Lorn | 12", "Varn | 4"]


def test_columns_of_prose_are_no_table() -> None:
    left = ["The dam broke at dawn and", "the water took the lower", "houses within an hour."]
    right = ["Nobody had been told of it", "by the office, which gave", "no figures until Monday."]
    assert _table(_page(list(zip(left, right, strict=True)))) == []


def test_lines_without_gaps_are_no_table() -> None:
    assert _table(pdf([[PROSE, "12 people were killed and 31 were hurt.", "4 are missing."]])) == []


def test_words_of_a_cell_on_two_lines_stand_together() -> None:
    words = [(72.0, 760.0, PROSE)]
    words += [(72.0, 720.0, "Province"), (230.0, 727.0, "Houses"), (230.0, 713.0, "destroyed"), (330.0, 720.0, "Dead")]
    for at, (name, houses, dead) in enumerate([("Lorn", "12", "3"), ("Varn", "4", "0")]):
        top = 670.0 - 44 * at
        words += [(72.0, top + 14, "Upper"), (72.0, top, name), (230.0, top, houses), (330.0, top, dead)]
    words.append((72.0, 560.0, "It will report again on Friday, when the water falls."))
    assert _table(placed_pdf(words)) == [
        "Province | Houses destroyed | Dead",
        "Upper Lorn | 12 | 3",
        "Upper Varn | 4 | 0",
    ]


def test_two_tables_with_a_heading_between() -> None:
    words = [(72.0, 760.0, PROSE)]
    words += [(x, 720.0, word) for x, word in ((72.0, "District"), (230.0, "Killed"), (320.0, "Injured"))]
    words += [(x, 702.0, word) for x, word in ((72.0, "Lorn"), (230.0, "12"), (320.0, "31"))]
    words.append((72.0, 660.0, "By group"))
    words += [(x, 630.0, word) for x, word in ((110.0, "Men"), (150.0, "Women"), (205.0, "Total"))]
    words += [(x, 612.0, word) for x, word in ((60.0, "Dead"), (110.0, "9"), (150.0, "6"), (205.0, "15"))]
    assert _table(placed_pdf(words)) == [
        "District | Killed | Injured",
        "Lorn | 12 | 31",
        "| Men | Women | Total",
        "Dead | 9 | 6 | 15",
    ]
