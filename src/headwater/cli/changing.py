"""What is new in a case, for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from headwater.cli.collating import label, value
from headwater.cli.listing import MOST, indented
from headwater.cli.words import say
from headwater.model import Contents
from headwater.pipeline.changes import Changes

__all__ = ["show_changes"]


def show_changes(found: Changes, contents: Contents, console: Console) -> None:
    """Print what is new in a case: reports, readings, findings, later counts and moved origins."""
    figures = {figure.id: figure for figure in contents.figures}
    sigla = {report.document: report.siglum or "?" for report in contents.reports}
    console.print(Text(f"\n{say('changes.title')}", "bold"))
    if not (found.reports or found.readings or found.findings):
        console.print(f"  {say('changes.none')}")
    for document in found.reports:
        console.print(Text.assemble(f"  {say('changes.report')} ", (sigla[document], "bold magenta"), f"  {document}"))
    for measure, reading in found.readings[:MOST]:
        who = " ".join(sigla[document] for document in reading.documents)
        given = value(reading, figures[reading.figures[0]])
        line = say("changes.value", label=label(measure, figures).strip(), value=given)
        console.print(Text.assemble(f"  {say('changes.reading')}  {line} ", (who, "magenta")))
    for finding in (*found.superseded, *found.findings)[:MOST]:
        console.print(indented(say("changes.finding"), Text.assemble(finding.text, (f"  {finding.kind.value}", "dim"))))
    for measure, reading in found.moved[:MOST]:
        if reading.origins:
            counted = reading.origins.textual
            line = say(
                "changes.moved",
                label=label(measure, figures).strip(),
                value=value(reading, figures[reading.figures[0]]),
                low=counted.min,
                high=counted.max,
            )
            console.print(Text(f"  {say('changes.origins')}  {line}"))
