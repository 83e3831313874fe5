"""Measures reports a second on a planted corpus, beside whole-document MinHash libraries, one run after the other.

usage: lineage_speed.py CORPUS [--rounds N] [--datasketch FOLDER]

rensa is among the dependencies; datasketch is no dependency: install it into a folder of its own (`pip install --target`).
Each is timed from the texts in memory to its pairs; the best of the rounds is told, in seconds of the clock and of the
processors, since other work on the machine slows all of them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from headwater.engine.here import Here
from headwater.lineage.account import in_order, told
from headwater.lineage.clocking import clock_of
from headwater.lineage.compare import compare
from headwater.lineage.descent import likely
from headwater.lineage.families import families
from headwater.lineage.features import Tables
from headwater.lineage.parents import parents_of
from headwater.lineage.weights import shipped
from headwater.settings import Settings

Rows = list[dict[str, Any]]


def grams(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[place : place + 4]) for place in range(len(words) - 3)]


def rensa(rows: Rows) -> int:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.3, num_perm=128, num_bands=32)
    sketches = []
    for number, row in enumerate(rows):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(grams(row["text"]))
        sketches.append(sketch)
        index.insert(number, sketch)
    return sum(sum(other > number for other in index.query(sketch)) for number, sketch in enumerate(sketches))


def datasketch(rows: Rows) -> int:
    library: Any = __import__("datasketch")
    index = library.MinHashLSH(threshold=0.3, num_perm=128)
    sketches = []
    for number, row in enumerate(rows):
        sketch = library.MinHash(num_perm=128)
        sketch.update_batch([gram.encode() for gram in grams(row["text"])])
        sketches.append(sketch)
        index.insert(number, sketch)
    return sum(sum(other > number for other in index.query(sketch)) for number, sketch in enumerate(sketches))


def links(rows: Rows) -> int:
    accounts = in_order(told(row["id"], row["publisher"], row["published"], row["text"]) for row in rows)
    return int(compare(accounts, Settings(), Here())[1].related().sum())


def links_and_parents(rows: Rows) -> int:
    accounts = in_order(told(row["id"], row["publisher"], row["published"], row["text"]) for row in rows)
    shelf, pairs = compare(accounts, Settings(), Here())
    found = families(shelf.sizes(), accounts, pairs.some(pairs.shared()))
    tables = Tables()
    traced = likely(found, shipped(), clock_of(found, shipped(), tables), tables)
    return sum(len(parents_of(one, accounts)) for one in traced)


def best(function: Callable[[Rows], int], rows: Rows, rounds: int) -> tuple[float, float, int]:
    """The least seconds of the clock, the least of the processors, and what was found."""
    clock, processors, found = [], [], 0
    for _ in range(rounds):
        began, worked = time.perf_counter(), time.process_time()
        found = function(rows)
        clock.append(time.perf_counter() - began)
        processors.append(time.process_time() - worked)
    return min(clock), min(processors), found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--datasketch", type=Path, default=None)
    options = parser.parse_args()
    rows = [json.loads(line) for line in (options.corpus / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    runs: list[Callable[[Rows], int]] = [rensa, links, links_and_parents]
    if options.datasketch:
        sys.path.append(str(options.datasketch))
        runs.insert(1, datasketch)
    for function in runs:
        clock, processors, found = best(function, rows, options.rounds)
        rate, worked = len(rows) / clock, len(rows) / processors
        print(f"{function.__name__:18} {rate:8.0f} reports/s {worked:8.0f} reports/cpu-s  {found} found", flush=True)


if __name__ == "__main__":
    main()
