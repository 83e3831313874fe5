"""Cases of an illness that the report has named: "640 cases and 14 deaths", "18 more cases"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from headwater.extract.chunks import Chunk
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

if TYPE_CHECKING:
    from headwater.extract.reading import Row

__all__ = ["find_cases", "sick"]


def find_cases(rows: Sequence[Row], lexicons: Lexicons) -> None:
    """Settle counted nouns that tell an outcome beside a word they need, where the sentence or one before it holds one that names it for the whole report.

    "Cases" are those of measles in a report on measles; "12 cases of fraud" and "court cases" are none.
    """
    nouns, illnesses = _words(lexicons)
    if all(nouns.isdisjoint(row.sentence.words) for row in rows if row.counts):
        return
    ill = False
    for row in rows:
        words = row.sentence.words
        ill = ill or not illnesses.isdisjoint(words)
        if ill and row.counts and not nouns.isdisjoint(words):
            found = {chunk.first: _held(chunk, lexicons) for chunk in _cases(row, nouns, lexicons)}
            row.settled = dict(sorted((row.settled | found).items()))


def sick(rows: Sequence[Row], lexicons: Lexicons) -> frozenset[str]:
    """The nouns by which a report counts cases of an illness, so that a table's heading of one counts them too; none where it counts no such case."""
    nouns, _ = _words(lexicons)
    told = (one for row in rows if not nouns.isdisjoint(row.sentence.words) for one in row.settled.values())
    found = any(one.outcomes == ["affected"] and one.chunk.head in nouns for one in told)
    return nouns if found else frozenset()


def _cases(row: Row, nouns: frozenset[str], lexicons: Lexicons) -> Iterator[Chunk]:
    clause = row.clause
    for index in clause.counting:
        chunk = clause.chunks[index]
        if chunk.number is None or chunk.number.unit != "count":
            continue
        held = row.settled.get(chunk.first)
        if chunk.head not in nouns or chunk.countable is not None or (held is not None and held.outcomes):
            continue
        link = clause.at(index + 1)
        other = link is not None and link.word in lexicons.words("of")
        if not other and lexicons.groups.others.issuperset(chunk.modifiers):
            yield chunk


def _held(chunk: Chunk, lexicons: Lexicons) -> Settled:
    noun = lexicons.outcomes.countables[chunk.head]
    chunk.kind, chunk.group = "person", noun.group or "person"
    return Settled(chunk, [noun.outcome], "noun", group=chunk.group)


@cache
def _words(lexicons: Lexicons) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns that need another word to tell an outcome, and the illnesses that people are said to be with."""
    nouns = frozenset(word for word, noun in lexicons.outcomes.countables.items() if noun.needs)
    told = (row for row in lexicons.outcomes.phrases.get("be", ()) if row.sense.outcome == "affected")
    absolute = lexicons.words("absolute")
    return nouns, frozenset().union(*(row.heads for row in told if not absolute.isdisjoint(row.prepositions)))
