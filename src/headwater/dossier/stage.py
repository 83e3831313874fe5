"""Contents of a case → the page, in chunks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from headwater.dossier.frame import frame
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.order import COLUMNS
from headwater.dossier.shell import Shell
from headwater.dossier.views.collation import collation_view
from headwater.dossier.views.findings import findings_view
from headwater.dossier.views.library import library
from headwater.dossier.views.made import made
from headwater.dossier.views.origins import origins_view
from headwater.dossier.views.pair import any_pair, first_pair
from headwater.dossier.views.reports import report_views
from headwater.dossier.views.speakers import speakers_view
from headwater.dossier.views.summary import summary
from headwater.dossier.views.timeline import timeline
from headwater.dossier.withhold import hidden, shown, withheld
from headwater.dossier.wording import load_wording
from headwater.model import Contents

__all__ = ["render"]


def render(contents: Contents, options: DossierOptions | None = None) -> Iterator[str]:
    """The dossier as chunks of one self-contained HTML page; the same contents and options give the same bytes.

    Whatever a report says is escaped; styles and scripts are named by hash in the page's content security policy, so
    that nothing else can run. Views for which the case has nothing are left out.

    Args:
        contents: all records of the case.
        options: what to leave out, and how the page's parts are addressed.
    """
    options = options or DossierOptions()
    wording = load_wording(options.language)
    lookup = Lookup(withheld(contents, options), wording, options.addresses)
    for chunk in _chunks(lookup, options, Shell(wording, asleep=lookup.large)):
        yield _writable(shown(chunk, wording))


def _writable(chunk: str) -> str:
    """The chunk without what UTF-8 or HTML cannot hold: a lone surrogate, a zero byte."""
    chunk = chunk.replace("\x00", "\ufffd")
    try:
        chunk.encode("utf-8")
    except UnicodeEncodeError:
        return chunk.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return chunk


def _chunks(lookup: Lookup, options: DossierOptions, shell: Shell) -> Iterator[str]:
    views = _views(lookup, options)
    page = frame(lookup, shell, [*(name for name, view in views if view), "reports"])
    yield shell.render("head.html", frame=page)
    for name, view in views:
        if name == "reports":
            yield shell.render("reports.html", view=view, pair=first_pair(lookup), readings=any_pair(lookup))
            for report in report_views(lookup):
                yield shell.render("report.html", view=report)
            yield "</section>\n"
        elif view:
            yield shell.render(f"{name}.html", view=view)
    yield shell.render("foot.html", frame=page)


def _views(lookup: Lookup, options: DossierOptions) -> list[tuple[str, Any]]:
    """Each view with its name, in the order of the page; one for which there is nothing is empty."""
    return [
        ("summary", summary(lookup, options)),
        ("collation", collation_view(lookup, COLUMNS)),
        ("origins", origins_view(lookup)),
        ("timeline", timeline(lookup)),
        ("reports", library(lookup)),
        ("findings", findings_view(lookup, hidden(dict(options.settled), options))),
        ("speakers", speakers_view(lookup)),
        ("made", made(lookup, options)),
    ]
