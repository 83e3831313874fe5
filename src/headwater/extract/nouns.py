"""Noun groups: a number, its modifiers, and the head that says what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import Tag
from headwater.extract.verbhood import tells
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token

__all__ = ["noun_group", "set_head"]

_TWO = Decimal(2)
_PAST = frozenset({"past"})
_QUOTES = frozenset('"\u201c\u201d')
_TIGHT = frozenset("-\u2010\u2011")

_BEHIND = 6
MODIFIERS = 12
"""The most words before a noun that are kept: a row of a thousand nouns is no noun group, and must not take a million steps."""


def noun_group(
    tokens: Sequence[Token], kinds: Sequence[int], starts: Mapping[int, Number], index: int, lexicons: Lexicons
) -> Chunk:
    """The noun group that begins at a token; it is never empty."""
    if kinds[index] in (Tag.PRONOUN, Tag.NOBODY):
        return _pronoun(tokens, kinds, index, lexicons)
    group = Chunk(Part.NOUN, index, index + 1, tokens[index].lower)
    here = index
    while here < len(tokens):
        step = _step(group, tokens, kinds, starts, here, lexicons)
        if step == 0:
            break
        here += step
    group.last = max(here, index + 1)
    set_head(group, tokens, lexicons)
    return group


def _pronoun(tokens: Sequence[Token], kinds: Sequence[int], index: int, lexicons: Lexicons) -> Chunk:
    negated = kinds[index] == Tag.NOBODY
    group = Chunk(Part.NOUN, index, index + 1, tokens[index].lower, pronoun=not negated, negated=negated)
    group.kind, group.group = ("person", "person") if negated else ("", "")
    return group


def _step(
    group: Chunk,
    tokens: Sequence[Token],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    here: int,
    lexicons: Lexicons,
) -> int:
    """How many tokens from `here` belong to the group, 0 where it ends."""
    kind = kinds[here]
    if kind == Tag.NUMBER:
        return _take_number(group, tokens, kinds, starts, here, lexicons)
    if kind in (Tag.DETERMINER, Tag.NO):
        return _take_determiner(group, tokens, here, kind, lexicons)
    if kind == Tag.NOUN:
        return _take_noun(group, tokens, kinds, here, lexicons)
    if kind == Tag.OWNS and group.at >= 0:
        group.at = -1
        return 1
    if kind == Tag.SIGN and tokens[here].text in _QUOTES and _is_quoted_number(group, kinds, here):
        return 1
    if kind == Tag.SIGN and tokens[here].text in _TIGHT and _is_tight(tokens, here):
        return 2 if kinds[here + 1] in (Tag.NOUN, Tag.VERB, Tag.ADVERB) and _take_tight(group, tokens, here + 1) else 1
    if (
        kind in (Tag.VERB, Tag.ADVERB)
        and _modifies(group, tokens, kinds, here, lexicons)
        and not tells(tokens, here, lexicons)
    ):
        group.modifiers = (*group.modifiers[-MODIFIERS:], tokens[here].lower)
        return 1
    return 0


def _is_quoted_number(group: Chunk, kinds: Sequence[int], here: int) -> bool:
    """Whether a quotation ends between a number and its noun: `"more than a hundred" bodies`."""
    number = group.number
    return number is not None and group.at < 0 and number.last == here and kinds[here + 1 : here + 2] == [Tag.NOUN]


def _is_tight(tokens: Sequence[Token], here: int) -> bool:
    return (
        0 < here < len(tokens) - 1
        and tokens[here - 1].end == tokens[here].start
        and tokens[here].end == tokens[here + 1].start
        and tokens[here + 1].text[0].isalnum()
    )


def _take_tight(group: Chunk, tokens: Sequence[Token], here: int) -> bool:
    if group.number is not None and group.number.last == here - 1 and group.at < 0:
        group.compounds = (*group.compounds, (group.number, tokens[here].lower))
        group.number = None
    group.at = here
    return True


def _take_number(
    group: Chunk,
    tokens: Sequence[Token],
    kinds: Sequence[int],
    starts: Mapping[int, Number],
    here: int,
    lexicons: Lexicons,
) -> int:
    number = starts.get(here)
    if number is None:
        return 1 if here == group.first else 0
    tight = here > group.first and tokens[here - 1].text in _TIGHT
    if tight:
        if not tokens[here].text[0].isdigit() or not tokens[here - 2].text.isupper():
            return 0
        group.at = here
        return number.last - here
    if group.number is not None:
        # "AK 47 rifles": digits inside a name that is itself counted.
        named = group.at == here - 1 and tokens[here - 1].text.isupper() and len(tokens[here - 1].text) <= 3
        return number.last - here if named and tokens[here - 1].text != group.word else 0
    if group.at >= 0:
        noun = tokens[group.at].lower
        if not (noun in lexicons.frames.remaining or noun in lexicons.groups.others):
            return 0
        group.modifiers = (*group.modifiers, noun)
        group.at = -1
    group.number = number
    return number.last - here


def _take_determiner(group: Chunk, tokens: Sequence[Token], here: int, kind: int, lexicons: Lexicons) -> int:
    word = tokens[here].lower
    if kind == Tag.NO:
        if here != group.first:
            return 0
        group.negated = True
        return 1
    if group.at >= 0 or (group.number is not None and word not in lexicons.groups.others):
        return 0
    if word in lexicons.groups.others:
        group.others = True
    if not group.determiner:
        group.determiner = word
    if word in lexicons.words("both") and group.number is None:
        token = tokens[here]
        group.number = Number(token.start, token.end, here, here + 1, _TWO, _TWO, _TWO)
    return 1


def _take_noun(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> int:
    word = tokens[here].lower
    nouns = lexicons.groups.nouns
    many = group.number is not None and group.number.best != 1
    if many and group.at < 0 and word in lexicons.outcomes.tail_words and word in nouns and not nouns[word].plural:
        return 0  # "taking three prisoner"
    goes_on = here + 1 < len(kinds) and kinds[here + 1] == Tag.NOUN
    if word in lexicons.outcomes.state_words and not goes_on and (group.at >= 0 or group.number is not None):
        return 0
    if group.at >= 0:
        counted = group.number is not None and tokens[group.at].lower in lexicons.outcomes.countables
        if counted and word not in nouns:
            return 0
        held = nouns.get(tokens[group.at].lower)
        if held is not None and held.plural and (word not in nouns or word in lexicons.outcomes.tail_words):
            return 0
        if tokens[group.at - 1].text not in _TIGHT or tokens[group.at - 1].end != tokens[group.at].start:
            group.modifiers = (*group.modifiers[-MODIFIERS:], tokens[group.at].lower)
    if word in lexicons.groups.others:
        group.others = True
    group.at = here
    return 1


def _modifies(group: Chunk, tokens: Sequence[Token], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether an adverb or a participle stands inside the group: "a badly wounded man", but "those taken hostage"."""
    if group.at >= 0 or (group.number is None and not group.determiner):
        return False
    if group.determiner in lexicons.words("pointing") and group.number is None:
        return False
    form = lexicons.outcomes.forms.get(tokens[here].lower) if kinds[here] == Tag.VERB else None
    if form is not None and form.kinds == _PAST:
        return False  # "70 fell ill"
    following = kinds[here + 1 : here + 3]
    if kinds[here] == Tag.ADVERB and following == [Tag.VERB, Tag.NOUN]:
        return True
    return following[:1] == [Tag.NOUN]


def set_head(group: Chunk, tokens: Sequence[Token], lexicons: Lexicons) -> None:
    """Read the class and group off the head noun."""
    if group.number is not None and group.number.unit != "count":
        _set_measure(group, group.number, tokens, lexicons)
        return
    if group.at < 0:
        if group.others or group.number is not None:
            group.group = "person" if not group.kind else group.group
        return
    words = lexicons.groups.nouns
    group.head = tokens[group.at].lower
    noun = words.get(group.head)
    pair = ""
    if group.at > group.first and group.head in lexicons.paired:
        pair = f"{tokens[group.at - 1].lower} {group.head}"
        noun = words.get(pair, noun)
    group.kind, group.plural = (noun.kind, noun.plural) if noun else ("", _is_plural(group.head, lexicons))
    group.group = noun.group if noun else lexicons.groups.group(group.head)
    if noun is None:
        _set_unlisted(group, tokens, lexicons)
    for modifier in group.modifiers:
        group.group = lexicons.groups.modified.get((modifier, group.head), group.group)
    if group.head in lexicons.groups.others:
        group.others = True
        group.head, group.kind, group.group, group.at = "", "", "person", -1
        return
    outcomes = lexicons.outcomes
    group.countable = outcomes.countables.get(pair) or outcomes.countables.get(group.head)
    if group.countable is not None and group.countable.needs and not _is_qualified(group, tokens):
        group.countable = None
    group.nominals = outcomes.nominals.get(group.head, ())
    if group.countable is not None and group.countable.group:
        group.kind, group.group = "person", group.countable.group
        for modifier in group.modifiers:
            group.group = lexicons.groups.modified.get((modifier, group.head), group.group)


def _set_measure(group: Chunk, number: Number, tokens: Sequence[Token], lexicons: Lexicons) -> None:
    """Read money, measures, and land of a measure of it: "400 hectares of maize"."""
    unit = number.unit
    group.kind, group.group = ("money", unit) if len(unit) == 3 and unit.isupper() else ("measure", unit)
    if group.at >= 0:
        group.head = tokens[group.at].lower
    if group.kind == "money":
        return
    one = lexicons.groups.inflect.singular(tokens[number.last - 1].lower)
    following = tokens[number.last].lower if number.last < len(tokens) else ""
    if one in lexicons.groups.areas and following in lexicons.words("of"):
        group.kind, group.group, group.head, group.at = "area", one, one, number.last - 1


def _set_unlisted(group: Chunk, tokens: Sequence[Token], lexicons: Lexicons) -> None:
    """Read the class of a head noun that no list of groups has."""
    if _is_people(tokens, group.at, lexicons):
        group.kind = group.group = "person"
    elif not _is_name(tokens, group.at):
        group.kind = lexicons.groups.kind(group.head)


def _is_qualified(group: Chunk, tokens: Sequence[Token]) -> bool:
    """Whether a word that a counted noun needs stands before it or in the phrase after it: "new cases", "cases of measles"."""
    behind = (token.lower for token in tokens[group.at + 1 : group.at + 1 + _BEHIND])
    return group.countable is not None and not group.countable.needs.isdisjoint((*group.modifiers, *behind))


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word has a capital inside a sentence that is not all capitals."""
    text = tokens[at].text
    return at > 0 and text[:1].isupper() and not text.isupper()


def _is_people(tokens: Sequence[Token], at: int, lexicons: Lexicons) -> bool:
    """Whether an unknown word is the name of a people: capitalised, in a text that is not, with such an ending."""
    token = tokens[at]
    mixed = token.text[:1].isupper() and not token.text.isupper()
    return mixed and token.lower.endswith(lexicons.groups.demonyms)


def _is_plural(word: str, lexicons: Lexicons) -> bool:
    return lexicons.groups.inflect.singular(word) != word
