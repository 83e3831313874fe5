"""Who speaks in transcripts: reporters, whose words are the report's own, and whoever answers the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from headwater.extract.cueing_places import LABEL
from headwater.extract.drafts import Draft
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token
from headwater.language.cues import Cues
from headwater.model import Quote

__all__ = ["Stage"]


_FULL = 2  # words of a full name


class Stage:
    """The labels of a transcript.

    An answer is whose the interview is, what a reporter says is the report's own, and what follows a label is said up to
    the end of its block.
    """

    def __init__(self, sentences: Sequence[Sentence], cues: Cues, spelled: Callable[[], Mapping[str, str]]) -> None:
        self.sentences, self.cues, self.spelled = sentences, cues, spelled

    @cached_property
    def reporters(self) -> frozenset[str]:
        """The last names of those who report for the text."""
        return _reporters(self.sentences, self.cues)

    @cached_property
    def interviewed(self) -> str:
        """The full name of whoever answers; empty where the text does not tell."""
        return _interviewed(self.sentences, self.cues)

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each last word in capitals before a colon opens a block."""
        return Counter(_labels(self.sentences))

    def played(self, draft: Draft, number: int, text: str) -> Draft | None:
        """The draft of a label as the transcript has it; `None` for capitals before a colon that are nobody's name."""
        content, name = draft.content, draft.source.quote
        if content is None or content.start < draft.cue.start or self.cues.has("colon.before", name.lower()):
            return draft
        last = name.split()[-1]
        if self.cues.has("dialogue.answers", name.lower()):
            draft = replace(draft, named=(self.interviewed,))
        elif {last, last.title()} & self.reporters or self.cues.has("reporters", last.lower()):
            draft = replace(draft, named=())
        elif name.isupper() and not self.cues.has("roles", last.lower()):
            full = self.spelled().get(last.title(), "")
            if not full and (self.cues.names("mute", last.lower()) or self.labels[last] < 2):
                return None  # "NEW VELMAR:"
            draft = replace(draft, named=(full or name.title(),))
        end = self._end(number) if self._opens(number, draft.source.start) else content.end
        return replace(draft, content=Quote.at(text, content.start, max(end, content.end)))

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
            ours = first > 1 and cues.has("reporters.own", tokens[first - 2].lower)  # "our man Ada Keller"
            told = len(after) == 2 and after[0] == "(" and cues.has("reporters", after[1])  # "KELLER (presenter):"
            if cues.has("reporters", before) or reports or ours or told:
                found.add(tokens[last - 1].text)
    return frozenset(found)


def _labels(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The last word of each run of capitals that opens a block before a colon, or before an office in brackets and a colon."""
    block = -1
    for sentence in sentences:
        if sentence.block != block:
            block = sentence.block
            head = [token.text for token in sentence.tokens[:LABEL]]
            stop = next((at for at, word in enumerate(head) if word in (":", "(")), 0)
            if stop and ":" in head[stop:] and all(word.isupper() or word == "." for word in head[:stop]):
                yield head[stop - 1]


def _interviewed(sentences: Sequence[Sentence], cues: Cues) -> str:
    """The full name that stands last before the first question, one behind a preposition only where there is no other; empty where there is none."""
    name = behind = ""
    for tokens in map(_words, sentences):
        if len(tokens) > 1 and cues.has("dialogue.questions", tokens[0].lower) and tokens[1].text in (":", "."):
            return name or behind
        for first, last in _names(tokens):
            before = tokens[first - 1].lower if first else ""
            while last - first > _FULL and cues.has("titles", tokens[first].lower):
                first += 1
            if last - first < _FULL or cues.has("bodies", tokens[last - 1].lower) or cues.has("reporters", before):
                continue
            full = " ".join(token.text for token in tokens[first:last])
            if cues.has("adjuncts.prepositions", before) or cues.has("grammar.of", before):
                behind = full
            else:
                name = full
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
