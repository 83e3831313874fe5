"""The desk itself: one figure with its sentence, its fields and the queue, and the decisions on it."""

from __future__ import annotations

import json
from typing import Any

from headwater.case.decisions import Standing
from headwater.dossier.decided import hedge_words
from headwater.dossier.wording import Wording
from headwater.extract.explain import explain
from headwater.model import Action, Hedge, Outcome
from headwater.web import forms
from headwater.web.answers import Answer, Asked, Conflict, Frame
from headwater.web.desk import Standings
from headwater.web.fields import FormError
from headwater.web.passage import rows
from headwater.web.queue import (
    FILTERS,
    elsewhere,
    figure_address,
    following,
    given_words,
    groups,
    item,
    left,
    neighbour,
    what_words,
)

__all__ = ["FigurePages"]


class FigurePages:
    """The pages of figures."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.desk = frame.desk

    def start(self, asked: Asked) -> Answer:
        """On to the first figure that nobody has decided on."""
        now = self.desk.now()
        first = following(now, "", "all") or next(iter(now.order), None)
        return Answer(to=f"/figure/{first.key}" if first else "/reports", status=303)

    def figure(self, asked: Asked, key: str) -> Answer:
        """One figure with its sentence, its fields, and the queue."""
        now = self.desk.now()
        standing = now.by_key.get(key)
        if standing is None:
            return self.frame.told(asked, 404, self.frame.say("told.no_figure"))
        return self._figure(now, standing, asked)

    def _figure(self, now: Standings, standing: Standing, asked: Asked, status: int = 200, **more: Any) -> Answer:
        figure = standing.figure
        report = now.reports[figure.document]
        show = _show(asked)
        base = forms.fields_of(standing)
        mine = now.decided[figure.document].standings
        wording = self.frame.wording
        named = [(one.key, " ".join(_named(one, wording))) for one in mine if one is not standing]
        value, what = _named(standing, wording)
        values = {
            "report": report,
            "inside": report.siglum or "",
            "item": item(standing, report, wording),
            "standing": standing,
            "value": value,
            "what": what,
            "rule": explain(figure.rule) if figure.rule else self.frame.say("figure.by_hand"),
            "rule_name": figure.rule,
            "event": self.desk.event_label(figure),
            "base": json.dumps(base),
            "wholes": named,
            "outcomes": [(one.value, self.frame.say(f"outcome.{one.value}")) for one in Outcome],
            "hedges": [(one.value, hedge_words(one, wording)) for one in Hedge],
            "on": self.frame.told_of(standing.on),
            "rows": rows(report, mine, standing, asked.query.get("whole") == "1"),
            "whole": asked.query.get("whole") == "1",
            "groups": list(groups(now, figure.document, show, wording)),
            "elsewhere": elsewhere(now, standing, wording),
            "filters": [(name, self.frame.say(f"filter.{name}"), left(now, name)) for name in FILTERS],
            "show": show,
            "next": neighbour(now, standing.key, show, 1),
            "previous": neighbour(now, standing.key, show, -1),
            "later": getattr(following(now, standing.key, show), "key", ""),
            "wrong": "",
            "theirs": (),
            "waits": "",
        }
        shown = more.pop("shown", {})
        return self.frame.page("figure.html", now, asked, status, **{**values, "fields": {**base, **shown}, **more})

    def decide(self, asked: Asked, key: str) -> Answer:
        """Enter a decision on a figure, and go on to the next."""
        now = self.desk.now()
        standing = now.by_key.get(key)
        if standing is None:
            return self.frame.told(asked, 404, self.frame.say("told.no_figure"))
        shown = forms.changed_fields(standing, asked.form)
        try:
            draft = self._draft(now, standing, asked)
        except ValueError:
            return self.frame.told(asked, 400, self.frame.say("told.no_decision"), f"/figure/{key}")
        except FormError as error:
            return self._figure(now, standing, asked, 422, wrong=self.frame.wrong(error), shown=shown)
        conflict = self.frame.enter(draft, now, asked)
        if conflict:
            return self._decided_by_two(conflict, asked, key, shown)
        show = _show(asked)
        then = key if draft.action is Action.NOTE else getattr(following(now, key, show), "key", key)
        return Answer(to=figure_address(then, show), status=303)

    def _draft(self, now: Standings, standing: Standing, asked: Asked) -> forms.Draft:
        action = Action(asked.form.get("action", ""))
        report = now.reports[standing.figure.document]
        # Whoever accepts what they have changed means the change.
        if action is Action.CORRECT or (action is Action.ACCEPT and forms.changed_fields(standing, asked.form)):
            return forms.corrected(report, standing, now.by_key, asked.form)
        if action in (Action.ACCEPT, Action.REJECT, Action.NOTE):
            return forms.on_figure(report, standing, action, asked.form)
        raise ValueError(action)

    def _decided_by_two(self, conflict: Conflict, asked: Asked, key: str, shown: dict[str, Any]) -> Answer:
        """The figure as others left it, with both decisions on top of its fields and what was about to be saved in them."""
        now = self.desk.now()
        standing = now.by_key.get(key)
        both = self.frame.both(conflict, asked)
        if standing is None:
            return self.frame.page("conflict.html", now, asked, 409, look="/journal", **both)
        return self._figure(now, standing, asked, 409, shown=shown, **both)

    def missed(self, asked: Asked) -> Answer:
        """Enter a figure that was missed."""
        now = self.desk.now()
        document, key = asked.form.get("document", ""), asked.form.get("back", "")
        back = figure_address(key, asked.form.get("show", "")) if key in now.by_key else "/"
        report = now.reports.get(document)
        if report is None:
            return self.frame.told(asked, 404, self.frame.say("told.no_report"), back)
        try:
            draft = forms.added(report, asked.form)
        except FormError as error:
            return self.frame.told(asked, 422, self.frame.wrong(error), back)
        return self.frame.entered(draft, now, asked, back, "/journal")


def _named(standing: Standing, wording: Wording) -> tuple[str, str]:
    """What a figure gives, and of what."""
    return given_words(standing.figure, wording), what_words(standing.figure, wording)


def _show(asked: Asked) -> str:
    show = asked.query.get("show", "all")
    return show if show in FILTERS else "all"
