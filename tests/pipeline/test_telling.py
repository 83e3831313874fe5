"""What a case's dossier tells besides its records, made by real runs."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from headwater.pipeline.case import add, rebuild, run

FIRST = (
    "Tarn Quay, 4 May 2019. Twelve people were killed in a fire at Tarn Quay on 4 May 2019, the harbour office said."
)
LATER = "Tarn Quay, 6 May 2019. Fourteen people were killed in the fire at Tarn Quay on 4 May 2019, the harbour office said."


def words(case: Path) -> str:
    page = (case / "dossier.html").read_text(encoding="utf-8")
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page[page.index("<main") : page.index("</main>")])).split())


def test_a_dossier_tells_what_joined_and_forgets_it_when_it_is_made_anew(tmp_path: Path) -> None:
    reports, case = tmp_path / "reports", tmp_path / "case"
    reports.mkdir()
    (reports / "a.txt").write_text(FIRST, encoding="utf-8")
    run([reports], case)
    assert "joined" not in words(case)
    (tmp_path / "b.txt").write_text(LATER, encoding="utf-8")
    add(case, [tmp_path / "b.txt"])
    assert "One report joined: B." in words(case)
    assert "14 killed B" in words(case)
    rebuild(case)
    assert "joined" not in words(case)
