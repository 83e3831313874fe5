"""Cues that are no verbs: 'according to', 'the owner's claim that', 'was sure that', 'citing', and the colon after a source."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.beyond import beyond
from headwater.extract.contents import after, around, clausal
from headwater.extract.cueing_counts import by_count, by_list, owner
from headwater.extract.cueing_labels import by_label
from headwater.extract.cueing_mistaken import mistaken, turned_down
from headwater.extract.passages import Passage, Phrase, Saying, back, verbal
from headwater.extract.phrases import phrase_after, phrase_before
from headwater.extract.quotations import Quotations
from headwater.extract.sources import mute, person, single, voiced, with_aside
from headwater.extract.subjects import subject

__all__ = ["by_phrase"]

_SAY = frozenset({"say"})
_NOUN = frozenset({"noun"})
_MAKERS = frozenset({"bodies", "people.collective", "roles"})
#: Words behind a noun of saying that nobody owns; else a participle or a comma tells what it says.
_FOLLOWING = frozenset({"grammar.of", "grammar.that", "nouns.within"})
#: What tells where a rumour runs is no longer than so many tokens: "allegations circulating in the port that".
ROUND = 10


def by_phrase(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    """The sayings whose cue is no verb, outside quotations."""
    for index in p.places:
        if p.low[index] in p.cues.others and not p.quoted[index]:
            yield from _at(p, index, quotes, text)


def _at(p: Passage, index: int, quotes: Quotations, text: str) -> Iterator[Saying]:
    low, listed = p.low[index], p.sections[index]
    if low in p.cues.phrases:
        yield from _preposition(p, index, quotes, text)
    if "citing" in listed and (index == 0 or p.low[index - 1] in (",", '"', "\u201d")):
        yield from _citing(p, index)
    if "nouns" in listed and _is_noun(p, index):
        yield from _owned(p, index, quotes)
    if "possessed" in listed or "tallies" in listed:
        yield from by_count(p, index, quotes, text)
    if "holdings" in listed and p.has("holdings.links", index + 1):
        held = by_list(p, index, quotes)
        if held is not None:
            yield held
    if "states" in listed and (
        p.has("states.after", index + 1) or ("states.knowing" in listed and clausal(p, index + 1))
    ):
        yield from _state(p, index, quotes)
    if low == ":" or "colon.dashes" in listed:
        yield from by_label(p, index, quotes)


def _is_noun(p: Passage, index: int) -> bool:
    """Whether a noun of saying stands for one; before "by" it is no participle, as which the tagger takes it: "claims by the guild"."""
    if p.tag[index] == "n":
        return p.has("grammar.by", index + 1) and p.low[index].endswith(p.cues.endings("plural.endings"))
    if p.tag[index] == "b" and p.has("times", index - 1):
        return p.has("grammar.genitive", index - 2) or p.has("pronouns.owner", index - 2)  # "the army's earlier claim"
    return (p.tag[index] in "NP" and not _verb(p, index)) or turned_down(p, index)


def _verb(p: Passage, index: int) -> bool:
    """Whether a noun of saying is the verb: "consulates report that"."""
    return not turned_down(p, index) and any(mistaken(p, index, verb) for verb in p.cues.verbs.get(p.low[index], ()))


def _preposition(p: Passage, index: int, quotes: Quotations, text: str) -> Iterator[Saying]:
    for words in p.cues.phrases[p.low[index]]:
        last = index + len(words)
        if all(p.low[index + at] == word for at, word in enumerate(words)):
            source = phrase_after(p, last)
            if p.has("pronouns.relative", last) and index > 1:
                yield from _which(p, index, last + 1, quotes)
            elif source is not None:
                source = with_aside(p, source) if single(p, source) else source
                content = around(p, index, source.last, quotes, text)
                if content is not None and content[1] <= p.tokens[index].start:
                    content = content[0], beyond(p, content, source.last)
                yield Saying(source, index, last, content, _SAY)
            return


def _which(p: Passage, index: int, last: int, quotes: Quotations) -> Iterator[Saying]:
    """What a document tells, by who made it where that is told: "a submission by the army according to which nine died"."""
    source = phrase_before(p, index - 1 - (p.low[index - 1] == ","))
    if source is not None:
        by = (at for at in range(source.first, source.last) if p.has("grammar.by", at))
        source = Phrase(next((at + 1 for at in by), source.first), source.last)
        content = after(p, last, len(p.tokens), quotes)
        if content is not None and voiced(p, source):
            yield Saying(source, index, last, content, _SAY)


def _citing(p: Passage, index: int) -> Iterator[Saying]:
    to = (at for at in range(index + 1, index + ROUND) if p.has("grammar.to", at))
    source = phrase_after(p, (next(to, index) if p.has("citing.to", index) else index) + 1)
    kinds = ("studies", "bodies", "basis.sources")
    if source is not None and (
        person(p, source) or any(p.has(kind, at) for kind in kinds for at in range(source.first, source.last))
    ):
        yield Saying(source, index, index + 1, None, _SAY, cites=True)


def _owned(p: Passage, index: int, quotes: Quotations) -> Iterator[Saying]:
    """A noun of saying with its owner ("the owner's claim that") or its author ("the claim by the owner that")."""
    by = index + 1 + p.has("made", index + 1)
    if p.has("grammar.by", by):
        source = _before_topic(p, phrase_after(p, by + 1))
        if source is not None and voiced(p, source) and p.has("nouns.after", source.last):
            stop = _predicate(p, index, source.last)
            yield Saying(source, index, by + 1, after(p, source.last, stop, quotes), _NOUN)
        return
    at = index - 1
    while (p.tag[at] in "JN" or p.has("times", at)) and at > 0:
        at -= 1
    source = owner(p, at)
    if source is None:
        yield from _by_itself(p, index, quotes)
    told = p.has("nouns.after", index + 1) and (p.tag[index + 1] != "A" or _counted(p, index))
    if not (told or _to_have_done(p, index)):
        return
    if source is not None and (voiced(p, source) or p.has("pronouns.owner", source.first)):
        stop = _predicate(p, index, index + 1)
        yield Saying(source, index, index + 1, after(p, index + 1, stop, quotes), _NOUN)


def _to_have_done(p: Passage, index: int) -> bool:
    """Whether a claim goes on with what whoever claims it has done: "the army's claim to have freed 12 men"."""
    return p.has("nouns.of", index) and p.has("grammar.to", index + 1) and p.has("grammar.perfect", index + 2)


def _before_topic(p: Passage, source: Phrase | None) -> Phrase | None:
    """A source without what it speaks of: "information spread by the guild about 40 mills"."""
    if source is None:
        return None
    topic = next((at for at in range(source.first + 1, source.last) if p.has("about.topics", at)), source.last)
    return Phrase(source.first, topic)


def _by_itself(p: Passage, index: int, quotes: Quotations) -> Iterator[Saying]:
    """A rumour or report that nobody owns: its own source, or whoever it stands in: "a report on Harbour Radio that".

    Other nouns of saying are sources where a word before them tells of whom they are: "a police statement that".
    """
    if p.tag[index + 1] not in "gn." and _FOLLOWING.isdisjoint(p.sections[index + 1]):
        return
    source = Phrase(index, index + 1)
    aside = _past_aside(p, index + 1)
    if p.has("grammar.of", index + 1):
        whose = phrase_after(p, index + 2)
        clause = whose is not None and p.has("grammar.that", whose.last) and p.tag[whose.last + 1] not in "vx"
        if whose is not None and clause and voiced(p, whose) and not mute(p, whose):
            stop = _predicate(p, index, whose.last)
            yield Saying(whose, index, index + 1, after(p, whose.last, stop, quotes), _NOUN)
            return
    if not p.has("nouns.free", index):
        whole = phrase_before(p, index)
        of = max((at + 1 for at in range(whole.first, index) if p.has("grammar.of", at)), default=0) if whole else 0
        if whole is None or not any(_maker(p, at) for at in range(max(whole.first, of), index)):
            return  # no "some of the fear that"
        source = whole
    link = index + 1
    if p.has("nouns.within", link):
        within = phrase_after(p, link + 1)
        if within is None or not p.has("grammar.that", within.last):
            return
        source, link = within, within.last
    elif aside:
        link = aside
    elif p.tag[link] in "gn":
        link = next((at for at in range(link, min(link + ROUND, len(p.tokens))) if p.has("grammar.that", at)), link)
    of_number = p.has("nouns.told", index) and p.has("grammar.of", link) and "M" in p.tags[link + 1 : link + 4]
    if p.has("grammar.that", link) or of_number:
        stop = _predicate(p, index, link)
        yield Saying(source, index, max(index + 1, min(link, index + 2)), after(p, link, stop, quotes), _NOUN)


def _past_aside(p: Passage, index: int) -> int | None:
    """The index of 'that' after an aside between commas at an index: "the claim, spread on the radio, that"."""
    if p.low[index] != ",":
        return None
    end = next((at for at in range(index + 1, min(index + ROUND, len(p.tokens))) if p.low[at] == ","), index)
    return end + 1 if p.has("grammar.that", end + 1) else None


def _maker(p: Passage, at: int) -> bool:
    """Whether a word before a noun of saying names whoever says it."""
    return p.tag[at] == "P" or p.has_any(_MAKERS, at)


def _counted(p: Passage, index: int) -> bool:
    """Whether a noun takes what it is about as its content: "the claim of 12 dead", "the comment about", not "the view of"."""
    return p.has("nouns.of", index) or p.has("about.topics", index + 1)


def _predicate(p: Passage, index: int, start: int) -> int:
    """Where the content of a noun that is itself a subject ends: before its own verb, the second one after 'that'."""
    if verbal(p.tags[:index]):
        return _main_clause(p, start)
    groups = 0
    for at in range(start, len(p.tokens)):
        if p.tag[at] in "vx" and (p.tag[at - 1] not in "vxRT" or p.tags[at - 1 : at + 1] == "vx"):
            groups += 1
            if groups > (p.has("grammar.that", start)):
                return at
        elif p.low[at] == "," and p.tag[at + 1] == "C" and p.has("grammar.that", at + 2):
            groups = 0  # "that the fire was set, and that as many as 60 had died, are not …"
        elif p.low[at] == "," and p.tag[at + 1] == "g":
            continue  # "that a shell struck the mill, killing seven, is …"
        elif p.low[at] == "," or (p.tag[at] in "CS" and at > start and not p.has("grammar.that", at)):
            return at if p.low[at] == "," and groups else len(p.tokens)
    return len(p.tokens)


def _main_clause(p: Passage, start: int) -> int:
    """Where the main clause begins behind a participle's: "Having read claims that nine had died, the board finds"; else the sentence's end."""
    if p.tag[0] == "g" or p.has("grammar.perfect", 0):
        for at in range(start, len(p.tokens)):
            phrase = phrase_after(p, at + 1) if p.low[at] == "," else None
            if phrase is not None and (p.tag[phrase.last] in "vx" or p.has("grammar.that", phrase.last)):
                return at
    return len(p.tokens)


def _state(p: Passage, index: int, quotes: Quotations) -> Iterator[Saying]:
    """A state of mind after a form of 'be': "the miners were sure that"."""
    at = index - 1
    while p.tag[at] in "RT":
        at -= 1
    source = subject(p, index) if p.has("be", at) else None
    if source is not None and person(p, source):
        first = max(back(p, index - 1) + 1, source.last)
        yield Saying(
            source, min(first, index), index + 1, after(p, index + 1, len(p.tokens), quotes), frozenset({"think"})
        )
