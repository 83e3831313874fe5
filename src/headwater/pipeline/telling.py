"""What a case's dossier tells besides its records: what people settled, and what is new since it was last written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from headwater.case.decided_case import settle
from headwater.dossier.journal import News, Settlement
from headwater.dossier.options import DossierOptions
from headwater.model import Contents, Decision, Finding, Measure, Reading
from headwater.pipeline.changes import Earlier, changes

__all__ = ["news", "settlements", "with_journal"]


def with_journal(
    options: DossierOptions | None, contents: Contents, held: Iterable[Decision], earlier: Earlier | None = None
) -> DossierOptions:
    """The options with what people settled by the decisions that hold, and with what is new since `earlier`."""
    return replace(
        options or DossierOptions(),
        settled=settlements(contents, held),
        news=news(earlier, contents) if earlier is not None else None,
    )


def settlements(contents: Contents, held: Iterable[Decision]) -> Mapping[str, Settlement]:
    """What people said of findings, by the finding's id."""
    texts = {report.document: report.text for report in contents.reports}
    return {
        name: Settlement(
            str(decision.after.get("verdict", "")),
            decision.reviewer,
            decision.decided_at,
            decision.reason or "",
        )
        for name, decision in settle(contents.findings, texts, held).by_finding.items()
    }


def news(earlier: Earlier, contents: Contents) -> News:
    """What is in the case that was not in it before, as the page refers to it."""
    found = changes(earlier, contents)
    return News(
        documents=found.reports,
        readings=tuple(map(_key, found.readings)),
        findings=_ids(found.findings),
        superseded=_ids(found.superseded),
        moved=tuple(map(_key, found.moved)),
    )


def _key(told: tuple[Measure, Reading]) -> tuple[str, int]:
    measure, reading = told
    return measure.id, next(place for place, one in enumerate(measure.readings) if one is reading)


def _ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(finding.id for finding in findings)
