"""The stemma drawn: reports from left to right as published, each below what it likeliest drew on, unseen origins as dashed circles."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from markupsafe import Markup

from headwater.dossier.svg.canvas import Canvas
from headwater.dossier.svg.forest import Forest, forest

__all__ = ["NARROW", "SMALL", "WIDE", "Edge", "Node", "Size", "draw_stemma"]


@dataclass(frozen=True, slots=True)
class Size:
    """Where things stand in a drawing: its width, the height of a row, where the dots may stand, where the labels begin.

    `step` is the least distance of a report from what it drew on; `numbers` are probabilities on the edges, `lines` the
    lines of a label (0: the siglum alone).
    """

    width: float
    row: float
    left: float
    right: float
    label: float
    step: float
    numbers: bool
    lines: int


WIDE = Size(1100.0, 38.0, 150.0, 700.0, 740.0, 54.0, True, 1)
SMALL = Size(368.0, 26.0, 90.0, 310.0, 336.0, 26.0, False, 0)
NARROW = Size(350.0, 46.0, 22.0, 128.0, 146.0, 18.0, False, 2)


@dataclass(frozen=True, slots=True)
class Node:
    """A report (`day` is an ordinal) or an unseen origin (`unseen`); name and date of a report stand beside it."""

    name: str
    letter: str
    label: str
    href: str
    day: int | None
    unseen: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """From parent to child; `words` says that shared words show it, `first` that it is the child's likeliest.

    `href` leads to the evidence, and `name` says so.
    """

    parent: str
    child: str
    probability: float
    words: bool
    first: bool
    href: str = ""
    name: str = ""


def draw_stemma(nodes: Sequence[Node], edges: Sequence[Edge], title: str, unseen: str, size: Size = WIDE) -> Markup:
    """The drawing: a tree of likeliest descent, so that no two of its lines cross; other ways are dotted curves.

    Distances from left to right tell the order of publication, growing with the time between, but are not to scale:
    a day and a decade must both be seen. A report never stands left of what it likeliest drew on.
    """
    known = {node.name: node for node in nodes}
    edges = [edge for edge in edges if edge.parent in known and edge.child in known]
    tree = forest([node.name for node in nodes], {edge.child: edge.parent for edge in edges if edge.first})
    rows = [name for name in tree.order if not known[name].unseen]
    y = _down(tree, rows, known, size)
    x = _across(tree, known, size)
    canvas = Canvas(size.width, title)
    for name in rows:
        canvas.line(x[name] + 10, y[name], size.label - 8, y[name], "guide")
    last: dict[str, str] = {}
    for edge in sorted(edges, key=lambda edge: (edge.first, y[edge.child])):
        if tree.parent.get(edge.child) != edge.parent:
            _other_way(canvas, edge, x, y, size)
            continue
        # What several children drew on is drawn once: each line begins where the one above it turned off.
        top = y[last.get(edge.parent, edge.parent)]
        _edge(canvas, edge, (x[edge.parent], top), (x[edge.child], y[edge.child]), size)
        last[edge.parent] = edge.child
    said = False
    for name in tree.order:
        if known[name].unseen:
            if tree.children(name):
                _unseen(canvas, x[name], y[name], "" if said else unseen, size)
                said = True
        else:
            _report(canvas, known[name], x[name], y[name], size)
    return canvas.drawn(len(rows) * size.row + 6)


def _down(tree: Forest, rows: Sequence[str], known: Mapping[str, Node], size: Size) -> dict[str, float]:
    y = {name: size.row * (place + 0.5) for place, name in enumerate(rows)}
    for name in reversed(tree.order):
        if known[name].unseen:
            # An unseen origin stands in the row of the first report that goes back to it.
            y[name] = next((y[child] for child in tree.children(name)), 0.0)
    return y


def _across(tree: Forest, known: Mapping[str, Node], size: Size) -> dict[str, float]:
    """Places by time, moved to the right of the parent's where need be, then fitted into the width."""
    by_day = _by_day([node.day for node in known.values() if node.day is not None], size)
    x: dict[str, float] = {}
    for name in tree.order:
        day = known[name].day
        own = size.left if known[name].unseen or day is None else by_day[day]
        parent = tree.parent.get(name)
        x[name] = own if parent is None else max(own, x[parent] + size.step)
    furthest = max(x.values(), default=size.right)
    if furthest > size.right:
        shrunk = (size.right - size.left) / (furthest - size.left)
        x = {name: size.left + (place - size.left) * shrunk for name, place in x.items()}
    return x


def _by_day(days: Sequence[int], size: Size) -> dict[int, float]:
    dated = sorted(set(days))
    steps = [0.0]
    for before, after in itertools.pairwise(dated):
        steps.append(steps[-1] + 1.0 + log1p(after - before))
    first, whole = size.left + size.step, steps[-1] or 1.0
    return {day: first + (size.right - first) * step / whole for day, step in zip(dated, steps, strict=False)}


def _edge(canvas: Canvas, edge: Edge, start: tuple[float, float], end: tuple[float, float], size: Size) -> None:
    (left, top), (right, bottom) = start, end
    steps = f"M{left:.1f} {top:.1f}" + (f"V{bottom:.1f}" if bottom != top else "") + f"H{right:.1f}"
    kind = f"edge {'words' if edge.words else 'likely'}"
    if not size.numbers or not edge.href:
        canvas.path(steps, kind)
    else:
        canvas.path(steps, kind, edge.href, f"{edge.name} {edge.probability:.2f}")
    if size.numbers:
        canvas.text(right - 9, bottom - 5, f"{edge.probability:.2f}", "p halo", "end")


def _other_way(canvas: Canvas, edge: Edge, x: Mapping[str, float], y: Mapping[str, float], size: Size) -> None:
    """A dotted curve bulging to the right; in small drawings other ways are left to the table."""
    if not size.numbers:
        return
    left, top, right, bottom = x[edge.parent], y[edge.parent], x[edge.child], y[edge.child]
    bend = max(left, right) + 20 + abs(bottom - top) * 0.3
    canvas.path(f"M{left:.1f} {top:.1f}Q{bend:.1f} {(top + bottom) / 2:.1f} {right:.1f} {bottom:.1f}", "edge other-way")


def _unseen(canvas: Canvas, x: float, y: float, words: str, size: Size) -> None:
    canvas.circle(x, y, 8.0 if size.numbers else 6.0, "unseen")
    if words:
        if size.lines == 2:
            canvas.text(max(4.0, x - 18), y - 12, words, "note")
        else:
            canvas.text(x - 14, y + 4, words, "note", "end")


def _report(canvas: Canvas, node: Node, x: float, y: float, size: Size) -> None:
    canvas.circle(x, y, 4.5, "dot")
    canvas.text(size.label, y + 5, node.letter, "letter", "start", node.href)
    beside = size.label + 12 + 11 * len(node.letter)
    if size.lines == 1:
        canvas.text(beside, y + 5, ", ".join(part for part in (node.label, node.when) if part), "label")
    elif size.lines == 2:
        canvas.text(beside, y + 5, node.label, "label")
        canvas.text(beside, y + 21, node.when, "p")
