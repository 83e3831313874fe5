"""The timeline drawn: a row a report, a tick for a day, a bar for a span, dashes for an open end, a dot for the report itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from markupsafe import Markup

from headwater.dossier.svg.canvas import Canvas
from headwater.dossier.svg.scale import DayScale

__all__ = ["Lane", "Mention", "draw_timeline"]

_WIDTH, _LEFT, _RIGHT = 1248.0, 212.0, 1228.0
# A letter of the widest serif that the page may fall back on.
_LANE, _LETTER = 22.0, 8.0
_LABELLED = 14
_TOP, _HEAD = 22.0, 26.0  # where the first row stands, and what a line of labels above it takes
_TALL = 420.0  # whoever reads the rows of a drawing taller than this does not see what is written below it


@dataclass(frozen=True, slots=True)
class Mention:
    """Dated words: their days as ordinals (an open end is `None`), the words in quotation marks, and where they stand."""

    first: int | None
    last: int | None
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The row of one report, or the merged row (no `href`).

    `published` are its first and last days of publication; `misfits` are pairs of days that do not fit each other, in the
    order of the text.
    """

    letter: str
    name: str
    href: str
    mentions: tuple[Mention, ...]
    published: tuple[int, ...] = ()
    misfits: tuple[tuple[int, int], ...] = ()
    note: str = ""


def draw_timeline(
    lanes: Sequence[Lane], low: int, high: int, band: tuple[int, int] | None, locale: Locale, title: str
) -> Markup:
    """The drawing of all that falls between two days; the event itself is a vertical band, and a tall drawing has its days above the rows too."""
    canvas = Canvas(_WIDTH, title)
    scale = DayScale(low, high, _LEFT, _RIGHT, _told(lanes, band, low, high))
    head = 0.0
    body, y = _rows(lanes, scale, title, _TOP)
    if y > _TALL:
        head = _HEAD
        body, y = _rows(lanes, scale, title, _TOP + head)
    bottom = y + 6
    if band and band[1] >= low and band[0] <= high:
        left, right = scale.at(max(low, band[0])), scale.at(min(high, band[1] + 1))
        canvas.box(left, 4.0 + head, max(3.0, right - left), bottom - 4 - head, "event-band")
    _axis(canvas, scale, head, bottom, locale)
    canvas._parts += body._parts
    return canvas.drawn(bottom + 28)


def _rows(lanes: Sequence[Lane], scale: DayScale, title: str, y: float) -> tuple[Canvas, float]:
    """The rows, drawn from a height on, and where they end."""
    body = Canvas(_WIDTH, title)
    for lane in lanes:
        y = _lane(body, lane, scale, y)
    return body, y


def _told(lanes: Sequence[Lane], band: tuple[int, int] | None, low: int, high: int) -> Iterator[tuple[int, int]]:
    """First and last days of all that is drawn between two days."""
    found = [band] if band else []
    for lane in lanes:
        found += [(day, day) for day in (*lane.published, *(day for pair in lane.misfits for day in pair))]
        for mention in lane.mentions:
            ends = [day for day in (mention.first, mention.last) if day is not None]
            found += [(min(ends), max(ends))] if ends else []
    return ((max(first, low), min(last, high)) for first, last in found if last >= low and first <= high)


def _axis(canvas: Canvas, scale: DayScale, head: float, bottom: float, locale: Locale) -> None:
    x = _LEFT
    for start, end in scale.breaks:
        canvas.line(x, bottom, scale.at(start), bottom, "axis")
        x = scale.at(end)
        for side in (scale.at(start), x):
            canvas.line(side - 3, bottom + 6, side + 3, bottom - 6, "tick")
    canvas.line(x, bottom, _RIGHT, bottom, "axis")
    last = -99.0
    for day, words in scale.ticks(locale):
        x = scale.at(day)
        canvas.line(x, 0.0 if head else 4.0, x, bottom, "grid")
        if x - last > 12 + len(words) * _LETTER and x + 4 + len(words) * 7.6 < _WIDTH:
            for y in (bottom + 18, *([head - 10] if head else [])):
                canvas.text(x + 4, y, words, "axis-label")
            last = x


def _lane(canvas: Canvas, lane: Lane, scale: DayScale, top: float) -> float:
    """Draws one row and says where the next begins; labels that would meet go a line lower."""
    inside = [mention for mention in lane.mentions if _touches(mention, scale)]
    rows: list[float] = [0.0]
    dots = [scale.at(day + 0.5) for day in lane.published if scale.low <= day <= scale.high]
    for number, mention in enumerate(inside):
        left, right = _ends(mention, scale)
        words = _shortened(mention.words) if number < _LABELLED else ""
        wide = len(words) * _LETTER + 12
        before = right + wide > _RIGHT + 12 and left - wide > _LEFT - 8
        # A bar with room for its words on neither side has them on it.
        inside_bar = not before and right + wide > _RIGHT + 12 and right - left > wide + 28
        span = (left, right) if inside_bar else (left - wide, right) if before else (left, right + wide)
        row = next(
            (
                place
                for place, taken in enumerate(rows)
                if span[0] > taken + 12 and not (place == 0 and _meets(span, dots))
            ),
            len(rows),
        )
        rows += [0.0] * (row + 1 - len(rows))
        rows[row] = span[1]
        y = top + row * _LANE
        _mention(canvas, mention, left, right, y, (left + 14, left + 14 + wide) if inside_bar else None)
        if words:
            if mention.first == mention.last and mention.first is not None:
                left = right = (left + right) / 2
            canvas.text(
                left + 21 if inside_bar else left - 7 if before else right + 7,
                y + 4,
                words,
                "words halo",
                "end" if before else "start",
                mention.href,
            )
    canvas.text(0.0, top + 5, lane.letter, "letter" if lane.href else "note", "start", lane.href)
    canvas.text(40.0 if lane.href else 0.0, top + 5, lane.name, "label" if lane.href else "note")
    _published(canvas, lane, scale, top)
    y = top + len(rows) * _LANE
    for first, second in lane.misfits:
        long = abs(scale.at(first) - scale.at(second)) > 14
        if long and scale.low <= min(first, second) and max(first, second) <= scale.high:
            _wave(canvas, scale.at(first + 0.5), scale.at(second + 0.5), y, lane.note)
            y += _LANE
    return y + 8


def _wave(canvas: Canvas, start: float, end: float, y: float, note: str) -> None:
    """A wavy arrow from the first date to the second, in the order of the text."""
    way = 1 if end >= start else -1
    waves = max(1, int(abs(end - start) // 8))
    step = (end - start) / waves
    canvas.path(f"M{start:.1f} {y:.1f}" + f"q{step / 4:.1f} -5 {step / 2:.1f} 0t{step / 2:.1f} 0" * waves, "edge")
    canvas.path(f"M{end - 7 * way:.1f} {y - 5:.1f}L{end:.1f} {y:.1f}L{end - 7 * way:.1f} {y + 5:.1f}", "edge")
    canvas.text(max(start, end) + 10, y + 4, note, "note halo")


def _meets(span: tuple[float, float], dots: Sequence[float]) -> bool:
    return any(span[0] - 8 < dot < span[1] + 8 for dot in dots)


def _touches(mention: Mention, scale: DayScale) -> bool:
    first = mention.first if mention.first is not None else mention.last
    last = mention.last if mention.last is not None else mention.first
    return first is not None and last is not None and last >= scale.low and first <= scale.high


def _ends(mention: Mention, scale: DayScale) -> tuple[float, float]:
    first = scale.low if mention.first is None else mention.first
    last = scale.high if mention.last is None else mention.last + 1
    return scale.at(max(scale.low, first)), scale.at(min(scale.high, last))


def _mention(
    canvas: Canvas, mention: Mention, left: float, right: float, y: float, gap: tuple[float, float] | None
) -> None:
    """Draws a tick, a bar or an open end; a bar leaves a gap for words that stand on it."""
    if mention.first is None or mention.last is None:
        canvas.line(left, y, right, y, "open")
        x = right if mention.first is None else left
        canvas.line(x, y - 6, x, y + 6, "tick")
        return
    if right - left < 5 or mention.first == mention.last:
        middle = (left + right) / 2
        canvas.line(middle, y - 6, middle, y + 6, "tick")
        return
    for start, end in ((left, gap[0]), (gap[1], right)) if gap else ((left, right),):
        canvas.line(start, y, end, y, "beam")
    canvas.line(left, y - 5, left, y + 5, "tick")
    canvas.line(right, y - 5, right, y + 5, "tick")


def _published(canvas: Canvas, lane: Lane, scale: DayScale, y: float) -> None:
    days = [day for day in lane.published if scale.low <= day <= scale.high]
    if days:
        canvas.line(scale.at(days[0] + 0.5), y, scale.at(days[-1] + 0.5), y, "guide")
        canvas.circle(scale.at(days[0] + 0.5), y, 4.5, "dot")


def _shortened(words: str) -> str:
    return words if len(words) <= 44 else words[:42].rstrip() + "…”"
