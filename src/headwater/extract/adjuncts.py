"""What stands between a cue and the words said: whom they are told to, when and where."""

from __future__ import annotations

from headwater.extract.passages import Passage
from headwater.extract.phrases import forward

__all__ = ["adjunct", "opens", "past_adjuncts", "past_listener"]


def opens(p: Passage, index: int) -> bool:
    """Whether a quotation opens at an index."""
    if index >= len(p.tokens) or not p.quoted[index]:
        return False
    return index == 0 or not p.quoted[index - 1] or p.low[index] in ("\u201c", "``")


def past_adjuncts(p: Passage, index: int) -> int:
    """The index after the times, places and occasions that begin at an index."""
    for _ in range(6):
        step = adjunct(p, index)
        if step == index:
            break
        index = step
    return index


def past_listener(p: Passage, index: int) -> int:
    """The index after whoever is told, where one is named behind a verb that ends at an index."""
    if opens(p, index) or (p.low[index] in (",", ":") or p.has("grammar.that", index)):
        return index
    end = forward(p, index)
    if p.has("listeners", index) and p.tag[index + 1] == "M":
        return index + 1  # "told parliament nine had died"
    if end == index + 1 and p.tag[end] == "N" and p.has("possessed.pointing", index):
        end = forward(p, end)  # "told this newspaper"
    if end > index:
        return end
    return next(
        (
            at
            for at in range(index, min(index + 4, len(p.tokens)))
            if (p.low[at] in (",", ":") or p.has("grammar.that", at)) or opens(p, at)
        ),
        index,
    )


def adjunct(p: Passage, index: int) -> int:
    """The index after an adverb, a time or a phrase of place and occasion; the same index where none stands there."""
    low, listed = p.low[index], p.sections[index]
    if "times" in listed or "adjuncts.adverbs" in listed:
        return index + 1
    if "adjuncts.parts" in listed and (p.has("times", index + 1) or p.has("adjuncts.prepositions", index + 1)):
        return index + 1  # "late on Thursday"
    if p.tag[index] == "R" and low.endswith(p.cues.endings("adjuncts.endings")) and "adjuncts.kept" not in listed:
        return index + 1
    if "adjuncts.prepositions" not in listed or p.tag[index] not in "ADJ" or p.has("adjuncts.bounds", index + 1):
        return index
    if "grammar.nearing" in listed:
        return index + 2 if p.has("times", index + 1) else index
    end = _occasion(p, index + 1)
    while p.tag[end] == "A" and end < len(p.tokens) and not p.has("adjuncts.bounds", end + 1):
        further = _occasion(p, end + 1)
        if further == end + 1:
            break
        end = further
    return end if end > index + 1 else index


def _occasion(p: Passage, index: int) -> int:
    """The end of a phrase of time or place; a number in it that is no date begins what is said."""
    if p.tag[index] == "M":
        dated = p.has("times", index + 1) or p.has("clock", index + 1) or _year(p, index)
        return index + 1 + (not _year(p, index)) if dated else index
    end = forward(p, index)
    return next((at for at in range(index, end) if p.tag[at] == "M" and not _year(p, at)), end)


def _year(p: Passage, index: int) -> bool:
    text = p.low[index]
    return len(text) == 4 and text.isdecimal() and text[:2] in ("17", "18", "19", "20")
