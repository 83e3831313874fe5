"""Who they are that an outcome names: "the dead were two men and a girl", "among those killed are nine nurses", "the victims were identified as a couple"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.chunks import Chunk, Clause, Holds, Mark, Part
from headwater.extract.clauses import subject
from headwater.extract.heads import ROW
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import outcome_named, sense_of
from headwater.extract.objects import past_phrases

__all__ = ["counted", "identified", "is_knowing", "members", "named_people", "right_before", "told_behind"]

_ASIDE = 6
_PERSON = "person"
_PARTED = 1 << Part.PARTS
_SAYING = Holds.COPULA | Holds.COUNT
_ROW = frozenset({Part.NOUN, Part.COMMA, Part.CONJUNCTION})


def identified(clause: Clause, lexicons: Lexicons) -> Iterator[Mark]:
    """Those of whom a sentence says that they are among the people of an outcome, or just these."""
    among, the, pointing = lexicons.words("among"), lexicons.words("the"), lexicons.words("pointing")
    parted = clause.holds & _PARTED or not among.isdisjoint(clause.words)
    # Without one of these nothing behind those who are named says who they are.
    if not (parted or clause.holds & _SAYING or not lexicons.frames.knowing.isdisjoint(clause.words)):
        return
    known, chunks = the | pointing, clause.chunks
    for index in range(len(chunks)) if parted else [at for at, one in enumerate(chunks) if one.determiner in known]:
        chunk = chunks[index]
        if parted and (chunk.word in among or chunk.part == Part.PARTS):
            yield from _among(clause, index, lexicons)
        if chunk.determiner in known and not chunk.counts and _may_name(chunk, lexicons):
            outcome, link = named_people(clause, index, lexicons)
            if outcome:
                first = told_behind(clause, index, link, lexicons)
                row = list(members(clause, first, lexicons)) if first else []
                if not row and clause.part(link) == Part.COMMA:
                    row = list(_aside(clause, link + 1, lexicons))
                yield from [Mark(one, outcome, "among") for one in row]


def _may_name(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a noun group may name people by an outcome; most do not."""
    return (
        chunk.countable is not None or chunk.kind == "person" or not chunk.head or chunk.head in lexicons.words("pairs")
    )


def counted(chunk: Chunk, lexicons: Lexicons) -> str:
    """The outcome of those that a chunk names, by a noun, a state or a participle; empty where it names none."""
    if chunk.part == Part.STATE:
        return chunk.outcome
    if chunk.part == Part.NOUN and chunk.determiner in lexicons.words("the") and not chunk.counts:
        for state in lexicons.outcomes.state_words.get(chunk.head, ()):
            if len(state.words) == 1:
                return state.outcome  # "the missing"
    if chunk.part == Part.NOUN:
        told = _modified(chunk, lexicons)
        if told or chunk.countable is None:
            return told
        return lexicons.outcomes.in_tolls.get(chunk.head) or chunk.countable.outcome
    return sense_of(chunk.word, "person", lexicons) if chunk.bare else ""


def _modified(chunk: Chunk, lexicons: Lexicons) -> str:
    """The outcome that a word before their noun says of people: "the freed captives"."""
    return next((found for word in chunk.modifiers if (found := sense_of(word, "person", lexicons))), "")


def is_knowing(chunk: Chunk, lexicons: Lexicons) -> bool:
    """Whether a participle tells that what follows is known: "the number of confirmed dead"."""
    return chunk.bare and chunk.word in lexicons.frames.report


def members(clause: Clause, first: int, lexicons: Lexicons, *, definite: bool = False) -> Iterator[Chunk]:
    """The people, counted or one, of the row that begins at an index; a clause that hangs on one ends it.

    A known one ("the driver and three passengers") goes along, and is given only where `definite` says so.
    """
    here, last = first, min(len(clause.chunks), first + ROW)
    while here < last and clause.part(here) == Part.NOUN:
        chunk = clause.chunks[here]
        member = _is_member(chunk, lexicons)
        if not member and not _is_known(chunk, lexicons):
            return
        if member or definite:
            yield chunk
        here = past_phrases(clause, here, lexicons)
        joined = here
        while clause.part(here) in (Part.COMMA, Part.CONJUNCTION):
            here += 1
        if here == joined:
            return


def _is_member(chunk: Chunk, lexicons: Lexicons) -> bool:
    if chunk.kind not in ("person", "household") or chunk.negated or chunk.countable is not None:
        return False
    if chunk.number is not None:
        return chunk.number.unit == "count"
    one = chunk.determiner in lexicons.words("indefinite") or chunk.determiner in lexicons.words("possessive")
    return one and not chunk.plural


def _is_known(chunk: Chunk, lexicons: Lexicons) -> bool:
    known = chunk.determiner in lexicons.words("the") and not (chunk.plural or chunk.counts or chunk.countable)
    return chunk.kind == "person" and known


def named_people(clause: Clause, index: int, lexicons: Lexicons) -> tuple[str, int]:
    """The outcome by which a noun group names people, and the index behind it: "the dead", "those killed", "the man killed"."""
    chunk, following = clause.chunks[index], clause.at(index + 1)
    if not _may_name(chunk, lexicons):
        return "", 0
    known, pointed = chunk.determiner in lexicons.words("the"), chunk.determiner in lexicons.words("pointing")
    other = not lexicons.groups.others.isdisjoint(chunk.modifiers)  # "the other victims" are those of another outcome
    if other:
        return "", 0
    if (known or pointed) and chunk.countable is not None and not chunk.others:
        return _modified(chunk, lexicons) or chunk.countable.outcome, past_phrases(clause, index, lexicons)
    if (known or pointed) and (chunk.head in lexicons.words("pairs") or (chunk.plural and chunk.kind == "person")):
        told = counted(chunk, lexicons)  # "the missing pair were"
        if told:
            return told, past_phrases(clause, index, lexicons)
    people = (pointed and not chunk.head) or (known and chunk.kind == "person")
    at = index + 1
    if people and following is not None and following.part == Part.RELATIVE:
        at, following = index + 2, clause.at(index + 2)
    if people and following is not None and following.part in (Part.VERB, Part.STATE) and not following.copula:
        by = clause.at(at + 1)  # "those freed by the rebels"
        past = at + 3 if by is not None and by.word in lexicons.words("by") else at + 1
        return outcome_named(following, lexicons), past
    return "", 0


def told_behind(clause: Clause, index: int, link: int, lexicons: Lexicons) -> int:
    """Where the row begins of those whom the people named at an index include, are or are identified as; 0 where none does."""
    before = clause.at(index - 1)
    if clause.part(link) == Part.COMMA:
        ends = (at for at in range(link + 1, link + _ASIDE) if clause.part(at) == Part.COMMA)
        link = next(ends, link - 1) + 1
    verb = clause.at(link)
    if verb is None:
        return 0
    if verb.part == Part.PARTS or (verb.part == Part.VERB and verb.copula and not (verb.negated or verb.unreal)):
        return link + 1
    knowing = lexicons.frames.knowing
    if verb.part == Part.VERB and verb.passive and verb.word in lexicons.frames.report:
        be = clause.at(link + 1)
        return link + 2 if be is not None and be.infinitive and be.copula else 0  # "are thought to be"
    said = verb.part == Part.VERB and verb.passive and clause.tokens[verb.last - 1].lower in knowing
    if said:
        return link + 2 if _is_as(clause, link + 1, lexicons) else 0
    naming = before is not None and before.part == Part.VERB and clause.tokens[before.last - 1].lower in knowing
    return link + 1 if naming and _is_as(clause, link, lexicons) else 0


def _aside(clause: Clause, first: int, lexicons: Lexicons) -> Sequence[Chunk]:
    """The people of a row that an aside between commas holds alone: "the victims, five men and three women, were"; empty where it holds more."""
    here = next((at for at in range(first, first + ROW) if clause.part(at) not in _ROW), first)
    row = list(members(clause, first, lexicons, definite=True))
    closed = clause.part(here - 1) == Part.COMMA and clause.part(here) in (Part.VERB, Part.RELATIVE)
    counted = any(one.number is not None for one in row)
    named = [at for at in range(first, here) if clause.part(at) == Part.NOUN]
    return row if closed and counted and len(row) == len(named) else ()


def _is_as(clause: Clause, at: int, lexicons: Lexicons) -> bool:
    link = clause.at(at)
    return link is not None and link.part == Part.PREPOSITION and link.word in lexicons.words("identified_as")


def _past_knowing(clause: Clause, index: int, lexicons: Lexicons) -> int:
    """The index before the word for what befell them, where a word for knowing it stands first: "among those known to have died"."""
    knowing, told = clause.at(index + 1), clause.at(index + 2)
    if knowing is None or told is None or not is_knowing(knowing, lexicons):
        return index
    return index + 1 if told.part in (Part.VERB, Part.STATE) else index


def _among_whom(clause: Clause, index: int, lexicons: Lexicons) -> str:
    """What befell those named behind "among": "the dead", "those killed", "those known to have died", "those who died"."""
    named, verb = clause.at(index + 1), clause.at(index + 2)
    if named is None:
        return ""
    if named.part == Part.VERB and named.infinitive:
        return sense_of(clause.tokens[named.last - 1].lower, "person", lexicons)
    if _is_the(named, verb, lexicons) and verb is not None:
        return sense_of(verb.word, "person", lexicons)  # "among the drowned"
    if named.part == Part.RELATIVE and verb is not None and verb.part == Part.VERB:
        return "" if verb.copula or verb.negated or verb.unreal else outcome_named(verb, lexicons)
    return counted(named, lexicons)


def _is_the(named: Chunk | None, verb: Chunk | None, lexicons: Lexicons) -> bool:
    """Whether a participle behind "the" names people: "the drowned"."""
    if named is None or verb is None or not verb.bare:
        return False
    return named.part == Part.NOUN and named.determiner in lexicons.words("the") and not (named.head or named.counts)


def _among(clause: Clause, index: int, lexicons: Lexicons) -> Iterator[Mark]:
    """Those among the people of an outcome: "among the dead were N", "N were among the dead", "N were among those who died"."""
    index = _past_knowing(clause, index, lexicons)
    outcome = _among_whom(clause, index, lexicons)
    copula = clause.at(index + 2)
    told = "" if outcome else among_counted(clause, index, lexicons)
    outcome = outcome or told
    before = clause.at(index - 1)
    if outcome and before is not None and before.copula and not before.negated:
        for target in subject(clause, index - 1, lexicons):
            yield Mark(clause.chunks[target], outcome, "among")
        return
    if outcome and not told:
        yield from (Mark(one, outcome, "among", weak=True) for one in right_before(clause, index))
    if clause.part(index + 1) == Part.RELATIVE or told or _is_the(clause.at(index + 1), copula, lexicons):
        index += 1 + (bool(told) and _is_who(clause, index))
        copula = clause.at(index + 2)  # "among those who died were N"
    elif copula is not None and copula.word in lexicons.words("by") and clause.part(index + 3) == Part.NOUN:
        index, copula = index + 2, clause.at(index + 4)  # "among those freed by the rebels were N"
    opens = copula is not None and (copula.copula or copula.part == Part.COLON)  # "Among the dead: two nurses"
    if outcome and opens and clause.part(index + 3) == Part.NOUN:
        yield from (Mark(one, outcome, "among") for one in members(clause, index + 3, lexicons))


def right_before(clause: Clause, index: int) -> Iterator[Chunk]:
    """The counted people of a row right before "among": "there were nine children and two women among the dead"; none who are counted by what befell them."""
    here = index - 1
    while (
        here >= 0 and (one := clause.at(here)) is not None and one.part == Part.NOUN and one.counts and not one.negated
    ):
        if one.kind != _PERSON or one.countable is not None:
            return
        yield one
        if clause.part(here - 1) not in (Part.CONJUNCTION, Part.COMMA):
            return
        here -= 2


def _is_who(clause: Clause, index: int) -> bool:
    """Whether a relative pronoun stands behind those counted behind "among": "among the 31 who died"."""
    those = clause.at(index + 1)
    counted = those is not None and those.part == Part.NOUN and those.number is not None
    return counted and clause.part(index + 2) == Part.RELATIVE


def among_counted(clause: Clause, index: int, lexicons: Lexicons) -> str:
    """What befell those counted behind "among", said by the word behind them: "among the 31 dead", "among six people killed"."""
    those, told = clause.at(index + 1), clause.at(index + 2 + _is_who(clause, index))
    if those is None or told is None or those.part != Part.NOUN or those.number is None or those.countable is not None:
        return ""
    people = those.kind in ("person", "household") or not those.head
    return outcome_named(told, lexicons) if people and told.part in (Part.STATE, Part.VERB) else ""
