"""What a noun tells as the head of its group: its class, its group, and the outcome that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headwater.language.outcome_records import Countable, Nominal

if TYPE_CHECKING:
    from headwater.extract.lexicons import Lexicons

__all__ = ["Head", "Heads"]

_MOST = 1 << 15


class Head(msgspec.Struct, gc=False, eq=False):
    """All that the lexicons say of a word as a head noun.

    `kind` of a word that is not `listed` holds where it is no name; `people`: it ends like the name of a people. `other` stands for
    those left out ("three others"); `tail` may complete a verb and `state` open a state, so that a group may end before it; `paired`
    may be one noun with the word before it, `modified` of another group with some words before it. No word that is not `marked` is any of these, or countable; one that is `plain` tells the same whatever stands beside it, however it is written.
    None of it can be in a circle, so the search for such leaves heads out, of which there are as many as words were met.
    """

    kind: str
    group: str
    plural: bool
    people: bool
    listed: bool
    countable: Countable | None
    marked: bool
    plain: bool
    nominals: tuple[Nominal, ...] = ()
    other: bool = False
    tail: bool = False
    state: bool = False
    paired: bool = False
    modified: bool = False


def _head(word: str, alone: str, lexicons: Lexicons, marked: bool) -> Head:
    """The head that a word is, or two words are of which the second `alone` is a noun; `marked`: it has a mark beside what it counts."""
    groups, outcomes = lexicons.groups, lexicons.outcomes
    nouns, countables = groups.nouns, outcomes.countables
    noun, countable = nouns.get(word), countables.get(word)
    if word != alone:
        noun, countable = noun or nouns.get(alone), countable or countables.get(alone)
    unmarked = not (marked or countable is not None)
    if noun is not None:
        head = Head(noun.kind, noun.group, noun.plural, False, True, countable, not unmarked, unmarked)
    else:
        group = groups.inflect.singular(alone)
        kind, people = groups.kind(alone, group), alone.endswith(groups.demonyms)
        plain = unmarked and not (kind or people)
        head = Head(kind, group, group != alone, people, False, countable, not unmarked, plain)
    if marked:
        head.nominals = outcomes.nominals.get(alone, ())
        head.other, head.tail = alone in groups.others, alone in outcomes.tail_words
        head.state = alone in outcomes.state_words
        head.paired, head.modified = alone in lexicons.paired, alone in lexicons.modified
    return head


class Heads(dict[str, Head]):
    """The heads of the words met, and of pairs of them, worked out once.

    Few words have a mark beside what they count: those that have are gathered, so that the others are asked for it once.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        super().__init__()
        self._lexicons = lexicons
        outcomes = lexicons.outcomes
        marking = (outcomes.nominals, outcomes.tail_words, outcomes.state_words, lexicons.groups.others)
        self._marked = frozenset[str]().union(*marking, lexicons.paired, lexicons.modified)

    def __missing__(self, word: str) -> Head:
        if len(self) >= _MOST:
            self.clear()
        head = self[word] = _head(word, word, self._lexicons, word in self._marked)
        return head

    def pair(self, before: str, word: str) -> Head:
        """The head that two words make, which is that of the second where no list has both."""
        both = f"{before} {word}"
        head = self.get(both)
        if head is None:
            head = self[both] = _head(both, word, self._lexicons, word in self._marked)
        return head
