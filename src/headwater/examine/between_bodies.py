"""The rule on numbered bodies that reports give to different armies, forces or states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from headwater.examine.account import Account
from headwater.examine.bodies import Body, bodies
from headwater.examine.comparison import Comparison
from headwater.examine.registry import Found, rule
from headwater.examine.wording import quoted
from headwater.language.names import lexicon
from headwater.messages import listing, say
from headwater.model import FindingKind, FindingSpan, Level

__all__ = ["belongs_elsewhere"]

_ORDINAL = regex.compile(r"\p{Nd}\p{L}")
"""A digit with a letter after it: a text without one has no ordinal in digits, and need not be cut into sentences for it."""


@rule(FindingKind.NAME_DIFFERS, Level.NOTE, "between", version=2)
def belongs_elsewhere(case: Comparison) -> Iterator[Found]:
    """One numbered body is said to be of different armies, forces or states ("the 12th Battalion of …").

    Bodies are held to be one where their numbers are and the last word of their names; what they are said to belong to is compared
    word by word. One finding a body.
    """
    whose: dict[tuple[str, str], dict[str, FindingSpan]] = defaultdict(dict)
    for account in case.on_event:
        for body in _bodies(account):
            words = account.words(body.start, body.end)
            whose[body.number, body.noun].setdefault(words.quote.casefold(), words)
    for (number, noun), told in sorted(whose.items()):
        spans = list(told.values())
        if len({span.document for span in spans}) > 1:
            ways = listing(quoted(span.quote) for span in spans)
            yield Found(text=say("finding.belongs_elsewhere", number=number, noun=noun, ways=ways), spans=spans)


def _bodies(account: Account) -> Iterator[Body]:
    """The numbered bodies of a report that it says to belong somewhere."""
    if _ORDINAL.search(account.report.text):
        for sentence in account.sentences:
            yield from (body for body in bodies(sentence.tokens, lexicon(account.language)) if body.start < body.end)
