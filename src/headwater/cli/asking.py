"""The commands that ask a case something."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli.arguments import CaseIn

__all__ = ["explain", "find", "verify"]


def find(
    case: CaseIn,
    words: Annotated[
        str,
        typer.Argument(help='Words that a report must hold; "in quotes" they must stand together.', metavar="WORDS"),
    ],
) -> None:
    """Find words in all reports of a case.

    Example: [bold]headwater find ferry-case 'lifeboat "car deck"'[/bold]
    """
    from rich.console import Console

    from headwater.case.search import find as find_words
    from headwater.cli.listing import show_hits

    hits = find_words(case, words)
    show_hits(hits, Console(highlight=False))
    if not hits:
        raise typer.Exit(1)


def explain(
    case: CaseIn,
    figure: Annotated[
        str, typer.Argument(help="A figure's id, or the beginning of it.", metavar="FIGURE", show_default=False)
    ],
) -> None:
    """Say in plain words how a figure was read: its words, the rule, and what its bounds mean.

    Example: [bold]headwater explain ferry-case f8db96[/bold]

    Ids stand in [bold]jsonl/figures.jsonl[/bold] and beside each figure in the dossier.
    """
    from rich.console import Console

    from headwater.case.reading import figure_named, report_named
    from headwater.cli.explaining import show_figure

    found = figure_named(case, figure)
    show_figure(found, report_named(case, found.document), Console(highlight=False))


def verify(case: CaseIn) -> None:
    """Check that a case is as it was written: originals, records, files, decisions, and every quoted word at its place.

    Example: [bold]headwater verify ferry-case[/bold]

    Exits with 1 where something is not; the first break is named first.
    """
    from headwater.case.verify import breaks
    from headwater.cli.words import say

    found = list(breaks(case))
    for line in found[:20]:
        typer.echo(f"! {line}")
    if found:
        typer.echo(say("verify.broken", n=len(found), case=case))
        raise typer.Exit(1)
    typer.echo(say("verify.whole", case=case))
