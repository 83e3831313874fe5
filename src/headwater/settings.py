"""Every option, once: its default, bounds and help. Command line, environment, file and documentation derive from here."""

from __future__ import annotations

import os
import typing
from collections.abc import Iterator, Mapping
from dataclasses import Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import tomli

from headwater.errors import SettingError
from headwater.messages import reason, told

__all__ = ["Option", "Settings", "from_environment", "from_file", "options"]


def _option(default: Any, text: str, **bounds: Any) -> Any:
    return field(default=default, metadata={"help": text, **bounds})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All options of a run; those that change what is derived are part of every cache key (`derives`)."""

    bounds: str = _option(
        "literal",
        "How vague words are bounded: 'literal' keeps them unbounded; 'acled' takes tens as 10, dozens as 12, hundreds as 100.",
        choices=("literal", "acled"),
    )
    language: str = _option("en", "Language that figures are read in, where a report does not tell.")
    workers: int = _option(
        0, "Worker processes; 0 takes one a core, 1 runs in this process.", low=0, high=256, derives=False
    )
    max_bytes: int = _option(
        50_000_000, "Largest file that is read, in bytes; a larger one is listed as a problem.", low=1, high=2**40
    )
    gram: int = _option(4, "Words in one fingerprint of the lineage engine.", low=2, high=12)
    window: int = _option(4, "Fingerprints of which one is kept (winnowing).", low=1, high=64)
    common: int = _option(100, "Reports that may share a fingerprint before it counts as common.", low=2, high=100_000)
    known: str = _option(
        "",
        "JSON Lines file that gives a report's publisher, published or parent by hand (docs/lineage.md).",
        derives=False,
    )
    seed: int = _option(20_260_101, "Seed of the samples drawn for origin intervals.", low=0, high=2**31)

    def __post_init__(self) -> None:
        for option in options():
            option.check(getattr(self, option.name))

    def derived_key(self) -> dict[str, Any]:
        """The options that change what is derived from a report, for cache keys and the manifest."""
        derives = {option.name for option in options() if option.derives}
        return {name: value for name, value in sorted(asdict(self).items()) if name in derives}


@dataclass(frozen=True, slots=True)
class Option:
    """One option as every surface shows it."""

    name: str
    kind: type
    default: Any
    help: str
    choices: tuple[str, ...] | None
    low: int | None
    high: int | None
    derives: bool

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"HEADWATER_{self.name.upper()}"

    @property
    def flag(self) -> str:
        """The command-line flag that sets it."""
        return "--" + self.name.replace("_", "-")

    def check(self, value: Any) -> None:
        """Pass over a value that the option can take.

        Raises:
            SettingError: the value is of another kind, or out of bounds.
        """
        if not isinstance(value, self.kind) or isinstance(value, bool):
            kind = self.kind.__name__
            raise SettingError(
                *told(
                    "setting.kind", name=self.flag, value=repr(value), kind=kind, example=f"{self.flag} {self.default}"
                )
            )
        if self.choices and value not in self.choices:
            raise SettingError(
                *told("setting.choice", name=self.flag, value=repr(value), choices=", ".join(self.choices))
            )
        if isinstance(value, int) and not self._within(value):
            raise SettingError(*told("setting.bounds", name=self.flag, value=value, low=self.low, high=self.high))

    def _within(self, value: int) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def parse(self, text: str) -> Any:
        """The value that a text stands for, unchecked bounds.

        Raises:
            SettingError: the text is no value of the option's kind.
        """
        try:
            return self.kind(text)
        except ValueError:
            example = f"{self.variable}={self.default}"
            kind = self.kind.__name__
            raise SettingError(
                *told("setting.kind", name=self.variable, value=repr(text), kind=kind, example=example)
            ) from None


def options() -> Iterator[Option]:
    """Every option of `Settings`, in the order of its fields."""
    hints = typing.get_type_hints(Settings)
    for item in fields(Settings):
        yield _describe(item, hints[item.name])


def _describe(item: Field[Any], kind: type) -> Option:
    more: Mapping[str, Any] = item.metadata
    return Option(
        name=item.name,
        kind=kind,
        default=item.default,
        help=more["help"],
        choices=more.get("choices"),
        low=more.get("low"),
        high=more.get("high"),
        derives=more.get("derives", True),
    )


def from_environment(base: Settings, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings with what `HEADWATER_…` variables say laid over them.

    >>> from_environment(Settings(), {"HEADWATER_BOUNDS": "acled"}).bounds
    'acled'
    """
    variables = os.environ if environment is None else environment
    given = {
        option.name: option.parse(variables[option.variable]) for option in options() if option.variable in variables
    }
    return replace(base, **given)


def from_file(base: Settings, path: Path) -> Settings:
    """The settings with what a TOML file says laid over them.

    Raises:
        SettingError: the file cannot be read, is no TOML, or names an option that does not exist.
    """
    try:
        given = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(*told("setting.file", path=path, reason=reason(error))) from error
    known = {option.name for option in options()}
    for name in given:
        if name not in known:
            raise SettingError(*told("setting.unknown", path=path, name=name, known=", ".join(sorted(known))))
    return replace(base, **given)
