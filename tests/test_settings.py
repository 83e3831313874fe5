"""Options are declared once; the environment, files and documentation say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.errors import SettingError
from headwater.settings import Settings, from_environment, from_file, options


def test_every_option_is_in_the_documentation_with_its_default() -> None:
    text = Path("docs/settings.md").read_text(encoding="utf-8")
    for option in options():
        assert f"| `{option.flag}` | `{option.variable}` | `{option.default}` |" in text


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('bounds = "acled"\nworkers = 3\n')
    settings = from_environment(from_file(Settings(), tmp_path / "s.toml"), {"HEADWATER_WORKERS": "1"})
    assert (settings.bounds, settings.workers) == ("acled", 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bonds = 1", "bonds"),
        ("workers = 'two'", "int"),
        ("workers = 9999", "256"),
        ("bounds = [", "s.toml"),
        ("bounds = 'x'", "literal"),
    ],
)
def test_a_file_that_cannot_be_followed_is_told(tmp_path: Path, text: str, names: str) -> None:
    (tmp_path / "s.toml").write_text(text)
    with pytest.raises(SettingError) as caught:
        from_file(Settings(), tmp_path / "s.toml")
    assert names in str(caught.value)


def test_an_environment_variable_of_another_kind_is_told() -> None:
    with pytest.raises(SettingError, match="HEADWATER_WORKERS"):
        from_environment(Settings(), {"HEADWATER_WORKERS": "many"})


def test_workers_do_not_change_what_is_derived() -> None:
    assert Settings(workers=1).derived_key() == Settings(workers=2).derived_key()
    assert Settings(bounds="acled").derived_key() != Settings().derived_key()
