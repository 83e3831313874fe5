"""Sentences of evidence, with the marks that stand in them."""

from __future__ import annotations

from headwater.dossier.inline import Inline, Note, Said, Text
from headwater.dossier.lookup import Lookup
from headwater.dossier.marking import marks_between
from headwater.dossier.marks import Mark, Run, runs
from headwater.model import Figure, Statement

__all__ = ["around", "before_and_after"]

_LONGEST = 320
_SHOWN = ("fig", "other", "hedge", "speaker", "shared", "misfit")


def before_and_after(figure: Figure, lookup: Lookup) -> tuple[tuple[Run, ...], str, tuple[Run, ...]]:
    """What stands in a figure's sentence before it, its own words, and what stands after; very long ones are cut."""
    text = lookup.report[figure.document].text
    start = max(min(figure.sentence.start, figure.start), figure.start - _LONGEST)
    end = min(max(figure.sentence.end, figure.end), figure.end + _LONGEST)
    marks = [mark for mark in marks_between(figure.document, start, end, lookup) if mark.kind in _SHOWN]
    others = [
        Mark(mark.start, mark.end, "other" if mark.kind == "fig" else mark.kind, mark.hint, sigla=mark.sigla)
        for mark in marks
        if not (mark.kind in ("fig", "other") and mark.start < figure.end and figure.start < mark.end)
    ]
    return (
        runs(text, start, figure.start, others, whole=False),
        text[figure.start : figure.end],
        runs(text, figure.end, end, others, whole=False),
    )


def around(statement: Statement, lookup: Lookup) -> Inline:
    """A statement's words, with who is said to have said them."""
    said = Said(statement.quote)
    if statement.speaker:
        return (said, Text(" "), Note(" → ".join(statement.speaker)))
    return (said,)
