"""All that a case holds, as exports and the dossier take it."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from headwater.model.attribution import Attribution
from headwater.model.collation import Measure
from headwater.model.dating import Dating
from headwater.model.event import Event
from headwater.model.figure import Figure
from headwater.model.finding import Finding
from headwater.model.link import Link
from headwater.model.origin import Origin, Parents
from headwater.model.problem import Problem
from headwater.model.record import record
from headwater.model.report import Report
from headwater.model.statement import Statement

__all__ = ["Contents", "Manifest"]


@record(kw_only=True)
class Manifest:
    """How a case was made: no clock and no path of the machine, so that the same input gives the same bytes.

    `inputs` maps each document to the sha256 of its bytes, documents that could not be read included.
    """

    schema: int
    headwater: str
    language_data: str
    settings: dict[str, Any]
    inputs: dict[str, str]
    stages: dict[str, str] = field(default_factory=dict)


@record(kw_only=True)
class Contents:
    """Every record of a case, each kind in its order of export: by document, then by place in the text."""

    manifest: Manifest
    reports: tuple[Report, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    datings: tuple[Dating, ...] = ()
    events: tuple[Event, ...] = ()
    collation: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()
    parents: tuple[Parents, ...] = ()
    origins: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()
