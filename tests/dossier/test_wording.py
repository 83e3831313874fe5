"""A second language of the page is a file; one that runs from right to left turns the page round and breaks nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from browser import chromium, needs_chromium, opened
from warehouse import retold

from headwater.dossier import wording
from headwater.dossier.options import DossierOptions
from headwater.dossier.stage import render

ENGLISH = Path(wording.__file__).parent / "wording" / "en.po"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VIEWS = ("summary", "collation", "origins", "timeline", "reports", "findings", "speakers", "made")


def turned(text: str) -> str:
    """The message in letters that run from right to left, its places for values and its italics kept."""
    parts = re.split(r"(\{\w*\}|\*)", text)
    return "".join(part if part[:1] in "{*" else re.sub(r"[A-Za-z]", _turned, part) for part in parts)


def _turned(letter: re.Match[str]) -> str:
    return LETTERS[(ord(letter.group().lower()) - ord("a")) % len(LETTERS)]


@pytest.fixture
def arabic_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A catalogue with six plural forms whose words are those of the English one in other letters."""
    with ENGLISH.open("rb") as source:
        english = read_po(source)
    other = Catalog(locale="ar")
    for message in english:
        if isinstance(message.id, tuple):
            other.add(message.id, tuple(turned(str(message.string[-1])) for _ in range(other.num_plurals)))
        elif message.id:
            other.add(message.id, turned(str(message.string)))
    with (tmp_path / "ar.po").open("wb") as target:
        write_po(target, other)
    (tmp_path / "en.po").write_bytes(ENGLISH.read_bytes())
    monkeypatch.setattr(wording, "_FOLDER", tmp_path)
    wording.load_wording.cache_clear()
    yield "ar"
    wording.load_wording.cache_clear()


def test_another_catalogue_is_another_page(arabic_letters: str, full_case: Any):
    assert wording.available_wordings() == ("ar", "en")
    page = "".join(render(full_case, DossierOptions(language=arabic_letters)))
    assert '<html lang="ar" dir="rtl">' in page
    body = re.sub(r"<(script|style)>.*?</\1>", "", page[page.index("<header") :], flags=re.DOTALL)
    assert turned("What they say, not what happened.") in body
    assert "What they say" not in body
    assert "40 people were killed, including:" in re.sub(r"<[^>]+>", "", body).replace("figure ", "")


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize("width", [1440, 390])
def test_a_page_from_right_to_left_holds_its_layout(arabic_letters: str, full_case: Any, tmp_path: Path, width: int):
    with chromium() as browser, opened(browser, width) as tab:
        for name, case in (("few", full_case), ("many", retold(full_case, 3))):
            path = tmp_path / f"{name}.html"
            path.write_text("".join(render(case, DossierOptions(language=arabic_letters))), encoding="utf-8")
            for view in VIEWS:
                tab.goto(path, f"view-{view}")
                assert tab.wide() <= width, (name, view)
                head = tab.page.locator("h1:visible").first.bounding_box()
                assert head["x"] + head["width"] > width / 2, (name, view)
            for place in tab.page.eval_on_selector_all("tr.evidence, .report", "all => all.slice(0, 6).map(e => e.id)"):
                tab.goto(path, place)
                assert tab.wide() <= width, (name, place)
        assert tab.said == []
