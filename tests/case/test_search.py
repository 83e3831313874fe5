"""Words are found in the reports of a case."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from headwater.case.search import find
from headwater.pipeline.case import rebuild, run
from headwater.settings import Settings


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    (root / "a.txt").write_text("The car deck was flooded. Divers in Brést found a lifeboat.\n", encoding="utf-8")
    (root / "b.txt").write_text("A lifeboat reached the deck of the car carrier.\n", encoding="utf-8")
    run([root / "a.txt", root / "b.txt"], root / "case", Settings(workers=1))
    return root / "case"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lifeboat", "ab"),
        ("car deck", "ab"),
        ('"car deck"', "a"),
        ("LIFEBOAT divers", "a"),
        ("brest", "a"),
        ("anchor", ""),
        ("", ""),
        ('"', ""),
        ("deck) OR (", ""),
    ],
)
def test_words(case: Path, words: str, found: str) -> None:
    assert sorted(Path(hit.document).stem for hit in find(case, words)) == list(found)


def test_what_was_found_is_marked(case: Path) -> None:
    (hit,) = find(case, "divers")
    assert "\u2068Divers\u2069" in hit.passage


def test_only_the_reports_of_the_last_run_are_found(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    for name, text in (("a", "A lifeboat came."), ("b", "A lifeboat sank."), ("c", "A lifeboat was lost.")):
        (tmp_path / "r" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    found = lambda words: sorted(hit.document for hit in find(tmp_path / "case", words))  # noqa: E731
    run([tmp_path / "r"], tmp_path / "case", Settings(workers=1))
    (tmp_path / "r" / "a.txt").unlink()
    (tmp_path / "r" / "b.txt").write_text("A ferry sank.\n", encoding="utf-8")
    (tmp_path / "r" / "d.txt").write_text("A lifeboat was found.\n", encoding="utf-8")
    for again in (
        lambda: run([tmp_path / "r"], tmp_path / "case", Settings(workers=1)),
        lambda: rebuild(tmp_path / "case", 1),
    ):
        again()
        assert found("lifeboat") == ["c.txt", "d.txt"]
        assert found("ferry") == ["b.txt"]
        with closing(sqlite3.connect(tmp_path / "case" / "case.db")) as connection:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            assert connection.execute("SELECT count(*) FROM words").fetchone() == (3,)
