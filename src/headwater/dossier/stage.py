"""Contents of a case → the page, in chunks."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.dossier.frame import frame
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.shell import Shell
from headwater.dossier.views.collation import collation_view
from headwater.dossier.views.library import library
from headwater.dossier.views.reports import report_views
from headwater.dossier.views.summary import summary
from headwater.dossier.wording import load_wording
from headwater.model import Contents

__all__ = ["render"]

COLUMNS = 6
"""Reports that the table by report has room for; a larger case is collated by reading."""


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
    lookup = Lookup(contents, wording, options.addresses)
    shell = Shell(wording)
    page = frame(lookup, shell)
    yield shell.render("head.html", frame=page)
    yield shell.render("summary.html", view=summary(lookup, options))
    yield shell.render("collation.html", view=collation_view(lookup, COLUMNS))
    yield shell.render("reports.html", view=library(lookup))
    for report in report_views(lookup):
        yield shell.render("report.html", view=report)
    yield "</section>\n"
    yield shell.render("foot.html", frame=page)
