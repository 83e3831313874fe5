"""Sentences that tell only that somebody speaks: "Colonel Varn briefed reporters." What they say follows."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.passages import Passage, Saying
from headwater.extract.phrases import phrase_before
from headwater.extract.sources import voiced
from headwater.extract.subjects import subject
from headwater.grammar.sentences import Sentence
from headwater.language.cues import Cues

__all__ = ["briefing", "briefing_words", "may_brief"]

#: Between a verb and what is given stand no more words than this: "gave its own preliminary figures".
NEAR = 6
#: "The rebels' account was rather different": such a sentence is no longer than so many tokens.
SHORT = 9
_NONE: frozenset[str] = frozenset()
_SAYS = frozenset({"say"})
_WORDS = ("briefing.hearers", "briefing.given", "briefing.versions", "briefing.conferences")


def briefing_words(cues: Cues) -> frozenset[str]:
    """The words of which one stands in each sentence that tells only that somebody speaks."""
    return _NONE.union(*[cues.words.get(name, _NONE) for name in _WORDS])


def may_brief(sentences: Sequence[Sentence], number: int, words: frozenset[str], cues: Cues) -> bool:
    """Whether the sentence of a number has one of the words of a briefing, refuses nothing, and is followed by another in its paragraph."""
    sentence = sentences[number]
    if words.isdisjoint(sentence.words):
        return False
    follows = number + 1 < len(sentences) and sentences[number + 1].block == sentence.block
    return follows and cues.words.get("negation", _NONE).isdisjoint(sentence.words)


def briefing(p: Passage) -> Saying | None:
    """The saying of a sentence, without content, that tells of no more than that somebody speaks; `None` of any other."""
    if p.tokens[-1].text != "." or "M" in p.tags or any(p.quoted):
        return None
    for at in range(1, len(p.tokens) - 1):
        found = _version(p, at) if p.has("briefing.versions", at) else _verb(p, at)
        if found is not None and voiced(p, found.source):
            return found
    return None


def _verb(p: Passage, at: int) -> Saying | None:
    """A verb that tells that its subject speaks, with whom or what: "briefed reporters", "issued a statement"."""
    hearing, giving = p.has("briefing.hearing", at), p.has("briefing.giving", at)
    if not (hearing or giving) or p.tag[at] not in "vn" or p.has("be", at - 1) or p.has("aspects.modal", at - 1):
        return None
    wanted = "briefing.hearers" if hearing else "briefing.given"
    for place in range(at + 1, min(at + 1 + NEAR, len(p.tokens))):
        conference = giving and p.has("briefing.conferences", place) and p.has("briefing.kinds", place - 1)
        if conference or p.has(wanted, place):
            source = subject(p, at)
            return None if source is None else Saying(source, at, place + 1, None, _SAYS)
        if p.tag[place] in "vx.":
            return None
    return None


def _version(p: Passage, at: int) -> Saying | None:
    """Whose account a short sentence is about: "the rebels' account was different"."""
    if len(p.tokens) > SHORT or not p.has("briefing.links", at + 1):
        return None
    owner = next((place for place in range(at - 1, max(-1, at - 3), -1) if p.has("grammar.genitive", place)), None)
    source = phrase_before(p, owner - 1) if owner else None
    return None if source is None else Saying(source, at, at + 1, None, _SAYS)
