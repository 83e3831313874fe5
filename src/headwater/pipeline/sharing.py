"""A case's dossier as a page to share, with what is not to be shared left out."""

from __future__ import annotations

from pathlib import Path

from headwater.case.journal import live
from headwater.case.reading import contents, decisions
from headwater.dossier import stage as dossier
from headwater.dossier.options import DossierOptions
from headwater.errors import InputError
from headwater.messages import reason, told
from headwater.pipeline.telling import with_journal

__all__ = ["share", "withholding"]


def withholding(
    redact: Path | None = None, max_quote: int | None = None, positions_only: bool = False
) -> DossierOptions:
    """What a page leaves out.

    Args:
        redact: a file of names, one a line; blank lines are passed over.
        max_quote: the most words of a report that stand together.
        positions_only: leave the reports' text out.

    Raises:
        InputError: the file of names cannot be read.
    """
    try:
        lines = redact.read_text(encoding="utf-8-sig").splitlines() if redact else []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(*told("input.names", path=redact, reason=reason(error))) from error
    names = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    return DossierOptions(redact=names, max_quote=max_quote, positions_only=positions_only)


def share(case: Path, output: Path, options: DossierOptions) -> None:
    """Write a case's dossier to a file; the case stays as it is, and the file appears whole.

    Raises:
        CaseError: the folder is no case.
        InputError: the file cannot be written.
    """
    held = contents(case)
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as page:
            page.writelines(dossier.render(held, with_journal(options, held, live(decisions(case)))))
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(*told("output.unwritable", path=output, reason=reason(error))) from error
