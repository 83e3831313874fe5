"""What stops a run and what could not be read, in words from a message catalogue with language-neutral ids.

The lowest room of the house: every stage can say what went wrong, and none writes the words itself.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["compiled", "reason", "say", "told"]

CATALOGUE = Path(__file__).parent / "en.po"


def compiled(path: Path) -> tuple[Locale | None, gettext.GNUTranslations]:
    """A `.po` file's locale and messages, compiled in memory: nothing is shipped that could fall behind it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        catalogue = read_po(source)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return catalogue.locale, gettext.GNUTranslations(made)


@cache
def _messages() -> gettext.GNUTranslations:
    # Where nothing goes wrong the catalogue is never read, nor what compiles it loaded.
    return compiled(CATALOGUE)[1]


def say(message: str, /, **values: object) -> str:
    """One message, its `{names}` filled in; one that changes with a count takes it as `n`.

    >>> say("problem.encrypted")
    'The PDF asks for a password; save it without one.'

    Raises:
        KeyError: the catalogue has no such message, or the message wants a value that was not given.
    """
    count = values.get("n")
    many = _messages().ngettext(message, message, count) if isinstance(count, int) else message
    found = many if many != message else _messages().gettext(message)
    if found == message:
        raise KeyError(f"{CATALOGUE.name} has no message {message!r}")
    return found.format(**values)


def told(message: str, /, **values: object) -> tuple[str, str]:
    """What stops a run, and what to do next: the two arguments of a `HeadwaterError`.

    >>> told("case.none", case="ferry-case", file="case.db")
    ('ferry-case is no case: it has no case.db', 'Name a folder that `headwater run … -o FOLDER` wrote.')
    """
    return say(message, **values), say(f"{message}.next", **values)


def reason(error: Exception) -> str:
    """What the system says of an error, without its number and without the path, which the message names.

    >>> reason(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'No such file or directory'
    """
    return getattr(error, "strerror", None) or str(error)
