"""Records come back from a case's folder; what is not there is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.case.reading import figure_named, records, report_named
from headwater.errors import CaseError
from headwater.model import Figure, Report
from headwater.pipeline.case import run
from headwater.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The fire killed 12 people and injured 30.\n")
    run([tmp_path / "a.txt"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def test_a_figure_is_found_by_the_beginning_of_its_id(case: Path) -> None:
    first, second = records(case, Figure)
    assert figure_named(case, first.id) == first
    assert figure_named(case, second.id[:8]) == second
    with pytest.raises(CaseError, match="2 figures"):
        figure_named(case, "f")
    with pytest.raises(CaseError, match="no figure"):
        figure_named(case, "f-none")


def test_a_report_is_found_by_its_document(case: Path) -> None:
    (report,) = records(case, Report)
    assert report_named(case, report.document) == report
    with pytest.raises(CaseError, match="no report"):
        report_named(case, "b.txt")


def test_a_folder_that_is_no_case_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is no case"):
        figure_named(tmp_path, "f")
