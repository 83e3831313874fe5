"""The part of docs/findings.md that is made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

# Importing the stage registers the rules.
from headwater.examine import stage
from headwater.examine.registry import Rule, rules
from headwater.model import Level

__all__ = ["BEGINS", "ENDS", "filled", "handbook"]

BEGINS = "<!-- rules: made by headwater.examine.handbook -->"
ENDS = "<!-- end of rules -->"

WHERE = {"inside": "inside one report", "between": "between reports", "events": "between events"}

LEVELS = {
    Level.DOES_NOT_FIT: "Does not fit",
    Level.COUNTS_DIFFER: "Counts differ",
    Level.OTHER_WORDS: "Said in other words",
    Level.NOTE: "Notes",
}


def handbook() -> str:
    """Every rule in Markdown, by level: its kind, its name and version, and its docstring, which is its text for users."""
    assert stage.MODULES
    return "\n".join(_lines())


def filled(page: str) -> str:
    r"""A page with the rules of today between the two marks.

    >>> filled(f"before\n{BEGINS}\nold\n{ENDS}\nafter").startswith("before")
    True
    """
    before, _, rest = page.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n{handbook()}\n{ENDS}{after}"


def _lines() -> Iterator[str]:
    for level, heading in LEVELS.items():
        yield f"\n### {heading}"
        for rule in rules():
            if rule.level is level:
                yield from _told(rule)


def _told(rule: Rule) -> Iterator[str]:
    yield f"\n**`{rule.kind.value}`**, {WHERE[rule.scope]} (rule `{rule.name}/{rule.version}`)\n"
    yield rule.text
