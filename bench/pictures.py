"""Writes the pictures of README and docs anew: the first page of the bundled example's dossier, and the desk on it.

usage: uv run --with pillow bench/pictures.py

Both go to `docs/images`, in 128 colours. They are taken by Debian's Chromium, in the fonts of the machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
IMAGES = Path(__file__).parents[1] / "docs" / "images"
HEADWATER = [sys.executable, "-m", "headwater"]


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(folder) / "demo"
        subprocess.run([*HEADWATER, "demo", "-o", str(case)], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(f"file://{case}/dossier.html")
        page.screenshot(path=IMAGES / "dossier.png")
        server = subprocess.Popen([*HEADWATER, "serve", str(case)], stdout=subprocess.PIPE, text=True)
        try:
            desk(browser.new_page(viewport={"width": 1440, "height": 900}), server)
        finally:
            server.terminate()
            server.wait()
        browser.close()
    for path in (IMAGES / "dossier.png", IMAGES / "desk.png"):
        Image.open(path).convert("RGB").quantize(128).save(path, optimize=True)


def desk(page: Any, server: subprocess.Popen[str]) -> None:
    """The desk at a figure with a hedge, a speaker and its outcome told."""
    assert server.stdout
    address = re.search(r"http://\S+", server.stdout.readline())
    assert address, "the server says where it is"
    page.goto(address[0])
    page.fill("input[name=name]", "Ines")
    page.click("button")
    page.click(".queue h3 a:has-text('Averin Courier')")
    page.click(".queue li a:has-text('at least 24')")
    page.wait_for_selector("mark.now:has-text('24')")
    page.wait_for_load_state("load")
    page.screenshot(path=IMAGES / "desk.png")


if __name__ == "__main__":
    main()
