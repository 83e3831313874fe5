"""More reports join a case: what it held stays, only what is new is read, and what changed is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.pipeline import documents
from headwater.pipeline.case import add, rebuild, run
from headwater.pipeline.changes import before, changes
from headwater.settings import Settings

FIRE = "3 May 2011\n\nThe fire in Ostra killed {} people, the fire brigade said.\n\n© 2011 {}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "day-1").mkdir()
    (tmp_path / "day-1" / "post.txt").write_text(FIRE.format(12, "Harbour Post"))
    (tmp_path / "day-2").mkdir()
    (tmp_path / "day-2" / "herald.txt").write_text(FIRE.format(19, "Harbour Herald"))
    run([tmp_path / "day-1"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def test_a_report_joins_and_what_changed_is_told(case: Path, tmp_path: Path) -> None:
    earlier = before(case)
    after = add(case, [tmp_path / "day-2"], workers=1)
    found = changes(earlier, after)
    assert found.reports == ("herald.txt",)
    assert [(measure.outcome.value, reading.best) for measure, reading in found.readings] == [("killed", 19)]
    assert "differs" in {finding.kind.value for finding in found.findings}
    assert list(breaks(case)) == []


def test_sigla_stay(case: Path, tmp_path: Path) -> None:
    after = add(case, [tmp_path / "day-2"], workers=1)
    assert {report.document: report.siglum for report in after.reports} == {"post.txt": "H", "herald.txt": "Ha"}


def test_the_records_are_those_of_a_run_on_all_but_for_the_sigla(case: Path, tmp_path: Path) -> None:
    added = add(case, [tmp_path / "day-2"], workers=1)
    whole = run([tmp_path / "day-1", tmp_path / "day-2"], None, Settings(workers=1))
    assert added.figures == whole.figures
    assert added.collation == whole.collation
    assert added.findings == whole.findings


def test_only_what_is_new_is_read(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = documents.reading.read

    def watched(document: str, *more: Any) -> Any:
        read.append(document)
        return real(document, *more)

    monkeypatch.setattr(documents.reading, "read", watched)
    (tmp_path / "day-1" / "post.txt").unlink()  # the case keeps its originals
    add(case, [tmp_path / "day-2"], workers=1)
    assert read == ["herald.txt"]


def test_the_same_reports_again_change_nothing(case: Path, tmp_path: Path) -> None:
    earlier = before(case)
    found = changes(earlier, add(case, [tmp_path / "day-1"], workers=1))
    assert not any((found.reports, found.readings, found.findings, found.superseded, found.moved))


def test_another_file_of_the_same_name_does_not_take_the_place_of_the_first(case: Path, tmp_path: Path) -> None:
    (tmp_path / "day-2" / "post.txt").write_text(FIRE.format(99, "Other Post"))
    after = add(case, [tmp_path / "day-2"], workers=1)
    assert [(problem.document, problem.slug) for problem in after.problems] == [("post.txt", "name_taken")]
    assert {figure.best for figure in after.figures if figure.document == "post.txt"} == {12}


def test_a_file_of_a_known_name_that_is_not_there_is_told(case: Path, tmp_path: Path) -> None:
    (tmp_path / "day-2" / "post.txt").symlink_to("nowhere.txt")
    after = add(case, [tmp_path / "day-2"], workers=1)
    assert [(problem.document, problem.slug) for problem in after.problems] == [("post.txt", "missing")]
    assert len(after.reports) == 2


def test_settings_are_those_of_the_case(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Dozens of people were killed in the fire in Ostra.\n")
    run([tmp_path / "a.txt"], tmp_path / "case", Settings(workers=1, bounds="acled"))
    after = add(tmp_path / "case", [tmp_path / "b.txt"], workers=1)
    assert after.manifest.settings["bounds"] == "acled"
    assert {figure.best for figure in after.figures} == {12}


def test_a_folder_that_is_no_case_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(CaseError, match="is no case"):
        add(tmp_path, [tmp_path / "a.txt"])


def test_the_dossier_goes_on_telling_what_joined_until_the_case_is_run_whole(case: Path, tmp_path: Path) -> None:
    page = case / "dossier.html"
    assert ">New</h2>" not in page.read_text()
    add(case, [tmp_path / "day-2"], workers=1)
    told = page.read_text()
    assert ">New</h2>" in told
    rebuild(case, workers=1, fresh=False)
    assert page.read_text() == told
    assert list(breaks(case)) == []
    run([tmp_path / "day-1", tmp_path / "day-2"], case, Settings(workers=1))
    assert ">New</h2>" not in page.read_text()
    rebuild(case, workers=1, fresh=False)
    assert ">New</h2>" not in page.read_text()
