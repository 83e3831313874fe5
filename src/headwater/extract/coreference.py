"""Names of speakers: how a source is called, and whom 'he', 'the minister' or a surname goes back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from headwater.extract.passages import Passage, Phrase

__all__ = ["Called", "Company", "called", "passed_on", "unique"]

#: A pronoun goes back over no more sentences than this.
MEMORY = 4


@dataclass(frozen=True, slots=True)
class Called:
    """How a source is called: its words, whether they are a name, and the roles that the phrase gives it."""

    words: str
    named: bool
    roles: tuple[str, ...] = ()
    plural: bool = False
    body: bool = False


def called(p: Passage, first: int, last: int) -> Called:
    """What a noun phrase calls its speaker: the name without titles, or the phrase without its article.

    An apposition to a role gives the name: "a spokesman, Ada Keller," is Ada Keller.
    """
    core, aside = _parts(p, first, last)
    head_end = next((at for at in core if at > first and p.tag(at) == "A"), core.stop)
    name = _name(p, range(core.start, head_end))
    roles = _roles(p, core)
    if name is not None:
        body = p.has("bodies", name.stop - 1)
        return Called(
            _words(p, _of_what(p, name, core.stop) if body else name), True, roles + _roles(p, aside), body=body
        )
    apposed = bool(aside) and p.low(core.stop) in (",", "(") and p.tag(aside.start) in "NPJDM"
    inner = _name(p, aside) if roles and apposed else None
    if inner is not None:
        return Called(_words(p, inner), True, roles)
    start = core.start
    while start < core.stop - 1 and (p.tag(start) in "DO" or p.low(start) in ('"', "\u201c")):
        start += 1
    head = head_end - 1
    plural = (
        p.tag(head) == "N"
        and p.low(head).endswith(p.cues.endings("plural.endings"))
        and not p.low(head).endswith(p.cues.endings("plural.not_endings"))
    )
    body = not roles or p.has("bodies", head) or p.has("people.collective", head)
    return Called(_words(p, range(start, min(core.stop, start + 12))), False, roles, plural, body)


def _of_what(p: Passage, name: range, stop: int) -> range:
    """A body's name with what it is of: "Ministry of Public Works"."""
    end = name.stop
    if p.tag(end) == "A" and end + 1 < stop and p.tokens[end + 1].text[:1].isupper():
        end += 1
        while end < stop and (p.tokens[end].text[:1].isupper() or p.tag(end) == "C"):
            end += 1
    return range(name.start, end)


def _parts(p: Passage, first: int, last: int) -> tuple[range, range]:
    """A phrase's own words, and those of the aside after it."""
    for at in range(first + 1, last):
        if p.low(at) in (",", "(", "\u2014", "\u2013") or p.has("pronouns.relative", at) or passed_on(p, at):
            return range(first, at), range(at + 1, last)
    return range(first, last), range(last, last)


def passed_on(p: Passage, at: int) -> bool:
    """Whether "quoted by" stands at an index: what follows names who passes the words on."""
    return p.has("quoted", at) and p.has("grammar.by", at + 1)


def _name(p: Passage, words: range) -> range | None:
    """The run of names that ends the words, after the last title in it; the name of a body is whole."""
    stop = words.stop
    while stop > words.start and p.low(stop - 1) in (",", ".", ")", "'s", "'"):
        stop -= 1
    start = stop
    while start > words.start and (_capital(p, start - 1) or _joined(p, start - 1, words.start)):
        start -= 1
    common = any(p.has(section, stop - 1) for section in ("roles", "bodies", "nouns"))
    if not common and all(p.tokens[at].text.isupper() for at in words):
        # In capitals only a title before it tells that a word is a name.
        bound = next((at for at in range(stop - 1, words.start - 1, -1) if p.has("titles", at)), stop)
        start = min(start, bound)
    if start == stop:
        return None
    titled = [] if p.has("bodies", stop - 1) else [at for at in range(start, stop) if p.has("titles", at)]
    begin = titled[-1] + 1 if titled else start
    while begin < stop and p.low(begin) in (".", "'s", "-", "&", "'"):
        begin += 1
    named = any(p.tag(at) == "P" for at in range(begin, stop)) or (
        start < begin < stop and p.tokens[begin].text.isupper()
    )
    lone = begin == 0 and stop - begin == 1 and p.tag(begin) != "P"
    return range(begin, stop) if named and not lone else None


def _capital(p: Passage, at: int) -> bool:
    """Whether a word may be part of a name: tagged so, or written with a capital and no word of grammar."""
    if p.tag(at) == "P":
        return True
    text = p.tokens[at].text
    return text[:1].isupper() and not text.isupper() and p.tag(at) in "NJZMngvb"


def _joined(p: Passage, at: int, floor: int) -> bool:
    return at > floor and p.low(at) in (".", "'s", "-", "&", "'") and _capital(p, at - 1)


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
    """The speakers met so far in one text: full names by surname, names by role, and who spoke last.

    `recall` gives the name that the sentence of a number has for its subject, where it has one: whom 'she' goes back to
    when nobody has spoken yet.
    """

    recall: Callable[[int], str | None]
    full: dict[str, str] = field(default_factory=dict)
    by_role: dict[str, set[str]] = field(default_factory=dict)
    last: dict[str, tuple[int, str]] = field(default_factory=dict)

    def name(self, p: Passage, source: Phrase, sentence: int) -> str:
        """The name of a source in a sentence of that number; what cannot be resolved keeps its own words."""
        first, last = source.stands_for or (source.first, source.last)
        if last - first == 1:
            for kind in ("he", "they", "it"):
                if p.has("pronouns." + kind, first):
                    return self._gone_back(kind, sentence) or p.tokens[first].text
        return self._met(called(p, first, last), p.has("grammar.definite", first), sentence)

    def listed(self, p: Passage, phrase: Phrase) -> str:
        """How one who is told, or who passes words on, is called; no pronoun goes back to them."""
        return called(p, phrase.first, phrase.last).words

    def _gone_back(self, kind: str, sentence: int) -> str | None:
        """Whoever a pronoun goes back to: the last such speaker, else the subject of a sentence shortly before."""
        number, name = self.last.get(kind, (-MEMORY - 1, ""))
        if sentence - number <= MEMORY:
            return name
        if kind != "he":
            return None
        before = (self.recall(earlier) for earlier in range(sentence - 1, max(-1, sentence - MEMORY), -1))
        return next((self._full(name) for name in before if name), None)

    def _met(self, who: Called, definite: bool, sentence: int) -> str:
        name = self._full(who.words) if who.named else who.words
        if who.named:
            self.full[name.split()[-1]] = name
            for role in who.roles:
                self.by_role.setdefault(role, set()).add(name)
        elif definite and who.roles and not who.body:
            bearers = self.by_role.get(who.roles[-1], set())
            name = next(iter(bearers)) if len(bearers) == 1 else name
        if who.plural or who.body or not who.named:
            self.last["they"] = (sentence, name)
        if not who.plural:
            self.last["it" if who.body else "he"] = (sentence, name)
        return name

    def _full(self, words: str) -> str:
        """The fullest form met of a name that ends like this one."""
        known = self.full.get(words.split()[-1], "")
        return known if known.endswith(words) else words


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    return tuple(dict.fromkeys(names))
