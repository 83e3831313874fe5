"""Where a cue may begin, told by its words alone: asked before a sentence's words are classed, which costs far more."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.grammar.tokens import Token, stand
from headwater.language.cues import Cues

__all__ = ["LABEL", "announces", "cue_places"]

#: A source before a colon is no longer than this many tokens.
LABEL = 8
_BEFORE_CITING = (",", '"', "\u201d")


def cue_places(tokens: Sequence[Token], cues: Cues) -> list[int]:
    """The indices of tokens that a cue may begin at, in order; where none does, the sentence has no saying."""
    starts = cues.starts
    return [at for at, token in enumerate(tokens) if token.lower in starts and _may_begin(tokens, at, cues)]


def _may_begin(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    word = tokens[at].lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    for verb in cues.verbs.get(word, ()):
        if verb.particle is None or verb.particle == following:
            return True
    return word in cues.others and _may_be_other(tokens, at, word, following, cues)


def _may_be_other(tokens: Sequence[Token], at: int, word: str, following: str, cues: Cues) -> bool:
    for words in cues.phrases.get(word, ()):
        if stand(tokens, at, words):
            return True
    if word == ":" or cues.has("colon.dashes", word):
        label = 0 < at <= LABEL or (len(tokens) - LABEL <= at < len(tokens) - 1 and at > 3)
        return label or any(announces(cues, token.lower) for token in tokens[:at])
    return (
        (
            cues.has("nouns", word)
            and at > 0
            and (
                cues.has("nouns.after", following)
                or cues.has("grammar.by", following)
                or (cues.has("nouns.free", word) and cues.has("nouns.within", following))
            )
        )
        or (cues.has("states", word) and cues.has("states.after", following))
        or ((cues.has("possessed", word) or cues.has("tallies", word)) and _owned(tokens, at, cues))
        or (cues.has("citing", word) and (at == 0 or tokens[at - 1].lower in _BEFORE_CITING))
    )


def _owned(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether an owner, a genitive or a pronoun, stands shortly before a word."""
    near = [token.lower for token in tokens[max(0, at - 5) : at]]
    return any(cues.has("grammar.genitive", word) or cues.has("pronouns.owner", word) for word in near)


def announces(cues: Cues, word: str) -> bool:
    """Whether a word before a colon may open a list that somebody gives: "figures", "says"."""
    return cues.has("announcing.nouns", word) or cues.has("announcing.alone", word)
