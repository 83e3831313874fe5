"""Traces a planted corpus as a collection and scores it, in one step.

usage: planted_score.py CORPUS [--scorer score_lineage.py] [--require …]

CORPUS holds `docs.jsonl` and `gold.json`, as `planted_make.py` writes them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from headwater.engine.here import Here
from headwater.lineage.collection import lineage
from headwater.settings import Settings

SCORER = Path(__file__).parents[2] / "shared" / "tools" / "score_lineage.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--require", action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "lineage"
        lineage(options.corpus / "docs.jsonl", out, Settings(), Here())
        floors = [part for floor in options.require for part in ("--require", floor)]
        command = [sys.executable, str(options.scorer), str(options.corpus / "gold.json"), str(out), *floors]
        raise SystemExit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
