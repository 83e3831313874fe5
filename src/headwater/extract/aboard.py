"""Those aboard: what befell a vessel befell the people it is said to carry."""

from __future__ import annotations

from headwater.extract.chunks import Clause, Part
from headwater.extract.lexicons import Lexicons
from headwater.extract.settling import Settled

__all__ = ["add_aboard"]


def add_aboard(clause: Clause, settled: dict[int, Settled], lexicons: Lexicons) -> None:
    """Settle the people of "three boats with 26 sailors were seized" and "the boats had 26 sailors aboard"."""
    words = lexicons.outcomes.aboard
    for index in clause.counting:
        chunk, link, people = clause.at(index - 2), clause.at(index - 1), clause.chunks[index]
        if chunk is None or link is None or chunk.kind != "vehicle":
            continue
        held = settled.get(chunk.first)
        carries = link.word in words["verbs"] if link.part == Part.VERB else link.word in words["prepositions"]
        if held is None or not carries or people.kind != "person" or people.number is None:
            continue
        if held.outcomes and held.outcomes[0] in words["outcomes"] and people.first not in settled:
            settled[people.first] = Settled(people, list(held.outcomes), "aboard", group=people.group)
