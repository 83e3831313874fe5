"""From a report to its figures: the engine of extraction, stage by stage."""

from __future__ import annotations

from headwater.extract.figures import figures_of
from headwater.extract.lexicons import lexicons
from headwater.extract.reading import read_report
from headwater.grammar.sentences import sentences
from headwater.language import Language
from headwater.model import Extraction, Report
from headwater.settings import Settings

__all__ = ["VERSION", "extract"]

VERSION = "2"
"""Changes whenever the same text may give other figures: part of every cache key."""


def extract(report: Report, language: Language, settings: Settings) -> Extraction:
    """The figures of a report, in text order; pure.

    Numbers that could not be attached to an outcome are figures with the outcome `None`.
    """
    found = list(sentences(report.text, report.blocks, language))
    rows = read_report(report, found, language, lexicons(language))
    return Extraction(figures=tuple(figures_of(report, rows)))
