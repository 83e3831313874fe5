"""Work for the tests of lineage on a cluster: must be importable by name in its worker processes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import regex

from headwater.model import Credit, CreditRelation, Extraction, Figure, Outcome, Report, Span


class Task(NamedTuple):
    """A number, and the folder where one worker says that it died."""

    folder: str
    number: int


def square_but_die_once(task: Task) -> int:
    """The square; the first worker to meet number seven dies before it can answer."""
    mark = Path(task.folder) / "died"
    if task.number == 7 and not mark.exists():
        mark.touch()
        os._exit(1)
    time.sleep(0.01)
    return task.number * task.number


def fail_at_three(number: int) -> int:
    """The number, but for three."""
    if number == 3:
        raise ValueError("three")
    return number


def digits(reports: Sequence[Report]) -> Iterator[tuple[Report, Extraction]]:
    """Every number in digits as a figure of people killed; whom "says X:" names at the beginning is credited."""
    yield from map(_digits, reports)


def _digits(report: Report) -> tuple[Report, Extraction]:
    found = []
    for match in regex.finditer(r"\d++", report.text):
        place, value = Span(*match.span()), Decimal(match.group())
        name = Figure.identify(report.document, *match.span(), Outcome.KILLED, "person")
        found.append(
            Figure(
                name, report.document, *match.span(), match.group(), place, value, value, value, outcome=Outcome.KILLED
            )
        )
    named = regex.match(r"says ([^:]++):", report.text)
    credit = (Credit(*named.span(1), named.group(1), named.group(1), CreditRelation.REPORTS),) if named else ()
    return replace(report, credits=credit), Extraction(figures=tuple(found))
