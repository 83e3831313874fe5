"""Decisions are in every export, whatever is run, added or rebuilt after them; none is ever taken away."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from headwater.case.anchors import hold
from headwater.case.decided_values import snapshot
from headwater.case.journal import Draft, Journal
from headwater.case.reading import records
from headwater.case.verify import breaks
from headwater.model import Action, DateBasis, Figure, KnownBy, Outcome, Report
from headwater.pipeline.case import add, rebuild, run
from headwater.settings import Settings

HERE = Settings(workers=1)
NOW = "2031-05-04T10:00:00Z"
FIRE = "3 May 2011\n\nThe fire in Ostra killed {} people, and 40 were injured, the fire brigade said.\n\n© 2011 {}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, number in (("post", 12), ("herald", 19)):
        (tmp_path / "day-1").mkdir(exist_ok=True)
        (tmp_path / "day-1" / f"{name}.txt").write_text(FIRE.format(number, f"Harbour {name.title()}"))
    run([tmp_path / "day-1"], tmp_path / "case", HERE)
    return tmp_path / "case"


def enter(case: Path, quote: str, action: Action, document: str = "post.txt", **new: Any) -> None:
    report = next(report for report in records(case, Report) if report.document == document)
    figure = next(one for one in records(case, Figure) if (one.document, one.quote) == (document, quote))
    words = hold(report.text, figure.start, figure.end)._asdict()
    draft = Draft(action=action, document=document, **words, old=json.dumps(snapshot(figure)), new=json.dumps(new))
    Journal(case / "case.db").append(draft, "Ines", NOW)


def written(case: Path) -> dict[tuple[str, str], Figure]:
    return {(figure.document, figure.quote): figure for figure in records(case, Figure)}


def test_export_applies_decisions_and_says_so(case: Path) -> None:
    enter(case, "12", Action.CORRECT, best="13", low="13", high="13")
    enter(case, "40", Action.REJECT)
    enter(case, "19", Action.ACCEPT, "herald.txt")
    rebuild(case, 1, fresh=False)
    found = written(case)
    assert (found["post.txt", "12"].best, found["post.txt", "12"].decided) == (13, True)
    assert ("post.txt", "40") not in found
    assert found["herald.txt", "19"].decided
    assert not found["herald.txt", "40"].decided
    assert list(breaks(case)) == []


def test_decisions_stay_through_run_add_and_rebuild(case: Path, tmp_path: Path) -> None:
    enter(case, "12", Action.CORRECT, outcome="injured", background=True)
    (tmp_path / "mail.txt").write_text(FIRE.format(15, "Evening Mail"))

    def holds() -> bool:
        figure = written(case)["post.txt", "12"]
        return (figure.outcome, figure.background, figure.decided) == (Outcome.INJURED, True, True)

    run([tmp_path / "day-1"], case, HERE)
    assert holds()
    add(case, [tmp_path / "mail.txt"], workers=1)
    assert holds()
    before = {path.name: path.read_bytes() for path in (case / "jsonl").iterdir()}
    rebuild(case, 1)
    assert holds()
    assert {path.name: path.read_bytes() for path in (case / "jsonl").iterdir()} == before
    assert Journal(case / "case.db").head() == 1
    assert list(breaks(case)) == []


def test_other_settings_leave_decisions_in_place(tmp_path: Path) -> None:
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "a.txt").write_text("Dozens of people were killed in the fire in Ostra.\n")
    case = tmp_path / "case"
    run([tmp_path / "day"], case, HERE)
    enter(case, "Dozens", Action.CORRECT, "a.txt", low="24")
    run([tmp_path / "day"], case, replace(HERE, bounds="acled"))
    (figure,) = records(case, Figure)
    assert (figure.low, figure.decided) == (24, True)


def test_a_report_that_leaves_makes_its_decisions_orphans_that_are_shown(case: Path, tmp_path: Path) -> None:
    enter(case, "12", Action.ACCEPT)
    (tmp_path / "day-1" / "post.txt").unlink()
    contents = run([tmp_path / "day-1"], case, HERE)
    (problem,) = [problem for problem in contents.problems if problem.slug == "orphaned_decision"]
    assert problem.document == "post.txt"
    assert "“12”" in problem.message
    (tmp_path / "day-1" / "post.txt").write_text("Late news.\n\n" + FIRE.format(12, "Harbour Post"))
    contents = run([tmp_path / "day-1"], case, HERE)
    assert contents.problems == ()
    assert written(case)["post.txt", "12"].decided


def test_what_a_person_says_of_a_report_holds(case: Path) -> None:
    journal = Journal(case / "case.db")
    new = {"publisher": "Ostra Wire", "published": "2011-05-09", "parent": "herald.txt"}
    journal.append(Draft(action=Action.REPORT, document="post.txt", new=json.dumps(new)), "Ines", NOW)
    contents = rebuild(case, 1, fresh=False)
    report = next(report for report in contents.reports if report.document == "post.txt")
    assert (report.publisher, report.published) == ("Ostra Wire", "2011-05-09")
    assert report.published_by == KnownBy(DateBasis.BY_HAND)
    (row,) = [row for row in contents.parents if row.document == "post.txt"]
    assert [(one.document, one.probability) for one in row.parents] == [("herald.txt", 1.0)]


def test_rebuild_keeps_sigla_and_files_that_could_not_be_read(case: Path, tmp_path: Path) -> None:
    (tmp_path / "day-1" / "empty.txt").write_bytes(b"")
    before = run([tmp_path / "day-1"], case, HERE)
    after = rebuild(case, 1)
    assert [(report.document, report.siglum) for report in after.reports] == [
        (report.document, report.siglum) for report in before.reports
    ]
    assert after.problems == before.problems
