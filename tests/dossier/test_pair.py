"""Two reports side by side: the pair that stands there, and any that a reader chooses."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from browser import needs_chromium, opened

from headwater.dossier.inline import plain
from headwater.dossier.lookup import Lookup
from headwater.dossier.stage import render
from headwater.dossier.views.pair import any_pair, first_pair
from headwater.dossier.wording import load_wording
from headwater.model import Agreement


@pytest.fixture
def lookup(full_case):
    return Lookup(full_case, load_wording())


def test_the_first_and_the_last_report_stand_side_by_side(lookup):
    pair = first_pair(lookup)
    dates = sorted(report.published for report in lookup.reports if report.published)
    assert lookup.report[pair.first.document].published == dates[0]
    assert lookup.report[pair.last.document].published == dates[-1]
    killed = next(row for row in pair.rows if row.label == "killed")
    assert (plain(killed.first), plain(killed.last), killed.relation) == (
        "at least 46",
        "“from more than 35 to up to 60”",
        "one leaves room for the other",
    )


def test_of_reports_without_dates_the_first_two_stand_there(full_case):
    undated = Lookup(
        replace(full_case, reports=tuple(replace(report, published=None) for report in full_case.reports)),
        load_wording(),
    )
    pair = first_pair(undated)
    assert [pair.first.document, pair.last.document] == [report.document for report in undated.reports[:2]]


def test_one_report_stands_alone(full_case):
    assert first_pair(Lookup(replace(full_case, reports=full_case.reports[:1]), load_wording())) is None


def test_the_data_hold_every_reading_with_all_who_give_it(lookup):
    data = any_pair(lookup)
    assert [letter for letter, *_ in data["reports"]] == [lookup.letter[document].letter for document in lookup.place]
    killed = next(row for row in data["rows"] if row[0] == "killed")
    told = {words: sorted(data["reports"][place][0] for place in places) for words, *_, places in killed[3]}
    assert told == {"40": ["C", "L", "W"], "at least 46": ["M"], "“from more than 35 to up to 60”": ["Q"]}


@pytest.mark.browser
@needs_chromium
def test_any_two_are_set_side_by_side_and_stand_as_the_model_says(browser, dossier, lookup):
    words = {Agreement.SAME: "", Agreement.HEDGE: "the hedge differs", Agreement.BOUNDS: "one leaves room for the other",
             Agreement.DIFFERS: "they exclude each other"}  # fmt: skip
    killed = next(
        measure
        for measure in lookup.contents.collation
        if measure.outcome.value == "killed" and measure.group == "person"
    )
    by_letter = {lookup.letter[document].letter: one for one in killed.readings for document in one.documents}
    with opened(browser) as tab:
        tab.goto(dossier, "side")
        for a, b in combinations(sorted(by_letter), 2):
            tab.page.evaluate(f"location.hash = 'pair-{a}-{b}'")
            tab.page.wait_for_function(f"document.querySelector('#side th.of a').textContent === '{a}'")
            tab.page.wait_for_function(f"document.querySelectorAll('#side th.of a')[1].textContent === '{b}'")
            row = tab.page.locator("#side tbody tr", has=tab.page.get_by_role("link", name="killed", exact=True)).first
            assert row.locator("td").last.inner_text() == words[by_letter[a].agreement(by_letter[b])]
        assert tab.said == []


@pytest.mark.browser
@needs_chromium
def test_a_report_leads_to_each_other_beside_it(browser, dossier, lookup):
    first, *others = [lookup.letter[document].letter for document in lookup.place]
    with opened(browser) as tab:
        tab.goto(dossier, lookup.letter[lookup.reports[0].document].href[1:])
        links = tab.page.locator(".report.on .facts .js a")
        assert links.all_inner_texts() == others
        tab.turn(links.last)
        tab.page.wait_for_function(f"document.querySelectorAll('#side th.of a')[1].textContent === '{others[-1]}'")
        assert tab.page.inner_text("#side th.of a") == first
        assert tab.said == []


@pytest.mark.browser
@needs_chromium
def test_texts_stand_paragraph_beside_paragraph_with_what_differs_boxed(browser, full_case, tmp_path):
    from warehouse import Maker, make_report

    from headwater.model import BlockKind, Contents

    told = [
        "The pier burned for two days before the crews came over from the mainland.",
        "Nobody could say how the fire began.",
        "The mayor asked for boats.",
    ]
    retold = [
        "A bell was rung all night.",
        "Nobody could say how the fire had begun.",
        "The old pier burned for two days before crews came over from the mainland.",
    ]
    reports = [
        make_report(name, [(BlockKind.PARAGRAPH, line) for line in lines], siglum=name[0].upper(), main_event=None)
        for name, lines in (("a.txt", told), ("b.txt", retold))
    ]
    assert Maker(reports[0]).at("pier")
    path = tmp_path / "dossier.html"
    path.write_text("".join(render(Contents(manifest=full_case.manifest, reports=tuple(reports)))), encoding="utf-8")
    with opened(browser) as tab:
        tab.goto(path, "side")
        rows = tab.page.locator(".aligned .row:not(.alone)")
        assert rows.count() == 2
        assert rows.first.locator(".both").inner_text().split() == "1 13 of 14 words in both".split()
        assert rows.first.locator(".only").all_inner_texts() == ["the", "old"]
        assert rows.first.locator("div:first-child .tray").count() == 1
        assert "in another order: at ¶ 3" in rows.first.inner_text()
        assert rows.nth(1).locator(".only").all_inner_texts() == ["began", "had begun"]
        alone = " ".join(tab.page.locator(".aligned .alone").all_inner_texts())
        assert "A bell was rung all night." in alone
        assert "The mayor asked for boats." in alone
        tab.page.click("[name=swap]")
        assert tab.page.locator("#side th.of a").all_inner_texts() == ["B", "A"]
        assert tab.page.locator(".choose [data-copy]").get_attribute("data-to") == "pair-B-A"


@pytest.mark.browser
@needs_chromium
def test_the_choices_say_what_stands_there(browser, dossier, lookup):
    with opened(browser) as tab:
        tab.goto(dossier, "view-reports")
        pair = first_pair(lookup)
        chosen = tab.page.locator(".choose select").evaluate_all(
            "all => all.map(one => one.selectedOptions[0].text[0])"
        )
        assert chosen == [pair.first.letter.letter, pair.last.letter.letter]
        assert tab.page.locator(".aligned .row").count() > 0
        tab.page.select_option(
            ".choose [name=b]",
            label=next(
                text for text in tab.page.locator(".choose [name=b] option").all_inner_texts() if text.startswith("L ")
            ),
        )
        assert tab.page.locator("#side th.of a").all_inner_texts() == [pair.first.letter.letter, "L"]


@pytest.mark.browser
@needs_chromium
def test_a_tie_leads_to_its_two_reports_side_by_side(browser, dossier):
    with opened(browser) as tab:
        tab.goto(dossier, "view-origins")
        tie = tab.page.locator("details.tie").first
        letters = tie.locator("summary .sg").inner_text().split()
        tie.locator("summary").click()
        tab.turn(tie.locator("[data-pair]"))
        assert tab.page.locator("#side th.of a").all_inner_texts() == letters
