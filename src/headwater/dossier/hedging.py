"""Where the words stand that bound a figure."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.tokens import Token, tokenize
from headwater.language import Language
from headwater.language.hedges import lexicon
from headwater.model import Figure, Hedge, Span

__all__ = ["hedge_span"]

_REACH, _SKIPPED = 80, 3


def hedge_span(figure: Figure, text: str, language: Language) -> Span | None:
    """The place of a figure's hedge: before its number, else after it; `None` where it has none that is found.

    >>> from headwater.language import load
    >>> text = "It killed more than 24 people."
    >>> figure = Figure("f", "a", 20, 22, "24", Span(0, 30), None, None, None, hedge=Hedge.MORE_THAN)
    >>> hedge_span(figure, text, load()).of(text)
    'more than'
    """
    if figure.hedge in (Hedge.PLAIN, Hedge.VAGUE):
        return None
    start = max(figure.sentence.start, figure.start - _REACH)
    before = tokenize(text, start, figure.start)
    words = lexicon(language)
    for skipped in range(min(_SKIPPED, len(before))):
        tokens = before[: len(before) - skipped]
        for phrase, _ in words.before.get(tokens[-1].lower, ()):
            if _ends(tokens, phrase):
                return Span(tokens[-len(phrase)].start, tokens[-1].end)
    after = tokenize(text, figure.end, min(max(figure.sentence.end, figure.end), figure.end + _REACH))
    for phrase, _ in words.after.get(after[0].lower, ()) if after else ():
        if tuple(token.lower for token in after[: len(phrase)]) == phrase:
            return Span(after[0].start, after[len(phrase) - 1].end)
    return None


def _ends(tokens: Sequence[Token], phrase: tuple[str, ...]) -> bool:
    return len(tokens) >= len(phrase) and tuple(token.lower for token in tokens[-len(phrase) :]) == phrase
