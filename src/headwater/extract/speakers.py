"""Speakers of figures: who the report says a figure is from, in whose voice, and how it is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from headwater.extract.enclosing import enclosing
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language, load
from headwater.language.cues import Cues, lexicon
from headwater.model import Attribution, Figure, Quote, Voice
from headwater.model.changing import changed

__all__ = ["speak"]

#: Words that say how a figure is known stand no further from it than this many tokens.
NEAR = 9
#: "Spoke of" is followed by no more words than this before the number that is spoken of.
COUNTED = 4
#: "We" stands before its figure by no more than this many tokens.
OURS = 40

_NONE: frozenset[str] = frozenset()
_BRIEFINGS = ("briefing.given", "briefing.hearers", "briefing.conferences")
_START = attrgetter("start")
_MARKS = frozenset('"\u201c\u201d\u00ab\u00bb')


def speak(
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    text: str,
    sentences: Sequence[Sentence],
    language: Language | None = None,
) -> list[Figure]:
    """The figures, in their order, with `speaker`, `voice` and `basis` set.

    A figure has a speaker only where it stands in the content of a saying that asserts something; of several the
    innermost. Credits name where a report's text is from, not who counted: they give no figure a speaker.
    """
    cues = lexicon(language or load())
    around = enclosing([figure.start for figure in figures], attributions) if figures else {}
    within = {sentence.start: sentence for sentence in sentences}
    return [
        _spoken(figure, _saying(figure, around[figure.start], cues), text, within.get(figure.sentence.start), cues)
        for figure in figures
    ]


def _saying(figure: Figure, around: Sequence[Attribution], cues: Cues) -> Attribution | None:
    """The saying that asserts a figure, of those in whose content it stands."""
    asserting = [
        one
        for one in around
        if not _refuses(one, cues)
        and (_quotes(one, figure) or _asserts(one, cues))
        and not _only_about(one, figure, cues)
    ]
    return _innermost(asserting) if asserting else None


def _refuses(one: Attribution, cues: Cues) -> bool:
    """Whether a cue has nothing for its content, or what its source does not say or denies, or nobody says it."""
    if one.content is None or cues.has("negation.pronouns", next(iter(one.source.quote.lower().split()), "")):
        return True
    return any(cues.denies(word) for word in one.cue.quote.lower().split())


def _quotes(one: Attribution, figure: Figure) -> bool:
    """Whether the figure stands in the source's own words: in a quotation that opens within the content."""
    lead = "" if one.content is None else one.content.quote[: max(0, figure.start - one.content.start)]
    return sum(map(lead.count, _MARKS)) % 2 == 1


def _asserts(one: Attribution, cues: Cues) -> bool:
    """Whether a cue makes its source say that something is so: "said", "claim that", a quotation.

    What is urged or only spoken of ("told us about") is not.
    """
    words = one.cue.quote.lower().split()
    if one.content is None:
        return False
    words = words[-1:] if len(words) > 2 and cues.has("grammar.as", words[-2]) else words  # "is quoted as disputing"
    if one.content.quote[:1] in _MARKS:
        return True
    if any(cues.has("about.avowed", word) for word in one.content.quote.lower().split(maxsplit=2)[:2]):
        return False  # "claimed (full) responsibility for the attack that killed 12" counts nobody
    if len(words) > 1 and any(cues.has(name, words[-1]) for name in _BRIEFINGS):
        return True  # "issued a statement", "addressed reporters": what they say follows
    by = len(words) > 1 and cues.has("grammar.by", words[-1])
    cue = words[-2] if by else words[-1]
    sensed = cues.has("states", cue) or cues.has("perceiving", cue) or (by and cues.has("perceiving.met", cue))
    there = cues.has("perceiving.eyes", cue) and any(
        cues.has("perceiving.witnesses", word) for word in one.source.quote.lower().split()
    )
    listed = cues.has("holdings", _first(one.content).lower())  # "holds files on 12 men"
    if sensed and not (there or listed) and not cues.has("grammar.that", _first(one.content).lower()):
        return False
    verbs = [verb for word in words for verb in cues.verbs.get(word, ())]
    return not verbs or any(verb.takes & (cues.telling | {"about"}) for verb in verbs)


def _first(content: Quote) -> str:
    return next(iter(content.quote.split(maxsplit=1)), "")


def _only_about(one: Attribution, figure: Figure, cues: Cues) -> bool:
    """Whether the figure stands in what is only spoken of: "told us about the 12"; "said about 12" gives a count."""
    if one.content is None or _quotes(one, figure):
        return False
    lead = one.content.quote[: max(0, figure.start - one.content.start)].lower().split()
    first = _first(one.content).lower()
    if cues.has("about.topics", first) and one.content.start > one.cue.start:
        return len(lead) > 1
    words = one.cue.quote.lower().split()
    listed = [verb for word in words for verb in cues.verbs.get(word, ())]
    verbs = [verb for verb in listed if verb.particle is None or verb.particle in words]
    only = any("about" in verb.takes for verb in verbs) and not any(verb.takes & cues.telling for verb in verbs)
    again = any(
        cues.has("about.counted", word) and cues.has("about.again", before)
        for before, word in pairwise(lead[-COUNTED:])
    )
    return only and not (cues.has("about.counted", first) and (again or len(lead) <= COUNTED))


def _innermost(around: Sequence[Attribution]) -> Attribution | None:
    """The saying with the longest chain; of equals the one with the shortest content."""
    return max(around, key=lambda one: (len(one.speaker), -_length(one)), default=None)


def _length(one: Attribution) -> int:
    return one.content.end - one.content.start if one.content else 0


def _spoken(figure: Figure, inner: Attribution | None, text: str, sentence: Sentence | None, cues: Cues) -> Figure:
    speaker = () if inner is None or _reckoned(inner, cues) else inner.speaker
    voice = Voice.ATTRIBUTED if speaker else Voice.NARRATED
    # Who is told speaks for nobody: "told us that 12 had died".
    since = inner.content.start if speaker and inner is not None and inner.content is not None else 0
    if sentence is not None and _ours(sentence, since, figure.start, cues):
        voice = Voice.WE
    basis = _basis(sentence, figure.start, inner, text, cues)
    if figure.speaker == speaker and figure.voice is voice and figure.basis == basis:
        return figure
    return changed(figure, speaker=speaker, voice=voice, basis=basis)


def _reckoned(one: Attribution, cues: Cues) -> bool:
    """Whether a source is but an estimate, and nobody's: "preliminary estimates put"; it says how, not who."""
    words = one.source.quote.lower().split()
    return cues.has("basis.reckoned", words[-1]) and all(cues.has("basis.states", word) for word in words[:-1])


def _at(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that begins at a place."""
    return bisect_left(tokens, start, key=_START)


def _ours(sentence: Sentence, since: int, start: int, cues: Cues) -> bool:
    """Whether 'we' or 'our' stands before the figure at a place and behind another place, with no quotation mark between."""
    ours = cues.words.get("we", _NONE)
    if ours.isdisjoint(sentence.words):
        return False
    at = _at(sentence.tokens, start)
    for token in sentence.tokens[max(0, at - OURS + 1) : at][::-1]:
        if token.text in _MARKS or token.start < since:
            return False
        if token.lower in ours:
            return True
    return False


def _basis(sentence: Sentence | None, start: int, inner: Attribution | None, text: str, cues: Cues) -> Quote | None:
    """The words that say how the figure at a place is known: records its source is, else the nearest word of counting or seeing."""
    if inner is not None and any(cues.has("basis.sources", word) for word in inner.source.quote.lower().split()):
        return inner.source
    basis = cues.words.get("basis", _NONE)
    if sentence is None or basis.isdisjoint(sentence.words):
        return None
    tokens, at = sentence.tokens, _at(sentence.tokens, start)
    first = max(0, at - NEAR)
    close = [index for index, token in enumerate(tokens[first : at + NEAR], first) if token.lower in basis]
    if not close:
        return None
    best = tokens[min(close, key=lambda index: (abs(index - at), index))]
    return Quote.at(text, best.start, best.end)
