"""Verb groups: auxiliaries, adverbs and the main verb, with voice and mood."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.tag import Tag

__all__ = ["verb_group"]

_INSIDE = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.NOT, Tag.TO})


def verb_group(lower: Sequence[str], kinds: Sequence[int], index: int, lexicons: Lexicons) -> Chunk:
    """The verb group that begins at a word: auxiliary, infinitive marker, negation or the verb itself.

    `lower` are the words in lower case; `kinds` their tags, and `Tag.END` behind the last one.
    """
    group = Chunk(Part.VERB, index, index + 1, lower[index])
    here = index
    helping = ""
    if kinds[index] == Tag.VERB:
        group.form = lexicons.outcomes.forms.get(group.word)
        return group
    while kinds[here] in _INSIDE:
        if kinds[here] == Tag.TO and here > index:
            # "were to be evacuated" is one group; "had to flee" as well.
            if not helping:
                break
            group.infinitive = False
            group.negated = group.negated or _is_yet(lower, here, helping, lexicons)
        if kinds[here] == Tag.NOT and here > index and _is_preposition(lower, kinds, here, lexicons):
            break
        helping = _help(group, lower[here], kinds[here], lexicons) or helping
        here += 1
    if kinds[here] == Tag.VERB and not (helping == "be" and lower[here] in lexicons.words("adjectival")):
        _main(group, lower[here], helping, lexicons)
        here += 1
    else:
        here = _trim(kinds, index, here)
        group.copula = helping == "be"
        group.form = lexicons.outcomes.forms.get(group.word)
    group.finite = group.finite and not group.infinitive
    group.last = here if here > index else index + 1
    return group


def _is_yet(lower: Sequence[str], here: int, helping: str, lexicons: Lexicons) -> bool:
    """Whether what is to be done has not been: "have yet to be found"."""
    return helping == "have" and lower[here - 1] in lexicons.words("yet")


def _is_preposition(lower: Sequence[str], kinds: Sequence[int], here: int, lexicons: Lexicons) -> bool:
    """Whether a negating word opens a phrase rather than denies the verb: "are without water", but "left without paying"."""
    return lower[here] in lexicons.words("preposition") and kinds[here + 1] not in (
        Tag.VERB,
        Tag.AUXILIARY,
        Tag.ADVERB,
    )


def _trim(kinds: Sequence[int], index: int, here: int) -> int:
    while here > index + 1 and kinds[here - 1] in (Tag.TO, Tag.ADVERB):
        here -= 1
    return here


def _help(group: Chunk, word: str, kind: int, lexicons: Lexicons) -> str:
    if kind == Tag.TO:
        group.infinitive = True
        return ""
    if kind == Tag.NOT:
        group.negated = True
        return ""
    group.negated = group.negated or word in lexicons.words("denying")
    if kind == Tag.ADVERB:
        return ""
    group.word = word
    group.finite = True
    if word in lexicons.words("unreal"):
        group.unreal = True
    return lexicons.helping.get(word, "")


def _main(group: Chunk, word: str, helping: str, lexicons: Lexicons) -> None:
    form = lexicons.outcomes.forms.get(word)
    group.word = word
    group.form = form
    if helping in ("be", "get"):
        participle = ("participle" in form.kinds) if form else word.endswith(lexicons.frames.participles)
        ing = ("ing" in form.kinds) if form else word.endswith(lexicons.frames.ing)
        group.passive = participle and not ing
    group.finite = group.finite and not group.infinitive
