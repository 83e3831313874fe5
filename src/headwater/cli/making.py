"""The commands that make a case and what is shared of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.arguments import CaseIn, CaseOut, MaxQuote, PositionsOnly, Redact, Reports
from headwater.cli.options import with_settings
from headwater.dossier.options import DossierOptions
from headwater.errors import SettingError
from headwater.messages import told
from headwater.model import Contents, FindingKind, Level
from headwater.settings import Settings

__all__ = ["add", "demo", "run", "share"]


@with_settings("bounds", "language", "workers", "max_bytes", "known")
def run(
    reports: Reports,
    output: CaseOut,
    settings: Settings,
    redact: Redact = None,
    max_quote: MaxQuote = None,
    positions_only: PositionsOnly = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help="Exit with 3 where there are findings of this kind or level, such as differs or does_not_fit (may be repeated).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read reports and write a case: the dossier, the figures as JSON Lines, and the case file.

    Example: [bold]headwater run saved-pages/ wire.pdf -o ferry-case[/bold]

    Writes [bold]dossier.html[/bold] (open it in a browser), [bold]jsonl/[/bold] (a file for figures, reports, collation …),
    [bold]manifest.json[/bold] (versions, settings, input hashes) and [bold]case.db[/bold] (SQLite). A second run on the same
    reports reads only what is new. A file that cannot be read is listed under Problems; all others are done.

    In an editor's pipeline: [bold]headwater run drafts/ -o check --fail-on part_exceeds_total --fail-on differs[/bold]
    (docs/findings.md lists the kinds).
    """
    _known(fail_on or ())
    from headwater.pipeline.sharing import withholding

    contents = _run([*reports], output, settings, withholding(redact, max_quote, positions_only))
    told = ({finding.kind.value, finding.level.value} for finding in contents.findings)
    kinds = sorted({name for names in told for name in names.intersection(fail_on or ())})
    if kinds:
        from headwater.cli.words import say

        typer.echo(say("run.failed_on", kinds=", ".join(kinds)), err=True)
        raise typer.Exit(3)


def _known(names: Iterable[str]) -> None:
    """Pass over names of kinds and levels of findings.

    Raises:
        SettingError: a name is neither.
    """
    known = [one.value for one in (*FindingKind, *Level)]
    for name in names:
        if name not in known:
            raise SettingError(*told("setting.finding", value=repr(name), known=", ".join(known)))


@with_settings("bounds", "workers")
def demo(
    settings: Settings,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the case.")] = Path("demo-case"),
) -> None:
    """Run on the bundled example: reports on an accident that never was, at a place that is not.

    Example: [bold]headwater demo[/bold], then open [bold]demo-case/dossier.html[/bold]
    """
    _run([Path(__file__).parents[1] / "demo" / "reports"], output, settings)


def _run(reports: list[Path], output: Path, settings: Settings, page: DossierOptions | None = None) -> Contents:
    from rich.console import Console

    from headwater.cli.progress import shown
    from headwater.cli.terminal import show
    from headwater.pipeline.case import run as run_case

    with shown() as progress:
        contents = run_case(reports, output, settings, progress, page)
    show(contents, Console(highlight=False), output / "dossier.html")
    if not contents.reports:
        raise typer.Exit(1)
    return contents


@with_settings("workers", "max_bytes", "known")
def add(
    case: CaseIn,
    reports: Annotated[
        list[Path], typer.Argument(help="More files and folders.", metavar="REPORTS", show_default=False)
    ],
    settings: Settings,
) -> None:
    """Join more reports to a case; only what is new is read, and what changed is shown.

    Example: [bold]headwater add ferry-case monday/[/bold]

    The settings are those that the case was made with; sigla given earlier stay. What is told as new is what this call brought: after a
    second one the page tells of that alone. What an earlier one brought stays in the case.
    """
    from rich.console import Console

    from headwater.cli.changing import show_changes
    from headwater.cli.progress import shown
    from headwater.cli.terminal import show
    from headwater.pipeline.case import join
    from headwater.pipeline.changes import changes

    with shown() as progress:
        contents, earlier = join(case, reports, settings.workers, settings.max_bytes, progress, settings.known)
    console = Console(highlight=False)
    show(contents, console, case / "dossier.html")
    show_changes(changes(earlier, contents), contents, console)


def share(
    case: CaseIn,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the page goes.", show_default=False)],
    redact: Redact = None,
    max_quote: MaxQuote = None,
    positions_only: PositionsOnly = False,
) -> None:
    """Write a case's dossier as a page to share, with names hidden, quotations shortened, or the reports' text left out.

    Example: [bold]headwater share ferry-case -o ferry.html --redact names.txt --max-quote 12[/bold]

    The page says what was done. The case stays as it is.
    """
    from headwater.cli.words import say
    from headwater.pipeline.sharing import share as write_page
    from headwater.pipeline.sharing import withholding

    write_page(case, output, withholding(redact, max_quote, positions_only))
    typer.echo(say("share.written", page=output), err=True)
