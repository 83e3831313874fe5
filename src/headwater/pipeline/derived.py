"""What one document gives by itself, and the form in which that is kept."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.case.packing import Folded, pack
from headwater.model import Dating, Extraction, Figure, Problem, Report
from headwater.model.changing import with_fields

__all__ = ["NOTHING", "Derived", "Kept"]

NOTHING = Extraction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What one document gives by itself: a report with all that its text says, or problems, or both."""

    report: Report | None = None
    extraction: Extraction = NOTHING
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The same as it is kept: figures and datings are folded, since those told of events take their place where nothing changed."""

    report: Report | None
    extraction: Extraction
    figures: bytes
    datings: bytes
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, derived: Derived) -> Kept:
        """What is kept of what a document gives."""
        said = derived.extraction
        rest = with_fields(Extraction, "figures", "datings")(said, (), ())
        folded = pack(said.figures), pack(said.datings)
        return cls(
            report=derived.report, extraction=rest, figures=folded[0], datings=folded[1], problems=derived.problems
        )

    def derived(self) -> Derived:
        """What the document gives."""
        said = with_fields(Extraction, "figures", "datings")(
            self.extraction, Folded(Figure, self.figures), Folded(Dating, self.datings)
        )
        return Derived(report=self.report, extraction=said, problems=self.problems)
