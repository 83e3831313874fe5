"""Figures that go on about another event told before them: "nobody died in that siege", "two of them", "eleven died there"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from headwater.grammar.sentences import Sentence
from headwater.language.background import Background
from headwater.language.happenings import Happenings
from headwater.model import Figure
from headwater.model.changing import changed

__all__ = ["going_back"]

REPORTED = "reported"
"""The rule of a figure that somebody gives for what was told before: "the army puts it at 30"."""
FAR = 8  # figures that are looked back over
#: What it is given for stands no further before its sentence than this many code points, about a sentence.
BESIDE = 160

_MARKS = frozenset('"\u201c\u201d')


def going_back(
    figures: Sequence[Figure],
    text: str,
    sentences: Sequence[Sentence],
    others: set[int],
    words: Background,
    known: Happenings,
) -> list[Figure]:
    """The figures, those told as background too that go on about it: "nobody died in that siege", "two of them", "since then"."""
    if not figures or not (others or any(figure.background for figure in figures)):
        return list(figures)
    following = {one.start: (before.start, one) for before, one in pairwise(sentences)}
    beside = {before.start for before, one in pairwise(sentences) if before.block == one.block}
    others |= {figure.sentence.start for figure in figures if figure.background}
    past = {figure.id: figure.sentence.start for figure in figures if figure.background}
    found: list[Figure] = []
    for figure in figures:
        before, sentence = following.get(figure.sentence.start, (-1, None))
        goes_on = sentence is not None and before in others and _goes_back(sentence, text, words, known)
        goes_on = goes_on or (
            sentence is not None and before in beside and before in others and _is_there(sentence, words)
        )
        near = figure.part_of in past and past[figure.part_of] in (figure.sentence.start, before)
        near = near or (figure.rule == REPORTED and _is_rival(figure, found, text))
        near = near or (before in beside and before in others and _is_all_of(figure, found, before, text, words))
        if not figure.background and (goes_on or near):
            figure = changed(figure, background=True)
            others.add(figure.sentence.start)
            past[figure.id] = figure.sentence.start
        found.append(figure)
    return found


def _is_rival(figure: Figure, found: Sequence[Figure], text: str) -> bool:
    """Whether a count that somebody gives is of the other event that the last figure of its paragraph is of: "last year 112 died. The army puts it at 30"."""
    last = next((one for one in reversed(found[-FAR:]) if one.outcome is not None), None)
    if last is None or not last.background or last.outcome != figure.outcome:
        return False
    between = text[last.sentence.end : figure.sentence.start]
    return len(between) <= BESIDE and "\n" not in between


def _is_all_of(figure: Figure, found: Sequence[Figure], before: int, text: str, words: Background) -> bool:
    """Whether a figure is all of those whom the sentence before tells of as another event's: "40 had been seized in May. All 40 were freed"."""
    told = text[figure.sentence.start : figure.start].lower().split()
    if not told or told[-1] not in words.all_of or figure.outcome is None:
        return False
    here = [one.background for one in found[-FAR:] if one.sentence.start == before and one.best == figure.best]
    return bool(here) and all(here)


def _goes_back(sentence: Sentence, text: str, words: Background, known: Happenings) -> bool:
    """Whether a sentence goes back to the event or the time of the one before it: "in that attack", "that winter", "since then"."""
    lower = sentence.lower
    back = any(
        first in words.back and (known.noun(word) is not None or word in words.back_times)
        for first, word in pairwise(lower)
    )
    return back or text[sentence.start : sentence.end].lower().startswith(words.since_then)


def _is_there(sentence: Sentence, words: Background) -> bool:
    """Whether a sentence outside quotations names the place or time of the one before it by a word alone: "eleven died there"."""
    lower = sentence.lower
    quoted = any(token.text in _MARKS for token in sentence.tokens)
    return not quoted and any(word in words.back_places for word in lower[1:])
