"""An attribution: the words that say who said what."""

from __future__ import annotations

from headwater.model.record import record
from headwater.model.span import Quote

__all__ = ["Attribution"]


@record()
class Attribution:
    """Source, cue and content of a saying; `speaker` is the chain of names, innermost first, pronouns resolved."""

    document: str
    source: Quote
    cue: Quote
    content: Quote | None
    speaker: tuple[str, ...]
