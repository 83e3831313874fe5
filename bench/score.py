"""Figures of a folder of plain-text reports, or of a JSON Lines file with `id` and `text`, as JSON Lines.

usage: python bench/score.py FOLDER|TEXTS.jsonl OUT.jsonl
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Block, BlockKind, Report
from headwater.model.wire import dump_line
from headwater.read.registry import read
from headwater.settings import Settings

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


def plain(document: str, text: str) -> Report:
    """A report of a bare text: a paragraph a block."""
    found = _PARAGRAPH.finditer(text)
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in found if m.group().strip())
    return Report(document=document, sha256=sha256(text.encode()).hexdigest(), blocks=blocks, text=text)


def reports(source: Path) -> Iterator[Report]:
    """The reports of a folder or file."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            report = read(path.name, path.read_bytes(), Settings()).report
            if report is not None:
                yield report
    else:
        for line in source.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield plain(row["id"], row["text"])


def main() -> None:
    """Write the figures, and say how long it took."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    language, settings = load("en"), Settings()
    started, count = time.perf_counter(), 0
    with out.open("w", encoding="utf-8") as file:
        for report in reports(source):
            for figure in extract(report, language, settings).figures:
                file.write(dump_line(figure))
            count += 1
    print(f"{count} reports in {time.perf_counter() - started:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
