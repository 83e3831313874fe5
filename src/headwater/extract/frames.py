"""The frames of one sentence: its noun groups with what befell those they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.extract.brackets import unbracket
from headwater.extract.chunking import chunk
from headwater.extract.chunks import Clause, Mark
from headwater.extract.damage import add_damage
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import nominal
from headwater.extract.parts import add_breakdowns, add_ellipses, add_groups, add_identities, add_parts, add_shares
from headwater.extract.settling import Settled, settle
from headwater.extract.tolls import tolls
from headwater.extract.verbal import verbal
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token

__all__ = ["read_frames"]


def read_frames(
    tokens: Sequence[Token], numbers: Sequence[Number], lexicons: Lexicons, carried: str = ""
) -> tuple[Clause, dict[int, Settled]]:
    """The sentence in chunks, and its settled noun groups keyed by their first token, in text order.

    `carried` is the outcome of a count that the sentence before named without giving it.
    """
    clause = chunk(tokens, numbers, lexicons)
    outer, inner = unbracket(clause)
    settled = settle(_marks([outer, *inner], lexicons, carried), lexicons)
    add_ellipses(outer, settled, lexicons)
    add_parts(clause, settled, lexicons)
    add_shares(clause, settled, lexicons)
    add_identities(clause, settled, lexicons)
    add_breakdowns(clause, inner, settled)
    add_damage(clause, settled, lexicons)
    settled = dict(sorted(settled.items()))
    add_groups(settled)
    return clause, settled


def _marks(clauses: Sequence[Clause], lexicons: Lexicons, carried: str) -> Iterator[Mark]:
    for clause in clauses:
        yield from tolls(clause, lexicons, carried)
        yield from verbal(clause, lexicons)
        yield from nominal(clause, lexicons)
