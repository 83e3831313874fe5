"""Where in a page's tree a text stands, and what the markup says of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from headwater.read.markup import is_hidden, markup, names_of

__all__ = ["Place", "place_of"]

_TELLING = {
    "article",
    "main",
    "blockquote",
    "figcaption",
    "figure",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "aside",
    "header",
}
_LISTS = {"ul", "ol", "dir"}


@dataclass(slots=True, eq=False)
class Place:
    """Where in the tree a text stands; `line` is the nearest element around it that has lines of its own.

    `furniture` and `hidden` say what the markup says, of it or of an element around it; `list_level` counts lists,
    `inside` holds the tags among article, main, blockquote, figcaption, caption and headings that it stands in.
    """

    tag: str
    parent: Place | None
    line: Place | None = None
    furniture: bool = False
    hidden: bool = False
    list_level: int = 0
    inside: frozenset[str] = frozenset()


def place_of(attributes: Any, tag: str, above: Place, line: bool) -> Place:
    """The place of the text in an element, given the place of the element around it; `line`: it has lines of its own."""
    names = names_of(attributes)
    role = attributes.get("role", "")
    furniture = markup().is_furniture(tag, role, names)
    hidden = is_hidden(attributes)
    telling = tag in _TELLING
    if not (line or furniture or hidden or telling):
        return above
    place = Place(
        tag=tag,
        parent=above,
        furniture=above.furniture or furniture,
        hidden=above.hidden or hidden,
        list_level=above.list_level + (tag in _LISTS),
        inside=above.inside | {tag} if telling else above.inside,
    )
    place.line = place if line else above.line
    return place
