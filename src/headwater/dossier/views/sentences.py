"""Sentences of evidence, with the marks that stand in them."""

from __future__ import annotations

from bisect import bisect_right

from headwater.dossier.inline import Inline, Note, Said, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.marking import marks_between
from headwater.dossier.marks import Mark, Run, runs
from headwater.model import Block, BlockKind, Figure, Report, Span, Statement

__all__ = ["around", "before_and_after", "lead_in"]

_LONGEST, _LEAD = 320, 160
_SHOWN = ("fig", "other", "hedge", "speaker", "shared", "misfit")


def before_and_after(figure: Figure, lookup: Lookup) -> tuple[tuple[Run, ...], str, tuple[Run, ...]]:
    """What stands in a figure's sentence before it, its own words, and what stands after; very long ones are cut.

    Of a figure in a list, what opens the list ("The toll:") stands before it, and the bullet is left out.
    """
    text = lookup.report[figure.document].text
    start = max(min(figure.sentence.start, figure.start), figure.start - _LONGEST)
    opening = lead_in(lookup.report[figure.document], start)
    start += len(text[start : figure.start]) - len(text[start : figure.start].lstrip(" •"))
    end = min(max(figure.sentence.end, figure.end), figure.end + _LONGEST)
    marks = [mark for mark in marks_between(figure.document, start, end, lookup) if mark.kind in _SHOWN]
    others = [
        Mark(mark.start, mark.end, "other" if mark.kind == "fig" else mark.kind, mark.hint, sigla=mark.sigla)
        for mark in marks
        if not (mark.kind in ("fig", "other") and mark.start < figure.end and figure.start < mark.end)
    ]
    before = runs(text, start, figure.start, others, whole=False)
    if opening is not None:
        before = (*runs(text, opening.start, opening.end, (), whole=False), Run(" "), *before)
    return (
        before,
        text[figure.start : figure.end],
        runs(text, figure.end, end, others, whole=False),
    )


def lead_in(report: Report, place: int) -> Span | None:
    """The words that open the list whose item stands at a place, where they end in a colon; at most its last 160 letters.

    Of an item nested in another, the other item opens it.
    """
    last = bisect_right(report.blocks, place, key=lambda block: block.start)
    own = report.blocks[last - 1] if last else None
    if own is None or own.kind is not BlockKind.ITEM:
        return None
    for block in reversed(report.blocks[: last - 1]):
        if block.kind is not BlockKind.ITEM or _indent(block, report) < _indent(own, report):
            return _ends_in_colon(block, report)
    return None


def _indent(block: Block, report: Report) -> int:
    words = report.text[block.start : block.end]
    return len(words) - len(words.lstrip())


def _ends_in_colon(block: Block, report: Report) -> Span | None:
    words = report.text[block.start : block.end].rstrip()
    if block.kind is BlockKind.CHROME or not words.endswith(":"):
        return None
    end, start = block.start + len(words), block.start + len(words) - len(words.lstrip(" •"))
    cut = report.text.find(" ", end - _LEAD, end)
    return Span(start if end - start <= _LEAD or cut < 0 else cut + 1, end)


def around(statement: Statement, lookup: Lookup) -> Inline:
    """A statement's words, with who is said to have said them."""
    said = Said(statement.quote)
    if statement.speaker:
        return (said, Text(" "), Note(" → ".join(statement.speaker)))
    return (said,)
