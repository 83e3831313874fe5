"""Attributions of a text: source, cue, content, and the chain of speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.extract.coreference import Company, called, passed_on, unique
from headwater.extract.cueing import sayings
from headwater.extract.cueing_places import cue_places
from headwater.extract.passages import Passage, Phrase, Saying
from headwater.extract.quotations import Quotations, quotations
from headwater.extract.subjects import main_subject
from headwater.extract.tagging import Tagger, tagger
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token
from headwater.language import Language
from headwater.language.cues import Cues, lexicon
from headwater.model import Attribution, Quote

__all__ = ["attributions"]

#: A run of more tokens than this is no sentence, and is read in pieces.
LONG = 400
#: No saying runs on over more quotations than this.
RUN = 40
#: "Citing" stands no further than this many code points from the saying whose source it names.
CITED = 200


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution with the names that its own words give: the speaker, and to whom it was told."""

    attribution: Attribution
    named: tuple[str, ...]
    cites: bool = False
    spokes: bool = False
    generic: bool = False
    tells: bool = True

    def span(self) -> tuple[int, int]:
        """The place of the content; empty where there is none."""
        content = self.attribution.content
        return (0, 0) if content is None else (content.start, content.end)


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
    company = Company(lambda number: _subject(_passage(sentences[number].tokens[:LONG], quotes, cues, model)))
    drafts = []
    for number, tokens in _pieces(sentences, cues.starts):
        places = cue_places(tokens, cues)
        if places:
            passage = _passage(tokens, quotes, cues, model, places)
            drafts += [_draft(passage, one, text, document, company, number) for one in sayings(passage, quotes, text)]
    return _chained(_cited(_running_on(drafts, quotes, text)))


def _pieces(sentences: Sequence[Sentence], starts: frozenset[str]) -> Iterator[tuple[int, Sequence[Token]]]:
    """The tokens of each sentence that has one of the words, with its number; what is longer than any sentence is read in pieces."""
    for number, sentence in enumerate(sentences):
        if sentence.words.isdisjoint(starts):
            continue
        for start in range(0, len(sentence.tokens), LONG):
            yield number, sentence.tokens[start : start + LONG]


def _passage(
    tokens: Sequence[Token], quotes: Quotations, cues: Cues, model: Tagger, places: Sequence[int] = ()
) -> Passage:
    return Passage(tokens, model.tags(tokens), quotes.holding(tokens), cues, places)


def _subject(p: Passage) -> str | None:
    """The name that a sentence has for its subject."""
    phrase = main_subject(p, len(p.tokens))
    who = None if phrase is None else called(p, phrase.first, phrase.last)
    return who.words if who is not None and who.named and not who.body else None


def _draft(p: Passage, saying: Saying, text: str, document: str, company: Company, number: int) -> _Draft:
    source = _quote(p, text, saying.source.first, saying.source.last)
    cue = _quote(p, text, saying.first, saying.last)
    content = None if saying.content is None else Quote.at(text, *saying.content)
    named = [company.name(p, saying.source, number)]
    if saying.told is not None:
        named.append(company.listed(p, Phrase(*saying.told)))
    by = (at + 2 for at in range(saying.source.first, saying.source.last - 2) if passed_on(p, at))
    named.extend(company.listed(p, Phrase(at, saying.source.last)) for at in by)
    return _Draft(
        Attribution(document, source, cue, content, ()),
        tuple(named),
        saying.cites,
        *_standing(p, saying.source),
        bool(saying.takes & p.cues.telling),
    )


def _standing(p: Passage, source: Phrase) -> tuple[bool, bool]:
    """Whether a source speaks for a body, and whether it is such a body without a name ("the group")."""
    words = range(source.first, source.last)
    spokes = any(p.has("spokes", at) for at in words)
    generic = len(words) == 2 and p.has("grammar.definite", source.first) and p.has("bodies", source.last - 1)
    return spokes, generic


def _quote(p: Passage, text: str, first: int, last: int) -> Quote:
    return Quote.at(text, p.tokens[first].start, p.tokens[last - 1].end)


def _running_on(drafts: Sequence[_Draft], quotes: Quotations, text: str) -> list[_Draft]:
    """Contents lengthened by the quotations that follow with nothing between but space."""
    taken: set[int] = set()
    for draft in drafts:
        content = draft.attribution.content
        if content is not None:
            taken.update(
                quotes.starts[bisect_left(quotes.starts, content.start) : bisect_left(quotes.starts, content.end)]
            )
    return [_lengthened(draft, quotes, taken, text) for draft in drafts]


def _lengthened(draft: _Draft, quotes: Quotations, taken: set[int], text: str) -> _Draft:
    content = draft.attribution.content
    if content is None or quotes.at(content.end - 1) is None:
        return draft
    reached = end = max(content.end, draft.attribution.cue.end, draft.attribution.source.end)
    for quote in quotes.found[bisect_left(quotes.starts, end) :][:RUN]:
        if quote.start in taken or text[end : quote.start].strip(" .\n\t"):
            break
        end = quote.end
        taken.add(quote.start)
    if end == reached:
        return draft
    return replace(draft, attribution=replace(draft.attribution, content=Quote.at(text, content.start, end)))


def _cited(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Inner sources get the content and the speakers of whoever cites them; those that nobody cites are dropped."""
    found: list[_Draft] = []
    for at, draft in enumerate(drafts):
        outer = _citer(draft, drafts[max(0, at - 4) : at + 3]) if draft.cites else None
        if outer is not None:
            named = (*draft.named, *outer.named)
            draft = replace(
                draft, attribution=replace(draft.attribution, content=outer.attribution.content), named=named
            )
        if outer is not None or not draft.cites:
            found.append(draft)
    return found


def _citer(draft: _Draft, near: Sequence[_Draft]) -> _Draft | None:
    """The saying that ends shortly before "citing", else the one that follows it: "citing the mayor, the Gazette said"."""
    place = draft.attribution.cue.start
    others = [one for one in near if one.tells and one.attribution.content is not None and not one.cites]
    before = [one for one in others if 0 <= place - one.attribution.cue.end < CITED]
    after = [one for one in others if 0 < one.attribution.cue.start - draft.attribution.source.end < CITED // 4]
    return before[-1] if before else after[0] if after else None


def _chained(drafts: Sequence[_Draft]) -> list[Attribution]:
    """The attributions with the speakers of those around them, by a sweep over the text."""
    around: dict[int, list[_Draft]] = {}
    opening = sorted((one for one in drafts if one.tells and one.attribution.content), key=lambda one: one.span()[0])
    active: list[_Draft] = []
    at = 0
    for draft in sorted(drafts, key=lambda one: one.attribution.cue.start):
        cue = draft.attribution.cue.start
        while at < len(opening) and opening[at].span()[0] <= cue:
            active.append(opening[at])
            at += 1
        active = [one for one in active if cue < one.span()[1]]
        around[id(draft)] = [one for one in active if one is not draft and not _within(one, draft)]
    return [_named(draft, around[id(draft)]) for draft in drafts]


def _within(one: _Draft, other: _Draft) -> bool:
    """Whether one's cue stands in the other's content."""
    start, end = other.span()
    return start <= one.attribution.cue.start < end


def _named(draft: _Draft, around: Sequence[_Draft]) -> Attribution:
    outward = sorted(around, key=lambda one: one.span()[1] - one.span()[0])
    if draft.generic and outward and outward[0].spokes:
        return replace(draft.attribution, speaker=unique([name for one in outward for name in one.named]))
    names = [*draft.named, *(name for one in outward for name in one.named)]
    return replace(draft.attribution, speaker=unique(names))
