"""Readings → how many independent origins stand behind each, with names and reasons.

Each reading is taken by itself: reports are tied only by a passage that carries the figure in both, by a credit, or, as a
second possibility, by a set of figures that this one belongs to. Published times do not come into it: they say who came
first, not whether two are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.lineage.asked import FORM, Asked, note, taken
from headwater.lineage.attributed import attributed
from headwater.lineage.given import GivenParents
from headwater.lineage.ground import Ground
from headwater.lineage.readingkeys import FORM as BY_EVENT
from headwater.lineage.readingkeys import reading_keys
from headwater.lineage.textual import parts_of, textual
from headwater.lineage.ties import Ties, ties_of
from headwater.model import Descent, Figure, Measure, Origins, Reading, Report
from headwater.model.changing import with_fields
from headwater.model.ports import Keeping
from headwater.settings import Settings

__all__ = ["count", "counted"]


def count(
    measures: Sequence[Measure],
    reports: Sequence[Report],
    figures: Mapping[str, Sequence[Figure]],
    descent: Descent,
    settings: Settings,
    given: GivenParents | None = None,
    kept: Keeping | None = None,
) -> tuple[Measure, ...]:
    """The measures with the origins of each reading filled in, as `counted` does; the other arguments are those of `Ground.of`."""
    return counted(measures, Ground.of(reports, figures, settings, None, given, kept), descent)


def counted(
    measures: Sequence[Measure], ground: Ground, descent: Descent, marks: Mapping[str, str] | None = None
) -> tuple[Measure, ...]:
    """The measures with the origins of each reading filled in.

    Exact copies count as one report before anything else is done, so that adding one changes nothing.

    Args:
        measures: as collated.
        ground: of all reports and figures.
        descent: as `stage.traced` made it on the same ground.
        marks: for each document a hash of all that it and its figures are, where there are such.
    """
    ties = ties_of(ground, descent)
    asked = Asked(ground.figures, ties)
    table = ground.table("readings", FORM)
    readings = [reading for measure in measures for reading in measure.readings]
    keys = reading_keys(measures, asked, marks, ground.table("asked", BY_EVENT))
    found = taken(table, table.find(keys))
    fresh = [place for place, one in enumerate(found) if one is None]
    made = [
        _counted(asked, reading, ties, ground.settings) if one is None else one
        for one, reading in zip(found, readings, strict=True)
    ]
    note(table, keys[fresh], [made[place] for place in fresh])
    ties.texts.save()
    rest = iter(made)
    with_origins, with_readings = with_fields(Reading, "origins"), with_fields(Measure, "readings")
    return tuple(
        with_readings(measure, tuple([with_origins(reading, next(rest)) for reading in measure.readings]))
        for measure in measures
    )


def _counted(asked: Asked, reading: Reading, ties: Ties, settings: Settings) -> Origins:
    given = asked.of(reading)
    parts = parts_of(given, ties, settings.seed)
    return Origins(textual(given, ties, parts), attributed(asked.told(given), ties, parts))
