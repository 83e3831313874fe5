"""Extraction holds on any text: no exception, spans in place, the same again."""

import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parent.parent / "language"))

from marked_figures import figures, read

from headwater.extract.explain import explain, rules
from headwater.extract.stage import extract
from headwater.language import load
from headwater.model import Report
from headwater.read import plain
from headwater.settings import Settings

WORDS = st.sampled_from(
    "12 40 three dozens no people children were killed wounded and or , . ( ) -- : of them the a including among who that "
    "left dead missing toll rose to in taken hostage deaths both others another with by police".split()
)


def _holds(text: str) -> None:
    found = figures(text)
    ids = {figure.id for figure in found}
    for figure in found:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.sentence.start <= figure.start <= figure.end <= figure.sentence.end
        assert figure.low is None or figure.best is None or figure.low <= figure.best
        assert figure.high is None or figure.best is None or figure.best <= figure.high
        assert figure.part_of is None or figure.part_of in ids
        assert figure.part_of != figure.id
        assert explain(figure.rule)
    assert [figure.start for figure in found] == sorted(figure.start for figure in found)
    assert figures(text) == found


@given(st.lists(WORDS, max_size=40))
@example("12 killed killed 12 of 12".split())
@settings(max_examples=150)
def test_any_row_of_its_own_words_is_read(words: list[str]) -> None:
    _holds(" ".join(words))


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_any_text_is_read(text: str) -> None:
    _holds(text.replace("\r", "\n"))


@pytest.mark.parametrize(
    "unit", ["7", "12 ", "and ", '" ', "( ", "12, ", "12 of ", "the deaths of ", "12 people who ", "killed ", "• 12\n"]
)
def test_a_long_row_of_one_thing_is_read(unit: str) -> None:
    assert isinstance(figures(unit * (20_000 // len(unit))), list)


def test_every_rule_is_told_in_plain_words() -> None:
    assert all(explain(rule).endswith(".") for rule in rules())
    assert explain("no such rule") == ""


def test_respelled_numbers_are_read_alike() -> None:
    """Metamorphic: a number in words stands where one in digits does."""
    for text in ("# people were killed.", "The blast left # dead.", "The toll rose to #.", "# of them were hurt."):
        words, digits = read(text.replace("#", "twelve")), read(text.replace("#", "12"))
        assert [(row.outcome, row.group) for row in words] == [(row.outcome, row.group) for row in digits]


def test_names_of_the_parties_change_nothing() -> None:
    """Metamorphic: the same frames whoever did it to whom."""
    text = "@ forces killed 12 civilians and wounded 30, % officials said. % forces captured nine @ soldiers."
    one = read(text.replace("@", "Northern").replace("%", "Southern"))
    other = read(text.replace("@", "Southern").replace("%", "Northern"))
    assert [row.quote for row in one] == ["12", "30", "nine"]
    assert [(row.outcome, row.group) for row in one] == [(row.outcome, row.group) for row in other]


def test_vague_words_are_bounded_as_set() -> None:
    text = "Dozens of people were killed."
    report = Report(document="t", sha256="", text=text, blocks=plain.blocks(text))
    (figure,) = extract(report, load(), Settings(bounds="acled")).figures
    assert (figure.best, figure.low, figure.high, figure.quote) == (12, 12, None, "Dozens")
