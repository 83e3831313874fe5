import pytest

from headwater.engine.here import Here
from headwater.lineage.account import in_order
from headwater.lineage.compare import compare
from headwater.model import Relation
from headwater.settings import Settings
from lineage_texts import item, prose, reworded


def relations(accounts):
    ordered = in_order(accounts)
    _, pairs = compare(ordered, Settings(), Here())
    return {tuple(sorted((ordered[p.a].document, ordered[p.b].document))): p.relation for p in pairs if p.relation}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_a_copy_is_found_though_words_were_changed(share):
    text = prose(1)
    found = relations([item("a", text), item("b", prose(2, 80) + " " + reworded(text, 5, share)), item("c", prose(3))])
    assert found == {("a", "b"): Relation.SHARED_TEXT}


def test_numbers_spelled_with_and_without_separators_are_the_same_words():
    text = prose(1, 60)
    a = f"{text[:150]} of 1,200 homes {text[150:]}"
    for spelled in ("1200", "twelve hundred"):
        assert relations([item("a", a), item("b", a.replace("1,200", spelled))]) == {("a", "b"): Relation.SHARED_TEXT}


def test_a_shared_quotation_is_no_shared_text():
    said = "\u201c" + prose(9, 50).replace(".", ",") + "\u201d"
    found = relations([item("a", f"{prose(1)} {said} {prose(2, 40)}"), item("b", f"{prose(3)} {said} {prose(4, 40)}")])
    assert found == {("a", "b"): Relation.SHARED_QUOTATION}


def test_boilerplate_of_a_publisher_ties_nobody():
    line = prose(77, 40)
    house = [item(f"h{n}", f"{prose(n)} {line}", publisher="The Evening Lantern") for n in range(10, 18)]
    assert relations(house) == {}


def test_a_closing_line_of_a_publisher_with_two_reports_ties_nobody():
    line = prose(77, 40)
    house = [item(f"h{n}", f"{prose(n)} {line}", publisher="The Evening Lantern") for n in (10, 11)]
    assert relations(house) == {}
    assert relations([house[0], item("x", f"{prose(12)} {line}")]) == {("h10", "x"): Relation.SHARED_TEXT}


def test_two_reports_of_one_publisher_are_a_pair_like_any_other():
    line, text = prose(77, 40), prose(10)
    house = [item(f"h{n}", f"{prose(n)} {line}", publisher="The Evening Lantern") for n in range(10, 18)]
    found = relations([*house, item("h99", f"{reworded(text, 3)} {line}", publisher="The Evening Lantern")])
    assert found == {("h10", "h99"): Relation.SHARED_TEXT}


def test_sentences_in_another_order_are_found():
    text = prose(1, 240).split(". ")
    moved = ". ".join(text[10:] + text[:10])
    assert relations([item("a", ". ".join(text)), item("b", moved)]) == {("a", "b"): Relation.SHARED_TEXT}


def test_two_that_share_no_gram_are_found_by_way_of_a_third():
    words = [f"word{n}" for n in range(90)]
    odd = [f"x{n}" if n % 6 == 0 else word for n, word in enumerate(words)]
    even = [f"y{n}" if n % 6 == 3 else word for n, word in enumerate(words)]
    accounts = [item("a", " ".join(odd)), item("b", " ".join(words)), item("c", " ".join(even))]
    assert ("a", "c") in relations(accounts)
    assert ("a", "c") not in relations([accounts[0], accounts[2]])


def test_a_wire_story_in_very_many_edited_copies_survives():
    story = prose(5, 90)
    accounts = [item(f"w{n:03d}", f"{prose(1000 + n, 30)} {reworded(story, n, 0.03)}") for n in range(130)]
    found = relations(accounts)
    tied = {name for pair, relation in found.items() if relation is Relation.SHARED_TEXT for name in pair}
    assert len(tied) == 130


def test_exact_copies_share_all_and_what_one_shares_with_others():
    text, edited = prose(1), reworded(prose(1), 4)
    found = relations([item("a", text), item("b", text), item("c", edited)])
    assert set(found) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_the_order_of_reports_changes_nothing():
    text = prose(1)
    accounts = [item("a", text), item("b", reworded(text, 2)), item("c", reworded(text, 3)), item("d", prose(9))]
    assert relations(accounts) == relations(accounts[::-1])


def test_texts_without_words_do_no_harm():
    assert relations([item("a", ""), item("b", " \n"), item("c", "one two three"), item("d", "one two three")]) == {}
