"""Forms → drafts of decisions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from headwater.case.anchors import hold
from headwater.case.decided_values import snapshot
from headwater.case.decisions import Standing
from headwater.case.journal import Draft
from headwater.model import Action, Figure, Finding, Report
from headwater.web.fields import (
    CHAIN,
    FLAGS,
    LONGEST,
    NUMBERS,
    WORDS,
    FormError,
    clean,
    in_order,
    is_time,
    number_of,
    value_of,
)

__all__ = [
    "Draft",
    "added",
    "changed_fields",
    "corrected",
    "fields_of",
    "on_figure",
    "on_finding",
    "on_report",
    "undoing",
]

OF_BOUNDS = ("low", "high", "hedge")
VERDICTS = ("open", "slip", "misread", "otherwise")
"""What people can say of a finding."""


def fields_of(standing: Standing) -> dict[str, Any]:
    """A figure's values as the fields of a form show them."""
    figure = standing.figure
    data = snapshot(figure)
    shown: dict[str, Any] = {name: data[name] or "" for name in ("hedge", "outcome", *WORDS)}
    shown |= {name: _shown(data[name]) for name in NUMBERS}
    shown |= {name: bool(data[name]) for name in FLAGS}
    shown |= {"speaker": CHAIN.join(figure.speaker), "part_of": figure.part_of or ""}
    return shown | {"basis": " ".join(figure.basis.quote.split()) if figure.basis else ""}


def _shown(number: str | None) -> str:
    return "" if number is None else f"{Decimal(number):,f}"


def on_figure(report: Report, standing: Standing, action: Action, form: Mapping[str, str]) -> Draft:
    """A decision on a figure that sets no value: accept, reject, note.

    Raises:
        FormError: a note says nothing.
    """
    reason = clean(form.get("reason", "")) or None
    if action is Action.NOTE and not reason:
        raise FormError("wrong.note")
    return _draft(report, standing.figure, action, {}, reason)


def changed_fields(standing: Standing, form: Mapping[str, str]) -> dict[str, Any]:
    """The fields that were changed since the page was made, as the form has them."""
    base, known = _base(form), fields_of(standing)
    return {name: value for name, value in _given(form).items() if value != base.get(name, known[name])}


def corrected(report: Report, standing: Standing, wholes: Mapping[str, Standing], form: Mapping[str, str]) -> Draft:
    """A correction: the fields that were changed since the page was made (`base` says what they were then).

    Raises:
        FormError: a field has a value that it cannot take, or nothing was changed.
    """
    changed = changed_fields(standing, form)
    if not changed:
        raise FormError("wrong.figure_unchanged")
    words = changed.pop("basis", None)
    new = {name: value_of(name, value, report, wholes) for name, value in changed.items()}
    if standing.figure.low == standing.figure.best == standing.figure.high and new.keys().isdisjoint(OF_BOUNDS):
        _bounded(new)
    if words is not None:
        new["basis"] = _basis(report, standing.figure, words)
    in_order({**snapshot(standing.figure), **new})
    return _draft(report, standing.figure, Action.CORRECT, new, clean(form.get("reason", "")) or None)


def _basis(report: Report, figure: Figure, words: str) -> dict[str, Any] | None:
    """The words that say how a number is known, where they stand nearest to it."""
    if not words:
        return None
    start, end = _found(report.text, {"words": words, "near": str(figure.start)})
    return {name: _storable(value) for name, value in hold(report.text, start, end)._asdict().items()}


def _given(form: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a form; a box that is not ticked is not sent."""
    shown: dict[str, Any] = {
        name: clean(form[name])
        for name in (*NUMBERS, *WORDS, "hedge", "outcome", "speaker", "part_of", "basis")
        if name in form
    }
    return shown | {name: form.get(name) == "yes" for name in FLAGS if "flags" in form}


def _base(form: Mapping[str, str]) -> dict[str, Any]:
    try:
        data = json.loads(form.get("base", "{}"))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _draft(report: Report, figure: Figure, action: Action, new: Mapping[str, Any], reason: str | None) -> Draft:
    words = hold(report.text, figure.start, figure.end)
    return Draft(
        action=action,
        document=report.document,
        **{name: _storable(value) for name, value in words._asdict().items()},
        old=_json(snapshot(figure)),
        new=_json(new) if new else None,
        reason=reason,
    )


def _storable(value: Any) -> Any:
    # Half of a surrogate pair is no character, and SQLite holds none.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True)


def added(report: Report, form: Mapping[str, str]) -> Draft:
    """A missed figure on words of a report.

    The words are taken at the place that the form gives, else where they stand nearest to the figure that was looked at.

    Raises:
        FormError: the words do not stand in the report, or a value is none that a figure can have.
    """
    start, end = _found(report.text, form)
    new = {
        name: value_of(name, clean(form.get(name, "")), report, {})
        for name in (*NUMBERS, "hedge", "outcome", "group", "speaker")
    }
    digits = re.sub(r"[\s,]", "", report.text[start:end])
    if all(new[name] is None for name in NUMBERS) and digits.isascii() and digits.isdigit():
        new |= dict.fromkeys(NUMBERS, number_of("best", digits))
    if not new["hedge"]:
        _bounded(new)
    in_order(new)
    words = {name: _storable(value) for name, value in hold(report.text, start, end)._asdict().items()}
    reason = clean(form.get("reason", "")) or None
    return Draft(action=Action.ADD, document=report.document, **words, new=_json(new), reason=reason)


def _bounded(new: dict[str, Any]) -> None:
    """A number given plainly bounds itself, where nothing else is said of its bounds."""
    if new.get("best") is not None and new.get("low") is None and new.get("high") is None:
        new |= {"low": new["best"], "high": new["best"]}


def _found(text: str, form: Mapping[str, str]) -> tuple[int, int]:
    words = form.get("words", "").strip()[:LONGEST]
    if not words:
        raise FormError("wrong.no_words")
    places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    if not places:
        raise FormError("wrong.words_elsewhere", words=words)
    near = _whole_number(form.get("start", "")) or _whole_number(form.get("near", "")) or 0
    return min(places, key=lambda place: abs(place[0] - near))


def _whole_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def on_report(report: Report, documents: Mapping[str, Report], parent: str | None, form: Mapping[str, str]) -> Draft:
    """What a person says of a report itself: publisher, time of publication, parent; only what was changed.

    Raises:
        FormError: a field has a value that it cannot take, or nothing was changed.
    """
    known = {"publisher": report.publisher or "", "published": report.published or "", "parent": parent or ""}
    said = {name: clean(form[name]) for name in known if name in form}
    changed = {name: value for name, value in said.items() if value != known[name]}
    if not changed:
        raise FormError("wrong.unchanged")
    if changed.get("published") and not is_time(changed["published"]):
        raise FormError("wrong.no_time")
    if changed.get("parent") and (changed["parent"] not in documents or changed["parent"] == report.document):
        raise FormError("wrong.parent")
    old = {name: known[name] or None for name in changed}
    new = {name: value or None for name, value in changed.items()}
    reason = clean(form.get("reason", "")) or None
    return Draft(action=Action.REPORT, document=report.document, old=_json(old), new=_json(new), reason=reason)


def on_finding(finding: Finding, texts: Mapping[str, Report], form: Mapping[str, str]) -> Draft:
    """What a person says of a finding, held to its kind and words.

    Raises:
        FormError: there is no reason, or what is said is none of the four.
    """
    verdict, reason = form.get("verdict", ""), clean(form.get("reason", ""))
    if verdict not in VERDICTS:
        raise FormError("wrong.no_verdict")
    if not reason:
        raise FormError("wrong.no_reason")
    span = finding.spans[0]
    words = hold(texts[span.document].text, span.start, span.end)._asdict()
    old = {"kind": finding.kind.value, "quotes": [one.quote for one in finding.spans]}
    return Draft(
        action=Action.SETTLE,
        document=span.document,
        **{name: _storable(value) for name, value in words.items()},
        old=_json(old),
        new=_json({"verdict": verdict}),
        reason=reason,
    )


def undoing(sequence: int, reason: str) -> Draft:
    """The taking back of an earlier decision."""
    return Draft(action=Action.UNDO, new=_json({"sequence": sequence}), reason=clean(reason) or None)
