"""Lines of a text, and which of them are one paragraph that was wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

__all__ = ["ITEM", "Line", "in_capitals", "lines", "paragraphs"]

_LINE = re.compile(r"\S(?:[^\n\f\u2028\u2029]*[^\s])?")
ITEM = re.compile(r"(?:[•‣▪◦●∙·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
"""How an item of a list begins: a bullet, or a number with a full stop or bracket."""

_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LABELLED = re.compile(r"[^\W\d][^:.,;\n]{1,50}:[ \t]+(?:\w+ ){0,3}\d")
"""How a line of counts begins: a label, and soon behind its colon a number."""

_LAST = frozenset(".!?:;…\"'”’»)]")  # the signs that one of those ends may end with
_LONGEST_WRAP = 140
_SHORTEST_WRAP = 30


class Line(msgspec.Struct, gc=False):
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
        item = not text[start].isupper() and ITEM.match(text, start) is not None
        found.append(Line(start, end, indent, gap, item))
        before = end
    return found


@lru_cache(maxsize=4)
def in_capitals(text: str) -> bool:
    """Whether a text has capitals and no small letters, as wire copy may; asked for each of its paragraphs."""
    # All that is looked at is ASCII in most texts, where this is ten times as fast as to ask for capitals.
    return text == text.upper() != text.lower() if text.isascii() else text.isupper()


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
    first = before = each[0]
    for line in each[1:]:
        if not _continues(text, before, line, width):
            joined.append(_through(first, before))
            first = line
        before = line
    joined.append(_through(first, before))
    return joined


def _through(first: Line, last: Line) -> Line:
    return first if first is last else Line(first.start, last.end, first.indent, first.gap, first.item)


def _wrap(text: str, each: Sequence[Line]) -> int | None:
    """The width that a text was wrapped to by hand; none where a line is a paragraph.

    Told by lines that go on in lower case, or, in texts of capitals only, after a line that ends in no stop: most pairs
    of lines in wrapped prose do, none where a line is a paragraph.
    """
    capitals = in_capitals(text)
    pairs = 0
    widths: list[int] = []
    for one, two in pairwise(each):
        width = one.end - one.start
        if width < _SHORTEST_WRAP or two.gap or two.item:
            continue
        pairs += 1
        goes_on = width <= _LONGEST_WRAP and (capitals or text[two.start].islower())
        if goes_on and (text[one.end - 1] not in _LAST or not _is_ended(text, one)):
            widths.append(width)
    longer = [line for line in each if line.end - line.start > _LONGEST_WRAP]
    if not widths or 5 * len(longer) > len(each) or 2 * len(widths) < pairs:
        return None
    return max(widths)


def _is_ended(text: str, line: Line) -> bool:
    """Whether a line ends in a stop, with or without closing marks; asked where its last sign is one of those."""
    return _END.search(text, max(line.start, line.end - 8), line.end) is not None


def _is_labelled(text: str, line: Line) -> bool:
    """Whether a line is one of counts; most have no colon, which is seen sooner."""
    return text.find(":", line.start, line.end) >= 0 and _LABELLED.match(text, line.start, line.end) is not None


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    if (
        line.gap
        or line.item
        or line.indent >= before.indent + 2 + 4 * before.item
        or text.startswith(("http://", "https://"), before.start)
    ):
        return False
    if _is_labelled(text, line) and _is_labelled(text, before):
        return False
    length = before.end - before.start
    if text[line.start].islower() and 2 * length > width:
        return True
    if 5 * length > 3 * width and (text[before.end - 1] not in _LAST or not _is_ended(text, before)):
        return True
    space = text.find(" ", line.start, line.end)
    first_word = (space if space >= 0 else line.end) - line.start
    return length + 1 + first_word > width - 1
