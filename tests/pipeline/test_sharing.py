"""A page to share leaves out what was named, and says so; the case stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.case.verify import breaks
from headwater.errors import CaseError, InputError
from headwater.pipeline.case import run
from headwater.pipeline.sharing import share, withholding
from headwater.settings import Settings

TEXT = "Fire in Ostra\n\nThe fire in Ostra killed 12 people, said Ana Orr, who had watched it from the old brewery by the river.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    run([tmp_path / "a.txt"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


def page(case: Path, **options: object) -> str:
    output = case.parent / "page.html"
    share(case, output, withholding(**options))  # type: ignore[arg-type]
    return output.read_text(encoding="utf-8")


def test_without_options_the_page_is_the_dossier(case: Path) -> None:
    assert page(case) == (case / "dossier.html").read_text(encoding="utf-8")


def test_names_are_hidden_everywhere(case: Path) -> None:
    (case.parent / "names.txt").write_text("Ana Orr\n\n")
    shared = page(case, redact=case.parent / "names.txt")
    assert "Orr" not in shared
    assert "name withheld" in shared
    assert "brewery" in shared


def test_long_quotations_are_shortened_and_texts_left_out(case: Path) -> None:
    assert "brewery" in page(case)
    assert "brewery" not in page(case, max_quote=6)
    only = page(case, positions_only=True)
    assert "brewery" not in only
    assert "12" in only


def test_the_case_stays_whole(case: Path) -> None:
    page(case, positions_only=True)
    assert list(breaks(case)) == []


def test_a_run_can_write_its_dossier_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run([tmp_path / "a.txt"], tmp_path / "case", Settings(workers=1), page=withholding(positions_only=True))
    assert "brewery" not in (tmp_path / "case" / "dossier.html").read_text(encoding="utf-8")
    assert "brewery" in (tmp_path / "case" / "jsonl" / "reports.jsonl").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told(case: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        withholding(redact=tmp_path / "none.txt")
    with pytest.raises(CaseError, match="is no case"):
        share(tmp_path, tmp_path / "page.html", withholding())
