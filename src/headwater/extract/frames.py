"""The frames of one sentence: its noun groups with what befell those they count."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunking import chunk
from headwater.extract.chunks import Clause
from headwater.extract.damage import add_damage
from headwater.extract.lexicons import Lexicons
from headwater.extract.nominal import nominal
from headwater.extract.parts import add_ellipses, add_groups, add_parts
from headwater.extract.settling import Settled, settle
from headwater.extract.tolls import tolls
from headwater.extract.verbal import verbal
from headwater.grammar.numbers import Number
from headwater.grammar.tokens import Token

__all__ = ["read_frames"]


def read_frames(
    tokens: Sequence[Token], numbers: Sequence[Number], lexicons: Lexicons, carried: str = ""
) -> tuple[Clause, dict[int, Settled]]:
    """The sentence in chunks, and its settled noun groups keyed by their first token, in text order."""
    clause = chunk(tokens, numbers, lexicons)
    marks = [*tolls(clause, lexicons, carried), *verbal(clause, lexicons), *nominal(clause, lexicons)]
    settled = settle(marks, lexicons)
    add_ellipses(clause, settled, lexicons)
    add_parts(clause, settled, lexicons)
    add_damage(clause, settled, lexicons)
    settled = dict(sorted(settled.items()))
    add_groups(settled)
    return clause, settled
