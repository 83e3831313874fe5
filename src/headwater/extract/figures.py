"""Figures, as records, of what was read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from headwater.extract.chunks import Chunk
from headwater.extract.implied import implied_at
from headwater.extract.lexicons import Lexicons
from headwater.extract.reading import Row
from headwater.extract.settling import NOTHING_GIVEN, Settled
from headwater.grammar.numbers import Number
from headwater.model import Figure, Hedge, Outcome, Report, Span
from headwater.model.changing import changed

__all__ = ["figures_of"]

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_ONE = Decimal(1)
_NONE = Decimal(0)


def figures_of(report: Report, rows: Sequence[Row], lexicons: Lexicons) -> list[Figure]:
    """The report's figures in text order: attached ones, then of the rest the numbers alone."""
    ids: dict[int, str] = {}  # by noun group: what a part goes back to may have been settled anew since
    found: list[Figure] = []
    pending: list[tuple[Figure, Settled]] = []
    for row in rows:
        for held in row.settled.values():
            for figure in _attached(report, row, held, lexicons):
                ids.setdefault(id(held.chunk), figure.id)
                pending.append((figure, held))
    for figure, held in pending:
        found.append(_linked(figure, held, ids))
    taken = {(figure.start, figure.end) for figure in found}
    denied = [(figure.start, figure.end) for figure in found if figure.negated]
    for row in rows:
        found += [
            _figure(report, row, number.start, number.end, number, None, None, "unattached")
            for number in row.numbers
            if (number.start, number.end) not in taken and not (denied and _is_within(number.start, denied))
        ]
    return sorted(found, key=lambda figure: (figure.start, figure.end, figure.outcome or "", figure.group or ""))


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _linked(figure: Figure, held: Settled, ids: dict[int, str]) -> Figure:
    whole = None
    if held.whole is not None:
        number = held.whole.chunk.number
        plain = Figure.identify(figure.document, number.start, number.end, None, None) if number else None
        whole = ids.get(id(held.whole.chunk), plain)
        whole = None if whole == figure.id else whole  # a number that repeats its own whole: "12 killed, 12 of 12"
    same = ids.get(id(held.equivalent.chunk)) if held.equivalent is not None else None
    return changed(figure, part_of=whole, equivalent_to=same) if whole or same else figure


def _attached(report: Report, row: Row, held: Settled, lexicons: Lexicons) -> Iterator[Figure]:
    chunk = held.chunk
    if held.place and row.sentence.tokens[held.place[1] - 1].lower in lexicons.words("here"):
        held.place = None
    outcomes: list[Outcome | None] = [_OUTCOMES[outcome] for outcome in held.outcomes]
    for outcome in outcomes or [None]:
        if chunk.negated:
            yield _figure(report, row, *_denied(row, chunk, lexicons), None, outcome, held, held.rule, best=_NONE)
        elif chunk.number is not None:
            number = chunk.number
            yield _figure(report, row, number.start, number.end, number, outcome, held, held.rule)
        else:
            place = implied_at(row.clause, held, row.headline, lexicons)
            if place is not None:
                yield _figure(report, row, *place, None, outcome, held, held.rule, best=_ONE)


def _denied(row: Row, chunk: Chunk, lexicons: Lexicons) -> tuple[int, int]:
    """Where the words of a count of none stand: the first one ("no", "nobody"), or "not one"."""
    tokens = row.sentence.tokens
    last = chunk.first + 1 if tokens[chunk.first].lower in lexicons.words("not") else chunk.first
    return tokens[chunk.first].start, tokens[last].end


def _figure(
    report: Report,
    row: Row,
    start: int,
    end: int,
    number: Number | None,
    outcome: Outcome | None,
    held: Settled | None,
    rule: str,
    best: Decimal | None = None,
) -> Figure:
    group = held.group if held else None
    given = held.given if held else NOTHING_GIVEN
    return Figure(
        id=Figure.identify(report.document, start, end, outcome, group),
        document=report.document,
        start=start,
        end=end,
        quote=report.text[start:end],
        sentence=Span(row.sentence.start, row.sentence.end),
        best=number.best if number else best,
        low=number.low if number else best,
        high=number.high if number else best,
        hedge=number.hedge if number else Hedge.PLAIN,
        outcome=outcome,
        group=group,
        noun=_noun(report, row, held.chunk) if held else None,
        unit=number.unit if number else "count",
        background=row.tells_other(_first(row, start)),
        place=_place(report, row, held.place) if held and held.place else given.place or None,
        period=given.period or None,
        as_of=given.as_of or None,
        spread=held.spread if held else False,
        negated=best is _NONE,
        implied=best is _ONE,
        rule=rule,
    )


def _first(row: Row, start: int) -> int:
    """The token at a place of the text."""
    return bisect_left(row.sentence.tokens, start, key=lambda token: token.start)


def _noun(report: Report, row: Row, chunk: Chunk) -> str | None:
    if chunk.at < 0:
        return None
    token = row.sentence.tokens[chunk.at]
    return report.text[token.start : token.end]


def _place(report: Report, row: Row, span: tuple[int, int]) -> str:
    tokens = row.sentence.tokens[span[0] : span[1]]
    return report.text[tokens[0].start : tokens[-1].end]
