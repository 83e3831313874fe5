"""All that the desk says in its own words comes from its catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from headwater import web
from headwater.dossier.wording import load_wording

HOME = Path(web.__file__).parent
TEMPLATES = sorted((HOME / "templates").glob("*.html"))
PLACES = ("Headwater", "headwater export", "person", "2031", "F", "Ctrl Enter", "Enter", "utf", "X")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_words_stand_in_a_template(path: Path) -> None:
    text = re.sub(r"{%.*?%}|{{.*?}}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = re.findall(r'(?:placeholder|title|aria-label)="([^"]*)"', text) + re.sub(r"<[^>]*>", "\n", text).split("\n")
    said = [words for words in (one.strip(" ·") for one in shown) if re.search(r"[A-Za-z]{2}", words)]
    assert [words for words in said if not words.startswith(PLACES)] == []


def test_every_message_is_in_the_catalogue() -> None:
    wording = load_wording("en", HOME / "wording")
    code = "".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES, *HOME.glob("*.py")))
    names = set(re.findall(r'\b(?:say|FormError)\("([\w.]+)"[,)]', code))
    assert len(names) > 80
    assert [name for name in sorted(names) if not wording.has(name)] == []


def test_no_message_is_left_over() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES, *HOME.glob("*.py")))
    made = ("flag.", "filter.", "part.", "keys.sheet_", "measures.one_", "state.", "outcome.none")
    names = re.findall(r'^msgid "([\w.]+)"', (HOME / "wording" / "en.po").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in names if f'"{name}"' not in code and not name.startswith(made)] == []
