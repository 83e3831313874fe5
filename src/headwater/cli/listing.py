"""Lists on a terminal: findings by level, problems, and passages that were found; long lines hang under their first word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from headwater.case.search import Hit
from headwater.cli.words import say
from headwater.model import Contents, Finding, Level

__all__ = ["MOST", "indented", "show_findings", "show_hits", "show_problems"]

MOST = 12
"""Lines of a list beyond which the rest is left to the files and the dossier."""
MOST_NOTES = 3
MOST_NAMES = 3
MOST_PROBLEMS = 20
WIDEST = 24
"""Columns that sigla may take beside a finding."""


def indented(mark: str | Text, words: Text, width: int | None = None) -> Padding:
    """A mark with words beside it; where they do not fit on one line they go on under their beginning."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=width, max_width=WIDEST)
    grid.add_column(ratio=1)
    grid.add_row(mark, words)
    return Padding(grid, (0, 0, 0, 2), expand=False)


def show_findings(contents: Contents, console: Console) -> None:
    """Print the first findings of each level, with the reports that they are about."""
    sigla = {report.document: report.siglum or "?" for report in contents.reports}
    for level in Level:
        found = [finding for finding in contents.findings if finding.level is level]
        most = MOST_NOTES if level is Level.NOTE else MOST
        if found:
            console.print(_headed(say(f"level.{level.value}"), len(found)))
        who = [Text(_sigla(finding, sigla), "magenta") for finding in found[:most]]
        width = min(WIDEST, max((len(one) for one in who), default=0))
        for name, finding in zip(who, found, strict=False):
            console.print(indented(name, Text.assemble(finding.text, (f"  {finding.kind.value}", "dim")), width))
        if len(found) > most:
            console.print(Text("  " + say("list.more_findings", n=len(found) - most), "dim"))


def _sigla(finding: Finding, sigla: dict[str, str]) -> str:
    named = [sigla[document] for document in islice(finding.documents, 8)]
    return " ".join(named) + (" …" if len(finding.documents) > len(named) else "")


def show_problems(contents: Contents, console: Console) -> None:
    """Print the first problems, each with its report; those of many reports that read the same once."""
    if not contents.problems:
        return
    others = f"; {say('list.others_read')}" if contents.reports else ""
    console.print(_headed(say("problems.title"), len(contents.problems), others))
    alike: dict[tuple[str, str], list[str]] = {}
    for problem in contents.problems:
        alike.setdefault((problem.slug, problem.message), []).append(problem.document)
    for (slug, message), documents in islice(alike.items(), MOST_PROBLEMS):
        names, more = ", ".join(documents[:MOST_NAMES]), len(documents) - MOST_NAMES
        named = say("list.more_names", names=names, n=more) if more > 0 else names
        console.print(indented("!", Text.assemble((named, "bold"), f" ({slug}): {message}")))
    if len(alike) > MOST_PROBLEMS:
        console.print(Text("  " + say("list.more_problems", n=len(alike) - MOST_PROBLEMS), "dim"))


def _headed(heading: str, count: int, more: str = "") -> Text:
    return Text.assemble("\n", (heading, "bold"), f" ({count}){more}")


def show_hits(hits: Sequence[Hit], console: Console) -> None:
    """Print the passages in which words were found, the words marked."""
    width = max((len(hit.siglum) for hit in hits), default=1)
    for hit in hits:
        words = Text.assemble((hit.document, "dim"), "\n")
        for number, piece in enumerate(re.split("[\u2068\u2069]", hit.passage)):
            words.append(piece, style="bold underline" if number % 2 else "")
        console.print(indented(Text(hit.siglum, "bold magenta"), words, width))
    console.print(say("count.reports", n=len(hits)) if hits else say("find.none"))
