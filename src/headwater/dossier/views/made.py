"""How this dossier was made: versions, settings, hashes of the input, and the limits in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.order import COLUMNS

__all__ = ["Made", "made"]


@dataclass(frozen=True, slots=True)
class Made:
    """All that someone needs to make the page again, and to know what it cannot tell."""

    versions: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str, str], ...]
    limits: tuple[str, ...]
    withheld: tuple[str, ...]
    rules: tuple[tuple[str, int], ...]


def made(lookup: Lookup, options: DossierOptions) -> Made:
    """The colophon of a case."""
    manifest, say = lookup.contents.manifest, lookup.wording.say
    versions = [(say("made.program"), manifest.headwater), (say("made.schema"), str(manifest.schema))]
    versions += [(say("made.language_data"), manifest.language_data)]
    versions += [(say("made.stage", name=name), version) for name, version in sorted(manifest.stages.items())]
    rules: dict[str, int] = {}
    for figure in lookup.contents.figures:
        if figure.rule:
            rules[figure.rule] = rules.get(figure.rule, 0) + 1
    few = len(lookup.reports) <= COLUMNS
    return Made(
        tuple(versions),
        tuple((name, str(value)) for name, value in sorted(manifest.settings.items())),
        tuple((_siglum(document, lookup), document, digest) for document, digest in sorted(manifest.inputs.items())),
        tuple(say(f"limit.{number}") for number in (1, 2, 3, 4, "5" if few else "published", 6, 7)),
        _withheld(lookup, options),
        tuple(sorted(rules.items())),
    )


def _siglum(document: str, lookup: Lookup) -> str:
    return lookup.letter[document].letter if document in lookup.letter else ""


def _withheld(lookup: Lookup, options: DossierOptions) -> tuple[str, ...]:
    say = lookup.wording.say
    lines = [say("withheld.names", n=len(options.redact))] if options.redact else []
    if options.max_quote is not None:
        lines.append(say("withheld.quotes", n=options.max_quote))
    if options.positions_only:
        lines.append(say("withheld.text"))
    return tuple(lines)
