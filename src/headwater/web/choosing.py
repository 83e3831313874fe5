"""What a field of choices becomes when it is set from words of the report: a hedge or an outcome."""

from __future__ import annotations

from headwater.grammar.tokens import tokenize
from headwater.language import Language
from headwater.language.hedges import lexicon
from headwater.language.outcome_words import outcomes_of

__all__ = ["choice_of"]


def choice_of(field: str, words: str, language: Language) -> str:
    """The choice that words stand for in a field, `hedge` or `outcome`; "" where they stand for none, or for several.

    >>> from headwater.language import load
    >>> choice_of("hedge", "no fewer than", load()), choice_of("outcome", "were found drowned", load())
    ('at_least', 'killed')
    >>> choice_of("outcome", "burned", load())
    ''
    """
    said = tuple(token.lower for token in tokenize(words, 0, len(words)))
    found: set[str] = set()
    if field == "hedge":
        hedges = lexicon(language)
        listed = (*hedges.before.values(), *hedges.after.values())
        found = {hedge.value for phrases in listed for phrase, hedge in phrases if phrase == said}
    elif field == "outcome":
        found = {outcome.value for word in said for outcome in outcomes_of(word, language)}
    return found.pop() if len(found) == 1 else ""
