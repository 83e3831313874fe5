"""The files of the export contract, and the record that each line of them holds.

Beside the codec and not in it: whoever writes figures alone loads no record of the later rooms.
"""

from __future__ import annotations

from collections.abc import Mapping

from headwater.model.attribution import Attribution
from headwater.model.collation import Measure
from headwater.model.dating import Dating
from headwater.model.event import Event
from headwater.model.figure import Figure
from headwater.model.finding import Finding
from headwater.model.link import Link
from headwater.model.origin import Origin, Parents
from headwater.model.problem import Problem
from headwater.model.report import Report
from headwater.model.statement import Statement

__all__ = ["FILES"]

FILES: Mapping[str, type] = {
    "reports": Report,
    "figures": Figure,
    "attributions": Attribution,
    "statements": Statement,
    "datings": Dating,
    "events": Event,
    "collation": Measure,
    "findings": Finding,
    "links": Link,
    "parents": Parents,
    "origins": Origin,
    "problems": Problem,
}
"""The files of the contract (without `.jsonl`) and the record that each line of them holds."""
