"""Measures and events that people merged and split: in what a run makes, in every later run, and in the journal's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from headwater.case.decided_groups import grouping
from headwater.case.journal import Draft, Journal
from headwater.case.reading import decisions
from headwater.case.verify import breaks
from headwater.dossier.decided import decision_words
from headwater.dossier.wording import load_wording
from headwater.model import Action, Contents, Figure, Measure, Whole
from headwater.pipeline.case import add, rebuild, run
from headwater.settings import Settings

REPORTS = {
    "post.txt": "Fire in Ostra\n\n3 May 2031\n\nThe fire in Ostra killed 12 people on 2 May 2031, the fire brigade said. It destroyed 9 houses. "
    "In 1998 a fire in Ostra killed 7 people.\n\n© 2031 Harbour Post\n",
    "mail.txt": "Fire in Ostra\n\n4 May 2031\n\nThe fire in Ostra killed 15 people on 2 May 2031, said Ana Rell of the port office. "
    "It destroyed 8 barns.\n\n© 2031 Evening Mail\n",
    "echo.txt": "Landslide in Belmar\n\n9 July 2033\n\nA landslide in Belmar killed 30 people on 8 July 2033, the mayor of Belmar said.\n\n"
    "© 2033 Valley Echo\n",
}
Decide = Callable[..., None]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "reports" / name).write_text(text, encoding="utf-8")
    run([tmp_path / "reports"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def named(contents: Contents, quote: str) -> Figure:
    return next(figure for figure in contents.figures if figure.quote == quote)


def measure(contents: Contents, quote: str) -> Measure:
    name = named(contents, quote).id
    return next(one for one in contents.collation for reading in one.readings if name in reading.figures)


def quotes(contents: Contents, whole: Measure) -> list[str]:
    by_id = {figure.id: figure for figure in contents.figures}
    return sorted(by_id[name].quote for reading in whole.readings for name in reading.figures)


def decide(case: Path, action: Action, whole: Whole, *said: str, reason: str | None = None) -> Contents:
    contents = rebuild(case, workers=1, fresh=False)
    texts = {report.document: report.text for report in contents.reports}
    draft = grouping(action, whole, [named(contents, quote) for quote in said], texts, reason)
    Journal(case / "case.db").append(draft, "Ines", "2031-05-05T10:00:00Z")
    return rebuild(case, workers=1, fresh=False)


def test_measures_are_merged(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    assert measure(before, "9").id != measure(before, "8").id
    after = decide(case, Action.MERGE, Whole.MEASURE, "9", "8", reason="barns are houses there")
    assert quotes(after, measure(after, "9")) == ["8", "9"]
    assert measure(after, "9").id == measure(before, "9").id  # the first one's
    assert len(after.collation) == len(before.collation) - 1
    assert all(reading.origins for reading in measure(after, "9").readings)
    assert list(breaks(case)) == []


def test_a_figure_is_split_off_its_measure(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    assert quotes(before, measure(before, "12")) == ["12", "15"]
    after = decide(case, Action.SPLIT, Whole.MEASURE, "15", reason="the port alone")
    assert quotes(after, measure(after, "12")) == ["12"]
    assert quotes(after, measure(after, "15")) == ["15"]
    assert measure(after, "15").id not in {one.id for one in before.collation}
    both = {named(after, "12").id, named(after, "15").id}
    assert not any(both <= set(finding.figures) for finding in after.findings)


def test_reports_are_split_into_two_events_and_merged_again(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    main = {report.document: report.main_event for report in before.reports}
    assert main["post.txt"] == main["mail.txt"] != main["echo.txt"]
    after = decide(case, Action.SPLIT, Whole.EVENT, "15", reason="another quay")
    assert len({report.main_event for report in after.reports}) == 3
    assert named(after, "15").event == named(after, "8").event != named(after, "12").event
    assert not named(after, "15").background
    assert {event.id for event in after.events} >= {report.main_event for report in after.reports}
    assert measure(after, "12").id != measure(after, "15").id
    again = decide(case, Action.MERGE, Whole.EVENT, "12", "15")
    assert named(again, "15").event == named(again, "12").event
    assert quotes(again, measure(again, "12")) == ["12", "15"]


def test_an_event_told_as_background_joins_another_reports_main_one(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    assert named(before, "7").background
    after = decide(case, Action.MERGE, Whole.EVENT, "30", "7")
    assert named(after, "7").event == named(after, "30").event
    assert named(after, "7").background  # it is still not the event that its own report is on
    assert "post.txt" not in {event.id: event for event in after.events}[named(after, "30").event or ""].documents
    into = decide(case, Action.SPLIT, Whole.EVENT, "7")
    assert named(into, "7").event not in {named(into, "30").event, named(into, "12").event}
    assert named(into, "7").event in {event.id for event in into.events}


def test_a_figure_told_as_background_that_is_on_the_reports_own_event(case: Path) -> None:
    after = decide(case, Action.MERGE, Whole.EVENT, "12", "7")
    assert named(after, "7").event == named(after, "12").event
    assert not named(after, "7").background
    assert list(breaks(case)) == []


def test_a_single_figure_is_moved_to_another_event_without_its_report(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    after = decide(case, Action.MERGE, Whole.FIGURE, "30", "15", reason="a count of the slide")
    assert named(after, "15").event == named(after, "30").event
    assert named(after, "15").background
    assert named(after, "8").event == named(before, "8").event == named(after, "12").event
    assert [report.main_event for report in after.reports] == [report.main_event for report in before.reports]
    assert quotes(after, measure(after, "12")) == ["12"]
    (told,) = [decision_words(one, load_wording()) for one in decisions(case)]
    assert told == "moved “15” in mail.txt to the event of “30” in echo.txt. Reason: a count of the slide"
    back = decide(case, Action.MERGE, Whole.FIGURE, "12", "15")
    assert (named(back, "15").event, named(back, "15").background) == (named(before, "15").event, False)
    assert list(breaks(case)) == []


def test_a_single_figure_joins_an_event_told_as_background(case: Path) -> None:
    after = decide(case, Action.MERGE, Whole.FIGURE, "7", "15")
    event = {one.id: one for one in after.events}[named(after, "7").event or ""]
    assert named(after, "15").event == event.id
    assert event.documents == ("mail.txt", "post.txt")
    assert list(breaks(case)) == []


def test_they_hold_with_more_reports_other_settings_and_a_text_that_moved(case: Path, tmp_path: Path) -> None:
    decide(case, Action.SPLIT, Whole.MEASURE, "15")
    decide(case, Action.MERGE, Whole.MEASURE, "9", "8")
    (tmp_path / "ledger.txt").write_text(REPORTS["post.txt"].replace("12", "14").replace("Harbour Post", "The Ledger"))
    more = add(case, [tmp_path / "ledger.txt"], workers=1)
    assert quotes(more, measure(more, "15")) == ["15"]
    assert "9" in quotes(more, measure(more, "8"))
    (tmp_path / "reports" / "mail.txt").write_text("Late edition. " + REPORTS["mail.txt"])
    moved = run([tmp_path / "reports"], case, Settings(workers=1, bounds="acled"))
    assert quotes(moved, measure(moved, "15")) == ["15"]
    assert quotes(moved, measure(moved, "9")) == ["8", "9"]
    assert [problem for problem in moved.problems if problem.slug == "orphaned_decision"] == []


def test_one_that_no_longer_finds_its_words_is_shown(case: Path, tmp_path: Path) -> None:
    decide(case, Action.MERGE, Whole.MEASURE, "9", "8")
    (tmp_path / "reports" / "mail.txt").write_text("Nothing of the kind was ever said here.\n")
    after = run([tmp_path / "reports"], case, Settings(workers=1))
    (problem,) = [problem for problem in after.problems if problem.slug == "orphaned_decision"]
    assert "merged the measures of “9” in post.txt and “8” in mail.txt" in problem.message


def test_the_journal_tells_them_in_words_and_undoing_takes_them_back(case: Path) -> None:
    before = rebuild(case, workers=1, fresh=False)
    decide(case, Action.MERGE, Whole.MEASURE, "9", "8", reason="one list")
    decide(case, Action.SPLIT, Whole.EVENT, "15")
    assert [decision_words(one, load_wording()) for one in decisions(case)] == [
        "merged the measures of “9” in post.txt and “8” in mail.txt. Reason: one list",
        "split “15” in mail.txt off as an event of its own",
    ]
    journal = Journal(case / "case.db")
    for number in (2, 1):
        journal.append(Draft(action=Action.UNDO, new=f'{{"sequence": {number}}}'), "Ines", "2031-05-05T10:01:00Z")
    after = rebuild(case, workers=1, fresh=False)
    assert (after.collation, after.events, after.figures) == (before.collation, before.events, before.figures)
