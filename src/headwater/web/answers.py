"""What every page of the review application has in common: its frame, what went wrong, and how a decision is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from headwater.case.journal import ConflictError, Draft
from headwater.dossier.decided import decision_words, field_words, value_words
from headwater.dossier.wording import Wording, load_wording
from headwater.model import Action, Decision
from headwater.web.concerning import Concerning
from headwater.web.desk import Desk, Standings
from headwater.web.fields import FormError
from headwater.web.guard import Keys

__all__ = ["Answer", "Asked", "Conflict", "Frame", "Row"]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser asks: the fields of its address and its form, and who the reviewer says they are."""

    query: Mapping[str, str]
    form: Mapping[str, str]
    reviewer: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A page with its status, or the address to go on to."""

    page: str = ""
    status: int = 200
    to: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A field that either of two changed: before, theirs, mine; `both` where they changed it otherwise."""

    name: str
    before: str
    theirs: str
    mine: str
    both: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """What others decided on a thing since the page was made, beside what was about to be entered; nothing was entered."""

    theirs: tuple[Decision, ...]
    mine: Draft
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, theirs: tuple[Decision, ...], mine: Draft, wording: Wording) -> Conflict:
        """The conflict, field by field."""
        other: dict[str, Any] = {}
        for decision in theirs:
            other |= decision.after if decision.action != Action.UNDO else {}
        names = [name for name in {**other, **mine.after} if name not in ("sequence", "whole", "with")]
        rows = (_row(name, (theirs[0].before, other, mine.after), wording) for name in names)
        return cls(theirs, mine, tuple(rows))


def _row(name: str, values: Sequence[Mapping[str, Any]], wording: Wording) -> Row:
    """A field as it was before, in their decision and in mine."""
    before, theirs, mine = (value_words(name, one[name], wording) if name in one else "" for one in values)
    _, other, own = values
    both = name in other and name in own and other[name] != own[name]
    return Row(field_words(name, wording), before, theirs, mine, both)


class Frame:
    """The frame of the pages of one case.

    Args:
        desk: the case.
        keys: of the server; forms carry one.
        clock: the time now, in UTC, as ISO 8601.
    """

    def __init__(self, desk: Desk, keys: Keys, clock: Callable[[], str]) -> None:
        self.desk = desk
        self.keys = keys
        self.clock = clock
        wording = load_wording("en", _HERE / "wording")
        self.wording = wording
        self.say = wording.say
        self.environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {"say": wording.say, "lang": wording.locale.language}

    def page(self, template: str, now: Standings, asked: Asked, status: int = 200, **values: Any) -> Answer:
        """A page, with what all of them show."""
        shared = {
            "csrf": self.keys.form,
            "reviewer": asked.reviewer,
            "head": now.head,
            "saved": now.entries[-1].decided_at[11:19] if now.entries else "",
            "done": now.done,
            "total": len(now.order),
            "case": self.desk.case.name or "case",
            "open_findings": len(now.material.findings) - len(now.settled.by_finding),
            "inside": "",
        }
        return Answer(self.environment.get_template(template).render({**shared, **values}), status)

    def told(self, asked: Asked, status: int, words: str, back: str = "/") -> Answer:
        """A page that says what went wrong, with the way back."""
        return self.page("told.html", self.desk.now(), asked, status, words=words, back=back)

    def wrong(self, error: FormError) -> str:
        """What a form says that cannot be entered, in words."""
        named = {name: self.say(f"field.{value}") if name == "field" else value for name, value in error.values.items()}
        return self.say(error.message, **named)

    def entrance(self, reviewer: str) -> Answer:
        """The page that asks who is reviewing."""
        page = self.environment.get_template("enter.html").render(csrf=self.keys.form, reviewer=reviewer)
        return Answer(page)

    def enter(self, draft: Draft, now: Standings, asked: Asked) -> Conflict | None:
        """Enter a decision; what others decided on the same thing since the page was made comes back, and nothing is entered."""
        seen = asked.form.get("seen", "")
        known = min(int(seen), now.head) if seen.isascii() and seen.isdigit() and len(seen) < 12 else now.head
        try:
            self.desk.journal.append(draft, asked.reviewer, self.clock(), known, Concerning(draft, now.entries))
        except ConflictError as conflict:
            return Conflict.of(conflict.theirs, draft, self.wording)
        return None

    def entered(self, draft: Draft, now: Standings, asked: Asked, to: str, look: str) -> Answer:
        """On to the next page once a decision is entered, or a page with both where others decided on the same thing."""
        conflict = self.enter(draft, now, asked)
        if conflict is None:
            return Answer(to=to, status=303)
        return self.page("conflict.html", self.desk.now(), asked, 409, look=look, **self.both(conflict, asked))

    def both(self, conflict: Conflict, asked: Asked) -> dict[str, Any]:
        """What a template needs to show two decisions side by side; one click enters mine after all."""
        kept = {name: value for name, value in asked.form.items() if name not in ("csrf", "seen")}
        return {
            "theirs": self.told_of(conflict.theirs),
            "mine": decision_words(conflict.mine, self.wording),
            "form": kept,
            "differing": conflict.rows,
            "waits": ", ".join(row.name for row in conflict.rows if row.both),
        }

    def told_of(self, decisions: Iterable[Decision]) -> list[tuple[Decision, str]]:
        """Decisions, each with what was decided in words."""
        return [(one, decision_words(one, self.wording)) for one in decisions]
