"""What each address of the review application answers, given the case as it stands and a form."""

from __future__ import annotations

from collections.abc import Callable

from headwater.web.answers import Answer, Asked, Frame
from headwater.web.case_pages import CasePages
from headwater.web.desk import Desk
from headwater.web.figure_pages import FigurePages
from headwater.web.guard import Keys
from headwater.web.measure_pages import MeasurePages

__all__ = ["Answer", "Asked", "Pages"]


class Pages:
    """The pages of one case, by what they are about.

    Args:
        desk: the case.
        keys: of the server; forms carry one.
        clock: the time now, in UTC, as ISO 8601.
    """

    def __init__(self, desk: Desk, keys: Keys, clock: Callable[[], str]) -> None:
        self.frame = Frame(desk, keys, clock)
        self.figures = FigurePages(self.frame)
        self.measures = MeasurePages(self.frame)
        self.case = CasePages(self.frame)
