"""What stages make of one report or of many: the bundles that rooms hand to each other by way of the pipeline."""

from __future__ import annotations

from headwater.model.attribution import Attribution
from headwater.model.dating import Dating, TimeExpression
from headwater.model.figure import Figure
from headwater.model.problem import Problem
from headwater.model.record import record
from headwater.model.statement import Statement

__all__ = ["Extraction"]


@record(kw_only=True)
class Extraction:
    """All that one report's text says: figures, attributions, statements and datings, each in text order.

    `times` are all its words that tell a time, those that are no datings included, where something about them is worth a look; else none.
    """

    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    datings: tuple[Dating, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    problems: tuple[Problem, ...] = ()
