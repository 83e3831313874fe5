"""Marks laid over a report's text, and the runs that they cut it into."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from headwater.dossier.inline import Sigla

__all__ = ["Mark", "Run", "runs"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on `[start, end)`: its kind, what a screen reader is told, where it leads, and its own address.

    `sigla` are the reports that share a passage; they stand raised at its end.
    """

    start: int
    end: int
    kind: str
    hint: str = ""
    href: str = ""
    anchor: str = ""
    sigla: Sigla | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words under one set of marks.

    `kinds` are their classes, `anchor` their address, `anchors` further ones of marks that begin at the same place;
    `opens` and `closes` tell of a shared passage's ends.
    """

    text: str
    kinds: str = ""
    hint: str = ""
    href: str = ""
    anchor: str = ""
    anchors: tuple[str, ...] = ()
    opens: bool = False
    closes: Sigla | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing marks it."""
        return not (self.kinds or self.href or self.anchor)


def runs(text: str, start: int, end: int, marks: Iterable[Mark], *, whole: bool = True) -> tuple[Run, ...]:
    """`text[start:end]` cut at the ends of marks, every code point in exactly one run.

    A passage that runs on beyond the stretch opens and closes at the stretch's ends where `whole` (a paragraph), and
    not at all where the stretch is only a piece of one.

    >>> [(run.text, run.kinds) for run in runs("12 of the crew", 0, 14, [Mark(0, 2, "fig"), Mark(0, 5, "shared")])]
    [('12', 'fig shared'), (' of', 'shared'), (' the crew', '')]
    """
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (mark.start, -mark.end, mark.kind, mark.anchor),
    )
    return tuple(_cut(text, start, end, inside, whole))


def _cut(text: str, start: int, end: int, marks: list[Mark], whole: bool) -> Iterator[Run]:
    edges = sorted({start, end, *(min(max(edge, start), end) for mark in marks for edge in (mark.start, mark.end))})
    active: list[Mark] = []
    waiting = iter(marks)
    coming = next(waiting, None)
    for left, right in itertools.pairwise(edges):
        active = [mark for mark in active if mark.end > left]
        while coming is not None and coming.start <= left:
            active.append(coming)
            coming = next(waiting, None)
        yield _run(text[left:right], left, right, (start, end) if whole else (-1, -1), active)


def _run(words: str, left: int, right: int, ends: tuple[int, int], active: list[Mark]) -> Run:
    opening = [mark for mark in active if mark.start == left or left == ends[0]]
    closing = [mark for mark in active if mark.end == right or right == ends[1]]
    anchors = tuple(dict.fromkeys(mark.anchor for mark in active if mark.anchor and mark.start == left))
    kinds = {mark.kind for mark in active}
    kinds |= {f"{mark.kind}-a" for mark in opening if mark.kind == "stated"}
    kinds |= {f"{mark.kind}-b" for mark in closing if mark.kind == "stated"}
    return Run(
        words,
        kinds=" ".join(sorted(kinds)),
        hint=" ".join(dict.fromkeys(mark.hint for mark in opening if mark.hint)),
        href=next((mark.href for mark in reversed(active) if mark.href), ""),
        anchor=anchors[0] if anchors else "",
        anchors=anchors[1:],
        opens=any(mark.sigla for mark in opening),
        # Where only the paragraph ends, the passage's bracket closes without its letters: they stand at its own end.
        closes=next((mark.sigla if mark.end == right else Sigla(()) for mark in closing if mark.sigla), None),
    )
