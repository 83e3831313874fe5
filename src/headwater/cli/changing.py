"""What is new in a case, for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from headwater.cli.collating import label, value
from headwater.cli.listing import MOST, indented
from headwater.model import Contents
from headwater.pipeline.changes import Changes

__all__ = ["show_changes"]


def show_changes(found: Changes, contents: Contents, console: Console) -> None:
    """Print what is new in a case: reports, readings, findings, later counts and moved origins."""
    figures = {figure.id: figure for figure in contents.figures}
    sigla = {report.document: report.siglum or "?" for report in contents.reports}
    console.print("\n[bold]What changed[/bold]")
    if not (found.reports or found.readings or found.findings):
        console.print("  nothing: all of these reports were in the case")
    for document in found.reports:
        console.print(Text.assemble("  + report ", (sigla[document], "bold magenta"), f"  {document}"))
    for measure, reading in found.readings[:MOST]:
        who = " ".join(sigla[document] for document in reading.documents)
        line = f"  + reading  {label(measure, figures).strip()}: {value(reading, figures[reading.figures[0]])} "
        console.print(Text.assemble(line, (who, "magenta")))
    for finding in (*found.superseded, *found.findings)[:MOST]:
        console.print(indented("+ finding", Text.assemble(finding.text, (f"  {finding.kind.value}", "dim"))))
    for measure, reading in found.moved[:MOST]:
        words = value(reading, figures[reading.figures[0]])
        origins = reading.origins
        if origins:
            span = f"{origins.textual.min} to {origins.textual.max}"
            console.print(
                f"  ~ origins  {label(measure, figures).strip()}: {words} now has {span} within this set of reports"
            )
