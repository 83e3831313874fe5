"""Where a cue may begin, told by its words alone: asked before a sentence's words are classed, which costs far more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from headwater.extract.cue_words import SURELY, CueWord
from headwater.grammar.tokens import Kind, Token, stand
from headwater.language.cues import Cues

__all__ = ["LABEL", "MARKS", "Places", "announces", "cue_places", "opening"]

#: A source before a colon is no longer than this many tokens.
LABEL = 8
#: A verb that says who speaks stands no further from the quotation than so many tokens.
BESIDE = 12
_BEFORE_CITING = (",", '"', "\u201d")
#: Marks of quotations, by any of which a sentence may hold direct speech.
MARKS = frozenset('"\u201c\u201d\u00ab\u00bb') | {"``", "''"}
_TOLD = frozenset({"nouns.after", "grammar.by", "made"})
_OWNING = frozenset({"grammar.genitive", "pronouns.owner", "possessed.before", "possessed.official"})
_ANNOUNCING = frozenset({"announcing.nouns", "announcing.alone"})
_SPOKEN = frozenset(",!?.\u2014\u2013-")
_ENDS = frozenset(".!?")
_STOPS = MARKS | frozenset(".;:!?\n")


class Places(NamedTuple):
    """Indices of tokens, in order: `all` that a cue may begin at, of which those `beside` a quotation may be verbs of any kind."""

    all: Sequence[int]
    beside: Sequence[int]


@cache
def opening(cues: Cues) -> frozenset[str]:
    """The words and marks of which a sentence has one where it has a saying."""
    return cues.starts | MARKS


def cue_places(tokens: Sequence[Token], told: Sequence[CueWord | None], cues: Cues, *, quotes: bool) -> Places:
    """Where a cue may begin; where it may nowhere, the sentence has no saying. `told` is what `cue_words` tell of the tokens, `quotes`: there are marks of quotation."""
    found = [
        at
        for at, word in compress(enumerate(told), told)
        if word is not None and (word.opens == SURELY or (word.opens and _may_begin(tokens, at, word, cues)))
    ]
    beside = _beside_speech(tokens) if quotes else []
    return Places(sorted({*found, *beside}) if beside else found, beside)


def _beside_speech(tokens: Sequence[Token]) -> list[int]:
    """The indices of words close to a quotation, where a verb of any kind may say who speaks: `…," he growled`, `she put it so: "…`."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        if token.text not in MARKS or not at:
            continue
        before = tokens[at - 1].text
        if before in _SPOKEN:
            found += _words(tokens, range(at + 1, min(at + 1 + BESIDE, len(tokens))))
        elif before == ":":
            found += _words(tokens, range(at - 2, max(-1, at - 2 - BESIDE), -1))
    return found


def _words(tokens: Sequence[Token], places: range) -> list[int]:
    """The words at some places, up to the first stop."""
    found = []
    for at in places:
        if tokens[at].text in _STOPS:
            break
        if tokens[at].kind is Kind.WORD:
            found.append(at)
    return found


def _may_begin(tokens: Sequence[Token], at: int, opening: CueWord, cues: Cues) -> bool:
    """Whether a cue may begin with a word that no verb without a particle is."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if opening.then and following not in opening.then:
        return False
    word = tokens[at].lower
    for verb in cues.verbs.get(word, ()):
        if verb.particle == following:
            return True
    return word in cues.others and _may_be_other(tokens, at, word, following, cues)


def _may_be_other(tokens: Sequence[Token], at: int, word: str, following: str, cues: Cues) -> bool:
    for words in cues.phrases.get(word, ()):
        if stand(tokens, at, words):
            return True
    listed = cues.listed[word]
    if word == ":" or "colon.dashes" in listed:
        closes = len(tokens) - LABEL <= at < len(tokens) - 1 and at > 1
        if word == "-":
            return closes and _is_dash(tokens, at)
        return closes or 0 < at <= LABEL or any(announces(cues, token.lower) for token in tokens[:at])
    return (
        ("nouns" in listed and _told(tokens, at, word, following, cues))
        or ("states" in listed and ("states.knowing" in listed or cues.has("states.after", following)))
        or (("possessed" in listed or "tallies" in listed) and _owned(tokens, at, cues))
        or ("holdings" in listed and cues.has("holdings.links", following))
        or ("citing" in listed and (at == 0 or tokens[at - 1].lower in _BEFORE_CITING))
    )


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen has space around it, in a headline: "20 dead - police"."""
    spaced = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return spaced and tokens[-1].text not in _ENDS


def _told(tokens: Sequence[Token], at: int, word: str, following: str, cues: Cues) -> bool:
    """Whether what a noun of saying tells, or who tells it, may follow the noun."""
    if following == "," or not _TOLD.isdisjoint(cues.listed[following]):
        return True
    if not cues.has("nouns.free", word):
        return False
    return cues.has("nouns.within", following) or any(
        cues.has("grammar.that", one.lower) for one in tokens[at + 1 : at + 12]
    )


def _owned(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether an owner, a genitive or a pronoun, or a preposition that makes it a measure stands shortly before a word."""
    for token in tokens[max(0, at - 5) : at]:  # noqa: SIM110 — a generator costs more than the look
        if not _OWNING.isdisjoint(cues.listed[token.lower]):
            return True
    return False


def announces(cues: Cues, word: str) -> bool:
    """Whether a word before a colon may open a list that somebody gives: "figures", "says"."""
    return not _ANNOUNCING.isdisjoint(cues.listed[word])
