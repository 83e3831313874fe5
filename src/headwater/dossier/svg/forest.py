"""Likeliest parents as a forest, in the order in which it is drawn: each child below its parent, no line crossed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Forest", "forest"]


@dataclass(frozen=True)
class Forest:
    """`order` holds every name once, a parent before its children; `parent` has the parents of those that have one."""

    order: tuple[str, ...]
    parent: Mapping[str, str]

    def children(self, name: str) -> tuple[str, ...]:
        """The children of one name, in order."""
        return tuple(child for child in self.order if self.parent.get(child) == name)


def forest(names: Sequence[str], parents: Mapping[str, str]) -> Forest:
    """The names as trees, roots and children each in the order given; of a ring, the first is a root.

    >>> forest("abcd", {"d": "a", "b": "c"}).order
    ('a', 'd', 'c', 'b')
    >>> forest("ab", {"a": "b", "b": "a"}).order
    ('a', 'b')
    """
    kept = {child: parent for child, parent in parents.items() if child in names and parent in names}
    for name in names:
        above, seen = kept.get(name), {name}
        while above is not None and above not in seen:
            seen.add(above)
            above = kept.get(above)
        if above == name:
            del kept[name]
    children: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name in kept:
            children[kept[name]].append(name)
    order: list[str] = []
    waiting = [name for name in reversed(names) if name not in kept]
    while waiting:
        name = waiting.pop()
        order.append(name)
        waiting += reversed(children[name])
    return Forest(tuple(order), kept)
