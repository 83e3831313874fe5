"""What a noun tells as the head of its group: its class, its group, and the outcome that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.language.outcomes import Countable, Nominal

if TYPE_CHECKING:
    from headwater.extract.lexicons import Lexicons

__all__ = ["Head", "Heads"]

_MOST = 1 << 15


class Head:
    """All that the lexicons say of a word as a head noun.

    `kind` of a word that is not `listed` holds where it is no name; `people`: it ends like the name of a people. `other` stands for
    those left out ("three others"); `tail` may complete a verb and `state` open a state, so that a group may end before it; `paired`
    may be one noun with the word before it, `modified` of another group with some words before it.
    """

    __slots__ = (
        "countable", "group", "kind", "listed", "modified", "nominals", "other", "paired", "people", "plural", "state", "tail",
    )  # fmt: skip

    def __init__(self, word: str, alone: str, lexicons: Lexicons) -> None:
        groups, outcomes = lexicons.groups, lexicons.outcomes
        noun = groups.nouns.get(word) or groups.nouns.get(alone)
        self.listed = noun is not None
        if noun is not None:
            self.kind, self.group, self.plural = noun.kind, noun.group, noun.plural
        else:
            self.kind, self.group = groups.kind(alone), groups.inflect.singular(alone)
            self.plural = self.group != alone
        self.people = noun is None and alone.endswith(groups.demonyms)
        self.other = alone in groups.others
        self.countable: Countable | None = outcomes.countables.get(word) or outcomes.countables.get(alone)
        self.nominals: tuple[Nominal, ...] = outcomes.nominals.get(alone, ())
        self.tail = alone in outcomes.tail_words
        self.state = alone in outcomes.state_words
        self.paired = alone in lexicons.paired
        self.modified = alone in lexicons.modified


class Heads(dict[str, Head]):
    """The heads of the words met, and of pairs of them, worked out once."""

    def __init__(self, lexicons: Lexicons) -> None:
        super().__init__()
        self._lexicons = lexicons

    def __missing__(self, word: str) -> Head:
        if len(self) >= _MOST:
            self.clear()
        head = self[word] = Head(word, word, self._lexicons)
        return head

    def pair(self, before: str, word: str) -> Head:
        """The head that two words make, which is that of the second where no list has both."""
        both = f"{before} {word}"
        head = self.get(both)
        if head is None:
            head = self[both] = Head(both, word, self._lexicons)
        return head
