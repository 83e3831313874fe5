"""What links and origins both stand on, made once: reports in order of rank, their words, copies, whom they name, and the figures they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.lineage.account import Account, account, in_order
from headwater.lineage.copies import grouped
from headwater.lineage.credits import Third, thirds
from headwater.lineage.figuresets import FigureSets
from headwater.lineage.given import GivenParents
from headwater.lineage.tables import Form, Table
from headwater.lineage.wording import Wording, name_of, worded
from headwater.model import Figure, Report
from headwater.model.ports import Engine, Keeping
from headwater.settings import Settings

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True)
class Ground:
    """`accounts` are by rank, `copies` the ranks that have the same words by the first of them, `given` the parents that people gave."""

    reports: Sequence[Report]
    figures: Mapping[str, Sequence[Figure]]
    settings: Settings
    given: GivenParents
    kept: Keeping
    accounts: Sequence[Account]
    ranks: Mapping[str, int]
    wording: Wording
    copies: Mapping[int, Sequence[int]]
    thirds: Sequence[Third]
    sets: FigureSets

    @classmethod
    def of(
        cls,
        reports: Sequence[Report],
        figures: Mapping[str, Sequence[Figure]],
        settings: Settings,
        engine: Engine | None = None,
        given: GivenParents | None = None,
        kept: Keeping | None = None,
    ) -> Ground:
        """The ground of a case, whatever the order of its reports and wherever the engine works.

        Args:
            reports: of the case; each `document` once.
            figures: of each document, in text order; documents without figures may be absent.
            settings: fingerprint options and the seed of samples.
            engine: where words and fingerprints are made; without one they are made here.
            given: the parents that people gave (`given.descending` tells which can hold).
            kept: what earlier runs kept, and where this one keeps what it makes; it changes nothing of the result.
        """
        kept = {} if kept is None else kept
        accounts = in_order(account(report) for report in reports)
        ranks = {item.document: rank for rank, item in enumerate(accounts)}
        wording = worded(accounts, settings, engine, kept)
        return cls(
            reports=reports,
            figures=figures,
            settings=settings,
            given=given or {},
            kept=kept,
            accounts=accounts,
            ranks=ranks,
            wording=wording,
            copies=grouped(wording.shelf, len(accounts)),
            thirds=thirds(reports),
            sets=FigureSets({document: rows for document, rows in figures.items() if document in ranks}),
        )

    def table(self, name: str, form: Form) -> Table:
        """What earlier runs kept under a name by the same settings, and this one keeps."""
        return Table(self.kept, name_of(name, self.settings), form)
