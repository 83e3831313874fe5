"""The commands of a review: the desk, its journal, and the case written anew with what was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.arguments import CaseIn
from headwater.cli.options import with_settings
from headwater.settings import Settings

__all__ = ["export", "journal", "rebuild", "serve"]


def serve(
    case: CaseIn,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65535)] = 0,
) -> None:
    """Review a case in the browser: accept, correct and reject figures, add missed ones, settle findings.

    Example: [bold]headwater serve ferry-case[/bold], then open the address that it prints

    Only this machine can reach it, and only with the token in the address. Stop it with Ctrl-C: every decision is in the
    journal at once. Then [bold]headwater export ferry-case[/bold] writes the dossier and the files anew with all decisions.
    """
    from headwater.cli.words import say
    from headwater.web.serving import serve as serve_case

    def tell(address: str) -> None:
        print(say("review.at", address=address), say("review.stop"), sep="\n", flush=True)

    serve_case(case, port, tell)


def journal(
    case: CaseIn,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, as the journal holds them.")] = False,
) -> None:
    """List what people decided on a case: who, when, on which words, and why.

    Example: [bold]headwater journal ferry-case[/bold]

    Nothing is ever taken from the journal; a decision that was undone stays in it and is marked.
    """
    from headwater.case.journal import live
    from headwater.case.reading import decisions
    from headwater.cli.deciding import decision_lines, json_lines

    entries = decisions(case)
    held = {decision.sequence for decision in live(entries)}
    for line in json_lines(entries) if as_json else decision_lines(entries, held):
        typer.echo(line)


@with_settings("workers")
def export(case: CaseIn, settings: Settings) -> None:
    """Write a case's dossier and JSON Lines anew, with all decisions of its journal applied.

    Example: [bold]headwater export ferry-case[/bold]

    What was read before is not read again; `run`, `add` and `rebuild` apply decisions too.
    """
    _rebuilt(case, settings, fresh=False)


@with_settings("workers")
def rebuild(case: CaseIn, settings: Settings) -> None:
    """Make a case anew from its originals and its journal; everything else in it is dropped and derived again.

    Example: [bold]headwater rebuild ferry-case[/bold]

    Settings and sigla stay as they were, and so do all decisions.
    """
    _rebuilt(case, settings, fresh=True)


def _rebuilt(case: Path, settings: Settings, fresh: bool) -> None:
    from headwater.cli.progress import shown
    from headwater.cli.words import say
    from headwater.pipeline.case import rebuild as rebuild_case

    with shown() as progress:
        contents = rebuild_case(case, settings.workers, fresh, progress)
    decided = sum(figure.decided for figure in contents.figures)
    reports, numbers = say("count.reports", n=len(contents.reports)), say("case.numbers", n=len(contents.figures))
    typer.echo(say("review.written", case=case, reports=reports, numbers=numbers, decided=decided))
    for problem in contents.problems:
        if problem.slug == "orphaned_decision":
            typer.echo(f"! {problem.document}: {problem.message}")
