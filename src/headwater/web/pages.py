"""What each address of the review application answers, given the case as it stands and a form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from headwater.case.decisions import Standing, State
from headwater.case.journal import ConflictError, Draft
from headwater.case.journal_words import change_words, decision_words
from headwater.extract.explain import explain
from headwater.model import Action, Decision, Hedge, Outcome
from headwater.web import forms
from headwater.web.concerning import Concerning
from headwater.web.desk import Desk, Standings
from headwater.web.guard import Keys
from headwater.web.queue import FILTERS, following, groups, item, neighbour, rows, value_words, what_words

__all__ = ["Answer", "Asked", "Pages"]

MOST_ENTRIES = 500
"""Decisions on one page of the journal, newest first."""
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


class Pages:
    """The pages of one case.

    Args:
        desk: the case.
        keys: of the server; forms carry one.
        clock: the time now, in UTC, as ISO 8601.
    """

    def __init__(self, desk: Desk, keys: Keys, clock: Callable[[], str]) -> None:
        self.desk = desk
        self.keys = keys
        self.clock = clock
        self.environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def _page(self, template: str, now: Standings, asked: Asked, status: int = 200, **values: Any) -> Answer:
        shared = {
            "csrf": self.keys.form,
            "reviewer": asked.reviewer,
            "head": now.head,
            "done": now.done,
            "total": len(now.order),
            "case": self.desk.case.name or "case",
            "open_findings": len(now.material.findings) - len(now.settled.by_finding),
        }
        return Answer(self.environment.get_template(template).render({**shared, **values}), status)

    def told(self, asked: Asked, status: int, words: str, back: str = "/") -> Answer:
        """A page that says what went wrong, with the way back."""
        return self._page("told.html", self.desk.now(), asked, status, words=words, back=back)

    def entrance(self, reviewer: str) -> Answer:
        """The page that asks who is reviewing."""
        page = self.environment.get_template("enter.html").render(csrf=self.keys.form, reviewer=reviewer)
        return Answer(page)

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
            return self.told(asked, 404, "The case has no such figure. It may have been read otherwise since.")
        return self._figure(now, standing, asked)

    def _figure(
        self, now: Standings, standing: Standing, asked: Asked, status: int = 200, wrong: str = "", shown: Any = None
    ) -> Answer:
        figure = standing.figure
        report = now.reports[figure.document]
        show = asked.query.get("show", "all")
        show = show if show in FILTERS else "all"
        base = forms.fields_of(standing)
        mine = now.decided[figure.document].standings
        return self._page(
            "figure.html",
            now,
            asked,
            status,
            report=report,
            item=item(standing, report),
            standing=standing,
            title=f"{value_words(figure)} {what_words(figure)}",
            rule=explain(figure.rule) if figure.rule else "A person added this figure.",
            rule_name=figure.rule,
            event=now.material.labels.get(figure.event or "", "no event"),
            fields={**base, **(shown or {})},
            base=json.dumps(base),
            wholes=[
                (one.key, f"{value_words(one.figure)} {what_words(one.figure)}") for one in mine if one is not standing
            ],
            outcomes=[(one.value, one.value.replace("_", " ")) for one in Outcome],
            hedges=[(one.value, one.value.replace("_", " ") or "plain") for one in Hedge],
            on=[(decision, decision_words(decision)) for decision in standing.on],
            rows=rows(report, mine, standing, asked.query.get("whole") == "1"),
            groups=list(groups(now, figure.document, show)),
            filters=FILTERS,
            show=show,
            next=neighbour(now, standing.key, show, 1),
            previous=neighbour(now, standing.key, show, -1),
            wrong=wrong,
        )

    def decide(self, asked: Asked, key: str) -> Answer:
        """Enter a decision on a figure, and go on to the next."""
        now = self.desk.now()
        standing = now.by_key.get(key)
        if standing is None:
            return self.told(asked, 404, "The case has no such figure. It may have been read otherwise since.")
        report = now.reports[standing.figure.document]
        try:
            action = Action(asked.form.get("action", ""))
            # Whoever accepts what they have changed means the change.
            if action is Action.CORRECT or (action is Action.ACCEPT and forms.is_changed(standing, asked.form)):
                draft = forms.corrected(report, standing, now.by_key, asked.form)
            elif action in (Action.ACCEPT, Action.REJECT, Action.NOTE):
                draft = forms.on_figure(report, standing, action, asked.form)
            else:
                raise ValueError(action)
        except ValueError:
            return self.told(asked, 400, "There is no such decision on a figure.", f"/figure/{key}")
        except forms.FormError as error:
            shown = {name: asked.form[name] for name in forms.fields_of(standing) if name in asked.form}
            return self._figure(now, standing, asked, 422, str(error), shown)
        show = asked.query.get("show", "all")
        show = show if show in FILTERS else "all"
        then = key if action is Action.NOTE else getattr(following(now, key, show), "key", key)
        return self._enter(draft, now, asked, f"/figure/{then}" + (f"?show={show}" if show != "all" else ""), standing)

    def _enter(self, draft: Draft, now: Standings, asked: Asked, to: str, standing: Standing | None = None) -> Answer:
        seen = asked.form.get("seen", "")
        known = min(int(seen), now.head) if seen.isascii() and seen.isdigit() and len(seen) < 12 else now.head
        try:
            self.desk.journal.append(draft, asked.reviewer, self.clock(), known, Concerning(draft, now.entries))
        except ConflictError as conflict:
            return self._conflict(conflict, draft, asked, to, standing)
        return Answer(to=to, status=303)

    def _conflict(
        self, conflict: ConflictError, draft: Draft, asked: Asked, to: str, standing: Standing | None
    ) -> Answer:
        """Both decisions side by side; nothing was entered, nothing is lost: one click enters mine after all."""
        now = self.desk.now()
        mine = Decision(0, "", asked.reviewer, "", draft.action.value, **_fields(draft))
        kept = {name: value for name, value in asked.form.items() if name not in ("csrf", "seen")}
        changes = [(theirs, decision_words(theirs), change_words(theirs)) for theirs in conflict.theirs]
        return self._page(
            "conflict.html",
            now,
            asked,
            409,
            theirs=changes,
            mine=decision_words(mine),
            form=kept,
            look=f"/figure/{standing.key}" if standing else "/journal",
            rows=_compared(conflict.theirs, draft),
        )

    def missed(self, asked: Asked) -> Answer:
        """Enter a figure that was missed."""
        now = self.desk.now()
        document, key = asked.form.get("document", ""), asked.form.get("back", "")
        back = f"/figure/{key}" if key in now.by_key else "/"
        report = now.reports.get(document)
        if report is None:
            return self.told(asked, 404, "The case has no such report.", back)
        try:
            draft = forms.added(report, asked.form)
        except forms.FormError as error:
            return self.told(asked, 422, str(error), back)
        return self._enter(draft, now, asked, back)

    def reports(self, asked: Asked) -> Answer:
        """The reports, with what people can set of each."""
        now = self.desk.now()
        listed = []
        for document, report in now.reports.items():
            standings = now.decided[document].standings
            done = sum(one.state is not State.TO_CHECK for one in standings)
            first = standings[0].key if standings else ""
            listed.append((report, done, len(standings), first, self._parent(now, document) or ""))
        return self._page("reports.html", now, asked, listed=listed)

    @staticmethod
    def _parent(now: Standings, document: str) -> str | None:
        from headwater.case.decided_case import facts

        return facts(one for one in now.held if one.document == document).get("parent")

    def set_report(self, asked: Asked) -> Answer:
        """Enter what a person says of a report."""
        now = self.desk.now()
        report = now.reports.get(asked.form.get("document", ""))
        if report is None:
            return self.told(asked, 404, "The case has no such report.", "/reports")
        try:
            draft = forms.on_report(report, now.reports, self._parent(now, report.document), asked.form)
        except forms.FormError as error:
            return self.told(asked, 422, str(error), "/reports")
        return self._enter(draft, now, asked, "/reports")

    def findings(self, asked: Asked) -> Answer:
        """The findings of the last run, and what people say of them."""
        now = self.desk.now()
        sigla = {document: report.siglum for document, report in now.reports.items()}
        listed = [
            (
                finding,
                [(sigla.get(span.document, "?"), span.quote) for span in finding.spans],
                now.settled.by_finding.get(finding.id),
            )
            for finding in now.material.findings
        ]
        said = {
            number: json.loads(one.new or "{}").get("verdict", "")
            for number, one in enumerate(now.held)
            if one.action == Action.SETTLE
        }
        verdicts = {now.held[number].sequence: verdict for number, verdict in said.items()}
        return self._page("findings.html", now, asked, listed=listed, verdicts=verdicts, choices=forms.VERDICTS)

    def settle(self, asked: Asked) -> Answer:
        """Enter what a person says of a finding."""
        now = self.desk.now()
        finding = next((one for one in now.material.findings if one.id == asked.form.get("finding")), None)
        if finding is None or not finding.spans or finding.spans[0].document not in now.reports:
            return self.told(
                asked, 404, "The case has no such finding. It may have gone with a later run.", "/findings"
            )
        try:
            draft = forms.on_finding(finding, now.reports, asked.form)
        except forms.FormError as error:
            return self.told(asked, 422, str(error), "/findings")
        return self._enter(draft, now, asked, "/findings")

    def journal(self, asked: Asked) -> Answer:
        """The decisions, newest first, each with the way to take it back."""
        now = self.desk.now()
        held = {decision.sequence for decision in now.held}
        undone = {one.sequence for one in now.entries if one.action != Action.UNDO} - held
        newest = [(one, decision_words(one), one.sequence in held) for one in now.entries[: -MOST_ENTRIES - 1 : -1]]
        orphans = [(one, decision_words(one)) for one in now.orphans]
        return self._page("journal.html", now, asked, listed=newest, undone=undone, orphans=orphans)

    def undo(self, asked: Asked) -> Answer:
        """Take a decision back: the one named, or the reviewer's own last one that holds."""
        now = self.desk.now()
        to = f"/figure/{asked.form.get('back')}" if asked.form.get("back") in now.by_key else "/journal"
        said = asked.form.get("sequence", "")
        if said == "mine":
            own = [one.sequence for one in now.held if one.reviewer == asked.reviewer]
            said = str(own[-1]) if own else ""
        target = next((one for one in now.held if str(one.sequence) == said), None)
        if target is None:
            return self.told(
                asked, 422, "There is no such decision to take back: it may have been taken back already.", to
            )
        for standing in now.order if target.action != Action.NOTE else ():
            later = [one for one in standing.on if one.sequence > target.sequence and one.action != Action.NOTE]
            if target in standing.on and later:
                words = f"Decision {later[-1].sequence} was made on top of it by {later[-1].reviewer}: take that one back first."
                return self.told(asked, 409, words, to)
        draft = forms.undoing(target.sequence, asked.form.get("reason", ""))
        if said and asked.form.get("sequence") == "mine" and (key := _key_of(now, target)):
            to = f"/figure/{key}"
        return self._enter(draft, now, asked, to)


def _key_of(now: Standings, decision: Decision) -> str:
    decided = now.decided.get(decision.document or "")
    standings = decided.standings if decided and decision.action != Action.ADD else ()
    return next((one.key for one in standings if decision in one.on), "")


def _fields(draft: Draft) -> dict[str, Any]:
    names = ("document", "start", "end", "quote", "prefix", "suffix", "old", "new", "reason")
    return {name: getattr(draft, name) for name in names}


def _compared(theirs: tuple[Decision, ...], draft: Draft) -> list[tuple[str, str, str, str]]:
    """Each field that either changed: before, theirs, mine."""
    from headwater.case.journal_words import value_words as words

    before = json.loads(theirs[0].old or "{}")
    other: dict[str, Any] = {}
    for decision in theirs:
        other |= json.loads(decision.new or "{}") if decision.action != Action.UNDO else {}
    mine = json.loads(draft.new or "{}")
    names = [name for name in {**other, **mine} if name != "sequence"]
    return [
        (
            name.replace("_", " "),
            words(name, before[name]) if name in before else "",
            words(name, other[name]) if name in other else "not touched",
            words(name, mine[name]) if name in mine else "not touched",
        )
        for name in names
    ]
