"""Words that complete a verb, looked for right after it or after its objects: "taken hostage", "left two dead"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk, Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.language.tails import Tailed

__all__ = ["chunk_from", "may_have_tail", "tails_at"]

_ADVERBS = 2


def may_have_tail(clause: Clause, index: int, verb: Chunk, lexicons: Lexicons) -> bool:
    """Whether a tail of a verb may stand behind it or, where it may have an object, behind that."""
    if clause.part(index + 1) == Part.NOUN and not (verb.passive or verb.copula):
        return True
    openings = lexicons.outcomes.tails.openings.get(verb.form.lemma) if verb.form is not None else None
    behind = [token.lower for token in clause.tokens[verb.last : verb.last + _ADVERBS + 1]]
    return openings is not None and not openings.isdisjoint(behind)


def tails_at(clause: Clause, verb: Chunk, start: int, lexicons: Lexicons) -> Sequence[tuple[Tailed, int]]:
    """The tails of a verb that stand at a token, or after adverbs there, each with the index of the token after it."""
    tails, tokens = lexicons.outcomes.tails, clause.tokens
    openings = tails.openings.get(verb.form.lemma) if verb.form is not None else None
    if verb.form is None or openings is None:
        return ()
    found: list[tuple[Tailed, int]] = []
    for here in range(start, min(start + _ADVERBS + 1, len(tokens))):
        word = tokens[here].lower
        if word in openings:
            words = [token.lower for token in tokens[here : here + tails.longest]]
            found += [(row, here + row.size) for row in tails.at(verb.form.lemma, words)]
        if not _is_adverb(word, lexicons):
            break
    return found


def _is_adverb(word: str, lexicons: Lexicons) -> bool:
    return lexicons.frames.closed.get(word) == "adverb" or word.endswith(lexicons.frames.adverb_endings)


def chunk_from(clause: Clause, index: int, token: int) -> int:
    """Index of the first chunk, from one on, that begins at a token or after it."""
    while index < len(clause.chunks) and clause.chunks[index].first < token:
        index += 1
    return index
