"""How fast a dossier opens and answers a search in headless Chromium: wall and processor time, medians of several runs.

usage: python bench/dossier_open.py DOSSIER… [--word WORD] [--runs 5]

`bench/small_reports.py --keep FOLDER` makes a thousand reports to try it on. `painted` is the first contentful paint, `ready`
the end of parsing with all scripts run, `search` the time from the first letter typed to the list of hits on the page, its
120 ms of waiting for the next letter included. `cpu` is what the page's own process took up to there: on a busy machine it
tells more than the clock.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

__all__ = ["opened"]

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = "--no-sandbox --disable-gpu --disable-background-networking --no-first-run"
PAINTED = "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0] || 0"
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
ELEMENTS = "document.getElementsByTagName('*').length"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", nargs="+", type=Path)
    parser.add_argument("--word", default="injured")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    for path in options.dossier:
        runs = [opened(path, options.word) for _ in range(options.runs)]
        told = "  ".join(f"{name} {median(run[name] for run in runs):.2f}" for name in runs[0])
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB  {told}  (seconds; median of {options.runs})")


def opened(path: Path, word: str) -> dict[str, float]:
    """Times of one fresh browser, in seconds, and the number of elements."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        try:
            page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
            return _times(page, path, word)
        finally:
            browser.close()


def _times(page: Any, path: Path, word: str) -> dict[str, float]:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(path.resolve().as_uri(), wait_until="load")
    ready = {"painted": page.evaluate(PAINTED) / 1000, "ready": page.evaluate(READY) / 1000, "cpu": _used(session)}
    page.focus("#search input")
    start = time.perf_counter()
    page.keyboard.type(word)
    page.wait_for_selector("#found li")
    search = {"search": time.perf_counter() - start, "search cpu": _used(session) - ready["cpu"]}
    return ready | search | {"elements": float(page.evaluate(ELEMENTS))}


def _used(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "ProcessTime"))


if __name__ == "__main__":
    main()
