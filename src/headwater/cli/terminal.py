"""What a case looks like on a terminal: the reports, the collation, and where the page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from headwater.cli.listing import show_findings, show_problems
from headwater.model import MONEY_UNNAMED, Agreement, Contents, Figure, Hedge, Measure, Outcome, Reading, Report

__all__ = ["label", "show", "value"]

MOST_COLUMNS = 8
"""Reports beyond which columns give way to an apparatus line a measure."""

MOST_KEYS = 40
"""Reports beyond which their sigla are left to the files and the dossier."""

SIGNS = {Agreement.SAME: "", Agreement.HEDGE: "≈", Agreement.BOUNDS: "[ ]", Agreement.DIFFERS: "≠"}
BEFORE = {Hedge.AT_LEAST: "≥ ", Hedge.MORE_THAN: "> ", Hedge.ABOUT: "≈ ", Hedge.NEARLY: "< ", Hedge.UP_TO: "≤ "}


def show(contents: Contents, console: Console, page: Path | None = None) -> None:
    """Print the case at a glance: sigla, collation, problems, and where the page is."""
    figures = {figure.id: figure for figure in contents.figures}
    console.print(_heading(contents))
    for report in contents.reports[:MOST_KEYS]:
        console.print(_key(report))
    if len(contents.reports) > MOST_KEYS:
        console.print(
            f"  and {len(contents.reports) - MOST_KEYS} more, in reports.jsonl and in the dossier", style="dim"
        )
    console.print()
    console.print(_table(contents, figures) if len(contents.reports) <= MOST_COLUMNS else _apparatus(contents, figures))
    _legend(contents.collation, console)
    show_findings(contents, console)
    show_problems(contents, console)
    if page:
        console.print(
            f"\nDossier: [bold]{escape(str(page))}[/bold]  (opens in any browser, without a network)", soft_wrap=True
        )


def _heading(contents: Contents) -> Text:
    reports = len(contents.reports)
    counts = (
        f"{reports} report{'s' * (reports != 1)}, {len(contents.figures)} numbers, {len(contents.collation)} measures."
    )
    return Text.assemble((counts, "bold"), " What they say, not what happened.")


def _key(report: Report) -> Text:
    name = report.publisher or report.document
    known = f" ({report.published_by.basis.value.replace('_', ' ')})" if report.published_by else ""
    when = f", {report.published}{known}" if report.published else ", no day of publication found"
    return Text.assemble(
        "  ", (report.siglum or "?", "bold magenta"), f"  {name}{when}", (f"  {report.document}", "dim")
    )


def label(measure: Measure, figures: Mapping[str, Figure]) -> str:
    """The name of a measure's row: outcome, then whom or what where that is not all persons, place and period.

    A part of a row of the same outcome is one "of them"; a part of another outcome tells of which.
    """
    words = measure.outcome.value.replace("_", " ")
    if measure.group != "person":
        words += f", {measure.group}" if measure.unit == "count" else _in(measure.unit)
    for more in (measure.place, measure.period):
        words += f" · {more}" if more else ""
    whole = _whole(measure, figures)
    if whole is None:
        return words
    return f"  of them: {words}" if whole is measure.outcome else f"{words}, of those {whole.value.replace('_', ' ')}"


def _whole(measure: Measure, figures: Mapping[str, Figure]) -> Outcome | None:
    """The outcome that most figures of a measure are parts of; `None` where most are none, or of a number without outcome."""
    held = [figures[name] for reading in measure.readings for name in reading.figures]
    wholes = [figures[one.part_of].outcome for one in held if one.part_of is not None and one.part_of in figures]
    told = Counter(outcome for outcome in wholes if outcome is not None)
    best = min(told, key=lambda outcome: (-told[outcome], outcome.value), default=None)
    return best if 2 * sum(told.values()) > len(held) else None


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


def _table(contents: Contents, figures: Mapping[str, Figure]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold magenta", padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for report in contents.reports:
        table.add_column(report.siglum or "?", justify="right")
    table.add_column("")
    for background, measures in _by_background(contents.collation, figures):
        if background:
            table.add_row(Text("told as background", style="italic"))
        for measure in measures:
            cells = _cells(measure, figures)
            row = [
                Text(cells.get(report.document, "–"), style="" if report.document in cells else "dim")
                for report in contents.reports
            ]
            table.add_row(Text(label(measure, figures)), *row, Text(SIGNS[measure.agreement()], style="bold"))
    return table


def _apparatus(contents: Contents, figures: Mapping[str, Figure]) -> Table:
    sigla = {report.document: report.siglum or "?" for report in contents.reports}
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for background, measures in _by_background(contents.collation, figures):
        if background:
            table.add_row(Text("told as background", style="italic"))
        for measure in measures:
            table.add_row(
                Text(label(measure, figures)),
                _line(measure, sigla, figures),
                Text(SIGNS[measure.agreement()], style="bold"),
            )
    return table


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


def _by_background(measures: Iterable[Measure], figures: Mapping[str, Figure]) -> list[tuple[bool, list[Measure]]]:
    parted: dict[bool, list[Measure]] = {False: [], True: []}
    for measure in _parts_by_wholes(list(measures)):
        parted[figures[measure.readings[0].figures[0]].background].append(measure)
    return [(background, listed) for background, listed in parted.items() if listed]


def _parts_by_wholes(measures: Sequence[Measure]) -> list[Measure]:
    """The measures in their order, but those of one place or time after all others of their outcome, whose parts they are not."""
    first: dict[tuple[str | None, Outcome], int] = {}
    for place, measure in enumerate(measures):
        first.setdefault((measure.event, measure.outcome), place)
    return sorted(measures, key=lambda one: (first[one.event, one.outcome], bool(one.place or one.period)))


def _legend(measures: Iterable[Measure], console: Console) -> None:
    used = {measure.agreement() for measure in measures}
    words = {
        Agreement.DIFFERS: "≠ the readings exclude each other",
        Agreement.BOUNDS: "[ ] one reading leaves room for the other",
        Agreement.HEDGE: "≈ the hedge differs",
    }
    lines = ["– gives no figure; not a zero", *(text for agreement, text in words.items() if agreement in used)]
    console.print(Text("   ".join(lines), style="dim"))
