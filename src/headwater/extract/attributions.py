"""Attributions of a text: source, cue, content, and the chain of speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.announcing import announced
from headwater.extract.calling import passed_on
from headwater.extract.carrying import carried
from headwater.extract.chaining import chained, cited
from headwater.extract.classing import LONG, Classed, piece
from headwater.extract.coreference import Company
from headwater.extract.cueing import sayings
from headwater.extract.cueing_places import MARKS, cue_places, opening
from headwater.extract.dialogue import Stage
from headwater.extract.drafts import Draft
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.quotations import quotations
from headwater.extract.running_on import running_on
from headwater.extract.sources import crew
from headwater.extract.tagging import tagger
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.cues import lexicon
from headwater.language.numbers import lexicon as words_of
from headwater.model import Attribution, Quote

__all__ = ["attributions"]


_WRITTEN = frozenset({"documents", "studies", "basis.sources"})


def attributions(text: str, sentences: Sequence[Sentence], language: Language, document: str) -> list[Attribution]:
    """Who says what in the text, in order of the cues.

    A saying within another's content has that one's speakers after its own: the chain runs from the innermost to the
    outermost. A quotation that goes on after its sentence belongs to the content.
    """
    model = tagger(language)
    if model is None:
        return []
    quotes = quotations(text, sentences)
    cues = lexicon(language)
    classed = Classed(sentences, quotes, model, cues, words_of(language).numerals)
    company = Company(classed.recall, classed.words, classed.spelled, apart=cues.apart)
    stage = Stage(sentences, cues, classed.spelled)
    drafts = []
    for number, start in _pieces(sentences, opening(cues)):
        sentence = sentences[number]
        spoken = not MARKS.isdisjoint(sentence.words)
        tokens, lower = piece(sentence, start)
        words = model.words(lower)
        places = cue_places(tokens, words, cues, quotes=spoken)
        if places.all:
            p = classed.passage(number, start, words)
            p.places, p.beside = places
            listing = announced(p, text, sentences, number)
            drafts += [_draft(p, listing, text, document, company, number)] if listing else []
            made = [_draft(p, one, text, document, company, number) for one in sayings(p, quotes, text)]
            played = [
                stage.played(draft, number, text) if draft.attribution.cue.quote == ":" else draft for draft in made
            ]
            drafts += [draft for draft in played if draft is not None]
    return carried(chained(cited(running_on(drafts, quotes, text))), sentences, text)


def _pieces(sentences: Sequence[Sentence], starts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The number of each sentence that has one of the words, and 0; what is longer than any sentence is read in pieces, each from a later token on."""
    for number, sentence in enumerate(sentences):
        if sentence.words.isdisjoint(starts):
            continue
        for start in range(0, len(sentence.tokens), LONG):
            yield number, start


def _draft(p: Passage, saying: Saying, text: str, document: str, company: Company, number: int) -> Draft:
    source = _quote(p, text, saying.source.first, saying.source.last)
    cue = _quote(p, text, saying.first, saying.last)
    content = None if saying.content is None else Quote.at(text, *saying.content)
    counts = not saying.takes & {"say", "tell"} and bool(saying.takes & {"tally", "find"})
    named = [company.name(p, saying.source, number, counts)]
    if saying.told is not None:
        named.append(company.listed(p, Phrase(*saying.told)))
    last = saying.source.last
    named += [
        company.listed(p, Phrase(at + 2, last)) for at in range(saying.source.first, last - 2) if passed_on(p, at)
    ]
    return Draft(
        Attribution(document, source, cue, content, ()),
        tuple(named),
        saying.cites,
        *_standing(p, saying.source),
        bool(saying.takes & p.cues.telling),
        p.tokens[-1].end,
        saying.aside,
        _written(p, saying.source),
        counts and crew(p, saying.source),
    )


def _standing(p: Passage, source: Phrase) -> tuple[bool, bool]:
    """Whether a source speaks for a body, and whether it is such a body without a name ("the group")."""
    spokes = p.holds("spokes", source.first, source.last)
    generic = (
        source.last - source.first == 2 and p.has("grammar.definite", source.first) and p.has("bodies", source.last - 1)
    )
    return spokes, generic


def _written(p: Passage, source: Phrase) -> bool:
    """Whether a source is a document or a count, and nobody's voice."""
    end = next((at for at in range(source.first, source.last) if p.low(at) == ","), source.last)
    if not p.has_any(_WRITTEN, end - 1):
        return False
    return not p.holds("roles", source.first, end) and not p.holds("bodies", source.first, end)


def _quote(p: Passage, text: str, first: int, last: int) -> Quote:
    return Quote.at(text, p.tokens[first].start, p.tokens[last - 1].end)
