"""Places in a report's text, and identifiers that depend on nothing but what they name."""

from __future__ import annotations

from hashlib import blake2b

from headwater.model.record import record

__all__ = ["Quote", "Span", "identifier"]


@record(order=True)
class Span:
    """A half-open run of code points `[start, end)` of a report's text.

    What others wrote comes in by `read`, which looks at it. Spans are most of what a case reads back of its own, by the hundred
    thousand: looking at these again took more time than all else that is done with them.
    """

    start: int
    end: int

    @classmethod
    def read(cls, start: int, end: int) -> Span:
        """The span of two numbers that somebody else wrote.

        Raises:
            ValueError: the span would begin before the text, or end before it begins.
        """
        if not 0 <= start <= end:
            raise ValueError(f"a span cannot run from {start} to {end}")
        return cls(start, end)

    def of(self, text: str) -> str:
        """The words that the span stands for.

        >>> Span(0, 3).of("613 people")
        '613'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@record(order=True)
class Quote:
    """Words of a report with their place: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Quote:
        """The words that stand at a place.

        >>> Quote.at("613 people", 0, 3)
        Quote(start=0, end=3, quote='613')
        """
        # Several are made a sentence: to fill the slots takes half the time of the call, which looks each up by its name again.
        one = _new(cls)
        _set_start(one, start)
        _set_end(one, end)
        _set_quote(one, text[start:end])
        return one


_new = object.__new__
_set_start, _set_end, _set_quote = (vars(Quote)[name].__set__ for name in ("start", "end", "quote"))


def identifier(kind: str, *parts: object) -> str:
    """A short name that stays the same wherever and whenever the same parts are named.

    Twelve hexadecimal digits (48 bits) of BLAKE2b over the parts, after a letter for the kind: among the million
    figures of a very large case two would share a name with a probability of about 0.002.

    >>> identifier("f", "a.txt", 0, 3, "killed", "person")
    'fa89d00fff614'
    """
    said = "\x1f".join(["" if part is None else str(part) for part in parts])
    return kind + blake2b(said.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
