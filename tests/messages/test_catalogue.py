"""All that stops a run, could not be read, was found or relates reports is told in words from the catalogue; what stops a run, with a next step."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import headwater
from headwater import errors
from headwater.examine import stage as examine
from headwater.examine.registry import rules
from headwater.messages import CATALOGUE, say, told
from headwater.model import Hedge, Outcome

HOME = Path(headwater.__file__).parent
CODE = {path: path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py"))}
USERS = [code for code in CODE.values() if "headwater.messages import" in code or "import messages" in code]
with CATALOGUE.open("rb") as source:
    FORMS = {
        message.id[0] if message.pluralizable else message.id: [message.string, *message.string][-2:]
        if message.pluralizable
        else [message.string]
        for message in read_po(source)
        if message.id
    }
IDS = list(FORMS)
NAMED = re.compile(r"""["']([a-z]+\.[a-z_]+)["']""")
MADE = ("fault.", "doing.", "finding.", "hedge.", "outcome.")
DONE = {name for code in CODE.values() for name in re.findall(r'"(progress\.[a-z_]+)"', code)}
STOPS = "|".join(name for name in errors.__all__)


def test_every_message_is_in_the_catalogue() -> None:
    asked = {name for code in USERS for name in re.findall(r'\btold\(\s*"([\w.]+)"', code)}
    for code in USERS:
        if "cli.words import" not in code:  # there `say` speaks from the terminal's catalogue
            asked |= set(re.findall(r'\bsay\(\s*"([\w.]+)"', code))
    assert len(asked) > 60
    assert sorted(asked - set(IDS)) == []


def test_no_message_is_left_over() -> None:
    asked = {name for code in USERS for name in NAMED.findall(code)} | DONE
    assert [one for one in IDS if one.removesuffix(".next") not in asked and not one.startswith(MADE)] == []


def test_what_is_being_done_is_told_by_a_message() -> None:
    told = {name for code in CODE.values() for name in re.findall(r'\b(?:progress|run\.do)\(\s*f?"([^"]*)"', code)}
    assert len(told) > 10
    assert sorted(told - set(IDS)) == []


def test_what_stops_a_run_has_a_next_step() -> None:
    pairs = {name for code in USERS for name in re.findall(r'\btold\(\s*"([\w.]+)"', code)}
    assert [name for name in sorted(pairs) if f"{name}.next" not in IDS] == []


def test_no_error_and_no_problem_brings_words_of_its_own() -> None:
    own = re.compile(rf"""\b(?:{STOPS}|UnreadableError)\(\s*f?["'][^"']*\s""")
    problems = re.compile(r"""\bProblem\([^()]*,\s*f?["'][^"']* [^"']*["']""")
    run = {path: re.sub(r"^ *>>> .*$", "", code, flags=re.MULTILINE) for path, code in CODE.items()}
    assert [path for path, code in run.items() if own.search(code) or problems.search(code)] == []


def test_what_is_made_of_names_is_in_the_catalogue() -> None:
    assert examine.MODULES
    assert _named("finding.") == {rule.name for rule in rules()}
    assert _named("outcome.") == set(Outcome)
    assert _named("hedge.") == set(Hedge) - {Hedge.PLAIN, Hedge.RANGE, Hedge.VAGUE}


def _named(prefix: str) -> set[str]:
    return {name.removeprefix(prefix) for name in IDS if name.startswith(prefix)}


@pytest.mark.parametrize("name", IDS)
def test_a_message_says_what_it_is_given(name: str) -> None:
    for count, form in enumerate(FORMS[name], start=1):
        wanted = {field for _, field, _, _ in Formatter().parse(form) if field}
        given = {field: f"<{field}>" for field in wanted} | ({"n": count} if "n" in wanted else {})
        said = say(name, **given)
        assert all(str(value) in said for value in given.values())


def test_a_message_that_is_not_there_is_no_words() -> None:
    with pytest.raises(KeyError):
        told("case.nowhere")
