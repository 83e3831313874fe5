"""Wherever a run is cut off, a case is as before it or as after it; whoever opens it next sees to that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from headwater.case import swapping
from headwater.case.folder import CaseFolder
from headwater.case.locking import locked
from headwater.case.reading import records
from headwater.case.swapping import is_pending, settled
from headwater.case.verify import breaks
from headwater.errors import CaseError
from headwater.model import Figure
from headwater.pipeline.case import add, run
from headwater.settings import Settings

FIRE = "3 May 2031\n\nThe fire in Ostra killed {} people, the fire brigade said.\n"


class Killed(BaseException):
    """What stands for the end of a process: nothing that a run does after it is done."""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "post.txt").write_text(FIRE.format(12))
    (tmp_path / "mail.txt").write_text(FIRE.format(15))
    run([tmp_path / "post.txt"], tmp_path / "case", Settings(workers=1))
    return tmp_path / "case"


@pytest.fixture
def killed(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A case whose `add` was cut off when so many of its files had taken their place."""
    moved, real = 0, Path.replace

    def replace(path: Path, target: Path) -> Path:
        nonlocal moved
        if path.parts[len(case.parts)] == swapping.NEW:
            if moved == request.param:
                raise Killed
            moved += 1
        return real(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(Killed):
            add(case, [tmp_path / "mail.txt"], workers=1)
    assert is_pending(case)
    return case


@pytest.mark.parametrize("killed", [0, 1, 5], indirect=True)
def test_a_run_killed_while_its_files_take_their_place_is_finished_by_the_next_reader(killed: Path) -> None:
    assert sorted(figure.best for figure in records(killed, Figure) if figure.best) == [12, 15]
    assert list(breaks(killed)) == []
    assert not is_pending(killed)
    assert not (killed / swapping.NEW).exists()


@pytest.mark.parametrize("killed", [3], indirect=True)
def test_verify_tells_nothing_wrong_after_such_a_kill(killed: Path) -> None:
    assert list(breaks(killed)) == []


@pytest.mark.parametrize("killed", [2], indirect=True)
def test_the_next_run_goes_on_from_there(killed: Path, tmp_path: Path) -> None:
    after = add(killed, [tmp_path / "mail.txt"], workers=1)
    assert len(after.reports) == 2
    assert list(breaks(killed)) == []


def test_a_run_killed_before_its_records_are_in_the_case_file_never_was(case: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("headwater.pipeline.case.file_digests", lambda folder: (_ for _ in ()).throw(Killed()))
        patch.setattr("headwater.case.folder.shutil.rmtree", lambda *given, **more: None)
        with pytest.raises(Killed):
            add(case, [tmp_path / "mail.txt"], workers=1)
    assert (case / swapping.NEW / "dossier.html").is_file()
    assert [figure.best for figure in records(case, Figure)] == [12]
    assert list(breaks(case)) == []


@pytest.mark.parametrize("killed", [1], indirect=True)
def test_who_reads_while_another_run_holds_the_lock_waits_and_is_told(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "PATIENCE", 0.2)
    with locked(killed), pytest.raises(CaseError, match="another run"):
        settled(killed)
    settled(killed)
    assert list(breaks(killed)) == []


def test_a_file_that_the_records_no_longer_have_goes(case: Path, tmp_path: Path) -> None:
    (case / "jsonl" / "gone.jsonl").write_text("{}\n")
    add(case, [tmp_path / "mail.txt"], workers=1)
    assert not (case / "jsonl" / "gone.jsonl").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs file permissions")
def test_a_folder_is_given_back_unlocked(case: Path) -> None:
    with CaseFolder(case).locked():
        pass
    with CaseFolder(case).locked():
        assert True
