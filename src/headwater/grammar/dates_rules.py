"""A calendar's rules, each with what must stand in a text for it to hold: only those that may are tried, and compiled.

Patterns are read a second time for that, as rows, choices and repeats of tags. What looks ahead or back is left out, so
that a rule is at most tried in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import regex

from headwater.language.calendar import Rule

__all__ = ["DateRule", "Need", "date_rule"]

_NAME = re.compile(r"(?:(?<![<\w])([a-z_]\w*):)?(?:\(|\b([A-Z][A-Z0-9]+)\b)")
_PIECE = re.compile(
    r"\s+ | \(\?\#[^)]*\) | (?:[a-z_]\w*:)? (?: (?P<open>\((?:\?(?P<way>:|<?[=!]))?) | (?P<tag>[A-Z][A-Z0-9]+)\b )"
    r" | (?P<close>\)) | (?P<bar>\|) | (?P<times>[?*+]|\{\d[^}]*\})[?+]? | (?P<other>.)",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Need:
    """Letters of which one must stand in the text, and how rare their words are by their look (the longer the rarer)."""

    letters: frozenset[str]
    rarity: float


class _Part(NamedTuple):
    """A part of a pattern: the letters it may begin with and have second, whether it may be empty or one letter, and what it needs."""

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    empty: bool = True
    lone: bool = False
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True)
class DateRule:
    """A rule of the calendar: it may begin at the letters `first`, and needs a letter of each set in `needs`.

    `second` are the letters that may follow the first, `None` where a rule may hold of one letter alone.
    """

    rule: Rule
    source: str = field(repr=False)
    first: frozenset[str]
    second: frozenset[str] | None
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The rule over letters; compiled when a text first has what it needs."""
        return regex.compile(self.source, regex.VERBOSE)

    def may_hold(self, letters: frozenset[str]) -> bool:
        """Whether a text of these letters has what the rule needs."""
        for need in self.needs:  # noqa: SIM110 — a generator costs more than the look
            if need.isdisjoint(letters):
                return False
        return True


def date_rule(rule: Rule, written: str, classes: Mapping[str, str], need: Callable[[str], Need]) -> DateRule:
    """A rule over letters.

    Args:
        rule: as the language has it.
        written: its pattern with its macros written out.
        classes: the letters of each tag.
        need: what a tag needs.
    """
    part = _choice(_Pieces(written, need))
    needs = tuple(one.letters for one in sorted(part.needs, key=lambda one: -one.rarity))
    second = None if part.lone or part.empty else part.second
    return DateRule(rule, _over_letters(written, classes), part.first, second, needs)


def _over_letters(written: str, classes: Mapping[str, str]) -> str:
    def name(found: re.Match[str]) -> str:
        group = f"(?P<{found[1]}>" if found[1] else "("
        if found[2] is None:
            return group
        members = f"[{classes[found[2]]}]" if found[2] in classes else "(?!)"
        return f"{group}{members})" if found[1] else members

    return _NAME.sub(name, written)


class _Pieces:
    """The pieces of a pattern in order, the next one at hand."""

    def __init__(self, written: str, need: Callable[[str], Need]) -> None:
        self.need = need
        self._rest: Iterator[re.Match[str]] = (match for match in _PIECE.finditer(written) if match.lastgroup)
        self.next = next(self._rest, None)

    def take(self) -> re.Match[str]:
        """The next piece, which must be there."""
        taken = self.next
        if taken is None:
            raise ValueError("a bracket that does not close")
        self.next = next(self._rest, None)
        return taken

    def at(self, *kinds: str) -> bool:
        """Whether the next piece is of one of the kinds."""
        return self.next is not None and self.next.lastgroup in kinds


def _choice(pieces: _Pieces) -> _Part:
    """A choice of rows: it needs what each of them needs most rarely, and nothing where one needs nothing."""
    rows = [_row(pieces)]
    while pieces.at("bar"):
        pieces.take()
        rows.append(_row(pieces))
    if len(rows) == 1:
        return rows[0]
    rarest = [max(row.needs, key=lambda one: one.rarity) for row in rows if row.needs]
    together = Need(frozenset().union(*(one.letters for one in rarest)), min((one.rarity for one in rarest), default=0))
    return _Part(
        frozenset().union(*(row.first for row in rows)),
        frozenset().union(*(row.second for row in rows)),
        any(row.empty for row in rows),
        any(row.lone for row in rows),
        (together,) if len(rarest) == len(rows) else (),
    )


def _row(pieces: _Pieces) -> _Part:
    row = _Part()
    while pieces.next is not None and not pieces.at("bar", "close"):
        part = _repeated(_one(pieces), pieces)
        row = _Part(
            row.first | part.first if row.empty else row.first,
            row.second.union(part.first if row.lone else (), part.second if row.empty else ()),
            row.empty and part.empty,
            (row.lone and part.empty) or (row.empty and part.lone),
            row.needs + part.needs,
        )
    return row


def _one(pieces: _Pieces) -> _Part:
    piece = pieces.take()
    if piece["tag"]:
        need = pieces.need(piece["tag"])
        return _Part(need.letters, empty=False, lone=True, needs=(need,))
    if not piece["open"]:
        raise ValueError(f"{piece.group()!r} is no tag")
    inner = _choice(pieces)
    if not pieces.at("close"):
        raise ValueError("a bracket that does not close")
    pieces.take()
    return _Part() if piece["way"] not in (None, ":") else inner


def _repeated(part: _Part, pieces: _Pieces) -> _Part:
    if not pieces.at("times"):
        return part
    times = pieces.take()["times"]
    second = part.second | part.first if part.lone and times != "?" else part.second
    if times == "+" or (times[0] == "{" and times[1] != "0"):
        return part._replace(second=second)
    return _Part(part.first, second, lone=part.lone)
