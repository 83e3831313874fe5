"""Arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["CaseIn", "CaseOut", "MaxQuote", "PositionsOnly", "Redact", "Reports"]

Reports = Annotated[
    list[Path],
    typer.Argument(help="Files and folders: saved web pages, PDFs, plain text.", metavar="REPORTS", show_default=False),
]
CaseOut = Annotated[
    Path, typer.Option("-o", "--output", help="Folder for the case; made where it is missing.", show_default=False)
]
CaseIn = Annotated[Path, typer.Argument(help="Folder of a case.", metavar="CASE", show_default=False)]
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
