"""The frames of one sentence: its noun groups with what befell those they count."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.all_of import settle_all
from headwater.extract.bracket_shares import share_brackets
from headwater.extract.brackets import unbracket
from headwater.extract.breakdowns import add_breakdowns
from headwater.extract.changes import add_changes, add_totals
from headwater.extract.chunking import chunk
from headwater.extract.chunks import Chunk, Clause, Holds, Mark, Part
from headwater.extract.counted_groups import add_groups, add_kinds, add_losses, add_sufferers
from headwater.extract.damage import add_damage
from headwater.extract.ellipses import add_bracketed, add_ellipses, add_followed
from headwater.extract.enumerated import add_enumerated
from headwater.extract.fact_boxes import with_its_noun
from headwater.extract.having import add_having
from headwater.extract.identified import identified
from headwater.extract.identities import add_identities, is_exception
from headwater.extract.imagined import imagined_from
from headwater.extract.inverted import inverted
from headwater.extract.labels import labels
from headwater.extract.lexicons import Lexicons
from headwater.extract.listed_by import add_listed
from headwater.extract.miscounted import drop_miscounted
from headwater.extract.named_places import add_places, place_parts
from headwater.extract.nearby_nouns import add_inflicted
from headwater.extract.nominal import nominal
from headwater.extract.parts import add_parts
from headwater.extract.received import add_received
from headwater.extract.respectively import add_respectively
from headwater.extract.restated import add_restated
from headwater.extract.settling import Settled, settle
from headwater.extract.shares import add_graver, add_shares
from headwater.extract.singled import add_singled
from headwater.extract.tolls import Carried, tolls
from headwater.extract.verbal import verbal
from headwater.extract.verbless import add_verbless
from headwater.grammar.numbers import Number
from headwater.grammar.sentences import Sentence

__all__ = ["read_frames"]

_NOTHING = Carried()
_HURT = (["injured"], ["affected"])
_SAYING = frozenset({Part.VERB, Part.STATE, Part.PARTS})


def read_frames(
    sentence: Sentence, numbers: Sequence[Number], lexicons: Lexicons, carried: Carried = _NOTHING
) -> tuple[Clause, dict[int, Settled]]:
    """The sentence in chunks, and its settled noun groups keyed by their first token, in text order.

    `carried` is what the sentence before leaves to be counted.
    """
    clause = with_its_noun(chunk(sentence, numbers, lexicons), lexicons)
    outer, inner = unbracket(clause)
    marks = _marks(outer, lexicons, carried)
    for chunks in inner:
        # A bracket around a name or a time says nothing of anyone.
        if any(chunk.part in _SAYING or chunk.counts or chunk.nominals or chunk.compounds for chunk in chunks):
            marks += _marks(clause.having(chunks), lexicons, carried)
    settled = settle(marks, lexicons) if marks else {}
    if settled:
        settle_all(outer, settled, lexicons)
        add_totals(outer, settled, lexicons)
        add_changes(outer, settled, lexicons)
        add_ellipses(outer, settled, lexicons)
        add_places(outer, settled, lexicons)
        add_received(outer, settled, lexicons)
        add_verbless(outer, settled, lexicons)
        add_respectively(outer, settled, lexicons)
    add_listed(clause, settled, lexicons)
    add_parts(clause, settled, lexicons)
    add_bracketed(clause, settled)
    if settled:
        add_followed(clause, settled, lexicons)
        share_brackets(clause, settled, lexicons)
        add_singled(clause, settled, lexicons)
    if numbers:
        add_shares(clause, settled, lexicons)
    if settled:
        add_graver(clause, settled, lexicons)
        add_identities(clause, settled, lexicons)
        add_breakdowns(clause, inner, settled, lexicons)
        place_parts(clause, settled, lexicons)
        add_enumerated(clause, settled)
    if numbers:
        add_having(clause, settled, lexicons)
        add_restated(clause, settled, lexicons)
        add_damage(clause, settled, lexicons)
    if settled:
        drop_miscounted(clause, settled, lexicons)
        _leave_out_degrees(clause, settled, lexicons)
        _leave_out_shares(clause, settled, lexicons)
        _leave_out_differences(clause, settled, lexicons)
        settled = dict(sorted(settled.items()))
        add_groups(clause, settled, lexicons)
        add_inflicted(clause, settled, lexicons)
        if clause.tokens[0].lower in lexicons.words("of"):
            add_kinds(clause, settled, lexicons)
        if not lexicons.words("losses").isdisjoint(clause.words):
            add_losses(clause, settled, lexicons)
        if not lexicons.suffering.isdisjoint(clause.words):
            add_sufferers(clause, settled, lexicons)
    return clause, settled


def _leave_out_degrees(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Leave out "none" that only says how: "wounding 16, none seriously"; "none fatally" says that nobody died, "one fatally" that one did."""
    fatally, degree = lexicons.words("fatally"), lexicons.words("degree")
    asked = not (fatally.isdisjoint(clause.words) and lexicons.words("nobody").isdisjoint(clause.words))
    for index in clause.counting if asked else ():
        chunk = clause.chunks[index]
        held, following = settled.get(chunk.first), clause.tokens[chunk.last : chunk.last + 1]
        if held is None or not following or clause.part(index + 1) == Part.VERB:
            continue
        if following[0].lower in fatally and held.outcomes[:1] in _HURT and not chunk.head:
            held.outcomes = ["killed"]
            before = settled.get(clause.chunks[index - 2].first) if clause.part(index - 1) == Part.COMMA else None
            held.whole = held.whole or before
        elif following[0].lower in degree and chunk.negated:
            del settled[chunk.first]


def _leave_out_shares(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Leave out numbers alone that only say how many each has of those before: "exchanged 64 prisoners, 32 each"."""
    apiece = lexicons.words("apiece")
    for index in () if apiece.isdisjoint(clause.words) else clause.counting:
        chunk = clause.chunks[index]
        each = chunk.last < len(clause.tokens) and clause.tokens[chunk.last].lower in apiece
        if each and not chunk.head and clause.part(index - 1) == Part.COMMA:
            settled.pop(chunk.first, None)


def _leave_out_differences(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Leave out numbers that only say how many more or fewer than at another time: "arrested 120, 45 more than on Saturday"."""
    than, differing = lexicons.words("than"), lexicons.words("differing")
    for index in () if than.isdisjoint(clause.words) else clause.counting:
        chunk = clause.chunks[index]
        number = chunk.number
        if number is None or chunk.first not in settled:
            continue
        behind = [token for token in clause.tokens[chunk.first : chunk.last + 3] if token.start >= number.end][:3]
        compares = len(behind) > 2 and behind[0].lower in differing and behind[1].lower in than
        following = clause.at(index + 1)
        if compares and not behind[2].lower.isdigit() and (following is None or following.number is None):
            del settled[chunk.first]


def _marks(clause: Clause, lexicons: Lexicons, carried: Carried) -> list[Mark]:
    counting = clause.holds & Holds.COUNT
    marks = [*tolls(clause, lexicons, carried)] if counting else []
    marks += identified(clause, lexicons)
    marks += verbal(clause, lexicons)
    marks += nominal(clause, lexicons)
    if counting:
        marks += labels(clause, lexicons)
    marks += inverted(clause, lexicons)
    if marks and not lexicons.sparing.isdisjoint(clause.words):
        spared = _spared(clause, lexicons)
        marks = [mark for mark in marks if mark.chunk.first not in spared]
    begins = None if lexicons.imagining.isdisjoint(clause.words) else imagined_from(clause, lexicons)
    return marks if begins is None else [mark for mark in marks if mark.chunk.first < begins]


def _spared(clause: Clause, lexicons: Lexicons) -> frozenset[int]:
    """First tokens of those who are left out of what is said: "all but three", "12 people, not 30", "nor his wife"."""
    return frozenset(
        chunk.first
        for chunk in clause.chunks
        if chunk.part == Part.NOUN and chunk.first and _is_spared(clause, chunk, lexicons)
    )


def _is_spared(clause: Clause, chunk: Chunk, lexicons: Lexicons) -> bool:
    one = clause.tokens[chunk.first - 1].lower
    if one in lexicons.words("neither_nor"):
        return not chunk.negated
    if chunk.number is None or chunk.first < 2:
        return False
    return one in lexicons.words("not") or is_exception(clause, chunk, lexicons)
