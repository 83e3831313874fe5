"""The terminal's own words, from its catalogue; what they share with the page is the page's."""

from __future__ import annotations

from pathlib import Path

from headwater.dossier.wording import Wording, load_wording

__all__ = ["say", "words"]


def words() -> Wording:
    """The catalogue, compiled when it is first asked for."""
    return load_wording("en", Path(__file__).parent / "wording")


def say(message: str, /, **values: object) -> str:
    """One message of it, or of the page's, as plain text.

    >>> say("list.more_names", n=2, names="a.png, b.png")
    'a.png, b.png and 2 more'
    >>> say("level.does_not_fit")
    'Does not fit'
    """
    return words().say(message, **values)
