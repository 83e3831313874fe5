"""Origins of readings: invented reports on a ferry at an invented quay."""

from dataclasses import replace

import pytest

from headwater.engine.here import Here
from headwater.lineage.origins import count
from headwater.lineage.stage import trace
from headwater.model import Credit, CreditRelation, Measure, Relation
from headwater.settings import Settings
from lineage_cases import account, case, counted, figure, reading
from lineage_texts import prose, report, reworded


def test_a_copy_of_the_passage_has_the_same_origin():
    text = account(1)
    origins, _ = counted(*case({"a": text, "b": reworded(text, 4, 0.05)}))
    assert (origins.textual.min, origins.textual.max) == (1, 1)
    assert origins.textual.determined
    (root,) = origins.textual.roots
    assert root.documents == ("a", "b")
    assert "share text" in root.why


def test_text_shared_elsewhere_does_not_tie_the_figure():
    """Two that share a paragraph, and each have the figure in words of their own, are two for the figure."""
    shared = prose(50, 60)
    texts = {
        "a": f"{shared} {prose(1, 150)} in all 412 people died {prose(2, 90)}",
        "b": f"{shared} {prose(3, 150)} a count of 412 dead {prose(4, 90)}",
    }
    origins, descent = counted(*case(texts))
    assert [link.relation for link in descent.links] == [Relation.SHARED_TEXT]
    assert (origins.textual.min, origins.textual.max) == (2, 2)


def test_a_headlines_number_is_whose_the_text_below_says_and_capitals_are_written_only_where_nobody_else_writes_them():
    """ "412 killed" over "at least 412 were killed, Mara Quill said"."""
    texts = {"a": f"412 killed {prose(1, 90)} at least 412 people {prose(2, 90)}", "b": account(33)}
    reports, figures = case(texts, b=("MARA QUILL",))
    lead = figure("a", texts["a"], "412", speaker=("Mara Quill",), after=20)
    origins, _ = counted(reports, figures)
    assert [root.label for root in origins.attributed.roots] == ["MARA QUILL", "nobody named"]
    floored = replace(lead, high=None)
    (headline,), rest = figures["a"], figures["b"]
    measured = {"a": [headline], "b": rest}
    descent = trace(reports, measured | {"a": [headline, floored]}, Settings(), Here(), None)
    measure = Measure("m1", "e1", headline.outcome, "person", None, None, "count", (reading(measured),))
    (found,) = count([measure], reports, measured | {"a": [headline, floored]}, descent, Settings(), None)
    (root,) = found.readings[0].origins.attributed.roots
    assert (root.label, root.documents) == ("Mara Quill", ("a", "b"))


@pytest.mark.parametrize("name", ["a0", "zz"])
def test_an_exact_copy_never_raises_a_number(name):
    text = account(1)
    reports, figures = case({"a": text, "b": reworded(text, 4, 0.3), "c": account(9)})
    before, _ = counted(reports, figures)
    for source in "abc":
        one = next(row for row in reports if row.document == source)
        copy = replace(one, document=name, publisher="another outlet", published="2020-01-01")
        more = figures | {name: [figure(name, copy.text, "412")]}
        after, _ = counted([*reports, copy], more)
        for old, new in ((before.textual, after.textual), (before.attributed, after.attributed)):
            assert (new.min, new.median, new.max) == (old.min, old.median, old.max)
            assert new.expected <= old.expected


def test_an_unrelated_report_with_its_own_count_raises_the_number():
    text = account(1)
    reports, figures = case({"a": text, "b": reworded(text, 4, 0.3)}, a=("Mara Quill",), b=("Mara Quill",))
    before, _ = counted(reports, figures)
    other = report("c", account(33))
    after, _ = counted([*reports, other], figures | {"c": [figure("c", other.text, "412", speaker=("Jon Arden",))]})
    for old, new in ((before.textual, after.textual), (before.attributed, after.attributed)):
        assert new.max == old.max + 1
        assert new.expected >= old.expected + 0.9


NUMBERS = ["412", "87", "133", "2,506", "64", "951"]


def listing(seed, order):
    parts = [f"{prose(seed + n, 14).rstrip('.')} {NUMBERS[n]} people {prose(seed + n + 50, 9)}" for n in order]
    return " ".join(parts)


def test_a_shared_set_of_figures_in_other_words_is_undetermined():
    texts = {name: listing(seed, range(6)) for name, seed in (("a", 100), ("b", 300), ("c", 500))}
    reports = [report(name, text) for name, text in texts.items()]
    figures = {name: [figure(name, text, quote) for quote in NUMBERS] for name, text in texts.items()}
    origins, descent = counted(reports, figures)
    assert {link.relation for link in descent.links} == {Relation.SHARED_FIGURES}
    assert (origins.textual.min, origins.textual.max) == (1, 3)
    assert not origins.textual.determined
    assert "6 in common" in origins.textual.roots[0].why
    (origin,) = descent.origins
    assert origin.documents == ("a", "b", "c")
    assert all(row.unseen_origin > 0.5 for row in descent.parents)


def test_one_plain_number_in_common_relates_nobody():
    _, descent = counted(*case({"a": account(1), "b": account(2)}))
    assert descent.links == ()


def test_a_credit_ties_a_figure_and_a_third_widens_it():
    texts = {"a": account(1), "b": account(2, tail="The Quay Post reported"), "c": account(3)}
    reports, figures = case(texts)
    reports[0] = replace(reports[0], publisher="Quay Post")
    start = texts["b"].index("The Quay")
    credit = Credit(start, start + 13, "The Quay Post", "The Quay Post", CreditRelation.REPORTS)
    reports[1] = replace(reports[1], credits=(credit,))
    origins, descent = counted(reports, figures)
    assert [(link.a, link.b, link.relation) for link in descent.links] == [("a", "b", Relation.CREDIT)]
    assert origins.textual.expected == pytest.approx(2.1, abs=0.1)


def test_speakers_are_counted_by_name_and_the_unnamed_widen():
    texts = {name: account(seed) for seed, name in enumerate("abcd", 1)}
    origins, _ = counted(*case(texts, a=("Mara Quill",), b=("Mara Quill",), c=("officials",)))
    found = origins.attributed
    assert (found.min, found.max) == (1, 3)
    assert [root.label for root in found.roots] == ["Mara Quill", "officials", "nobody named"]


def test_the_same_quotation_with_the_figure_has_one_origin():
    said = "we found that 412 people died when the old ferry went down beside the quay on Tuesday evening"
    texts = {"a": f"{prose(1)} {said} {prose(2, 40)}", "b": f'{prose(3)} a statement read "{said}" {prose(4, 40)}'}
    origins, descent = counted(*case(texts))
    assert [link.relation for link in descent.links] == [Relation.SHARED_QUOTATION]
    assert origins.textual.median == 1


def test_whatever_the_order_the_case_is_the_same():
    text = account(1)
    reports, figures = case({"a": text, "b": reworded(text, 4, 0.2), "c": account(5), "d": text})
    assert trace(reports, figures, Settings(), Here()) == trace(reports[::-1], figures, Settings(), Here())
    assert trace([], {}, Settings(), Here()).links == ()
