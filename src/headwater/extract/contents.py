"""What is said: the words that a cue's source is made to say, before the cue, after it, or on both sides."""

from __future__ import annotations

from headwater.extract.quotations import Quotation, Quotations
from headwater.extract.sources import Passage, forward, phrase_after

__all__ = ["after", "before", "complement"]

_ENDS = frozenset(",.;!?)\u2014\u2013-")
_MARKS = frozenset("\"\u201c\u201d`'\u2018\u2019\u00ab\u00bb")


def complement(p: Passage, index: int, takes: frozenset[str]) -> int | None:
    """Where the words said begin after a cue that ends at an index; `None` where nothing said follows it.

    Whom it is told to, when and where it is said are passed over: "told reporters on Tuesday that".
    """
    if "tell" in takes or "order" in takes:
        index = _past_listener(p, index)
    for _ in range(6):
        if index >= len(p.tokens):
            return None
        low = p.low(index)
        if low == ":" or opens(p, index):
            return index + (low == ":")
        if low == ",":
            return index + 1 if opens(p, index + 1) else None
        if low in _ENDS or low in _MARKS:
            return None
        step = _adjunct(p, index, takes)
        if step == index:
            return index
        index = step
    return None


def _past_listener(p: Passage, index: int) -> int:
    if opens(p, index) or p.low(index) in ("that", ",", ":"):
        return index
    end = forward(p, index)
    return end if end > index else index


def opens(p: Passage, index: int) -> bool:
    """Whether a quotation opens at an index."""
    if index >= len(p.tokens) or not p.quoted[index]:
        return False
    return index == 0 or not p.quoted[index - 1] or p.low(index) in ("\u201c", "``")


def _adjunct(p: Passage, index: int, takes: frozenset[str]) -> int:
    """The index after an adverb, a time or a phrase of place and occasion; the same index where none stands there."""
    if p.has("times", index) and p.tag(index) in "NPRJ.M":
        return index + 1
    if p.tag(index) == "R" and p.low(index) not in ("not", "how", "why", "when", "where", "as"):
        return index + 1
    if p.tag(index) == "A" and takes & {"say", "think", "tell", "utter", "find"} and not p.has("after", index):
        end = forward(p, index + 1)
        while p.tag(end) == "A" and end < len(p.tokens):
            end = max(forward(p, end + 1), end + 1)
        return end if end > index + 1 else index
    return index


def after(p: Passage, index: int, stop: int, quotes: Quotations) -> tuple[int, int] | None:
    """The place of the words said after a cue: from the token at an index to the end of the sentence or to a stop."""
    stop = min(stop, len(p.tokens))
    if index >= stop:
        return None
    start = p.tokens[index].start
    if opens(p, index):
        quotation = quotes.at(start)
        if quotation is not None and (quotation.end >= p.tokens[-1].end - 1 or _ends_speech(p, quotation)):
            return start, quotation.end
    while stop > index and p.low(stop - 1) in (".", ",", ";", "!", "?", "\u2014", "\u2013", "\n"):
        stop -= 1
    return (start, p.tokens[stop - 1].end) if stop > index else None


def _ends_speech(p: Passage, quotation: Quotation) -> bool:
    inside = [token for token in p.tokens if quotation.start <= token.start < quotation.end]
    return len(inside) > 2 and inside[-2].text in ",.!?"


def before(p: Passage, index: int, quotes: Quotations, text: str) -> tuple[int, int] | None:
    """The place of the words said before the token at an index: an adjoining quotation, or the clause up to a comma."""
    start = p.tokens[index].start
    quotation = quotes.before(start)
    opening = p.tokens[0].start
    if quotation is not None and not text[quotation.end : start].strip(" ,\n\t\u2014\u2013-"):
        return _whole(p, quotation, opening, text), quotation.end
    if index < 3 or p.low(index - 1) not in (",", "\u2014", "\u2013", "-") or p.quoted[index - 1]:
        return None
    first = next((at for at in range(index) if p.tag(at) not in "C" and p.low(at) != "\n"), index)
    return (p.tokens[first].start, p.tokens[index - 1].start) if index - 1 > first else None


def _whole(p: Passage, quotation: Quotation, opening: int, text: str) -> int:
    """A quotation that begins within its sentence is a part of what is said: `The man was "badly hurt," she said`."""
    if quotation.start <= opening:
        return quotation.start
    lead = text[opening : quotation.start].strip()
    return quotation.start if lead[-1:] in (".", "!", "?", ":", ",", "") else opening


def listener(p: Passage, index: int) -> tuple[int, int] | None:
    """The tokens of whoever is told, after a cue that ends at an index."""
    phrase = phrase_after(p, index)
    return None if phrase is None else (phrase.first, phrase.last)
