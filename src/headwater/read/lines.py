"""Lines of a text, and which of them are one paragraph that was wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["ITEM", "Line", "lines", "paragraphs"]

_LINE = re.compile(r"\S(?:[^\n\f\u2028\u2029]*[^\s])?")
ITEM = re.compile(r"(?:[•‣▪◦●∙·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
"""How an item of a list begins: a bullet, or a number with a full stop or bracket."""

_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LONGEST_WRAP = 140
_SHORTEST_WRAP = 30


class Line(NamedTuple):
    """A line's words `[start, end)` without the white space around them; `gap` counts the blank lines before it."""

    start: int
    end: int
    indent: int
    gap: int
    item: bool


def lines(text: str) -> list[Line]:
    """The lines of a text that hold anything, in order."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        between = text[before:start]
        if between == "\n":
            indent = gap = 0
        else:
            gap = max(0, between.count("\n") + between.count("\f") - 1)
            indent = start - (text.rfind("\n", before, start) + 1 if "\n" in between else before)
        found.append(Line(start, end, indent, gap, ITEM.match(text, start) is not None))
        before = end
    return found


def paragraphs(text: str) -> list[Line]:
    r"""The lines of a text, those that were wrapped by hand joined to one each; `end` is then the last line's.

    >>> text = "The ferry left the port of Varn at\ndawn.\n\nNobody knows why it never came back\nto its quay."
    >>> [text[line.start:line.end] for line in paragraphs(text)]
    ['The ferry left the port of Varn at\ndawn.', 'Nobody knows why it never came back\nto its quay.']
    """
    each = lines(text)
    width = _wrap(text, each)
    if width is None:
        return each
    joined: list[Line] = []
    before: Line | None = None
    for line in each:
        if before is not None and _continues(text, before, line, width):
            first = joined[-1]
            joined[-1] = Line(first.start, line.end, first.indent, first.gap, first.item)
        else:
            joined.append(line)
        before = line
    return joined


def _wrap(text: str, each: Sequence[Line]) -> int | None:
    """The width that a text was wrapped to by hand; none where a line is a paragraph.

    Told by lines that go on in lower case, or, in texts of capitals only, after a line that ends in no stop: most pairs
    of lines in wrapped prose do, none where a line is a paragraph.
    """
    capitals = text.isupper()
    pairs = [(one, two) for one, two in pairwise(each) if _could_go_on(one, two)]
    going_on = [
        one.end - one.start
        for one, two in pairs
        if (capitals or text[two.start].islower()) and not _END.search(text, max(one.start, one.end - 8), one.end)
    ]
    widths = [width for width in going_on if width <= _LONGEST_WRAP]
    longer = sum(line.end - line.start > _LONGEST_WRAP for line in each)
    if not widths or 5 * longer > len(each) or 2 * len(widths) < len(pairs):
        return None
    return max(widths)


def _could_go_on(one: Line, two: Line) -> bool:
    return one.end - one.start >= _SHORTEST_WRAP and not two.gap and not two.item


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    if (
        line.gap
        or line.item
        or text.startswith(("http://", "https://"), before.start)
        or line.indent >= before.indent + 2 + 4 * before.item
    ):
        return False
    length = before.end - before.start
    if text[line.start].islower() and 2 * length > width:
        return True
    if 5 * length > 3 * width and not _END.search(text, max(before.start, before.end - 8), before.end):
        return True
    space = text.find(" ", line.start, line.end)
    first_word = (space if space >= 0 else line.end) - line.start
    return length + 1 + first_word > width - 1
