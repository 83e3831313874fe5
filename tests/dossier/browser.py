"""A real Chromium for tests: no network, and every word that the console says is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"

needs_chromium = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no Chromium at {CHROMIUM}")


@dataclass
class Tab:
    """One page with what it said on the console and what it asked of the network."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def goto(self, path: Path, place: str = "") -> None:
        self.page.goto(path.as_uri() + (f"#{place}" if place else ""))

    def wide(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth"))


@contextmanager
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS.split())
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Any, width: int = 1440, **options: Any) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **options)
    tab = Tab(context.new_page())
    tab.page.on("console", lambda message: tab.said.append(message.text))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.on("dialog", lambda dialog: (tab.said.append(dialog.message), dialog.dismiss()))
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    try:
        yield tab
    finally:
        context.close()
