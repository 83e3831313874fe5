"""Noun phrases that speak: the phrase before or after a place, its bounds, and whether it is a person."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase
from headwater.extract.phrases import phrase_after

__all__ = ["VOICED", "crew", "mute", "people", "person", "single", "voiced", "with_aside"]


#: Sections of the cue data whose words have a voice, whatever else they name.
VOICED = frozenset(
    {
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
    }
)
_PEOPLE = frozenset({"roles", "pronouns.person", "people.collective"})


def people(p: Passage, phrase: Phrase | None) -> Phrase | None:
    """The phrase up to a plural of people, whose verb was taken for another noun of it: "the hunters shot"."""
    if phrase is None:
        return None
    ends = p.cues.endings("people.endings")
    for at in range(phrase.first, phrase.last - 1):
        people = p.low[at].endswith(ends) or p.has("people.collective", at)
        noun = p.tag[at + 1] in "Nn" and p.tokens[at + 1].text.islower()
        if p.tag[at] == "N" and noun and (people or p.tag[at + 1] == "n"):
            return Phrase(phrase.first, at + 1)
    return phrase


def person(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is a name, a role, a personal pronoun or a plural of people."""
    end = _head_end(p, phrase)
    if p.low[end] == "," and p.has("pronouns.person", end + 1):
        return True  # "the monks of Aldmoor, who"
    apposed = end + 1 < phrase.last and p.low[end] == "," and p.capital(end + 1)
    if apposed:
        return True
    for at in range(phrase.first, end):  # noqa: SIM110 — a generator costs more than the look
        if _person(p, at):
            return True
    return False


def _head_end(p: Passage, phrase: Phrase) -> int:
    for at in range(phrase.first + 1, phrase.last):
        if p.tag[at] in "A." and (p.tag[at] == "A" or p.low[at] in (",", "(")):
            return at
    return phrase.last


def _person(p: Passage, at: int) -> bool:
    if p.tag[at] == "P" or not _PEOPLE.isdisjoint(p.sections[at]):
        return True
    low = p.low[at]
    # A name that opens a sentence is often tagged a noun: no article, no plural.
    opening = (
        at == 0
        and p.tag[0] in "Nb"
        and not p.names("mute", 0)
        and p.tokens[0].text[:1].isupper()
        and p.tag[1] in "vxn"
        and not low.endswith(p.cues.endings("plural.endings"))
    )
    return opening or (p.tag[at] == "N" and (low.endswith(p.cues.endings("people.endings")) or p.names("speaking", at)))


def voiced(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase names a person, or by its head a body, a document or a count."""
    first, last = phrase.stands_for or (phrase.first, phrase.last)
    head = _own_end(p, first, last) - 1
    named = head > first and p.capital(head)
    return person(p, phrase) or named or p.names("groups", head) or p.cues.names_any(VOICED, p.low[head])


def mute(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase names what has no voice: an event, a thing, a bare number or measure, by its head noun.

    Whatever the cue data call by a role, a body, a document or a count has one.
    """
    if "pronouns.person" in p.sections[phrase.first]:
        return False  # "the rise of Keller, who said"
    first, last = phrase.stands_for or (phrase.first, phrase.last)
    head = _own_end(p, first, last) - 1
    if p.tag[head] == "M":
        return p.tokens[head].text[0].isdecimal() or p.low[head - 1] == "-"
    if not p.names("mute", head) or p.cues.names_any(VOICED, p.low[head]):
        return False
    named = p.tokens[head].text[:1].isupper() and head > first and not p.tokens[head].text.isupper()
    return not named and not person(p, Phrase(first, last))


def with_aside(p: Passage, phrase: Phrase) -> Phrase:
    """A source with the aside that names it or tells its office: "said the cook, Juno Reyd, …", "said Ana Brill, its head"."""
    at = phrase.last
    if p.low[at] != "," or not (p.tag[at + 1] in "PD" or p.has("titles", at + 1) or p.capital(at + 1)):
        return phrase
    aside = phrase_after(p, at + 1)
    ended = (
        aside is not None
        and (
            p.tag[aside.last] == "^"
            or p.low[aside.last] in (",", ".", ";")
            or (p.quoted[aside.last] and not p.quoted[at])
        )
        and p.tag[aside.last + 1] not in "vx"
    )
    return Phrase(phrase.first, aside.last) if aside is not None and ended else phrase


def crew(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is of people who find or count for somebody: "crews", "its 26 teams", "my officers"."""
    head = _own_end(p, phrase.first, phrase.last) - 1
    owned = p.has("pronouns.owner", phrase.first) and p.low[head].endswith(p.cues.endings("people.endings"))
    return (owned or p.has("crews", head)) and p.tokens[head].text.islower()


def single(p: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is of one person by a role or calling, without a name: "the surgeon at Lom"."""
    head = _own_end(p, phrase.first, phrase.last) - 1
    calling = p.has("roles", head) or p.names("speaking", head)
    many = (
        p.low[head].endswith(p.cues.endings("plural.endings"))
        or p.has("bodies", head)
        or p.has("people.collective", head)
    )
    return calling and not many and p.tokens[head].text.islower()


def _own_end(p: Passage, first: int, last: int) -> int:
    """Where the words of a phrase before its first adjunct, aside or relative clause end."""
    for at in range(first + 1, last):
        if p.tag[at] in "AvxO." and (p.tag[at] != "." or p.low[at] in (",", "(")):
            return at
    return last
