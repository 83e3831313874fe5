"""What tracing descent makes of all reports together."""

from __future__ import annotations

from headwater.model.link import Link
from headwater.model.origin import Origin, Parents
from headwater.model.record import record

__all__ = ["Descent"]


@record(kw_only=True)
class Descent:
    """How reports are related: links, likely parents, and the unseen origins among them."""

    links: tuple[Link, ...] = ()
    parents: tuple[Parents, ...] = ()
    origins: tuple[Origin, ...] = ()
