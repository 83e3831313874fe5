"""All marks of a report's text: figures, hedges' bounds, speakers, dated words, what does not fit, shared passages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from headwater.dossier.addresses import anchor
from headwater.dossier.hedging import hedge_span
from headwater.dossier.inline import plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.marks import Mark
from headwater.language import load
from headwater.model import Dating, EvidenceKind, Figure, Level, Link

__all__ = ["dated_anchor", "marks_between", "report_marks"]

_SHARED = (EvidenceKind.VERBATIM, EvidenceKind.REWORDED, EvidenceKind.QUOTATION)
_FEWEST = 5
_LONG = 400


def report_marks(document: str, lookup: Lookup) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """A report's marks in text order: those of few words, and the long ones; worked out once."""
    if document not in lookup.marked:
        marks = sorted(_marks(document, lookup), key=lambda mark: (mark.start, mark.end, mark.kind, mark.anchor))
        lookup.marked[document] = (
            tuple(mark for mark in marks if mark.end - mark.start <= _LONG),
            tuple(mark for mark in marks if mark.end - mark.start > _LONG),
        )
    return lookup.marked[document]


def marks_between(document: str, start: int, end: int, lookup: Lookup) -> list[Mark]:
    """The marks that may touch `[start, end)`."""
    short, long = report_marks(document, lookup)
    # Short marks are in order of their starts, so that only a window of them is looked at: reports can be large.
    first, last = _window(short, start - _LONG, end)
    return [*long, *short[first:last]]


def _window(marks: tuple[Mark, ...], low: int, high: int) -> tuple[int, int]:
    return bisect_left(marks, low, key=lambda mark: mark.start), bisect_left(marks, high, key=lambda mark: mark.start)


def _marks(document: str, lookup: Lookup) -> Iterator[Mark]:
    yield from (_figure(figure, lookup) for figure in lookup.figures_of.get(document, ()))
    yield from _hedges(document, lookup)
    yield from _speakers(document, lookup)
    yield from _dates(document, lookup)
    yield from _statements(document, lookup)
    yield from _misfits(document, lookup)
    yield from _shared(document, lookup)


def _figure(figure: Figure, lookup: Lookup) -> Mark:
    measure = lookup.measure_of.get(figure.id)
    return Mark(
        figure.start,
        figure.end,
        "fig" if measure else "other",
        lookup.wording.say("hint.figure" if measure else "hint.quantity"),
        lookup.addresses.to("cell", measure.id, figure.document) if measure else "",
        anchor("figure", figure.id),
    )


def _hedges(document: str, lookup: Lookup) -> Iterator[Mark]:
    hint, text = lookup.wording.say("hint.hedge"), lookup.report[document].text
    for figure in lookup.figures_of.get(document, ()):
        span = hedge_span(figure, text, load())
        if span is not None:
            yield Mark(span.start, span.end, "hedge", hint)


def _speakers(document: str, lookup: Lookup) -> Iterator[Mark]:
    hint = lookup.wording.say("hint.speaker")
    for attribution in lookup.attributions_of.get(document, ()):
        yield Mark(attribution.source.start, attribution.source.end, "speaker", hint)
    for credit in lookup.report[document].credits:
        yield Mark(credit.start, credit.end, "speaker", lookup.wording.say("hint.credit"))


def _dates(document: str, lookup: Lookup) -> Iterator[Mark]:
    hint = lookup.wording.say("hint.date")
    for dating in lookup.datings_of.get(document, ()):
        yield Mark(dating.start, dating.end, "dated", hint, anchor=dated_anchor(dating))


def dated_anchor(dating: Dating) -> str:
    """The address of dated words within their report's text."""
    return anchor("dated", dating.document, str(dating.start))


def _statements(document: str, lookup: Lookup) -> Iterator[Mark]:
    for statement in lookup.statements_of.get(document, ()):
        hint = lookup.wording.say(f"statement.{statement.kind.value}")
        place = anchor("statement", document, str(statement.start))
        yield Mark(statement.start, statement.end, "stated", hint, anchor=place)


def _misfits(document: str, lookup: Lookup) -> Iterator[Mark]:
    hint = lookup.wording.say("level.does_not_fit")
    for finding in lookup.findings_of.get(document, ()):
        if finding.level is Level.DOES_NOT_FIT:
            for span in finding.spans:
                if span.document == document:
                    yield Mark(span.start, span.end, "misfit", hint)


def _shared(document: str, lookup: Lookup) -> Iterator[Mark]:
    """Passages shared with others; those that overlap become one, with all who share any of it."""
    passages = sorted(passage for link in lookup.links_of.get(document, ()) for passage in _passages(document, link))
    start, end, others = -1, -1, set[str]()
    for first, last, other in [*passages, (1 << 60, 1 << 60, "")]:
        if first < end:
            end = max(end, last)
            others.add(other)
            continue
        if others:
            sigla = lookup.sigla(others, 5)
            yield Mark(start, end, "shared", lookup.wording.say("hint.shared", sigla=plain((sigla,))), sigla=sigla)
        start, end, others = first, last, {other}


def _passages(document: str, link: Link) -> Iterator[tuple[int, int, str]]:
    for piece in link.evidence:
        if piece.kind in _SHARED and (piece.words is None or piece.words >= _FEWEST):
            if link.a == document:
                yield piece.a_start, piece.a_end, link.b
            else:
                yield piece.b_start, piece.b_end, link.a
