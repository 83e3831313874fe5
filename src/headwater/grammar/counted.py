"""What a number counts, as far as the words behind it tell; and the years and pronouns that count nothing."""

from __future__ import annotations

from headwater.grammar.amount import Amount
from headwater.grammar.row import Row
from headwater.grammar.tokens import Kind
from headwater.language.designations import DesignationLexicon
from headwater.language.numbers import OneLexicon

__all__ = ["counts_noun", "is_pronoun", "is_year"]

_AHEAD = 4


def is_year(row: Row, amount: Amount, words: DesignationLexicon) -> bool:
    """Whether four bare digits are a year, by what stands before them and whether a plural noun follows."""
    text = row.at(amount.first).text
    if len(text) != 4 or amount.last - amount.first != 1 or amount.value not in words.possible_years:
        return False
    before = row.at(amount.first - 1).lower
    if before in words.before_years:
        return True
    if row.at(amount.first - 2).lower in words.quantities:
        return False
    if counts_noun(row, amount.last, words):
        return False
    likely = amount.value in words.likely_years and not before.endswith(words.verbs)
    return likely or before in words.loosely_before_years


def counts_noun(row: Row, index: int, words: DesignationLexicon) -> bool:
    """Whether a plural noun, or a word for those counted, stands at a token or a few words on."""
    for at in range(index, index + _AHEAD):
        token = row.at(at)
        word = token.lower
        if token.kind != Kind.WORD or word in words.ends:
            return False
        if word in words.plural:
            return True
        if (
            word.endswith(words.plurals)
            and len(word) > 2
            and word not in words.singular
            and not (row.capital(at) and row.plain)
        ):
            return True
    return False


def is_pronoun(row: Row, index: int, one: OneLexicon, words: DesignationLexicon) -> bool:
    """Whether "one" stands for something named before, or for anybody, and is no number."""
    before, behind = row.at(index - 1).lower, row.at(index + 1).lower
    if behind == "of" and before not in one.never:
        return any(one.superlative(row.at(at).lower) for at in range(index + 2, index + 6))
    if before in one.never or behind in one.before:
        return True
    if before not in words.ends and _no_noun(row, index + 1, words) and row.at(index - 1).kind == Kind.WORD:
        return bool({row.at(index - 2).lower, row.at(index - 3).lower} & one.determiners)
    return before in one.unless_noun and (
        _no_noun(row, index + 1, words) or (behind.endswith(one.participles) and _no_noun(row, index + 2, words))
    )


def _no_noun(row: Row, index: int, words: DesignationLexicon) -> bool:
    return row.at(index).kind != Kind.WORD or row.at(index).lower in words.ends
