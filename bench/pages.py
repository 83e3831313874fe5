"""Reads saved pages and texts to `reports.jsonl`, and says how many a second: `python bench/pages.py FOLDER [OUT]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from headwater.model import Problem
from headwater.model.wire import dump_line
from headwater.read.registry import read
from headwater.read.sources import gather, load
from headwater.settings import Settings


def main(folder: str, out: str = "reports.jsonl") -> None:
    settings = Settings()
    sources = gather([folder], settings).sources
    size, reports, problems = 0, 0, 0
    spent = 0.0
    with Path(out).open("w", encoding="utf-8") as file:
        for source in sources:
            data = load(source, settings)
            if isinstance(data, Problem):
                problems += 1
                continue
            began = time.perf_counter()
            result = read(source.document, data, settings)
            spent += time.perf_counter() - began
            size += len(data)
            problems += len(result.problems)
            if result.report:
                reports += 1
                file.write(dump_line(result.report))
    rate = len(sources) / max(spent, 1e-9)
    print(f"{reports} reports of {len(sources)} files, {problems} problems, {size / 1e6:.1f} MB, {rate:.1f} files/s")


if __name__ == "__main__":
    main(*sys.argv[1:3])
