"""The rule on names that reports spell in different ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import regex
from rapidfuzz.distance import Levenshtein

from headwater.examine.account import Account
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.language.stopwords import stopwords
from headwater.messages import listing, say
from headwater.model import FindingKind, FindingSpan, Level

__all__ = ["name_differs"]

_PIECE = regex.compile(r"[^.!?\n]+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+")

LETTERS = 5
"""The shortest name whose spellings are compared; shorter ones are alike by chance."""

SHOWN = 6
"""The most reports that are shown for one spelling."""

Places = Mapping[str, Mapping[str, FindingSpan]]
"""For each name, the first place of it in each report."""


@rule(FindingKind.NAME_DIFFERS, Level.NOTE, "between", version=2)
def name_differs(case: Comparison) -> Iterator[Found]:
    """Reports seem to spell one name differently: names of five letters or more that begin alike and differ in one letter.

    Names are words with a capital inside a sentence. Two names that one report itself uses are held to be two. One finding a
    name, however many spellings there are.
    """
    places = _names(case)
    pairs = [pair for pair in _alike(places) if not set(places[pair[0]]) & set(places[pair[1]])]
    for spellings in _joined(pairs):
        yield Found(
            text=say("finding.name_differs", n=len(spellings), spellings=listing(spellings)),
            spans=[span for name in spellings for span in list(places[name].values())[:SHOWN]],
        )


def _joined(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The spellings that pairs tie together, each group in order."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return sorted({tuple(sorted(group)) for group in groups.values()})


def _names(case: Comparison) -> Places:
    found: dict[str, dict[str, FindingSpan]] = defaultdict(dict)
    for account in case.on_event:
        for name, start in _capitals(account):
            found[name].setdefault(account.document, account.words(start, start + len(name)))
    return found


def _capitals(account: Account) -> Iterator[tuple[str, int]]:
    """The words with a capital inside a sentence, with their places; a rough cut at full stops will do for that."""
    common = stopwords(account.language)
    for block in account.report.body():
        for piece in _PIECE.finditer(account.report.text, block.start, block.end):
            words = list(_WORD.finditer(account.report.text, *piece.span()))
            if sum(word[0].istitle() for word in words) * 2 > len(words):
                continue  # a headline or a row of names: capitals tell nothing
            for word in words[1:]:
                if len(word[0]) >= LETTERS and word[0].istitle() and word[0].lower() not in common:
                    yield word[0], word.start()


def _alike(places: Places) -> list[tuple[str, str]]:
    """Pairs of names one letter apart, that are no two forms of one word; found by their deletions, not pair by pair."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    for name in sorted(places):
        for rest in {name, *(name[:at] + name[at + 1 :] for at in range(1, len(name)))}:
            by_rest[rest].append(name)
    pairs = {pair for names in by_rest.values() for pair in combinations(names, 2)}
    return sorted(pair for pair in pairs if Levenshtein.distance(*pair) == 1 and not _forms(*pair))


def _forms(one: str, other: str) -> bool:
    # "Ostra" and "Ostran", "Marr" and "Marrs": a longer form at the end is another form, not another spelling.
    return one.startswith(other) or other.startswith(one) or one[:-1] == other[:-1]
