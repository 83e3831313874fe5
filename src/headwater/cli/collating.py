"""The collation as a terminal shows it: an event after the other, by report while the width holds them, else a line a measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from headwater.cli.words import say, words
from headwater.dossier.apart import words_apart
from headwater.dossier.labels import measure_label, part_label
from headwater.model import Agreement, Contents, Figure, Hedge, Measure, Reading
from headwater.model.ordering import EventRows, rows_by_event, whole_outcome

__all__ = ["collation_tables", "label", "value"]

MOST_COLUMNS = 8
"""Reports beyond which columns give way to an apparatus line a measure."""

MOST_APART = 24
"""Letters of the words that tell two rows of one name apart."""

SIGNS = {Agreement.SAME: "", Agreement.HEDGE: "≈", Agreement.BOUNDS: "[ ]", Agreement.DIFFERS: "≠"}
BEFORE = {Hedge.AT_LEAST: "≥ ", Hedge.MORE_THAN: "> ", Hedge.ABOUT: "≈ ", Hedge.NEARLY: "< ", Hedge.UP_TO: "≤ "}


def collation_tables(contents: Contents, width: int) -> Iterator[Text | Table]:
    """The readings of every measure within a width, then what the signs stand for.

    An event's name stands over its rows where there are several; what is told as background comes last.
    """
    figures = {figure.id: figure for figure in contents.figures}
    texts = {report.document: report.text for report in contents.reports}
    apart = words_apart(contents.collation, figures, texts, words())
    groups = [
        (rows, [_row(measure, figures, apart.get(measure.id, "")) for measure in rows.measures])
        for rows in rows_by_event(contents)
    ]
    columns = _columns(width, [row for _, listed in groups for row in listed], contents)
    by_report = len(contents.reports) <= MOST_COLUMNS and sum(columns) + 2 * len(columns) <= width
    sigla = {report.document: report.siglum or "?" for report in contents.reports}
    for number, (rows, listed) in enumerate(groups):
        if len(groups) > 1:
            yield Text(("\n" if number else "") + _head(rows), style="italic")
        yield (
            _by_report(listed, contents, columns, with_heads=not number)
            if by_report
            else _by_line(listed, sigla, figures, columns[0])
        )
    yield Text(_legend(contents.collation, with_dash=by_report), "dim")


@dataclass(frozen=True)
class _Row:
    """One measure's row: its name, its cells by document, the sign of how its readings stand."""

    measure: Measure
    name: str
    cells: Mapping[str, str]
    sign: str


def _row(measure: Measure, figures: Mapping[str, Figure], apart: str) -> _Row:
    words = f" “{apart if len(apart) <= MOST_APART else apart[:MOST_APART].rpartition(' ')[0] + ' …'}”" if apart else ""
    return _Row(measure, label(measure, figures, words) + words, _cells(measure, figures), SIGNS[measure.agreement()])


def _columns(width: int, rows: Sequence[_Row], contents: Contents) -> list[int]:
    """The widths of the names, at most half of all, of each report's cells and of the signs, the same for all events."""
    heads = [cell_len(report.siglum or "?") for report in contents.reports]
    cells = [
        max([head, *(cell_len(row.cells.get(report.document, "–")) for row in rows)])
        for head, report in zip(heads, contents.reports, strict=True)
    ]
    return [min(max((cell_len(row.name) for row in rows), default=0), width // 2), *cells, 3]


def _by_report(rows: Sequence[_Row], contents: Contents, columns: Sequence[int], *, with_heads: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold magenta", padding=(0, 2, 0, 0), show_header=with_heads)
    table.add_column("", width=columns[0])
    for report, wide in zip(contents.reports, columns[1:], strict=False):
        table.add_column(report.siglum or "?", justify="right", min_width=wide)
    table.add_column("")
    for row in rows:
        cells = (
            Text(row.cells.get(report.document, "–"), style="" if report.document in row.cells else "dim")
            for report in contents.reports
        )
        table.add_row(Text(row.name), *cells, Text(row.sign, style="bold"))
    return table


def _by_line(rows: Sequence[_Row], sigla: Mapping[str, str], figures: Mapping[str, Figure], wide: int) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("", width=wide)
    for row in rows:
        table.add_row(Text(row.name), _line(row.measure, sigla, figures), Text(row.sign, style="bold"))
    return table


def _head(rows: EventRows) -> str:
    """The event's place and date, and that it is told as background."""
    name = rows.event.label if rows.event else ""
    if rows.background:
        return say("collation.told_as_background", event=name) if name else say("collation.background_alone")
    return name or say("collation.no_event")


def label(measure: Measure, figures: Mapping[str, Figure], apart: str = "") -> str:
    """The name of a measure's row, as on the page: outcome, whom or what where that is not all persons, place and period.

    A part of a row of the same outcome is one "of them"; a part of another outcome tells of which. Where only words tell people `apart`, which
    follow the name, they need no outcome again.
    """
    whole, name = whole_outcome(measure, figures), measure_label(measure, words())
    if whole is None:
        return name
    if whole is measure.outcome:
        plain = "" if apart and not (measure.place or measure.period) else name
        part = plain if measure.group == "person" else part_label(measure, words())
        return "  " + say("collation.of_them", label=part).rstrip()
    return say("label.among", label=name, among=say(f"among.{whole.value}"))


def _legend(measures: Iterable[Measure], *, with_dash: bool) -> str:
    """What the signs in these rows stand for, a line each."""
    used = {measure.agreement() for measure in measures}
    told = {Agreement.DIFFERS: "sign.excludes", Agreement.BOUNDS: "collation.bounds", Agreement.HEDGE: "sign.hedge"}
    signs = [f"{SIGNS[agreement]} {say(message)}" for agreement, message in told.items() if agreement in used]
    return "\n".join([f"– {say('collation.dash')}"] * with_dash + signs)


def value(reading: Reading, figure: Figure) -> str:
    """A reading in signs: "613", "≥ 24", "600–2,000"; words that bound nothing as they stand.

    A number hedged as "nearly 20" is shown as "< 20".
    """
    if reading.best is not None:
        return BEFORE.get(figure.hedge, "") + f"{reading.best:,}"
    if reading.low is not None and reading.high is not None:
        return f"{reading.low:,}–{reading.high:,}"
    if reading.high is not None:
        return f"≤ {reading.high:,}"
    return f"≥ {reading.low:,}" if reading.low is not None else f"“{figure.quote}”"


def _denied(figure: Figure) -> str:
    """A figure that a report gives only as denied: "12 denied"."""
    return say("reading.denied", value=figure.quote)


def _cells(measure: Measure, figures: Mapping[str, Figure]) -> dict[str, str]:
    cells: dict[str, list[str]] = {}
    for reading in measure.readings:
        for name in reading.figures:
            shown = value(reading, figures[name])
            listed = cells.setdefault(figures[name].document, [])
            if shown not in listed:
                listed.append(shown)
    for name in measure.denied:
        cells.setdefault(figures[name].document, []).append(_denied(figures[name]))
    return {document: " / ".join(listed) for document, listed in cells.items()}


def _line(measure: Measure, sigla: Mapping[str, str], figures: Mapping[str, Figure]) -> Text:
    """An apparatus line: each value once, with the sigla of the reports that give it, as of whatever day."""
    by_value: dict[str, list[str]] = {}
    for reading in measure.readings:
        for name in reading.figures:
            listed = by_value.setdefault(value(reading, figures[name]), [])
            if (siglum := sigla[figures[name].document]) not in listed:
                listed.append(siglum)
    for name in measure.denied:
        by_value.setdefault(_denied(figures[name]), []).append(sigla[figures[name].document])
    pieces = [Text.assemble((words, "bold"), " ", (" ".join(listed), "magenta")) for words, listed in by_value.items()]
    return Text(" : ").join(pieces)
