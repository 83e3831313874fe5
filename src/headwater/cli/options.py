"""Command-line options made from `headwater.settings`, so that each is declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from headwater.settings import Option, Settings, from_environment, from_file, options

__all__ = ["with_settings"]


def with_settings(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that gives a command the named options, and calls it with the `settings` that they make.

    A value on the command line goes before one in the environment (`HEADWATER_…`), and that before the file given with
    `--settings`.
    """
    chosen = [option for option in options() if option.name in names]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**given: Any) -> None:
            file = given.pop("settings_file")
            said = {option.name: given.pop(option.name) for option in chosen}
            settings = from_environment(from_file(Settings(), file) if file else Settings())
            command(
                **given,
                settings=replace(settings, **{name: value for name, value in said.items() if value is not None}),
            )

        own = inspect.signature(command, eval_str=True).parameters.values()
        parameters = [parameter for parameter in own if parameter.name != "settings"]
        parameters += [_parameter(option) for option in chosen] + [_file()]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return run

    return decorate


def _parameter(option: Option) -> inspect.Parameter:
    default = "" if option.default == "" else f"[default: {option.default}] "
    text = f"{option.help} {default}[env: {option.variable}]".replace("[", "\\[")
    annotation: Any = Annotated[
        option.kind | None,
        typer.Option(option.flag, help=text, show_default=False, rich_help_panel="Settings"),
    ]
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _file() -> inspect.Parameter:
    text = "TOML file that sets any of the settings (docs/settings.md)."
    annotation = Annotated[
        Path | None, typer.Option("--settings", help=text, show_default=False, rich_help_panel="Settings")
    ]
    return inspect.Parameter("settings_file", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
