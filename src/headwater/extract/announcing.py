"""Lists that somebody gives: "The relief office gave these figures:", with what follows the colon, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from headwater.extract.cueing_passives import passive
from headwater.extract.cueing_places import announces
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.subjects import subject
from headwater.grammar.sentences import Sentence
from headwater.model import BlockKind

__all__ = ["announced", "list_end"]

_EMPTY = re.compile(r"\n[^\S\n]*\n")


def announced(p: Passage, text: str, sentences: Sequence[Sentence], number: int) -> Saying | None:
    """The saying of a sentence with a colon whose verb gives a list of counts, `None` where it has none such.

    Its content is what follows the colon in the sentence; where nothing does, the list below it.
    """
    if ":" not in sentences[number].words or not any(p.low[at] == ":" for at in p.places):
        return None
    colon = next((at for at in range(2, len(p.tokens)) if p.low[at] == ":" and not p.quoted[at]), -1)
    if colon < 0 or not any(announces(p.cues, p.low[at]) for at in range(colon)):
        return None
    for at in range(1, colon):
        agent = p.tag[at] == "n" and p.has("grammar.by", at + 1)  # "the figure given by the company: …" gives no list
        undergone = agent or passive(p, at)  # "nine deaths have been reported from two districts: …" is nobody's list
        if p.tag[at] in "vng" and p.has("announcing.verbs", at) and not undergone:
            source = subject(p, at)
            place = _content(p, colon, text, sentences, number)
            if source is None or place is None or p.has("pronouns.relative", source.first):
                continue
            if p.holds("we", source.first, source.last):
                return None  # "our reporter counted the dead: 27 bodies" is the report's own count
            return Saying(Phrase(source.first, source.last), at, at + 1, place, frozenset({"say"}))
    return None


def _content(p: Passage, colon: int, text: str, sentences: Sequence[Sentence], number: int) -> tuple[int, int] | None:
    rest = [token for token in p.tokens[colon + 1 :] if token.text[0].isalnum()]
    if rest:
        return (rest[0].start, p.tokens[-1].end) if "M" in p.tags[colon:] else None
    end = list_end(text, sentences, number)
    return (sentences[number + 1].start, end) if end > sentences[number].end else None


def list_end(text: str, sentences: Sequence[Sentence], number: int) -> int:
    """Where the list below a sentence ends: its items, or lines up to an empty one; the sentence's own end without one."""
    end = sentences[number].end
    listed = number + 1 < len(sentences) and sentences[number + 1].kind is BlockKind.ITEM
    for before, sentence in pairwise(sentences[number:]):
        item = sentence.kind is BlockKind.ITEM
        apart = _EMPTY.search(text, before.end, sentence.start) is not None
        opening = before is sentences[number]
        if not item and (apart != opening or (listed and not _EMPTY.search(text, sentences[number].end, end))):
            break
        end = sentence.end
    return end
