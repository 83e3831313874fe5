"""Noun phrases: the one before or after a place, and its bounds."""

from __future__ import annotations

from headwater.extract.passages import Passage, Phrase

__all__ = ["forward", "phrase_after", "phrase_before"]

#: A noun phrase of more tokens than this is no source but a slip of the tagger.
LONGEST = 28

_NOMINAL = frozenset("NPJMgnDO")
#: Pronouns that no noun before them belongs to.
_ALONE = frozenset({"pronouns.person", "pronouns.it"})
_FIRM = frozenset("NPOJMD")  # classes without one of which nothing is a noun phrase before a verb
_HEADS = _FIRM | frozenset("gn")


def forward(p: Passage, index: int) -> int:
    """The end of the noun phrase that begins at an index, adjuncts with a preposition left out."""
    start, stop = index, index + LONGEST
    while index < stop:  # behind the sentence no class goes on
        tag = p.tag[index]
        if index > start and _begins(p, index, tag):
            break
        if tag not in _NOMINAL and "grammar.genitive" not in p.sections[index] and not _joint(p, index):
            break
        index += 1
    return index


def _begins(p: Passage, index: int, tag: str) -> bool:
    """Whether a word of some class, which has others before it, belongs to another noun phrase than these."""
    before = p.tag[index - 1]
    if before == "O" and not is_owner(p, index - 1):
        return True
    if tag == "D":
        return not p.has("grammar.predeterminers", index - 1)
    if tag == "O":
        return not is_owner(p, index)
    return tag == "M" and before in "NP" and not p.has("times", index - 1)


def phrase_after(p: Passage, index: int) -> Phrase | None:
    """The noun phrase that begins at an index, with phrases that 'of', 'for', 'at' … tie to it."""
    bare = (
        p.tag[index] == "b" and p.tag[index + 1] in "NP"
    )  # "to citizen Keller": the tagger takes it for an infinitive
    end = forward(p, index + bare)
    if end == index + 1 and p.has("grammar.definite", index):
        end = _past_capitals(p, end)
        if end == index + 1:
            return None
    if end == index or _FIRM.isdisjoint(p.tags[index:end]):
        return None
    while end < len(p.tags) and end - index < LONGEST:
        further = forward(p, end + 1)
        if further == end + 1 or not _goes_on(p, end, further):
            break
        end = further
    return Phrase(index, end)


def _past_capitals(p: Passage, index: int) -> int:
    """The index behind words written with capitals, and a noun behind them, whatever the tagger takes them for: "the Bring Them Home campaign"."""
    end = index
    while p.capital(end):
        end += 1
    return end + (end > index and p.tag[end] == "N")


def _goes_on(p: Passage, link: int, end: int) -> bool:
    """Whether a preposition, or an 'and' before no clause of its own, ties what ends at `end` to the phrase before it."""
    if p.tag[link] == "A":
        return not p.has("times", link + 1)
    return p.tag[link] == "C" and p.tag[link + 1] in "NPDJ" and p.tag[end] not in "vx"


def phrase_before(p: Passage, index: int) -> Phrase | None:
    """The noun phrase that ends with the token at an index (inclusive)."""
    if p.tag[index] == "O" and p.has_any(_ALONE, index):
        return Phrase(index, index + 1)  # "in Monday's edition we said", "the number of attackers it says it killed"
    start = index
    floor = max(-1, index - LONGEST)
    while start > floor and _belongs(p, start, index):
        tag = p.tag[start]
        opens = tag == "D" or (tag == "O" and start < index)
        start -= 1
        if opens and "grammar.predeterminers" not in p.sections[start] and not _tied(p, start):
            break
    start += 1
    if p.has("adjuncts.bounds", start) and p.tag[start + 1] == "M" and p.tag[start - 1] == "A" and start < index:
        start += 1  # "At least two doctors said"
    while start <= index and (p.tag[start] in "ACT.gR" or "times" in p.sections[start]):
        start += 1
    empty = start > index or "grammar.articles" in p.sections[index]
    if empty or _HEADS.isdisjoint(p.tags[start : index + 1]):
        return None
    return Phrase(start, index + 1)


def _belongs(p: Passage, at: int, last: int) -> bool:
    tag, listed = p.tag[at], p.sections[at]
    alike = "times" in listed and at < last and p.tokens[at].text[0].isupper() == p.tokens[at + 1].text[0].isupper()
    if alike and not (at and p.has("grammar.definite", at - 1) and p.capital(at)):  # "the Morning Star"
        return False
    if p.quoted[at] != p.quoted[last]:
        return False
    if "grammar.genitive" in listed:
        return p.tag[at - 1] in "NPJM" and (_touches(p, at) or len(p.low[at]) > 1)
    if tag in "NPJMD":
        return not ("grammar.ordinal_endings" in listed and _touches(p, at))  # "in town on March 22nd said"
    if tag == "O":
        return at == last or is_owner(p, at) or (p.has("negation.pronouns", at) and p.has("grammar.of", at + 1))
    if tag == "g" and at < last and p.tag[at + 1] == "A" and p.tag[at - 1] in "NAD" and _tied(p, at + 1):
        return True
    if tag in "gn":
        apart = p.tag[at - 1] in "DJPNCR" or p.has("grammar.genitive", at - 1) or _joint(p, at - 1)
        return at < last and p.tag[at + 1] in "NPJ" and apart
    if tag == "R":
        return at < last and p.tag[at + 1] in "JgnN" and (p.tag[at - 1] == "D" or p.has("grammar.genitive", at - 1))
    if tag in "AC":
        return _tied(p, at)
    return _joint(p, at)


def _tied(p: Passage, at: int) -> bool:
    """Whether a preposition or 'and' at an index ties the phrase before it to the one after."""
    if p.tag[at] == "A":
        linked = p.tag[at - 1] in "NP" or (p.tag[at - 1] == "J" and p.tag[at - 2] in "NP")  # "a man close to Keller"
        counted = p.tag[at - 1] == "M" or p.has("people.collective", at - 1) or p.has("negation.pronouns", at - 1)
        linked = linked or (
            p.has("grammar.of", at) and counted
        )  # "Keller and two of her colleagues", "some of the nurses"
        linked = linked or (p.tag[at - 1] == "g" and p.tag[at - 2] in "NAD")  # "an inquiry into the firing at Lom"
        return (
            linked and not p.has("adjuncts.adverbs", at) and not p.has("times", at + 1) and not p.has("times", at - 1)
        )
    if p.tag[at] == "C":
        alike = p.tag[at - 1] in "NPO" or (
            p.tag[at - 1] == "J" and p.tag[at + 1] == "J"
        )  # "local and military sources"
        return alike and p.has("grammar.joining", at) and p.tag[at + 1] in "NPDJOM"
    return False


def is_owner(p: Passage, at: int) -> bool:
    return p.has("pronouns.owner", at) and p.tag[at + 1] in "NPJMgn"


def _joint(p: Passage, at: int) -> bool:
    """A hyphen, an ampersand or the stop of an abbreviation between the words of one phrase."""
    if p.tag[at] != ".":
        return False
    text = p.low[at]
    if text in ("-", "&", "/", "@", "#", "$", "%"):
        return p.tag[at + 1] in "NPJMgnZ" and (text in "@#$" or _touching(p, at))
    if text == ".":
        after = p.tokens[at + 1].text if at + 1 < len(p.tokens) else ""
        before = p.tokens[at - 1].text if at else ""
        return 0 < len(before) <= 4 and before[:1].isupper() and after[:1].isupper()
    return False


def _touches(p: Passage, at: int) -> bool:
    return 0 < at < len(p.tokens) and p.tokens[at - 1].end == p.tokens[at].start


def _touching(p: Passage, at: int) -> bool:
    return _touches(p, at) and at < len(p.tokens) - 1
