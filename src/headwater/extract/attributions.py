"""Attributions of a text: source, cue, content, and the chain of speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.extract.coreference import Company, called, passed_on, unique
from headwater.extract.cueing import sayings
from headwater.extract.quotations import Quotations, quotations
from headwater.extract.sources import Passage, Phrase, Saying, main_subject
from headwater.extract.tagging import Tagger, tagger
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind
from headwater.language import Language
from headwater.language.cues import Cues, lexicon
from headwater.model import Attribution, Quote

__all__ = ["attributions"]


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution with the names that its own words give: the speaker, and to whom it was told."""

    attribution: Attribution
    named: tuple[str, ...]
    cites: bool = False


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
    company = Company(lambda number: _subject(_passage(sentences[number], quotes, cues, model)))
    drafts = []
    for number, sentence in enumerate(sentences):
        if any(_cue(cues, token.lower) for token in sentence.tokens):
            passage = _passage(sentence, quotes, cues, model)
            drafts += [_draft(passage, one, text, document, company, number) for one in sayings(passage, quotes, text)]
    return _chained(_cited(_running_on(drafts, quotes, text)))


def _passage(sentence: Sentence, quotes: Quotations, cues: Cues, model: Tagger) -> Passage:
    tokens = tuple(token for token in sentence.tokens if token.kind is not Kind.BREAK)
    return Passage(tokens, model.tags(tokens), [quotes.at(token.start) is not None for token in tokens], cues)


def _subject(p: Passage) -> str | None:
    """The name that a sentence has for its subject."""
    phrase = main_subject(p, len(p.tokens))
    who = None if phrase is None else called(p, phrase.first, phrase.last)
    return who.words if who is not None and who.named and not who.body else None


def _cue(cues: Cues, word: str) -> bool:
    return (
        word in cues.verbs or word in cues.phrases or word == ":" or cues.has("nouns", word) or cues.has("states", word)
    )


def _draft(p: Passage, saying: Saying, text: str, document: str, company: Company, number: int) -> _Draft:
    source = _quote(p, text, saying.source.first, saying.source.last)
    cue = _quote(p, text, saying.first, saying.last)
    content = None if saying.content is None else Quote.at(text, *saying.content)
    named = [company.name(p, saying.source, number)]
    if saying.told is not None:
        named.append(company.listed(p, Phrase(*saying.told)))
    for at in range(saying.source.first, saying.source.last - 2):
        if passed_on(p, at):
            named.append(company.listed(p, Phrase(at + 2, saying.source.last)))
    return _Draft(Attribution(document, source, cue, content, ()), tuple(named), saying.cites)


def _quote(p: Passage, text: str, first: int, last: int) -> Quote:
    return Quote.at(text, p.tokens[first].start, p.tokens[last - 1].end)


def _running_on(drafts: Sequence[_Draft], quotes: Quotations, text: str) -> list[_Draft]:
    """Contents lengthened by the quotations that follow with nothing between but space."""
    taken = {quote.start for draft in drafts for quote in quotes.found if _within(quote.start, draft)}
    found = []
    for draft in drafts:
        found.append(_lengthened(draft, quotes, taken, text))
    return found


def _within(place: int, draft: _Draft) -> bool:
    content = draft.attribution.content
    return content is not None and content.start <= place < content.end


def _lengthened(draft: _Draft, quotes: Quotations, taken: set[int], text: str) -> _Draft:
    content = draft.attribution.content
    if content is None or quotes.at(content.end - 1) is None:
        return draft
    end = max(content.end, draft.attribution.cue.end, draft.attribution.source.end)
    for quote in quotes.found:
        if quote.start < end:
            continue
        if quote.start in taken or text[end : quote.start].strip(" .\n\t"):
            break
        end = quote.end
        taken.add(quote.start)
    if end <= max(content.end, draft.attribution.cue.end, draft.attribution.source.end):
        return draft
    return replace(draft, attribution=replace(draft.attribution, content=Quote.at(text, content.start, end)))


def _cited(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Inner sources get the content and the speakers of whoever cites them; those that nobody cites are dropped."""
    found: list[_Draft] = []
    for draft in drafts:
        if not draft.cites:
            found.append(draft)
            continue
        outer = next((other for other in reversed(found) if other.attribution.content is not None), None)
        if outer is not None and 0 <= draft.attribution.cue.start - outer.attribution.cue.end < 200:
            content = outer.attribution.content
            named = (*draft.named, *outer.named)
            found.append(_Draft(replace(draft.attribution, content=content), named))
    return found


def _chained(drafts: Sequence[_Draft]) -> list[Attribution]:
    """The attributions with the speakers of those around them."""
    found = []
    for draft in drafts:
        cue = draft.attribution.cue
        around = [other for other in drafts if other is not draft and _within(cue.start, other)]
        around = [other for other in around if not _within(other.attribution.cue.start, draft)]
        around.sort(key=_length)
        names = [*draft.named, *(name for other in around for name in other.named)]
        found.append(replace(draft.attribution, speaker=unique(names)))
    return found


def _length(draft: _Draft) -> int:
    content = draft.attribution.content
    return 0 if content is None else content.end - content.start
