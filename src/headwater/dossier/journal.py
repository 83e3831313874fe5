"""What a dossier tells besides the records: what people settled, and what is new since the case was last written."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["News", "Settlement"]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person said of a finding: in which words, who, when (EDTF), and why."""

    verdict: str
    reviewer: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new: documents, readings and moved origins (id of the measure, place of the reading in it), ids of findings.

    `superseded` are the findings that tell of a later count by the same speaker.
    """

    documents: tuple[str, ...]
    readings: tuple[tuple[str, int], ...] = ()
    findings: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    moved: tuple[tuple[str, int], ...] = ()
