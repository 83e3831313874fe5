"""Numbers against the shared NewsQuant rows, by the shared scorer."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ROWS = SHARED / "corpora/newsquant/newsquant-0-294.json"


@pytest.mark.skipif(not ROWS.exists(), reason="the shared corpora are not beside the project")
def test_floors(tmp_path: Path) -> None:
    figures = tmp_path / "figures.jsonl"
    texts = ROWS.with_name("texts.jsonl")
    driver = [sys.executable, ROOT / "bench/newsquant.py", texts]
    figures.write_bytes(subprocess.run(driver, check=True, capture_output=True).stdout)
    scorer = [sys.executable, SHARED / "tools/score_numbers.py", ROWS, figures]
    floors = ["--require", "value_f1=0.92", "--require", "bound_f1=0.88"]
    done = subprocess.run([*scorer, *floors], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
