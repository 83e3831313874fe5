"""Noun phrases that speak: the phrase before or after a cue, its bounds, and what a relative pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.grammar.tokens import Token
from headwater.language.cues import Cues

__all__ = [
    "Passage",
    "Phrase",
    "Saying",
    "back",
    "forward",
    "main_subject",
    "person",
    "phrase_after",
    "phrase_before",
    "subject",
]

#: A noun phrase of more tokens than this is no source but a slip of the tagger.
LONGEST = 28

_NOMINAL = frozenset("NPJMgn")
_OPENING, _CLOSING = frozenset("([\u2014\u2013-"), frozenset(")]\u2014\u2013-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, tokens `[first, last)`; `stands_for` is the phrase that a relative pronoun goes back to."""

    first: int
    last: int
    stands_for: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue, tokens `[first, last)`, with its source and the place of its content.

    `told` are the tokens of whoever is told; `cites` is true of an inner source whose words are its citer's content.
    """

    source: Phrase
    first: int
    last: int
    content: tuple[int, int] | None
    takes: frozenset[str]
    told: tuple[int, int] | None = None
    cites: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as cues are looked for in it: its tokens, one class letter each, and whether each stands in a quotation."""

    tokens: Sequence[Token]
    tags: str
    quoted: Sequence[bool]
    cues: Cues

    def low(self, index: int) -> str:
        """The word at an index in lower case; empty beyond either end."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def tag(self, index: int) -> str:
        """The class at an index; `^` beyond either end."""
        return self.tags[index] if 0 <= index < len(self.tags) else "^"

    def has(self, section: str, index: int) -> bool:
        """Whether the cue data list the word at an index in a section."""
        return self.cues.has(section, self.low(index))


def back(p: Passage, index: int) -> int:
    """The index of the first token to the left that is no part of a verb group: auxiliaries, adverbs, 'not', 'to' passed."""
    while index >= 0 and (p.tag(index) in "xRT" or p.low(index) in ("'t", "not")) and p.low(index) != "'s":
        index -= 1
    if p.low(index) == "'s" and p.tag(index) == "x":
        index -= 1
    return index


def forward(p: Passage, index: int) -> int:
    """The end of the noun phrase that begins at an index, adjuncts with a preposition left out."""
    start = index
    while index < min(len(p.tags), start + LONGEST):
        tag = p.tag(index)
        if tag == "D" and index > start and p.low(index - 1) not in ("all", "both", "half"):
            break
        if tag == "O" and index > start and not _owner(p, index):
            break
        if index > start and p.tag(index - 1) == "O" and not _owner(p, index - 1):
            break
        if tag == "M" and index > start and p.tag(index - 1) in "NP" and not p.has("times", index - 1):
            break
        if tag in _NOMINAL or tag in "DO" or p.low(index) in ("'s", "'", "\u2019") or _joint(p, index):
            index += 1
            continue
        break
    return index


def phrase_after(p: Passage, index: int) -> Phrase | None:
    """The noun phrase that begins at an index, with phrases that 'of', 'for', 'at' … tie to it."""
    bare = (
        p.tag(index) == "b" and p.tag(index + 1) in "NP"
    )  # "to citizen Keller": the tagger takes it for an infinitive
    end = forward(p, index + bare)
    if end == index or not any(p.tag(at) in "NPOJMD" for at in range(index, end)):
        return None
    while end < len(p.tags) and end - index < LONGEST:
        further = forward(p, end + 1)
        if further == end + 1 or not _goes_on(p, end, further):
            break
        end = further
    return Phrase(index, end)


def _goes_on(p: Passage, link: int, end: int) -> bool:
    """Whether a preposition, or an 'and' before no clause of its own, ties what ends at `end` to the phrase before it."""
    if p.tag(link) == "A":
        return not p.has("times", link + 1)
    return p.tag(link) == "C" and p.tag(link + 1) in "NPDJ" and p.tag(end) not in "vx"


def phrase_before(p: Passage, index: int) -> Phrase | None:
    """The noun phrase that ends with the token at an index (inclusive)."""
    start = index
    floor = max(-1, index - LONGEST)
    while start > floor and _belongs(p, start, index):
        start -= 1
        if p.tag(start + 1) == "D" and p.low(start) not in ("all", "both") and not _tied(p, start):
            break
    start += 1
    while start <= index and (p.tag(start) in "ACT.gR" or p.has("times", start)) and p.low(start) != "'s":
        start += 1
    if start > index or not any(p.tag(at) in "NPOJMDgn" for at in range(start, index + 1)):
        return None
    return Phrase(start, index + 1)


def _belongs(p: Passage, at: int, last: int) -> bool:
    tag = p.tag(at)
    if p.has("times", at) and at < last and p.tokens[at].text[0].isupper() == p.tokens[at + 1].text[0].isupper():
        return False
    if tag in "NPJMD" or p.low(at) in ("'s", "'", "\u2019"):
        return True
    if tag == "O":
        return at == last or _owner(p, at)
    if tag in "gn":
        return at < last and p.tag(at + 1) in "NPJ" and p.tag(at - 1) in "DJPNC"
    if tag in "AC":
        return _tied(p, at)
    return _joint(p, at)


def _tied(p: Passage, at: int) -> bool:
    """Whether a preposition or 'and' at an index ties the phrase before it to the one after."""
    if p.tag(at) == "A":
        return p.tag(at - 1) in "NP" and not p.has("times", at + 1) and not p.has("times", at - 1)
    if p.tag(at) == "C":
        return p.tag(at - 1) in "NPO" and p.low(at) in ("and", "or", "&") and p.tag(at + 1) in "NPDJOM"
    return False


def _owner(p: Passage, at: int) -> bool:
    return p.low(at) in ("his", "her", "their", "its", "our", "my", "your", "whose") and p.tag(at + 1) in "NPJMgn"


def _joint(p: Passage, at: int) -> bool:
    """A hyphen, an ampersand or the stop of an abbreviation between the words of one phrase."""
    text = p.low(at)
    if p.tag(at) != ".":
        return False
    if text in ("-", "&", "/", "@", "#", "$", "%"):
        return p.tag(at + 1) in "NPJMgnZ" and (text in "@#$" or _touching(p, at))
    if text == ".":
        after = p.tokens[at + 1].text if at + 1 < len(p.tokens) else ""
        before = p.tokens[at - 1].text if at else ""
        return 0 < len(before) <= 4 and before[:1].isupper() and after[:1].isupper()
    return False


def _touching(p: Passage, at: int) -> bool:
    return 0 < at < len(p.tokens) - 1 and p.tokens[at - 1].end == p.tokens[at].start


def subject(p: Passage, index: int, depth: int = 0) -> Phrase | None:
    """The subject of the verb at an index: before its auxiliaries, over an apposition, by way of 'who', or shared by 'and'."""
    at = back(p, index - 1)
    at = _past_times(p, at)
    if at < 0 or depth > 3:
        return None
    if p.has("pronouns.relative", at) and p.tag(at) in "ODS" and p.tag(at - 1) not in "v^":
        return _relative(p, at)
    if p.low(at) in (",", ")", "\u2014", "\u2013", "-"):
        return _before_aside(p, at, depth)
    if p.tag(at) == "C":
        return _shared(p, at, depth)
    phrase = phrase_before(p, at) or (Phrase(at, at + 1) if p.has("times", at) else None)
    return None if phrase is None else _over_relative(p, _over_participle(p, phrase))


def _over_participle(p: Passage, phrase: Phrase) -> Phrase:
    """What a participle belongs to: 'the count released on Friday shows' is the count's showing."""
    at = phrase.first - 1
    if p.tag(at) == "A":
        at -= 1
    elif not p.has("times", phrase.first):
        return phrase
    if at < 1 or p.tag(at) not in "nv" or p.tag(at - 1) not in "NP" or any(tag in "vx" for tag in p.tags[:at]):
        return phrase
    whole = phrase_before(p, at - 1)
    return phrase if whole is None else Phrase(whole.first, phrase.last, (whole.first, whole.last))


def _past_times(p: Passage, at: int) -> int:
    """The index before words of time between a subject and its verb: 'the army today', 'the mayor last week'."""
    while at > 0 and p.has("times", at) and p.tag(at - 1) in "NPJD" and p.low(at - 1) not in ("the", "a"):
        at -= 1 + (p.low(at - 1) in ("last", "this", "next"))
    return at


def _over_relative(p: Passage, phrase: Phrase) -> Phrase:
    """The antecedent, where the phrase ends its relative clause: 'an aide who spoke to witnesses said' is the aide."""
    if p.low(phrase.first - 1) == "by" and p.has("quoted", phrase.first - 2):
        quoted = phrase_before(p, phrase.first - 3)
        return Phrase(quoted.first, phrase.last) if quoted else phrase
    verbs = 0
    for at in range(phrase.first - 1, max(-1, phrase.first - 14), -1):
        if p.low(at) in (",", ";", ":", "\u2014") or p.quoted[at] != p.quoted[phrase.first]:
            break
        if p.has("pronouns.relative", at) and p.low(at) != "that" and p.tag(at - 1) in "NP" and verbs:
            whole = phrase_before(p, at - 1)
            return Phrase(whole.first, phrase.last) if whole else phrase
        verbs += p.tag(at) in "vx"
    return phrase


def person(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a name, a role, a personal pronoun or a plural of people."""
    return any(_person(p, at) for at in range(phrase.first, _head_end(p, phrase)))


def _head_end(p: Passage, phrase: Phrase) -> int:
    for at in range(phrase.first + 1, phrase.last):
        if p.tag(at) == "A" or p.low(at) in (",", "("):
            return at
    return phrase.last


def _person(p: Passage, at: int) -> bool:
    low = p.low(at)
    # A name that opens a sentence is often tagged a noun: no article, no plural.
    opening = at == 0 and p.tag(0) in "Nb" and p.tokens[0].text[:1].isupper() and p.tag(1) in "vxn" and low[-1:] != "s"
    return (
        opening
        or p.tag(at) == "P"
        or any(p.has(section, at) for section in ("roles", "pronouns.person", "people.collective"))
        or (p.tag(at) == "N" and low.endswith(p.cues.endings("people.endings")))
    )


def main_subject(p: Passage, index: int) -> Phrase | None:
    """The subject of the main verb before an index: the first finite verb that no subordinator or relative opens."""
    for at in range(index):
        if p.tag(at) in "vx" and not p.quoted[at] and p.tag(at + 1) != "x":
            found = subject(p, at)
            if found is not None and not _subordinate(p, found):
                return found
    return None


def _subordinate(p: Passage, phrase: Phrase) -> bool:
    return p.tag(phrase.first - 1) == "S" or p.has("pronouns.relative", phrase.first) or phrase.stands_for is not None


def _relative(p: Passage, at: int) -> Phrase:
    before = at - 1
    if p.low(before) == ",":
        before -= 1
    if p.tag(before) == "A":
        # "all of whom said": the pronoun's phrase goes back to what stands before it.
        start = before - 1 if p.tag(before - 1) in "DOMN" else before
        further = phrase_before(p, start - 2 if p.low(start - 1) == "," else start - 1)
        return Phrase(start, at + 1, (further.first, further.last) if further else None)
    phrase = phrase_before(p, before) if before >= 0 else None
    return Phrase(at, at + 1, (phrase.first, phrase.last) if phrase else None)


def _before_aside(p: Passage, at: int, depth: int) -> Phrase | None:
    """The subject before an aside that ends at an index: 'Rossi, the minister, said'."""
    opening = _aside_start(p, at)
    if opening is None or opening < 1:
        return None
    phrase = phrase_before(p, opening - 1)
    if phrase is None:
        return None
    return Phrase(phrase.first, at + (p.low(at) == ")"), None)


def _aside_start(p: Passage, at: int) -> int | None:
    pair = {",": ",", ")": "(", "\u2014": "\u2014", "\u2013": "\u2013", "-": "-"}[p.low(at)]
    for index in range(at - 1, max(-1, at - 40), -1):
        if p.low(index) == pair:
            return index
        if p.low(index) in (";", ":") or (p.quoted[index] and not p.quoted[at]):
            return None
    return None


def _shared(p: Passage, at: int, depth: int) -> Phrase | None:
    """The subject of the finite verb before 'and' or 'but', for the verb after it."""
    for index in range(at - 1, max(-1, at - 40), -1):
        if p.tag(index) == "v" and p.quoted[index] == p.quoted[at]:
            return subject(p, index, depth + 1)
    return None
