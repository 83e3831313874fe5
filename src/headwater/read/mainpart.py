"""Which lines of a page are its own account: what trafilatura finds, laid over Headwater's own lines, and corrected by them."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from headwater.read.places import Place
from headwater.read.serialise import Run

__all__ = ["account_of"]

_LETTERS = re.compile(r"[\W_]+")
# Beyond these, other people's recursion and quadratic loops would be felt.
_DEEPEST = 200
_MOST_ELEMENTS = 30_000
_SHORT = 24
_GRAM = 4
_ENOUGH = 0.6
_MUCH = 0.85
# Of an account shorter than this, nothing that may belong to it is left out.
_TINY = 200


def account_of(page: str | None, runs: Sequence[Run]) -> list[bool]:
    """For each line, whether it belongs to the page's account; `page` is its source where trafilatura may be asked."""
    found = _found_by_trafilatura(page) if page is not None and _is_tame(page, runs) else ""
    marked = _aligned(found, runs) if found else [False] * len(runs)
    if not any(marked):
        marked = [_is_prose(run) for run in runs]
    if sum(len(run.text) for run, mark in zip(runs, marked, strict=True) if mark) < _TINY:
        marked = [_is_open(run) for run in runs]
    marked = [mark and not run.place.hidden for mark, run in zip(marked, runs, strict=True)]
    return _completed(marked, runs)


def _is_tame(data: str, runs: Sequence[Run]) -> bool:
    return data.count("<") < 2 * _MOST_ELEMENTS and max((_depth(run.place) for run in runs), default=0) < _DEEPEST


def _depth(place: Place | None) -> int:
    depth = 0
    while place is not None and depth < _DEEPEST:
        place = place.parent
        depth += 1
    return depth


def _found_by_trafilatura(data: str) -> str:
    from trafilatura import extract

    # It reports what it cannot do on its own logger; here that is no news.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return extract(data, include_comments=False, include_tables=True, include_formatting=False) or ""
    except Exception:  # A page it stumbles over is labelled by its lines alone.
        return ""


def _key(text: str) -> str:
    return _LETTERS.sub("", text.lower())


def _aligned(found: str, runs: Sequence[Run]) -> list[bool]:
    """Lines that stand in the text found: long ones anywhere in it or for the most part, short ones as a line of it."""
    lines = {_key(line) for line in found.split("\n")}
    whole = _key(found)
    words = found.lower().split()
    grams = set(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))
    return [_stands_in(run.text, lines, whole, grams) for run in runs]


def _stands_in(text: str, lines: set[str], whole: str, grams: set[tuple[str, ...]]) -> bool:
    key = _key(text)
    if len(key) < _SHORT:
        return bool(key) and key in lines
    if key in whole:
        return True
    words = text.lower().split()
    own = list(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))
    return bool(own) and round(sum(gram in grams for gram in own) / len(own), 4) >= _ENOUGH


def _is_prose(run: Run) -> bool:
    return not run.place.furniture and 2 * run.linked < len(run.text) and len(run.text) >= 80


def _is_open(run: Run) -> bool:
    return not run.place.furniture and 2 * run.linked < len(run.text)


def _completed(marked: Sequence[bool], runs: Sequence[Run]) -> list[bool]:
    """The marks, with the text added that stands between marked lines in the element that holds most of them."""
    holder = _holder(marked, runs)
    if holder is None:
        return list(marked)
    places = [place for place, mark in enumerate(marked) if mark]
    first, last = places[0], places[-1]
    return [
        mark or (first < place < last and _is_open(run) and not run.place.hidden and _within(run.place, holder))
        for place, (mark, run) in enumerate(zip(marked, runs, strict=True))
    ]


def _holder(marked: Iterable[bool], runs: Iterable[Run]) -> Place | None:
    """The innermost element that holds most of the marked text."""
    weights: Counter[Place] = Counter()
    depths: dict[Place, int] = {}
    total = 0
    for mark, run in zip(marked, runs, strict=True):
        if not mark:
            continue
        total += len(run.text)
        chain: list[Place] = []
        place: Place | None = run.place
        while place is not None and len(chain) < 10 * _DEEPEST:
            chain.append(place)
            place = place.parent
        for depth, one in enumerate(reversed(chain)):
            weights[one] += len(run.text)
            depths[one] = depth
    holding = [place for place, weight in weights.items() if weight >= _MUCH * total]
    return max(holding, key=lambda place: depths[place]) if holding else None


def _within(place: Place | None, holder: Place) -> bool:
    steps = 0
    while place is not None and steps < 10 * _DEEPEST:
        if place is holder:
            return True
        place = place.parent
        steps += 1
    return False
