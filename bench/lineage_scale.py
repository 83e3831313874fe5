"""Measures time and peak memory of lineage on generated collections of growing size, with planted copies.

usage: lineage_scale.py [--sizes 10000 100000] [--work FOLDER] [--engine here|processes|cluster]

Each size runs in a process of its own; memory is the peak resident size of that process and of the largest of its children.
A text has some three hundred words; half of the texts are copies of others, some lightly reworded.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np


def write(path: Path, count: int, seed: int = 7) -> None:
    """A collection of so many texts; those of a smaller one are not the first of a larger one."""
    chance = np.random.default_rng([seed, count])
    syllables = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il")]
    size = 60_000
    vocabulary = np.array(["".join(chance.choice(syllables, chance.integers(1, 5))) for _ in range(size)])
    odds = 1 / (np.arange(size) + 10.0)
    odds /= odds.sum()
    recent: list[np.ndarray] = []
    with path.open("w", encoding="utf-8") as file:
        done = 0
        while done < count:
            block = min(1000, count - done)
            fresh = chance.choice(size, (block, 450), p=odds)
            for row in range(block):
                words = fresh[row, : chance.integers(150, 450)]
                if recent and chance.random() < 0.5:
                    source = recent[chance.integers(len(recent))]
                    start = chance.integers(0, max(1, len(source) // 2))
                    taken = source[start : start + chance.integers(60, 300)].copy()
                    if chance.random() < 0.6:
                        changed = chance.random(len(taken)) < chance.choice([0.05, 0.15, 0.3])
                        taken[changed] = chance.choice(size, int(changed.sum()))
                    words = np.concatenate([taken, words[: chance.integers(0, 200)]])
                recent.append(words)
                hour = int(done + row) % 200_000
                published = (
                    f"{2000 + hour // 8766}-{1 + hour // 730 % 12:02d}-{1 + hour // 24 % 28:02d}T{hour % 24:02d}:00"
                )
                said = {"id": f"t{done + row:08d}", "publisher": f"house{chance.integers(40)}", "published": published}
                file.write(json.dumps(said | {"text": " ".join(vocabulary[words])}) + "\n")
            recent = recent[-3000:]
            done += block


def run(path: Path, out: Path, engine: str) -> None:
    """One run in this process; prints a line of JSON."""
    from headwater.engine.cluster import cluster_at
    from headwater.engine.here import Here
    from headwater.engine.processes import Processes
    from headwater.lineage.collection import lineage
    from headwater.settings import Settings

    began, worked = time.perf_counter(), time.process_time()
    if engine == "cluster":
        with cluster_at("local:2") as cluster:
            lineage(path, out, Settings(), cluster)
    else:
        lineage(path, out, Settings(), Here() if engine == "here" else Processes(2, batch=1))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    links = sum(1 for _ in (out / "links.jsonl").open())
    spent = {"seconds": round(time.perf_counter() - began, 1), "cpu_seconds": round(time.process_time() - worked, 1)}
    print(json.dumps(spent | {"links": links, "peak_mb": round(own), "largest_child_mb": round(children)}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--work", type=Path, default=Path("/tmp/headwater-scale"))
    parser.add_argument("--engine", choices=("here", "processes", "cluster"), default="here")
    parser.add_argument("--one", type=Path, default=None, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run(options.one, options.one.with_suffix(".out"), options.engine)
        return
    options.work.mkdir(parents=True, exist_ok=True)
    for size in options.sizes:
        path = options.work / f"texts-{size}.jsonl"
        if not path.exists():
            write(path, size)
        command = [sys.executable, __file__, "--one", str(path), "--engine", options.engine]
        print(size, subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
