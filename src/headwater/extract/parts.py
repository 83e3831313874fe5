"""Parts of a figure: "including N", "of whom N", "N of them", and what follows a figure in its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.clauses import coordinated, head_of
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_breakdowns", "add_ellipses", "add_groups", "add_parts"]


def add_groups(settled: Mapping[int, Settled]) -> None:
    """Give numbers without a noun the group of the last figure of the same outcome: "9 boys lost one parent, 5 both"."""
    last: dict[str, Settled] = {}
    for held in settled.values():
        chunk = held.chunk
        if not chunk.counts or not held.outcomes:
            continue
        before = last.get(held.outcomes[0])
        if before is not None and not chunk.head and not chunk.kind and not chunk.others and not chunk.negated:
            held.group = before.group
        last[held.outcomes[0]] = held


def add_parts(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Link the parts that the sentence lists to their whole, and give them its outcome where they have none."""
    for index, chunk in enumerate(clause.chunks):
        if chunk.part is Part.PARTS and clause.part(index + 1) is Part.NOUN:
            whole = _whole(clause, index, settled, lexicons)
            if whole is not None:
                _take(clause, index + 1, whole, settled, lexicons)
        elif chunk.part is Part.NOUN and chunk.whole is not None and chunk.whole.number is not None:
            _out_of(chunk, chunk.whole, settled)


def add_breakdowns(clause: Clause, inner: Sequence[Clause], settled: dict[int, Settled]) -> None:
    """Make a bracket that holds nothing but counts the parts of the figure before it: "8 people (3 men and 5 women)"."""
    for held in inner:
        counts = [chunk for chunk in held.chunks if chunk.part is Part.NOUN and chunk.number is not None]
        others = (Part.NOUN, Part.COMMA, Part.CONJUNCTION)
        if not counts or any(chunk.part not in others for chunk in held.chunks) or len(counts) < 2:
            continue
        before = [row for row in settled.values() if row.chunk.counts and row.chunk.last <= counts[0].first]
        if not before or not all(_fits(chunk, before[-1].chunk) and chunk.kind == "person" for chunk in counts):
            continue
        for chunk in counts:
            if chunk.first not in settled:
                settled[chunk.first] = Settled(chunk, list(before[-1].outcomes), "part", before[-1], chunk.group)


def _whole(clause: Clause, marker: int, settled: Mapping[int, Settled], lexicons: Lexicons) -> Settled | None:
    here = marker - 1
    while here >= 0 and marker - here < 40:
        if clause.part(here) is Part.STOP:
            return None
        if clause.part(here) is Part.NOUN:
            for near in (head_of(clause, here, lexicons), here):
                held = settled.get(clause.chunks[near].first)
                if held is not None and held.chunk.counts and held.whole is None:
                    return held
        here -= 1
    return None


def _take(clause: Clause, first: int, whole: Settled, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    for target in _listed(clause, first, lexicons):
        chunk = clause.chunks[target]
        if chunk is whole.chunk or chunk.kind in ("measure", "event") or not _fits(chunk, whole.chunk):
            continue
        held = settled.get(chunk.first)
        if held is None:
            held = settled[chunk.first] = Settled(chunk, list(whole.outcomes), "part", group=chunk.group)
        if chunk.counts:
            held.whole = whole


def _fits(part: Chunk, whole: Chunk) -> bool:
    one = part.number.best if part.number else None
    all_ = whole.number.best if whole.number else None
    return one is None or all_ is None or one <= all_


def _listed(clause: Clause, first: int, lexicons: Lexicons) -> list[int]:
    row = coordinated(clause, first, lexicons)
    return row


def _out_of(chunk: Chunk, whole: Chunk, settled: dict[int, Settled]) -> None:
    """Link "N of the M": both are figures; the whole takes the outcome of its noun, where that names one."""
    held = settled.get(chunk.first)
    above = settled.get(whole.first) if whole.first != chunk.first else None
    if above is None:
        outcomes = [whole.countable.outcome] if whole.countable is not None else []
        above = Settled(whole, outcomes, "noun" if outcomes else "unattached", group=whole.group)
        settled[whole.first] = above
    if held is not None:
        held.whole = above


def add_ellipses(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Give an outcome to numbers that go on a row: "12 people were killed in the north and 10 in the port"."""
    last: Settled | None = None
    for index, chunk in enumerate(clause.chunks):
        if chunk.part is not Part.NOUN:
            continue
        held = settled.get(chunk.first)
        if held is not None:
            last = held if chunk.counts else last
            continue
        if last is not None and chunk.number is not None and _goes_on(clause, index, chunk, last):
            settled[chunk.first] = last = Settled(chunk, list(last.outcomes), "ellipsis", group=last.group)


def _goes_on(clause: Clause, index: int, chunk: Chunk, last: Settled) -> bool:
    if chunk.head and chunk.kind != last.chunk.kind or chunk.whole is not None:
        return False
    if clause.part(index - 1) not in (Part.COMMA, Part.CONJUNCTION):
        return False
    following = clause.at(index + 1)
    return (
        following is not None
        and following.part is Part.PREPOSITION
        and following.word in ("in", "at", "near", "on", "from", "to")
    )
