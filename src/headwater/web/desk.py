"""The case on the desk: reports, figures as they stand, and the journal, always as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from headwater.case.decided_case import Settled, by_document, facts, settle, with_facts
from headwater.case.decided_groups import Grouped, grouped
from headwater.case.decisions import Decided, Standing, State, decide
from headwater.case.journal import Journal, live
from headwater.errors import CaseError
from headwater.messages import told
from headwater.model import GROUPING, Decision, Figure, Report
from headwater.pipeline.reviewing import Arrangement, Material, arranged, material

__all__ = ["Desk", "Standings"]


@dataclass(frozen=True)
class Standings:
    """Everything as it stood when the journal's last entry was `head`; never changed once made."""

    head: int
    entries: tuple[Decision, ...]
    held: tuple[Decision, ...]
    material: Material
    reports: Mapping[str, Report]
    decided: Mapping[str, Decided]

    @cached_property
    def order(self) -> Sequence[Standing]:
        """All figures, by report and place."""
        return [standing for document in self.reports for standing in self.decided[document].standings]

    @cached_property
    def by_key(self) -> Mapping[str, Standing]:
        """The figures by the id that they were read under."""
        return {standing.key: standing for standing in self.order}

    @cached_property
    def done(self) -> int:
        """How many figures were decided on."""
        return sum(standing.state is not State.TO_CHECK for standing in self.order)

    @cached_property
    def settled(self) -> Settled:
        """The findings that people settled."""
        texts = {document: report.text for document, report in self.reports.items()}
        return settle(self.material.findings, texts, self.held)

    @cached_property
    def grouped(self) -> Grouped:
        """What people merged and split."""
        texts = {document: report.text for document, report in self.reports.items()}
        return grouped(self.held, {document: one.figures for document, one in self.decided.items()}, texts)

    @cached_property
    def orphans(self) -> Sequence[Decision]:
        """The decisions that no longer find their words, in order."""
        alone = (decision for decision in self.held if decision.action not in GROUPING)
        away = [decision for decision in alone if decision.document not in self.reports]
        lost = [decision for decided in self.decided.values() for decision in decided.orphans]
        return sorted(
            {*away, *lost, *self.settled.orphans, *self.grouped.orphans}, key=lambda decision: decision.sequence
        )


class Desk:
    """One case under review; safe to use from several threads.

    Args:
        case: the folder of a case.

    Raises:
        CaseError: the folder holds no case.
    """

    def __init__(self, case: Path) -> None:
        self.case = case
        self.journal = Journal(case / "case.db")
        self._lock, self._arranging = Lock(), Lock()
        self._stamp = self._stamped()
        self._material = material(case)
        self._known: dict[str, tuple[tuple[int, ...], Decided]] = {}
        self._now: Standings | None = None
        self._arranged: tuple[Standings, Arrangement] | None = None
        self.now()

    def _stamped(self) -> tuple[int, int]:
        """What changes whenever a run has written the case anew."""
        try:
            found = (self.case / "manifest.json").stat()
        except OSError as error:
            raise CaseError(*told("case.none", case=self.case, file="manifest.json")) from error
        return found.st_mtime_ns, found.st_ino

    def now(self) -> Standings:
        """Everything as it stands now, others' decisions and later runs with it.

        Only reports that were decided on since the last time are worked out anew.
        """
        with self._lock:
            stamp = self._stamped()
            if stamp != self._stamp:
                self._material, self._stamp, self._now = material(self.case), stamp, None
                self._known.clear()
            known = self._now
            new = self.journal.entries(known.head if known else 0)
            if known is None or new:
                self._now = known = self._made((*(known.entries if known else ()), *new))
            return known

    def arranged(self) -> Arrangement:
        """Events and measures as they are now; worked out when they are asked for, and once for each decision."""
        now = self.now()
        with self._arranging:
            if self._arranged is None or self._arranged[0] is not now:
                self._arranged = now, arranged(now.material, now.entries)
            return self._arranged[1]

    def event_label(self, figure: Figure) -> str:
        """What the event of a figure is called; "" where it has none."""
        now = self.now()
        if any(one.action in GROUPING for one in now.held):
            held = self.arranged()
            return held.labels.get(held.figures[figure.id].event or "", "") if figure.id in held.figures else ""
        return now.material.labels.get(figure.event or "", "")

    def _made(self, entries: tuple[Decision, ...]) -> Standings:
        held = tuple(live(entries))
        on = by_document(held)
        reports, decided = {}, {}
        for report in self._material.reports:
            mine = on.get(report.document, [])
            reports[report.document] = with_facts(report, facts(mine))
            decided[report.document] = self._decided(report, mine)
        head = entries[-1].sequence if entries else 0
        return Standings(head, entries, held, self._material, reports, decided)

    def _decided(self, report: Report, decisions: Sequence[Decision]) -> Decided:
        numbers = tuple(decision.sequence for decision in decisions)
        known = self._known.get(report.document)
        if known is None or known[0] != numbers:
            extraction = self._material.extractions[report.document]
            known = numbers, decide(report, extraction.figures, decisions)
            self._known[report.document] = known
        return known[1]
