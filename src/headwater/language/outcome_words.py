"""Which outcomes a word can tell by itself, from the lexicon of outcomes."""

from __future__ import annotations

from functools import cache

from headwater.language.loading import Language
from headwater.language.outcomes import lexicon
from headwater.model import Outcome

__all__ = ["outcomes_of"]


@cache
def outcomes_of(word: str, language: Language) -> frozenset[Outcome]:
    """The outcomes that a lower-case word tells of people or things in general; senses bound to one group, tail or doer are left out.

    >>> from headwater.language import load
    >>> [one.value for one in outcomes_of("drowned", load())], outcomes_of("harbour", load())
    (['killed'], frozenset())
    """
    words = lexicon(language)
    form, countable = words.forms.get(word), words.countables.get(word)
    senses = words.senses.get(form.lemma, ()) if form else ()
    general = (sense for sense in senses if not sense.by or "none" in sense.by)
    told = {sense.outcome for sense in general if not (sense.tail or sense.groups or sense.denied)}
    told |= {one.outcome for one in words.nominals.get(word, ()) if not one.groups}
    told |= {state.outcome for state in words.state_words.get(word, ()) if state.words == (word,)}
    told |= {countable.outcome} if countable else set()
    # The lexicon also names what is no outcome, so as to keep a word from being read as one.
    return frozenset(one for one in Outcome if one.value in told)
