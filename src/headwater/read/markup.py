"""What an element of a page is, by its tag, role and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import tomli

__all__ = ["Markup", "is_hidden", "markup", "names_of"]

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """Names of elements, roles and classes, as `markup.toml` has them."""

    skipped: frozenset[str]
    lines: frozenset[str]
    furniture: frozenset[str]
    roles: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def is_line(self, tag: str) -> bool:
        """Whether an element stands on lines of its own."""
        return tag in self.lines or "-" in tag

    def is_furniture(self, tag: str, role: str, names: str) -> bool:
        """Whether what an element holds is page furniture, by its tag, its ARIA role, or the words of its class and id.

        >>> markup().is_furniture("div", "", "post-related-links"), markup().is_furniture("div", "", "post-body")
        (True, False)
        """
        return tag in self.furniture or role in self.roles or self._named(names)

    def _named(self, names: str) -> bool:
        return bool(names) and _named_furniture(names)


@cache
def markup() -> Markup:
    """The names that `markup.toml` beside this module gives."""
    data: dict[str, Any] = tomli.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    pairs = frozenset((first, second) for first, second in (pair.split() for pair in data.pop("pairs")))
    return Markup(**{name: frozenset(words) for name, words in data.items()}, pairs=pairs)


@cache
def _named_furniture(names: str) -> bool:
    words = [word.lower() for word in _WORD.findall(names)]
    known = markup()
    return any(word in known.names for word in words) or any(pair in known.pairs for pair in pairwise(words))


def names_of(attributes: Any) -> str:
    """The words of an element's class and id; none where they are too long to be names."""
    found = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
    return found if len(found) <= 300 else ""


def is_hidden(attributes: Any) -> bool:
    """Whether a browser shows the element not at all."""
    if attributes.get("hidden") is not None or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN.search(style) is not None
