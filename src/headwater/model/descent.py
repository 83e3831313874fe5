"""What tracing descent makes of all reports together."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.link import Link
from headwater.model.origin import Origin, Parents

__all__ = ["Descent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """How reports are related: links, likely parents, and the unseen origins among them."""

    links: tuple[Link, ...] = ()
    parents: tuple[Parents, ...] = ()
    origins: tuple[Origin, ...] = ()
