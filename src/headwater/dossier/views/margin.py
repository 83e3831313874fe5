"""Notes in a report's margin, beside the paragraph that they note."""

from __future__ import annotations

from headwater.dossier.inline import Inline, Lemma, Note, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.views.readings import apparatus
from headwater.model import Level, Report

__all__ = ["margin"]

_MOST, _READINGS = 6, 4


def margin(report: Report, start: int, end: int, lookup: Lookup) -> tuple[Inline, ...]:
    """What does not fit here, then the apparatus of figures here that other readings stand against."""
    notes = [
        (Lemma(lookup.wording.say("level.does_not_fit") + "."), Text(" "), Note(finding.text))
        for finding in lookup.findings_of.get(report.document, ())
        if finding.level is Level.DOES_NOT_FIT
        and any(span.document == report.document and start <= span.start < end for span in finding.spans[:1])
    ]
    seen: dict[str, Inline] = {}
    for figure in lookup.figures_between(report.document, start, end):
        measure = lookup.measure_of.get(figure.id)
        if measure is not None and len(measure.readings) > 1:
            seen.setdefault(measure.id, apparatus(measure, lookup, _READINGS))
    return (*notes, *list(seen.values())[:_MOST])
