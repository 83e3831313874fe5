"""What stops a run: named errors, each with a slug, a cause and one next step."""

from __future__ import annotations

__all__ = ["CaseError", "ExtensionMissingError", "HeadwaterError", "InputError", "LanguageDataError", "SettingError"]


class HeadwaterError(Exception):
    """Something that stops a run, told in two lines: what happened, and what to do next.

    Args:
        cause: what happened, naming the file or option concerned.
        next_step: one thing the user can do about it.
    """

    slug = "error"

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.cause}\n{self.next_step}"

    def __reduce__(self) -> tuple[type[HeadwaterError], tuple[str, str]]:
        # Errors cross process borders; without this, unpickling would lose the next step.
        return type(self), (self.cause, self.next_step)


class InputError(HeadwaterError):
    """The reports named cannot be read at all."""

    slug = "input"


class SettingError(HeadwaterError):
    """An option has a value that it cannot take."""

    slug = "setting"


class CaseError(HeadwaterError):
    """The case's folder or file cannot be opened or written."""

    slug = "case"


class LanguageDataError(HeadwaterError):
    """A file of language data does not say what its reader needs."""

    slug = "language-data"


class ExtensionMissingError(HeadwaterError):
    """An optional library is needed that is not installed."""

    slug = "extension"
