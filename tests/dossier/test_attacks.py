"""Hostile strings wherever a report's words or names can stand: nothing of them runs, and all of them is shown as text."""

from __future__ import annotations

import html
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, needs_chromium, opened
from warehouse import retold

import headwater
from headwater.dossier.stage import render
from headwater.model import Contents, Report

HOUSE = Path(headwater.__file__).parent
ASSETS, EXAMPLE = HOUSE / "dossier" / "assets", HOUSE / "demo" / "reports"
ATTACKS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    "</style></title></svg></textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}${alert(1)}",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x>",
    "<!--><script>alert(1)//--></script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#x3c;b",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "</script><script>alert(1)</script><!--<script>",
    "</noscript><script>alert(1)</script><noscript>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><img src=x onerror=alert(1)></template><math><mtext></mtext><style><img src=x onerror=alert(1)>",
    "data:text/html,<script>alert(1)</script>",
    "');alert(1)//\\\"]}];alert(1)//",
    "\"; } * { background: url(https://evil.example/x) } @import 'https://evil.example/y'; a { b: \"",
    "%3Cscript%3Ealert(1)%3C/script%3E \u2028alert(1)\u2029 \uff1cscript\uff1ealert(1)",
    "pair-A-B#\"><script>alert(1)</script>",
    "\u202eright to left\u2066 \u0000 \ud800 \U0001f4a3",
)  # fmt: skip
SAFE = {"id", "sha256", "kind", "outcome", "hedge", "voice", "event", "part_of", "main_event", "figures", "datings"}


def attacked(value: Any, attack: str, name: str = "", document: str | None = None) -> Any:
    """A record with an attack in front of every string that the world outside may fill."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if name in SAFE or name.endswith("_id") else attack + value
    if isinstance(value, tuple) and not (name in SAFE and all(isinstance(item, str) for item in value)):
        return tuple(attacked(item, attack, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{item.name: attacked(getattr(value, item.name), attack, item.name) for item in fields(value)}
        )
    return value


def with_attack(case: Contents, attack: str) -> Contents:
    hostile: Contents = attacked(case, attack)
    # In the text, the attack replaces letters in place, so that every span stays where it is.
    texts = {report.document: report.text for report in case.reports}
    reports = tuple(
        replace(report, text=_over(texts[report.document.removeprefix(attack)], attack)) for report in hostile.reports
    )
    manifest = replace(case.manifest, inputs={attack + name: digest for name, digest in case.manifest.inputs.items()})
    return replace(hostile, reports=reports, manifest=manifest)


def _over(text: str, attack: str) -> str:
    middle = len(text) // 3
    return attack + text[len(attack) : middle] + attack + text[middle + len(attack) :]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_text(full_case, attack):
    page = "".join(render(with_attack(full_case, attack)))
    page.encode("utf-8")
    if "<" in attack and "&lt;" not in attack:
        assert attack not in page
    assert "{{ 7" not in page or "{{ 7" in attack
    assert " 49" not in page or "49" in str(full_case)


def _used(tab: Any, path: Path) -> None:
    """Whatever a reader can do with a page: every view, a search and its first hit, a pair, copies, sleeping parts, print."""
    for place in ("", "view-collation", "view-origins", "view-timeline", "view-findings", "view-speakers", "view-made"):
        tab.goto(path, place)
    tab.goto(path, "side")
    tab.page.click("[name=swap]")
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("40")
    tab.page.wait_for_selector("#found li")
    tab.turn("#found li a")
    for letter in tab.page.locator(".sg a:visible").all()[:3]:
        letter.hover()
    tab.page.evaluate("headwater.wake(document.getElementById('main'))")
    tab.page.evaluate("document.querySelectorAll('button[data-copy]').forEach(button => button.click())")
    tab.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    tab.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.page.mouse.move(300, 300)
    assert tab.said == []
    assert {url.split("#")[0] for url in tab.asked} == {path.as_uri()}
    tab.asked.clear()
    assert tab.page.locator("iframe, base, img, object, embed, template").count() == 0
    assert tab.page.locator("script:not([type])").count() == len(list(ASSETS.glob("*.js")))


@pytest.mark.browser
@needs_chromium
def test_no_attack_runs_in_a_browser(full_case, tmp_path):
    with chromium() as browser, opened(browser) as tab:
        for number, attack in enumerate(ATTACKS):
            path = tmp_path / f"{number}.html"
            path.write_text("".join(render(with_attack(full_case, attack))), encoding="utf-8")
            _used(tab, path)


@pytest.mark.browser
@needs_chromium
def test_no_attack_runs_when_a_part_wakes(full_case, tmp_path):
    with chromium() as browser, opened(browser) as tab:
        for number, attack in enumerate(ATTACKS):
            if "noscript" in attack or number == 0:
                path = tmp_path / f"large-{number}.html"
                path.write_text("".join(render(with_attack(retold(full_case, 26), attack))), encoding="utf-8")
                _used(tab, path)


HOSTILE = "<img src=x onerror=alert(1)>"


def _hostile_files(folder: Path) -> None:
    """Real files of three formats whose names, titles, publishers, credits, links and texts are hostile."""
    told = f"At least 40 people were killed in the fire at Tarn Quay on 4 May 2019, {HOSTILE} said Ida Moll {HOSTILE}."
    text = f"{HOSTILE}\n\n{told}\n\nSource: {HOSTILE}\n"
    (folder / f"{HOSTILE.replace('/', '')}.txt").write_text(text, encoding="utf-8")
    safe = html.escape(HOSTILE)
    (folder / "page.html").write_text(
        f"<html><head><title>{safe}</title><meta name=author content='{safe}'><meta property='og:site_name' content='{safe}'>"
        f"<meta property='article:published_time' content='2019-05-05'></head><body><article><h1>{safe}</h1>"
        f"<p><a href='javascript:alert(1)'>By {safe}</a></p><p>{html.escape(told)}</p><p onclick='alert(1)'>85 people were "
        "injured.</p><script>alert(1)</script><svg onload='alert(1)'></svg></article></body></html>",
        encoding="utf-8",
    )
    paper = (EXAMPLE / "aldmoor-statement.pdf").read_bytes()
    assert b"22 people lost their lives" in paper
    # As many letters as before, so that the file's own offsets hold.
    paper = paper.replace(b"22 people lost their lives", b"<b onclick=alert(1)>22 die")
    (folder / "paper.pdf").write_bytes(paper)


@pytest.mark.browser
@needs_chromium
def test_no_attack_of_a_real_file_runs(tmp_path):
    from headwater.pipeline.case import run

    reports = tmp_path / "reports"
    reports.mkdir()
    _hostile_files(reports)
    contents = run([reports], tmp_path / "case")
    assert len(contents.reports) == 3
    assert all(HOSTILE in report.text or "onclick=alert" in report.text for report in contents.reports)
    with chromium() as browser, opened(browser) as tab:
        _used(tab, tmp_path / "case" / "dossier.html")


def test_scripts_and_styles_are_those_that_the_policy_names(full_case):
    import re
    from base64 import b64encode
    from hashlib import sha256
    from html import unescape

    page = "".join(render(full_case))
    policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0])
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    for asset in inline:
        assert f"'sha256-{b64encode(sha256(asset.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert not re.findall(r"<[^>]+\s(?:style|on[a-z]+)=", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL))


def test_reports_are_not_changed_by_rendering(full_case):
    before = [report.text for report in full_case.reports]
    list(render(full_case))
    assert before == [report.text for report in full_case.reports]
    assert all(isinstance(report, Report) for report in full_case.reports)
