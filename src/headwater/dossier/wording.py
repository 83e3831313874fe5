"""The page's own words, from message catalogues with language-neutral ids."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from babel import Locale

from headwater.dossier.inline import Inline, Note, Piece, Text
from headwater.messages import compiled, pattern

__all__ = ["Wording", "available_wordings", "load_wording"]

_FOLDER = Path(__file__).parent / "wording"


@dataclass(frozen=True)
class Wording:
    """What the page says, in one language.

    A message may hold `{names}`, filled by keyword, and `*words*` that are set in the edition's italic voice.
    """

    locale: Locale
    messages: gettext.NullTranslations

    def say(self, message: str, /, **values: object) -> str:
        """One message as plain text.

        Raises:
            KeyError: the catalogue has no such message, or the message wants a value that was not given.
        """
        return self._pattern(message, values).replace("*", "").format(**values)

    def line(self, message: str, /, **values: object) -> Inline:
        """One message as pieces; a value that is a piece, or a tuple of pieces, stays what it is."""
        pieces: list[Piece] = []
        slanted = False
        for literal, name, _, _ in Formatter().parse(self._pattern(message, values)):
            for number, part in enumerate(literal.split("*")):
                slanted = slanted != bool(number)
                if part:
                    pieces.append(Note(part) if slanted else Text(part))
            if name is not None:
                pieces += _pieces(values[name], slanted)
        return tuple(pieces)

    def has(self, message: str) -> bool:
        """Whether the catalogue has a message."""
        return self.messages.gettext(message) != message

    def _pattern(self, message: str, values: dict[str, object]) -> str:
        found = pattern(self.messages, message, values.get("n"))
        if found is None:
            raise KeyError(f"the catalogue of {self.locale} has no message {message!r}")
        return found


def _pieces(value: object, slanted: bool) -> list[Piece]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, str | int):
        return [Note(str(value)) if slanted else Text(str(value))]
    return [value]  # type: ignore[list-item]


def available_wordings() -> tuple[str, ...]:
    """Languages that the page can be written in."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.po")))


@cache
def load_wording(language: str = "en", folder: Path | None = None) -> Wording:
    """The catalogue of a language in a folder of catalogues, the page's own by default; of one that is not there, English.

    What another folder's catalogue does not have is looked up in the page's own.

    The `.po` file is compiled in memory when it is first asked for: translators edit one text file, and nothing that
    could fall behind it is shipped.
    """
    folder = folder or _FOLDER
    path = folder / f"{language}.po"
    if not path.exists():
        path = folder / "en.po"
    locale, messages = compiled(path)
    if folder != _FOLDER:
        messages.add_fallback(load_wording(path.stem).messages)
    return Wording(locale, messages)
