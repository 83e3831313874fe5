"""Tells events apart: which reports are on one event, and which figures belong to another told as background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.events.telling import Telling
from headwater.model import Event, Extraction, Report, identifier

__all__ = ["VERSION", "tell_apart"]

VERSION = "events 1"
"""Part of every cache key; raised whenever the same input gives something else."""


def tell_apart(reports: Sequence[Report], extractions: Mapping[str, Extraction]) -> Telling:
    """The events that reports tell of, whatever the order the reports come in."""
    documents = tuple(sorted(report.document for report in reports))
    if not documents:
        return Telling()
    event = Event(id=identifier("e", *documents), label="", documents=documents)
    told = {
        document: replace(
            extraction,
            figures=tuple(replace(figure, event=event.id) for figure in extraction.figures),
            datings=tuple(replace(dating, event=event.id) for dating in extraction.datings),
        )
        for document, extraction in extractions.items()
    }
    return Telling((event,), dict.fromkeys(documents, event.id), told)
