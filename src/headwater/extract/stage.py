"""From a report to its figures: the engine of extraction, stage by stage."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from headwater.extract.account_days import Told
from headwater.extract.attributions import attributions
from headwater.extract.denials import denials
from headwater.extract.figures import figures_of
from headwater.extract.lexicons import lexicons
from headwater.extract.other_times import in_their_times
from headwater.extract.reading import read_report
from headwater.extract.said_on import said_on
from headwater.extract.speakers import speak
from headwater.extract.statements import statements
from headwater.extract.table_sources import table_sources
from headwater.extract.witnesses import uncounted
from headwater.grammar.dates import temporal
from headwater.grammar.datings import datings, worth_a_look
from headwater.grammar.sentences import sentences
from headwater.language import Language
from headwater.model import Extraction, Report, Voice
from headwater.model.changing import changed
from headwater.model.unswept import unswept
from headwater.settings import Settings

__all__ = ["VERSION", "extract", "extract_together"]

VERSION = "50"
"""Changes whenever the same text may give other figures: part of every cache key."""


def extract(report: Report, language: Language, settings: Settings) -> Extraction:
    """The figures, attributions, statements and datings of a report, each in text order; pure.

    Numbers that could not be attached to an outcome are figures with the outcome `None`.
    """
    return extract_together((report,), language, settings)[0]


def extract_together(reports: Sequence[Report], language: Language, settings: Settings) -> list[Extraction]:
    """What each report says, as `extract` tells it, in the order of the reports; none knows of another.

    All take a step before any takes its next: the words and rules of a stage are many, and what one stage holds in the processor's caches
    the next drives out, so that some fifty short reports and more are read in three quarters of the time that they take one by one (decision 94).
    """
    with unswept():
        return _in_step([_steps(report, language, settings) for report in reports])


def _in_step(runs: Sequence[Generator[None, None, Extraction]]) -> list[Extraction]:
    """What each run returns; each goes on to its next `yield` in turn."""
    done: dict[int, Extraction] = {}
    while len(done) < len(runs):
        for number, run in enumerate(runs):
            if number not in done:
                try:
                    next(run)
                except StopIteration as end:
                    done[number] = end.value
    return [done[number] for number in range(len(runs))]


def _steps(report: Report, language: Language, settings: Settings) -> Generator[None, None, Extraction]:
    document, text = report.document, report.text
    published = report.published or report.modified
    found = list(sentences(text, report.blocks, language))
    yield
    times = temporal(found, language, published)
    yield
    rows = read_report(report, found, times, language, settings.bounds)
    yield
    said = [*attributions(text, found, language, document), *table_sources(text, rows, language, document)]
    yield
    told = datings(document, text, found, language, published, times)
    yield
    placed = Told(
        {row.sentence.start for row in rows if row.background is not None},
        {row.sentence.start for row in rows if row.introduces},
        {row.sentence.start for row in rows if row.recalls},
    )
    counted = in_their_times(
        figures_of(report, rows, lexicons(language)), told, text, found, published, language, placed
    )
    yield
    figures = said_on(speak(uncounted(counted, said, language), said, text, found, language), text)
    yield
    denied = denials(found, figures, sorted(said, key=lambda one: one.cue.start), language)
    figures = [
        changed(one, denied=True, speaker=(), voice=Voice.NARRATED) if denied.get(one.id) else one for one in figures
    ]
    return Extraction(
        figures=tuple(figures),
        attributions=tuple(said),
        statements=tuple(statements(text, found, said, figures, denied, language, document)),
        datings=told,
        times=tuple(times) if worth_a_look(told) else (),
    )
