"""Noun phrases that speak: the phrase before or after a place, its bounds, and whether it is a person."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase

__all__ = [
    "crew",
    "forward",
    "mute",
    "people",
    "person",
    "phrase_after",
    "phrase_before",
    "single",
    "voiced",
    "with_aside",
]

#: A noun phrase of more tokens than this is no source but a slip of the tagger.
LONGEST = 28

#: Sections of the cue data whose words have a voice, whatever else they name.
_VOICED = (
    "roles",
    "bodies",
    "spokes",
    "shares",
    "titles",
    "documents",
    "studies",
    "occasions",
    "tallies",
    "basis.sources",
    "nouns",
    "people.collective",
    "people.single",
    "pronouns.person",
    "pronouns.it",
)

_NOMINAL = frozenset("NPJMgn")


def forward(p: Passage, index: int) -> int:
    """The end of the noun phrase that begins at an index, adjuncts with a preposition left out."""
    start = index
    while index < min(len(p.tags), start + LONGEST):
        tag = p.tag(index)
        if tag == "D" and index > start and not p.has("grammar.predeterminers", index - 1):
            break
        if tag == "O" and index > start and not _owner(p, index):
            break
        if index > start and p.tag(index - 1) == "O" and not _owner(p, index - 1):
            break
        if tag == "M" and index > start and p.tag(index - 1) in "NP" and not p.has("times", index - 1):
            break
        if tag in _NOMINAL or tag in "DO" or p.has("grammar.genitive", index) or _joint(p, index):
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
    if p.tag(index) == "O" and p.has("pronouns.person", index):
        return Phrase(index, index + 1)  # "in Monday's edition we said"
    start = index
    floor = max(-1, index - LONGEST)
    while start > floor and _belongs(p, start, index):
        start -= 1
        opens = p.tag(start + 1) == "D" or (p.tag(start + 1) == "O" and start + 1 < index)
        if opens and not p.has("grammar.predeterminers", start) and not _tied(p, start):
            break
    start += 1
    while start <= index and (p.tag(start) in "ACT.gR" or p.has("times", start)):
        start += 1
    empty = start > index or p.has("grammar.articles", index)
    if empty or not any(p.tag(at) in "NPOJMDgn" for at in range(start, index + 1)):
        return None
    return Phrase(start, index + 1)


def _belongs(p: Passage, at: int, last: int) -> bool:
    tag = p.tag(at)
    if p.has("times", at) and at < last and p.tokens[at].text[0].isupper() == p.tokens[at + 1].text[0].isupper():
        return False
    if p.quoted[at] != p.quoted[last]:
        return False
    if p.has("grammar.genitive", at):
        return p.tag(at - 1) in "NPJM" and (_touches(p, at) or len(p.low(at)) > 1)
    if tag in "NPJMD":
        return not (p.has("grammar.ordinal_endings", at) and _touches(p, at))  # "in town on March 22nd said"
    if tag == "O":
        return at == last or _owner(p, at)
    if tag == "g" and at < last and p.tag(at + 1) == "A" and p.tag(at - 1) in "NAD" and _tied(p, at + 1):
        return True
    if tag in "gn":
        apart = p.tag(at - 1) in "DJPNCR" or p.has("grammar.genitive", at - 1) or _joint(p, at - 1)
        return at < last and p.tag(at + 1) in "NPJ" and apart
    if tag == "R":
        return at < last and p.tag(at + 1) in "JgnN" and (p.tag(at - 1) == "D" or p.has("grammar.genitive", at - 1))
    if tag in "AC":
        return _tied(p, at)
    return _joint(p, at)


def _tied(p: Passage, at: int) -> bool:
    """Whether a preposition or 'and' at an index ties the phrase before it to the one after."""
    if p.tag(at) == "A":
        linked = p.tag(at - 1) in "NP" or (p.tag(at - 1) == "J" and p.tag(at - 2) in "NP")  # "a man close to Keller"
        linked = linked or (p.tag(at - 1) == "g" and p.tag(at - 2) in "NAD")  # "an inquiry into the firing at Lom"
        return (
            linked and not p.has("adjuncts.adverbs", at) and not p.has("times", at + 1) and not p.has("times", at - 1)
        )
    if p.tag(at) == "C":
        return p.tag(at - 1) in "NPO" and p.has("grammar.joining", at) and p.tag(at + 1) in "NPDJOM"
    return False


def _owner(p: Passage, at: int) -> bool:
    return p.has("pronouns.owner", at) and p.tag(at + 1) in "NPJMgn"


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


def _touches(p: Passage, at: int) -> bool:
    return 0 < at < len(p.tokens) and p.tokens[at - 1].end == p.tokens[at].start


def _touching(p: Passage, at: int) -> bool:
    return _touches(p, at) and at < len(p.tokens) - 1


def people(p: Passage, phrase: Phrase | None) -> Phrase | None:
    """The phrase up to a plural of people, whose verb was taken for another noun of it: "the hunters shot"."""
    if phrase is None:
        return None
    ends = p.cues.endings("people.endings")
    for at in range(phrase.first, phrase.last - 1):
        people = p.low(at).endswith(ends) or p.has("people.collective", at)
        noun = p.tag(at + 1) in "Nn" and p.tokens[at + 1].text.islower()
        if p.tag(at) == "N" and noun and (people or p.tag(at + 1) == "n"):
            return Phrase(phrase.first, at + 1)
    return phrase


def person(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a name, a role, a personal pronoun or a plural of people."""
    end = _head_end(p, phrase)
    if p.low(end) == "," and p.has("pronouns.person", end + 1):
        return True  # "the monks of Aldmoor, who"
    apposed = end + 1 < phrase.last and p.low(end) == "," and p.capital(end + 1)
    return apposed or any(_person(p, at) for at in range(phrase.first, end))


def _head_end(p: Passage, phrase: Phrase) -> int:
    for at in range(phrase.first + 1, phrase.last):
        if p.tag(at) == "A" or p.low(at) in (",", "("):
            return at
    return phrase.last


def _person(p: Passage, at: int) -> bool:
    low = p.low(at)
    # A name that opens a sentence is often tagged a noun: no article, no plural.
    opening = (
        at == 0
        and p.tag(0) in "Nb"
        and not p.names("mute", 0)
        and p.tokens[0].text[:1].isupper()
        and p.tag(1) in "vxn"
        and not low.endswith(p.cues.endings("plural.endings"))
    )
    return (
        opening
        or p.tag(at) == "P"
        or any(p.has(section, at) for section in ("roles", "pronouns.person", "people.collective"))
        or (p.tag(at) == "N" and (low.endswith(p.cues.endings("people.endings")) or p.names("speaking", at)))
    )


def voiced(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase names a person, or by its head a body, a document or a count."""
    first, last = phrase.stands_for or (phrase.first, phrase.last)
    head = _own_end(p, first, last) - 1
    named = head > first and p.capital(head)
    return person(p, phrase) or named or p.names("groups", head) or any(p.has(section, head) for section in _VOICED)


def mute(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase names what has no voice: an event, a thing, a bare number or measure, by its head noun.

    Whatever the cue data call by a role, a body, a document or a count has one.
    """
    if p.has("pronouns.person", phrase.first):
        return False  # "the rise of Keller, who said"
    first, last = phrase.stands_for or (phrase.first, phrase.last)
    own = Phrase(first, _own_end(p, first, last))
    head = own.last - 1
    if p.tag(head) == "M":
        return p.tokens[head].text[0].isdecimal() or p.low(head - 1) == "-"
    if not p.names("mute", head) or any(p.names(section, head) for section in _VOICED):
        return False
    named = p.tokens[head].text[:1].isupper() and head > first and not p.tokens[head].text.isupper()
    return not named and not person(p, Phrase(first, last))


def with_aside(p: Passage, phrase: Phrase) -> Phrase:
    """A source with the aside that names it or tells its office: "said the cook, Juno Reyd, …", "said Ana Brill, its head"."""
    at = phrase.last
    if p.low(at) != "," or not (p.tag(at + 1) in "PD" or p.has("titles", at + 1) or p.capital(at + 1)):
        return phrase
    aside = phrase_after(p, at + 1)
    ended = (
        aside is not None
        and (
            p.tag(aside.last) == "^"
            or p.low(aside.last) in (",", ".", ";")
            or (p.quoted[aside.last] and not p.quoted[at])
        )
        and p.tag(aside.last + 1) not in "vx"
    )
    return Phrase(phrase.first, aside.last) if aside is not None and ended else phrase


def crew(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is of people who find or count for somebody: "crews", "its 26 teams", "my officers"."""
    head = _own_end(p, phrase.first, phrase.last) - 1
    owned = p.has("pronouns.owner", phrase.first) and p.low(head).endswith(p.cues.endings("people.endings"))
    return (owned or p.has("crews", head)) and p.tokens[head].text.islower()


def single(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is of one person by a role or calling, without a name: "the surgeon at Lom"."""
    head = _own_end(p, phrase.first, phrase.last) - 1
    calling = p.has("roles", head) or p.names("speaking", head)
    many = (
        p.low(head).endswith(p.cues.endings("plural.endings"))
        or p.has("bodies", head)
        or p.has("people.collective", head)
    )
    return calling and not many and p.tokens[head].text.islower()


def _own_end(p: Passage, first: int, last: int) -> int:
    """Where the words of a phrase before its first adjunct, aside or relative clause end."""
    for at in range(first + 1, last):
        if p.tag(at) in "AvxO" or p.low(at) in (",", "("):
            return at
    return last
