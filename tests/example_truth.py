"""The truth about the bundled example, and where its words stand in what Headwater read."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import headwater
from headwater.model import BlockKind, Contents, Figure, Report, Span
from headwater.settings import Settings

DEMO = Path(headwater.__file__).parent / "demo"
TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
DOCUMENTS = [row["document"] for row in TRUTH["reports"]]


@cache
def example() -> Contents:
    """The case made of the bundled example, once for all tests."""
    return headwater.run([DEMO / "reports"], settings=Settings(workers=1))


def report_of(document: str) -> Report:
    return next(report for report in example().reports if report.document == document)


def figures_of(document: str) -> list[Figure]:
    return [figure for figure in example().figures if figure.document == document]


def rows_of(section: str, document: str) -> list[dict[str, Any]]:
    return [row for row in TRUTH[section] if row["document"] == document]


def quotes_of(section: str, document: str) -> list[str]:
    return [quote for row in rows_of(section, document) for quote in row["quotes"]]


def flexible(words: str) -> str:
    """A pattern for words with any white space between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def occurrences(words: str, report: Report, *, everywhere: bool = False) -> list[Span]:
    """Where words stand in a report's account, or everywhere, page chrome included."""
    found = [Span(*match.span()) for match in re.finditer(flexible(words), report.text)]
    chrome = [block.span for block in report.blocks if block.kind is BlockKind.CHROME]
    return [span for span in found if everywhere or not any(block.holds(span) for block in chrome)]


def place(row: dict[str, Any], report: Report) -> Span:
    """The place of the quote of a row, by the words around it, which stand once in the account."""
    (whole,) = occurrences(row["before"] + row["quote"] + row["after"], report)
    before = re.match(flexible(row["before"]) + r"\s*", whole.of(report.text)) if row["before"].strip() else None
    start = whole.start + (before.end() if before else 0)
    found = re.compile(flexible(row["quote"])).match(report.text, start)
    assert found
    return Span(*found.span())


@dataclass(frozen=True, order=True)
class Reading:
    """What is compared of a figure."""

    start: int
    quote: str
    values: str
    hedge: str
    outcome: str
    group: str
    background: bool
    part_of: str | None
    negated: bool
    implied: bool


def told(row: dict[str, Any], report: Report) -> Reading:
    """A figure as the truth has it."""
    span = place(row, report)
    return Reading(
        span.start,
        span.of(report.text),
        values(row["best"], row["low"], row["high"]),
        row["hedge"],
        row["outcome"],
        row["group"],
        row["event"] != "main",
        row["part_of"],
        row["negated"],
        row["implied"],
    )


def read(figure: Figure, quotes: dict[str, str]) -> Reading:
    """A figure as Headwater has it; `quotes` names the words of every figure by its id."""
    return Reading(
        figure.start,
        figure.quote,
        values(figure.best, figure.low, figure.high),
        figure.hedge.value,
        figure.outcome.value if figure.outcome else "",
        figure.group or "",
        figure.background,
        quotes.get(figure.part_of or ""),
        figure.negated,
        figure.implied,
    )


def values(best: object, low: object, high: object) -> str:
    return f"{best} [{low}, {high}]"


def head(name: str) -> str:
    """The head word of a speaker's name: `coast guard` → `guard`, `manager at the office` → `manager`."""
    return re.sub(r"\s+(?:for|of|at|in|on|from|with|to)\s.*", "", name).split()[-1].lower()
