"""The collation: a row a measure, a column a report, and how the readings relate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from headwater.dossier.addresses import anchor
from headwater.dossier.inline import Inline, Sigla
from headwater.dossier.labels import measure_label, part_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.numerals import number_words
from headwater.dossier.order import likely_families
from headwater.dossier.views.byreading import TILES, ReadingRow, reading_rows
from headwater.dossier.views.cells import Cell, cells, statements_about
from headwater.dossier.views.columns import Column, column
from headwater.dossier.views.evidence import Evidence, evidence
from headwater.dossier.views.parts import Family, families, remainder
from headwater.dossier.views.readings import apparatus, given
from headwater.dossier.views.relation import SIGNS, Relation, relations
from headwater.model import Event, Finding, Measure
from headwater.model import Relation as Tie
from headwater.model.ordering import rows_by_event, whole_outcome

__all__ = ["Collation", "Group", "Row", "collation_view"]


@dataclass(frozen=True, slots=True)
class Rest:
    """The remainder of a whole: "374", its arithmetic "613 − (63 + 106 + 70)", and the reports that give whole and parts."""

    number: str
    sum: str
    short: str
    sigla: Sigla


@dataclass(frozen=True, slots=True)
class Row:
    """One measure; `anchor` is where its evidence opens, `place` the row itself, `parts` are its parts' rows, beneath it."""

    anchor: str
    place: str
    href: str
    label: str
    said: str
    cells: tuple[Cell, ...]
    apparatus: Inline
    relations: tuple[Relation, ...]
    evidence: Evidence
    differs: bool
    outcome: str
    documents: str
    readings: tuple[ReadingRow, ...]
    parts: tuple[Row, ...] = ()
    rest: Rest | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one event, under its place and date."""

    title: str
    key: str
    background: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A spanner over columns that share a list: how many columns, and what it says ("" for none)."""

    columns: int
    says: str


@dataclass(frozen=True, slots=True)
class Collation:
    """The whole table; `by_reading` where there are more reports than columns can hold."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    by_reading: bool
    tiled: bool
    signs: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]
    outcomes: tuple[tuple[str, str], ...]
    shared: tuple[Shared, ...] = ()

    @property
    def width(self) -> int:
        """Columns of the table by reading."""
        return len(self.columns) + 4 if self.tiled else 5


def collation_view(lookup: Lookup, columns_held: int) -> Collation:
    """The collation of a case, by report up to `columns_held` reports, else by reading."""
    columns = _columns(lookup)
    by_reading = len(columns) > columns_held
    says = lookup.wording.say
    groups = tuple(_groups(lookup, not by_reading))
    rows = [row for group in groups for row in group.rows]
    return Collation(
        columns,
        groups,
        by_reading,
        tiled=by_reading and len(columns) <= TILES,
        signs=tuple((sign, says(f"sign.{name}")) for name, sign in SIGNS.items()),
        events=tuple((group.key, group.title) for group in groups),
        outcomes=tuple((name, says(f"outcome.{name}")) for name in dict.fromkeys(row.outcome for row in rows)),
        shared=() if by_reading else shared_lists(lookup),
    )


def _columns(lookup: Lookup) -> tuple[Column, ...]:
    heads = [column(document, lookup) for document in lookup.place]
    days = ["", *(head.short for head in heads)]
    return tuple(replace(head, opens=head.short != day) for head, day in zip(heads, days, strict=False))


def shared_lists(lookup: Lookup) -> tuple[Shared, ...]:
    """Spanners over neighbouring columns whose reports likely go back to one text, or one list of figures."""
    families = likely_families(lookup.reports, lookup.contents.links)
    if max((len(family) for family in families), default=0) < 2:
        return ()
    return tuple(Shared(len(family), _shared_words(family, lookup)) for family in families)


def _shared_words(family: list[str], lookup: Lookup) -> str:
    """What a family has in common, in words: a list of figures alone is no text."""
    if len(family) < 2:
        return ""
    relations = {link.relation for link in lookup.contents.links if link.a in family and link.b in family}
    shared = "text" if Tie.SHARED_TEXT in relations else "list" if Tie.SHARED_FIGURES in relations else "origin"
    return lookup.wording.say(f"collation.shared_{shared}")


def _groups(lookup: Lookup, with_cells: bool) -> list[Group]:
    return [
        Group(
            _title(rows.event, rows.background, lookup),
            anchor("event", rows.event.id if rows.event else "none") + ("-background" if rows.background else ""),
            rows.background,
            tuple(_row(family, lookup, with_cells) for family in families(rows.measures, lookup)),
        )
        for rows in rows_by_event(lookup.contents)
    ]


def _title(event: Event | None, background: bool, lookup: Lookup) -> str:
    if event is not None and event.label:
        return event.label
    return lookup.wording.say("collation.background" if background else "collation.no_event")


def _row(family: Family, lookup: Lookup, with_cells: bool) -> Row:
    parts = tuple(row_of(part, part_label(part, lookup.wording), lookup, with_cells) for part in family.parts)
    label = whole_label(family.whole, lookup)
    return row_of(family.whole, label, lookup, with_cells, parts, _rest(family, lookup))


def whole_label(measure: Measure, lookup: Lookup) -> str:
    """A measure's label; of one whose figures are parts of another outcome, of what they are."""
    label = measure_label(measure, lookup.wording)
    over = whole_outcome(measure, lookup.figure)
    if over is None or over is measure.outcome:
        return label
    return lookup.wording.say("label.among", label=label, among=lookup.wording.say(f"among.{over.value}"))


def row_of(
    measure: Measure,
    label: str,
    lookup: Lookup,
    with_cells: bool,
    parts: tuple[Row, ...] = (),
    rest: Rest | None = None,
) -> Row:
    """The row of one measure."""
    readings = given(measure, lookup)
    about = _findings(measure, lookup)
    documents = [document for one in readings for document in one.documents]
    return Row(
        anchor=anchor("measure", measure.id),
        place=anchor("row", measure.id),
        href=lookup.addresses.to("measure", measure.id),
        label=label,
        said=lookup.told_apart.get(measure.id, ""),
        cells=cells(measure, readings, lookup) if with_cells else (),
        apparatus=apparatus(measure, lookup),
        relations=relations(readings, statements_about(measure, lookup), about, lookup),
        evidence=evidence(measure, readings, about, lookup),
        differs=len(readings) > 1,
        outcome=measure.outcome.value,
        documents=" ".join(lookup.letter[document].letter for document in dict.fromkeys(documents)),
        readings=() if with_cells else reading_rows(measure, readings, lookup),
        parts=parts,
        rest=rest,
    )


def _findings(measure: Measure, lookup: Lookup) -> list[Finding]:
    found = {finding.id: finding for name in measure.figures for finding in lookup.findings_on.get(name, ())}
    return list(found.values())


def _rest(family: Family, lookup: Lookup) -> Rest | None:
    left = remainder(family.whole, family.parts, lookup)
    if left is None:
        return None
    whole, parts = number_words(left.whole, lookup.wording), [number_words(part, lookup.wording) for part in left.parts]
    together = number_words(sum(left.parts), lookup.wording)
    long = f"{whole} − ({' + '.join(parts)})" if len(parts) > 1 else f"{whole} − {parts[0]}"
    rest = number_words(left.rest, lookup.wording)
    return Rest(rest, long, f"{whole} − {together}", lookup.sigla(left.documents))
