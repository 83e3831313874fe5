"""What a case looks like on a terminal: the reports, the collation, and where the page is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from headwater.cli.collating import collation_tables
from headwater.cli.listing import show_findings, show_problems
from headwater.model import Agreement, Contents, Measure, Report

__all__ = ["show"]

MOST_KEYS = 40
"""Reports beyond which their sigla are left to the files and the dossier."""


def show(contents: Contents, console: Console, page: Path | None = None) -> None:
    """Print the case at a glance: sigla, collation, problems, and where the page is."""
    console.print(_heading(contents))
    for report in contents.reports[:MOST_KEYS]:
        console.print(_key(report))
    if len(contents.reports) > MOST_KEYS:
        console.print(
            f"  and {len(contents.reports) - MOST_KEYS} more, in reports.jsonl and in the dossier", style="dim"
        )
    console.print()
    for part in collation_tables(contents, console.width):
        console.print(part)
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


def _legend(measures: Iterable[Measure], console: Console) -> None:
    used = {measure.agreement() for measure in measures}
    words = {
        Agreement.DIFFERS: "≠ the readings exclude each other",
        Agreement.BOUNDS: "[ ] one reading leaves room for the other",
        Agreement.HEDGE: "≈ the hedge differs",
    }
    lines = ["– gives no figure; not a zero", *(text for agreement, text in words.items() if agreement in used)]
    console.print(Text("   ".join(lines), style="dim"))
