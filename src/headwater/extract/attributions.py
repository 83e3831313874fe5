"""Attributions of a text: source, cue, content, and the chain of speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.announcing import announced
from headwater.extract.briefings import briefing, briefing_words, may_brief
from headwater.extract.calling import passed_on
from headwater.extract.carrying import carried
from headwater.extract.chaining import chained, cited
from headwater.extract.classing import LONG, Classed, piece
from headwater.extract.coreference import GOING_BACK, Company
from headwater.extract.cue_words import cue_words
from headwater.extract.cueing import sayings
from headwater.extract.cueing_places import MARKS, cue_places, opening
from headwater.extract.dialogue import Stage
from headwater.extract.drafts import Draft
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.phrases import phrase_after
from headwater.extract.quotations import quotations
from headwater.extract.resuming import Resuming
from headwater.extract.running_on import running_on
from headwater.extract.sources import crew, voiced
from headwater.extract.tagging import tagger
from headwater.grammar.sentences import Sentence
from headwater.language import Language
from headwater.language.cues import lexicon
from headwater.language.numbers import lexicon as words_of
from headwater.model import Attribution, Quote

__all__ = ["attributions"]


_NONE: frozenset[str] = frozenset()
_CARRYING = frozenset({"say", "tell"})
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
    by_word = cue_words(cues)
    classed = Classed(text, sentences, quotes, model, cues, words_of(language).numerals)
    armies, forces = cues.words.get("armies", _NONE), cues.endings("armies.endings")
    company = Company(
        classed.recall,
        classed.words,
        classed.spelled,
        classed.short,
        apart=cues.apart,
        armies=armies,
        forces=forces,
    )
    stage = Stage(sentences, cues, classed.spelled)
    drafts: list[Draft] = []
    briefings: dict[int, int] = {}
    brief_words = briefing_words(cues)
    for number, start in _pieces(sentences, opening(cues)):
        sentence = sentences[number]
        spoken = not MARKS.isdisjoint(sentence.words)
        tokens, lower = piece(sentence, start)
        told = [*map(by_word.__getitem__, lower)]
        places = cue_places(tokens, told, cues, quotes=spoken)
        brief = may_brief(sentences, number, brief_words, cues)
        if places.all or brief:
            p = classed.passage(number, start, told)
            p.places, p.beside = places
            listing = announced(p, text, sentences, number)
            found = sayings(p, quotes, text) if places.all else []
            if listing is not None and all(one.first != listing.first for one in found):
                found = [listing, *found]
            only = briefing(p) if brief else None
            if only is not None and all(one.first == only.first for one in found):
                found = found or [only]
                briefings[p.tokens[only.first].start] = p.tokens[only.last - 1].end
            for saying in found:
                draft: Draft | None = _draft(p, saying, text, company, number)
                if draft is not None and draft.cue.quote == ":":
                    draft = stage.played(draft, number, text)
                if draft is not None:
                    drafts.append(draft)
    whole = cited(running_on(drafts, quotes, text))
    said = carried(chained(whole, document), sentences, text)
    resuming = Resuming(sentences, text, cues, classed.numerals)
    return resuming.resumed(said, [draft.tells for draft in whole], briefings)


def _pieces(sentences: Sequence[Sentence], starts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The number of each sentence that has one of the words, and 0; what is longer than any sentence is read in pieces, each from a later token on."""
    for number, sentence in enumerate(sentences):
        if sentence.words.isdisjoint(starts):
            continue
        for start in range(0, len(sentence.tokens), LONG):
            yield number, start


def _draft(p: Passage, saying: Saying, text: str, company: Company, number: int) -> Draft:
    source, takes = saying.source, saying.takes
    counts = "say" not in takes and "tell" not in takes and ("tally" in takes or "find" in takes)
    named = [company.name(p, source, number, counts)]
    if saying.told is not None:
        named.append(company.listed(p, Phrase(*saying.told)))
    named += [
        company.listed(p, Phrase(at + 2, source.last))
        for at in range(source.first, source.last - 2)
        if "quoted" in p.sections[at] and passed_on(p, at)
    ]
    if not _CARRYING.isdisjoint(takes) and not p.cues.words.get("carrying", _NONE).isdisjoint(p.low):
        named += [company.listed(p, phrase) for phrase in _carriers(p, saying)]
    return Draft(
        _quote(p, text, source.first, source.last),
        _quote(p, text, saying.first, saying.last),
        None if saying.content is None else Quote.at(text, *saying.content),
        tuple(named),
        saying.cites,
        p.holds("spokes", source.first, source.last),
        _generic(p, source),
        not takes.isdisjoint(p.cues.telling),
        p.tokens[-1].end,
        saying.aside,
        _written(p, source),
        counts and crew(p, source),
        named[0] == p.tokens[source.first].text and p.has_any(GOING_BACK, source.first),
    )


def _carriers(p: Passage, saying: Saying) -> Iterator[Phrase]:
    """Who passes on the statement or interview in which something is said, named outside what is said: "in a statement carried by the Gazette"."""
    start, end = saying.content or (0, 0)
    for at in range(1, len(p.tokens) - 2):
        carried = p.has("carrying", at) and p.has("grammar.by", at + 1) and p.has("carrying.what", at - 1)
        if carried and not start <= p.tokens[at].start < end:
            phrase = phrase_after(p, at + 2)
            if phrase is not None and voiced(p, phrase):
                yield phrase


def _generic(p: Passage, source: Phrase) -> bool:
    """Whether a source is a body without a name: "the group"."""
    two = source.last - source.first == 2
    return two and p.has("grammar.definite", source.first) and p.has("bodies", source.last - 1)


def _written(p: Passage, source: Phrase) -> bool:
    """Whether a source is a document or a count, and nobody's voice."""
    end = source.last
    if "." in p.tags[source.first : end]:  # the class of all signs
        end = next((at for at in range(source.first, end) if p.low[at] == ","), end)
    if not p.has_any(_WRITTEN, end - 1):
        return False
    return not p.holds("roles", source.first, end) and not p.holds("bodies", source.first, end)


def _quote(p: Passage, text: str, first: int, last: int) -> Quote:
    return Quote.at(text, p.tokens[first].start, p.tokens[last - 1].end)
