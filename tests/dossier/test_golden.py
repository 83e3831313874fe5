"""The dossier of the bundled example as text, so that a change of any stage shows in a diff; `make golden` renews it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

GOLDEN = Path(__file__).parent / "golden" / "example.txt"
# What opens a line of its own; all else runs on.
LINES = frozenset("h1 h2 h3 h4 p tr dt dd li div section article details summary tbody caption blockquote text".split())
# What changes with a release or a library and not with the page.
VARIES = (
    r"\b[0-9a-f]{64}\b",
    r"\b(?:[0-9a-f]{8} ){7}[0-9a-f]{8}\b",
    r"\b\d+\.\d+\.\d+\S*",
    r"\b[0-9a-f]{12,40}\b",
    r"(Stage \w+\s+)\S[^\n]*",
)


def lines_of(page: str) -> str:
    """The words of every view, a line for each row, paragraph and label, cells set apart by a bar."""
    main = html.fromstring(page).get_element_by_id("main")
    pieces: list[str] = []
    _walk(main, pieces)
    text = "".join(pieces)
    for pattern in VARIES:
        text = re.sub(pattern, lambda found: (found[1] if found.lastindex else "") + "#", text)
    lines = (re.sub(r"[^\S\n]+", " ", line).strip(" |") for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def _walk(element: html.HtmlElement, pieces: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in ("select", "button", "title", "script"):
        return
    if element.get("class") == "view":
        pieces.append(f"\n\n== {element.get('id')}\n")
    opens = "\n" if element.tag in LINES else " | " if element.tag in ("td", "th") else ""
    pieces += [opens, _flat(element.text)]
    for child in element:
        _walk(child, pieces)
        pieces.append(_flat(child.tail))
    pieces.append("\n" if element.tag in LINES else "")


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def test_the_dossier_of_the_example_is_the_golden_one(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, "-m", "headwater", "demo", "-o", str(tmp_path / "case")]
    subprocess.run(command, check=True, capture_output=True)
    found = lines_of((tmp_path / "case" / "dossier.html").read_text(encoding="utf-8"))
    if request.config.getoption("update_snapshots"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8"), "if the change is meant: make golden"
