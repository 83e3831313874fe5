"""The first screen: place and date, how far the reports agree, the main outcomes, and what a reader would want to be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from headwater.dossier.dates import year_words
from headwater.dossier.inline import Inline
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.model import Event

__all__ = ["Summary", "case_title", "main_event", "summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first screen shows."""

    title: str
    subtitle: Inline
    withheld: Inline


def main_event(lookup: Lookup) -> Event | None:
    """The event that most reports are mainly about; of two told by as many, the one named first."""
    votes = Counter(report.main_event for report in lookup.reports if report.main_event in lookup.event)
    if votes:
        return lookup.event[max(votes, key=lambda name: votes[name]) or ""]
    events = lookup.contents.events
    return max(events, key=lambda event: len(event.documents), default=None)


def case_title(lookup: Lookup) -> str:
    """Place and date of the main event; without one, how many reports there are."""
    event = main_event(lookup)
    return event.label if event else lookup.wording.say("summary.no_title", n=len(lookup.reports))


def summary(lookup: Lookup, options: DossierOptions) -> Summary:
    """The first screen of a case."""
    line = lookup.wording.line
    years = sorted({year for report in lookup.reports if (year := year_words(report.published))})
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    message = "summary.subtitle" if span else "summary.subtitle_undated"
    return Summary(
        title=case_title(lookup),
        subtitle=line(message, n=len(lookup.reports), count=lookup.count(len(lookup.reports)), years=span),
        withheld=line("summary.withheld") if options.withholds else (),
    )
