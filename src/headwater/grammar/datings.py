"""Datings of a text: the time expressions that tie something to a time, with the words they date."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.dates import TimeExpression, temporal
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.model import Dating, identifier

__all__ = ["datings"]


def datings(
    document: str,
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: str | None,
    expressions: Sequence[TimeExpression] | None = None,
) -> tuple[Dating, ...]:
    """The datings of a text in order; `expressions` are those of `temporal`, where they are at hand already."""
    told = temporal(sentences, language, published) if expressions is None else expressions
    return tuple(_dating(document, text, expression) for expression in told if expression.kind in ("date", "time"))


def _dating(document: str, text: str, expression: TimeExpression) -> Dating:
    start, end = expression.start, expression.end
    return Dating(
        id=identifier("d", document, start, end),
        document=document,
        start=start,
        end=end,
        quote=text[start:end],
        edtf=expression.edtf,
        anchor=expression.anchor,
    )
