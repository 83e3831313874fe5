"""Reviewing in a real browser, by mouse and by keyboard, and with scripts off."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, needs_chromium

from headwater.case.reading import decisions
from headwater.case.verify import breaks

pytestmark = [pytest.mark.browser, needs_chromium]
AXE = Path(__file__).parents[1] / "dossier" / "vendor" / "axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def address(case: Path) -> Iterator[str]:
    """The address that `headwater serve` prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "headwater", "serve", str(case)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stdout.read()
        yield found[0]
    finally:
        process.kill()
        process.wait()


def enter(browser: Any, address: str, name: str, **options: Any) -> Any:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, **options).new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(address)
    page.fill("input[name=name]", name)
    page.click("button")
    page.wait_for_selector("mark.now")
    page.wait_for_load_state("load")  # keys work once the script has run
    return page


def press(page: Any, *keys: str) -> None:
    """Press keys, the last of which leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def test_by_keyboard(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    first = page.url
    press(page, "Enter")
    assert page.url != first
    press(page, "x")
    press(page, "z")
    assert len(decisions(case)) == 3
    press(page, "j")
    press(page, "k")
    press(page, "u")
    press(page, "k")
    page.keyboard.press("l")
    page.keyboard.press("Tab")
    page.keyboard.type("99")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    page.keyboard.type("the list says so")
    press(page, "Control+Enter")
    assert [decision.action for decision in decisions(case)] == ["accept", "reject", "undo", "correct"]
    assert '"high": "' in (decisions(case)[-1].new or "")
    assert decisions(case)[-1].reason == "the list says so"
    assert page.said == []
    assert list(breaks(case)) == []


def test_by_mouse(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    for name in ("Accept", "Reject"):
        with page.expect_navigation():
            page.click(f"#figure button:has-text('{name}')")
    page.select_option("#f-outcome", "hospitalised")
    with page.expect_navigation():
        page.click("#correct")
    with page.expect_navigation():
        page.click("button:has-text('Undo my last')")
    assert [decision.action for decision in decisions(case)] == ["accept", "reject", "correct", "undo"]
    assert page.said == []


def test_a_missed_figure_from_selected_words(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    page.goto(page.url.split("?")[0] + "?whole=1")
    page.evaluate(
        """() => {
          const row = [...document.querySelectorAll("p[data-start]")].find((one) => one.textContent.includes("port office"));
          const text = [...row.childNodes].find((one) => one.textContent.includes("port office"));
          const at = text.textContent.indexOf("port office");
          const range = document.createRange();
          range.setStart(text, at); range.setEnd(text, at + 11);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    page.keyboard.press("m")
    page.fill("#m-best", "2")
    with page.expect_navigation():
        page.click("text=Add the figure")
    (decision,) = decisions(case)
    assert (decision.action, decision.quote) == ("add", "port office")


def select(page: Any, words: str) -> None:
    """Select words of the report, as by mouse."""
    page.evaluate(
        """(words) => {
          const walk = document.createTreeWalker(document.getElementById("sentences"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const at = walk.currentNode.textContent.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + words.length);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            return;
          }
        }""",
        words,
    )


def test_fields_are_set_from_selected_words(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    select(page, "port office")
    page.keyboard.press("s")
    assert page.input_value("#f-speaker") == "port office"
    press(page, "Enter")
    (decision,) = decisions(case)
    assert (decision.action, decision.new) == ("correct", '{"speaker": ["port office"]}')


def test_hedge_and_outcome_are_set_from_selected_words(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    before = page.input_value("#f-outcome")
    select(page, "port office")
    page.keyboard.press("c")
    page.wait_for_selector("#f-outcome:focus")
    assert page.input_value("#f-outcome") == before  # these words tell no outcome
    page.keyboard.press("Escape")
    page.evaluate(
        """() => document.querySelector("#sentences .here p").append(" at least", document.createElement("i"), " drowned")"""
    )
    for words, key, field, value in ((" at least", "h", "hedge", "at_least"), (" drowned", "c", "outcome", "killed")):
        select(page, words)
        page.keyboard.press(key)
        page.wait_for_selector(f"#f-{field}:focus")
        assert page.input_value(f"#f-{field}") == value
        page.keyboard.press("Escape")
    assert page.said == []


def test_the_number_says_what_it_counts_and_which_word_tells_so(browser: Any, address: str) -> None:
    page = enter(browser, address, "Ines")
    page.click("#queue li a:has-text('60')")
    page.wait_for_selector("mark.now:has-text('60')")
    assert page.get_attribute("mark.now", "data-what") == "wounded, injured"
    assert page.inner_text("#sentences .here .outcome") == "injured"


@pytest.mark.parametrize("width", [1440, 1100])
def test_panes_are_widened_by_mouse_and_by_keyboard_and_stay_so(browser: Any, address: str, width: int) -> None:
    page = enter(browser, address, "Ines")
    page.set_viewport_size({"width": width, "height": 900})
    wide = page.evaluate("document.getElementById('edit').offsetWidth")
    page.focus(".edit-border")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.getElementById('edit').offsetWidth") == wide + 16
    box = page.locator(".edit-border").bounding_box()
    page.mouse.move(box["x"] + 4, 400)
    page.mouse.down()
    page.mouse.move(box["x"] + 24, 400)
    page.mouse.up()
    assert page.evaluate("document.getElementById('edit').offsetWidth") == wide - 4
    page.reload()
    page.wait_for_selector(".edit-border")
    assert page.evaluate("document.getElementById('edit').offsetWidth") == wide - 4
    assert page.get_attribute(".edit-border", "aria-valuenow") == str(wide - 4)
    assert page.locator(".queue-border").is_visible() == (width == 1440)
    assert page.said == []


def test_accept_waits_for_a_field_that_two_changed(browser: Any, address: str, case: Path) -> None:
    ines, omar = (enter(browser, address, name) for name in ("Ines", "Omar"))
    for page in (ines, omar):
        page.goto(ines.url)
        page.wait_for_load_state("load")
        page.select_option("#f-outcome", "missing" if page is ines else "rescued")
    press(ines, "Control+Enter")
    press(omar, "Control+Enter")
    assert "waits for Outcome" in omar.inner_text("#waits")
    assert omar.locator("button:has-text('Accept')").is_disabled()
    assert len(decisions(case)) == 1
    press(omar, "2")
    assert len(decisions(case)) == 2


def test_the_bounds_of_a_plain_number_go_with_it(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    page.click("#queue li a:has-text('60')")
    page.wait_for_selector("mark.now:has-text('60')")
    page.wait_for_load_state("load")  # keys work once the script has run
    page.keyboard.press("n")
    page.keyboard.type("61")
    assert [page.input_value(f"#f-{name}") for name in ("low", "high")] == ["61", "61"]
    press(page, "Enter")
    (decision,) = decisions(case)
    assert decision.after == {"best": "61", "low": "61", "high": "61"}


def test_measures_are_merged_and_split_by_keyboard_and_by_mouse(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    press(page, "e")
    page.wait_for_selector("#measures")
    page.keyboard.press("j")
    page.keyboard.press("x")
    press(page, "s")
    (split,) = decisions(case)
    assert split.action == "split"
    page.reload()
    for legend in ("killed", "injured"):
        page.locator(f"fieldset:has(legend:has-text('{legend}')) input").first.check()
    with page.expect_navigation():
        page.click("button:has-text('Merge the measures')")
    assert "one outcome" in page.inner_text("[role=alert]")  # what cannot be done is told, and what was ticked stays
    assert page.locator("#measures input:checked").count() == 2
    assert len(decisions(case)) == 1
    with page.expect_navigation():
        page.click("button:has-text('Split off an event')")
    assert [decision.action for decision in decisions(case)] == ["split", "split"]


def tick(page: Any, *sigla: str, keys: bool) -> None:
    """Tick the first figure of each report, by mouse or by keyboard alone."""
    for siglum in sigla:
        box = page.locator(f".chip:has(.siglum:text-is('{siglum}')) input").first
        if not keys:
            box.check()
            continue
        page.evaluate("document.activeElement.blur()")
        for _ in range(page.locator("[data-item]").count()):
            page.keyboard.press("j")
            if page.evaluate("document.activeElement.id") == box.get_attribute("id"):
                break
        page.keyboard.press("x")


@pytest.mark.parametrize("keys", [True, False], ids=["keyboard", "mouse"])
def test_events_and_measures_are_split_merged_and_figures_moved(
    browser: Any, address: str, case: Path, keys: bool
) -> None:
    page = enter(browser, address, "Ines")
    home = page.url.split("/figure")[0]

    def does(button: str) -> None:
        with page.expect_navigation():
            page.keyboard.press(button) if keys else page.click(f"button[data-key={button}]")
        page.goto(home + "/measures")

    page.goto(home + "/measures")
    tick(page, "E", keys=keys)
    does("w")  # an event of its own
    assert page.locator("section.event").count() == 2
    tick(page, "E", "H", keys=keys)
    does("e")  # one event again
    assert page.locator("section.event").count() == 1
    tick(page, "E", keys=keys)
    does("s")  # a measure of its own
    tick(page, "E", "H", keys=keys)
    does("m")  # one measure again
    tick(page, "E", keys=keys)
    does("w")
    tick(page, "H", keys=keys)
    page.select_option("[name=to]", label=page.locator("section.event h2").first.inner_text().rsplit(" ", 1)[0])
    does("v")
    told = [(decision.action, decision.after.get("whole")) for decision in decisions(case)]
    assert told[:5] == [
        ("split", "event"),
        ("merge", "event"),
        ("split", "measure"),
        ("merge", "measure"),
        ("split", "event"),
    ]
    assert told[5:] == [("merge", "figure")]
    assert list(breaks(case)) == []


def test_a_note_and_what_is_left_open_by_mouse(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    first = page.url
    page.fill("#f-reason", "ask the port office")
    with page.expect_navigation():
        page.click("#note")
    with page.expect_navigation():
        page.click("a:has-text('Leave open')")
    assert page.url != first
    assert [decision.action for decision in decisions(case)] == ["note"]


def test_reports_findings_and_the_journal_by_mouse(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    home = page.url.split("/figure")[0]
    page.goto(home + "/reports")
    page.locator("input[name=publisher]").first.fill("The Evening Mail")
    with page.expect_navigation():
        page.locator("button:has-text('Set')").first.click()
    page.locator("input[name=parent]").first.fill(page.locator("#documents option").last.get_attribute("value"))
    with page.expect_navigation():
        page.locator("button:has-text('Set')").first.click()
    page.goto(home + "/findings")
    page.locator("select[name=verdict]").first.select_option("slip")
    page.locator("input[name=reason]").first.fill("their own list says 15")
    with page.expect_navigation():
        page.locator("button:has-text('Settle')").first.click()
    page.goto(home + "/journal")
    with page.expect_navigation():
        page.click("button[aria-label='Undo decision 1']")
    assert [decision.action for decision in decisions(case)] == ["report", "report", "settle", "undo"]
    page.fill("#q", "port office")
    press(page, "Enter")
    with page.expect_navigation():
        page.click("section a")
    assert "port office" in page.inner_text("#sentences")


def test_reports_findings_notes_and_the_journal_by_keyboard(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Ines")
    home = page.url.split("/figure")[0]
    page.keyboard.press("r")
    page.keyboard.type("ask the port office")
    press(page, "Enter")
    page.keyboard.press("m")
    page.keyboard.type("port office")
    page.focus("#m-best")
    page.keyboard.type("2")
    press(page, "Enter")
    page.goto(home + "/reports")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type("2031-05-06")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.id").startswith("r-")  # the same report again
    page.goto(home + "/findings")
    page.keyboard.press("j")
    page.keyboard.press("p")
    page.keyboard.type("their own list says 15")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.className") == "settled"
    assert "Settled by Ines: a slip in the report" in page.inner_text("section.settled")
    page.goto(home + "/journal")
    page.keyboard.press("j")
    press(page, "Enter")
    told = decisions(case)
    assert [decision.action for decision in told] == ["note", "add", "report", "settle", "undo"]
    assert told[2].document == sorted(["mail.txt", "post.txt"])[1]
    assert (told[3].new, told[4].new) == ('{"verdict": "slip"}', '{"sequence": 4}')
    assert page.said == []


def test_findings_are_read_in_their_sentences(browser: Any, address: str) -> None:
    page = enter(browser, address, "Ines")
    page.goto(page.url.split("/figure")[0] + "/findings")
    assert "At least 40 were injured" in page.inner_text(".said")
    with page.expect_navigation():
        page.click(".said a:has-text('40')")
    assert page.inner_text("mark.now") == "40"


def test_all_keys_are_shown_and_panes_can_be_reached(browser: Any, address: str) -> None:
    page = enter(browser, address, "Ines")
    page.keyboard.press("?")
    assert "take theirs" in page.inner_text(".sheet")
    page.keyboard.press("Escape")
    assert not page.is_visible(".sheet")
    for pane in ("queue", "main", "edit"):
        page.keyboard.press("F6")
        assert page.evaluate("document.activeElement.id") == pane
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    page = enter(browser, address, "Ines")
    page.set_viewport_size({"width": width, "height": 844})
    home = page.url.split("/figure")[0]
    for place in (page.url, *(home + place for place in ("/measures", "/reports", "/findings", "/journal"))):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_what_decides_stands_on_the_first_screen(browser: Any, address: str, width: int) -> None:
    page = enter(browser, address, "Ines")
    page.set_viewport_size({"width": width, "height": 844})
    assert page.locator("#figure button.main").bounding_box()["y"] < 844


def test_without_scripts_everything_can_be_done(browser: Any, address: str, case: Path) -> None:
    page = enter(browser, address, "Jun", java_script_enabled=False)
    with page.expect_navigation():
        page.click("#figure button:has-text('Accept')")
    page.fill("#f-group", "worker")
    with page.expect_navigation():
        page.press("#f-group", "Enter")
    with page.expect_navigation():
        page.click("nav a:has-text('Journal')")
    with page.expect_navigation():
        page.click("button[aria-label='Undo decision 1']")
    assert [decision.action for decision in decisions(case)] == ["accept", "correct", "undo"]


def test_others_changes_arrive_and_a_late_edit_is_told(browser: Any, address: str, case: Path) -> None:
    ines, jun = (enter(browser, address, name) for name in ("Ines", "Jun"))
    assert ines.url == jun.url
    jun.fill("#f-group", "worker")
    press(ines, "x")
    jun.wait_for_selector("#news:not([hidden])", timeout=10_000)
    assert "while you were editing" in jun.inner_text("#news")
    assert jun.input_value("#f-group") == "worker"
    assert "rejected" in jun.inner_text("#queue .chosen")
    # Whoever goes to another page is away for a moment.
    jun.wait_for_selector("#others:has-text('Ines')", timeout=10_000)
    with jun.expect_navigation():
        jun.click("#correct")
    assert "Ines decided on this while you did" in jun.inner_text("#edit .both")
    assert jun.input_value("#f-group") == "worker"
    press(jun, "2")
    assert [decision.action for decision in decisions(case)] == ["reject", "correct"]


def test_pages_are_sound_for_assistive_tools(browser: Any, address: str) -> None:
    page = enter(browser, address, "Ines")
    places = [
        page.url,
        *(
            page.url.split("/figure")[0] + place
            for place in ("/measures", "/reports", "/findings", "/journal", "/find?q=fire")
        ),
    ]
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for place in places:
            page.goto(place)
            # Injected by the browser's own means: the page's policy lets no other script run.
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate(
                "axe.run().then((result) => result.violations.map((one) => one.id + one.nodes[0].html))"
            )
            assert found == [], (place, scheme)


def test_a_page_of_another_site_reads_and_writes_nothing(browser: Any, address: str, case: Path) -> None:
    """The reviewer is logged in; a page of another origin in the same browser tries everything."""
    page = enter(browser, address, "Ines")
    home = page.url.split("/figure")[0]
    other = page.context.new_page()
    other.goto("data:text/html,<p>other</p>")
    read = other.evaluate(
        f"fetch('{home}/journal', {{credentials: 'include'}}).then((a) => a.text()).catch(() => 'nothing')"
    )
    assert read == "nothing"
    other.evaluate(
        f"""() => {{
          const form = document.createElement("form");
          form.method = "post"; form.action = "{home}/journal";
          form.innerHTML = "<input name=sequence value=mine>";
          document.body.append(form); form.submit();
        }}"""
    )
    other.wait_for_url(f"{home}/journal")
    assert "cannot use this server" in other.content()
    assert decisions(case) == ()
