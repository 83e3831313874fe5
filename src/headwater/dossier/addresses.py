"""Where the parts of a dossier are found: anchors of one page, or paths of a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from headwater.model import identifier

__all__ = ["Addresses", "anchor"]

_PAGE: Mapping[str, str] = MappingProxyType({})


def anchor(kind: str, *parts: str) -> str:
    """The id of an element of the page: letters, digits and hyphens, whatever the parts hold.

    >>> anchor("measure", "m0123456789ab")
    'measure-m0123456789ab'
    >>> anchor("report", "a folder/odd name?.html") == anchor("report", "a folder/odd name?.html")
    True
    """
    plain = all(part.isascii() and part.isalnum() for part in parts)
    return "-".join((kind, *parts)) if plain else f"{kind}-{identifier('a', *parts)}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Hyperlinks by kind of thing; without a pattern for its kind a thing is an anchor of this page.

    Args:
        patterns: a format string for each kind that lives elsewhere, as in `{"report": "/reports/{0}"}`.

    >>> Addresses().to("measure", "mabc")
    '#measure-mabc'
    >>> Addresses({"measure": "/measures/{0}"}).to("measure", "mabc")
    '/measures/mabc'
    """

    patterns: Mapping[str, str] = field(default_factory=lambda: _PAGE)

    def to(self, kind: str, *parts: str) -> str:
        """The hyperlink of one thing."""
        pattern = self.patterns.get(kind)
        name = anchor(kind, *parts)
        return "#" + name if pattern is None else pattern.format(*name.split("-")[1:])
