"""The commands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.options import with_settings
from headwater.dossier.options import DossierOptions
from headwater.errors import SettingError
from headwater.model import Contents, FindingKind, Level
from headwater.settings import Settings
from headwater.version import __version__

__all__ = ["app"]

app = typer.Typer(
    name="headwater",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Reports = Annotated[
    list[Path],
    typer.Argument(
        help="Files and folders: saved web pages, PDFs, plain text.", metavar="REPORTS…", show_default=False
    ),
]
CaseOut = Annotated[
    Path, typer.Option("-o", "--output", help="Folder for the case; made where it is missing.", show_default=False)
]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"headwater {__version__}")
        raise typer.Exit


Redact = Annotated[
    Path | None,
    typer.Option(help="File of names, one a line, that the page hides.", show_default=False, rich_help_panel="Sharing"),
]
MaxQuote = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="Most words of a report that stand together in the page.",
        show_default=False,
        rich_help_panel="Sharing",
    ),
]
PositionsOnly = Annotated[
    bool, typer.Option("--positions-only", help="Leave the reports' text out of the page.", rich_help_panel="Sharing")
]


@app.callback()
def headwater(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read reports on the same events; see for every figure who says it, in what words, and how many origins stand behind it.

    Headwater never says which figure is true. It works offline, and the same reports give the same result.

    Start with [bold]headwater demo[/bold], then [bold]headwater run FOLDER -o CASE[/bold] on a folder of your own.
    [bold]--debug[/bold] after any command shows the trace of an error.
    """


@app.command(rich_help_panel="Cases")
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
        typer.echo(f"headwater: there are findings of the kinds named with --fail-on: {', '.join(kinds)}", err=True)
        raise typer.Exit(3)


def _known(names: Iterable[str]) -> None:
    """Pass over names of kinds and levels of findings.

    Raises:
        SettingError: a name is neither.
    """
    known = [one.value for one in (*FindingKind, *Level)]
    for name in names:
        if name not in known:
            raise SettingError(f"--fail-on is {name!r}, which is no kind of finding", f"It can be: {', '.join(known)}")


@app.command(rich_help_panel="Cases")
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


@app.command(rich_help_panel="Texts without a case")
@with_settings("bounds", "language", "workers")
def extract(
    texts: Annotated[
        Path,
        typer.Argument(
            help="JSON Lines with id, text and, optionally, published; - reads standard input.", show_default=False
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="Where the figures go; - writes to standard output.", show_default=False),
    ],
    settings: Settings,
) -> None:
    """Extract figures from bare texts at full speed, with no case.

    Example: [bold]headwater extract texts.jsonl -o figures.jsonl[/bold]

    Each line of the input is an object such as
    {"id": "a1", "text": "At least 24 people were killed.", "published": "2019-03-05"}; each line of the output is a figure,
    its offsets being code points of the text exactly as given. A line that cannot be read is named and passed over.
    """
    from headwater.cli.extracting import extract_and_tell

    extract_and_tell(texts, output, settings)


CaseIn = Annotated[Path, typer.Argument(help="Folder of a case.", metavar="CASE", show_default=False)]


@app.command(rich_help_panel="Cases")
@with_settings("workers", "max_bytes", "known")
def add(
    case: CaseIn,
    reports: Annotated[
        list[Path], typer.Argument(help="More files and folders.", metavar="REPORTS…", show_default=False)
    ],
    settings: Settings,
) -> None:
    """Join more reports to a case; only what is new is read, and what changed is shown.

    Example: [bold]headwater add ferry-case monday/[/bold]

    The settings are those that the case was made with; sigla given earlier stay.
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


@app.command(rich_help_panel="Review")
@with_settings("workers")
def export(case: CaseIn, settings: Settings) -> None:
    """Write a case's dossier and JSON Lines anew, with all decisions of its journal applied.

    Example: [bold]headwater export ferry-case[/bold]

    What was read before is not read again; `run`, `add` and `rebuild` apply decisions too.
    """
    _rebuilt(case, settings, fresh=False)


@app.command(rich_help_panel="Review")
@with_settings("workers")
def rebuild(case: CaseIn, settings: Settings) -> None:
    """Make a case anew from its originals and its journal; everything else in it is dropped and derived again.

    Example: [bold]headwater rebuild ferry-case[/bold]

    Settings and sigla stay as they were, and so do all decisions.
    """
    _rebuilt(case, settings, fresh=True)


def _rebuilt(case: Path, settings: Settings, fresh: bool) -> None:
    from headwater.cli.progress import shown
    from headwater.pipeline.case import rebuild as rebuild_case

    with shown() as progress:
        contents = rebuild_case(case, settings.workers, fresh, progress)
    decided = sum(figure.decided for figure in contents.figures)
    typer.echo(
        f"{case}: {len(contents.reports)} reports, {len(contents.figures)} numbers, {decided} of them set by a person"
    )
    for problem in contents.problems:
        if problem.slug == "orphaned_decision":
            typer.echo(f"! {problem.document}: {problem.message}")


@app.command(rich_help_panel="Cases")
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
    from headwater.pipeline.sharing import share as write_page
    from headwater.pipeline.sharing import withholding

    write_page(case, output, withholding(redact, max_quote, positions_only))
    typer.echo(f"{output}: the dossier to share", err=True)


@app.command(rich_help_panel="Texts without a case")
@with_settings("workers", "gram", "window", "common", "known", "seed")
def lineage(
    reports: Annotated[
        Path, typer.Argument(help="JSON Lines or Parquet with id, publisher, published and text.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Folder for links, parents and origins.", show_default=False)
    ],
    settings: Settings,
    cluster: Annotated[
        str | None,
        typer.Option(
            help="Dask cluster: tcp://HOST:PORT, or local:2 for two worker processes here.", show_default=False
        ),
    ] = None,
    text_only: Annotated[bool, typer.Option("--text-only", help="Leave figures and credits out.")] = False,
) -> None:
    """Trace who shares text with whom in a collection, from ten reports to millions, with no case.

    Example: [bold]headwater lineage collection.parquet -o lineage --cluster local:2[/bold]

    Writes [bold]links.jsonl[/bold], [bold]parents.jsonl[/bold] and [bold]origins.jsonl[/bold]. A run that was stopped goes on where it
    stopped when the same command is given again. It says who may have drawn on whom, not who is right.
    """
    from headwater.cli.progress import shown
    from headwater.pipeline.collection import trace

    with shown() as progress:
        trace(reports, output, settings, cluster, text_only, progress)
    typer.echo(f"{output}: links.jsonl, parents.jsonl, origins.jsonl", err=True)


@app.command(rich_help_panel="Cases")
def find(
    case: CaseIn,
    words: Annotated[str, typer.Argument(help='Words that a report must hold; "in quotes" they must stand together.')],
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


@app.command(rich_help_panel="Cases")
def explain(
    case: CaseIn,
    figure: Annotated[str, typer.Argument(help="A figure's id, or the beginning of it.", show_default=False)],
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


@app.command(rich_help_panel="Cases")
def verify(case: CaseIn) -> None:
    """Check that a case is as it was written: originals, records, files, decisions, and every quoted word at its place.

    Example: [bold]headwater verify ferry-case[/bold]

    Exits with 1 where something is not; the first break is named first.
    """
    from headwater.case.verify import breaks

    found = list(breaks(case))
    for line in found[:20]:
        typer.echo(f"! {line}")
    if found:
        typer.echo(f"{len(found)} breaks in {case}. Restore it from a copy, or run again on the reports.")
        raise typer.Exit(1)
    typer.echo(f"{case} is whole: originals, records, files, spans and decisions are as they were written.")


@app.command(rich_help_panel="Review")
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


@app.command(rich_help_panel="Review")
def serve(
    case: CaseIn,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65535)] = 0,
) -> None:
    """Review a case in the browser: accept, correct and reject figures, add missed ones, settle findings.

    Example: [bold]headwater serve ferry-case[/bold], then open the address that it prints

    Only this machine can reach it, and only with the token in the address. Stop it with Ctrl-C: every decision is in the
    journal at once. Then [bold]headwater export ferry-case[/bold] writes the dossier and the files anew with all decisions.
    """
    from headwater.web.serving import serve as serve_case

    serve_case(case, port, lambda address: print(f"Review at {address}\nStop with Ctrl-C.", flush=True))


def _flow(text: str) -> str:
    """A docstring with the lines of each paragraph joined: the terminal breaks them where it has to."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


for _command in app.registered_commands:
    _command.help = _flow(_command.callback.__doc__ or "") if _command.callback else None
