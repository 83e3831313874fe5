"""Words are found in the reports of a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.case.search import find
from headwater.pipeline.case import run
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
