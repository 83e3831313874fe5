"""A canvas that escapes what is written on it."""

from __future__ import annotations

from markupsafe import Markup, escape

__all__ = ["Canvas"]


class Canvas:
    """Elements of one drawing, in order; every attribute and text is escaped, nothing else can be put in."""

    def __init__(self, width: float, title: str) -> None:
        self.width = width
        self.height = 0.0
        self._title = title
        self._parts: list[Markup] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A straight line of a kind that the style sheet draws."""
        self._element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)

    def path(self, steps: str, kind: str, href: str = "", name: str = "") -> None:
        """A path; `steps` holds letters and numbers only. With `href` it leads somewhere, and can be hit beside it."""
        if not href:
            self._element("path", d=steps, class_=kind)
            return
        self._parts.append(Markup('<a href="{}" aria-label="{}"><title>{}</title>').format(href, name, name))
        self._element("path", d=steps, class_="hit-area")
        self._element("path", d=steps, class_=kind)
        self._parts.append(Markup("</a>"))

    def circle(self, x: float, y: float, radius: float, kind: str) -> None:
        """A circle."""
        self._element("circle", cx=x, cy=y, r=radius, class_=kind)

    def box(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """A rectangle."""
        self._element("rect", x=x, y=y, width=width, height=height, class_=kind)

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: str = "start", href: str = "") -> None:
        """Words, which lead somewhere if `href` is given."""
        self.height = max(self.height, y + 4)
        words_ = Markup('<text x="{}" y="{}" text-anchor="{}" class="{}">{}</text>').format(
            _round(x), _round(y), anchor, kind, words
        )
        self._parts.append(Markup('<a href="{}">{}</a>').format(href, words_) if href else words_)

    def _element(self, name: str, **attributes: object) -> None:
        for key in ("y", "y1", "y2", "cy"):
            if key in attributes:
                self.height = max(self.height, float(str(attributes[key])))
        said = Markup("").join(
            Markup(' {}="{}"').format(key.rstrip("_"), _round(value)) for key, value in attributes.items()
        )
        self._parts.append(Markup("<{}{}/>").format(Markup(escape(name)), said))

    def drawn(self, height: float | None = None) -> Markup:
        """The drawing as an element that scales with its column."""
        size = f"0 0 {_round(self.width)} {_round(height if height is not None else self.height + 8)}"
        head = Markup('<svg viewBox="{}" role="group" aria-label="{}" xmlns="http://www.w3.org/2000/svg">').format(
            size, self._title
        )
        return head + Markup("").join(self._parts) + Markup("</svg>")


def _round(value: object) -> object:
    # One decimal place is a tenth of a pixel; more would only be bytes.
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
