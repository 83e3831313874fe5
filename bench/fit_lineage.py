"""Fits the weights of descent on planted families and writes them; tells how they do on families the fit has not seen.

usage: fit_lineage.py [--out FILE] [--plot FILE.svg] [--families N]

The log-likelihood of the true forests under the distribution of weighted arborescences is concave; its gradient is what the
true forests hold of each number less what is expected. A true parent that shares no link with its child is left open.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parent))
from headwater.engine.here import Here
from headwater.lineage.account import in_order, told
from headwater.lineage.clock import Clock
from headwater.lineage.clocking import clock_of
from headwater.lineage.compare import compare
from headwater.lineage.families import families
from headwater.lineage.features import ALONE, ALONE_TIMES, EDGE, EDGE_TIMES, Table, table, times
from headwater.lineage.weights import read
from headwater.settings import Settings
from planted_make import PROFILES, make


@dataclass
class Corpus:
    """A planted corpus as families with the true parent of each report.

    A parent is a place in the family, the family's size (unseen), −1 (none) or −9 (not among the reports it is linked to).
    """

    tables: list[Table]
    truth: list[list[int]]


def corpus(docs: list[dict[str, Any]], gold: dict[str, Any]) -> Corpus:
    accounts = in_order(told(d["id"], d["publisher"], d["published"], d["text"]) for d in docs)
    shelf, pairs = compare(accounts, Settings(), Here())
    sizes = [len(shelf.lane(rank)) for rank in range(len(accounts))]
    parent = {row[0]: row[1] for row in gold["stemma"]}
    visible = {row[0] for row in gold["stemma"] if row[4]}
    found = Corpus([], [])
    for family in families(sizes, accounts, pairs):
        names = [accounts[rank].document for rank in family.ranks]
        row = []
        for name in names:
            above = parent[name]
            row.append(
                -1
                if above is None
                else len(names)
                if above not in visible
                else names.index(above)
                if above in names
                else -9
            )
        found.tables.append(table(family))
        found.truth.append(row)
    return found


@dataclass
class Batch:
    """Families of one size: a row of numbers for each candidate, and which of them are true or left open."""

    cases: int
    size: int
    rows: Any
    case: Any
    child: Any
    parent: Any
    true: Any
    open: Any


def batches(corpora: list[Corpus], clocks: list[Clock | None]) -> list[Batch]:
    """All families of the corpora by size; without a clock the numbers from times are left at nought."""
    by_size: dict[int, list[tuple[Table, list[int], Clock | None]]] = {}
    for item, clock in zip(corpora, clocks, strict=True):
        for data, want in zip(item.tables, item.truth, strict=True):
            by_size.setdefault(len(want), []).append((data, want, clock))
    return [_batch(size, group) for size, group in sorted(by_size.items())]


WIDTHS = (len(EDGE + EDGE_TIMES), len(ALONE + ALONE_TIMES), len(ALONE + ALONE_TIMES))


def _batch(size: int, group: list[tuple[Table, list[int], Clock | None]]) -> Batch:
    rows, case, child, parent, true, left = [], [], [], [], [], []
    first, second, third = WIDTHS
    for number, (data, want, clock) in enumerate(group):
        edge_times, alone_times = (
            times(data, clock)
            if clock
            else ([[0.0] * len(EDGE_TIMES)] * len(data.edges), [[0.0] * len(ALONE_TIMES)] * size)
        )
        candidates = [
            (c, p, [*e, *t, *[0.0] * (second + third)])
            for (p, c), e, t in zip(data.pairs, data.edges, edge_times, strict=True)
        ]
        for c in range(size):
            numbers = [*data.alone[c], *alone_times[c]]
            candidates.append((c, size, [*[0.0] * first, *numbers, *[0.0] * third]))
            candidates.append((c, -1, [*[0.0] * (first + second), *numbers]))
        possible = {(c, p) for c, p, _ in candidates}
        for c, p, numbers in candidates:
            rows.append(numbers)
            case.append(number)
            child.append(c)
            parent.append(p)
            true.append(want[c] == p)
            left.append((c, want[c]) not in possible)
    return Batch(
        len(group),
        size,
        np.array(rows),
        np.array(case),
        np.array(child),
        np.array(parent),
        np.array(true),
        np.array(left),
    )


def distribution(batch: Batch, weight: Any) -> tuple[Any, Any]:
    """The log of each family's total weight, and each candidate's probability."""
    n = batch.size + 1
    edges, roots = np.zeros((batch.cases, n, n)), np.zeros((batch.cases, n))
    inner = batch.parent >= 0
    edges[batch.case[inner], batch.parent[inner], batch.child[inner]] = weight[inner]
    roots[batch.case[~inner], batch.child[~inner]] = weight[~inner]
    roots[:, batch.size] = 1.0
    scale = edges.sum(1) + roots
    edges, roots = edges / scale[:, None, :], roots / scale
    laplacian = np.eye(n)[None] - edges
    inverse = np.linalg.inv(laplacian)
    own = inverse[batch.case, batch.child, batch.child]
    other = inverse[batch.case, batch.child, np.maximum(batch.parent, 0)]
    value = np.where(
        inner, edges[batch.case, batch.parent, batch.child] * (own - other), roots[batch.case, batch.child] * own
    )
    return np.linalg.slogdet(laplacian)[1] + np.log(scale).sum(1), value


def weights_of(batch: Batch, theta: Any) -> Any:
    score = batch.rows @ theta
    high = np.full((batch.cases, batch.size), -np.inf)
    np.maximum.at(high, (batch.case, batch.child), score)
    return np.exp(np.clip(score - high[batch.case, batch.child], -30, 0))


def objective(theta: Any, data: list[Batch], ridge: Any, count: int) -> tuple[float, Any]:
    loss, grad = 0.5 * float(theta @ (ridge * theta)), ridge * theta
    for batch in data:
        weight = weights_of(batch, theta)
        total, p = distribution(batch, weight)
        low, q = distribution(batch, np.where(batch.true | batch.open, weight, 1e-200))
        loss += float((total - low).sum())
        grad = grad + batch.rows.T @ (p - q)
    return loss / count, grad / count


def fit(data: list[Batch], kept: Any, rounds: int = 400) -> Any:
    """The weights of the numbers that are kept; the rest stay at nought. Numbers are scaled to one spread for the fit."""
    scale = np.sqrt(
        sum((batch.rows**2).sum(0) for batch in data) / sum((batch.rows != 0).sum(0) for batch in data).clip(1)
    ).clip(1e-6)
    for batch in data:
        batch.rows = batch.rows / scale
    ridge = np.where(kept, 1.0, 1e9)
    count = sum(batch.cases for batch in data)
    found = minimize(
        objective,
        np.zeros(len(kept)),
        args=(data, ridge, count),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxfun": 2 * rounds},
    )
    for batch in data:
        batch.rows = batch.rows * scale
    print(f"fitted in {found.nit} rounds, {found.fun:.4f} a family", flush=True)
    return np.where(kept, found.x / scale, 0.0)


def measure(theta: Any, data: list[Batch]) -> tuple[dict[str, float], list[tuple[float, bool]]]:
    """What score_lineage.py measures (on linked families), and each top choice's probability with whether it is right."""
    tops = []
    none = true_none = 0.0
    seen = right_seen = 0
    for batch in data:
        _, p = distribution(batch, weights_of(batch, theta))
        none += p[batch.parent == -1].sum()
        true_none += (batch.true & (batch.parent == -1)).sum()
        key = batch.case * batch.size + batch.child
        order = np.lexsort((p, key))
        last = np.append(np.diff(key[order]) != 0, True)
        top = order[last]
        tops += list(zip(p[top].tolist(), batch.true[top].tolist(), strict=True))
        inner = (batch.parent >= 0) & (batch.parent < batch.size)
        has = np.zeros(batch.cases * batch.size, bool)
        has[key[batch.true & inner]] = True
        has[key[batch.open]] = True
        order = np.lexsort((np.where(inner, p, -1.0), key))
        top = order[np.append(np.diff(key[order]) != 0, True)]
        seen += has.sum()
        right_seen += (batch.true[top] & has[key[top]] & inner[top]).sum()
    confidence, right = np.array(tops).T
    bins = np.minimum(9, (confidence * 10).astype(int))
    ece = sum(abs(confidence[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(confidence)
    found = {
        "parent": right_seen / max(1, seen),
        "choice": right.mean(),
        "confidence": confidence.mean(),
        "ece": ece,
        "none": (none - true_none) / max(1, true_none),
    }
    return {name: round(float(value), 3) for name, value in found.items()}, tops


def named(theta: Any) -> dict[str, dict[str, float]]:
    columns = {"edge": EDGE + EDGE_TIMES, "unseen": ALONE + ALONE_TIMES, "free": ALONE + ALONE_TIMES}
    at, found = 0, {}
    for part, names in columns.items():
        found[part] = {name: round(float(theta[at + k]), 4) for k, name in enumerate(names)}
        at += len(names)
    return found


def reliability(tops: dict[str, list[tuple[float, bool]]]) -> str:
    """A drawing of how often the likeliest choice was right, by the probability given for it, one curve a set."""
    side, edge = 360, 48
    inks = ("#1d4e89", "#8a3b12", "#2f6b3a")

    def at(x: float, y: float) -> str:
        return f"{edge + x * side:.1f},{edge + (1 - y) * side:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge}" font-family="sans-serif" font-size="12">',
        "<title>Reliability of the likeliest descent on planted families that the fit has not seen</title>",
        f'<rect width="100%" height="100%" fill="#fff"/><path d="M{at(0, 0)} L{at(1, 1)}" stroke="#999" stroke-dasharray="4 4" fill="none"/>',
        f'<path d="M{at(0, 1)} L{at(0, 0)} L{at(1, 0)}" stroke="#333" fill="none"/>',
        f'<text x="{edge + side / 2}" y="{edge + side + 34}" text-anchor="middle">probability given</text>',
        f'<text transform="translate(14 {edge + side / 2}) rotate(-90)" text-anchor="middle">share that was right</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(f'<text x="{edge + tick * side}" y="{edge + side + 16}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{edge - 6}" y="{edge + (1 - tick) * side + 4}" text-anchor="end">{tick}</text>')
    for number, (name, rows) in enumerate(tops.items()):
        confidence, right = np.array(rows).T
        bins = np.minimum(9, (confidence * 10).astype(int))
        points = [
            (confidence[bins == b].mean(), right[bins == b].mean(), int((bins == b).sum()))
            for b in range(10)
            if (bins == b).sum() >= 10
        ]
        line = " L".join(at(x, y) for x, y, _ in points)
        parts.append(f'<path d="M{line}" stroke="{inks[number]}" stroke-width="1.6" fill="none"/>')
        for x, y, count in points:
            where = at(x, y).split(",")
            parts.append(
                f'<circle cx="{where[0]}" cy="{where[1]}" r="{2 + (count / len(rows)) * 8:.1f}" fill="{inks[number]}"/>'
            )
        parts.append(
            f'<text x="{edge + 12}" y="{edge + 14 + 18 * number}" fill="{inks[number]}">{name} ({len(rows)} reports)</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def load(families_each: int, cache: Path | None) -> tuple[dict[str, Corpus], dict[str, Corpus]]:
    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())
    train, held = {}, {}
    for number, (name, profile) in enumerate(PROFILES.items()):
        train[name] = corpus(*make(profile, 1000 + number, families_each))
        held[name] = corpus(*make(profile, 2000 + number, families_each // 2))
        print(name, len(train[name].tables), flush=True)
    if cache:
        cache.write_bytes(pickle.dumps((train, held)))
    return train, held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--plot", type=Path, default=None)
    parser.add_argument("--families", type=int, default=250)
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    parser.add_argument("--cache", type=Path, default=None)
    options = parser.parse_args()
    train, held = load(options.families, options.cache)
    timed = np.array(
        [name in EDGE_TIMES for name in EDGE + EDGE_TIMES] + [name in ALONE_TIMES for name in ALONE + ALONE_TIMES] * 2
    )
    text = fit(batches(list(train.values()), [None] * len(train)), ~timed)
    written = {
        f"text_{part}": {k: v for k, v in rows.items() if k not in EDGE_TIMES + ALONE_TIMES}
        for part, rows in named(text).items()
    }
    rough = read({**named(text), **written})
    clocks = {name: clock_of([one.family for one in item.tables], rough) for name, item in train.items()}
    print(clocks)
    theta = fit(batches(list(train.values()), list(clocks.values())), np.ones(len(timed), bool))
    tops: dict[str, list[tuple[float, bool]]] = {"times as they were": [], "wrong or missing times": []}
    for name, item in held.items():
        clock = clock_of([one.family for one in item.tables], rough)
        scores, rows = measure(theta, batches([item], [clock]))
        wrong = PROFILES[name].sigma_hours or PROFILES[name].no_time or PROFILES[name].days_only
        tops["wrong or missing times" if wrong else "times as they were"] += rows
        print(name, clock, scores, flush=True)
    if options.plot:
        options.plot.write_text(reliability(tops), encoding="utf-8")
    if options.out:
        options.out.write_text(json.dumps({**written, **named(theta)}, indent=1) + "\n")
    for folder in options.test:
        rows = [json.loads(line) for line in (folder / "docs.jsonl").open()]
        item = corpus(rows, json.loads((folder / "gold.json").read_text()))
        clock = clock_of([one.family for one in item.tables], rough)
        print(folder, clock, measure(theta, batches([item], [clock]))[0])


if __name__ == "__main__":
    main()
