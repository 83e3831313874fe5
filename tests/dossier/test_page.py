"""The page in a real browser, opened from a file with the network off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import needs_chromium, opened
from warehouse import retold

from headwater.dossier.stage import render

pytestmark = [pytest.mark.browser, needs_chromium]

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
VIEWS = ("summary", "collation", "origins", "timeline", "reports", "findings", "speakers", "made")


@pytest.fixture(scope="module")
def large(full_case: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same case told by three times as many reports, which are collated by reading."""
    path = tmp_path_factory.mktemp("large") / "dossier.html"
    path.write_text("".join(render(retold(full_case, 3))), encoding="utf-8")
    return path


def test_it_opens_from_a_file_without_network_and_says_nothing_on_the_console(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier)
        assert tab.page.locator("h1:visible").inner_text() == "Tarn Quay, 3–4 May 2019"
        assert "What they say, not what happened." in tab.page.inner_text("#view-summary")
        assert tab.asked == [dossier.as_uri()]
        assert tab.said == []


def test_one_view_shows_at_a_time_and_the_head_says_which(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier)
        for name in VIEWS:
            tab.turn(f"nav [data-view={name}]")
            shown = tab.page.eval_on_selector_all(".view", "all => all.filter(v => v.offsetHeight).map(v => v.id)")
            assert shown == [f"view-{name}"]
            assert tab.page.get_attribute("nav [aria-current]", "data-view") == name


def test_a_cell_opens_onto_its_sentence_with_the_number_marked(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier)
        tab.turn("text='≥' >> xpath=..")
        sentence = tab.page.locator(".sent:target")
        assert sentence.locator("mark").inner_text() == "46"
        assert "Port workers' leader Jonas Erlund" in sentence.inner_text()
        assert "Jonas Erlund → M" in sentence.inner_text()
        tab.turn(sentence.locator(".says a.lk").first)
        assert tab.page.locator(".report:visible .bigsiglum").inner_text() == "M"
        assert tab.page.locator(":target").inner_text().endswith("46")


def test_dated_words_open_onto_their_sentence_from_the_table_and_from_the_drawing(browser, dossier):
    with opened(browser) as tab:
        for words in (".dates q a", "#view-timeline svg a:has(.words)"):
            tab.goto(dossier)
            tab.turn("nav [data-view=timeline]")
            link = tab.page.locator(words).first
            said = link.text_content().strip("“”").split("”; “")[0]
            tab.turn(link)
            assert tab.page.locator(".report:visible").count() == 1
            assert tab.page.locator(":target").inner_text().endswith(said)


def test_every_address_within_the_page_is_there(browser, dossier):
    with opened(browser, java_script_enabled=False) as tab:
        tab.goto(dossier)
        lost = """() => [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute("href").slice(1))
            .filter(name => name && !name.startsWith("pair-") && !document.getElementById(name))"""
        assert tab.page.evaluate(lost) == []  # two reports side by side are drawn by a script
        twice = """() => { const all = [...document.querySelectorAll("[id]")].map(e => e.id);
            return all.filter((id, n) => all.indexOf(id) !== n); }"""
        assert tab.page.evaluate(twice) == []


def test_cells_open_without_scripts(browser, dossier):
    with opened(browser, java_script_enabled=False) as tab:
        tab.goto(dossier, "view-collation")
        assert not tab.page.locator(".sent").first.is_visible()
        tab.page.locator("tr.main td a.en").first.click()
        assert tab.page.locator(".sent:target mark").is_visible()
        assert not tab.page.locator("#search").is_visible()


def test_an_edge_opens_its_passages_side_by_side(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-origins")
        tab.page.locator("#view-origins .drawing a:has(.edge) .hit-area").first.dispatch_event("click")
        passage = tab.page.locator("details.tie[open] .passage").first
        passage.wait_for(state="visible")
        left, right = (passage.locator(f"p:nth-of-type({place})").bounding_box() for place in (2, 3))
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] <= right["x"]


def test_on_a_phone_the_tab_of_the_view_is_in_sight(browser, dossier):
    with opened(browser, 390) as tab:
        for view in VIEWS:
            tab.goto(dossier, f"view-{view}")
            box = tab.page.locator("nav [aria-current=page]").bounding_box()
            assert box["x"] >= 0, view
            assert box["x"] + box["width"] <= 390, view


@pytest.mark.parametrize("width", [1440, 390])
def test_right_to_left_does_not_break_the_layout(browser, dossier, large, tmp_path, width):
    for number, path in enumerate((dossier, large)):
        turned = tmp_path / f"{number}.html"
        turned.write_text(path.read_text(encoding="utf-8").replace('dir="ltr"', 'dir="rtl"', 1), encoding="utf-8")
        with opened(browser, width) as tab:
            for view in VIEWS:
                tab.goto(turned, f"view-{view}")
                assert tab.wide() <= width, view


def test_a_report_in_another_script_runs_its_own_way(browser, full_case, tmp_path):
    first = full_case.reports[0]
    report = replace(first, text="".join("ق" if letter.isalpha() else letter for letter in first.text))
    case = replace(
        full_case, reports=(report, *full_case.reports[1:]), figures=(), collation=(), links=(), parents=(), origins=(),
        findings=(), attributions=(), statements=(), datings=(),
    )  # fmt: skip
    path = tmp_path / "dossier.html"
    path.write_text("".join(render(case)), encoding="utf-8")
    with opened(browser) as tab:
        tab.goto(path)
        ways = tab.page.locator(".para p[dir=auto]").evaluate_all("all => all.map(p => getComputedStyle(p).direction)")
        assert {"rtl", "ltr"} <= set(ways)


def test_filters_count_what_they_hide(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-collation")
        rows = tab.page.locator("tbody.measure:visible").count()
        tab.page.check("[name=differing]")
        left = tab.page.locator("tbody.measure:visible").count()
        assert 0 < left < rows
        assert tab.page.inner_text("#filters output") == f"{left} rows · {rows - left} hidden by filter"


def test_findings_are_filtered_by_kind_and_report(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-findings")
        every = tab.page.locator(".finding:visible").count()
        kinds = tab.page.locator(".finding").evaluate_all("all => all.map(one => one.dataset.kind)")
        tab.page.select_option("#finding-filters [name=kind]", kinds[0])
        left = tab.page.locator(".finding:visible").count()
        assert left == kinds.count(kinds[0]) < every
        assert tab.page.inner_text("#finding-filters output") == f"{left} findings · {every - left} hidden by filter"


def test_theme_and_text_size_are_remembered(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier)
        tab.page.click("#theme")
        tab.page.click("#theme")
        tab.page.click("[data-size='1']")
        tab.page.wait_for_timeout(400)  # the browser keeps what a page stores a moment after the page has
        tab.page.reload()
        assert tab.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(23, 22, 20)"
        assert tab.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18.4px"


def test_copying_gives_the_address_and_the_words_with_the_sentence_on_repetition(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-collation")
        tab.turn(tab.page.locator("tr.main td a.en").first)
        drawer = tab.page.locator(".drawer:visible")
        drawer.locator("[data-copy=link]").click()
        assert "#measure-" in drawer.locator("[data-copy=link]").get_attribute("data-copied")
        drawer.locator("[data-copy=text]").click()
        text = drawer.locator("[data-copy=text]").get_attribute("data-copied")
        assert "“As a result of the fire, 40 residents were killed, including 12 children and 9 women.”" in text
        assert text.endswith("Repetition says nothing about truth, for or against.")


def test_closing_the_evidence_leads_back_to_its_row(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-collation")
        row = tab.page.locator("tr.main").nth(4)
        tab.turn(row.locator("a.en").first)
        tab.turn(".drawer:visible .acts a")
        assert not tab.page.locator(".drawer:visible").count()
        assert row.evaluate("row => row === document.activeElement")
        box = row.bounding_box()
        assert 0 < box["y"] < 900


def test_one_cell_is_copied_with_its_words_and_speaker(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-collation")
        tab.turn(tab.page.locator("tr.main td a.en", has_text="46").first)
        button = tab.page.locator(".sent:target [data-copy=cell]")
        button.click()
        assert button.get_attribute("data-copied").split("\n") == [
            "killed",
            "40 W C L : at least 46 M : “from more than 35 to up to 60” Q",
            "",
            "M, Morning Post, 6 May 2019: “Port workers' leader Jonas Erlund said at least 46 people were killed in the fire.”",
            "Who says so: Jonas Erlund → M. ¶ 1",
            "",
            "Repetition says nothing about truth, for or against.",
        ]


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_scrolls_sideways(browser, dossier, large, width):
    with opened(browser, width) as tab:
        for path in (dossier, large):
            for name in VIEWS:
                tab.goto(path, f"view-{name}")
                assert tab.wide() <= width, name
            for place in tab.page.eval_on_selector_all("tr.evidence, .report", "all => all.slice(0, 8).map(e => e.id)"):
                tab.goto(path, place)
                assert tab.wide() <= width, place


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser, dossier, large, scheme):
    with opened(browser, color_scheme=scheme, bypass_csp=True) as tab:
        for path, views in ((dossier, VIEWS), (large, ("summary", "collation"))):
            for name in views:
                tab.goto(path, f"view-{name}")
                _hold_to_axe(tab.page, sizes=True)
            tab.goto(path, "side")
            _hold_to_axe(tab.page)
            for kind in ("tr.evidence", ".report"):
                tab.goto(path, tab.page.locator(kind).first.get_attribute("id"))
                _hold_to_axe(tab.page)


def _hold_to_axe(page: Any, *, sizes: bool = False) -> None:
    """No rule is broken; `sizes`: nor is a target under 24 px, which can be told only where the head covers none."""
    page.add_script_tag(path=str(AXE))
    rules = {"target-size": {"enabled": sizes}}
    found = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], rules})", rules)
    told = [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert told == []


@pytest.mark.parametrize(
    "place", ["view-summary", "view-collation", "view-origins", "view-findings", "side", "view-made"]
)
def test_the_keyboard_reaches_every_link_and_control(browser, dossier, place):
    with opened(browser) as tab:
        tab.goto(dossier, place)
        tab.page.evaluate("document.activeElement.blur()")
        wanted = tab.page.evaluate(
            """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
                     .filter(e => e.checkVisibility()).length"""
        )
        reached = set()
        for _ in range(wanted + 5):
            tab.page.keyboard.press("Tab")
            reached.add(
                tab.page.evaluate(
                    "() => { const e = document.activeElement; return [...document.querySelectorAll('*')].indexOf(e) }"
                )
            )
        assert len(reached) >= wanted
        assert tab.page.evaluate(
            "getComputedStyle(document.querySelector(':focus-visible') || document.body).outlineStyle"
        )


def test_forced_colours_keep_every_mark(browser, dossier):
    with opened(browser, forced_colors="active") as tab:
        tab.goto(dossier, "view-collation")
        tab.turn("nav [data-view=reports]")
        assert (
            tab.page.eval_on_selector("nav [aria-current]", "tab => getComputedStyle(tab).borderBottomStyle") == "solid"
        )
        tab.goto(dossier, tab.page.locator(".report", has_text="Share on all networks").get_attribute("id"))
        for mark, style in (
            (".fig", "borderBottomStyle"),
            (".dated", "textDecorationLine"),
            (".misfit", "textDecorationStyle"),
        ):
            shown = tab.page.eval_on_selector(f".report.on .para {mark}", f"mark => getComputedStyle(mark).{style}")
            assert shown in ("solid", "underline", "wavy")


def test_print_unfolds_everything(browser, dossier, tmp_path):
    with opened(browser) as tab:
        tab.goto(dossier)
        tab.page.emulate_media(media="print")
        tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert tab.page.eval_on_selector_all(".view", "all => all.every(view => view.offsetHeight > 0)")
        assert tab.page.eval_on_selector_all("details", "all => all.every(fold => fold.open)")
        assert tab.page.locator("tr.evidence").first.is_visible()
        assert not tab.page.locator(".bar").is_visible()
        assert tab.page.pdf(path=str(tmp_path / "page.pdf"))[:4] == b"%PDF"
