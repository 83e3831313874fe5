"""The stemma drawn: reports from left to right as published, unseen origins as dashed circles, edges by probability."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from markupsafe import Markup

from headwater.dossier.svg.canvas import Canvas

__all__ = ["Edge", "Node", "draw_stemma"]

_ROW, _TOP, _LEFT = 38.0, 34.0, 150.0


@dataclass(frozen=True, slots=True)
class Node:
    """A report (`day` is an ordinal) or an unseen origin (`unseen`); `label` stands beside it."""

    name: str
    letter: str
    label: str
    href: str
    day: int | None
    unseen: bool = False


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


def draw_stemma(
    nodes: Sequence[Node], edges: Sequence[Edge], title: str, unseen: str, *, small: bool = False
) -> Markup:
    """The drawing; rows are the reports in the order given, never by size.

    Distances from left to right tell the order of publication, growing with the time between, but are not to scale:
    a day and a decade must both be seen.
    """
    width = 368.0 if small else 1100.0
    row = 26.0 if small else _ROW
    canvas = Canvas(width, title)
    reports = [node for node in nodes if not node.unseen]
    y = {node.name: (18.0 if small else _TOP) + place * row for place, node in enumerate(reports)}
    x = _across(reports, 150.0 if small else _LEFT + 90, width - (50.0 if small else 330.0))
    _set_off(x, edges, width - (50.0 if small else 330.0))
    nodes = [node for node in nodes if not node.unseen or any(edge.parent == node.name for edge in edges)]
    unseen_places: list[tuple[float, float]] = []
    for node in nodes:
        if node.unseen:
            x[node.name], y[node.name] = _clear(_unseen_place(node, edges, x, y, small=small), unseen_places)
            unseen_places.append((x[node.name], y[node.name]))
    for node in reports:
        canvas.line(x[node.name] + 10, y[node.name], width - (36 if small else 300), y[node.name], "guide")
    coming: dict[str, int] = {}
    for edge in edges:
        if edge.parent in x and edge.child in x:
            coming[edge.child] = coming.get(edge.child, -1) + 1
            _edge(canvas, edge, coming[edge.child], x, y, small=small)
    named = False
    for node in nodes:
        _node(canvas, node, x[node.name], y[node.name], width, "" if node.unseen and named else unseen, small=small)
        named = named or node.unseen
    return canvas.drawn((18.0 if small else _TOP) + len(reports) * row)


def _across(reports: Sequence[Node], left: float, right: float) -> dict[str, float]:
    dated = sorted({node.day for node in reports if node.day is not None})
    steps = [0.0]
    for before, after in itertools.pairwise(dated):
        steps.append(steps[-1] + 1.0 + log1p(after - before))
    whole = steps[-1] or 1.0
    place = {day: left + (right - left) * step / whole for day, step in zip(dated, steps, strict=True)} if dated else {}
    return {node.name: place[node.day] if node.day is not None else left - 30 for node in reports}


def _clear(place: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The place, or one above it that no other unseen origin has."""
    x, y = place
    while any(abs(x - other[0]) < 60 and abs(y - other[1]) < 20 for other in taken):
        y -= 20
    return x, max(y, 10.0)


def _set_off(x: dict[str, float], edges: Sequence[Edge], right: float) -> None:
    """Moves a report that is likeliest from another of the same day a little to the right of it."""
    for _ in range(3):
        for edge in edges:
            if edge.first and edge.parent in x and edge.child in x and abs(x[edge.parent] - x[edge.child]) < 1:
                x[edge.child] = min(right, x[edge.parent] + 44)


def _unseen_place(
    node: Node, edges: Sequence[Edge], x: dict[str, float], y: dict[str, float], *, small: bool
) -> tuple[float, float]:
    children = [edge.child for edge in edges if edge.parent == node.name and edge.child in x] or list(x)
    middle = sum(y[child] for child in children) / len(children) if children else 0.0
    left = 70.0 if small else max(60.0, min((x[child] for child in children), default=_LEFT) - 130)
    return left, middle + 0.01


def _edge(canvas: Canvas, edge: Edge, number: int, x: dict[str, float], y: dict[str, float], *, small: bool) -> None:
    """One edge, forking near its child: the first that comes there nearest, so that lines do not lie on each other."""
    left, top, right, bottom = x[edge.parent], y[edge.parent], x[edge.child], y[edge.child]
    near = (18.0 if small else 40.0) * (number + 1)
    fork = max(left + 8, right - near) if right > left else left + 24
    kind = "words" if edge.words else "likely" if edge.first else "other-way"
    steps = f"M{left:.1f} {top:.1f}H{fork:.1f}V{bottom:.1f}H{right:.1f}"
    if small or not edge.href:
        canvas.path(steps, f"edge {kind}")
    else:
        canvas.path(steps, f"edge {kind}", edge.href, f"{edge.name} {edge.probability:.2f}")
    if not small:
        back = right <= left
        place = (fork + 4, (top + bottom) / 2 + 4 if back else bottom - 5 if number % 2 == 0 else bottom + 14)
        canvas.text(*place, f"{edge.probability:.2f}", "p halo")


def _node(canvas: Canvas, node: Node, x: float, y: float, width: float, unseen: str, *, small: bool) -> None:
    if node.unseen:
        canvas.circle(x, y, 8.0 if not small else 6.0, "unseen")
        if unseen:
            canvas.text(x - 14, y + 4, unseen, "note", "end")
        return
    canvas.circle(x, y, 4.5, "dot")
    place = width - (30 if small else 290)
    canvas.text(place, y + 5, node.letter, "letter", "start", node.href)
    if not small:
        canvas.text(place + 30, y + 5, node.label, "label")
