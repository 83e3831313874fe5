"""What nobody says to have happened: made up ("in the novel, a plague kills 2,000"), played, supposed, wanted or yet to come."""

from __future__ import annotations

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.language.senses import Sense

__all__ = ["imagined_from", "in_prospect", "is_supposed", "is_unreal"]

_REACH = 8
_PASSED = frozenset({Part.NOUN, Part.STATE, Part.CONJUNCTION})


def imagined_from(clause: Clause, lexicons: Lexicons) -> int | None:
    """The token from which on a sentence tells what nobody says to have happened; `None` where it does not."""
    fiction, feigning = lexicons.words("fiction"), lexicons.words("feigning")
    for index, chunk in enumerate(clause.chunks):
        if chunk.part == Part.VERB and chunk.word in feigning and not chunk.passive:
            return chunk.first
        if chunk.part != Part.NOUN or chunk.head not in fiction or chunk.plural:
            continue
        link, first = clause.at(index - 1), index + 1 + (clause.part(index + 1) == Part.COMMA)
        opens = index == 1 and link is not None and link.word in lexicons.words("within")
        inner = clause.at(first)
        told = inner is not None and inner.word in lexicons.words("within") and clause.part(first + 1) == Part.RELATIVE
        if told or (opens and first > index + 1):
            return clause.chunks[first].first
    return None


def in_prospect(clause: Clause, index: int) -> bool:
    """Whether the verb that leaves those before an index in their state only may or will do so: "could leave 50,000 homeless"."""
    for here in range(index - 1, max(-1, index - _REACH), -1):
        chunk = clause.chunks[here]
        if chunk.part == Part.VERB and not chunk.bare:
            return chunk.unreal and not (chunk.negated or chunk.copula or chunk.passive)
        if chunk.part not in _PASSED and chunk.part != Part.VERB:
            return False
    return False


def is_supposed(clause: Clause, target: int, verb: int, lexicons: Lexicons) -> bool:
    """Whether a clause only supposes what its verb says: "it would be worse if one were killed"."""
    here, supposing = min(verb, target) - 1, lexicons.words("hypothetical")
    if supposing.isdisjoint(clause.words):
        return False
    while here >= 0 and clause.part(here) in (Part.NOUN, Part.PREPOSITION, Part.RELATIVE):
        if clause.chunks[here].word in supposing:
            return True  # "anyone who kills two people"
        here -= 1
    return here >= 0 and clause.chunks[here].word in supposing


def is_unreal(clause: Clause, index: int, chunk: Chunk, sense: Sense, lexicons: Lexicons) -> bool:
    """Whether an infinitive, or what somebody hoped for, only tells what somebody wanted or might do."""
    if not chunk.infinitive:
        return _is_hoped(clause, index, chunk, lexicons)
    if clause.tokens[chunk.first].lower in lexicons.words("is_to") and (chunk.passive or sense.takes != "subject"):
        return True  # "the plan is to evacuate 300 people", but "eleven are to go on trial"
    here = index - 1
    while here >= 0 and index - here < 6:
        before = clause.chunks[here]
        if before.part == Part.VERB:
            undergone = sense.takes == "subject" or chunk.passive or (before.passive and sense.takes == "either")
            return (
                before.unreal
                or before.word in lexicons.frames.unreal
                or (not undergone and before.word in lexicons.frames.trying)
            )
        if before.part not in (Part.NOUN, Part.CONJUNCTION, Part.COMMA, Part.PREPOSITION):
            return False
        here -= 1
    return False


def _is_hoped(clause: Clause, index: int, chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun for hope or risk governs a verb, or somebody only wants it done: "gave up hope of finding the other 40 alive", "want the three men jailed"."""
    if chunk.bare and clause.part(index - 1) == Part.NOUN and clause.part(index - 2) == Part.VERB:
        wants = clause.chunks[index - 2]
        return clause.tokens[wants.last - 1].lower in lexicons.words("wanting") and not chunk.word.endswith(
            lexicons.frames.ing
        )
    if not chunk.word.endswith(lexicons.frames.ing) or clause.part(index - 1) != Part.PREPOSITION:
        return False
    link = clause.chunks[index - 1]
    hoped = link.first > 0 and clause.tokens[link.first - 1].lower in lexicons.words("hoped")
    return hoped and link.word in lexicons.words("of")
