"""Sources that a colon parts from what they say: "Fire brigade: nine hurt", "Nine hurt in the port – fire brigade"."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.adjuncts import opens
from headwater.extract.contents import after
from headwater.extract.cueing_places import LABEL
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.quotations import Quotations

__all__ = ["by_label"]

_SAY = frozenset({"say"})


def by_label(p: Passage, index: int, quotes: Quotations) -> Iterator[Saying]:
    """A source before a colon that opens a line, or after one that ends it."""
    if 0 < index <= LABEL and p.low[index] == ":":
        answer = index == 1 and p.has("dialogue.answers", 0) and p.tokens[0].text.isupper()
        source = Phrase(0, 1) if answer else phrase_before(p, index - 1)
        if source is not None and source.first > 1 and p.low[source.first - 1] == "," and _role(p, source):
            source = Phrase(0, index)  # "Ada Keller, mayor of Lom:"
        if p.has("colon.asking", index + 1):
            return  # "The ferry: what we know"
        if p.has("colon.before", index - 1) or (source is not None and _is_counted(p, source, index)):
            return  # "Source: Velmar Wire" is a credit, and nobody's words
        clock = 0
        while p.tag[clock] in "M." and clock < index - 1:
            clock += 1  # "18:30 Fire brigade: 40 calls"
        if source is not None and source.first < clock < source.last:
            source = Phrase(clock, source.last)
        if source is not None and clock >= source.first and _named(p, source, index):
            yield Saying(source, index, index + 1, after(p, index + 1, len(p.tokens), quotes), _SAY)
            return
    if len(p.tokens) - LABEL <= index < len(p.tokens) - 1 and (index > 3 or (index > 1 and p.tag[0] == "M")):
        source = phrase_after(p, index + 1)
        if (
            source is not None
            and source.last >= len(p.tokens) - 1
            and (_role(p, source) or p.has("bodies", source.last - 1))
            and (
                p.tag[source.first] != "D" or p.has("grammar.definite", source.first)
            )  # no "one house: a wedding party"
        ):
            yield Saying(source, index, index + 1, (p.tokens[0].start, p.tokens[index - 1].end), _SAY)


def _is_counted(p: Passage, source: Phrase, colon: int) -> bool:
    """Whether a label tells whom the bare number behind it counts: "Survivors: 170", no "Police: 170"."""
    plural = p.low[source.last - 1].endswith(p.cues.endings("plural.endings"))
    end = colon + 2 + (p.tag[colon + 2] in "Jnv")  # "Firefighters: 4 injured (…)"
    bare = p.tag[colon + 1] == "M" and p.tag[end] in ".^"
    return bare and plural and not p.has("bodies", source.last - 1)


def _named(p: Passage, source: Phrase, index: int) -> bool:
    if _role(p, source) or p.has("reporters", source.last - 1) or p.has("dialogue.answers", source.first):
        return True
    if p.has("colon.bodies", source.last - 1) and "A" not in p.tags[source.first : source.last]:
        return True  # "Fire brigade: 215 people were rescued"
    if all(p.tokens[at].text.isupper() for at in range(source.first, source.last)):
        return source.first == 0  # "KELLER:", a label of a transcript or a dateline: the whole text tells
    words = range(source.first, source.last)
    names = all(p.tokens[at].text[:1].isupper() or p.low[at] == "." for at in words)
    names = names and not any(p.names("mute", at) for at in words)
    plural = p.tag[source.last - 1] == "N" and p.low[source.last - 1].endswith(p.cues.endings("plural.endings"))
    said = not plural and not source.first and "v" in p.tags[index:]  # no "Deaths: 3", no "• Upper Lom: 40 killed"
    return names and (opens(p, index + 1) or (said and source.last - source.first <= 3))


def _role(p: Passage, source: Phrase) -> bool:
    """Whether a phrase is called by a role, or opens with a title or has one before its last word: no "pursuit of justice"."""
    titled = p.has("titles", source.first) or p.holds("titles", source.first, source.last - 1)
    return p.has("roles", source.last - 1) or titled
