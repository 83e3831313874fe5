"""A report's table stands as a table on the page, with its numbers marked, and a figure of it says under which heading it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import needs_chromium, opened

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGE = """<html><body><h1>Flood in the Lorn valley</h1><p>12 May 2024</p>
<p>The office gives the figures below, as they were known on Sunday evening, and will report again on Friday.</p>
<table><tr><th>District<th>Killed<th>Houses destroyed</tr><tr><td>Upper Lorn<td>12<td>1,045</tr><tr><td>Varn<td>7<td>–</tr><tr><td>Total<td>19<td>1,045</tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def tabled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from headwater.pipeline.case import run
    from headwater.settings import Settings

    folder = tmp_path_factory.mktemp("tabled")
    (folder / "office.html").write_text(PAGE, encoding="utf-8")
    run([folder / "office.html"], folder / "case", Settings(workers=1))
    return folder / "case" / "dossier.html"


@needs_chromium
def test_rows_stand_in_columns(browser, tabled):
    with opened(browser) as tab:
        tab.goto(tabled)
        tab.page.locator(".report").first.evaluate("held => location.hash = held.id")
        rows = tab.page.locator("[role=row]")
        rows.first.wait_for()
        assert [head.lstrip("| ") for head in tab.page.locator("[role=columnheader]").all_inner_texts()] == [
            "District",
            "Killed",
            "Houses destroyed",
        ]
        lefts = [[cell.bounding_box()["x"] for cell in row.locator(".cell").all()] for row in rows.all()]
        assert len(lefts) == 4
        assert len({tuple(row) for row in lefts}) == 1
        figures = rows.nth(1).locator(".fig").all_inner_texts()
        assert [words.split()[-1] for words in figures] == ["12", "1,045"]
        assert (
            rows.nth(1).locator("p").evaluate("p => p.textContent").replace("figure ", "").split(" | ")[0]
            == "Upper Lorn"
        )


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser, tabled, scheme):
    with opened(browser, 390, color_scheme=scheme, bypass_csp=True) as tab:
        tab.goto(tabled)
        tab.page.locator(".report").first.evaluate("held => location.hash = held.id")
        tab.page.locator("[role=row]").first.wait_for()
        assert tab.wide() <= 390
        tab.page.add_script_tag(path=str(AXE))
        found = tab.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []


@needs_chromium
def test_evidence_names_the_column(browser, tabled):
    with opened(browser) as tab:
        tab.goto(tabled)
        tab.turn(tab.page.locator('a[href^="#cell-"]:has-text("19")').first)
        says = tab.page.locator(".sent .says:visible").first
        says.wait_for()
        assert "In the column Killed of a table." in says.inner_text()
