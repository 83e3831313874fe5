"""What the words of a sentence are, one tag a token, by closed classes, endings and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from headwater.extract.lexicons import Lexicons
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Kind, Token

__all__ = ["Tag", "tags"]


class Tag(IntEnum):
    """The class of a word where it stands."""

    NOUN = 0
    NUMBER = 1
    DETERMINER = 2
    NO = 3
    NOBODY = 4
    PRONOUN = 5
    VERB = 6
    AUXILIARY = 7
    TO = 8
    NOT = 9
    ADVERB = 10
    PREPOSITION = 11
    CONJUNCTION = 12
    RELATIVE = 13
    SUBORDINATOR = 14
    OWNS = 15
    SIGN = 16


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
_NUMBER = "0"  # stands for the word of a number that follows
_OPENS = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.NO, Tag.OWNS})


def tags(tokens: Sequence[Token], numbers: Mapping[int, Number], lexicons: Lexicons) -> list[Tag]:
    """One tag a token; tokens of a number are `NUMBER` throughout."""
    found: list[Tag] = []
    last = len(tokens)
    held = 0
    for index, token in enumerate(tokens):
        if index in numbers:
            held = max(held, numbers[index].last)
        if index < held:
            found.append(Tag.NUMBER)
        elif token.kind is not Kind.WORD:
            found.append(_digits(tokens, index, found) if token.kind is Kind.DIGITS else Tag.SIGN)
        else:
            following = tokens[index + 1].lower if index + 1 < last else ""
            if index + 1 in numbers:
                following = _NUMBER
            found.append(_word(token, found, following, tokens[index - 1] if index else None, lexicons))
    return found


def _digits(tokens: Sequence[Token], index: int, before: Sequence[Tag]) -> Tag:
    """Digits that are no number: a name's ("AK-47", "Flight 12") or an age's or date's, which leave no chunk."""
    if (
        index + 1 < len(tokens)
        and tokens[index + 1].start == tokens[index].end
        and tokens[index + 1].text in "-\u2010\u2011"
    ):
        return Tag.NOUN
    named = (bool(before) and before[-1] is Tag.NOUN) or (bool(index) and tokens[index - 1].end == tokens[index].start)
    return Tag.NOUN if named or len(tokens[index].text) == _YEAR else Tag.ADVERB


def _word(token: Token, before: Sequence[Tag], following: str, previous: Token | None, lexicons: Lexicons) -> Tag:
    word = token.lower
    prior = before[-1] if before else Tag.SIGN
    kind = lexicons.frames.closed.get(word)
    if kind is not None:
        return _closed(word, kind, prior, following, previous, lexicons)
    if word in lexicons.times:
        return Tag.ADVERB
    if _is_verb(word, prior, following, previous, lexicons):
        return Tag.VERB
    if word.endswith(lexicons.frames.adverb_endings) and word not in lexicons.frames.not_adverbs:
        return Tag.ADVERB
    return Tag.NOUN


def _closed(word: str, kind: str, prior: Tag, following: str, previous: Token | None, lexicons: Lexicons) -> Tag:
    closed = lexicons.frames.closed
    if word == "'s":
        # After a noun or name the tail owns what follows, unless a participle or preposition does.
        return Tag.AUXILIARY if prior in (Tag.PRONOUN, Tag.RELATIVE) else Tag.OWNS
    if word == "to":
        return Tag.TO
    if kind == "determiner" and word in lexicons.frames.words.get("relative", ()):
        return _that(prior, following, lexicons)
    if kind == "have" and previous is not None and prior is Tag.TO:
        return Tag.AUXILIARY
    if kind == "be" and word == "being" and closed.get(following) == "preposition":
        return Tag.NOUN
    return _CLASSES[kind]


def _that(prior: Tag, following: str, lexicons: Lexicons) -> Tag:
    verbal = lexicons.frames.closed.get(following) in ("be", "have", "do", "modal", "get")
    verbal = verbal or following in lexicons.outcomes.forms or following in lexicons.frames.verbs
    if prior in (Tag.NOUN, Tag.NUMBER) or (prior is Tag.SIGN and verbal):
        return Tag.RELATIVE if verbal else Tag.SUBORDINATOR
    return Tag.DETERMINER if prior is Tag.PREPOSITION else Tag.SUBORDINATOR


def _is_verb(word: str, prior: Tag, following: str, previous: Token | None, lexicons: Lexicons) -> bool:
    frames, outcomes = lexicons.frames, lexicons.outcomes
    if word in frames.not_verbs and prior in _OPENS:
        return False
    if (
        word in frames.adjectives
        and prior is not Tag.AUXILIARY
        and ((following == _NUMBER and prior in _OPENS) or _starts_noun(following, lexicons))
    ):
        return False
    form = outcomes.forms.get(word)
    if form is None and word not in frames.verbs:
        return _ends_as_verb(word, prior, following, lexicons)
    if form is not None and form.kinds == {"third"} and prior in (Tag.AUXILIARY, Tag.VERB):
        return False  # "have burns", "suffered cuts"
    if prior in (Tag.TO, Tag.AUXILIARY, Tag.NOT, Tag.PRONOUN, Tag.RELATIVE):
        return True
    if form is None and prior in (Tag.DETERMINER, Tag.OWNS, Tag.NO) and not word.endswith(frames.verb_endings):
        return False
    nominal = word in lexicons.groups.nouns or word in outcomes.countables or word in outcomes.nominals
    participle = form is not None and "participle" in form.kinds
    if nominal and not participle:
        fits = form is not None and ("base" not in form.kinds or prior is Tag.CONJUNCTION)
        if fits and prior not in _OPENS and _takes_object(following, lexicons):
            return True
        return _ambiguous(word, prior, previous, form is not None and "third" in form.kinds, lexicons)
    if previous is not None and previous.lower in lexicons.frames.words.get("pointing", ()):
        return True
    if previous is not None and previous.lower in lexicons.groups.others and not _starts_noun(following, lexicons):
        return True
    if following in outcomes.state_words and form is not None and not nominal:
        return True
    if prior in _OPENS:
        return not (_starts_noun(following, lexicons) or (nominal and prior is not Tag.NUMBER))
    if form is not None and form.kinds <= {"base"} and prior in (Tag.PREPOSITION, Tag.NOUN) and previous is not None:
        return prior is Tag.NOUN and (following == _NUMBER or _plural(previous.lower, lexicons))
    return True


def _ambiguous(word: str, prior: Tag, previous: Token | None, third: bool, lexicons: Lexicons) -> bool:
    # "attack", "wounds", "fire": a verb only after a noun that can be its subject in that form.
    if prior is not Tag.NOUN or previous is None:
        return False
    noun = lexicons.groups.nouns.get(previous.lower)
    return noun is not None and noun.plural != third and noun.kind in ("person", "vehicle")


def _takes_object(following: str, lexicons: Lexicons) -> bool:
    """Whether "killing", "captures" and their like go on with an object: a number, a determiner or a noun."""
    if following == _NUMBER or lexicons.frames.closed.get(following) in ("determiner", "possessive", "no"):
        return True
    noun = lexicons.groups.nouns.get(following)
    return noun is not None and noun.kind in ("person", "household", "vehicle", "building")


def _ends_as_verb(word: str, prior: Tag, following: str, lexicons: Lexicons) -> bool:
    frames = lexicons.frames
    if len(word) < 5 or not word.endswith(frames.verb_endings) or word in frames.not_verbs:
        return False
    known = lexicons.outcomes
    if word in lexicons.groups.nouns or word in known.countables or word in known.nominals or word in known.state_words:
        return False
    return prior not in _OPENS or not _starts_noun(following, lexicons)


def _starts_noun(word: str, lexicons: Lexicons) -> bool:
    """Whether a word can go on with a noun group after a participle: "wounded soldiers", not "wounded in"."""
    if not word or not word[0].isalpha() or word in lexicons.frames.closed or word in lexicons.times:
        return False
    if word.endswith(lexicons.frames.adverb_endings) and word not in lexicons.frames.not_adverbs:
        return False
    if word in lexicons.groups.nouns or word in lexicons.outcomes.countables:
        return True
    return word not in lexicons.outcomes.forms and word not in lexicons.frames.verbs


def _plural(word: str, lexicons: Lexicons) -> bool:
    noun = lexicons.groups.nouns.get(word)
    return noun.plural if noun else word.endswith("s")
