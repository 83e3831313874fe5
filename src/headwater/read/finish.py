"""Draft → report: what every format has in common once its text and blocks stand."""

from __future__ import annotations

from headwater.model import Report
from headwater.read.draft import Draft
from headwater.settings import Settings

__all__ = ["finish"]


def finish(document: str, digest: str, draft: Draft, settings: Settings) -> Report:
    """The report of a draft."""
    about = draft.metadata
    return Report(
        document=document,
        sha256=digest,
        title=about.title,
        publisher=about.publisher,
        author=about.author,
        published=about.published,
        modified=about.modified,
        language=about.language or settings.language,
        credits=draft.links,
        blocks=draft.blocks,
        text=draft.text,
    )
