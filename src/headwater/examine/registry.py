"""The rules of findings: one a function, registered with kind, level, version and its docstring, which is its text for users."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from headwater.examine.account import Account
from headwater.examine.comparison import Comparison
from headwater.model import Dating, Figure, Finding, FindingKind, FindingSpan, Level, identifier

__all__ = ["Found", "Rule", "Scope", "rule", "rules"]

Scope = Literal["inside", "between", "events"]
"""What a rule looks at: one report; the reports on one event, side by side; the events of a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule found, before it has a name: the words, what is said of them, and the arithmetic.

    `spans` are in the order in which they are to be read; `level` is that of the rule where none is given.
    """

    text: str
    spans: Sequence[FindingSpan]
    arithmetic: str | None = None
    figures: Sequence[Figure] = ()
    datings: Sequence[Dating] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with all that a user may want to know about it."""

    name: str
    kind: FindingKind
    level: Level
    scope: Scope
    version: int
    text: str
    apply: Callable[..., Iterable[Found]]

    def findings(self, subject: Account | Comparison) -> Iterator[Finding]:
        """What the rule finds in a report, between the reports on an event, or between events."""
        for found in self.apply(subject):
            yield self._finding(found)

    def _finding(self, found: Found) -> Finding:
        spans = tuple(dict.fromkeys(found.spans))
        places = (f"{span.document}:{span.start}-{span.end}" for span in sorted(spans, key=_place))
        return Finding(
            id=identifier("n", self.name, *places),
            kind=self.kind,
            level=found.level or self.level,
            rule=f"{self.name}/{self.version}",
            documents=tuple(sorted({span.document for span in spans})),
            figures=tuple(dict.fromkeys(figure.id for figure in found.figures)),
            datings=tuple(dict.fromkeys(dating.id for dating in found.datings)),
            spans=spans,
            text=found.text,
            arithmetic=found.arithmetic,
        )


def _place(span: FindingSpan) -> tuple[str, int, int]:
    return span.document, span.start, span.end


_RULES: dict[str, Rule] = {}
F = TypeVar("F", bound=Callable[..., Iterable[Found]])


def rule(kind: FindingKind, level: Level, scope: Scope, version: int = 1) -> Callable[[F], F]:
    """A decorator that registers a rule under its function's name; raise `version` when what it finds changes."""

    def register(function: F) -> F:
        text = inspect.cleandoc(function.__doc__ or "")
        _RULES[function.__name__] = Rule(function.__name__, kind, level, scope, version, text, function)
        return function

    return register


def rules(scope: Scope | None = None) -> tuple[Rule, ...]:
    """All rules, or those of one scope, in the order of levels and names."""
    order = list(Level)
    chosen = (one for one in _RULES.values() if scope is None or one.scope == scope)
    return tuple(sorted(chosen, key=lambda one: (order.index(one.level), one.name)))
