"""The pages of what is decided on more than one figure: reports, findings, and the journal."""

from __future__ import annotations

import re
from itertools import islice

from headwater.case.decided_case import facts
from headwater.case.decisions import State
from headwater.case.search import find
from headwater.model import Action, Decision
from headwater.web import forms
from headwater.web.answers import Answer, Asked, Frame
from headwater.web.desk import Standings
from headwater.web.fields import FormError, clean
from headwater.web.leaves import leaf_of
from headwater.web.queue import figure_address
from headwater.web.settling import findings_by_level

__all__ = ["CasePages"]

MOST_ENTRIES = 500
"""Decisions on one page of the journal, newest first."""


class CasePages:
    """The pages of reports, findings and the journal."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.desk = frame.desk

    def reports(self, asked: Asked) -> Answer:
        """The reports, with what people can set of each."""
        now = self.desk.now()
        leaf = leaf_of(asked.query, len(now.reports))
        listed = []
        for document, report in islice(now.reports.items(), leaf.start, leaf.end):
            standings = now.decided[document].standings
            done = sum(one.state is not State.TO_CHECK for one in standings)
            first = standings[0].key if standings else ""
            listed.append((report, done, len(standings), first, _parent(now, document) or ""))
        return self.frame.page("reports.html", now, asked, listed=listed, leaf=leaf, known=now.reports.values())

    def set_report(self, asked: Asked) -> Answer:
        """Enter what a person says of a report."""
        now = self.desk.now()
        report = now.reports.get(asked.form.get("document", ""))
        if report is None:
            return self.frame.told(asked, 404, self.frame.say("told.no_report"), "/reports")
        try:
            draft = forms.on_report(report, now.reports, _parent(now, report.document), asked.form)
        except FormError as error:
            return self.frame.told(asked, 422, self.frame.wrong(error), "/reports")
        leaf = leaf_of(asked.query, len(now.reports))
        return self.frame.entered(draft, now, asked, f"/reports{leaf.place}#r-{report.siglum or 0}", "/journal")

    def findings(self, asked: Asked) -> Answer:
        """The findings of the last run, and what people say of them."""
        now = self.desk.now()
        leaf = leaf_of(asked.query, len(now.material.findings))
        levels = list(findings_by_level(now, self.frame.wording, leaf.start, leaf.end))
        return self.frame.page("findings.html", now, asked, levels=levels, choices=forms.VERDICTS, leaf=leaf)

    def settle(self, asked: Asked) -> Answer:
        """Enter what a person says of a finding."""
        now = self.desk.now()
        finding = next((one for one in now.material.findings if one.id == asked.form.get("finding")), None)
        if finding is None or not finding.spans or finding.spans[0].document not in now.reports:
            return self.frame.told(asked, 404, self.frame.say("told.no_finding"), "/findings")
        try:
            draft = forms.on_finding(finding, now.reports, asked.form)
        except FormError as error:
            return self.frame.told(asked, 422, self.frame.wrong(error), "/findings")
        leaf = leaf_of(asked.query, len(now.material.findings))
        return self.frame.entered(draft, now, asked, f"/findings{leaf.place}#f-{finding.id}", "/journal")

    def journal(self, asked: Asked) -> Answer:
        """The decisions, newest first, each with the way to take it back."""
        now = self.desk.now()
        held = {decision.sequence for decision in now.held}
        undone = {one.sequence for one in now.entries if one.action != Action.UNDO} - held
        newest = self.frame.told_of(now.entries[: -MOST_ENTRIES - 1 : -1])
        orphans = self.frame.told_of(now.orphans)
        return self.frame.page("journal.html", now, asked, listed=newest, held=held, undone=undone, orphans=orphans)

    def find(self, asked: Asked) -> Answer:
        """The reports that hold some words, as the last run wrote them."""
        now = self.desk.now()
        words = clean(asked.query.get("q", ""))
        first = {name: one.standings[0].key for name, one in now.decided.items() if one.standings}
        listed = [
            (hit, first.get(hit.document, ""), re.split("[\u2068\u2069]", hit.passage))
            for hit in find(self.desk.case, words)
        ]
        return self.frame.page("found.html", now, asked, words=words, listed=listed)

    def undo(self, asked: Asked) -> Answer:
        """Take a decision back: the one named, or the reviewer's own last one that holds."""
        now = self.desk.now()
        to = (
            figure_address(asked.form.get("back", ""), asked.form.get("show", ""))
            if asked.form.get("back") in now.by_key
            else "/journal"
        )
        said = asked.form.get("sequence", "")
        mine = said == "mine"
        if mine:
            said = next((str(one.sequence) for one in reversed(now.held) if one.reviewer == asked.reviewer), "")
        target = next((one for one in now.held if str(one.sequence) == said), None)
        if target is None:
            return self.frame.told(asked, 422, self.frame.say("told.nothing_to_undo"), to)
        if later := _on_top(now, target):
            words = self.frame.say("told.on_top", number=later.sequence, reviewer=later.reviewer)
            return self.frame.told(asked, 409, words, to)
        draft = forms.undoing(target.sequence, asked.form.get("reason", ""))
        if mine and (key := _key_of(now, target)):
            to = figure_address(key, asked.form.get("show", ""))
        return self.frame.entered(draft, now, asked, to, "/journal")


def _parent(now: Standings, document: str) -> str | None:
    return facts(one for one in now.held if one.document == document).get("parent")


def _on_top(now: Standings, target: Decision) -> Decision | None:
    """A later decision on the same figure: it was made on what this one left."""
    if target.action == Action.NOTE:
        return None
    for standing in now.order:
        if target in standing.on:
            later = [one for one in standing.on if one.sequence > target.sequence and one.action != Action.NOTE]
            return later[-1] if later else None
    return None


def _key_of(now: Standings, decision: Decision) -> str:
    decided = now.decided.get(decision.document or "")
    standings = decided.standings if decided and decision.action != Action.ADD else ()
    return next((one.key for one in standings if decision in one.on), "")
