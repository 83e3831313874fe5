"""Verbs of saying in a sentence, each with its source and what it is made to say."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from headwater.extract.adjuncts import opens, past_adjuncts, past_listener
from headwater.extract.beyond import amid, beyond
from headwater.extract.contents import after, before, clausal, clause_around, complement, reach
from headwater.extract.cueing_counts import given_before, given_by
from headwater.extract.cueing_mistaken import mistaken, turned_down
from headwater.extract.cueing_passives import as_saying, by_agent, by_participle, passive
from headwater.extract.cueing_sources import behind, listener, source_of, speaks
from headwater.extract.cueing_takes import VALUED, fits, met_with, stop_of
from headwater.extract.passages import Passage, Phrase, Saying, back, verbal
from headwater.extract.phrases import phrase_after
from headwater.extract.quotations import Quotations
from headwater.extract.sources import VOICED, person
from headwater.language.cues import Verb

__all__ = ["by_verb"]

#: Classes of verbs whose participle, behind a number, tells by whom it is: "13 confirmed by the district".
GIVEN = VALUED | {"say", "find"}
_THOUGHT = frozenset({"think"})
_STATED = frozenset({"say", "think", "find", "tell", "deny"})
_CLAUSES = _STATED | {"utter"}


def by_verb(p: Passage, quotes: Quotations, text: str) -> Iterator[Saying]:
    """The sayings whose cue is a verb; within quotations only what others are said to have said."""
    speaker: Phrase | None = None
    for index in p.places:
        low = p.low[index]
        if low in p.cues.phrases:
            speaker = _named_by_phrase(p, index) or speaker
        listed = p.cues.verbs.get(low)
        if listed is None or (p.tag[index] not in "vbgn" and not mistaken(p, index, listed[0])):
            continue
        if turned_down(p, index):
            continue
        verb: Verb | None = listed[0]
        if listed[0].particle is not None:  # those with a particle come first
            verb = next((verb for verb in listed if verb.particle in (None, p.low[index + 1])), None)
        saying = None if verb is None else _verb(p, index, verb, quotes, text, speaker)
        if saying is None or (index and p.capital(index) and p.tokens[index - 1].text[:1].isupper()):
            continue  # within a name: "the Internationally Recognised Transit Corridor"
        if p.quoted[index]:
            saying = _retold(p, saying, quotes)
        elif "say" in saying.takes or "tell" in saying.takes:
            speaker = saying.source
        if saying is not None:
            yield saying


def _named_by_phrase(p: Passage, index: int) -> Phrase | None:
    """The source of "according to the mayor", for "…, adding that" after it."""
    for words in p.cues.phrases[p.low[index]]:
        if all(p.low[index + at] == word for at, word in enumerate(words)):
            return phrase_after(p, index + len(words))
    return None


def _retold(p: Passage, saying: Saying, quotes: Quotations) -> Saying | None:
    """A saying within a quotation, where it is somebody else's than the one's who is quoted; it ends with the quotation."""
    quotation = quotes.at(p.tokens[saying.first].start)
    own = p.holds("pronouns.near", saying.source.first, saying.source.last)
    single = saying.source.last - saying.source.first == 1
    own = own or (
        single and p.tag[saying.source.first] == "O" and quotation is not None and quotation.closed
    )  # whom "they" means within a quotation nobody knows
    if own or quotation is None or saying.content is None or not saying.takes & {"say", "tell"}:
        return None
    start, end = max(saying.content[0], quotation.start), min(saying.content[1], quotation.end)
    return replace(saying, content=(start, end)) if start < end and person(p, saying.source) else None


def _is_said_of(p: Passage, index: int, last: int) -> bool:
    """Whether a participle says something of those before it: "34 people reported killed", "of the 350 guards stated to have been there"."""
    if p.has("grammar.said_to", index) and p.has("grammar.to", last) and p.has("grammar.perfect", last + 1):
        return True
    return p.tag[index] == "n" and p.has("perceiving.fated", last) and p.tag[last + 1] not in "NJ"


def _verb(p: Passage, index: int, verb: Verb, quotes: Quotations, text: str, speaker: Phrase | None) -> Saying | None:
    last = index + 1 + (verb.particle is not None)
    if p.low[last] == ":" and (verb.takes <= _THOUGHT or _is_label(p, index, last)):
        return None  # no "the first figures:"
    if passive(p, index):
        return by_agent(p, index, last, verb, quotes, text)
    if _is_said_of(p, index, last):
        return None
    if "quoted" in p.sections[index]:
        inner = as_saying(p, index, quotes, text)
        if inner is not None:
            return inner
    if not verb.takes.isdisjoint(GIVEN):
        valued = not verb.takes.isdisjoint(VALUED)
        given = given_by(p, index, verb) or (by_participle(p, index, verb, quotes) if valued else None)
        if given is not None:
            return given
    by = p.tag[index] == "n" and p.has("grammar.by", last)
    if by and p.has("tallies", index - 1):
        return by_agent(p, index, last, verb, quotes, text)  # "nine, the figure telegraphed by the prefect"
    inverted = behind(p, index, last, verb)
    if inverted is not None:
        content = before(p, index, quotes, text)
        if content is not None:
            own = amid(p, index, past_adjuncts(p, inverted.last))
            return Saying(inverted, index, last, own or _split(p, content, inverted.last, quotes), verb.takes)
    source = source_of(p, index, verb, speaker)
    if (
        source is None
        or _are_counted(p, source, index, verb)
        or not speaks(p, source, verb)
        or (by and p.holds("tallies", source.first, source.last))
    ):
        return None
    return _active(p, source, index, last, verb, quotes, text)


def _are_counted(p: Passage, source: Phrase, index: int, verb: Verb) -> bool:
    """Whether a number of people of whom something else is told first gives no count: "said three people had died but later lowered the figure"."""
    counted = not verb.takes.isdisjoint(VALUED) and "M" in p.tags[source.first : source.last]
    return counted and verbal(p.tags[source.last : index]) and "C" in p.tags[source.last : index]


def _is_label(p: Passage, index: int, colon: int) -> bool:
    """Whether a participle and the noun before it are the label of a number: "Deaths registered: 31"."""
    noun = index - 1
    plural = p.low[noun].endswith(p.cues.endings("plural.endings"))
    return p.tag[colon + 1] == "M" and plural and p.names("mute", noun) and not p.cues.names_any(VOICED, p.low[noun])


def _active(
    p: Passage, source: Phrase, index: int, last: int, verb: Verb, quotes: Quotations, text: str
) -> Saying | None:
    first = min(max(back(p, index - 1) + 1, source.last), index)
    if not verb.takes.isdisjoint(VALUED):
        given = given_before(p, source, index, verb)
        if given is not None:
            return given
    start = complement(p, last, verb.takes)
    if start is None or (
        start > last and "about" in verb.takes and not clausal(p, start) and not p.has("about.counted", start)
    ):
        start = last if "about" in verb.takes and p.has("about.after", last) and "say" not in verb.takes else start
    if start == last and "about" in verb.takes and p.has("about.counted", past_adjuncts(p, last)):
        start = past_adjuncts(p, last)
    if "about" in verb.takes and "say" not in verb.takes and (p.has("times", last) or p.has("times", last + 1)):
        topic = last + 1 + (not p.has("times", last))  # "spoke out on Tuesday against"
        start = topic if p.has("about.after", topic) else start
    as_said = p.has("grammar.as", source.first - 1) and p.low[source.first - 2] == ","
    if as_said and source.first > 2 and p.low[past_adjuncts(p, last)] == "," and not p.quoted[last]:
        return Saying(source, first, last, clause_around(p, source.first - 2, last), verb.takes, aside=True)
    # "As Keller pointed out, nine died"
    if source.first == 1 and not p.has("pronouns.near", 1) and _opens_as(p, last, verb):
        said = after(p, past_adjuncts(p, last) + 1, len(p.tokens), quotes)
        return Saying(source, first, last, said, verb.takes, aside=True)
    ahead = _ahead(p, source, first, start, verb, quotes, text)
    content: tuple[int, int] | None
    if ahead is not None:
        past = past_listener(p, last) if "tell" in verb.takes else last
        goes_on = start is not None and (opens(p, start) or p.low[start - 1] == ":")
        content = (
            (ahead[0], reach(p, start, quotes))
            if start is not None and goes_on
            else amid(p, source.first, past_adjuncts(p, past)) or _split(p, ahead, past, quotes)
        )
    elif start is None:
        return None
    else:
        clause = clausal(p, start)
        if met_with(p, start, verb) or not fits(p, start, index, source, verb, clause):
            return None
        stop = stop_of(p, start, clause or "say" in verb.takes)
        if p.tag[start] in "vx" and p.has("pronouns.relative", source.first - 1 - (p.tag[source.first - 1] == "D")):
            stop = next(
                (at for at in range(start, stop) if p.low[at] == ","), stop
            )  # "the 12 who police say have died, …"
        content = after(p, start, stop, quotes)
    return Saying(source, first, last, content, verb.takes, listener(p, last, verb)) if content else None


def _opens_as(p: Passage, last: int, verb: Verb) -> bool:
    """Whether "as" opens the sentence and a comma stands behind the cue that ends at an index: what follows is said."""
    comma = past_adjuncts(p, last)
    return p.has("grammar.as", 0) and p.low[comma] == "," and not verb.takes.isdisjoint(_STATED) and not p.quoted[last]


def _ahead(
    p: Passage, source: Phrase, first: int, start: int | None, verb: Verb, quotes: Quotations, text: str
) -> tuple[int, int] | None:
    """What is said before source and cue, where nothing or a second half of the quotation follows them."""
    if source.last > first or verb.takes.isdisjoint(_CLAUSES):
        return None
    behind_speech = source.first > 1 and p.quoted[source.first - 1] and p.low[source.first - 2] in (",", "!", "?")
    aside = behind_speech and start is not None and p.tag[start] == "A"  # `…," the pilot bellowed into his set`
    goes_on = opens(p, start) and (source.first == 0 or p.quoted[source.first - 1]) if start is not None else True
    if not (goes_on or aside or _listed_behind(p, source, start)):
        return None
    as_said = source.first > 0 and p.has("grammar.as", source.first - 1)
    place = before(p, source.first - as_said, quotes, text)
    if place is not None and verb.takes.isdisjoint(_STATED):
        asked = "?" in text[place[0] : place[1] + 1]
        place = place if asked or quotes.at(place[0]) is not None else None  # "next to her, three children cried"
    if place is None or not as_said:
        return place
    begun = next((at for at in range(source.first - 1, -1, -1) if p.low[at] == ";"), -1)  # "as" is of its clause alone
    return max(place[0], p.tokens[begun + 1].start), place[1]


def _listed_behind(p: Passage, source: Phrase, start: int | None) -> bool:
    """Whether what is said stands before the source, and a colon behind the cue: "Three were foreigners, the ministry said: two from Orrin …"."""
    colon = start is not None and p.low[start - 1] == ":" and p.low[source.first - 1] == ","
    return colon and p.tag[0] not in "SA" and not p.has("clauses", 0) and verbal(p.tags[: source.first])


def _split(p: Passage, content: tuple[int, int], last: int, quotes: Quotations) -> tuple[int, int]:
    """Content that goes on after "…, she said, …"."""
    if p.low[last] == "," and opens(p, last + 1):
        return content[0], reach(p, last + 1, quotes)
    return content[0], beyond(p, content, past_adjuncts(p, last))
