"""What a rule reads, in plain words with its pattern: the text behind `headwater explain`."""

from __future__ import annotations

from headwater.language import Language, load
from headwater.language.frames import lexicon

__all__ = ["explain", "rules"]


def explain(rule: str, language: Language | None = None) -> str:
    """The pattern that a figure's rule stands for, in plain words; empty for a rule that does not exist.

    The words are the language's own (`frames.toml`, section `explain`), N standing for the number.

    >>> explain("toll")
    'The name of a count is followed by its value: "the death toll rose to N", "the number of injured is N".'
    """
    return lexicon(language or load()).explanations.get(rule, "")


def rules(language: Language | None = None) -> tuple[str, ...]:
    """The names of all rules, in the order of the language's data."""
    return tuple(lexicon(language or load()).explanations)
