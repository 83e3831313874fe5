"""All that stops a run, and all that could not be read, is told in words from the catalogue, each with a next step."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import headwater
from headwater import errors
from headwater.messages import CATALOGUE, say, told

HOME = Path(headwater.__file__).parent
CODE = {path: path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py"))}
USERS = [code for code in CODE.values() if "headwater.messages import" in code or "import messages" in code]
IDS = re.findall(r'^msgid "([\w.]+)"', CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
NAMED = re.compile(r"""["']([a-z]+\.[a-z_]+)["']""")
MADE = ("fault.", "doing.")
STOPS = "|".join(name for name in errors.__all__)


def test_every_message_is_in_the_catalogue() -> None:
    asked = {name for code in USERS for name in re.findall(r'\btold\(\s*"([\w.]+)"', code)}
    for code in USERS:
        if "cli.words import" not in code:  # there `say` speaks from the terminal's catalogue
            asked |= set(re.findall(r'\bsay\(\s*"([\w.]+)"', code))
    assert len(asked) > 60
    assert sorted(asked - set(IDS)) == []


def test_no_message_is_left_over() -> None:
    asked = {name for code in USERS for name in NAMED.findall(code)}
    assert [one for one in IDS if one.removesuffix(".next") not in asked and not one.startswith(MADE)] == []


def test_what_stops_a_run_has_a_next_step() -> None:
    pairs = {name for code in USERS for name in re.findall(r'\btold\(\s*"([\w.]+)"', code)}
    assert [name for name in sorted(pairs) if f"{name}.next" not in IDS] == []


def test_no_error_and_no_problem_brings_words_of_its_own() -> None:
    own = re.compile(rf"""\b(?:{STOPS}|UnreadableError)\(\s*f?["'][^"']*\s""")
    problems = re.compile(r"""\bProblem\([^()]*,\s*f?["'][^"']* [^"']*["']""")
    run = {path: re.sub(r"^ *>>> .*$", "", code, flags=re.MULTILINE) for path, code in CODE.items()}
    assert [path for path, code in run.items() if own.search(code) or problems.search(code)] == []


@pytest.mark.parametrize("name", IDS)
def test_a_message_says_what_it_is_given(name: str) -> None:
    text = CATALOGUE.read_text(encoding="utf-8").partition(f'msgid "{name}"\n')[2].partition("\n\n")[0]
    wanted = {field for _, field, _, _ in Formatter().parse(text.partition('msgstr "')[2]) if field}
    said = say(name, **{field: f"<{field}>" for field in wanted})
    assert all(f"<{field}>" in said for field in wanted)


def test_a_message_that_is_not_there_is_no_words() -> None:
    with pytest.raises(KeyError):
        told("case.nowhere")
