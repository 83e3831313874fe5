"""Heads of columns: a report's siglum, name and dates."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.dates import date_words, year_words
from headwater.dossier.inline import Letter
from headwater.dossier.lookup import Lookup
from headwater.model import Report

__all__ = ["Column", "column"]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a report's column; `opens` says that a new day of publication begins with it."""

    letter: Letter
    name: str
    when: str
    short: str
    document: str
    opens: bool = False


def column(document: str, lookup: Lookup) -> Column:
    """The head of one report's column."""
    report = lookup.report[document]
    when = date_words(report.published, lookup.wording.locale).partition(",")[0]
    if report.modified and report.modified[:10] != (report.published or "")[:10]:
        edited = date_words(report.modified, lookup.wording.locale).partition(",")[0]
        when = lookup.wording.say("report.edited", published=when, modified=edited) if when else edited
    return Column(lookup.letter[document], lookup.name(report), when, _short_date(report, lookup), document)


def _short_date(report: Report, lookup: Lookup) -> str:
    """The year, or the day where all reports are of one year."""
    if lookup.one_year:
        return (
            date_words(report.published, lookup.wording.locale)
            .partition(",")[0]
            .removesuffix(year_words(report.published))
            .strip()
        )
    years = [year_words(report.published), year_words(report.modified)]
    if all(years) and years[0] != years[1]:
        return lookup.wording.say("report.edited", published=years[0], modified=years[1])
    return years[0] or years[1]
