"""What a dossier leaves out, and how its parts are addressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from headwater.dossier.addresses import Addresses
from headwater.dossier.journal import News, Settlement

__all__ = ["DossierOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierOptions:
    """How a dossier is written.

    Attributes:
        redact: names that the page hides, wherever they stand, in any case.
        max_quote: the most words of a report that stand together, counted around its figures; `None` leaves all.
        positions_only: leave the reports' own text out; values and places stay.
        addresses: where the page's parts are found, so that a server can use the same templates.
        settled: what people said of findings, by the finding's id.
        news: what is new since the case was last written; `None` where nothing is told of it.
        language: of the page's wording, as a language tag of the message catalogues.
    """

    redact: tuple[str, ...] = ()
    max_quote: int | None = None
    positions_only: bool = False
    addresses: Addresses = field(default_factory=Addresses)
    settled: Mapping[str, Settlement] = field(default_factory=dict)
    news: News | None = None
    language: str = "en"

    @property
    def withholds(self) -> bool:
        """Whether anything of the reports is left out."""
        return bool(self.redact) or self.max_quote is not None or self.positions_only
