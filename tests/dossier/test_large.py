"""A case of more reports than a browser opens in a moment: its parts sleep as text until they are asked for."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from browser import needs_chromium, opened
from warehouse import retold

from headwater.dossier.stage import render

browsed = pytest.mark.browser


@pytest.fixture(scope="module")
def huge(full_case: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("huge") / "dossier.html"
    path.write_text("".join(render(retold(full_case, 26))), encoding="utf-8")
    return path


def _body(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def test_every_part_that_sleeps_is_closed_and_all_words_are_there(huge, full_case):
    page = _body(huge.read_text(encoding="utf-8"))
    assert page.count("<noscript>") == page.count("</noscript>") > 130
    body = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    for report in full_case.reports:
        assert all(word in body for word in report.text.split())


def test_a_small_case_does_not_sleep(full_case):
    assert "<noscript" not in _body("".join(render(full_case)))


@browsed
@needs_chromium
def test_parts_wake_when_their_address_is_asked_for(browser, huge):
    page = huge.read_text(encoding="utf-8")
    with opened(browser) as tab:
        tab.goto(huge)
        assert tab.page.locator(".para, .finding, .sent").count() == 0
        for kind in ("figure", "cell", "finding", "statement", "report", "measure"):
            place = re.findall(rf' id="({kind}-[^"]+)"', page)[-1]
            tab.goto(huge, place)
            tab.page.locator(f"#{place}").wait_for(state="visible")
        assert tab.page.locator(".report noscript").count() > 120
        assert tab.said == []


@browsed
@needs_chromium
def test_search_looks_into_parts_that_sleep_and_wakes_what_it_leads_to(browser, huge):
    with opened(browser) as tab:
        tab.goto(huge)
        tab.page.fill("#search input", "port doctors")
        tab.page.wait_for_selector("#found li")
        told = tab.page.inner_text("#found")
        assert told.startswith("26 places")
        assert "Petra Vann" in told
        tab.turn(tab.page.locator("#found li a").last)
        tab.page.wait_for_selector(".para mark.hit", state="visible")
        assert tab.page.locator(".para:visible mark.hit").all_inner_texts() == ["port", "doctor"]


@browsed
@needs_chromium
def test_a_siglum_of_a_line_gets_its_name_when_it_is_pointed_at(browser, huge):
    with opened(browser) as tab:
        tab.goto(huge)
        siglum = tab.page.locator(".sg a:visible").first
        assert siglum.get_attribute("title") is None
        siglum.hover()
        assert "2019" in siglum.get_attribute("title")


@browsed
@needs_chromium
def test_without_scripts_nothing_sleeps(browser, huge):
    with opened(browser, java_script_enabled=False) as tab:
        place = re.findall(r' id="(figure-[^"]+)"', huge.read_text(encoding="utf-8"))[-1]
        tab.goto(huge, place)
        assert tab.page.locator(f"#{place}").is_visible()


@browsed
@needs_chromium
def test_print_wakes_every_part(browser, huge):
    with opened(browser) as tab:
        tab.goto(huge)
        tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert tab.page.locator("noscript").count() == 0
        assert tab.page.locator(".report .para").count() > 500
