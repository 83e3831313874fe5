"""Words by which reports name where they are from: bylines, source lines, agencies, outlets, and labels of page dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from headwater.language.chrome import fold
from headwater.language.loading import Language

__all__ = ["CreditWords", "lexicon"]


_LONGEST = 60


@dataclass(frozen=True, eq=False)
class CreditWords:
    """The words of a language that tie a report to an agent.

    `agencies` maps the folded forms of a wire agency's name to the name shown. `outlet_words` make a name that of an
    outlet ("the Varn Gazette"), `body_words` that of a body that issues texts of its own. `published` and `modified` are labels of a page's dates, `clock` what may stand beside one,
    `issues` what is issued on a day, `leading` words that lead from an event to its own date, `about` those that lead from what is issued to what it is about, `happened` what has a date of its own, `happened_rows` the first cells of tables about what has one, `joins` small words within names, `articles` those that a name is given
    without, `of` the word between a body and what it is of, `sections` those of a site's sections. `papers` end the name of what is issued, `by` stands between it
    and who issues it, a body or one of the `offices`; `senders` open a line that names who sends it, `presented` one that names to whom a text was given, `causes` join the words of a name, one of `callings` opens that of people who call themselves by what they are, `counted` stands before a day up to which a page counts;
    `companies` end the name of a company, `boards` are who speaks for one. `on` stands before a day on which something happened, and no word `looking_back` in a sentence that tells of it as news.
    """

    agencies: Mapping[tuple[str, ...], str]
    outlet_words: frozenset[str]
    body_words: frozenset[str]
    byline: tuple[tuple[str, ...], ...]
    staff: frozenset[str]
    source: tuple[tuple[str, ...], ...]
    reports: tuple[str, ...]
    introduces: tuple[str, ...]
    told: tuple[str, ...]
    no_agents: frozenset[str]
    published: tuple[tuple[str, ...], ...]
    modified: tuple[tuple[str, ...], ...]
    clock: frozenset[str]
    issues: frozenset[str]
    leading: frozenset[str]
    about: frozenset[str]
    happened: frozenset[str]
    happened_rows: frozenset[tuple[str, ...]]
    joins: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    sections: frozenset[str]
    papers: frozenset[str]
    by: frozenset[str]
    offices: frozenset[str]
    senders: tuple[tuple[str, ...], ...]
    presented: tuple[tuple[str, ...], ...]
    causes: frozenset[str]
    callings: frozenset[str]
    counted: tuple[tuple[str, ...], ...]
    companies: frozenset[str]
    boards: frozenset[str]
    on: frozenset[str]
    looking_back: frozenset[str]

    def agency(self, name: str) -> str | None:
        """The wire agency that a name is one of, if any."""
        return self.agencies.get(fold(name)) if len(name) <= _LONGEST else None

    def is_outlet(self, name: str) -> bool:
        """Whether a name is by its own words that of an outlet or agency.

        >>> from headwater.language import load
        >>> lexicon(load()).is_outlet("the Varn Gazette"), lexicon(load()).is_outlet("Anna Rossi")
        (True, False)
        """
        words = fold(name)
        return self.agency(name) is not None or any(word in self.outlet_words or "." in word for word in words)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The words that make a name that of an outlet or body."""
        return self.outlet_words | self.body_words

    def is_body(self, words: Sequence[str]) -> bool:
        """Whether words as they stand are the name of an outlet or body, with small words between: "Network for Children in Celn"."""
        small = [word for word in words if not word[0].isupper()]
        return self.joins.issuperset(small) and not self.bodies.isdisjoint(word.lower() for word in words)


@cache
def lexicon(language: Language) -> CreditWords:
    """The credit words that a language's data know."""
    data = language.section("credits")
    words = data.get("words", {})

    def phrases(name: str) -> tuple[tuple[str, ...], ...]:
        # Longest first, so that "published on" is taken before "published".
        return tuple(
            sorted((fold(phrase) for phrase in words.get(name, ())), key=lambda phrase: (-len(phrase), phrase))
        )

    agencies = {fold(form): entry["name"] for entry in data.get("agency", ()) for form in entry["forms"]}
    return CreditWords(
        agencies=agencies,
        outlet_words=frozenset(words.get("outlet_words", ())),
        body_words=frozenset(words.get("body_words", ())),
        byline=phrases("byline"),
        staff=frozenset(words.get("staff", ())),
        source=phrases("source"),
        reports=tuple(words.get("reports", ())),
        introduces=tuple(words.get("introduces", ())),
        told=tuple(words.get("told", ())),
        no_agents=frozenset(words.get("no_agents", ())),
        published=phrases("published"),
        modified=phrases("modified"),
        clock=frozenset(words.get("clock", ())),
        issues=frozenset(words.get("issues", ())),
        leading=frozenset(words.get("leading", ())),
        about=frozenset(words.get("about", ())),
        happened=frozenset(words.get("happened", ())),
        happened_rows=frozenset(phrases("happened_rows")),
        joins=frozenset(words.get("joins", ())),
        articles=frozenset(words.get("articles", ())),
        of=frozenset(words.get("of", ())),
        sections=frozenset(words.get("sections", ())),
        counted=phrases("counted"),
        companies=frozenset(words.get("companies", ())),
        boards=frozenset(words.get("boards", ())),
        causes=frozenset(words.get("causes", ())),
        callings=frozenset(words.get("callings", ())),
        senders=phrases("senders"),
        presented=phrases("presented"),
        offices=frozenset(words.get("offices", ())),
        by=frozenset(words.get("by", ())),
        papers=frozenset(words.get("papers", ())),
        on=frozenset(words.get("on", ())),
        looking_back=frozenset(words.get("looking_back", ())),
    )
