"""The words that a time expression dates: the noun it stands with, or the verb of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.dates_tags import Alphabet
from headwater.grammar.tokens import Token
from headwater.language.happenings import Happenings
from headwater.model import Quote

__all__ = ["about"]

_NEAR = 8  # tokens between a noun for events and its time
_FAR = 14  # tokens between a verb and the time it goes with


def about(
    text: str,
    tokens: Sequence[Token],
    letters: str,
    alphabet: Alphabet,
    happenings: Happenings,
    first: int,
    last: int,
) -> Quote | None:
    """The words dated by the tokens `[first, last)` of a sentence; `None` where no noun and no verb stands near.

    "the 1948 Convention" dates the convention, "the flood of 4 March" the flood, "the ferry sank on 4 March" the sinking.
    """
    span = (
        _noun_after(letters, alphabet, first, last)
        or _noun_before(letters, alphabet, first)
        or _happening(tokens, letters, alphabet, happenings, first)
        or _verb(letters, alphabet, first, last)
    )
    if span is None:
        return None
    return Quote.at(text, tokens[span[0]].start, tokens[span[1] - 1].end)


def _noun_after(letters: str, alphabet: Alphabet, first: int, last: int) -> tuple[int, int] | None:
    """The noun that follows a time standing as an adjective: after an article, or with a possessive."""
    marks, start = alphabet.marks, last
    if letters[last : last + 1] and letters[last] in marks.poss:
        start = last + 1
    elif not (letters[first] in marks.det or (first and letters[first - 1] in marks.det)):
        return None
    end = start
    while end < min(len(letters), start + 3) and letters[end] in marks.noun and letters[end] not in marks.verb:
        end += 1
    return (start, end) if end > start else None


def _noun_before(letters: str, alphabet: Alphabet, first: int) -> tuple[int, int] | None:
    """The noun before "of" and a time."""
    marks = alphabet.marks
    if first < 2 or letters[first - 1] not in marks.of or letters[first - 2] not in marks.noun:
        return None
    return first - 2, first - 1


def _happening(
    tokens: Sequence[Token], letters: str, alphabet: Alphabet, happenings: Happenings, first: int
) -> tuple[int, int] | None:
    """A noun for events before the time with no verb between: "the loss of the Gannet in 1987"."""
    verb = alphabet.marks.verb
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if letters[at] in verb:
            return None
        if happenings.noun(tokens[at].lower):
            return at, at + 1
    return None


def _verb(letters: str, alphabet: Alphabet, first: int, last: int) -> tuple[int, int] | None:
    """The nearest verb before the time, else the first after it; with what helps it ("was cut")."""
    verb = alphabet.marks.verb
    for at in (*range(first - 1, max(-1, first - 1 - _FAR), -1), *range(last, min(len(letters), last + _FAR))):
        if letters[at] in verb:
            break
    else:
        return None
    start, end = at, at + 1
    while start and letters[start - 1] in verb:
        start -= 1
    while end < len(letters) and letters[end] in verb:
        end += 1
    return start, end
