"""A calendar's rules, each with what must stand in a text for it to hold: only those that may are tried, and compiled.

Patterns are read a second time for that, as rows, choices and repeats of tags. Of what looks ahead or back no more is taken than that
its letters are needed, so that a rule is at most tried in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

import msgspec

from headwater.language.calendar import Rule

__all__ = ["Able", "DateRule", "Need", "date_rule"]

_NAME = re.compile(r"(?:(?<![<\w])([a-z_]\w*):)?(?:\((?!\?)|\b([A-Z][A-Z0-9]+)\b)|\s+")
_PIECE = re.compile(
    r"\s+ | \(\?\#[^)]*\) | (?:[a-z_]\w*:)? (?: (?P<open>\((?:\?(?P<way>:|<?[=!]))?) | (?P<tag>[A-Z][A-Z0-9]+)\b )"
    r" | (?P<close>\)) | (?P<bar>\|) | (?P<times>[?*+]|\{\d[^}]*\})[?+]? | (?P<other>.)",
    re.VERBOSE | re.DOTALL,
)


class Need(msgspec.Struct, frozen=True):
    """Letters of which one must stand in the text, and how rare their words are by their look (the longer the rarer)."""

    letters: frozenset[str]
    rarity: float


_Pairs = tuple[tuple[frozenset[str], frozenset[str]], ...]
"""Sets of letters, each with a set of those that may stand behind them."""


class _Part(NamedTuple):
    """A part of a pattern: the letters it may begin with, those that may be all of it, its first two, and what it needs."""

    first: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    pairs: _Pairs = ()
    empty: bool = True
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True)
class DateRule:
    """A rule of the calendar over letters: it begins with a letter of `first`, which is one of `alone` or one of a pair, and needs one of each set in `needs`.

    `captures` are the names of what it takes, in the order of its groups; a name may have several, of which one takes something.
    """

    rule: Rule
    source: str = field(repr=False)
    captures: tuple[str, ...]
    first: frozenset[str]
    alone: frozenset[str]
    pairs: _Pairs
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The rule over letters; compiled when a text first has what it needs."""
        return re.compile(self.source)

    def second(self, letter: str) -> frozenset[str] | None:
        """What may stand behind a letter that the rule begins with; `None` where anything may."""
        if letter in self.alone:
            return None
        return frozenset().union(*[behind for first, behind in self.pairs if letter in first])

    def taken(self, match: re.Match[str]) -> dict[str, tuple[int, int]]:
        """Where a match has what the rule takes, by name."""
        return {name: span for name, span in zip(self.captures, match.regs[1:], strict=True) if span[0] >= 0}


class Able(dict[str, Sequence[DateRule]]):
    """The rules that two letters in a row may begin, worked out when a text first has them; `begins` is an expression for where to look for such letters."""

    def __init__(self, rules: Sequence[DateRule]) -> None:
        super().__init__()
        firsts = sorted(frozenset().union(*[rule.first for rule in rules]))
        self._seconds = {
            letter: [(rule, rule.second(letter)) for rule in rules if letter in rule.first] for letter in firsts
        }
        self.begins = re.compile(_beginning(self._seconds))

    def __missing__(self, pair: str) -> Sequence[DateRule]:
        first, second = pair[0], pair[1:]
        able = [rule for rule, seconds in self._seconds[first] if seconds is None or second in seconds]
        self[pair] = able
        return able


def _beginning(seconds: Mapping[str, Sequence[tuple[DateRule, frozenset[str] | None]]]) -> str:
    """The expression for a letter that a rule begins with: one that anything may stand behind, or with a letter behind it that some rule wants there.

    It lets through a third more than may begin a rule; to ask for each letter's own would cost more.
    """
    behind = {second for rules in seconds.values() for _, letters in rules for second in letters or ()}
    before_any = [first for first, rules in seconds.items() if None in [letters for _, letters in rules]]
    if not seconds:
        return "(?!)"
    looks = [
        f"(?{look}{_set_of(''.join(sorted(letters)))})"
        for look, letters in (("<=", before_any), ("=", behind))
        if letters
    ]
    return f"{_set_of(''.join(seconds))}(?:{'|'.join(looks)})"


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
    captures = tuple(found[1] for found in _NAME.finditer(written) if found[1])
    return DateRule(rule, _over_letters(written, classes), captures, part.first, part.alone, part.pairs, needs)


def _over_letters(written: str, classes: Mapping[str, str]) -> str:
    """The pattern over letters, without its spaces, which would cost a quarter of its compiling."""

    def name(found: re.Match[str]) -> str:
        if found[0].isspace():
            return ""
        group = "(" if found[1] else "(?:"
        if found[2] is None:
            return group
        members = _set_of(classes[found[2]]) if found[2] in classes else "(?!)"
        return f"{group}{members})" if found[1] else members

    return _NAME.sub(name, written)


@cache
def _set_of(letters: str) -> str:
    """The expression for one of some letters, in order: one by itself as it is, those that follow each other as a range."""
    rows: list[str] = []
    for letter in letters:
        if rows and ord(letter) == ord(rows[-1][-1]) + 1:
            rows[-1] += letter
        else:
            rows.append(letter)
    members = "".join(f"{row[0]}-{row[-1]}" if len(row) > 2 else row for row in rows)
    return f"[{members}]" if len(letters) > 1 else re.escape(letters)


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
    needs = [sorted(row.needs, key=lambda one: -one.rarity) for row in rows]
    # Whichever row holds, each of these is needed: the rarest of all rows together, their next rarest, and so on.
    together = [
        _together([one[min(place, len(one) - 1)] for one in needs])
        for place in range(max(map(len, needs)) if all(needs) else 0)
    ]
    return _Part(
        frozenset().union(*(row.first for row in rows)),
        frozenset().union(*(row.alone for row in rows)),
        tuple(chain.from_iterable(row.pairs for row in rows)),
        any(row.empty for row in rows),
        tuple(together),
    )


def _together(needs: Sequence[Need]) -> Need:
    return Need(frozenset().union(*(one.letters for one in needs)), min(one.rarity for one in needs))


def _row(pieces: _Pieces) -> _Part:
    row = _Part()
    while pieces.next is not None and not pieces.at("bar", "close"):
        part = _repeated(_one(pieces), pieces)
        row = _Part(
            row.first | part.first if row.empty else row.first,
            (row.alone if part.empty else frozenset()) | (part.alone if row.empty else frozenset()),
            row.pairs + _pair(row.alone, part.first) + (part.pairs if row.empty else ()),
            row.empty and part.empty,
            row.needs + part.needs,
        )
    return row


def _pair(first: frozenset[str], behind: frozenset[str]) -> _Pairs:
    return ((first, behind),) if first and behind else ()


def _one(pieces: _Pieces) -> _Part:
    piece = pieces.take()
    if piece["tag"]:
        need = pieces.need(piece["tag"])
        return _Part(need.letters, need.letters, empty=False, needs=(need,))
    if not piece["open"]:
        raise ValueError(f"{piece.group()!r} is no tag")
    inner = _choice(pieces)
    if not pieces.at("close"):
        raise ValueError("a bracket that does not close")
    pieces.take()
    if piece["way"] in (None, ":"):
        return inner
    # What must stand ahead or behind is needed too, after all that is the rule's own.
    looked_for = inner.needs if piece["way"] in ("=", "<=") else ()
    return _Part(needs=tuple(Need(one.letters, 0) for one in looked_for))


def _repeated(part: _Part, pieces: _Pieces) -> _Part:
    if not pieces.at("times"):
        return part
    times = pieces.take()["times"]
    pairs = part.pairs if times == "?" else part.pairs + _pair(part.alone, part.first)
    if times == "+" or (times[0] == "{" and times[1] != "0"):
        return part._replace(pairs=pairs)
    return _Part(part.first, part.alone, pairs)
