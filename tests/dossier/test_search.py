"""Search over everything on the page: endings, accents, grouped digits and phrases; hits are marked where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import needs_chromium, opened
from warehouse import make_report

from headwater.dossier.stage import render
from headwater.model import BlockKind, Contents

pytestmark = [pytest.mark.browser, needs_chromium]

LINES = [
    "The families of 1,275 sailors waited at Déjàville harbour.",
    "A family was found; killings were told of, and one wounded man.",
    "Nobody was injured, said the port doctor.",
    "Injuries of many kinds were treated. 275 beds were full.",
    "Ёлка стояла у причала.",
    "二百人が港で待った。",
]


@pytest.fixture(scope="module")
def page(full_case: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = make_report("a.txt", [(BlockKind.PARAGRAPH, line) for line in LINES], siglum="A", main_event=None)
    path = tmp_path_factory.mktemp("search") / "dossier.html"
    path.write_text("".join(render(Contents(manifest=full_case.manifest, reports=(report,)))), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("typed", "lines", "marked"),
    [
        ("family", [0, 1], ["families"]),
        ("killed", [1], ["killings"]),
        ("injury", [2, 3], ["injured"]),
        ("deja", [0], ["Déjàville"]),
        ("DÉJÀVILLE", [0], ["Déjàville"]),
        ("1275", [0], ["1,275"]),
        ("275", [3], ["275"]),
        ("“port doctor”", [2], ["port", "doctor"]),
        ('"doctor port"', [], []),
        ("doctor port", [2], ["port", "doctor"]),
        ("елка", [4], ["Ёлка"]),
        ("港で", [5], ["二百人が港で待った"]),
        ("sailors wounded", [], []),
    ],
)
def test_words_are_found_and_marked(browser, page, typed, lines, marked):
    with opened(browser) as tab:
        tab.goto(page)
        tab.page.fill("#search input", typed)
        tab.page.wait_for_selector("#found h1")
        hits = tab.page.locator("#found li a").all_inner_texts()
        assert [LINES.index(hit) for hit in hits] == lines
        if lines:
            assert "A" in tab.page.inner_text("#found .place")
            tab.turn(tab.page.locator("#found li a").first)
            shown = tab.page.locator(".report:visible mark.hit")
            assert shown.all_inner_texts() == marked
            assert tab.page.locator(":target").inner_text().strip().endswith(LINES[lines[0]])
        else:
            assert "Nothing" in tab.page.inner_text("#found")


def test_a_slash_goes_to_the_search_and_escape_leaves_it(browser, page):
    with opened(browser) as tab:
        tab.goto(page)
        tab.page.keyboard.press("/")
        tab.page.keyboard.type("doctor")
        tab.page.wait_for_selector("#found li")
        assert not tab.page.locator(".view:visible").count()
        tab.page.keyboard.press("Escape")
        assert tab.page.locator("#view-summary").is_visible()
        assert not tab.page.locator("#found").is_visible()


def test_the_marks_go_when_something_else_is_asked(browser, page):
    with opened(browser) as tab:
        tab.goto(page)
        for typed in ("doctor", "beds"):
            tab.page.fill("#search input", typed)
            tab.page.wait_for_selector(f"#found li:has-text('{typed}')")
            tab.page.click("#found li a")
        assert tab.page.locator("mark.hit").all_inner_texts() == ["beds"]
