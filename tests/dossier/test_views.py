"""What the views say of the invented case, as plain text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from headwater.dossier.inline import Sigla, plain
from headwater.dossier.labels import measure_label
from headwater.dossier.lookup import Lookup
from headwater.dossier.options import DossierOptions
from headwater.dossier.views.collation import collation_view, shared_lists
from headwater.dossier.views.descent import descent_rows
from headwater.dossier.views.findings import findings_view
from headwater.dossier.views.inshort import LONGEST, in_short
from headwater.dossier.views.made import made
from headwater.dossier.views.notes import quoted
from headwater.dossier.views.origins import origins_view
from headwater.dossier.views.parts import remainder
from headwater.dossier.views.reports import report_views
from headwater.dossier.views.rivals import rivals
from headwater.dossier.views.sentences import before_and_after
from headwater.dossier.views.speakers import speakers_view
from headwater.dossier.views.summary import summary
from headwater.dossier.views.timeline import timeline
from headwater.dossier.wording import load_wording
from headwater.model import Attribution, FindingKind, FindingSpan, Hedge, Level, Quote, Relation


@pytest.fixture
def lookup(full_case):
    return Lookup(full_case, load_wording())


def test_the_first_screen_tells_where_counts_differ(full_case):
    one, *rest = full_case.findings
    differing = replace(one, level=Level.COUNTS_DIFFER, kind=FindingKind.DIFFERS, text="Killed: 22 and 24.")
    view = summary(Lookup(replace(full_case, findings=(differing, *rest)), load_wording()), DossierOptions())
    assert [shown.text for shown in view.differences] == ["Killed: 22 and 24."]
    assert (len(view.misfits), view.more_differences) == (0, 0)
    assert summary(Lookup(full_case, load_wording()), DossierOptions()).differences == ()


@pytest.mark.parametrize(
    ("relation", "says"),
    [
        (Relation.SHARED_TEXT, "nearly one text"),
        (Relation.SHARED_FIGURES, "nearly one list of figures"),
        (Relation.CREDIT, "likely one origin"),
    ],
)
def test_columns_that_share_a_list_are_not_said_to_share_a_text(full_case, relation, says):
    links = tuple(replace(link, relation=relation) for link in full_case.links)
    spanners = shared_lists(Lookup(replace(full_case, links=links), load_wording()))
    assert {spanner.says for spanner in spanners if spanner.columns > 1} == {says}


def test_the_first_screen(lookup, snapshot):
    view = summary(lookup, DossierOptions())
    assert view.title == "Tarn Quay, 3–4 May 2019"
    assert {
        "subtitle": plain(view.subtitle),
        "short": [plain(line) for line in view.short],
        "rows": [(row.label, plain(row.line), plain(row.fold)) for row in view.figures.rows],
        "misfits": [view.misfits[0].text],
        "others": [(one.number, [(said.text, plain((sigla,))) for said, sigla in one.words]) for one in view.others],
        "whence": (view.whence.title, plain(view.whence.origins.interval)),
    } == snapshot


def test_the_sentences_in_short_are_short(lookup):
    for line in summary(lookup, DossierOptions()).short:
        assert sum(len(plain((piece,)).split()) for piece in line if not isinstance(piece, Sigla)) <= LONGEST


def test_a_sentence_in_short_names_as_many_as_it_holds_and_counts_the_others(full_case):
    named = [("Commissioner of the Lower Harbour Board", number) for number in range(6)]
    figures = tuple(
        replace(one, speaker=(f"{named[place % 6][0]} {place % 6}",)) for place, one in enumerate(full_case.figures)
    )
    lookup = Lookup(replace(full_case, figures=figures), load_wording())
    lines = [plain(line) for line in in_short(full_case.collation, tuple(lookup.place), lookup)]
    assert [line for line in lines if "and four others" in line and "Board 0" in line]


def test_what_went_wrong_with_a_few_files_stands_on_the_first_screen(full_case):
    (problem,) = full_case.problems
    view = summary(Lookup(full_case, load_wording()), DossierOptions())
    assert [plain(line) for line in view.problems] == [f"{problem.document}: {problem.message}"]
    many = tuple(replace(problem, document=f"{n}.pdf") for n in range(4))
    view = summary(Lookup(replace(full_case, problems=many), load_wording()), DossierOptions())
    assert [plain(line) for line in view.problems] == ["4 files were read with a problem, or could not be read."]


def test_a_case_without_figures_or_reports_says_so(full_case):
    bare = replace(full_case, figures=(), collation=(), findings=(), events=(), statements=())
    view = summary(Lookup(bare, load_wording()), DossierOptions())
    assert view.empty == "No number was found in what these reports say."
    nothing = replace(bare, reports=(), links=(), parents=(), origins=(), attributions=(), datings=())
    view = summary(Lookup(nothing, load_wording()), DossierOptions())
    assert (view.title, view.subtitle, view.empty, view.examined) == ("No file could be read", (), "", False)
    assert view.problems


def test_the_letters_have_a_key_where_no_table_is_one(lookup, full_case):
    assert summary(lookup, DossierOptions()).figures.columns
    assert not summary(lookup, DossierOptions()).keys
    first = full_case.reports[0]
    more = tuple(replace(first, document=f"more-{n}.txt", siglum=f"M{n}", publisher=f"Post {n}") for n in range(25))
    view = summary(Lookup(replace(full_case, reports=(*full_case.reports, *more)), load_wording()), DossierOptions())
    assert not view.figures.columns
    listed = [(one.letter.letter, one.name) for one in view.keys]
    assert len(listed) == 24
    assert len(listed) + view.more_keys == len(full_case.reports) + len(more)
    assert (first.siglum, first.publisher) in listed


def test_the_collation_by_report(lookup, snapshot):
    view = collation_view(lookup, 6)
    assert [
        (group.title, row.label, plain(row.apparatus), [plain(one.line) for one in row.relations], row.rest and row.rest.sum)
        for group in view.groups
        for row in (*group.rows, *(part for whole in group.rows for part in whole.parts))
    ] == snapshot  # fmt: skip


def test_the_collation_by_reading(lookup, snapshot):
    view = collation_view(lookup, 2)
    assert view.by_reading
    assert [
        (row.label, reading.kind, plain((reading.value,)), plain(reading.who), plain((reading.sigla,)), reading.origins)
        for group in view.groups
        for row in group.rows
        for reading in row.readings
    ] == snapshot


def test_a_statement_is_never_a_zero(lookup):
    killed = collation_view(lookup, 6).groups[0].rows[0]
    stated = [entry for cell in killed.cells for entry in cell.entries if entry.kind == "statement"]
    assert [entry.hedge for entry in stated] == ["denies", "doubts"]
    assert all(entry.number == "" for entry in stated)


def test_rows_stand_in_the_order_of_outcomes_whatever_the_numbers(case):
    """Multiplying every number, and so reversing their order by size, leaves rows and columns where they are."""

    def shape(contents):
        view = collation_view(Lookup(contents, load_wording()), 6)
        return [row.label for group in view.groups for row in group.rows], [column.document for column in view.columns]

    measures = tuple(
        replace(measure, readings=tuple(replace(one, best=one.best and 10_000 / one.best) for one in measure.readings))
        for measure in case.collation
    )
    assert shape(replace(case, collation=measures)) == shape(case)


def test_the_remainder_is_whole_less_parts(lookup):
    killed = collation_view(lookup, 6).groups[0].rows[0]
    assert (killed.rest.number, killed.rest.sum) == ("19", "40 − (12 + 9)")


def test_no_remainder_is_told_of_a_whole_that_no_measure_holds(full_case):
    figures = {figure.id: figure for figure in full_case.figures}
    tops = {figure.part_of for figure in full_case.figures if figure.part_of}
    held = [{name for reading in one.readings for name in reading.figures} for one in full_case.collation]
    whole = next(one for one, names in zip(full_case.collation, held, strict=True) if not tops.isdisjoint(names))
    parts = [
        one
        for one, names in zip(full_case.collation, held, strict=True)
        if any(name in figures and figures[name].part_of in tops for name in names)
    ]
    others = tuple(one for one in full_case.collation if one is not whole)
    assert remainder(whole, parts, Lookup(replace(full_case, collation=others), load_wording())) is None


def test_probabilities_of_descent_stand_beside_their_names(lookup):
    rows = descent_rows(lookup)
    assert [
        (row.name, [(choice.label, choice.probability) for choice in row.choices], row.independent) for row in rows
    ][2] == (
        "Ledger",
        [("The Courier", "0.55"), ("an origin not seen", "0.30")],
        "0.15",
    )


def test_a_number_of_origins_is_never_bare(lookup):
    view = origins_view(lookup)
    for reading in (view.first, *(one for group in view.alike for one in group)):
        assert "within this set" in plain(reading.interval)
        assert reading.roots
        assert all(root.why for root in reading.roots)


def test_an_edge_of_the_stemma_leads_to_the_passages_it_rests_on(lookup):
    view = origins_view(lookup)
    edge = next(choice for row in view.rows for choice in row.choices if choice.letter)
    passage = next(tie for tie in view.ties if {tie.a.letter, tie.b.letter} == {"C", "L"}).passages[0]
    assert edge.href == f"#{passage.anchor}"
    assert f'<a href="{edge.href}" aria-label="L from C: what ties them 0.55">' in view.drawing


def test_a_number_of_origins_in_the_table_by_reading_leads_to_its_reasons(lookup):
    view = collation_view(lookup, 2)
    told = [one for group in view.groups for row in group.rows for one in row.readings if one.origins]
    assert [one.origins for one in told] == ["1 to 3 origins"]
    assert "within this set: undetermined" in told[0].origins_name
    assert told[0].origins_href == f"#{origins_view(lookup).first.anchor}"


def test_passages_are_aligned_word_by_word(lookup):
    passage = next(tie for tie in origins_view(lookup).ties if tie.b.letter == "W" or tie.a.letter == "W").passages[0]
    assert [stretch.text.strip() for stretch in passage.a if stretch.same] == ["40", "12 children"]


def test_a_figure_of_a_list_stands_with_the_words_that_open_the_list(lookup):
    told = {}
    for figure in lookup.contents.figures:
        if figure.document == "courier.html":
            before, number, after = before_and_after(figure, lookup)
            told[number] = ("".join(run.text for run in before), "".join(run.text for run in after))
    assert told["40"] == ("The toll, as the harbour office gave it: ", " people were killed, including:")
    assert told["12"] == ("40 people were killed, including: ", " children")
    assert told["85"] == ("The toll, as the harbour office gave it: ", " people were injured")


def test_the_text_of_a_report_is_whole(lookup, full_case):
    for view, report in zip(report_views(lookup), lookup.reports, strict=True):
        shown = [run.text for part in view.parts if not part.furniture for run in part.runs]
        folded = [line for part in view.parts if part.furniture for line in part.lines]
        assert sorted("".join(shown + folded).replace(" ", "")) == sorted("".join(report.text.split()))


def test_page_furniture_is_folded_and_counted(lookup):
    courier = next(view for view in report_views(lookup) if view.letter.letter == "C")
    assert courier.parts[0].summary == "2 lines of page furniture, folded: Home | News | Sport · Share on all networks"


def test_the_timeline_lists_by_date(lookup, snapshot):
    view = timeline(lookup)
    assert [(row.when, [one.said.text for one in row.words]) for row in view.rows] == snapshot


def test_levels_of_findings_stand_in_their_order(lookup):
    levels = findings_view(lookup).levels
    assert [(level.title, len(level.findings)) for level in levels] == [
        ("Does not fit", 1), ("Counts differ", 0), ("Same number, other words", 1), ("Notes", 0),
    ]  # fmt: skip


def test_speakers_stand_in_alphabetical_order(lookup):
    names = [one.name for one in speakers_view(lookup).names]
    assert names == sorted(names, key=str.casefold)
    assert "Jonas Erlund" in names


def test_who_counted_stands_in_the_row_once_with_all_who_say_so(full_case):
    figures = tuple(
        replace(one, speaker=("Petra Vann",), as_of="2019-05-05") if one.quote == "85" else one
        for one in full_case.figures
    )
    rows = [
        row
        for group in collation_view(Lookup(replace(full_case, figures=figures), load_wording()), 6).groups
        for row in group.rows
    ]
    injured = next(row for row in rows if row.outcome == "injured")
    assert [plain(line) for line in injured.evidence.counted] == ["85: Petra Vann, as of 5 May 2019 C L"]
    cost = next(row for row in rows if row.outcome == "damage_cost")
    assert [plain(line) for line in cost.evidence.counted] == ["more than 4 million EUR: official estimates L"]


def test_a_speakers_figure_stands_once_with_all_who_give_it(full_case):
    figures = tuple(
        replace(one, speaker=("Petra Vann",)) if one.quote in ("85", "9") else one for one in full_case.figures
    )
    vann = next(
        one
        for one in speakers_view(Lookup(replace(full_case, figures=figures), load_wording())).names
        if one.name == "Petra Vann"
    )
    assert [plain(line) for line in vann.figures] == [
        "9 women killed C L",
        "85 wounded, injured C L",
        "85 treated in hospital W",
    ]


def test_one_of_a_group_is_one(lookup):
    women = next(measure for measure in lookup.contents.collation if measure.group == "woman")
    assert [measure_label(women, load_wording(), Decimal(count)) for count in (1, 2)] == [
        "woman killed",
        "women killed",
    ]


def test_the_colophon_names_every_input(lookup, full_case):
    view = made(lookup, DossierOptions())
    assert [document for _, document, _ in view.inputs] == sorted(full_case.manifest.inputs)


def test_views_without_anything_are_left_out(case):
    lookup = Lookup(replace(case, datings=(), findings=(), attributions=(), collation=()), load_wording())
    assert origins_view(lookup) is None
    assert timeline(lookup) is None
    assert findings_view(lookup) is None


def test_who_is_quoted_for_no_figure_is_shown_with_the_words_that_a_saying_opens_with(full_case):
    report = full_case.reports[0]
    said = Quote.at(report.text, 0, len(report.text) // 2)
    attribution = Attribution(report.document, said, said, said, ("Ilse Bram",))
    case = replace(full_case, attributions=(*full_case.attributions, attribution))
    bram, *others = sorted(speakers_view(Lookup(case, load_wording())).names, key=lambda one: one.name != "Ilse Bram")
    assert bram.words is not None
    assert report.text.split()[0] in bram.words.text
    assert len(bram.words.text.split()) <= 13
    assert all(one.words is None for one in others if one.figures or one.statements)


def test_who_counts_whom_is_told_where_counts_of_two_differ(full_case):
    def told(speakers: dict[str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
        figures = tuple(
            replace(one, speaker=speakers.get(one.quote, ()), as_of="2019-05-05" if one.quote in speakers else None)
            for one in full_case.figures
        )
        found = rivals(Lookup(replace(full_case, figures=figures), load_wording()))
        return [
            (
                one.title,
                [
                    " | ".join((plain((of.whom,)), plain(row.who), plain(row.count), row.day))
                    for of in one.counted
                    for row in of.rows
                ],
            )
            for one in found
        ]

    assert told({}) == []  # nobody is named as having counted
    killed = dict(told({"40": ("port office",)}))["Tarn Quay, 3–4 May 2019: killed"]
    assert killed[0] == "people | port office | 40 W C L | 5 May 2019"
    assert any("in its own voice" in row and "told" in row for row in killed[1:])
    assert told({one.quote: ("port office",) for one in full_case.figures}) == []  # one who counts has no rival


def test_a_count_that_is_part_of_one_of_another_outcome_has_rivals_too(full_case):
    first = next(one for one in full_case.figures if one.quote == "40")
    aboard = replace(first, id="aboard", outcome=None)
    counted = {first.id: replace(first, part_of="aboard", speaker=("port office",))}
    figures = (aboard, *(counted.get(one.id, one) for one in full_case.figures))
    killed = next(
        one for one in rivals(Lookup(replace(full_case, figures=figures), load_wording())) if "killed" in one.title
    )
    assert any(plain(row.who).startswith("port office") for of in killed.counted for row in of.rows)


def test_the_words_that_bound_a_figure_are_marked_where_a_finding_quotes_it(full_case):
    figure = next(one for one in full_case.figures if one.hedge is Hedge.MORE_THAN)
    span = FindingSpan(figure.document, figure.start, figure.end, figure.quote)
    finding = replace(full_case.findings[0], spans=(span,))
    ((_, shown),) = quoted(finding, Lookup(full_case, load_wording()), "other")
    assert [run.text for run in shown if run.kinds == "hedge"] == ["more than"]
    assert [run.text for run in shown if run.kinds == "other"] == [figure.quote]
