"""What a case looks like on a terminal: the reports, the collation, and where the page is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from headwater.cli.collating import collation_tables
from headwater.cli.listing import indented, show_findings, show_problems
from headwater.cli.words import say
from headwater.model import Contents, Measure, Report

__all__ = ["show"]

MOST_KEYS = 40
"""Reports beyond which their sigla are left to the files and the dossier."""

MOST_COUNTS = 80
"""Counts beyond which those that one report alone gives are left to the files and the dossier."""


def show(contents: Contents, console: Console, page: Path | None = None) -> None:
    """Print the case at a glance: sigla, collation, findings, problems, and where the page is."""
    console.print(_heading(contents))
    width = max((len(report.siglum or "?") for report in contents.reports[:MOST_KEYS]), default=1)
    for report in contents.reports[:MOST_KEYS]:
        console.print(indented(Text(report.siglum or "?", "bold magenta"), _key(report), width))
    if len(contents.reports) > MOST_KEYS:
        console.print(Text("  " + say("case.more_reports", n=len(contents.reports) - MOST_KEYS), "dim"))
    console.print()
    if contents.collation:
        _show_collation(contents, console)
    elif contents.reports:
        console.print(say("summary.no_count" if contents.figures else "summary.no_number"))
    show_findings(contents, console)
    show_problems(contents, console)
    if page:
        console.print()
        line = Text.assemble(say("case.page"), " ", (str(page), "bold"), f"  {say('case.page_opens')}")
        console.print(line, soft_wrap=True)


def _heading(contents: Contents) -> Text:
    if not contents.reports:
        return Text(say("summary.no_report"), "bold")
    counts = say(
        "case.counts",
        reports=say("count.reports", n=len(contents.reports)),
        numbers=say("case.numbers", n=len(contents.figures)),
        measures=say("case.measures", n=len(contents.collation)),
    )
    return Text.assemble((counts, "bold"), " ", say("summary.subtitle_plain"))


def _key(report: Report) -> Text:
    """What a report is called, when it was published and how that is known, and its file."""
    name, when = report.publisher or report.document, say("case.undated")
    if report.published:
        how = report.published_by and say(f"case.known.{report.published_by.basis.value}")
        when = say("case.known", published=report.published, how=how) if how else report.published
    return Text.assemble(f"{name}, {when}", (f"  {report.document}" if report.publisher else "", "dim"))


def _show_collation(contents: Contents, console: Console) -> None:
    kept, more = _kept(contents.collation)
    for part in collation_tables(replace(contents, collation=tuple(kept)), console.width):
        console.print(part)
    if more:
        alone = not _several(kept[0])
        console.print(Text(say("case.more_counts_alone" if alone else "case.more_counts", n=more), "dim"))


def _kept(measures: Sequence[Measure]) -> tuple[Sequence[Measure], int]:
    """The counts that are shown, and how many are not: of very many those that more than one report gives, where there are any."""
    if len(measures) <= MOST_COUNTS:
        return measures, 0
    kept = ([one for one in measures if _several(one)] or list(measures))[:MOST_COUNTS]
    return kept, len(measures) - len(kept)


def _several(measure: Measure) -> bool:
    return len({document for reading in measure.readings for document in reading.documents}) > 1
