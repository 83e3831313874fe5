"""A real Chromium for tests: no network, and every word that the console says is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
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
    scripts: bool = True
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def goto(self, path: Path, place: str = "") -> None:
        address = path.as_uri() + (f"#{place}" if place else "")
        left, hash_left = self.page.url.partition("#")[::2]
        within = bool(place) and left == path.as_uri() and hash_left != place
        with self.turned() if within and self.scripts else nullcontext():
            self.page.goto(address)

    def turn(self, link: Any) -> None:
        """The view that a link (a locator, or its selector) within the page leads to: the page has turned to it."""
        with self.turned():
            (self.page.locator(link).first if isinstance(link, str) else link).click()

    @contextmanager
    def turned(self) -> Iterator[None]:
        """The page has heard that its address changed: the browser tells it a moment after the click is done."""
        before = self.page.evaluate("turns")
        yield
        self.page.wait_for_function("before => turns > before", arg=before)

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
    context.add_init_script("window.turns = 0; addEventListener('hashchange', () => { turns += 1 })")
    tab = Tab(context.new_page(), options.get("java_script_enabled", True))
    tab.page.on("console", lambda message: tab.said.append(message.text))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.on("dialog", lambda dialog: (tab.said.append(dialog.message), dialog.dismiss()))
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    try:
        yield tab
    finally:
        context.close()
