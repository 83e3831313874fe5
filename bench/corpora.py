"""What is measured on the corpora beside the project, in one run: each score beside what was asked for, and how far it is.

usage: nice .venv/bin/python bench/corpora.py [--write] [NAME …]

Names: khojaly, ecb, newsquant, muc4, idmc, polnear, timebank, events. `--write` puts the table into docs/corpora.md. The scores are
made by the scripts in `../shared/tools`, or by this folder's where that has none; nothing of the texts is kept. Takes some three minutes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import events
import newsquant
import polnear
import timebank
from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Figure, Report
from headwater.model.wire import dump_line
from headwater.settings import Settings
from score import plain, reports

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CORPORA, TOOLS = SHARED / "corpora", SHARED / "tools"
PAGE = ROOT / "docs/corpora.md"
HEAD = """# What is measured on corpora

Written by `python bench/corpora.py --write`; do not edit. Texts from the world with figures, attributions or dates marked by others. They lie beside
the project and are no part of it; they were read while the grammar was written, but for the polnear texts called held and two thirds of timebank, so that
[the held-out batches](accuracy.md) say more about reports that nobody has seen.

| corpus | score | asked | is |
|---|---|---|---|
"""

Scores = Mapping[str, float]
FIT = {
    "Displaced": {"displaced"},
    "Evacuated": {"displaced", "rescued"},
    "Forced to Flee": {"displaced"},
    "Relocated": {"displaced"},
    "Homeless": {"displaced"},
    "In Relief Camp": {"displaced"},
    "Sheltered": {"displaced", "affected"},
    "Destroyed Housing": {"destroyed", "damaged"},
    "Partially Destroyed Housing": {"destroyed", "damaged"},
    "Uninhabitable Housing": {"destroyed", "damaged", "displaced"},
}
"""The outcomes that fit a term of idmc's: whether a house fell or was hit is often one number there."""


def figures(read: Iterable[Report]) -> Iterator[Figure]:
    """The figures of these reports, as `headwater extract` gives them."""
    language, settings = load("en"), Settings()
    for report in read:
        yield from extract(report, language, settings).figures


def told(tool: str, gold: Iterable[Path], rows: Iterable[str]) -> Scores:
    """The scores that a script of `../shared/tools` prints for these rows."""
    with tempfile.TemporaryDirectory() as folder:
        wanted, made = Path(folder) / "gold.jsonl", Path(folder) / "made.jsonl"
        wanted.write_bytes(b"".join(path.read_bytes() for path in gold))
        made.write_text("".join(rows), encoding="utf-8")
        command = [sys.executable, str(TOOLS / tool), str(wanted), str(made)]
        words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2], strict=True)}


def of_folders(*folders: Path) -> Scores:
    """The scores of the figures of these folders' reports together."""
    rows = [dump_line(figure) for folder in folders for figure in figures(reports(folder / "reports"))]
    return told("score_figures.py", [folder / "gold.jsonl" for folder in folders], rows)


def khojaly() -> Scores:
    return of_folders(CORPORA / "khojaly")


def ecb() -> Scores:
    """The four topics together, and the lowest claim and full F1 of any."""
    topics = sorted(path for path in (CORPORA / "ecb").iterdir() if path.is_dir())
    apart = [of_folders(topic) for topic in topics]
    lowest = {f"lowest {name}": min(scores[name] for scores in apart) for name in ("claim_f1", "full_f1")}
    return {**of_folders(*topics), **lowest}


def muc4() -> Scores:
    folder = CORPORA / "muc4"
    return told("score_pairs.py", [folder / "gold.jsonl"], map(dump_line, figures(reports(folder / "docs.jsonl"))))


def quantities() -> Scores:
    folder = CORPORA / "newsquant"
    rows = (json.dumps(row) + "\n" for row in newsquant.rows(folder / "texts.jsonl"))
    return told("score_numbers.py", [folder / "newsquant-0-294.json"], rows)


def idmc() -> Scores:
    """The share of rows whose quantity is the best, low or high of a figure with an outcome that fits the row's term."""
    rows: list[dict[str, Any]] = list(
        map(json.loads, (CORPORA / "idmc/idmc.jsonl").read_text(encoding="utf-8").splitlines())
    )
    fits = 0
    for place, row in enumerate(rows):
        made = figures([plain(str(place), row["excerpt"])])
        fits += any(
            row["quantity"] in (one.best, one.low, one.high) and one.outcome in FIT[row["term"]] for one in made
        )
    return {"rows": len(rows), "quantity_with_outcome": fits / len(rows)}


def attributions() -> Scores:
    return {f"{part} f1": polnear.score(texts).f1 for part, texts in polnear.parts(CORPORA / "polnear-dev").items()}


def dates() -> Scores:
    scores = {name: timebank.score(part, timebank.headwater) for name, part in timebank.parts().items()}
    return {
        f"{name} {of}": value
        for name, one in scores.items()
        for of, value in (("relaxed_f1", one.f1), ("value", one.value))
    }


def apart() -> Scores:
    topics, read, said = events.read()
    return {"b_cubed_f1": events.together(topics, read, said)}


MEASURES: dict[str, tuple[Callable[[], Scores], dict[str, float]]] = {
    "khojaly": (khojaly, {"full_f1": 0.97}),
    "ecb": (
        ecb,
        {
            "claim_f1": 0.85,
            "full_f1": 0.78,
            "lowest claim_f1": 0.75,
            "lowest full_f1": 0.65,
            "parts_r": 0.80,
            "speaker_r": 0.70,
            "speaker_p": 0.80,
        },
    ),
    "newsquant": (quantities, {"value_f1": 0.92, "bound_f1": 0.88}),
    "muc4": (muc4, {"recall": 0.82, "precision_at_least": 0.55}),
    "idmc": (idmc, {"quantity_with_outcome": 0.80}),
    "polnear": (attributions, {"held f1": 0.60, "looked f1": 0.60}),
    "timebank": (
        dates,
        {"all relaxed_f1": 0.90, "all value": 0.80, "checked on relaxed_f1": 0.90, "checked on value": 0.80},
    ),
    "events": (apart, {"b_cubed_f1": 0.92}),
}


def line(corpus: str, name: str, asked: float, is_: float) -> str:
    """A row of the table; what falls short says by how much."""
    short = "" if is_ >= asked else f", {asked - is_:.3f} short"
    return f"| `{corpus}` | {name.replace('_', ' ')} | {asked:.2f} | {is_:.3f}{short} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="these corpora alone")
    parser.add_argument("--write", action="store_true", help="put the table into docs/corpora.md")
    given = parser.parse_args()
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA} is absent: nothing measured")
    if unknown := set(given.names) - set(MEASURES):
        parser.error(f"no such corpus: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    if given.write and given.names:
        parser.error("--write takes all corpora: leave out the names")
    lines = []
    for corpus in given.names or MEASURES:
        measure, asked = MEASURES[corpus]
        scores = measure()
        for name, floor in asked.items():
            lines.append(line(corpus, name, floor, scores[name]))
            print(lines[-1], flush=True)
    if given.write:
        PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
