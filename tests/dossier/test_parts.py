"""The small parts that views are made of."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

import headwater.dossier
from headwater.dossier.addresses import Addresses, anchor
from headwater.dossier.dates import date_words, days
from headwater.dossier.inline import Letter, Note, Sigla, Text, plain
from headwater.dossier.marks import Mark, runs
from headwater.dossier.numerals import bound_words, number_words, value_words
from headwater.dossier.phrases import following, phrase
from headwater.dossier.shell import Shell
from headwater.dossier.svg.canvas import Canvas
from headwater.dossier.svg.interval import draw_interval
from headwater.dossier.svg.scale import BREAK, DayScale
from headwater.dossier.svg.stemma import Edge, Node, draw_stemma
from headwater.dossier.wording import load_wording
from headwater.model import Figure, Hedge, Span

ROOM = Path(headwater.dossier.__file__).parent
ENGLISH = load_wording()


def figure(text: str, quote: str, **more) -> Figure:
    start = text.index(quote)
    best = Decimal(quote) if quote.isdigit() else None
    values = {"best": best, "low": best, "high": best} | more
    return Figure("f1", "a", start, start + len(quote), quote, Span(0, len(text)), **values)


marks_in = st.lists(
    st.builds(
        lambda start, length, kind, shared: Mark(start, start + length, kind, sigla=Sigla((Letter("A", "A", "#a"),)) if shared else None),
        st.integers(-3, 40), st.integers(0, 20), st.sampled_from(["fig", "dated", "shared"]), st.booleans(),
    )
)  # fmt: skip


@given(st.text(max_size=40), marks_in)
def test_runs_hold_every_letter_once(text, marks):
    assert "".join(run.text for run in runs(text, 0, len(text), marks)) == text


@given(st.text())
def test_any_name_makes_an_anchor(name):
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", anchor("report", name))


@given(st.text())
def test_any_edtf_has_words(text):
    days(text)
    assert isinstance(date_words(text, ENGLISH.locale), str)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-05-04", "4 May 2019"), ("2019-05", "May 2019"), ("2019", "2019"), ("2019~", "2019"), ("", ""),
        ("2019-05-30/2019-06-02", "30 May 2019 – 2 Jun 2019"), ("../2019-05", "– May 2019"), ("2019-05-04T08:30", "4 May 2019, 08:30"),
        ("2019-XX-XX", "2019"), ("not a date", "not a date"),
    ],
)  # fmt: skip
def test_dates_are_as_short_as_they_are_precise(edtf, words):
    assert date_words(edtf, ENGLISH.locale) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("1275", "1,275"), ("2.5", "2.5"), ("140000000", "140 million"), ("1234567", "1,234,567"), ("0", "0")],
)
def test_numbers_are_grouped(number, words):
    assert number_words(Decimal(number), ENGLISH) == words


def test_hedges_are_told_in_words_and_bounds_in_signs():
    text = "at least 46 people"
    hedged = figure(text, "46", hedge=Hedge.AT_LEAST, high=None)
    assert value_words(hedged, ENGLISH) == "at least 46"
    assert bound_words(hedged, ENGLISH) == "n ≥ 46"
    assert bound_words(figure(text, "46"), ENGLISH) == "exactly 46: no hedge"


def test_the_words_of_a_figure_are_spans_of_its_text():
    text = "Counts range from more than 35 to up to 60 dead. Others do not."
    ranged = figure(text, "35", hedge=Hedge.RANGE, best=None, low=Decimal(35), high=Decimal(60))
    assert phrase(ranged, text) == "from more than 35 to up to 60"
    assert (
        following(figure("12 sailors were rescued, and 3 not", "12"), "12 sailors were rescued, and 3 not")
        == "sailors were rescued"
    )


@given(st.text(max_size=80), st.integers(0, 60), st.integers(1, 10))
def test_phrases_are_always_in_the_text(text, start, length):
    end = min(len(text), start + length)
    start = min(start, end)
    one = Figure("f", "a", start, end, text[start:end], Span(0, len(text)), None, None, None, hedge=Hedge.VAGUE)
    assert phrase(one, text) in text
    assert following(one, text) in text


def test_messages_keep_the_editions_voice_apart():
    line = ENGLISH.line("figures.rest", number="19", sum="40 − 21")
    assert line == (Text("19"), Text(" "), Note("are described by no report"), Text(" ("), Text("40 − 21"), Text(")"))
    assert plain(line) == "19 are described by no report (40 − 21)"
    with pytest.raises(KeyError):
        ENGLISH.say("no.such.message")


def test_every_message_that_is_asked_for_is_in_the_catalogue():
    asked = set()
    for path in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")]:
        asked |= set(
            re.findall(
                r"""\b(?:say|line|says)\(\s*['"]([a-z_]+\.[a-z_.0-9]+[a-z0-9_])['"]""", path.read_text(encoding="utf-8")
            )
        )
    assert len(asked) > 100
    assert [message for message in sorted(asked) if not ENGLISH.has(message)] == []


def test_every_enumeration_that_the_page_names_has_words():
    from headwater.model import EvidenceKind, Level, Outcome, Relation, StatementKind, Voice

    kinds = {
        "outcome": Outcome,
        "evidence_kind": EvidenceKind,
        "level": Level,
        "relation": Relation,
        "statement": StatementKind,
    }
    for prefix, kind in kinds.items():
        assert [member for member in kind if not ENGLISH.has(f"{prefix}.{member.value}")] == []
    assert all(ENGLISH.has(f"evidence.says_{voice.value}") for voice in Voice)
    assert all(ENGLISH.has(f"hedge.{hedge.value}") for hedge in Hedge if hedge.value)


def test_addresses_can_lie_elsewhere():
    elsewhere = Addresses({"report": "/reports/{0}"})
    assert elsewhere.to("report", "abc") == "/reports/abc"
    assert elsewhere.to("measure", "m1") == "#measure-m1"


def test_a_drawing_escapes_what_is_written_on_it():
    canvas = Canvas(100, 'a "title" <x>')
    canvas.text(0, 10, "<script>", "letter", href='#"><script>')
    drawn = str(canvas.drawn())
    assert "<script>" not in drawn
    assert 'aria-label="a &#34;title&#34; &lt;x&gt;"' in drawn


def test_an_interval_has_no_point_inside_it():
    drawn = draw_interval(1, 4, "1 to 4 origins")
    assert re.findall(r">(\d+)</text>", drawn) == ["1", "2", "3", "4"]
    assert "circle" not in drawn


def test_a_stemma_names_its_reports_and_probabilities():
    nodes = [
        Node("o", "", "", "", None, unseen=True),
        Node("a", "A", "Gazette", "#a", 100),
        Node("b", "B", "Post", "#b", 140),
    ]
    drawn = draw_stemma(
        nodes, [Edge("o", "a", 0.71, False, True), Edge("a", "b", 0.5, True, True)], "Descent", "not seen"
    )
    assert all(
        words in drawn for words in ("Gazette", "Post", "0.71", "0.50", "not seen", "stroke") if words != "stroke"
    )
    assert drawn.count("<circle") == 3


def test_lines_of_a_stemma_do_not_cross_or_run_to_the_left():
    nodes = [
        Node(name, name.upper(), name, f"#{name}", day) for name, day in zip("abcdef", (9, 3, 5, 1, 7, 3), strict=True)
    ]
    parents = {"a": "d", "c": "d", "e": "a", "f": "c"}
    drawn = draw_stemma(
        nodes, [Edge(parent, child, 0.6, True, True) for child, parent in parents.items()], "Descent", ""
    )
    lines = [
        re.fullmatch(r"M([\d.]+) ([\d.]+)(?:V([\d.]+))?H([\d.]+)", steps)
        for steps in re.findall(r'<path d="([^"]+)"', drawn)
    ]
    told = [(float(m[1]), float(m[2]), float(m[3] or m[2]), float(m[4])) for m in lines if m]
    assert len(told) == len(parents)
    for x, top, bottom, right in told:
        assert x < right
        assert top <= bottom
        # An upright line meets a level one of another family only where that one begins.
        assert not any(top < other[2] < bottom and other[0] < x < other[3] for other in told)


def test_two_reports_likeliest_from_each_other_are_drawn_once():
    nodes = [Node("a", "A", "a", "#a", 1), Node("b", "B", "b", "#b", 2)]
    drawn = draw_stemma(nodes, [Edge("a", "b", 0.5, True, True), Edge("b", "a", 0.4, True, True)], "Descent", "")
    assert (drawn.count('class="edge words"'), drawn.count("other-way")) == (1, 1)


def test_the_shell_is_small():
    shell = Shell(ENGLISH)
    markup = sum(path.stat().st_size for path in (ROOM / "templates").glob("*.html"))
    assert len(shell.style) + len(shell.early) + sum(map(len, shell.scripts)) + markup < 150_000


def test_scripts_do_one_job_each_in_under_two_hundred_lines():
    for path in (ROOM / "assets").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("// ")
        assert len(text.splitlines()) < 200
        assert "innerHTML" not in text
        assert "eval(" not in text


def test_days_stand_in_order_and_long_silences_are_drawn_short():
    scale = DayScale(730_000, 730_400, 0.0, 1000.0, [(730_000, 730_010), (730_020, 730_020), (730_380, 730_400)])
    places = [scale.at(day) for day in range(730_000, 730_401)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, pytest.approx(1000.0))
    (start, end) = scale.breaks[0]
    assert scale.at(end) - scale.at(start) == pytest.approx(BREAK)
    assert (start > 730_020, end < 730_380) == (True, True)
    assert all(not start < day < end for day, _ in scale.ticks(Locale.parse("en")))


def test_what_is_told_evenly_is_drawn_evenly():
    scale = DayScale(0, 100, 0.0, 100.0, [(day, day) for day in range(0, 101, 10)])
    assert scale.breaks == ()
    assert scale.at(37) == pytest.approx(37.0)
