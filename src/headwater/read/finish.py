"""Draft → report: what every format has in common once its text and blocks stand."""

from __future__ import annotations

from headwater.model import BlockKind, Report
from headwater.read.credits import credits_in
from headwater.read.draft import Draft
from headwater.read.plain import page_language
from headwater.read.tongue import language_of
from headwater.read.year_told import published_by_text
from headwater.settings import Settings

__all__ = ["finish"]


def finish(document: str, digest: str, draft: Draft, settings: Settings) -> Report:
    """The report of a draft: its language told from its words, and the credits that they give."""
    about = draft.metadata
    told = None if about.published else published_by_text(draft.text, draft.blocks, page_language(settings.language))
    found = [*credits_in(draft.text, draft.blocks, page_language(settings.language)), *draft.links]
    account = " ".join(
        draft.text[block.start : block.end] for block in draft.blocks if block.kind is not BlockKind.CHROME
    )
    return Report(
        document=document,
        sha256=digest,
        title=about.title,
        publisher=about.publisher,
        author=about.author,
        published=told[0] if told else about.published,
        modified=about.modified,
        published_by=told[1] if told else about.published_by,
        modified_by=about.modified_by,
        language=language_of(account or draft.text, about.language, settings.language),
        credits=tuple(sorted(found, key=lambda credit: (credit.start, credit.end, credit.relation.value))),
        blocks=draft.blocks,
        text=draft.text,
    )
