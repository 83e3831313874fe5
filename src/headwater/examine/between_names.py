"""Rules on names that reports write in different ways, and on events that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from headwater.examine.account import Account, Comparison
from headwater.examine.bodies import bodies
from headwater.examine.days import days
from headwater.examine.registry import Found, rule
from headwater.examine.wording import listing
from headwater.grammar.tokens import Kind, Token
from headwater.language.names import lexicon
from headwater.language.stopwords import stopwords
from headwater.model import Event, Figure, FindingKind, FindingSpan, Level

__all__ = ["belongs_elsewhere", "name_differs", "possibly_same_event"]

LETTERS = 5
"""The shortest name whose spellings are compared; shorter ones are alike by chance."""

Places = Mapping[str, Mapping[str, FindingSpan]]
"""For each name, the first place of it in each report."""


@rule(FindingKind.NAME_DIFFERS, Level.NOTE, "between")
def name_differs(case: Comparison) -> Iterator[Found]:
    """Reports seem to spell one name differently: names of five letters or more that begin alike and differ in one letter.

    Names are words with a capital inside a sentence. Two names that one report itself uses are held to be two.
    """
    places = _names(case)
    for one, other in _alike(places):
        if not set(places[one]) & set(places[other]):
            spans = [*places[one].values(), *places[other].values()]
            yield Found(text=f"Spelled in {len({one, other})} ways: {listing([one, other])}.", spans=spans[:12])


def _names(case: Comparison) -> Places:
    found: dict[str, dict[str, FindingSpan]] = defaultdict(dict)
    for account in case.accounts:
        for token in _capitals(account):
            found[token.text].setdefault(account.document, account.words(token.start, token.end))
    return found


def _capitals(account: Account) -> Iterator[Token]:
    common = stopwords(account.language)
    for sentence in account.sentences:
        words = [token for token in sentence.tokens if token.kind is Kind.WORD]
        if sum(token.text.istitle() for token in words) * 2 > len(words):
            continue  # a headline or a row of names: capitals tell nothing
        for token in words[1:]:
            if len(token.text) >= LETTERS and token.text.istitle() and token.lower not in common:
                yield token


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


@rule(FindingKind.NAME_DIFFERS, Level.NOTE, "between")
def belongs_elsewhere(case: Comparison) -> Iterator[Found]:
    """One numbered body is said to be of different armies, forces or states ("the 12th Battalion of …").

    Bodies are held to be one where their numbers are; what they are said to belong to is compared word by word.
    """
    whose: dict[str, dict[str, list[FindingSpan]]] = defaultdict(lambda: defaultdict(list))
    for account in case.accounts:
        for sentence in account.sentences:
            for body in bodies(sentence.tokens, lexicon(account.language)):
                if body.end > body.start:
                    words = account.words(body.start, body.end)
                    whose[body.number][words.quote.casefold()].append(words)
    for number, told in sorted(whose.items()):
        spans = [spans[0] for spans in told.values()]
        if len({span.document for span in spans}) > 1:
            ways = listing(f"“{span.quote}”" for span in spans)
            yield Found(text=f"The body numbered {number} is said to be {ways}.", spans=spans)


@rule(FindingKind.POSSIBLY_SAME_EVENT, Level.NOTE, "between")
def possibly_same_event(case: Comparison) -> Iterator[Found]:
    """Two events were told apart, but they are dated alike and have a count in common: they may be one.

    The count is ten or more, of one outcome, and in reports that do not tell of both events.
    """
    by_event: dict[str, dict[tuple[object, ...], Figure]] = defaultdict(dict)
    for measure in case.measures:
        for figure in case.figures(measure):
            if figure.event and figure.best is not None and figure.best >= 10:
                by_event[figure.event].setdefault((figure.outcome, figure.best), figure)
    for one, other in combinations(sorted(case.events, key=lambda event: event.id), 2):
        shared = sorted(set(by_event[one.id]) & set(by_event[other.id]), key=str)
        if shared and _dated_alike(one, other) and not set(one.documents) & set(other.documents):
            yield _same(one, other, [by_event[event.id][key] for key in shared for event in (one, other)], case)


def _dated_alike(one: Event, other: Event) -> bool:
    a, b = days(one.span), days(other.span)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _same(one: Event, other: Event, figures: Sequence[Figure], case: Comparison) -> Found:
    labels = listing(f"“{event.label or 'no place or date'}”" for event in (one, other))
    return Found(
        text=f"{labels} may be one event: they are dated alike and share a count.",
        spans=case.first_spans(figures),
        figures=figures,
    )
