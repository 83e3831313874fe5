"""What the words of a sentence are, one tag a token, by closed classes, endings and neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import compress

from headwater.extract.adverbials import tag_times
from headwater.extract.ages import is_year_of_age
from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import NUMBER, Tag
from headwater.extract.verbhood import is_verb, may_be_verb, tells
from headwater.grammar.numbers import Number
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token, kind_of

__all__ = ["settled_tags", "tags"]


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
_OPEN = Tag.OPEN
_YEAR = 4
_HYPHEN = "-"
_BEFORE_NOUNS = (Tag.NUMBER, Tag.DETERMINER)
_MOST = 1 << 15  # words whose tags are kept


def tags(sentence: Sentence, numbers: Mapping[int, Number], lexicons: Lexicons) -> list[int]:
    """One tag a token; tokens of a number are `NUMBER` throughout."""
    tokens, lower, settled = sentence.tokens, sentence.lower, settled_tags(lexicons)
    found = [*map(settled.__getitem__, lower)]
    if not lexicons.words("aged").isdisjoint(sentence.words):
        _tag_ages(tokens, found, lexicons)
    if not lexicons.timing.isdisjoint(sentence.words):
        tag_times(sentence, found, lexicons)
    for number in numbers.values():
        found[number.first : number.last] = [Tag.NUMBER] * (number.last - number.first)
        if number.unit[:1] == "[" and tokens[number.last - 1].kind == Kind.WORD:
            found[number.last - 1] = Tag.NOUN  # "6.8 quake kills 74": the noun is the number's own
    if not lexicons.words("ago").isdisjoint(sentence.words):
        _tag_ago(tokens, found, numbers, lexicons)
    if _HYPHEN in sentence.words:
        _tag_compounds(tokens, lower, found)
    for index in [*compress(range(len(found)), map(_OPEN.__eq__, found))]:
        prior = found[index - 1] if index else Tag.SIGN
        if tokens[index].kind == Kind.DIGITS:
            found[index] = _digits(tokens, index, prior)
        else:
            following = lower[index + 1] if index + 1 < len(lower) else ""
            if following in lexicons.words("joining_verbs") and _is_joined(lower, index, lexicons):
                following, at = lower[index + 3] if index + 3 < len(lower) else "", index + 3
            else:
                at = index + 1
            following = NUMBER if at in numbers else following
            previous = lower[index - 1] if index else ""
            if prior == Tag.NUMBER and tells(tokens, index, lexicons):
                found[index] = Tag.VERB
            else:
                found[index] = _word(lower[index], prior, following, previous, lexicons)
                if (
                    prior == Tag.NOUN
                    and found[index] == Tag.VERB
                    and _is_counted(tokens, found, index, numbers, lexicons)
                ):
                    found[index] = Tag.NOUN
    return found


def _tag_compounds(tokens: Sequence[Token], lower: Sequence[str], found: list[int]) -> None:
    """Tags prepositions that a hyphen makes part of a noun's modifier: "three off-duty guards", "an on-board fire"."""
    for at in range(2, len(tokens) - 1):
        if lower[at] != _HYPHEN or found[at - 1] != Tag.PREPOSITION or found[at - 2] not in _BEFORE_NOUNS:
            continue
        joined = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
        if joined and tokens[at + 1].kind == Kind.WORD and found[at + 1] != Tag.PREPOSITION:  # no "out-of-town"
            found[at - 1] = Tag.NOUN


def _is_joined(lower: Sequence[str], index: int, lexicons: Lexicons) -> bool:
    """Whether a form goes on with one of its kind behind a conjunction: "killing or wounding 19"."""
    forms = lexicons.outcomes.forms
    one, other = forms.get(lower[index]), forms.get(lower[index + 2]) if index + 2 < len(lower) else None
    return one is not None and other is not None and "ing" in one.kinds and "ing" in other.kinds


def _is_counted(
    tokens: Sequence[Token], found: Sequence[int], index: int, numbers: Mapping[int, Number], lexicons: Lexicons
) -> bool:
    """Whether what looks like a verb is what a number counts, for the noun between them is one: "three rebel attacks"."""
    form = lexicons.outcomes.forms.get(tokens[index].lower)
    if form is None or "third" not in form.kinds or lexicons.heads[tokens[index - 1].lower].plural:
        return False
    first = index - 1
    while first > 0 and found[first - 1] == Tag.NOUN:
        first -= 1
    while first > 0 and found[first - 1] == Tag.NUMBER:
        first -= 1
    number = numbers.get(first)
    return number is not None and number.best != 1 and number.unit == "count"  # no "6.8 quake kills 74"


class _Settled(dict[str, int]):
    """The tags of words that have the same one wherever they stand, worked out once; `Tag.OPEN` for the others."""

    def __init__(self, lexicons: Lexicons) -> None:
        super().__init__()
        self.lexicons = lexicons

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        kind = kind_of(word)
        tag = Tag.SIGN if kind not in (Kind.WORD, Kind.DIGITS) else Tag.OPEN
        tag = self[word] = _alone(word, self.lexicons) if kind == Kind.WORD else tag
        return tag


@cache
def settled_tags(lexicons: Lexicons) -> Mapping[str, int]:
    """The tag of each word that has the same one wherever it stands; `Tag.OPEN` of the others."""
    return _Settled(lexicons)


def _alone(word: str, lexicons: Lexicons) -> int:
    """The tag of a word wherever it stands, as far as `_word` asks nothing of its neighbours."""
    kind = lexicons.frames.closed.get(word)
    if kind is not None:
        asks = _is_tail(word, lexicons) or _asks(word, kind, lexicons)
        return Tag.TO if word in lexicons.words("infinitive") else Tag.OPEN if asks else _CLASSES[kind]
    if word not in lexicons.times and may_be_verb(word, lexicons):
        return Tag.OPEN
    return _other(word, lexicons)


def _asks(word: str, kind: str, lexicons: Lexicons) -> bool:
    """Whether a word of a closed class is another where others stand beside it: "that", "no longer", "were given", "were themselves"."""
    if kind == "preposition":
        return _is_participle(word, lexicons)
    relative = kind == "determiner" and word in lexicons.words("relative")
    return relative or kind == "no" or any(word in lexicons.words(name) for name in ("emphatic", "neither", "share"))


def _is_tail(word: str, lexicons: Lexicons) -> bool:
    return word in lexicons.words("owning") or word in lexicons.words("nominal_be")


def _tag_ages(tokens: Sequence[Token], found: list[int], lexicons: Lexicons) -> None:
    """Tags rows of ages, which leave no chunk: "aged 4, 6 and 9"."""
    ages = lexicons.words("aged")
    aged = 0
    for index, token in enumerate(tokens):
        if token.lower in ages:
            aged = _past_ages(tokens, index, lexicons)
        if index < aged:
            found[index] = Tag.ADVERB


def _tag_ago(tokens: Sequence[Token], found: list[int], numbers: Mapping[int, Number], lexicons: Lexicons) -> None:
    """Tags times that are counted back or on, which leave no chunk: "three weeks ago", "two days later"."""
    for number in numbers.values():
        end = number.last  # behind the unit
        if number.unit != "count" and end < len(tokens) and tokens[end].lower in lexicons.words("ago"):
            found[number.first : end] = [Tag.ADVERB] * (end - number.first)


def _past_ages(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> int:
    """The index after a row of ages; that of the word itself where none is."""
    linking = lexicons.words("linking_ages")
    here, end = index + 1, index
    while here < len(tokens):
        if is_year_of_age(tokens, here, lexicons):
            end = here + 1
        elif tokens[here].text != "," and tokens[here].lower not in linking:
            break
        here += 1
    return end


def _digits(tokens: Sequence[Token], index: int, prior: int) -> int:
    """Digits that are no number: a name's ("AK-47", "Flight 12") or an age's or date's, which leave no chunk."""
    if (
        index + 1 < len(tokens)
        and tokens[index + 1].start == tokens[index].end
        and tokens[index + 1].text in "-\u2010\u2011"
    ):
        return Tag.NOUN
    named = prior == Tag.NOUN or (bool(index) and tokens[index - 1].end == tokens[index].start)
    return Tag.NOUN if named or len(tokens[index].text) == _YEAR else Tag.ADVERB


def _word(word: str, prior: int, following: str, previous: str, lexicons: Lexicons) -> int:
    kind = lexicons.frames.closed.get(word)
    if kind is not None:
        return _closed(word, kind, prior, following, previous, lexicons)
    return Tag.VERB if is_verb(word, prior, following, previous, lexicons) else _other(word, lexicons)


def _other(word: str, lexicons: Lexicons) -> int:
    """The tag of a word of no closed class that is no verb."""
    ends = word.endswith(lexicons.frames.adverb_endings) and word not in lexicons.frames.not_adverbs
    return Tag.ADVERB if ends or word in lexicons.times else Tag.NOUN


def _closed(word: str, kind: str, prior: int, following: str, previous: str, lexicons: Lexicons) -> int:
    closed = lexicons.frames.closed
    if word in lexicons.words("owning"):
        # After a noun or name the tail owns what follows, unless a participle or preposition does.
        return Tag.AUXILIARY if prior in (Tag.PRONOUN, Tag.RELATIVE) else Tag.OWNS
    if word in lexicons.words("infinitive"):
        return Tag.TO
    if kind == "no" and following == ".":
        return Tag.NOUN  # "in update No. 3"
    if kind == "no" and following in lexicons.words("longer"):
        return Tag.NOT
    if word in lexicons.words("neither"):
        return Tag.NOBODY if following in lexicons.words("of") else Tag.NOT if following in closed else Tag.NO
    if following in lexicons.words("of") and word in lexicons.words("share"):
        return Tag.DETERMINER
    if prior == Tag.AUXILIARY and word in lexicons.words("emphatic"):
        return Tag.ADVERB
    if kind == "determiner" and word in lexicons.words("relative"):
        return _that(prior, following, lexicons)
    if kind == "have" and previous and prior == Tag.TO:
        return Tag.AUXILIARY
    if word in lexicons.words("nominal_be") and closed.get(following) == "preposition":
        return Tag.NOUN
    if kind == "preposition" and prior == Tag.AUXILIARY and _is_participle(word, lexicons):
        return Tag.VERB  # "were given shelter"
    return _CLASSES[kind]


def _is_participle(word: str, lexicons: Lexicons) -> bool:
    form = lexicons.outcomes.forms.get(word)
    return form is not None and "participle" in form.kinds and "base" not in form.kinds


def _that(prior: int, following: str, lexicons: Lexicons) -> int:
    verbal = lexicons.frames.closed.get(following) in ("be", "have", "do", "modal", "get")
    verbal = verbal or following in lexicons.outcomes.forms or following in lexicons.frames.verbs
    if prior in (Tag.NOUN, Tag.NUMBER) or (prior == Tag.SIGN and verbal):
        return Tag.RELATIVE if verbal else Tag.SUBORDINATOR
    return Tag.DETERMINER if prior == Tag.PREPOSITION else Tag.SUBORDINATOR
