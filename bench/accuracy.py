"""How right the figures are on the project's own gold: the report, and the floors that no change may go below.

usage: python bench/accuracy.py [--write | --check | --floors [--lower]] [--set NAME …]

The gold is in sets, scored apart: `first`, `batch2` to `batch5` and `batch7` for development, `batch6`, `batch8` and `batch9` held out. Without an option the
scores of each are printed. `--write` writes docs/accuracy.md. `--check` ends with 1 where a score is under its floor in the `floors.json` of the
set. `--floors` raises the floors to a little under what is reached; they are lowered with `--lower` only. `--set` takes these sets
alone. Of what is held out the scores are told, and never which rows were missed.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import headwater
from figure_scores import LEVELS, Pair, Rate, Row, Scored, rates_by, score
from headwater.model.wire import encode
from headwater.settings import Settings

__all__ = ["measure", "reached", "short_of"]

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests/data/gold"
SETS = {"first": GOLD} | {
    name: GOLD / name for name in ("batch2", "batch3", "batch4", "batch5", "batch6", "batch7", "batch8", "batch9")
}
TITLES = {
    "first": "The first set: constructions that were thought of",
    "batch2": "Batch 2, for development: reports as they are written",
    "batch3": "Batch 3, held out once and now for development: reports as they are written",
    "batch4": "Batch 4, held out once and now for development: reports as people bring them",
    "batch5": "Batch 5, held out once and now for development: as batch 4, of other events in another house style",
    "batch6": "Batch 6, held out: news articles of the day, from many newsrooms",
    "batch7": "Batch 7, held out once and now for development: forty reports in forty hands, from court page to press statement",
    "batch8": "Batch 8, held out: forty news stories as readers meet them, some of one event in two papers",
    "batch9": "Batch 9, held out: thirty short reports of the kind that recorders of casualties save",
}
HELD_OUT = {"batch6", "batch8", "batch9"}
PAGE = ROOT / "docs/accuracy.md"
MARGIN = 0.02  # under what is reached: a row or two in a hundred may move before the gate says so,
MARGIN_OF_FEW = 0.06  # and of the rows of one outcome or construction, which are fewer, one in some sixteen
SHOWN = 25
HEAD = """# How right the figures are

Written by `make accuracy`; do not edit. Measured on the project's own gold (`tests/data/gold`): invented reports of many
kinds of events, annotated before the extractor was run on them. The first set says how the extractor does on constructions that
were thought of, a short sentence each. Batches 2 and 3 are written as reporters write, in sixteen styles, by someone who had not seen
the extractor; batches 4 and 5 likewise, in the kinds of report that people bring most: agency wires, newspaper pages, situation reports,
local papers; batch 6 holds short news articles, each of another kind of event and another newsroom; batch 7
forty reports, each of another kind of event and in another hand; batch 8 forty news stories with the usual furniture of such prose, a third
of them with few counts of people; batch 9 thirty short reports, thick with figures, four in ten of them of conflicts. What is missed in batches 6, 8 and 9 is shown to nobody, so that they stay a test. Texts from the world are harder still, and what is
measured on them stands in [corpora.md](corpora.md).

*Found*: the number is there and given an outcome. *Value*: and its words and bounds are right. *Claim*: and the outcome.
*Full*: and the group, and whether it belongs to another event. Precision is the right share of what is given, recall the share
of what should be given. A figure of the outcome `other` need not be found, but is a false alarm under any other outcome.
"""


def measure(name: str = "first") -> Scored:
    """A set of the gold matched with what Headwater reads in its reports today."""
    with (SETS[name] / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    case = headwater.run([SETS[name] / "reports"], settings=Settings(workers=1))
    titles = {report.document: report.text.find("\n") for report in case.reports}
    styles = {row["document"]: row["style"] for row in gold}
    figures = []
    for figure in case.figures:
        row = encode(figure)
        headline = figure.start < titles[figure.document] or styles[figure.document.removesuffix(".txt")] == "headlines"
        figures.append(row | {"headline": headline})
    return score(gold, figures)


def construction(figure: Row) -> str:
    """What a figure was read as, in the gold's words as far as a figure shows it; the same order of tests as the gold's."""
    tests = {
        "negated": figure["negated"],
        "implied": figure["implied"],
        "background": figure["background"],
        "vague": figure["hedge"] == "vague",
        "headline": figure["headline"],
        "part": figure["part_of"],
        "range": figure["hedge"] == "range",
        "bound": figure["hedge"],
        "place": figure["place"],
    }
    return next((name for name, holds in tests.items() if holds), "total")


def voice(row: Row) -> str:
    """Whether the report speaks itself, or one speaker, or one through others."""
    return ("the report itself", "one speaker", "a chain")[min(2, len(row["speaker"]))]


TABLES: dict[str, tuple[Callable[[Row], str], Callable[[Row], str]]] = {
    "outcome": (lambda row: row["outcome"], lambda row: row["outcome"] or "other"),
    "construction": (lambda row: row["construction"], construction),
    "style": (lambda row: row["style"], lambda row: ""),
    "voice": (voice, voice),
}


def reached(scored: Scored) -> dict[str, float]:
    """Every score that has a floor, by name; recall only where there are ten rows or more."""
    scores = dict(scored.scores)
    for table in ("outcome", "construction"):
        for name, (_, recall) in rates_by(scored.pairs, "claim", *TABLES[table]).items():
            if recall.of >= 10 and recall.share is not None:
                scores[f"{table}/{name}/claim_r"] = recall.share
    return dict(sorted(scores.items()))


def short_of(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each score that is under its floor, or not there any more."""
    return [
        f"{name}: {scores.get(name, 0.0):.4f} is under its floor of {floor:.4f}"
        for name, floor in sorted(floors.items())
        if scores.get(name, 0.0) < floor
    ]


def raised(scores: dict[str, float], floors: dict[str, float], *, lower: bool) -> dict[str, float]:
    """New floors: the margin under what is reached, never under the old ones unless told so."""
    new = {
        name: max(0.0, math.floor((value - (MARGIN_OF_FEW if "/" in name else MARGIN)) * 100) / 100)
        for name, value in scores.items()
    }
    return (
        new
        if lower
        else {name: max(value, floors.get(name, 0.0)) for name, value in new.items()}
        | {name: floor for name, floor in floors.items() if name not in new}
    )


def floors_of(name: str) -> dict[str, float]:
    """The floors of a set; none where they have not been set yet."""
    path = SETS[name] / "floors.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def page(sets: dict[str, Scored]) -> str:
    """The report in Markdown: a chapter for each set."""
    return "\n\n".join([HEAD.rstrip(), *(chapter(name, scored) for name, scored in sets.items())]) + "\n"


def chapter(name: str, scored: Scored) -> str:
    """The scores of a set, and what was missed where it is not held out."""
    parts = [f"## {TITLES[name]}", _overall(scored.scores)]
    parts += [f"### By {table}\n\n" + _table(table, scored) for table in ("outcome", "construction", "style")]
    parts.append("### By speaker\n\n" + _speakers(scored))
    if name not in HELD_OUT:
        parts += _faults(scored)
    return "\n\n".join(part.rstrip() for part in parts)


def _faults(scored: Scored) -> list[str]:
    missed = [_line(pair) for pair in scored.pairs if pair.wanted and "claim" not in pair.right]
    alarms = [_line(pair) for pair in scored.pairs if pair.made and not pair.wanted]
    return [
        f"### Misses\n\n{len(missed)} claims are not right; document and offset:\n\n" + "\n".join(missed[:SHOWN]),
        f"### False alarms\n\n{len(alarms)} figures that are none:\n\n" + "\n".join(alarms[:SHOWN]),
    ]


def _overall(scores: dict[str, float]) -> str:
    rows = [
        f"| {level} | {scores[f'{level}_p']:.3f} | {scores[f'{level}_r']:.3f} | {scores[f'{level}_f1']:.3f} |"
        for level in LEVELS
    ]
    more = (
        f"Of the figures that are part of another, {scores['parts_r']:.3f} are linked to the right whole. The innermost speaker is right"
        f" for {scores['speaker_r']:.3f} of the figures that have one, and for {scores['speaker_p']:.3f} of those that are given one."
    )
    return "\n".join(["| level | precision | recall | F1 |", "|---|---|---|---|", *rows, "", more])


def _table(table: str, scored: Scored) -> str:
    lines = [
        "| | right of given | precision | right of gold | recall (claim) | recall (full) |",
        "|---|---|---|---|---|---|",
    ]
    full = rates_by(scored.pairs, "full", *TABLES[table])
    for name, (precision, recall) in rates_by(scored.pairs, "claim", *TABLES[table]).items():
        if name and (precision.of or recall.of):
            cells = [_count(precision), _share(precision), _count(recall), _share(recall), _share(full[name][1])]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _speakers(scored: Scored) -> str:
    lines = [
        "| the gold has | figures found | innermost speaker right | another or a needless one | none given |",
        "|---|---|---|---|---|",
    ]
    for name in ("the report itself", "one speaker", "a chain"):
        found = [
            pair
            for pair in scored.pairs
            if pair.gold and pair.figure and "found" in pair.right and voice(pair.gold) == name
        ]
        none = sum(not pair.figure["speaker"] for pair in found if pair.figure)
        right = sum("speaker" in pair.right for pair in found)
        lines.append(f"| {name} | {len(found)} | {right} | {len(found) - right - none} | {none} |")
    return "\n".join(lines)


def _count(rate: Rate) -> str:
    return f"{rate.right}/{rate.of}" if rate.of else ""


def _share(rate: Rate) -> str:
    return "" if rate.share is None else f"{rate.share:.2f}"


def _line(pair: Pair) -> str:
    row = pair.gold or pair.figure or {}
    said = f"{_short(pair.gold)} read as {_short(pair.figure)}" if pair.gold else _short(pair.figure)
    return f"- {row['document'].removesuffix('.txt')} {row['start']}: {said}"


def _short(row: Row | None) -> str:
    if row is None:
        return "nothing"
    values: list[Any] = [row["best"], row["low"], row["high"]]
    bounds = "/".join("–" if value is None else f"{value:g}" for value in values)
    return f"`{row['quote']}` {row['outcome'] or 'unattached'} {row['group'] or ''} {bounds}".replace("  ", " ")


def _printed(scored: Scored) -> Iterator[str]:
    for name, value in reached(scored).items():
        yield f"{name:40} {value:.4f}"


def check(sets: dict[str, Scored]) -> int:
    """Tells which scores are under their floors; 1 where any is."""
    short = [f"{name} {line}" for name, scored in sets.items() for line in short_of(reached(scored), floors_of(name))]
    print("\n".join(short) or f"{sum(len(floors_of(name)) for name in sets)} floors hold")
    return 1 if short else 0


def raise_floors(sets: dict[str, Scored], *, lower: bool) -> None:
    """Writes the floors of each set anew."""
    for name, scored in sets.items():
        new = raised(reached(scored), floors_of(name), lower=lower)
        text = json.dumps(new, indent=1, sort_keys=True) + "\n"
        (SETS[name] / "floors.json").write_text(text, encoding="utf-8")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--write", "--check", "--floors", "--lower"):
        options.add_argument(name, action="store_true")
    options.add_argument("--set", action="append", choices=list(SETS), dest="sets")
    given = options.parse_args()
    if given.write and given.sets:
        options.error("--write takes all sets: leave --set out")
    sets = {name: measure(name) for name in given.sets or SETS}
    if given.check:
        return check(sets)
    if given.floors:
        raise_floors(sets, lower=given.lower)
    elif given.write:
        PAGE.write_text(page(sets), encoding="utf-8", newline="\n")
    else:
        print("\n\n".join("\n".join([name, *_printed(scored)]) for name, scored in sets.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
