"""Figures compared with figures annotated by hand: the levels of rightness, and precision and recall of each.

The same definitions as the annotation guide's: a number is *found* where it overlaps a gold row and has an outcome; its
*value* is right where quote and bounds are; its *claim* where the outcome is too; it is *full* where the group is, and
whether the figure belongs to another event. Rows of the outcome `other` need not be found, but must not be taken for more.
Each gold row is matched with one figure at most, best first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

__all__ = ["LEVELS", "Pair", "Rate", "Scored", "f1", "rates_by", "score"]

Row = Mapping[str, Any]
LEVELS = ("found", "value", "claim", "full")
_AFTER_HEAD = re.compile(r"\s+(?:for|of|at|in|on|from|with|to)\s.*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold row and the figure matched with it; one of the two may be missing. `right` names what holds."""

    gold: Row | None
    figure: Row | None
    right: frozenset[str] = frozenset()

    @property
    def wanted(self) -> bool:
        """Whether the figure has to be found."""
        return self.gold is not None and self.gold["outcome"] != "other"

    @property
    def made(self) -> bool:
        """Whether an outcome was given."""
        return self.figure is not None and _outcome(self.figure) != "other"


class Rate(NamedTuple):
    """So many right of so many; `None` as a share where there were none."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The part that is right, to four places."""
        return round(self.right / self.of, 4) if self.of else None


@dataclass(frozen=True, slots=True)
class Scored:
    """All pairs of all documents, in document order, then by place."""

    pairs: tuple[Pair, ...]
    scores: dict[str, float] = field(default_factory=dict)


def score(gold: Iterable[Row], figures: Iterable[Row]) -> Scored:
    """Gold rows and figures of the same documents, matched, with the scores over all of them.

    Args:
        gold: rows as the annotation guide has them; `document` names the report.
        figures: rows as `figures.jsonl` has them; `part_of` is an id.
    """
    golds, given = _by_document(gold), _by_document(figures)
    pairs = [pair for name in sorted({*golds, *given}) for pair in _match(golds[name], given[name])]
    return Scored(tuple(pairs), _scores(pairs))


def f1(precision: float | None, recall: float | None) -> float:
    """The harmonic mean of the two."""
    both = (precision or 0.0) + (recall or 0.0)
    return round(2 * (precision or 0.0) * (recall or 0.0) / both, 4) if both else 0.0


def rates_by(
    pairs: Sequence[Pair], level: str, of_gold: Callable[[Row], str], of_figure: Callable[[Row], str]
) -> dict[str, tuple[Rate, Rate]]:
    """Precision and recall at a level for each name that the functions give to figures and to gold rows."""
    recall, precision = defaultdict(list), defaultdict(list)
    for pair in pairs:
        if pair.gold is not None and pair.wanted:
            recall[of_gold(pair.gold)].append(level in pair.right)
        if pair.figure is not None and pair.made:
            precision[of_figure(pair.figure)].append(pair.wanted and level in pair.right)
    names = sorted({*recall, *precision})
    return {name: (_rate(precision[name]), _rate(recall[name])) for name in names}


def _rate(held: list[bool]) -> Rate:
    return Rate(sum(held), len(held))


def _scores(pairs: Sequence[Pair]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for level in LEVELS:
        ((precision, recall),) = rates_by(pairs, level, lambda _: "", lambda _: "").values() or [
            (Rate(0, 0), Rate(0, 0))
        ]
        scores[f"{level}_p"], scores[f"{level}_r"] = precision.share or 0.0, recall.share or 0.0
        scores[f"{level}_f1"] = f1(precision.share, recall.share)
    wanted = [pair for pair in pairs if pair.wanted and pair.gold]
    parts = _rate(["parts" in pair.right for pair in wanted if pair.gold and pair.gold["part_of"] is not None])
    said = _rate(["speaker" in pair.right for pair in wanted if pair.gold and pair.gold["speaker"]])
    given = _rate(
        ["speaker" in pair.right for pair in wanted if pair.made and pair.figure and pair.figure.get("speaker")]
    )
    for name, rate in (("parts_r", parts), ("speaker_r", said), ("speaker_p", given)):
        scores[name] = 1.0 if rate.share is None else rate.share
    return scores


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["document"].removesuffix(".txt")].append(row)
    return found


def _match(golds: list[Row], figures: list[Row]) -> list[Pair]:
    by_id = {figure["id"]: figure for figure in figures}
    possible = []
    for place, gold in enumerate(golds):
        wholes = [other for other in golds if other["quote"] == gold["part_of"]]
        for number, figure in enumerate(figures):
            if _overlap(gold, figure):
                right = _right(gold, figure, by_id.get(figure.get("part_of")), wholes)
                reached = sum(level in right for level in LEVELS)
                rank = (-reached, gold["outcome"] == "other", -len(right), place, number)
                possible.append((rank, right))
    return _assign(golds, figures, sorted(possible, key=lambda one: one[0]))


def _assign(
    golds: list[Row], figures: list[Row], possible: list[tuple[tuple[int, bool, int, int, int], frozenset[str]]]
) -> list[Pair]:
    taken: dict[int, Pair] = {}
    used: set[int] = set()
    for (*_, place, number), right in possible:
        if place not in taken and number not in used:
            taken[place] = Pair(golds[place], figures[number], right)
            used.add(number)
    rest = [Pair(None, figure) for number, figure in enumerate(figures) if number not in used]
    pairs = [taken.get(place) or Pair(gold, None) for place, gold in enumerate(golds)]
    return sorted(pairs + rest, key=lambda pair: int((pair.gold or pair.figure or {})["start"]))


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _right(gold: Row, figure: Row, whole: Row | None, wholes: list[Row]) -> frozenset[str]:
    checks = {
        "found": _outcome(figure) != "other",
        "value": _same_words(gold, figure) and all(_same(figure[name], gold[name]) for name in ("best", "low", "high")),
        "claim": _outcome(figure) == gold["outcome"],
        "full": figure["group"] == gold["group"] and bool(figure["background"]) == (gold["event"] != "main"),
    }
    right: set[str] = set()
    for level in LEVELS:  # each level takes all below it
        if not checks[level]:
            break
        right.add(level)
    if checks["found"] and whole is not None and any(_overlap(whole, other) for other in wholes):
        right.add("parts")
    if checks["found"] and gold["speaker"] and _names(figure.get("speaker") or [""], gold["speaker"]):
        right.add("speaker")
    return frozenset(right)


def _outcome(figure: Row) -> str:
    return figure.get("outcome") or "other"


def _same_words(gold: Row, figure: Row) -> bool:
    return bool(gold["implied"]) or (figure["start"], figure["end"]) == (gold["start"], gold["end"])


def _same(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else float(one) == float(other)


def _names(said: Sequence[str], wanted: Sequence[str]) -> bool:
    head = _AFTER_HEAD.sub("", wanted[0]).split()[-1]
    return re.search(rf"\b{re.escape(head)}\b", said[0], re.IGNORECASE) is not None
