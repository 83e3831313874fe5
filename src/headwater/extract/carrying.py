"""What stands between two sayings of one speaker: a sentence that nobody else says is theirs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from headwater.grammar.sentences import Sentence
from headwater.model import Attribution, Quote

__all__ = ["carried"]

#: No more sentences than this stand between two sayings of one speaker and are that one's.
BETWEEN = 2
#: What is left of a sentence behind source, cue and content is but its stop and marks.
REST = 3


def carried(said: Sequence[Attribution], sentences: Sequence[Sentence], text: str) -> list[Attribution]:
    """The attributions, contents lengthened by the sentences up to the same speaker's next saying.

    "Keller said nine boats sank. Two are afloat. They were empty, she added." The sentences between stand in the paragraph of the
    first saying, have no saying of their own, and no more than one paragraph ends before the next.
    """
    starts = [sentence.start for sentence in sentences]
    spoken: dict[int, list[Attribution]] = {}
    for one in said:
        spoken.setdefault(bisect_right(starts, one.cue.start) - 1, []).append(one)
    longer: dict[int, Attribution] = {}
    for number, following in pairwise(sorted(spoken)):
        if not 1 < following - number <= BETWEEN + 1 or sentences[following].block - sentences[number].block > 1:
            continue
        last, opening = _last(spoken[number], sentences[number].end), spoken[following][0]
        between = sentences[number + 1 : following]
        if last is None or last.content is None or not _alike(last, opening):
            continue
        if all(sentence.block == sentences[number].block for sentence in between):
            longer[id(last)] = replace(last, content=Quote.at(text, last.content.start, between[-1].end))
    return [longer.get(id(one), one) for one in said]


def _last(said: Sequence[Attribution], end: int) -> Attribution | None:
    """The saying that a sentence ends with, of several the outermost; `None` where something stands behind it."""
    ending = [one for one in said if one.content and end - max(one.content.end, one.cue.end, one.source.end) <= REST]
    return min(ending, key=lambda one: len(one.speaker), default=None)


def _alike(one: Attribution, other: Attribution) -> bool:
    return bool(one.speaker) and one.speaker[:1] == other.speaker[:1] and other.content is not None
