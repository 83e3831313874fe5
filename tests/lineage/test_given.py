"""Parents given by hand: in the links, the stemma, and the number of origins."""

from headwater.lineage.given import descending, tied_by_hand, with_given
from headwater.model import Direction, EvidenceKind, Link, Relation
from lineage_cases import account, case, counted
from lineage_texts import report, reworded


def row(descent, document):
    (found,) = [row for row in descent.parents if row.document == document]
    return found


def test_a_parent_given_by_hand_makes_two_reports_one_origin():
    reports, figures = case({"a": account(1), "b": account(2), "c": account(3)})
    before, _ = counted(reports, figures)
    origins, descent = counted(reports, figures, given={"b": "a"})
    assert before.textual.min == before.textual.max == 3
    assert (origins.textual.min, origins.textual.max, origins.textual.expected) == (2, 2, 2.0)
    assert [(one.document, one.probability) for one in row(descent, "b").parents] == [("a", 1.0)]
    assert row(descent, "b").independent == 0.0
    (link,) = descent.links
    assert (link.a, link.b, link.direction, link.probability) == ("a", "b", Direction.A_TO_B, 1.0)
    assert [piece.kind for piece in link.evidence] == [EvidenceKind.BY_HAND]
    assert any("given by hand" in root.why for root in origins.textual.roots)


def test_a_report_that_is_said_to_have_no_parent_counts_by_itself():
    text = account(1)
    reports, figures = case({"a": text, "b": reworded(text, 4, 0.05), "c": reworded(text, 8, 0.05)})
    before, _ = counted(reports, figures)
    origins, descent = counted(reports, figures, given={"b": None})
    assert before.textual.max == 1
    assert row(descent, "b").independent == 1.0
    assert row(descent, "b").parents == ()
    assert origins.textual.expected >= 1
    assert counted(reports, figures, given={"a": None, "b": None, "c": None})[0].textual.expected == 3.0


def test_a_parent_that_does_not_give_the_figure_leaves_the_reading_as_it_was():
    reports, figures = case({"a": account(1), "b": account(2)})
    reports.append(report("c", account(3, "98")))
    before, _ = counted(reports, figures)
    after, _ = counted(reports, figures, given={"b": "c"})
    assert after.textual == before.textual


def test_a_copy_of_the_child_changes_nothing():
    reports, figures = case({"a": account(1), "b": account(2), "copy": account(2), "d": account(4)})
    given = {"b": "a", "copy": "b"}
    origins, _ = counted(reports, figures, given=given)
    assert (origins.textual.min, origins.textual.max) == (2, 2)


def test_of_a_circle_the_last_parent_is_left_out():
    held, left = descending({"a": "b", "b": "c", "c": "a", "d": "gone", "e": None, "f": "f"}, "abcdef")
    assert held == {"a": "b", "b": "c", "e": None}
    assert left == ["c", "d", "f"]


def test_a_link_says_that_the_parent_was_given_and_keeps_what_it_had():
    old = Link(a="a", b="b", relation=Relation.SHARED_TEXT, direction=Direction.A_TO_B, probability=0.9, evidence=())
    (link, new) = with_given([old], {"a": "b", "c": "b", "d": None})
    assert (link.relation, link.direction, link.probability) == (Relation.SHARED_TEXT, Direction.B_TO_A, 1.0)
    assert (new.a, new.b, new.relation, new.direction) == ("b", "c", Relation.CREDIT, Direction.A_TO_B)
    assert tied_by_hand({"a": "b", "d": None}) == {("a", "b"): ("b", "a")}
