"""From a report to its figures: the engine of extraction, stage by stage."""

from __future__ import annotations

from headwater.grammar.numbers import Number, numbers
from headwater.grammar.sentences import Sentence, sentences
from headwater.language import Language
from headwater.model import Extraction, Figure, Report, Span
from headwater.settings import Settings

__all__ = ["VERSION", "extract"]

VERSION = "1"
"""Changes whenever the same text may give other figures: part of every cache key."""


def extract(report: Report, language: Language, settings: Settings) -> Extraction:
    """The figures of a report, in text order; pure.

    Numbers that could not be attached to an outcome are figures with the outcome `None`.
    """
    return Extraction(
        figures=tuple(
            _unattached(report, sentence, number)
            for sentence in sentences(report.text, report.blocks, language)
            for number in numbers(sentence.tokens, language)
        )
    )


def _unattached(report: Report, sentence: Sentence, number: Number) -> Figure:
    return Figure(
        id=Figure.identify(report.document, number.start, number.end, None, None),
        document=report.document,
        start=number.start,
        end=number.end,
        quote=report.text[number.start : number.end],
        sentence=Span(sentence.start, sentence.end),
        best=number.best,
        low=number.low,
        high=number.high,
        hedge=number.hedge,
        unit=number.unit,
        rule="unattached",
    )
