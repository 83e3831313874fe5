"""What a person gives of reports in a file is known to the case from then on, and goes before what is inferred."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from headwater.case.journal import Draft, Journal
from headwater.case.verify import breaks
from headwater.errors import InputError
from headwater.model import Action, Contents, DateBasis, EvidenceKind, KnownBy
from headwater.pipeline.case import add, rebuild, run
from headwater.settings import Settings

FIRE = "3 May 2011\n\n{} The fire in Ostra killed 12 people, and {} were injured.\n\n© 2011 {}\n"


@pytest.fixture
def day(tmp_path: Path) -> Path:
    (tmp_path / "day").mkdir()
    for number, name in enumerate(("herald", "post", "wire")):
        lead = f"{name.title()} reporters spoke to {number + 3} shopkeepers beside the {name} office at noon."
        (tmp_path / "day" / f"{name}.txt").write_text(FIRE.format(lead, number + 20, f"Harbour {name.title()}"))
    return tmp_path / "day"


@pytest.fixture
def known(tmp_path: Path) -> Path:
    rows = [
        {"id": "post.txt", "parent": "herald.txt", "publisher": "Ostra Post"},
        {"id": "wire.txt", "published": "2011-05-09"},
    ]
    path = tmp_path / "known.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    os.utime(path, (1_400_000_000, 1_400_000_000))
    return path


def expected(contents: Contents, best: int) -> float:
    (reading,) = [one for measure in contents.collation for one in measure.readings if one.best == best]
    assert reading.origins is not None
    return reading.origins.textual.expected


def test_what_a_file_gives_goes_before_what_is_inferred(day: Path, known: Path) -> None:
    plain = run([day], None, Settings(workers=1))
    told = run([day], None, Settings(workers=1, known=str(known)))
    by_name = {report.document: report for report in told.reports}
    assert by_name["post.txt"].publisher == "Ostra Post"
    assert by_name["wire.txt"].published == "2011-05-09"
    assert by_name["wire.txt"].published_by == KnownBy(DateBasis.BY_HAND)
    assert expected(plain, 12) == 3.0
    assert expected(told, 12) == 2.0
    (link,) = [link for link in told.links if any(piece.kind is EvidenceKind.BY_HAND for piece in link.evidence)]
    assert (link.a, link.b) == ("herald.txt", "post.txt")


def test_it_is_a_decision_of_the_case_and_stays_known(day: Path, known: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run([day], case, Settings(workers=1, known=str(known)))
    entries = Journal(case / "case.db").entries()
    assert [(one.document, one.reviewer, one.decided_at) for one in entries] == [
        ("post.txt", "file known.jsonl", "2014-05-13T16:53:20Z"),
        ("wire.txt", "file known.jsonl", "2014-05-13T16:53:20Z"),
    ]
    first = {path.name: path.read_bytes() for path in (case / "jsonl").iterdir()}
    run([day], case, Settings(workers=1, known=str(known)))
    assert Journal(case / "case.db").head() == 2
    known.unlink()
    rebuild(case, 1)
    assert {path.name: path.read_bytes() for path in (case / "jsonl").iterdir()} == first
    assert list(breaks(case)) == []


def test_a_decision_made_since_is_not_taken_back_by_the_same_file(day: Path, known: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run([day], case, Settings(workers=1, known=str(known)))
    new = json.dumps({"publisher": "Evening Post"})
    Journal(case / "case.db").append(
        Draft(action=Action.REPORT, document="post.txt", new=new), "Ines", "2031-01-01T00:00Z"
    )
    contents = run([day], case, Settings(workers=1, known=str(known)))
    assert next(one for one in contents.reports if one.document == "post.txt").publisher == "Evening Post"
    known.write_text(json.dumps({"id": "post.txt", "publisher": "Late Post"}))
    contents = run([day], case, Settings(workers=1, known=str(known)))
    assert next(one for one in contents.reports if one.document == "post.txt").publisher == "Late Post"


def test_more_can_be_given_when_reports_are_added(day: Path, known: Path, tmp_path: Path) -> None:
    case, later = tmp_path / "case", tmp_path / "later"
    later.mkdir()
    (day / "post.txt").rename(later / "post.txt")
    (day / "wire.txt").unlink()
    run([day], case, Settings(workers=1))
    contents = add(case, [later], workers=1, known=str(known))
    assert expected(contents, 12) == 1.0
    assert [problem.document for problem in contents.problems if problem.slug == "orphaned_decision"] == ["wire.txt"]


def test_a_parent_that_cannot_hold_is_told_and_left_open(day: Path, known: Path) -> None:
    rows = [{"id": "post.txt", "parent": "wire.txt"}, {"id": "wire.txt", "parent": "post.txt"}]
    known.write_text("".join(json.dumps(row) + "\n" for row in rows))
    contents = run([day], None, Settings(workers=1, known=str(known)))
    assert [problem.document for problem in contents.problems if problem.slug == "parent_cannot_hold"] == ["wire.txt"]
    assert sum(bool(row.parents) for row in contents.parents) == 1


def test_a_file_that_cannot_be_read_stops_the_run(day: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="absent"):
        run([day], None, Settings(workers=1, known=str(tmp_path / "absent.jsonl")))
