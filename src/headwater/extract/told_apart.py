"""Happenings that a short report sets beside its own, by a word or by their time."""

from __future__ import annotations

from headwater.extract.beside_times import adds_up, is_again, is_earlier, is_long_ago, is_of_month
from headwater.extract.beside_words import answers, brings, came_after, in_order, named
from headwater.extract.own_event import OwnEvent

__all__ = ["begins_apart"]


def begins_apart(own: OwnEvent, at: int) -> int | None:
    """The token from which the row at an index tells of another happening than the report's own; `None` where it does not.

    By time it is asked only of a report whose own event falls on a day or so and harmed somebody: of a siege, an epidemic or a
    trial what lies months back may be its own.
    """
    row, here = own.rows[at], own.words.beside
    if here["marks"].isdisjoint(row.sentence.words) and not own.dated[at].timed:
        return None
    begins = named(own, row) if at >= own.at else None
    if begins is None and at > own.at:
        begins = came_after(own, row)
        begins = in_order(own, at) if begins is None else begins
    if begins is None and at >= own.at:
        begins = brings(own, row)
        begins = answers(own, row) if begins is None else begins
    if begins is None and at > own.at and own.is_of_a_day:
        begins = 0 if is_earlier(own, at) or is_of_month(own, at) or adds_up(own, at) else None
    if begins is None and at > own.at and own.takes and is_again(own, row):
        begins = 0 if is_long_ago(own, at) and is_of_month(own, at) else None
    return begins
