"""All that the terminal says of a case comes from its catalogue, or from the page's."""

from __future__ import annotations

import re
from pathlib import Path

from headwater import cli
from headwater.cli.words import words

HOME = Path(cli.__file__).parent
CODE = "".join(path.read_text(encoding="utf-8") for path in sorted(HOME.glob("*.py")))
CATALOGUE = (HOME / "wording" / "en.po").read_text(encoding="utf-8")
MADE = ("case.known.", "bounds.", "explain.")


def test_every_message_is_in_the_catalogue() -> None:
    asked = set(re.findall(r"""(?<!messages\.)\bsay\(["']([a-z_]+\.[a-z_.]+[a-z])["'][,)]""", CODE))
    assert len(asked) > 40
    assert [message for message in sorted(asked) if not words().has(message)] == []


def test_no_message_is_left_over() -> None:
    names = re.findall(r'^msgid "([\w.]+)"', CATALOGUE, re.MULTILINE)
    assert [
        name for name in names if not re.search(rf"[\"']{re.escape(name)}[\"']", CODE) and not name.startswith(MADE)
    ] == []


def test_what_is_printed_holds_no_words_of_its_own() -> None:
    shown = re.findall(r"""(?:console\.print|typer\.echo|Text\.assemble|Text)\(\s*f?"([^"]*)\"""", CODE)
    assert [words for words in shown if re.search(r"[A-Za-z]{2}", re.sub(r"{[^}]*}|\w+\.jsonl", "", words))] == []
