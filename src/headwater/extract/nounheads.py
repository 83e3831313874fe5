"""What a noun tells as the head of its group: its class, its group, and the outcome that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.language.outcome_records import Countable, Nominal

if TYPE_CHECKING:
    from headwater.extract.lexicons import Lexicons

__all__ = ["Head", "Heads"]

_MOST = 1 << 15


class Head:
    """All that the lexicons say of a word as a head noun.

    `kind` of a word that is not `listed` holds where it is no name; `people`: it ends like the name of a people. `other` stands for
    those left out ("three others"); `tail` may complete a verb and `state` open a state, so that a group may end before it; `paired`
    may be one noun with the word before it, `modified` of another group with some words before it. No word that is not `marked` is any of these, or countable; one that is `plain` tells the same whatever stands beside it, however it is written.
    """

    __slots__ = (
        "countable", "group", "kind", "listed", "marked", "modified", "nominals", "other", "paired", "people", "plain", "plural", "state", "tail",
    )  # fmt: skip

    def __init__(self, word: str, alone: str, lexicons: Lexicons, marked: bool) -> None:
        groups, outcomes = lexicons.groups, lexicons.outcomes
        nouns, countables = groups.nouns, outcomes.countables
        noun, countable = nouns.get(word), countables.get(word)
        if word != alone:
            noun, countable = noun or nouns.get(alone), countable or countables.get(alone)
        self.listed = noun is not None
        self.countable: Countable | None = countable
        if noun is not None:
            self.kind, self.group, self.plural, self.people = noun.kind, noun.group, noun.plural, False
        else:
            self.group = groups.inflect.singular(alone)
            self.kind, self.plural = groups.kind(alone, self.group), self.group != alone
            self.people = alone.endswith(groups.demonyms)
        self.marked = marked or countable is not None
        self.plain = not self.marked and (self.listed or not (self.kind or self.people))
        self.nominals: tuple[Nominal, ...] = ()
        self.other = self.tail = self.state = self.paired = self.modified = False
        if marked:
            self.nominals = outcomes.nominals.get(alone, ())
            self.other, self.tail = alone in groups.others, alone in outcomes.tail_words
            self.state = alone in outcomes.state_words
            self.paired, self.modified = alone in lexicons.paired, alone in lexicons.modified


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
        head = self[word] = Head(word, word, self._lexicons, word in self._marked)
        return head

    def pair(self, before: str, word: str) -> Head:
        """The head that two words make, which is that of the second where no list has both."""
        both = f"{before} {word}"
        head = self.get(both)
        if head is None:
            head = self[both] = Head(both, word, self._lexicons, word in self._marked)
        return head
