"""Attributions of tables: a line under the heading "Source" is said by whom it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.extract.grids import Cell, grids, joined, without_brackets
from headwater.extract.tagging import Tagger, tagger
from headwater.language import Language
from headwater.language.cues import Cues
from headwater.language.cues import lexicon as cue_words
from headwater.language.tables import lexicon
from headwater.model import Attribution, BlockKind, Quote

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["table_sources"]


def table_sources(text: str, rows: Sequence[Row], language: Language, document: str) -> Iterator[Attribution]:
    """Who gives the numbers of each line of a table with a column of sources, in order: the heading is the cue, the rest of the line the content."""
    if not any(row.sentence.kind is BlockKind.TABLE for row in rows):
        return
    words, cues, model = lexicon(language), cue_words(language), tagger(language)
    for grid in grids(rows):
        for column in range(grid.left):
            cue = next((line[column] for line in reversed(grid.heads) if line[column].tokens), None)
            if cue is None or cue.words not in words.sources:
                continue
            for line in grid.lines:
                source, rest = line[column], [cell for cell in line[column + 1 :] if cell.tokens]
                if source.tokens and rest and source.words not in words.totals:
                    content = Quote.at(text, rest[0].tokens[0].start, rest[-1].tokens[-1].end)
                    yield Attribution(
                        document, _quote(text, source), _quote(text, cue), content, (_name(source, model, cues),)
                    )


def _quote(text: str, cell: Cell) -> Quote:
    tokens = without_brackets(cell.tokens)
    return Quote.at(text, tokens[0].start, tokens[-1].end)


def _name(cell: Cell, model: Tagger | None, cues: Cues) -> str:
    """Who a cell names: without an article, and without the capital that a word has only because it opens the cell."""
    tokens = without_brackets(cell.tokens)
    if len(tokens) > 1 and cues.has("grammar.definite", tokens[0].lower):
        tokens = tokens[1:]
    first, name = tokens[0], joined(tokens)
    known = model is not None and model.knows(first.lower)
    opens = known and first.text[1:].islower() and (len(tokens) == 1 or tokens[-1].text.islower())
    return first.lower + name[len(first.text) :] if opens else name
