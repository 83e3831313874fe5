"""Whether a word is a verb where it stands: by its forms, and by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import NUMBER, OPENS, Tag
from headwater.grammar.tokens import Token
from headwater.language.outcome_records import Form

__all__ = ["is_verb", "may_be_verb", "tells"]

_VERBAL = frozenset({Tag.TO, Tag.AUXILIARY, Tag.NOT, Tag.PRONOUN, Tag.RELATIVE})
_NOMINAL = frozenset({Tag.DETERMINER, Tag.OWNS, Tag.NO})
_OBJECT = 4  # words of which one is the head of a verb's object


def is_verb(word: str, prior: int, following: str, previous: str, lexicons: Lexicons) -> bool:
    """Whether a word in lower case is a verb behind the word `previous`, of the tag `prior`, and before the word `following`.

    It is one for which `may_be_verb` holds.
    """
    if word in lexicons.doubtful:
        if word in lexicons.words("tallying"):
            return following == NUMBER and bool(previous) and _may_be_tallied(previous, prior, lexicons)
        if _is_rather_other(word, prior, following, lexicons):
            return False
    form = lexicons.outcomes.forms.get(word)
    if form is None:
        return _is_other_verb(word, prior, following, lexicons)
    if form.kinds == {"third"} and prior in (Tag.AUXILIARY, Tag.VERB, Tag.NUMBER):
        return False  # "have burns", "suffered cuts", "110 shelters"
    if prior in _VERBAL:
        return True
    if prior == Tag.DETERMINER and "ing" in form.kinds and following in lexicons.words("of"):
        return False  # "the toll from the sinking of the ferry"
    if _is_noun(word, lexicons) and "participle" not in form.kinds:
        return _is_verb_rather(form, prior, following, previous, lexicons)
    return _is_form(word, form, prior, following, previous, lexicons)


def _is_rather_other(word: str, prior: int, following: str, lexicons: Lexicons) -> bool:
    """Whether a word that is rather a noun, or may be an adjective, is one where it stands."""
    frames = lexicons.frames
    if word in frames.rather_nouns and prior not in _VERBAL and not _takes_object(following, lexicons):
        return True
    return (word in frames.not_verbs and prior in OPENS) or _is_adjective(word, prior, following, lexicons)


def _may_be_tallied(before: str, prior: int, lexicons: Lexicons) -> bool:
    """Whether the word before "number nine" is what is counted, or an adverb behind it."""
    return prior == Tag.ADVERB or (
        prior == Tag.NOUN and (_plural(before, lexicons) or before in lexicons.outcomes.state_words)
    )


def may_be_verb(word: str, lexicons: Lexicons) -> bool:
    """Whether there is a place where `is_verb` is true of a word."""
    listed = word in lexicons.outcomes.forms or word in lexicons.frames.verbs or word in lexicons.words("tallying")
    return listed or _ends_like_verb(word, lexicons)


def tells(tokens: Sequence[Token], here: int, lexicons: Lexicons) -> bool:
    """Whether a verb with its object or tail stands at a token, no participle with its noun: "29 sustained deep burns"."""
    form = lexicons.outcomes.forms.get(tokens[here].lower)
    if form is None:
        return False
    behind = [token.lower for token in tokens[here + 1 : here + 1 + _OBJECT]]
    base = "base" in form.kinds
    if (
        tokens[here].lower in lexicons.words("reaching")
        and here + 1 < len(tokens)
        and tokens[here + 1].text[:1].isupper()
    ):
        return _ends_phrase(tokens, here + 2, lexicons)  # "ten reached Dessa on Friday"
    if tokens[here].lower in lexicons.words("counted_do"):  # "gunmen seize 30 pupils; 8 escape"
        opens = here < 2 or not tokens[here - 2].text[:1].isalnum()
        return opens and _ends_phrase(tokens, here + 1, lexicons)
    for row in lexicons.outcomes.tails.at(form.lemma, behind):
        if row.complement or base or _ends_phrase(tokens, here + 1 + row.size, lexicons):
            return True  # "66 taken prisoner", "three walk free", "64 tested positive"
    rows = lexicons.outcomes.idioms.get(form.lemma)
    if not rows:
        return False
    for token in tokens[here + 1 : here + 1 + _OBJECT]:
        if token.lower in lexicons.groups.others:
            continue
        if token.lower in lexicons.frames.closed:
            return False
        head = lexicons.groups.inflect.singular(token.lower)
        if any(head in idiom.objects for idiom in rows):
            return True
    return False


def _ends_phrase(tokens: Sequence[Token], at: int, lexicons: Lexicons) -> bool:
    """Whether no noun can follow at a token: a sign, a function word or the end of the sentence stands there."""
    return at >= len(tokens) or not tokens[at].text[0].isalnum() or tokens[at].lower in lexicons.frames.closed


def _is_adjective(word: str, prior: int, following: str, lexicons: Lexicons) -> bool:
    if word not in lexicons.frames.adjectives or prior == Tag.AUXILIARY:
        return False
    if word in lexicons.words("before_rooms"):
        return following in lexicons.words("rooms")  # "a government boarding school", but "passengers boarding buses"
    return (following == NUMBER and prior in OPENS) or _starts_noun(following, lexicons)


def _is_noun(word: str, lexicons: Lexicons) -> bool:
    return word in lexicons.nouns


def _is_other_verb(word: str, prior: int, following: str, lexicons: Lexicons) -> bool:
    """A verb that names no outcome: one of the list, or known by its ending."""
    frames = lexicons.frames
    if word not in frames.verbs:  # its ending tells: others are not asked for
        return prior not in OPENS or not _starts_noun(following, lexicons)
    if prior in _VERBAL:
        return True
    if (prior in _NOMINAL and not word.endswith(frames.verb_endings)) or _is_noun(word, lexicons):
        return False
    return prior not in OPENS or not _starts_noun(following, lexicons)


def _is_verb_rather(form: Form, prior: int, following: str, previous: str, lexicons: Lexicons) -> bool:
    """Whether a word that is also a noun is a verb: "attack", "wounds", "killing"."""
    if prior == Tag.ADVERB and "ing" in form.kinds:
        return True
    fits = "base" not in form.kinds or prior == Tag.CONJUNCTION
    if fits and prior not in OPENS and _takes_object(following, lexicons):
        return True
    if prior != Tag.NOUN or not previous:
        return False
    noun = lexicons.groups.nouns.get(previous)
    if previous in lexicons.words("slight"):
        return False  # "treated for minor burns"
    agrees = noun is not None and noun.plural != ("third" in form.kinds)
    return agrees and noun is not None and noun.kind in ("person", "vehicle", "household")


def _is_form(word: str, form: Form, prior: int, following: str, before: str, lexicons: Lexicons) -> bool:
    if before in lexicons.words("pointing"):
        return True
    if before in lexicons.groups.others and not _starts_noun(following, lexicons):
        return True
    nominal = _is_noun(word, lexicons)
    if following in lexicons.outcomes.state_words and (not nominal or "participle" in form.kinds):
        return True
    if form.kinds == {"base"} and (before in lexicons.words("definite") or before in lexicons.words("articles")):
        return False  # "her shift"
    if prior == Tag.NUMBER and "participle" not in form.kinds and "past" in form.kinds:
        return True  # "70 fell ill"
    if prior in OPENS:
        return not (_starts_noun(following, lexicons) or (nominal and prior != Tag.NUMBER))
    if form.kinds <= {"base"} and prior in (Tag.PREPOSITION, Tag.NOUN) and before:
        return prior == Tag.NOUN and (following == NUMBER or _plural(before, lexicons))
    return True


def _takes_object(following: str, lexicons: Lexicons) -> bool:
    """Whether "killing", "captures" and their like go on with an object: a number, a determiner or a noun."""
    if (
        following == NUMBER
        or following in lexicons.words("emphatic")
        or lexicons.frames.closed.get(following) in ("determiner", "possessive", "no")
    ):
        return True
    noun = lexicons.groups.nouns.get(following)
    return noun is not None and noun.kind in ("person", "household", "vehicle", "building")


def _ends_like_verb(word: str, lexicons: Lexicons) -> bool:
    frames = lexicons.frames
    if len(word) < 5 or not word.endswith(frames.verb_endings) or word in frames.not_verbs:
        return False
    return not (_is_noun(word, lexicons) or word in lexicons.outcomes.state_words)


def _starts_noun(word: str, lexicons: Lexicons) -> bool:
    """Whether a word can go on with a noun group after a participle: "wounded soldiers", not "wounded in"."""
    if not word or not word[0].isalpha() or word in lexicons.frames.closed or word in lexicons.times:
        return False
    if word.endswith(lexicons.frames.adverb_endings) and word not in lexicons.frames.not_adverbs:
        return False
    if word in lexicons.words("includes"):
        return False  # "the nine killed included"
    if word in lexicons.groups.nouns or word in lexicons.outcomes.countables:
        return True
    return word not in lexicons.outcomes.forms and word not in lexicons.frames.verbs


def _plural(word: str, lexicons: Lexicons) -> bool:
    noun = lexicons.groups.nouns.get(word)
    return noun.plural if noun else lexicons.groups.inflect.singular(word) != word
