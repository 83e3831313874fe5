"""The program: its commands, in the order and the groups of its help."""

from __future__ import annotations

from typing import Annotated

import typer

from headwater.cli import asking, making, reviewing, texts
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

COMMANDS = {
    "Cases": (making.run, making.demo, making.add, making.share, asking.find, asking.explain, asking.verify),
    "Review": (reviewing.serve, reviewing.journal, reviewing.export, reviewing.rebuild),
    "Texts without a case": (texts.extract, texts.lineage),
}


def _version(wanted: bool) -> None:
    if wanted:
        print(f"headwater {__version__}")
        raise typer.Exit


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


def _flow(text: str) -> str:
    """A docstring with the lines of each paragraph joined: the terminal breaks them where it has to."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


for _group, _commands in COMMANDS.items():
    for _command in _commands:
        app.command(help=_flow(_command.__doc__ or ""), rich_help_panel=_group)(_command)
