"""What a person said of how figures belong together, otherwise than they were told apart."""

from __future__ import annotations

from enum import StrEnum

from headwater.model.record import record

__all__ = ["Regrouping", "Whole"]


class Whole(StrEnum):
    """What figures are merged into, or split from; of figures, which go to another event by themselves."""

    MEASURE = "measure"
    EVENT = "event"
    FIGURE = "figure"


@record()
class Regrouping:
    """Figures (ids) whose measures or events are one; or, where `apart`, that are a measure or an event of their own.

    What is merged takes the place of the first figure's. With `FIGURE` the figures after the first join its event by themselves,
    without their reports.
    """

    whole: Whole
    apart: bool
    figures: tuple[str, ...]
