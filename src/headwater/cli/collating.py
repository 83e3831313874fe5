"""The collation as a terminal shows it: an event after the other, by report while the width holds them, else a line a measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from headwater.model import MONEY_UNNAMED, Agreement, Contents, Figure, Hedge, Measure, Outcome, Reading
from headwater.model.ordering import EventRows, rows_by_event, whole_outcome

__all__ = ["SIGNS", "collation_table", "label", "value"]

MOST_COLUMNS = 8
"""Reports beyond which columns give way to an apparatus line a measure."""

SIGNS = {Agreement.SAME: "", Agreement.HEDGE: "≈", Agreement.BOUNDS: "[ ]", Agreement.DIFFERS: "≠"}
BEFORE = {Hedge.AT_LEAST: "≥ ", Hedge.MORE_THAN: "> ", Hedge.ABOUT: "≈ ", Hedge.NEARLY: "< ", Hedge.UP_TO: "≤ "}


def collation_table(contents: Contents) -> Table:
    """The readings of every measure; events are named where there are several, what is told as background last."""
    figures = {figure.id: figure for figure in contents.figures}
    by_report = len(contents.reports) <= MOST_COLUMNS
    table = _by_report(contents) if by_report else _by_line()
    groups = rows_by_event(contents)
    named = len(groups) > 1
    for number, rows in enumerate(groups):
        if named:
            _head(rows, table, with_rule=number > 0)
        for measure in _parts_by_wholes(rows.measures):
            words = Text(("  " if named else "") + label(measure, figures))
            sign = Text(SIGNS[measure.agreement()], style="bold")
            table.add_row(words, *_given(measure, contents, figures, by_report), sign)
    return table


def _by_report(contents: Contents) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold magenta", padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for report in contents.reports:
        table.add_column(report.siglum or "?", justify="right", overflow="fold")
    table.add_column("")
    return table


def _by_line() -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    return table


def _head(rows: EventRows, table: Table, *, with_rule: bool) -> None:
    """The event's place and date over its rows, and that it is told as background."""
    if with_rule:
        table.add_row("")
    name = rows.event.label if rows.event and rows.event.label else ""
    if rows.background:
        name = f"{name}, told as background" if name else "told as background"
    table.add_row(Text(name or "event not known", style="italic"))


def _given(measure: Measure, contents: Contents, figures: Mapping[str, Figure], by_report: bool) -> Sequence[Text]:
    """What the reports give: a cell each, or one line for all."""
    if not by_report:
        return [_line(measure, {report.document: report.siglum or "?" for report in contents.reports}, figures)]
    cells = _cells(measure, figures)
    return [
        Text(cells.get(report.document, "–"), style="" if report.document in cells else "dim")
        for report in contents.reports
    ]


def label(measure: Measure, figures: Mapping[str, Figure]) -> str:
    """The name of a measure's row: outcome, then whom or what where that is not all persons, place and period.

    A part of a row of the same outcome is one "of them"; a part of another outcome tells of which.
    """
    words = measure.outcome.value.replace("_", " ")
    if measure.group != "person":
        words += f", {measure.group}" if measure.unit == "count" else _in(measure.unit)
    for more in (measure.place, measure.period):
        words += f" · {more}" if more else ""
    whole = whole_outcome(measure, figures)
    if whole is None:
        return words
    return f"  of them: {words}" if whole is measure.outcome else f"{words}, of those {whole.value.replace('_', ' ')}"


def _in(unit: str) -> str:
    return " (currency not named)" if unit == MONEY_UNNAMED else f" ({unit})"


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


def _cells(measure: Measure, figures: Mapping[str, Figure]) -> dict[str, str]:
    cells: dict[str, list[str]] = {}
    for reading in measure.readings:
        for name in reading.figures:
            shown = value(reading, figures[name])
            listed = cells.setdefault(figures[name].document, [])
            if shown not in listed:
                listed.append(shown)
    return {document: " / ".join(listed) for document, listed in cells.items()}


def _line(measure: Measure, sigla: Mapping[str, str], figures: Mapping[str, Figure]) -> Text:
    """An apparatus line: each value once, with the sigla of the reports that give it, as of whatever day."""
    by_value: dict[str, list[str]] = {}
    for reading in measure.readings:
        for name in reading.figures:
            listed = by_value.setdefault(value(reading, figures[name]), [])
            if (siglum := sigla[figures[name].document]) not in listed:
                listed.append(siglum)
    pieces = [Text.assemble((words, "bold"), " ", (" ".join(listed), "magenta")) for words, listed in by_value.items()]
    return Text(" : ").join(pieces)


def _parts_by_wholes(measures: Sequence[Measure]) -> list[Measure]:
    """The measures in their order, but those of one place or time after all others of their outcome, whose parts they are not."""
    first: dict[tuple[str | None, Outcome], int] = {}
    for place, measure in enumerate(measures):
        first.setdefault((measure.event, measure.outcome), place)
    return sorted(measures, key=lambda one: (first[one.event, one.outcome], bool(one.place or one.period)))
