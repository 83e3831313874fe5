"""Findings and reasons come out in the language of the catalogue: here one of Greek letters, with numbers, days and lists as in German."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import get_day_names, get_month_names
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

import headwater
from examine_cases import FINDS
from headwater import messages
from headwater.examine import stage
from headwater.examine.registry import rules
from headwater.model import Finding, FindingKind, Origins
from headwater.settings import Settings
from lineage_cases import account, case, counted
from lineage_texts import reworded

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
WORD = re.compile(r"[A-Za-z]{2,}")


def turned(text: str) -> str:
    """A message in other letters, its places for values kept."""
    parts = re.split(r"(\{\w*\})", text)
    return "".join(part if part[:1] == "{" else re.sub(r"[A-Za-z]", _turned, part) for part in parts)


def _turned(letter: re.Match[str]) -> str:
    return LETTERS[(ord(letter.group().lower()) - ord("a")) % len(LETTERS)]


@pytest.fixture(autouse=True)
def other_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with messages.CATALOGUE.open("rb") as source:
        english = read_po(source)
    other = Catalog(locale="de")
    for message in english:
        if message.pluralizable:
            other.add(message.id, tuple(map(turned, message.string)))
        elif message.id:
            other.add(message.id, turned(message.string))
    with (tmp_path / "de.po").open("wb") as target:
        write_po(target, other)
    monkeypatch.setattr(messages, "CATALOGUE", tmp_path / "de.po")
    messages._spoken.cache_clear()
    yield
    messages._spoken.cache_clear()


EXAMPLES = tomllib.loads(Path(stage.__file__).with_name("examples.toml").read_text(encoding="utf-8"))
CALENDAR = {
    "und",
    *(WORD.findall(" ".join([*get_month_names(locale="de").values(), *get_day_names(locale="de").values()]).lower())),
}


def found(folder: Path) -> Iterator[tuple[Finding, str]]:
    """Findings of each rule, with all that they were made of."""
    for situation in (one for situations in FINDS.values() for one in situations):
        yield from ((finding, repr(situation)) for finding in stage.examine(*situation))
    for name, number in ((name, n) for name, sides in EXAMPLES.items() for n in range(len(sides.get("finds", ())))):
        place = folder / f"{name}-{number}"
        place.mkdir()
        for at, text in enumerate(EXAMPLES[name]["finds"][number]["reports"]):
            (place / f"report-{at}.txt").write_text(text + "\n", encoding="utf-8")
        contents = headwater.run([place], settings=Settings(workers=1))
        yield from (
            (finding, f"{contents.reports} {contents.figures} {contents.events}") for finding in contents.findings
        )


def test_every_rule_speaks_it(tmp_path: Path) -> None:
    told = set()
    for finding, given in found(tmp_path):
        told.add(finding.rule.split("/")[0])
        words = set(WORD.findall(f"{finding.text} {finding.arithmetic or ''}".lower()))
        assert words - CALENDAR <= set(WORD.findall(given.replace("\\n", " ").lower())), finding.text
    assert told == {rule.name for rule in rules()}


def test_a_finding_comes_out_in_it(tmp_path: Path) -> None:
    told = next(finding for finding, _ in found(tmp_path) if finding.kind is FindingKind.WEEKDAY)
    assert told.text.endswith(turned(": that day was a ") + "Dienstag.")
    assert (told.arithmetic or "").endswith(turned("not ") + "Montag")


def test_a_reason_comes_out_in_it() -> None:
    text = account(1)
    origins, _ = counted(*case({"a": text, "b": reworded(text, 4, 0.05), "c": account(9)}, a=("Mara Quill",)))
    shared, alone = origins.textual.roots
    assert shared.label == turned("one text behind 2 reports, or one of them")
    assert turned("share text with each other around this figure") in shared.why
    assert alone.why == turned("shares no text beside this figure with another report of this set, and names none")
    assert WORD.findall(" ".join(_reasons(origins))) == []


def _reasons(origins: Origins) -> Iterator[str]:
    for root in (*origins.textual.roots, *origins.attributed.roots):
        yield root.why


def test_numbers_and_lists_follow_its_language() -> None:
    assert messages.number(Decimal("1275.5")) == "1.275,5"
    assert messages.listing("abc") == "a, b und c"
