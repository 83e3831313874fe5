"""Examples with their figures marked in the text: `{12:killed:worker}`.

After the group may stand `!` (denied), `~` (implied), `?` (of another event) and `<QUOTE` (a part of the figure so quoted).
"""

import re
from dataclasses import dataclass

from headwater.extract.stage import extract
from headwater.language import Language, load
from headwater.model import Figure, Report
from headwater.read import plain
from headwater.settings import Settings

_MARK = re.compile(r"\{([^:{}]+):([a-z_]+):([A-Za-z -]+)([!~?]*)(?:<([^{}]+))?\}")


@dataclass(frozen=True)
class Row:
    """A figure as an example has it, or as it was read."""

    start: int
    quote: str
    outcome: str
    group: str
    flags: str
    whole: str | None


def unmark(example: str) -> tuple[str, list[Row]]:
    """The text without marks, and what they say."""
    text, rows, last = "", [], 0
    for match in _MARK.finditer(example):
        text += example[last : match.start()]
        quote, outcome, group, flags, whole = match.groups()
        rows.append(Row(len(text), quote, outcome, group, "".join(sorted(flags)), whole))
        text += quote
        last = match.end()
    return text + example[last:], rows


def figures(text: str, language: Language | None = None) -> list[Figure]:
    """All figures of a plain text."""
    report = Report(document="t", sha256="", text=text, blocks=plain.blocks(text))
    return list(extract(report, language or load(), Settings()).figures)


def read(text: str, language: Language | None = None) -> list[Row]:
    """The figures of a text that have an outcome."""
    found = figures(text, language)
    quotes = {figure.id: figure.quote for figure in found}
    return [
        Row(
            figure.start,
            figure.quote,
            figure.outcome.value,
            figure.group or "",
            "!" * figure.negated + "?" * figure.background + "~" * figure.implied,
            quotes.get(figure.part_of or ""),
        )
        for figure in found
        if figure.outcome
    ]
