"""Whoever made a document or a count that is a source: "figures released by the ministry", "a tally kept by the Kestrel"."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase
from headwater.extract.phrases import phrase_after
from headwater.extract.sources import mute, voiced

__all__ = ["made_by"]

_WRITTEN = frozenset({"tallies", "studies", "documents", "basis.sources", "nouns", "occasions", "made.things"})


def made_by(p: Passage, source: Phrase) -> Phrase:
    """The source, standing for its maker where its words name one behind 'by' or behind a participle and 'by'."""
    for at in range(source.first, source.last - 1):
        if p.tag[at] not in "NP":
            continue
        by = at + 1
        while p.tag[by] in "RA" and not p.has("grammar.by", by) and by < at + 2:
            by += 1
        made = p.has("made", by)
        if (not made and not p.has_any(_WRITTEN, at)) or p.names("speaking", at):
            continue
        by += made
        maker = phrase_after(p, by + 1) if p.has("grammar.by", by) and by < source.last else None
        if maker is not None and voiced(p, maker) and not mute(p, maker):
            last = min(maker.last, source.last) if source.last > by + 1 else maker.last
            return Phrase(source.first, source.last, (maker.first, last))
    return source
