"""Who speaks is not counted by it: "three survivors said" tells of no three who survived in all."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import chain

from headwater.language import Language
from headwater.language.cues import lexicon
from headwater.model import Attribution, Figure, Outcome
from headwater.model.changing import changed

__all__ = ["uncounted"]

_NOUNS = ("noun", "modifier", "part")


def uncounted(figures: Sequence[Figure], said: Sequence[Attribution], language: Language) -> list[Figure]:
    """The figures, those that are but the number of the people who speak without an outcome: "according to three survivors".

    Only their noun tells one, or whom they are a part of ("one of them said"); "families of 52 men who died" and "the 14 who were hurt said" are told of more.
    Nobody is taken in who says something by a verb that may mean either: "two men died, the driver admitted".
    """
    heads = {one.source.start for one in said}
    if not heads:
        return list(figures)
    receiving = lexicon(language).words.get("receiving", frozenset())
    admitting = {one.source.start for one in said if one.cue.quote.split()[-1].lower() in receiving}
    wholes = set(chain.from_iterable((figure.part_of, figure.equivalent_to) for figure in figures))
    return [
        changed(figure, id=_unnamed(figure), outcome=None, part_of=None, rule="unattached")
        if figure.start in heads
        and (figure.rule in _NOUNS or _is_admitting(figure, admitting))
        and figure.outcome is not None
        and figure.id not in wholes
        else figure
        for figure in figures
        if not (figure.implied and _is_admitting(figure, admitting) and figure.id not in wholes)
    ]


def _is_admitting(figure: Figure, admitting: Container[int]) -> bool:
    return figure.start in admitting and figure.rule == "passive" and figure.outcome is Outcome.HOSPITALISED


def _unnamed(figure: Figure) -> str:
    return Figure.identify(figure.document, figure.start, figure.end, None, figure.group)
