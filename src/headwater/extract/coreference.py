"""Whom 'he', 'they', 'it', 'the minister' or a surname goes back to among the speakers of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from headwater.extract.calling import GENDERS, Called, called
from headwater.extract.passages import Passage, Phrase
from headwater.extract.sources import crew

__all__ = ["GOING_BACK", "Company", "unique"]

#: A pronoun goes back over no more sentences than this.
MEMORY = 4
#: And over no more than this, however many of them are about a pronoun.
FAR = 12
#: A pronoun that stands no further on in its sentence than this ("by its own count") has its subject before that.
OPENING = 2
_KINDS = (*GENDERS, "they", "it")
_PRONOUNS = tuple((kind, "pronouns." + kind) for kind in _KINDS)
GOING_BACK = frozenset(section for _, section in _PRONOUNS)
"""The sections of pronouns that go back to somebody."""
_WRITTEN = frozenset({"basis.sources", "studies", "documents", "tallies"})


class Company(msgspec.Struct):
    """The speakers met so far in one text: full names by surname, names by role, and who spoke last.

    `recall` gives whom and what the sentence of a number is about, its subject first: what 'she' or 'it' goes back to
    where nobody has spoken since; `words` gives its words in lower case. `spelled` gives the full names that the text writes out, by either end, `short` those of bodies by their letters. A name that opens with a word
    `apart` is another than its last word alone: South Lorne is not Lorne; one of the `armies` alone is the only body whose name ends like `forces`.
    """

    recall: Callable[[int], Sequence[Called]]
    words: Callable[[int], frozenset[str]]
    spelled: Callable[[], Mapping[str, str]] = dict
    short: Callable[[], Mapping[str, str]] = dict
    full: dict[str, str] = msgspec.field(default_factory=dict)
    by_role: dict[str, set[str]] = msgspec.field(default_factory=dict)
    last: dict[str, tuple[int, str]] = msgspec.field(default_factory=dict)
    genders: dict[str, str] = msgspec.field(default_factory=dict)
    bodies: dict[str, set[str]] = msgspec.field(default_factory=dict)
    unnamed: dict[str, set[str]] = msgspec.field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    armies: frozenset[str] = frozenset()
    forces: tuple[str, ...] = ("\n",)

    def name(self, p: Passage, source: Phrase, sentence: int, counts: bool = False) -> str:
        """The name of a source in a sentence of that number; what cannot be resolved keeps its own words.

        Where a source only `counts`, those whom it calls its own count for it ("its observers saw"). It is empty for 'we', 'I' and 'our staff' outside quotations: they are whoever wrote the report.
        """
        first, last = source.stands_for or (source.first, source.last)
        if last - first == 1:
            if (p.has("pronouns.own", first) or p.has("we", first)) and not p.quoted[first]:
                return ""
            for kind, section in _PRONOUNS if p.has_any(GOING_BACK, first) else ():
                if p.has(section, first):
                    name = self._gone_back(kind, sentence, first > OPENING)
                    if name:
                        self._spoke((kind,), sentence, name)
                    return name or ("" if p.has("pronouns.owner", first) else p.tokens[first].text)
        whose = self._owner(p, first, last, sentence, counts)
        if whose:
            return whose
        who = called(p, first, last)
        if not who.named and last - first == 1 and self._spelled(p.tokens[first].text):
            who = Called(p.tokens[first].text, True, person=True)  # a surname that opens a sentence
        ours = p.has("reporters.own", first) and not who.named and not p.quoted[first]
        if p.has("reporters.this", first) and last - first == 2 and p.has("reporters.papers", first + 1):
            return ""  # "this newspaper reported"
        if ours and (not who.person or who.plural or p.has("reporters", last - 1)):
            return ""  # "our teams", "our reporter"
        return self._met(who, p.has("grammar.definite", first), sentence)

    def _owner(self, p: Passage, first: int, last: int, sentence: int, counts: bool) -> str:
        """Whose a count, document or crew is, by the pronoun before it ("its figures show"); empty where it has none."""
        if not p.has("pronouns.owner", first):
            return ""
        if not p.has_any(_WRITTEN, last - 1) and not (counts and crew(p, Phrase(first, last))):
            return ""
        kind = next((kind for kind, section in _PRONOUNS if p.has(section, first)), "")
        return (self._gone_back(kind, sentence) or "") if kind else ""

    def listed(self, p: Passage, phrase: Phrase) -> str:
        """How one who is told, or who passes words on, is called; no pronoun goes back to them."""
        return called(p, phrase.first, phrase.last).words

    def _gone_back(self, kind: str, sentence: int, within: bool = True) -> str | None:
        """Whoever a pronoun goes back to: of the sentences shortly before the nearest with such a speaker or subject.

        `within`: it may go back to its own sentence's subject.
        """
        number, name = self.last.get(kind, (-1, ""))
        if number == sentence:
            return name
        if within and (kind == "it" or (kind == "they" and number < sentence - MEMORY)):
            # "In a letter of May it wrote" is nothing that the letter wrote.
            own = next((who for who in self.recall(sentence) if self._may_be(kind, who) and not who.holds), None)
            if own is not None:
                return self._full(own.words)  # "The guild lost nine boats, it said"
        for earlier in self._before(sentence):
            if number == earlier:
                return name
            meant = next((who for who in self.recall(earlier) if self._may_be(kind, who)), None)
            if meant is not None:
                return self._full(meant.words)
        # "Carrow Coal said … It put": a name that tells nothing of whose it is, where it spoke right before.
        known, named = self.last.get("he", (-1, "")), self.last.get("she", (-1, ""))
        return known[1] if kind == "it" and known == named and known[0] == sentence - 1 else None

    def _before(self, sentence: int) -> Iterator[int]:
        """The numbers of the sentences that a word may go back to, the nearest first."""
        left = MEMORY
        for earlier in range(sentence - 1, max(-1, sentence - FAR), -1):
            yield earlier
            # A sentence about 'her' too is no way further from her.
            left -= not any(who.pronoun for who in self.recall(earlier)[:1])
            if left == 0:
                return

    def _may_be(self, kind: str, who: Called) -> bool:
        """Whether a pronoun may go back to somebody or something that a sentence is about."""
        if kind in GENDERS:
            other = (self.genders.get(self._full(who.words)) or who.gender or kind) != kind
            known = who.person or who.words in self.full or bool(self._spelled(who.words))
            return known and not who.plural and not who.body and not other
        if kind == "they":
            return who.person and who.plural
        return who.voiced and not who.plural

    def _met(self, who: Called, definite: bool, sentence: int) -> str:
        known = who.named or who.words in self.full
        name = self._full(who.words) if known else who.words
        name = self.short().get(name, name) if name.isupper() else name
        if known:
            if name.split()[0].lower() not in self.apart:
                self.full[name.split()[-1]] = name
            for role in who.roles:
                self.by_role.setdefault(role, set()).add(name)
            if who.body and " " in name:
                self.bodies.setdefault(name.split()[-1].lower(), set()).add(name)
        elif definite:
            name = self._by_office(who, sentence) or name
            kept = name.split()[-1] in self.armies or (who.body and not name.islower())  # "the Red Lantern aid group"
            if " " in name and kept:
                self.bodies.setdefault(name.split()[-1], set()).add(name)
        if who.head and " " in name and name == who.words:
            self.unnamed.setdefault(who.head, set()).add(name)
        if who.gender:
            self.genders.setdefault(name, who.gender)
        if who.plural or who.body or not (who.named or who.person):
            self._spoke(("they",), sentence, name)
        if not who.plural:
            gender = self.genders.get(name)
            self._spoke(("it",) if who.body else (gender,) if gender in GENDERS else GENDERS, sentence, name)
        return name

    def _by_office(self, who: Called, sentence: int) -> str:
        """Whom a role with 'the' goes back to: its only bearer among the speakers, else whoever is named with it shortly before."""
        if who.roles and not who.body:
            bearers = self.by_role.get(who.roles[-1], set())
            if bearers:
                return next(iter(bearers)) if len(bearers) == 1 else ""
        alike = self.unnamed.get(who.words, set())
        if alike:  # "a nurse at the clinic said … the nurse said"
            return next(iter(alike)) if len(alike) == 1 else ""
        if who.words in self.armies:
            return self._forces()
        if " " in who.words or not self._is_near(who.words, sentence):
            return ""
        named = self.bodies.get(who.words, set())
        if named:  # "the Harbour Office said … the office"
            return next(iter(named)) if len(named) == 1 else ""
        for earlier in self._before(sentence):
            for other in self.recall(earlier):
                bears = who.words in other.roles if not other.body else other.words.lower().endswith(" " + who.words)
                if other.named and bears:
                    return self._full(other.words)
        return ""

    def _forces(self) -> str:
        """The only armed forces that have spoken, by name or as somebody's army."""
        ends = (*self.forces, *self.armies)
        named = {name for names in self.bodies.values() for name in names if name.lower().endswith(ends)}
        return next(iter(named)) if len(named) == 1 else ""

    def _is_near(self, word: str, sentence: int) -> bool:
        """Whether a word may stand in a sentence shortly before; asked first, since to recall a sentence its words must be classed."""
        near = range(max(0, sentence - FAR + 1), sentence)
        return not word.isalpha() or any(word in self.words(earlier) for earlier in near)

    def _spoke(self, kinds: Sequence[str], sentence: int, name: str) -> None:
        """Keep who spoke; of several in a sentence the first, in whose words the others stand."""
        for kind in kinds:
            if self.last.get(kind, (-1, ""))[0] != sentence:
                self.last[kind] = (sentence, name)

    def _full(self, words: str) -> str:
        """The fullest form met of a name that ends like this one; of a lone one any that the text writes out."""
        known = self.full.get(words.split()[-1], "")
        if known.endswith(words):
            return known
        return words if " " in words else self._spelled(words) or words

    def _spelled(self, word: str) -> str:
        """The full name of which a word is an end, where the text writes one out; empty for what is not written like a name."""
        return self.spelled().get(word, "") if word.istitle() else ""


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    return tuple(dict.fromkeys([name for name in names if name]))
