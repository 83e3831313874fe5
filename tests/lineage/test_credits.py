"""Reports that name each other: invented outlets."""

from dataclasses import replace

import pytest

from headwater.engine.here import Here
from headwater.language import load
from headwater.lineage.credits import Crediting, credited, meant, named_only, outlets, plain, thirds, with_sayings
from headwater.lineage.stage import trace
from headwater.model import Attribution, Credit, CreditRelation, Direction, Quote, Relation, Voice
from headwater.settings import Settings
from lineage_cases import account, case, counted
from lineage_texts import prose, report, reworded


def credit(agent, relation=CreditRelation.REPORTS):
    return Credit(0, 5, "words", agent, relation)


def naming(name, text, *agents, **more):
    return replace(report(name, text, **more), credits=tuple(credit(agent) for agent in agents))


def saying(document, speaker):
    return Attribution(document, Quote(0, 4, "they"), Quote(5, 9, "said"), None, speaker)


def outlets_of(reports):
    return outlets((one.publisher for one in reports), load())


def row(descent, document):
    (found,) = [one for one in descent.parents if one.document == document]
    return found


def test_who_names_a_report_that_it_shares_no_text_with_is_likely_to_have_it_from_there():
    reports = [report("a", prose(1), publisher="Harbour Wire"), naming("b", prose(2), "Harbour Wire")]
    descent = trace(reports, {}, Settings(), Here())
    assert [(one.document, one.probability) for one in row(descent, "b").parents] == [("a", 0.9002)]
    assert row(descent, "b").independent == 0.0998
    assert row(descent, "a").independent == 1.0
    (link,) = descent.links
    assert (link.relation, link.direction) == (Relation.CREDIT, Direction.A_TO_B)


def test_of_several_reports_of_one_publisher_the_one_before_is_likelier_meant():
    wires = [
        report("w1", prose(1), "2021-05-01T08:00", "Harbour Wire"),
        report("w2", prose(2), "2021-05-09T08:00", "Harbour Wire"),
    ]
    reports = [*wires, naming("x", prose(3), "Harbour Wire", published="2021-05-01T10:00")]
    chances = {one.document: one.probability for one in row(trace(reports, {}, Settings(), Here()), "x").parents}
    assert chances["w1"] > 0.8
    assert chances["w1"] + chances.get("w2", 0.0) == pytest.approx(0.9, abs=0.001)


def test_who_has_its_words_from_another_names_a_third_for_a_detail_only():
    text = prose(1)
    reports = [
        report("a", text),
        naming("b", reworded(text, 4), "Harbour Wire"),
        report("w", prose(9), publisher="Harbour Wire"),
    ]
    chances = {one.document for one in row(trace(reports, {}, Settings(), Here()), "b").parents}
    assert chances == {"a"}


def test_few_words_and_a_credit_are_shared_text():
    words = prose(7, 13, plain=True)
    one, other = f"{prose(1)} {words} {prose(2, 60)}", f"{prose(3, 40)} {words} {prose(4, 60)}"
    a = report("a", one, publisher="Harbour Wire")
    (link,) = trace([a, naming("b", other, "Harbour Wire")], {}, Settings(), Here()).links
    assert link.relation is Relation.SHARED_TEXT
    assert trace([a, report("b", other)], {}, Settings(), Here()).links == ()


def test_who_is_named_as_the_source_does_not_descend_from_who_names_it():
    text = prose(1)
    reports = [report("a", text, "2021-05-02", "Harbour Wire"), report("b", reworded(text, 4), "2021-05-01")]
    before = row(trace(reports, {}, Settings(), Here()), "a")
    reports[1] = replace(reports[1], credits=(credit("Harbour Wire", CreditRelation.SOURCE),))
    after = trace(reports, {}, Settings(), Here())
    assert sum(one.probability for one in row(after, "a").parents) < sum(one.probability for one in before.parents)
    assert row(after, "b").parents[0].document == "a"


def test_an_outlet_that_is_named_as_speaker_is_credited_and_a_ministry_is_not():
    reports = [
        report("a", "one", publisher="The Harbour Post"),
        report("b", "two", publisher="Ministry of Tides"),
        report("c", "three"),
    ]
    said = {"c": [saying("c", ("Harbour Post agency",)), saying("c", ("Ministry of Tides",)), saying("c", ("crew",))]}
    found = with_sayings(reports, said, outlets_of(reports))
    assert [one.agent for one in found[2].credits] == ["Harbour Post"]
    assert found[:2] == reports[:2]
    assert with_sayings(reports[:1], {"a": [saying("a", ("The Harbour Post",))]}, outlets_of(reports)) == reports[:1]


def test_a_credit_to_a_publisher_of_several_means_the_reports_with_the_same_numbers():
    _, figures = case({"a": account(1), "b": account(2), "c": account(3)})
    named = [Crediting(of, "c", credit("Harbour Wire")) for of in "ab"]
    assert meant(named, figures, {}) == named
    assert meant(named, {"b": figures["b"], "c": figures["c"]}, {}) == named[1:]
    assert meant(named, {}, {}) == named


def test_where_too_many_could_be_meant_nobody_is():
    many = [Crediting(f"w{n}", "x", credit("Harbour Wire")) for n in range(6)]
    assert meant(many, {}, {}) == []
    assert meant(many, {}, {"x": {"w3"}}) == many
    assert named_only(many[:2], set()) == {("w0", "x"): 0.5, ("w1", "x"): 0.5}
    assert named_only(many[:2], {"x"}) == {}


def test_names_are_compared_without_article_and_signs():
    assert plain("The A.B.C.") == plain("abc")
    reports = [report("a", "x", publisher="The Post"), naming("b", "y", "post"), naming("c", "z", "Tide Office")]
    assert [(item.of, item.by) for item in credited(reports, {})] == [("a", "b")]
    assert thirds(reports) == []
    assert [third.agent for third in thirds([*reports, naming("d", "w", "tide office")])] == ["Tide Office"]


def test_a_figure_in_the_sentence_before_the_shared_words_goes_with_them():
    tail = prose(5, 60, plain=True)
    near = {name: f"{prose(seed, 12, plain=True)} 412 died {tail}" for seed, name in ((1, "a"), (2, "b"))}
    far = {name: f"412 died {prose(seed, 60, plain=True)} {tail}" for seed, name in ((1, "a"), (2, "b"))}
    assert counted(*case(near))[0].textual.max == 1
    assert counted(*case(far))[0].textual.min == 2


def test_who_copies_a_report_that_names_a_speaker_adds_no_speaker():
    text = account(1)
    reports, figures = case({"a": text, "b": reworded(text, 4, 0.05)}, a=("Mira Holt",))
    origins, _ = counted(reports, figures)
    assert (origins.attributed.min, origins.attributed.max) == (1, 1)
    reports, figures = case({"a": text, "b": account(2)}, a=("Mira Holt",))
    assert counted(reports, figures)[0].attributed.max == 2


def test_who_names_another_report_of_the_reading_goes_back_to_whom_that_one_names():
    reports, figures = case({"a": account(1), "b": account(2)}, a=("Mira Holt",), b=("Harbour Wire",))
    reports[0] = replace(reports[0], publisher="Harbour Wire")
    origins, _ = counted(reports, figures)
    assert [root.label for root in origins.attributed.roots] == ["Mira Holt"]
    assert (origins.attributed.min, origins.attributed.max) == (1, 1)


def test_a_publisher_that_counts_in_its_own_name_is_the_speaker():
    reports, figures = case({"a": account(1), "b": account(2)}, b=("Tide Society",))
    reports[0] = replace(reports[0], publisher="The Tide Society")
    figures["a"] = [replace(one, voice=Voice.WE) for one in figures["a"]]
    origins, _ = counted(reports, figures)
    assert (origins.attributed.min, origins.attributed.max) == (1, 1)


def test_of_one_report_s_words_for_a_speaker_the_longer_hold():
    reports, figures = case({"a": account(1)})
    (one,) = figures["a"]
    figures["a"] = [
        replace(one, speaker=("hospital",)),
        replace(one, id="other", speaker=("hospital in the port",)),
    ]
    origins, _ = counted(reports, figures)
    assert [root.label for root in origins.attributed.roots] == ["hospital in the port"]


def test_a_saying_that_a_credit_tells_already_is_not_told_twice():
    reports = [report("a", "one", publisher="Harbour Post"), naming("b", "two", "Harbour Post")]
    said = {"b": [saying("b", ("Harbour Post",))]}
    assert with_sayings(reports, said, outlets_of(reports)) == reports
    apart = {"b": [replace(saying("b", ("Harbour Post",)), source=Quote(50, 60, "it"))]}
    twice = with_sayings(reports, apart, outlets_of(reports))
    assert [one.start for one in twice[1].credits] == [0, 50]
    (link,) = trace(twice, {}, Settings(), Here()).links
    assert link.probability == 0.9
