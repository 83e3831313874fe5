"""The commands on bare texts, without a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.options import with_settings
from headwater.settings import Settings

__all__ = ["extract", "lineage"]


@with_settings("bounds", "language", "workers")
def extract(
    texts: Annotated[
        Path,
        typer.Argument(
            help="JSON Lines with id, text and, optionally, published; - reads standard input.",
            metavar="TEXTS",
            show_default=False,
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


@with_settings("workers", "gram", "window", "common", "known", "seed")
def lineage(
    reports: Annotated[
        Path,
        typer.Argument(
            help="JSON Lines or Parquet with id, publisher, published and text.", metavar="REPORTS", show_default=False
        ),
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
