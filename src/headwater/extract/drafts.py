"""Attributions on their way to a chain of speakers."""

from __future__ import annotations

import msgspec

from headwater.model import Quote

__all__ = ["Draft"]


class Draft(msgspec.Struct, gc=False):
    """An attribution's source, cue and content with the names that its own words give: the speaker, and to whom it was told.

    `cites`: what it says is its citer's content; `spokes`: its source speaks for a body; `generic`: its source is such a
    body without a name; `tells`: it says that something is so; `ends`: where its sentence ends; `aside`: it stands within a
    clause ("as Keller has shown"); `paper`: its source is a document or a count; `crew`: people without a name
    count or find, and say nothing themselves; `unmet`: a pronoun that goes back to nobody. Nobody changes one; it is not frozen for the reason that tokens are not.
    """

    source: Quote
    cue: Quote
    content: Quote | None
    named: tuple[str, ...]
    cites: bool = False
    spokes: bool = False
    generic: bool = False
    tells: bool = True
    ends: int = 0
    aside: bool = False
    paper: bool = False
    crew: bool = False
    unmet: bool = False

    def span(self) -> tuple[int, int]:
        """The place of the content; empty where there is none."""
        content = self.content
        return (0, 0) if content is None else (content.start, content.end)
