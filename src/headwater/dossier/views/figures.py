"""The main outcomes on the first screen: by report while the width holds them, else as an apparatus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.dossier.inline import Inline, Note, Piece, Said, Text
from headwater.dossier.labels import part_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import number_words
from headwater.dossier.order import COLUMNS
from headwater.dossier.views.cells import Cell, cells
from headwater.dossier.views.collation import whole_label
from headwater.dossier.views.columns import Column, column
from headwater.dossier.views.parts import Family, families, remainder
from headwater.dossier.views.readings import apparatus, given
from headwater.model import Measure

__all__ = ["FigureRow", "Figures", "figures_table", "reports_telling"]

_SHOWN = 3  # numbers of a cell
_ROWS = 11


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a row, unfolded; `said` are the words that alone tell it apart."""

    label: str
    said: str
    href: str
    line: Inline


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One outcome: its cells, its line, and its parts told in one sentence."""

    label: str
    said: str
    href: str
    cells: tuple[Cell, ...]
    line: Inline
    fold: Inline
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The table; without columns each row is its apparatus line. `wide` tells for each column that it holds words."""

    columns: tuple[Column, ...]
    wide: tuple[bool, ...]
    rows: tuple[FigureRow, ...]
    more: int


def figures_table(measures: Sequence[Measure], lookup: Lookup) -> Figures:
    """The main event's outcomes, in their fixed order; of very many, those that most reports give.

    Reports that are about another event and give none of these figures have no column: their dashes would say nothing.
    """
    listed = families(measures, lookup)
    kept = sorted(sorted(listed, key=lambda family: -_given_by(family))[:_ROWS], key=listed.index)
    telling = reports_telling(measures, lookup)
    by_report = len(telling) <= COLUMNS
    rows = tuple(_row(family, lookup, telling if by_report else ()) for family in kept)
    columns = tuple(column(document, lookup) for document in telling) if by_report else ()
    wide = tuple(any(_has_words(row.cells[place]) for row in rows if row.cells) for place in range(len(columns)))
    if sum(wide) > 2:
        columns, wide = (), ()
    return Figures(columns, wide, rows, len(listed) - len(kept))


def _given_by(family: Family) -> int:
    return len({document for one in family.whole.readings for document in one.documents})


def reports_telling(measures: Sequence[Measure], lookup: Lookup) -> tuple[str, ...]:
    """The reports that give one of these measures or are not about another event, in the page's order."""
    giving = {document for measure in measures for one in measure.readings for document in one.documents}
    elsewhere = lookup.about.keys() - {measure.event for measure in measures}
    return tuple(
        report.document for report in lookup.reports if report.document in giving or report.main_event not in elsewhere
    )


def _has_words(cell: Cell) -> bool:
    return any(entry.kind in ("words", "statement") and not entry.number for entry in cell.entries)


def _row(family: Family, lookup: Lookup, columns: Sequence[str]) -> FigureRow:
    measure = family.whole
    readings = given(measure, lookup)
    return FigureRow(
        label=whole_label(measure, lookup),
        said=lookup.told_apart.get(measure.id, ""),
        href=lookup.addresses.to("measure", measure.id),
        cells=tuple(_short(cell) for cell in cells(measure, readings, lookup) if cell.document in columns),
        line=apparatus(measure, lookup),
        fold=_fold(family, lookup),
        parts=tuple(
            Part(
                part_label(part, lookup.wording),
                lookup.told_apart.get(part.id, ""),
                lookup.addresses.to("measure", part.id),
                apparatus(part, lookup),
            )
            for part in family.parts
        ),
    )


def _short(cell: Cell) -> Cell:
    """A cell's numbers, each once; of a report that gives none, its first words. The rest is told by how many it is, and one click away."""
    numbers = {(entry.sign, entry.number): entry for entry in reversed(cell.entries) if entry.number}
    words = {entry.words for entry in cell.entries if entry.kind == "words" and not entry.number}
    kept = tuple(reversed(numbers.values())) or cell.entries[:1]
    every = len(numbers) + len(words)
    return Cell(cell.document, kept[:_SHOWN], cell.rival, every - len(kept[:_SHOWN]))


def _fold(family: Family, lookup: Lookup) -> Inline:
    """The parts in one line: "of them: 12 children, 9 women. 19 are described by no report (40 − 21)"."""
    if not family.parts:
        return ()
    pieces: list[Piece] = []
    shown = [_part(part, lookup) for part in family.parts[:5]]
    # Where a place stands behind a part ("97 people, Lower Arvan"), a comma would not tell where the next one begins.
    between = "; " if any(isinstance(one, Text) and "," in one.text for part in shown for one in part) else ", "
    for number, part in enumerate(shown):
        pieces.append(Text(between if number else " "))
        pieces += part
    if len(family.parts) > 5:
        pieces.append(Note(lookup.wording.say("figures.more_parts", n=len(family.parts) - 5)))
    telling = {document for part in family.parts for one in part.readings for document in one.documents}
    head = lookup.wording.line("figures.of_them", sigla=lookup.sigla(telling))
    return (*head, *pieces, Text(". "), *_rest(family, telling, lookup))


def _rest(family: Family, telling: set[str], lookup: Lookup) -> Inline:
    """What no report describes of a whole, and in which reports, where those are fewer than tell of its parts."""
    left = remainder(family.whole, family.parts, lookup)
    if left is None:
        return ()
    whole, parts = (number_words(value, lookup.wording) for value in (left.whole, sum(left.parts)))
    message = "figures.rest" if set(left.documents) == telling else "figures.rest_in"
    number = number_words(left.rest, lookup.wording)
    return lookup.wording.line(message, sigla=lookup.sigla(left.documents), number=number, sum=f"{whole} − {parts}")


def _part(part: Measure, lookup: Lookup) -> list[Piece]:
    first = given(part, lookup)[:1]
    if not first:
        return [Text(part_label(part, lookup.wording))]
    best = first[0].reading.best
    number = number_words(best, lookup.wording) if best is not None else first[0].first.quote
    if part.group == "person" and (words := lookup.told_apart.get(part.id)):
        return [Text(f"{number} "), Said(words)]
    return [Text(f"{number} {part_label(part, lookup.wording, best)}")]
