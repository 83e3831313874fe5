"""Who gives nothing away, where no word of saying tells it: "the ministry has not updated its toll"."""

from __future__ import annotations

from headwater.extract.calling import called
from headwater.extract.cue_words import cue_words
from headwater.extract.mending import mended
from headwater.extract.passages import Passage
from headwater.extract.sources import mute, person
from headwater.extract.subjects import subject
from headwater.extract.tagging import tagger
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.cues import lexicon

__all__ = ["withholder"]

#: A sentence of more tokens than this is not looked at.
LONGEST = 120
#: Between an auxiliary and the participle that makes it a passive stand no more tokens than this.
NEAR = 3


def withholder(sentence: Sentence, start: int, language: Language) -> tuple[str, ...]:
    """The subject of the first verb from a place on, of people or a body; empty for a pronoun, for a passive, and where there is none."""
    model, cues = tagger(language), lexicon(language)
    if model is None or len(sentence.tokens) > LONGEST:
        return ()
    tokens, lower = sentence.tokens, sentence.lower
    told = [*map(cue_words(cues).__getitem__, lower)]
    p = Passage(
        tokens, lower, mended(tokens, told, model.tags(tokens, lower, False), cues), [False] * len(tokens), cues
    )
    verb = next((at for at, token in enumerate(tokens) if token.start > start and p.tag[at] in "vx"), None)
    if verb is None or any(p.has("be", at) for at in range(verb, min(verb + NEAR, len(tokens)))):
        return ()
    source = subject(p, verb)
    if source is None or p.tag[source.first] == "O" or mute(p, source) or p.has("negation.neither", source.first - 1):
        return ()
    if not person(p, source) and not p.has("bodies", source.last - 1):
        return ()
    return (called(p, source.first, source.last).words,)
