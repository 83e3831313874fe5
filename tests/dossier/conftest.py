"""The fixtures of the invented case at Tarn Quay."""

from warehouse import browser, case, dossier, full_case, page

__all__ = ["browser", "case", "dossier", "full_case", "page"]
