"""A page's tree → its lines of text, each with what the markup says of it; every text of the page is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from headwater.read.cells import CELLS, Grid, is_row
from headwater.read.markup import markup
from headwater.read.places import Place, place_of

__all__ = ["BULLET", "Anchor", "Run", "serialise"]

BULLET = "• "
_DEEPEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Anchor:
    """A hyperlink's words `[start, end)` in their line, and where it leads."""

    start: int
    end: int
    address: str


@dataclass(slots=True)
class Run:
    """One line of a page; `bullet` where a list item begins with it, `linked` counts its characters in links.

    `row`: it is a row of a table, its cells parted by ` | `; a place is left for each column that a cell spans.
    """

    text: str
    place: Place
    bullet: bool = False
    linked: int = 0
    row: bool = False
    anchors: tuple[Anchor, ...] = ()

    @property
    def indent(self) -> str:
        """The white space before it: two spaces a level of lists."""
        return "  " * min(self.place.list_level, _DEEPEST_LIST)

    @property
    def shown(self) -> str:
        """The line as it stands in the report, without its indent."""
        return BULLET + self.text if self.bullet else self.text


def serialise(tree: Any) -> list[Run]:
    """The lines of a page in document order; scripts, styles and templates have no text, all else is kept.

    `tree` is an lxml element without comments. One walk without recursion: nesting may be as deep as the parser allows.
    """
    walk = etree.iterwalk(tree, events=("start", "end"))
    writing = _Writing()
    for event, node in walk:
        if event == "end":
            writing.leave(node)
        elif not writing.enter(node):
            walk.skip_subtree()
    writing.end_line()
    return writing.runs


@dataclass(frozen=True, slots=True)
class _Frame:
    """What an open element does to the text in it."""

    place: Place
    link: tuple[int, str] | None = None
    pre: bool = False
    line: bool = False
    row: bool = False
    item: bool = False
    grid: Grid = field(default_factory=Grid)


@dataclass(slots=True)
class _Writing:
    """The lines so far, the line being written, and the elements that are open."""

    runs: list[Run] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(Place("root", None))])
    parts: list[str] = field(default_factory=list)
    length: int = 0
    space: bool = False
    place: Place | None = None
    linked: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    link: tuple[int, str] | None = None
    bullet: bool = False
    row: bool = False
    parted: int = 0

    def enter(self, node: Any) -> bool:
        """Open an element; false where nothing in it is read."""
        tag = node.tag if isinstance(node.tag, str) else ""
        above = self.frames[-1]
        if not tag or tag in markup().skipped:
            self.frames.append(above)
            return False
        frame = self._frame(node, tag, above)
        self.frames.append(frame)
        if above.row and tag in CELLS:
            self._part_cells(frame.grid.place(node))
        elif frame.line or (tag == "br" and not (above.row or _runs_on(node))):
            self.end_line()
        elif tag == "br" or (above.row and markup().is_line(tag)):
            self.space = True
        self.bullet = self.bullet or frame.item
        self._write(node.text, frame)
        return True

    def leave(self, node: Any) -> None:
        """Close an element, and write what follows it."""
        frame = self.frames.pop()
        if frame.row and frame.line:
            self._part_cells(frame.grid.end_row() - 1)
        if frame.line and frame is not self.frames[-1]:
            self.end_line()
            self.bullet = self.bullet and not frame.item
        self._write(node.tail, self.frames[-1])

    def end_line(self) -> None:
        """End the line being written, if it holds anything."""
        if self.parts and self.place is not None:
            line = Run("".join(self.parts), self.place, self.bullet, self.linked, self.row, tuple(self.anchors))
            self.runs.append(line)
            self.bullet = False
        self.parts, self.length, self.space, self.place = [], 0, False, None
        self.linked, self.anchors, self.link, self.row, self.parted = 0, [], None, False, 0

    def _frame(self, node: Any, tag: str, above: _Frame) -> _Frame:
        attributes = node.attrib
        line = markup().is_line(tag) and not above.row
        place = place_of(attributes, tag, above.place, line)
        link = above.link
        if tag == "a" and attributes.get("href"):
            link = (len(self.runs) * 1_000_003 + self.length, attributes["href"])
        row = tag == "tr" and is_row(node)
        grid = Grid() if tag == "table" else above.grid
        if row:
            grid.begin_row()
        return _Frame(place, link, above.pre or tag == "pre", line, row or (above.row and not line), tag == "li", grid)

    def _part_cells(self, column: int) -> None:
        """Write what parts the columns before this one."""
        for _ in range(self.parted, column):
            self.parts.append(" |" if self.parts else "|")
            self.length += len(self.parts[-1])
            self.space = True
        self.parted = max(self.parted, column)

    def _write(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if frame.pre and "\n" in text:
            first, *others = text.split("\n")
            self._write_words(first, frame)
            for line in others:
                self.end_line()
                self._write_words(line, frame)
        else:
            self._write_words(text, frame)

    def _write_words(self, text: str, frame: _Frame) -> None:
        words = " ".join(text.split())
        if not words:
            self.space = self.space or bool(text)
            return
        if self.parts and (self.space or text[0].isspace()):
            self.parts.append(" ")
            self.length += 1
        self.row = self.row or frame.row
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        self.space = text[-1].isspace()
        self.place = frame.place if self.place in (None, frame.place) else frame.place.line or frame.place
        if frame.link is not None:
            self._note_link(start, frame.link)

    def _note_link(self, start: int, link: tuple[int, str]) -> None:
        self.linked += self.length - start
        if self.link == link and self.anchors:
            start = self.anchors.pop().start
        self.anchors.append(Anchor(start, self.length, link[1]))
        self.link = link


def _runs_on(node: Any) -> bool:
    """Whether the words after a line break go on with the sentence before it."""
    after = (node.tail or "").lstrip()
    return bool(after) and after[0].islower()
