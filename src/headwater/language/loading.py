"""Loading of a language's folder; what a section means is said by the module that reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli

from headwater.errors import LanguageDataError
from headwater.messages import told

__all__ = ["Language", "available", "load"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, eq=False)
class Language:
    """One language: a code, and a folder of TOML files, each a section.

    Sections are typed by the modules beside this one (`numbers`, `hedges`, `outcomes` …), each of which has a function
    `lexicon(language)` that is cached for the language. `load` gives one and the same for a code and a folder, also in another process:
    lexicons are looked up several times a sentence, and what is told apart by identity is found at once.
    """

    code: str
    folder: Path

    def section(self, name: str) -> Mapping[str, Any]:
        """The raw tables of one section; empty where the language has no such file.

        Raises:
            LanguageDataError: the file is no TOML.
        """
        path = self.folder / f"{name}.toml"
        if not path.exists():
            return {}
        try:
            return tomli.loads(path.read_text(encoding="utf-8"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LanguageDataError(*told("language.file", path=path, reason=error)) from error

    def lines(self, name: str) -> Sequence[str]:
        """The lines of a plain list; none where the language has no such file."""
        path = self.folder / f"{name}.txt"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else ()

    @cached_property
    def digest(self) -> str:
        """A hash of all the language's data, part of every cache key."""
        whole = sha256()
        for path in sorted(path for kind in ("*.toml", "*.gz", "*.txt") for path in self.folder.glob(kind)):
            whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return whole.hexdigest()[:16]

    def __reduce__(self) -> tuple[Callable[[str, Path], Language], tuple[str, Path]]:
        return _one, (self.code, self.folder)


def available() -> tuple[str, ...]:
    """Codes of the languages that ship with Headwater."""
    return tuple(sorted(path.name for path in DATA.iterdir() if path.is_dir()))


@cache
def load(code: str = "en", folder: Path | None = None) -> Language:
    """The language of a code, from the package's data or from a folder of one's own.

    Raises:
        LanguageDataError: there is no such folder.
    """
    place = folder or DATA / code
    if not place.is_dir():
        raise LanguageDataError(*told("language.none", code=repr(code), known=", ".join(available())))
    return _one(code, place)


@cache
def _one(code: str, folder: Path) -> Language:
    """The one language of a code and a folder."""
    return Language(code, folder)
