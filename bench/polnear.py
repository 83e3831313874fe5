#!/usr/bin/env python3
"""Scores attributions against PolNeAR's: one is found where its source and its cue both overlap the gold's.

usage: polnear.py [CORPUS] [--part looked|held|all] [--errors N]

CORPUS holds `text/*.txt` and `attributions/*.ann` (brat), several annotators a text, told by the file name's suffix. A
text weighs one, however many annotated it. Every third text by name was looked at while the grammar was written
(`looked`), the others were not (`held`). Gold attributions without a source are left aside: they neither count nor
make an extracted one right, but one that overlaps such a cue is not counted as a false alarm either.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from headwater.extract.attributions import attributions
from headwater.grammar.sentences import sentences
from headwater.language import load
from headwater.model import Attribution, Block, BlockKind

Spans = list[tuple[int, int]]
Gold = tuple[Spans, Spans, Spans]


def gold(path: Path) -> list[Gold]:
    """Source, cue and content spans of each attribution of a brat file; an empty source where the gold has none."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0].startswith("T"):
            places = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
        elif cells[0].startswith("E"):
            roles: dict[str, Spans] = defaultdict(list)
            for part in cells[1].split():
                role, name = part.split(":")
                roles[role.rstrip("0123456789")] += spans.get(name, [])
            found.append((roles["Source"], roles["Cue"], roles["Content"]))
    return found


def extracted(text: str) -> list[Attribution]:
    """Headwater's attributions of a text, a line a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    language = load("en")
    return attributions(text, list(sentences(text, blocks, language)), language, "")


def overlap(spans: Spans, start: int, end: int) -> bool:
    """Whether any of the spans shares a code point with `[start, end)`."""
    return any(a < end and start < b for a, b in spans)


def compare(golds: list[Gold], got: list[Attribution]) -> tuple[set[int], set[int], set[int]]:
    """Matched gold and extracted numbers, and extracted ones that meet a gold attribution without a source; one to one."""
    matched: dict[int, int] = {}
    for j, one in enumerate(got):
        for i, (source, cue, _) in enumerate(golds):
            met = i not in matched and overlap(source, one.source.start, one.source.end)
            if met and overlap(cue, one.cue.start, one.cue.end):
                matched[i] = j
                break
    spare = {
        j
        for j, one in enumerate(got)
        if j not in matched.values() and any(not s and overlap(c, one.cue.start, one.cue.end) for s, c, _ in golds)
    }
    return set(matched), set(matched.values()), spare


def main() -> None:
    """Read, compare, print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=Path("../shared/corpora/polnear-dev"))
    parser.add_argument("--part", choices=("looked", "held", "all"), default="all")
    parser.add_argument(
        "--errors", type=int, default=0, help="print this many misses and false alarms (never of `held`)"
    )
    given = parser.parse_args()
    for part, chosen in parts(given.corpus).items():
        if given.part in (part, "all"):
            print(part, len(chosen), "texts", score(chosen, given.errors if part == "looked" else 0))


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        return "  ".join(f"{name} {value:.3f}" for name, value in self._asdict().items())


def parts(corpus: Path) -> dict[str, list[Path]]:
    """The texts that were looked at and those that were not."""
    texts = sorted((corpus / "text").glob("*.txt"))
    return {"looked": texts[::3], "held": [path for place, path in enumerate(texts) if place % 3]}


def score(texts: list[Path], errors: int = 0) -> Rates:
    """Micro-averaged rates over texts, each weighing one; misses and false alarms are printed, as many as asked for."""
    hit = made = wanted = 0.0
    shown: list[str] = []
    for path in texts:
        text = path.read_text(encoding="utf-8")
        got = extracted(text)
        files = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_*.ann"))
        for file in files:
            golds = gold(file)
            matched, right, spare = compare(golds, got)
            hit += len(matched) / len(files)
            made += (len(got) - len(spare)) / len(files)
            wanted += sum(bool(source) for source, _, _ in golds) / len(files)
            if file == files[0]:
                shown += _misses(text, golds, matched, got, right | spare)
    for line in shown[:errors]:
        print(line)
    precision, recall = hit / made if made else 0.0, hit / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return Rates(precision, recall, f1)


def _misses(text: str, golds: list[Gold], matched: set[int], got: list[Attribution], right: set[int]) -> list[str]:
    def words(spans: Spans) -> str:
        return " … ".join(text[a:b] for a, b in spans).replace("\n", " ")

    missed = [
        (cue[0][0], f"- {words(source)} | {words(cue)} | {words(content)[:80]}")
        for i, (source, cue, content) in enumerate(golds)
        if source and i not in matched
    ]
    wrong = [
        (one.cue.start, f"+ {one.source.quote} | {one.cue.quote} | {one.content.quote[:80] if one.content else None!r}")
        for j, one in enumerate(got)
        if j not in right
    ]
    return [line.replace("\n", " ") for _, line in sorted(missed + wrong)]


if __name__ == "__main__":
    main()
