"""The page's shell: templates, the style sheet, the scripts, and the policy that lets only these run."""

from __future__ import annotations

from base64 import b64encode
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from headwater.dossier.wording import Wording

__all__ = ["Shell"]

_HERE = Path(__file__).parent
_EARLY = "theme.js"


class Shell:
    """Templates with autoescape on, and assets; `say` in a template is the wording.

    In a large case (`asleep`) reports, evidence, findings and origins stand in `noscript`: a browser with scripts keeps
    them as plain text, which costs next to nothing, until one is asked for; without scripts it reads them at once.
    """

    def __init__(self, wording: Wording, *, asleep: bool = False) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._environment.globals["say"] = wording.say
        self._environment.globals["asleep"] = asleep

    def render(self, template: str, **values: Any) -> str:
        """One template filled with views."""
        return self._environment.get_template(template).render(**values)

    @cached_property
    def style(self) -> Markup:
        """The style sheet; an asset of the package, so it is not escaped."""
        return Markup("".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / "assets").glob("*.css"))))

    def printed(self, foot: str) -> Markup:
        """The style sheet with what stands at the foot of every printed page; no letter of it can end the string it is in."""
        # As style sheets have no escaping of their own in Jinja, every letter goes in by its number.
        letters = "".join(f"\\{ord(letter):x} " for letter in foot)
        return self.style + Markup(f'@page {{ @bottom-left {{ content: "{letters}"; font: 8pt sans-serif; }} }}\n')

    @cached_property
    def early(self) -> Markup:
        """The script that runs before the page is drawn, so that a chosen theme does not flash."""
        return Markup((_HERE / "assets" / _EARLY).read_text(encoding="utf-8"))

    @cached_property
    def scripts(self) -> tuple[Markup, ...]:
        """The other scripts, in the order of their names."""
        paths = sorted((_HERE / "assets").glob("*.js"))
        return tuple(Markup(path.read_text(encoding="utf-8")) for path in paths if path.name != _EARLY)

    def policy(self, style: str) -> str:
        """The content security policy: no network, no scripts or styles but those whose hashes it names."""
        scripts = " ".join(_named(script) for script in (self.early, *self.scripts))
        return (
            f"default-src 'none'; style-src {_named(style)}; script-src {scripts}; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        )


def _named(asset: str) -> str:
    return f"'sha256-{b64encode(sha256(asset.encode()).digest()).decode()}'"
