"""Forms → drafts of decisions; what cannot be entered is told with its field."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from headwater.case.anchors import hold
from headwater.case.decided_values import snapshot
from headwater.case.decisions import Standing
from headwater.case.journal import Draft
from headwater.grammar.edtf import of_edtf
from headwater.model import Action, Figure, Finding, Hedge, Outcome, Report

__all__ = [
    "CHAIN",
    "FLAGS",
    "Draft",
    "FormError",
    "added",
    "changed_fields",
    "clean",
    "corrected",
    "fields_of",
    "on_figure",
    "on_finding",
    "on_report",
    "undoing",
]

CHAIN = " > "
"""What stands between the speakers of a chain, innermost first."""
NUMBERS = ("best", "low", "high")
WORDS = ("group", "noun", "place", "period", "as_of")
FLAGS = ("background", "implied", "negated", "spread")
OPEN = ("", "open", "none", "-", "–")
LONGEST = 300
VERDICTS = {
    "open": "left open",
    "slip": "a slip in the report",
    "misread": "misread by Headwater",
    "otherwise": "settled otherwise",
}
"""What people can say of a finding."""


class FormError(Exception):
    """What a form says cannot be entered; the message names the field and what it takes."""


def clean(text: str, longest: int = LONGEST) -> str:
    """The text on one line, without signs that cannot be seen, and not too long."""
    plain = "".join(letter if letter.isprintable() or letter.isspace() else "" for letter in text)
    return " ".join(plain.split())[:longest]


def fields_of(standing: Standing) -> dict[str, Any]:
    """A figure's values as the fields of a form show them."""
    figure = standing.figure
    data = snapshot(figure)
    shown: dict[str, Any] = {name: data[name] or "" for name in ("hedge", "outcome", *WORDS)}
    shown |= {name: _shown(data[name]) for name in NUMBERS}
    shown |= {name: bool(data[name]) for name in FLAGS}
    return shown | {"speaker": CHAIN.join(figure.speaker), "part_of": figure.part_of or ""}


def _shown(number: str | None) -> str:
    return "" if number is None else f"{Decimal(number):,f}"


def on_figure(report: Report, standing: Standing, action: Action, form: Mapping[str, str]) -> Draft:
    """A decision on a figure that sets no value: accept, reject, note.

    Raises:
        FormError: a note says nothing.
    """
    reason = clean(form.get("reason", "")) or None
    if action is Action.NOTE and not reason:
        raise FormError("A note needs words: write them under Reason.")
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
        raise FormError("Nothing was changed: accept the figure as it is, or change a field first.")
    new = {name: _value(name, value, report, wholes) for name, value in changed.items()}
    _in_order({**snapshot(standing.figure), **new})
    return _draft(report, standing.figure, Action.CORRECT, new, clean(form.get("reason", "")) or None)


def _given(form: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a form; a box that is not ticked is not sent."""
    shown: dict[str, Any] = {
        name: clean(form[name]) for name in (*NUMBERS, *WORDS, "hedge", "outcome", "speaker", "part_of") if name in form
    }
    return shown | {name: form.get(name) == "yes" for name in FLAGS if "flags" in form}


def _base(form: Mapping[str, str]) -> dict[str, Any]:
    try:
        data = json.loads(form.get("base", "{}"))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _value(name: str, text: Any, report: Report, wholes: Mapping[str, Standing]) -> Any:
    """A field's value as the journal has it.

    Raises:
        FormError: the field cannot take it.
    """
    if name in FLAGS:
        return text
    if name in NUMBERS:
        return _number(name, text)
    if name == "speaker":
        return [part for part in (clean(part) for part in re.split(r"[>←→]", text)) if part]
    if name == "part_of":
        return _whole(report, wholes, text)
    if name in ("hedge", "outcome"):
        return _choice(name, text)
    if name in ("period", "as_of") and text and not _is_time(text):
        raise FormError(f"{name.replace('_', ' ').capitalize()} is no date: write it as 2031, 2031-05 or 2031-05-04.")
    return text or None


_TIME = re.compile(r"[\dX/~?%-]+(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def _is_time(text: str) -> bool:
    return _TIME.fullmatch(text) is not None and of_edtf(text) is not None


def _number(name: str, text: str) -> str | None:
    if text.lower() in OPEN:
        return None
    try:
        number = Decimal(re.sub(r"[\s,_]", "", text))
    except InvalidOperation:
        raise FormError(f"{name.capitalize()} is no number: write digits, or leave it empty for open.") from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 30 or Decimal(str(number)).as_tuple().exponent < -12:  # type: ignore[operator]
        raise FormError(f"{name.capitalize()} is out of bounds.")
    return format(number, "f")


def _choice(name: str, text: str) -> str | None:
    known = {one.value for one in (Hedge if name == "hedge" else Outcome)}
    if text and text not in known:
        raise FormError(f"{name.capitalize()} has to be one of the list.")
    return text if name == "hedge" else text or None


def _whole(report: Report, wholes: Mapping[str, Standing], key: str) -> dict[str, Any] | None:
    if not key:
        return None
    whole = wholes.get(key)
    if whole is None or whole.figure.document != report.document:
        raise FormError("Part of has to be a figure of the same report.")
    figure = whole.figure
    words = hold(report.text, figure.start, figure.end)._asdict()
    return {**words, "outcome": figure.outcome.value if figure.outcome else None, "group": figure.group}


def _in_order(data: Mapping[str, Any]) -> None:
    given = [Decimal(data[name]) for name in ("low", "best", "high") if data.get(name) is not None]
    if given != sorted(given):
        raise FormError("Low, value and high have to rise: low is at most the value, high at least.")


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
        name: _value(name, clean(form.get(name, "")), report, {})
        for name in (*NUMBERS, "hedge", "outcome", "group", "speaker")
    }
    digits = re.sub(r"[\s,]", "", report.text[start:end])
    if all(new[name] is None for name in NUMBERS) and digits.isascii() and digits.isdigit():
        new |= dict.fromkeys(NUMBERS, _number("best", digits))
    _in_order(new)
    words = {name: _storable(value) for name, value in hold(report.text, start, end)._asdict().items()}
    reason = clean(form.get("reason", "")) or None
    return Draft(action=Action.ADD, document=report.document, **words, new=_json(new), reason=reason)


def _found(text: str, form: Mapping[str, str]) -> tuple[int, int]:
    words = form.get("words", "").strip()[:LONGEST]
    if not words:
        raise FormError("Select the words of the missed figure, or type them as they stand in the report.")
    places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    if not places:
        raise FormError(f"“{words}” does not stand in the report. Type the words exactly as they stand there.")
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
        raise FormError("Nothing was changed.")
    if changed.get("published") and not _is_time(changed["published"]):
        raise FormError("Published is no date: write it as 2031, 2031-05, 2031-05-04 or 2031-05-04T08:30.")
    if changed.get("parent") and (changed["parent"] not in documents or changed["parent"] == report.document):
        raise FormError("The parent has to be another report of the case.")
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
        raise FormError("Choose what the finding is.")
    if not reason:
        raise FormError("Settling a finding needs a reason: it stands in the journal.")
    span = finding.spans[0]
    words = hold(texts[span.document].text, span.start, span.end)._asdict()
    old = {"kind": finding.kind.value, "quotes": [one.quote for one in finding.spans]}
    return Draft(
        action=Action.SETTLE,
        document=span.document,
        **{name: _storable(value) for name, value in words.items()},
        old=_json(old),
        new=_json({"verdict": VERDICTS[verdict]}),
        reason=reason,
    )


def undoing(sequence: int, reason: str) -> Draft:
    """The taking back of an earlier decision."""
    return Draft(action=Action.UNDO, new=_json({"sequence": sequence}), reason=clean(reason) or None)
