"""The sentences around a figure with their marks, as the desk shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from headwater.case.decisions import Standing
from headwater.dossier.hedging import hedge_span
from headwater.grammar.sentences import sentences
from headwater.grammar.tokens import tokenize
from headwater.language import available, load
from headwater.language.outcome_words import outcomes_of
from headwater.model import Figure, Report, Span, Voice

__all__ = ["Piece", "Row", "rows"]

AROUND = 10
"""Sentences shown before and behind the one under review, unless the whole report is asked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a report's words: plain, `now` (the figure under review), `figure` (another one, `key`), `hedge`, `noun`, `outcome` or `speaker`."""

    text: str
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a report with its marks; `number` counts from one."""

    number: int
    start: int
    pieces: tuple[Piece, ...]
    here: bool


def rows(report: Report, standings: Sequence[Standing], chosen: Standing | None, whole: bool) -> tuple[Row, ...]:
    """The sentences of a report, or those around the figure under review."""
    spans = list(_spans(report))
    here = -1
    if chosen:
        here = next((number for number, span in enumerate(spans) if span.holds(chosen.figure.span)), -1)
        if here < 0:
            spans = sorted([*spans, chosen.figure.sentence])
            here = spans.index(chosen.figure.sentence)
    first, last = (0, len(spans)) if whole or here < 0 else (max(0, here - AROUND), here + AROUND + 1)
    return tuple(
        Row(number + 1, span.start, _pieces(report, span, standings, chosen), number == here)
        for number, span in enumerate(spans[first:last], first)
    )


@lru_cache(maxsize=64)
def _spans(report: Report) -> tuple[Span, ...]:
    code = report.language or "en"
    if code in available():
        return tuple(Span(one.start, one.end) for one in sentences(report.text, report.blocks, load(code)))
    return tuple(block.span for block in report.body())


def _pieces(report: Report, span: Span, standings: Sequence[Standing], chosen: Standing | None) -> tuple[Piece, ...]:
    text = report.text
    pieces, place = [], span.start
    for start, end, kind, key in _marks(text, span, standings, chosen):
        if start >= place:
            pieces += [Piece(text[place:start])] * (start > place)
            pieces.append(Piece(text[start:end], kind, key))
            place = end
    pieces += [Piece(text[place : span.end])] * (span.end > place)
    return tuple(pieces)


def _marks(
    text: str, span: Span, standings: Sequence[Standing], chosen: Standing | None
) -> list[tuple[int, int, str, str]]:
    """Where marks stand in a sentence, the figure under review before what would overlap it."""
    found = []
    if chosen and span.holds(chosen.figure.span):
        found.append((chosen.figure.start, chosen.figure.end, "now", chosen.key))
        if chosen.figure.voice is Voice.ATTRIBUTED:
            found += _speakers(text, span, chosen.figure)
        found += _noun(text, span, chosen.figure)
        hedge = hedge_span(chosen.figure, text, load())
        found += [(hedge.start, hedge.end, "hedge", "")] if hedge and span.holds(hedge) else []
        found += _outcome(text, span, chosen.figure)
    for standing in standings:
        figure = standing.figure
        if span.holds(figure.span) and not any(figure.start < end and start < figure.end for start, end, _, _ in found):
            found.append((figure.start, figure.end, "figure", standing.key))
    return sorted(found)


def _noun(text: str, span: Span, figure: Figure) -> Iterator[tuple[int, int, str, str]]:
    """The report's word for whom or what, nearest behind the number."""
    start = text.find(figure.noun, figure.end, span.end) if figure.noun else -1
    if start >= 0 and figure.noun:
        yield start, start + len(figure.noun), "noun", ""


def _outcome(text: str, span: Span, figure: Figure) -> list[tuple[int, int, str, str]]:
    """The word that tells the outcome; where several words of the sentence could, none of them is picked out."""
    told = [
        token
        for token in tokenize(text, span.start, span.end)
        if figure.outcome in outcomes_of(token.lower, load())
        and not (token.start < figure.end and figure.start < token.end)
    ]
    return [(token.start, token.end, "outcome", "") for token in told] if len(told) == 1 else []


def _speakers(text: str, span: Span, figure: Figure) -> Iterator[tuple[int, int, str, str]]:
    for name in figure.speaker:
        start = text.find(name, span.start, span.end)
        if start >= 0 and not (start < figure.end and figure.start < start + len(name)):
            yield start, start + len(name), "speaker", ""
