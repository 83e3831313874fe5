"""What stops a run, what could not be read and what was found, in words from a message catalogue with language-neutral ids.

The lowest room of the house: every stage can say what it has to say, and none writes the words itself. How numbers, days and lists are
written follows the catalogue's language, by CLDR, whatever the language of the reports and the locale of the machine.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from babel import Locale

__all__ = ["compiled", "day", "listing", "number", "pattern", "reason", "say", "told", "weekday"]

CATALOGUE = Path(__file__).parent / "en.po"


def compiled(path: Path) -> tuple[Locale, gettext.GNUTranslations]:
    """A `.po` file's locale and messages, compiled in memory: nothing is shipped that could fall behind it."""
    from babel import Locale
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        catalogue = read_po(source)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return catalogue.locale or Locale.parse(path.stem), gettext.GNUTranslations(made)


@cache
def _spoken() -> tuple[Locale, gettext.GNUTranslations]:
    # Where there is nothing to say the catalogue is never read, nor what compiles it loaded.
    return compiled(CATALOGUE)


def pattern(messages: gettext.NullTranslations, message: str, count: object = None) -> str | None:
    """A message with its `{names}` still in it, in the form of a count where it has several; `None` where there is none."""
    # A message that changes with a count is one that the catalogue gives plural forms for.
    many = messages.ngettext(message, message, count) if isinstance(count, int) else message
    found = many if many != message else messages.gettext(message)
    return found if found != message else None


def say(message: str, /, **values: object) -> str:
    """One message, its `{names}` filled in; one that changes with a count takes it as `n`.

    >>> say("problem.encrypted")
    'The PDF asks for a password; save it without one.'

    Raises:
        KeyError: the catalogue has no such message, or the message wants a value that was not given.
    """
    found = pattern(_spoken()[1], message, values.get("n"))
    if found is None:
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


def number(value: Decimal) -> str:
    """A number in digits, thousands set off.

    >>> from decimal import Decimal
    >>> number(Decimal("1275")), number(Decimal("3.50"))
    ('1,275', '3.5')
    """
    from babel.numbers import format_decimal

    return format_decimal(value.normalize(), locale=_spoken()[0], decimal_quantization=False)


def listing(items: Iterable[str]) -> str:
    """A list in words.

    >>> listing("a"), listing("ab"), listing("abc")
    ('a', 'a and b', 'a, b and c')
    """
    from babel.lists import format_list

    return format_list([*items], locale=_spoken()[0])


def day(value: date) -> str:
    """A day with its month in words.

    >>> from datetime import date
    >>> day(date(2011, 5, 3))
    '3 May 2011'
    """
    from babel.dates import format_date

    return format_date(value, "d MMMM y", locale=_spoken()[0])


def weekday(value: date) -> str:
    """The weekday of a day.

    >>> from datetime import date
    >>> weekday(date(2011, 5, 3))
    'Tuesday'
    """
    from babel.dates import format_date

    return format_date(value, "EEEE", locale=_spoken()[0])
