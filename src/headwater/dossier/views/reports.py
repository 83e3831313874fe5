"""A report as it was read: every word of it, with page furniture folded and figures, dates and shared words marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from headwater.dossier.addresses import anchor
from headwater.dossier.dates import date_words
from headwater.dossier.inline import Inline, Letter, Sigla
from headwater.dossier.lookup import Lookup
from headwater.dossier.marking import marks_between, report_marks
from headwater.dossier.marks import Run, runs
from headwater.dossier.views.margin import margin
from headwater.grammar.cells import COUNT, NO_COUNT, cells_of
from headwater.model import Block, BlockKind, DateBasis, KnownBy, Report

__all__ = ["Furniture", "Paragraph", "ReportView", "report_views"]


_BESIDE = 24


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report's own text; `number` counts paragraphs and list items, `level` is an item's depth."""

    kind: str
    number: int | None
    level: int
    runs: tuple[Run, ...]
    notes: tuple[Inline, ...]
    furniture: bool = False
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and the bar that parts it from the one before; `counts` where it holds a number."""

    bar: str
    runs: tuple[Run, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and its number among the paragraphs; `heads` where it names columns."""

    number: int | None
    cells: tuple[Cell, ...]
    heads: bool


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines of the page that do not belong to the account, folded to their count and first words."""

    summary: str
    lines: tuple[str, ...]
    furniture: bool = True


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with what is known about it."""

    anchor: str
    letter: Letter
    name: str
    title: str
    byline: str
    document: str
    sha256: tuple[str, ...]
    shares: Sigla
    beside: Sigla
    credits: tuple[str, ...]
    figures: str
    language: str
    legend: tuple[tuple[str, str, str], ...]
    parts: tuple[Paragraph | Furniture, ...]


def report_views(lookup: Lookup) -> Iterator[ReportView]:
    """Each report in the page's order, made when it is asked for."""
    for report in lookup.reports:
        yield _report(report, lookup)


def _report(report: Report, lookup: Lookup) -> ReportView:
    links = lookup.links_of.get(report.document, ())
    shares = lookup.sigla({link.b if link.a == report.document else link.a for link in links})
    return ReportView(
        anchor=anchor("report", report.document),
        letter=lookup.letter[report.document],
        name=lookup.name(report),
        title=report.title or "",
        byline=_byline(report, lookup),
        document=report.document,
        sha256=tuple(report.sha256[start : start + 8] for start in range(0, len(report.sha256), 8)),
        shares=shares,
        beside=_beside(report, shares, lookup),
        credits=tuple(dict.fromkeys(credit.quote for credit in report.credits)),
        figures=lookup.wording.say("report.figures", n=len(lookup.figures_of.get(report.document, ()))),
        language=report.language or "",
        legend=_legend(report, lookup),
        parts=tuple(_parts(report, lookup)),
    )


def _beside(report: Report, shares: Sigla, lookup: Lookup) -> Sigla:
    """The other reports, each leading to the two side by side; of very many those that share words with this one."""
    mine = lookup.letter[report.document].letter
    few = len(lookup.place) <= _BESIDE
    others = [lookup.letter[other] for other in lookup.place if other != report.document] if few else shares.letters
    return Sigla(tuple(replace(one, href=f"#pair-{mine}-{one.letter}") for one in others))


_LEGEND = {
    "fig": ("12", "marks.figure"),
    "hedge": ("Words", "marks.hedge"),
    "speaker": ("Name", "marks.speaker"),
    "dated": ("date", "marks.date"),
    "misfit": ("date", "marks.misfit"),
    "shared": ("words", "marks.shared"),
    "stated stated-a stated-b": ("words", "marks.stated"),
}


def _legend(report: Report, lookup: Lookup) -> tuple[tuple[str, str, str], ...]:
    """The marks in use in one report, each with what it means."""
    short, long = report_marks(report.document, lookup)
    used = {mark.kind for mark in (*short, *long)}
    say = lookup.wording.say
    return tuple(
        (kind, say(f"marks.example.{example.lower()}") if not example.isdigit() else example, say(message))
        for kind, (example, message) in _LEGEND.items()
        if kind.split()[0] in used
    )


def _byline(report: Report, lookup: Lookup) -> str:
    say = lookup.wording.say
    said = [
        say("report.by", author=report.author) if report.author else "",
        _dated("published", report.published, report.published_by, lookup) or say("report.published.unknown"),
        _dated("modified", report.modified, report.modified_by, lookup),
        say("report.one_of", n=len(lookup.reports)),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _dated(name: str, edtf: str | None, known: KnownBy | None, lookup: Lookup) -> str:
    """When a report was published or last edited, and how that is known; "" where it is not."""
    if edtf is None:
        return ""
    say = lookup.wording.say
    how = say(f"report.known.{(known.basis if known else DateBasis.BY_HAND).value}")
    return say(f"report.{name}", date=date_words(edtf, lookup.wording.locale, long=True), how=how)


def _parts(report: Report, lookup: Lookup) -> Iterator[Paragraph | Furniture]:
    paragraphs = lookup.paragraphs[report.document]
    for chrome, group in groupby(report.blocks, key=lambda block: block.kind is BlockKind.CHROME):
        if chrome:
            yield _furniture(list(group), report, lookup)
        else:
            for is_table, held in groupby(group, key=lambda block: block.kind is BlockKind.TABLE):
                blocks = [(block, paragraphs.holding(block.start)) for block in held]
                if is_table:
                    yield _table(blocks, report, lookup)
                else:
                    yield from _noted_together([_paragraph(*block, report, lookup) for block in blocks])


def _table(blocks: list[tuple[Block, int | None]], report: Report, lookup: Lookup) -> Paragraph:
    """The rows of a table, its notes together beside it."""
    rows: list[Row] = []
    for block, number in blocks:
        cells = tuple(_cells(block, report, lookup))
        heads = all(row.heads for row in rows) and not any(cell.counts for cell in cells[1:])
        rows.append(Row(number, cells, heads))
    notes = (note for block, _ in blocks for note in margin(report, block.start, block.end, lookup))
    return Paragraph(BlockKind.TABLE.value, None, 0, (), tuple(dict.fromkeys(notes)), rows=tuple(rows))


def _cells(block: Block, report: Report, lookup: Lookup) -> Iterator[Cell]:
    before = block.start
    for cell in cells_of(report.text, block.start, block.end):
        counts = any(one.fullmatch(report.text, cell.start, cell.end) for one in (COUNT, NO_COUNT))
        yield Cell(report.text[before : cell.start], _marked(report, cell.start, cell.end, lookup), counts)
        before = cell.end


def _noted_together(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, the notes on the items of one list beside its first item: beside each they would tear it apart."""
    for listed, group in groupby(paragraphs, key=lambda paragraph: paragraph.kind == BlockKind.ITEM.value):
        items = list(group)
        if listed:
            notes = tuple(dict.fromkeys(note for item in items for note in item.notes))
            items = [replace(item, notes=notes if not place else ()) for place, item in enumerate(items)]
        yield from items


def _paragraph(block: Block, number: int | None, report: Report, lookup: Lookup) -> Paragraph:
    start, end = _trimmed(report.text, block)
    indent = start - report.text.rfind("\n", 0, start) - 1
    return Paragraph(
        kind=block.kind.value,
        number=number,
        level=min(4, indent // 2) if block.kind is BlockKind.ITEM else 0,
        runs=_marked(report, start, end, lookup),
        notes=margin(report, start, end, lookup),
    )


def _marked(report: Report, start: int, end: int, lookup: Lookup) -> tuple[Run, ...]:
    return runs(report.text, start, end, marks_between(report.document, start, end, lookup)) if start < end else ()


def _trimmed(text: str, block: Block) -> tuple[int, int]:
    words = text[block.start : block.end]
    return block.start + len(words) - len(words.lstrip()), block.start + len(words.rstrip())


def _furniture(blocks: list[Block], report: Report, lookup: Lookup) -> Furniture:
    lines = [line.strip() for block in blocks for line in report.text[block.start : block.end].splitlines()]
    lines = [line for line in lines if line]
    first = " · ".join(lines[:5])
    words = first if len(first) <= 72 else first[:70].rstrip() + " …"
    return Furniture(lookup.wording.say("report.furniture", n=len(lines), words=words), tuple(lines))
