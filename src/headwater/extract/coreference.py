"""Names of speakers: how a source is called, and whom 'he', 'the minister' or a surname goes back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.extract.sources import Passage, Phrase

__all__ = ["Company", "called"]

#: A pronoun goes back over no more sentences than this.
MEMORY = 4


@dataclass(frozen=True, slots=True)
class Called:
    """How a source is called: its words, whether they are a name, and the roles that the phrase gives it."""

    words: str
    named: bool
    roles: tuple[str, ...] = ()
    plural: bool = False


def called(p: Passage, first: int, last: int) -> Called:
    """What a noun phrase calls its speaker: the name without titles, or the phrase without its article.

    An apposition to a role gives the name: "a spokesman, Ada Keller," is Ada Keller.
    """
    core, aside = _parts(p, first, last)
    head_end = next((at for at in core if at > first and p.tag(at) == "A"), core.stop)
    name = _name(p, range(core.start, head_end))
    roles = _roles(p, core)
    if name is not None:
        return Called(_words(p, name), True, roles + _roles(p, aside))
    inner = _name(p, aside) if roles and aside else None
    if inner is not None:
        return Called(_words(p, inner), True, roles)
    start = core.start
    while start < core.stop - 1 and (p.tag(start) in "DO" or p.low(start) in ('"', "\u201c")):
        start += 1
    head = head_end - 1
    plural = p.tag(head) == "N" and p.low(head).endswith("s") and not p.low(head).endswith("ss")
    return Called(_words(p, range(start, min(core.stop, start + 12))), False, roles, plural)


def _parts(p: Passage, first: int, last: int) -> tuple[range, range]:
    """A phrase's own words, and those of the aside after it."""
    for at in range(first + 1, last):
        if p.low(at) in (",", "(", "\u2014", "\u2013") or p.has("pronouns.relative", at):
            return range(first, at), range(at + 1, last)
    return range(first, last), range(last, last)


def _name(p: Passage, words: range) -> range | None:
    """The run of names that ends the words, after the last title in it."""
    stop = words.stop
    while stop > words.start and p.low(stop - 1) in (",", ".", ")", "'s", "'"):
        stop -= 1
    start = stop
    while start > words.start and (_capital(p, start - 1, words) or _stop(p, start - 1, words.start)):
        start -= 1
    titled = [at for at in range(start, stop) if p.has("titles", at)]
    if titled and not any(p.tag(at) == "P" for at in range(titled[-1] + 1, stop)):
        return None
    begin = titled[-1] + 1 if titled else start
    while begin < stop and p.low(begin) == ".":
        begin += 1
    return range(begin, stop) if begin < stop and p.tag(begin) == "P" else None


def _capital(p: Passage, at: int, words: range) -> bool:
    """Whether a word is part of a name: tagged so, or written with a capital beside one that is."""
    if p.tag(at) == "P":
        return True
    text = p.tokens[at].text
    beside = any(p.tag(near) == "P" for near in (at - 1, at + 1) if near in words)
    return beside and text[:1].isupper() and not text.isupper() and p.tag(at) in "NJZM" and at > 0


def _stop(p: Passage, at: int, floor: int) -> bool:
    return at > floor and p.low(at) in (".", "'s", "-", "&", "'") and p.tag(at - 1) == "P"


def _roles(p: Passage, words: range) -> tuple[str, ...]:
    return tuple(p.low(at) for at in words if p.has("roles", at))


def _words(p: Passage, words: range) -> str:
    """The words as they stand, single spaces between those that had any."""
    parts: list[str] = []
    for at in words:
        gap = at > words.start and p.tokens[at].start > p.tokens[at - 1].end
        parts.append((" " if gap else "") + p.tokens[at].text)
    return "".join(parts)


@dataclass(slots=True)
class Company:
    """The speakers met so far in one text: full names by surname, names by role, and who spoke last."""

    full: dict[str, str] = field(default_factory=dict)
    by_role: dict[str, set[str]] = field(default_factory=dict)
    single: tuple[int, str] | None = None
    several: tuple[int, str] | None = None
    body: tuple[int, str] | None = None

    def name(self, p: Passage, source: Phrase, sentence: int) -> str:
        """The name of a source in a sentence of that number; what cannot be resolved keeps its own words."""
        first, last = source.stands_for or (source.first, source.last)
        if last - first == 1:
            gone_back = self._pronoun(p, first, sentence)
            if gone_back is not None:
                return gone_back
        who = called(p, first, last)
        return self._met(who, p.tag(first) == "D" and p.low(first) == "the", sentence)

    def listed(self, p: Passage, phrase: Phrase) -> str:
        """How one who is told is called; nobody goes back to them."""
        return called(p, phrase.first, phrase.last).words

    def _pronoun(self, p: Passage, at: int, sentence: int) -> str | None:
        """Whoever spoke last, where a pronoun stands; its own words where nobody did."""
        for section, last in (("he", self.single), ("they", self.several or self.body), ("it", self.body)):
            if p.has("pronouns." + section, at):
                near = last is not None and sentence - last[0] <= MEMORY
                return last[1] if last is not None and near else p.tokens[at].text
        return None

    def _met(self, who: Called, definite: bool, sentence: int) -> str:
        name = who.words
        if who.named:
            name = self._named(who)
        elif definite and who.roles:
            bearers = self.by_role.get(who.roles[-1], set())
            name = next(iter(bearers)) if len(bearers) == 1 else name
        if who.plural or not who.named:
            self.several = (sentence, name)
        if not who.plural:
            self.single = (sentence, name)
            self.body = (sentence, name)
        return name

    def _named(self, who: Called) -> str:
        surname = who.words.split()[-1]
        known = self.full.get(surname)
        name = known if known is not None and known.endswith(who.words) else who.words
        self.full[surname] = name
        for role in who.roles:
            self.by_role.setdefault(role, set()).add(name)
        return name


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    return tuple(dict.fromkeys(names))
