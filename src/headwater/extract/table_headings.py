"""What the headings of a table say of the numbers that they stand over and beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.extract.chunking import chunk
from headwater.extract.chunks import Part
from headwater.extract.frames import read_frames
from headwater.extract.grids import Cell, joined, without_brackets
from headwater.extract.lexicons import Lexicons
from headwater.grammar.numbers import numbers
from headwater.grammar.sentences import sentence_of
from headwater.grammar.tokens import Kind, Token, added
from headwater.language import Language
from headwater.language.tables import TableWords
from headwater.model.record import record

__all__ = ["ANYONE", "Headings", "Told"]

#: The group of people of whom no more is said.
ANYONE = "person"
_ILL = "affected"
_LONGEST = 12  # words of a heading
_PEOPLE = ("person", "household")
_THINGS = ("building", "vehicle", "animal", "place")


@record()
class Told:
    """What a heading tells: an outcome, a group or both (else empty); `whole` where it is of all, `part` where of some of the column before.

    `kind` is the group's: person, household, building, place …
    """

    outcome: str = ""
    group: str = ""
    whole: bool = False
    part: bool = False
    kind: str = "person"

    @property
    def people(self) -> bool:
        """Whether those counted are persons or households."""
        return self.kind in _PEOPLE

    @property
    def is_place(self) -> bool:
        """Whether it names no more than a place: "Northern region"."""
        return self.kind == "place" and not self.outcome


class Headings:
    """Reads the headings of one report's tables, each once.

    A heading is read as the label of a number, by the same rules as a line of text: "Houses destroyed" as "Houses destroyed: 12".
    """

    def __init__(
        self, words: TableWords, lexicons: Lexicons, language: Language, sick: frozenset[str] = frozenset()
    ) -> None:
        self.words = words
        self._lexicons = lexicons
        self._language = language
        self._sick = sick  # nouns for cases of the report's illness
        self._known: dict[tuple[str, ...], Told | None] = {}

    def told(self, *cells: Cell) -> Told | None:
        """What cells tell that are read as one heading; `None` where its words are not understood, or give no counts."""
        tokens = [token for cell in cells for token in cell.tokens]
        key = tuple(token.text for token in tokens)
        if key not in self._known:
            self._known[key] = self._read(tokens)
        return self._known[key]

    def people(self, cell: Cell) -> Told:
        """The people that a heading names, by the last of its words: "Dornians", "South Ostran"; anyone where it says that they are not known."""
        words = [token.lower for token in without_brackets(cell.tokens) if token.kind == Kind.WORD]
        if not words or cell.words in self.words.nameless:
            return Told(group=ANYONE)
        return Told(group=self._lexicons.groups.inflect.singular(words[-1]))

    def _read(self, tokens: Sequence[Token]) -> Told | None:
        lower = [token.lower for token in tokens]
        if not 0 < len(lower) <= _LONGEST or not self.words.rates.isdisjoint(lower):
            return None
        written = joined(tokens).lower()
        if written in self.words.totals or written in self.words.plain:
            return Told(whole=written in self.words.totals)
        if lower[-1] in self._sick:
            return Told(outcome=_ILL, group=ANYONE)
        if written in self.words.named:
            return Told(group=self.words.named[written])
        part = _opening(tokens, self.words.of_whom)
        counting = part or _opening(tokens, self.words.counting)
        whole = not part and lower[0] in self.words.totals
        named = tokens[counting or whole :]
        told = self._label(named) if named else None
        return told and replace(told, whole=whole, part=bool(part))

    def _label(self, tokens: Sequence[Token]) -> Told | None:
        end = tokens[-1].end
        tied = tuple(without_brackets(tokens))
        bracketed = tuple(token for token in tokens[len(tied) :] if token.kind == Kind.WORD)
        label = (*tied, added(":", end, end + 1), added("12", end + 1, end + 3))
        sentence = sentence_of(label[0].start, end + 3, label)
        found = numbers(label, self._language)
        settled = read_frames(sentence, found, self._lexicons)[1]
        told = [held for held in settled.values() if held.chunk.number is found[-1]] if len(found) == 1 else []
        if not told:
            return self._group(tied)
        behind = self._behind(tied)
        beside = self._group(behind or bracketed) if behind or bracketed else None
        if len(told[0].outcomes) != 1 or (behind and beside is None):
            return None
        named = beside is not None and beside.people and told[0].group == ANYONE
        group = beside.group if beside is not None and named else told[0].group
        return Told(told[0].outcomes[0], group)

    def _behind(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """What stands behind a preposition, which says of whom or what not all are counted: "Deaths among staff", "Killed by shelling"."""
        closed = self._lexicons.frames.closed
        at = next((at for at, token in enumerate(tokens) if closed.get(token.lower) == "preposition"), len(tokens))
        return tokens[at + 1 :]

    def _group(self, tokens: tuple[Token, ...]) -> Told | None:
        """A heading of nothing but a noun group: "Women", "Security forces", "Houses"."""
        article = next(iter(sorted(self._lexicons.words("the"))), "")
        if article:  # so that "forces" is a noun, not what somebody does
            tokens = (added(article, tokens[0].start, tokens[0].start), *tokens)
        sentence = sentence_of(tokens[0].start, tokens[-1].end, tokens)
        chunks = chunk(sentence, numbers(tokens, self._language), self._lexicons).chunks
        alone = chunks[0] if len(chunks) == 1 and chunks[0].part == Part.NOUN else None
        if alone is None or alone.counts or alone.kind not in (*_PEOPLE, *_THINGS):
            return None
        if alone.group == ANYONE and alone.modifiers:
            return None  # "Foreign nationals"
        return Told(group=alone.group, kind=alone.kind)


def _opening(tokens: Sequence[Token], runs: Sequence[str]) -> int:
    """How many tokens one of the runs of words, with which a heading opens, has there."""
    written = joined(tokens).lower()
    run = next((run for run in runs if written.startswith(run + " ")), "")
    return sum(1 for token in tokens if token.start < tokens[0].start + len(run)) if run else 0
