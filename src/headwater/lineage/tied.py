"""What ties two reports as far as one reading is concerned: a passage or a quotation with its figure, a credit, a figure set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.figuresets import FigureSet
from headwater.lineage.ties import Ties
from headwater.model import Figure

__all__ = ["carried", "in_set", "is_tied", "quoted"]


def is_tied(pair: tuple[str, str], figures: Mapping[str, Sequence[Figure]], ties: Ties) -> bool:
    """Whether a passage with the figure, or a credit, ties two reports."""
    a, b = pair
    named = pair in ties.credits or pair in ties.thirds or ties.given.get(a) == b or ties.given.get(b) == a
    return named or carried(pair, figures, ties) or quoted(pair, figures, ties)


def carried(pair: tuple[str, str], figures: Mapping[str, Sequence[Figure]], ties: Ties) -> bool:
    """Whether two reports share a passage with the figure."""
    tie = ties.texts.get(pair)
    return tie is not None and ties.carries(tie, tie.passages, figures[pair[0]], figures[pair[1]])


def quoted(pair: tuple[str, str], figures: Mapping[str, Sequence[Figure]], ties: Ties) -> bool:
    """Whether two reports share a quotation with the figure: one of them quotes the other, or both quote a third."""
    tie = ties.texts.get(pair)
    return tie is not None and ties.carries(tie, tie.quotations, figures[pair[0]], figures[pair[1]])


def in_set(key: tuple[str, str], item: FigureSet, figures: Mapping[str, Sequence[Figure]]) -> bool:
    """Whether a figure set holds the reading's own figure, in both reports."""
    here, there = ({figure.best for figure in figures[name]} for name in key)
    return any(one.best in here and other.best in there for one, other in item.shared)
