"""Speakers of figures: who the report says a figure is from, in whose voice, and how it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language, load
from headwater.language.cues import Cues, lexicon
from headwater.model import Attribution, Credit, Figure, Quote, Voice

__all__ = ["speak"]

#: Words that say how a figure is known stand no further from it than this many tokens.
NEAR = 9

_TELLING = frozenset({"say", "tell", "think", "find", "utter", "accuse", "count"})


def speak(
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    text: str,
    sentences: Sequence[Sentence],
    credits: Sequence[Credit] = (),
    language: Language | None = None,
) -> list[Figure]:
    """The figures, in their order, with `speaker`, `voice` and `basis` set.

    A figure has a speaker only where it stands in the content of a saying that asserts something; of several the
    innermost. Credits name where a report's text is from, not who counted: they give no figure a speaker.
    """
    cues = lexicon(language or load())
    telling = [one for one in attributions if one.content is not None and _asserts(one, cues)]
    within = {sentence.start: sentence for sentence in sentences}
    return [_spoken(figure, telling, text, within.get(figure.sentence.start), cues) for figure in figures]


def _asserts(one: Attribution, cues: Cues) -> bool:
    """Whether a cue makes its source say that something is so: "said", "claim that", but not "urged"."""
    words = one.cue.quote.lower().split()
    verbs = [verb for word in words for verb in cues.verbs.get(word, ())]
    return not verbs or any(verb.takes & _TELLING for verb in verbs)


def _spoken(figure: Figure, telling: Sequence[Attribution], text: str, sentence: Sentence | None, cues: Cues) -> Figure:
    around = [one for one in telling if _says(one, figure)]
    inner = max(around, key=lambda one: (len(one.speaker), -_length(one))) if around else None
    tokens = sentence.tokens if sentence is not None else ()
    voice = Voice.ATTRIBUTED if inner is not None else Voice.NARRATED
    if _ours(tokens, figure, cues):
        voice = Voice.WE
    basis = _basis(tokens, figure, inner, text, cues)
    return replace(figure, speaker=inner.speaker if inner else (), voice=voice, basis=basis)


def _says(one: Attribution, figure: Figure) -> bool:
    content = one.content
    if content is None or not content.start <= figure.start < content.end:
        return False
    return not any(part.start <= figure.start < part.end for part in (one.source, one.cue))


def _length(one: Attribution) -> int:
    return one.content.end - one.content.start if one.content else 0


def _ours(tokens: Sequence[Token], figure: Figure, cues: Cues) -> bool:
    """Whether 'we' or 'our' stands before the figure in its sentence."""
    return any(cues.has("we", token.lower) for token in tokens if token.start < figure.start)


def _basis(tokens: Sequence[Token], figure: Figure, inner: Attribution | None, text: str, cues: Cues) -> Quote | None:
    """The words that say how the figure is known: records its source is, else the nearest word of counting or seeing."""
    if inner is not None and any(cues.has("basis.sources", word) for word in inner.source.quote.lower().split()):
        return inner.source
    at = next((index for index, token in enumerate(tokens) if token.start >= figure.start), None)
    if at is None:
        return None
    close = [
        index
        for index in range(max(0, at - NEAR), min(len(tokens), at + NEAR))
        if cues.has("basis", tokens[index].lower)
    ]
    if not close:
        return None
    best = tokens[min(close, key=lambda index: (abs(index - at), index))]
    return Quote.at(text, best.start, best.end)
