"""The page on paper: its foot on every sheet, nothing that only a screen needs, tiles that print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from browser import chromium, needs_chromium, opened

from headwater.dossier.shell import Shell
from headwater.dossier.stage import render
from headwater.dossier.wording import load_wording


def test_no_letter_of_the_foot_ends_its_string():
    rule = Shell(load_wording()).printed('a"b\\c</style>\n}* { color: red }').rsplit("content: ", 1)[1]
    assert re.fullmatch(r'"(?:\\[0-9a-f]+ )+"; font: 8pt sans-serif; } }\n', rule)


@pytest.mark.browser
@needs_chromium
def test_every_sheet_has_its_foot_and_the_evidence_is_unfolded(full_case: Any, tmp_path: Path):
    event = replace(full_case.events[0], label='Tarn "Quay" </style>, 3–4 May 2019')
    path, sheet = tmp_path / "dossier.html", tmp_path / "dossier.pdf"
    path.write_text("".join(render(replace(full_case, events=(event, *full_case.events[1:])))), encoding="utf-8")
    with chromium() as browser, opened(browser) as tab:
        tab.goto(path)
        tab.page.pdf(path=str(sheet), prefer_css_page_size=True)
        assert tab.said == []
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sheet)]
    text = " ".join(" ".join(pages).split())
    for number, page in enumerate(pages, 1):
        assert 'Headwater dossier · Tarn "Quay" </style>, 3–4 May 2019' in " ".join(page.split())
        assert page.split()[-1] == str(number) or str(number) in page.split()
    assert "Who says so: Jonas Erlund → M." in text
    assert "(in the text: report C, ¶ 3)" in text
    assert "Share on all networks" in text
    assert "Search all" not in text
