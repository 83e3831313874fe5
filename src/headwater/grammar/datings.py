"""Datings of a text: the time expressions that tie something to a time, with the words they date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from headwater.grammar.dates import temporal
from headwater.grammar.dates_about import about
from headwater.grammar.dates_tags import Alphabet, alphabet
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.language.happenings import Happenings, lexicon
from headwater.model import Anchor, Dating, Quote, TimeExpression, identifier

__all__ = ["datings", "worth_a_look"]


def datings(
    document: str,
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: str | None,
    expressions: Sequence[TimeExpression] | None = None,
) -> tuple[Dating, ...]:
    """The datings of a text in order; `expressions` are those of `temporal`, where they are at hand already.

    Days, months and years, clock times, and durations that lead back to a year ("33 years since"). Durations else, sets
    ("every year") and references ("now") tie nothing to a time.
    """
    told = temporal(sentences, language, published) if expressions is None else expressions
    letters, known = alphabet(language), lexicon(language)
    starts = [sentence.start for sentence in sentences]
    return tuple(
        _dating(document, text, expression, _about(text, sentences, starts, letters, known, expression))
        for expression in told
        if _ties(expression)
    )


def _ties(expression: TimeExpression) -> bool:
    if expression.kind == "time":
        return expression.edtf is not None or expression.rule != "part"
    return expression.kind == "date" or (expression.kind == "duration" and expression.edtf is not None)


_start = attrgetter("start")


def _about(
    text: str,
    sentences: Sequence[Sentence],
    starts: Sequence[int],
    letters: Alphabet,
    known: Happenings,
    expression: TimeExpression,
) -> Quote | None:
    place = bisect_left(starts, expression.start + 1) - 1
    if place < 0:
        return None
    tokens: Sequence[Token] = sentences[place].tokens
    first = bisect_left(tokens, expression.start, key=_start)
    last = bisect_left(tokens, expression.end, key=_start)
    # Only so many tokens around are looked at, so that a sentence of a megabyte costs no more than another.
    begin, end = max(0, first - 20), min(len(tokens), last + 20)
    if first >= last:
        return None
    near = tokens[begin:end]
    told = sentences[place].letters[begin:end] or letters.encode(near)
    return about(text, near, told, letters, known, first - begin, last - begin)


def _dating(document: str, text: str, expression: TimeExpression, dated: Quote | None) -> Dating:
    start, end = expression.start, expression.end
    return Dating(
        id=identifier("d", document, start, end),
        document=document,
        start=start,
        end=end,
        quote=text[start:end],
        edtf=expression.edtf,
        anchor=expression.anchor,
        about=dated,
    )


CLOSE = 60
"""Code points within which a length of time may lead back to a day."""

BESIDE = 12
"""Code points within which two days may be the ends of a span: "3 May to 9 May"."""


def worth_a_look(told: Sequence[Dating]) -> bool:
    """Whether datings leave something for rules on dates to look at in the time expressions themselves.

    That is words that could not be placed in time, a full day with more words than its month, or two datings close to each other.
    """
    return any(map(_asks, told)) or any(_tie(one, other) for one, other in pairwise(told))


def _tie(one: Dating, other: Dating) -> bool:
    reach = CLOSE if one.anchor is Anchor.PUBLISHED and other.anchor is Anchor.CALENDAR else BESIDE
    return other.start - one.end <= reach


def _asks(dating: Dating) -> bool:
    if "/" in f"{dating.edtf}" and dating.anchor is not Anchor.NONE:
        return True
    words = sum(word.isalpha() for word in dating.quote.replace(",", " ").split())
    return (dating.edtf is None and dating.anchor is not Anchor.NONE) or (
        dating.anchor is Anchor.CALENDAR and words > 1
    )
