"""An event: what several figures and datings belong to."""

from __future__ import annotations

from headwater.model.record import record

__all__ = ["Event"]


@record()
class Event:
    """An event as the reports tell it: `label` is place and date, `words` what reports call it, `span` EDTF."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    span: str | None = None
    documents: tuple[str, ...] = ()
