"""Pages nested deeper than the tree parser goes → their lines, read tag by tag."""

from __future__ import annotations

from html.parser import HTMLParser

from headwater.read.markup import markup
from headwater.read.places import Place
from headwater.read.serialise import Run

__all__ = ["serialise_flat"]


class _Tags(HTMLParser):
    """Collects text between tags; what is skipped holds no tags but its own end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.place = Place("root", None)
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.skipping: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping is None and tag in markup().skipped:
            self.skipping = tag
        if tag == "br" or markup().is_line(tag):
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipping:
            self.skipping = None
        if markup().is_line(tag):
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self.skipping is None:
            self.parts.append(data)

    def end_line(self) -> None:
        words = " ".join("".join(self.parts).split())
        if words:
            self.runs.append(Run(words, self.place))
        self.parts = []


def serialise_flat(page: str) -> list[Run]:
    """The lines of a page without its tree: no lists, tables or places are known, and nothing is left out."""
    tags = _Tags()
    tags.feed(page)
    tags.close()
    tags.end_line()
    return tags.runs
