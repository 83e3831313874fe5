"""Who speaks in transcripts: reporters, whose words are the report's own, and whoever answers the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from headwater.extract.drafts import Draft
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token
from headwater.language.cues import Cues
from headwater.model import Quote

__all__ = ["Stage"]


class Stage:
    """The labels of a transcript.

    An answer is whose the interview is, what a reporter says is the report's own, and what follows a label is said up to
    the end of its block.
    """

    def __init__(self, sentences: Sequence[Sentence], cues: Cues) -> None:
        self.sentences, self.cues = sentences, cues

    @cached_property
    def reporters(self) -> frozenset[str]:
        """The last names of those who report for the text."""
        return _reporters(self.sentences, self.cues)

    @cached_property
    def interviewed(self) -> str:
        """The full name of whoever answers; empty where the text does not tell."""
        return _interviewed(self.sentences, self.cues)

    def played(self, draft: Draft, number: int, text: str) -> Draft:
        """The draft of a label as the transcript has it."""
        one, name = draft.attribution, draft.attribution.source.quote
        if one.content is None or one.content.start < one.cue.start or self.cues.has("colon.before", name.lower()):
            return draft
        if self.cues.has("dialogue.answers", name.lower()):
            draft = replace(draft, named=(self.interviewed,))
        elif name.split()[-1] in self.reporters or self.cues.has("reporters", name.split()[-1].lower()):
            draft = replace(draft, named=())
        end = self._end(number) if self._opens(number, one.source.start) else one.content.end
        return replace(
            draft, attribution=replace(one, content=Quote.at(text, one.content.start, max(end, one.content.end)))
        )

    def _opens(self, number: int, start: int) -> bool:
        """Whether a label opens a block, not a line of one."""
        block = self.sentences[number].block
        return self.sentences[number].start == start and (not number or self.sentences[number - 1].block != block)

    def _end(self, number: int) -> int:
        """Where the block of a sentence ends."""
        block = self.sentences[number].block
        while number + 1 < len(self.sentences) and self.sentences[number + 1].block == block:
            number += 1
        return self.sentences[number].end


def _reporters(sentences: Sequence[Sentence], cues: Cues) -> frozenset[str]:
    """Last names of those who report for the text: "our reporter Ada Keller", "Ada Keller reports."."""
    found: set[str] = set()
    for tokens in map(_words, sentences):
        for first, last in _names(tokens):
            before = tokens[first - 1].lower if first else ""
            after = [token.lower for token in tokens[last : last + 2]]
            reports = len(after) == 2 and cues.has("reporters.reports", after[0]) and not after[1].isalnum()
            if cues.has("reporters", before) or reports:
                found.add(tokens[last - 1].text)
    return frozenset(found)


def _interviewed(sentences: Sequence[Sentence], cues: Cues) -> str:
    """The full name that stands last before the first question; empty where there is none."""
    name = ""
    for tokens in map(_words, sentences):
        if len(tokens) > 1 and cues.has("dialogue.questions", tokens[0].lower) and tokens[1].text in (":", "."):
            return name
        for first, last in _names(tokens):
            known = cues.has("bodies", tokens[last - 1].lower) or (
                first and cues.has("reporters", tokens[first - 1].lower)
            )
            if last - first > 1 and not known:
                name = " ".join(token.text for token in tokens[first:last])
    return ""


def _words(sentence: Sentence) -> list[Token]:
    return [token for token in sentence.tokens if token.kind is not Kind.BREAK]


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of words with a capital."""
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].kind is Kind.WORD and tokens[last].text[:1].isupper():
            last += 1
        if last > first:
            yield first, last
        first = max(last, first + 1)
