"""Reports of a case → how they are related: links, likely parents, unseen origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.account import account, in_order
from headwater.lineage.compare import compare
from headwater.lineage.links import link
from headwater.model import Descent, Figure, Report
from headwater.model.ports import Engine
from headwater.settings import Settings

__all__ = ["VERSION", "trace"]

VERSION = "1"


def trace(
    reports: Sequence[Report], figures: Mapping[str, Sequence[Figure]], settings: Settings, engine: Engine
) -> Descent:
    """How the reports of a case are related, whatever their order and wherever the engine works.

    Args:
        reports: of the case; each `document` once.
        figures: of each document, in text order; documents without figures may be absent.
        settings: fingerprint options and the seed of samples.
        engine: where words and fingerprints are made.
    """
    accounts = in_order(account(report) for report in reports)
    shelf, pairs = compare(accounts, settings, engine)
    links = sorted(
        (link(shelf, accounts, item) for item in pairs if item.relation is not None), key=lambda row: (row.a, row.b)
    )
    return Descent(links=tuple(links))
