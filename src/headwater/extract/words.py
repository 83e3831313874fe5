"""What the words of a sentence are, one tag a token, by closed classes, endings and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import NUMBER, Tag
from headwater.extract.verbhood import is_verb
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Kind, Token

__all__ = ["tags"]


_CLASSES = {
    "no": Tag.NO,
    "nobody": Tag.NOBODY,
    "negation": Tag.NOT,
    "be": Tag.AUXILIARY,
    "get": Tag.AUXILIARY,
    "have": Tag.AUXILIARY,
    "do": Tag.AUXILIARY,
    "modal": Tag.AUXILIARY,
    "determiner": Tag.DETERMINER,
    "possessive": Tag.DETERMINER,
    "relative": Tag.RELATIVE,
    "conjunction": Tag.CONJUNCTION,
    "subordinator": Tag.SUBORDINATOR,
    "preposition": Tag.PREPOSITION,
    "pronoun": Tag.PRONOUN,
    "adverb": Tag.ADVERB,
}
_YEAR = 4


def tags(tokens: Sequence[Token], numbers: Mapping[int, Number], lexicons: Lexicons) -> list[int]:
    """One tag a token; tokens of a number are `NUMBER` throughout."""
    found: list[int] = []
    last = len(tokens)
    held = aged = 0
    ages, linking = lexicons.words("aged"), lexicons.words("linking_ages")
    for index, token in enumerate(tokens):
        if index in numbers:
            held = max(held, numbers[index].last)
        if token.lower in ages:
            aged = _past_ages(tokens, index, linking)
        if index < held:
            found.append(Tag.NUMBER)
        elif index < aged:
            found.append(Tag.ADVERB)
        elif token.kind != Kind.WORD:
            found.append(_digits(tokens, index, found) if token.kind == Kind.DIGITS else Tag.SIGN)
        else:
            following = tokens[index + 1].lower if index + 1 < last else ""
            if index + 1 in numbers:
                following = NUMBER
            found.append(_word(token, found, following, tokens[index - 1] if index else None, lexicons))
    return found


def _past_ages(tokens: Sequence[Token], index: int, linking: frozenset[str]) -> int:
    """The index after a row of ages, which leaves no chunk: "aged 4, 6 and 9"; that of the word itself where none is."""
    here = index + 1
    while here < len(tokens) and (
        tokens[here].text.isdigit() or tokens[here].text == "," or tokens[here].lower in linking
    ):
        here += 1
    while here > index + 1 and not tokens[here - 1].text.isdigit():
        here -= 1
    return here if here > index + 1 else index


def _digits(tokens: Sequence[Token], index: int, before: Sequence[int]) -> int:
    """Digits that are no number: a name's ("AK-47", "Flight 12") or an age's or date's, which leave no chunk."""
    if (
        index + 1 < len(tokens)
        and tokens[index + 1].start == tokens[index].end
        and tokens[index + 1].text in "-\u2010\u2011"
    ):
        return Tag.NOUN
    named = (bool(before) and before[-1] == Tag.NOUN) or (bool(index) and tokens[index - 1].end == tokens[index].start)
    return Tag.NOUN if named or len(tokens[index].text) == _YEAR else Tag.ADVERB


def _word(token: Token, before: Sequence[int], following: str, previous: Token | None, lexicons: Lexicons) -> int:
    word = token.lower
    prior = before[-1] if before else Tag.SIGN
    kind = lexicons.frames.closed.get(word)
    if kind is not None:
        return _closed(word, kind, prior, following, previous, lexicons)
    if word in lexicons.times:
        return Tag.ADVERB
    if is_verb(word, prior, following, previous, lexicons):
        return Tag.VERB
    if word.endswith(lexicons.frames.adverb_endings) and word not in lexicons.frames.not_adverbs:
        return Tag.ADVERB
    return Tag.NOUN


def _closed(word: str, kind: str, prior: int, following: str, previous: Token | None, lexicons: Lexicons) -> int:
    closed = lexicons.frames.closed
    if word == "'s":
        # After a noun or name the tail owns what follows, unless a participle or preposition does.
        return Tag.AUXILIARY if prior in (Tag.PRONOUN, Tag.RELATIVE) else Tag.OWNS
    if word in lexicons.words("infinitive"):
        return Tag.TO
    if kind == "determiner" and word in lexicons.words("relative"):
        return _that(prior, following, lexicons)
    if kind == "have" and previous is not None and prior == Tag.TO:
        return Tag.AUXILIARY
    if kind == "be" and word == "being" and closed.get(following) == "preposition":
        return Tag.NOUN
    return _CLASSES[kind]


def _that(prior: int, following: str, lexicons: Lexicons) -> int:
    verbal = lexicons.frames.closed.get(following) in ("be", "have", "do", "modal", "get")
    verbal = verbal or following in lexicons.outcomes.forms or following in lexicons.frames.verbs
    if prior in (Tag.NOUN, Tag.NUMBER) or (prior == Tag.SIGN and verbal):
        return Tag.RELATIVE if verbal else Tag.SUBORDINATOR
    return Tag.DETERMINER if prior == Tag.PREPOSITION else Tag.SUBORDINATOR
