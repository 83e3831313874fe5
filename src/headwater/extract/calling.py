"""How a source is called: its name without titles, or the words of its phrase; its roles, and whether it is a body."""

from __future__ import annotations

import msgspec

from headwater.extract.passages import Passage

__all__ = ["GENDERS", "Called", "called", "passed_on"]

#: Letters that stand for a body's name are no more than this.
LETTERS = 7
GENDERS = ("he", "she")
"""Pronouns of persons, by the sections of the cue data."""
_TELLING = tuple((kind, "gender." + kind) for kind in GENDERS)
_GENDERED = frozenset(section for _, section in _TELLING)
#: Sections of what a phrase may end with and no name has.
_PAST_NAME = frozenset({"adjuncts.adverbs", "grammar.genitive"})
_COMMON = frozenset({"roles", "bodies", "nouns"})


class Called(msgspec.Struct, gc=False):
    """How a source is called: its words, whether they are a name, and the roles that the phrase gives it.

    `body` is true of what 'it' may stand for, `voiced` of a body or document that is known to speak, `person` of people;
    `pronoun` is the word where it is but a pronoun; `gender` is the pronoun that goes back to it where its words tell ("she"); `holds` is true of a document in which its sentence tells that something stands; `head` is the noun of one person without a name. Nobody changes one; it is not frozen for the reason that tokens are not.
    """

    words: str
    named: bool
    roles: tuple[str, ...] = ()
    plural: bool = False
    body: bool = False
    person: bool = False
    pronoun: str = ""
    voiced: bool = False
    gender: str = ""
    holds: bool = False
    head: str = ""


def called(p: Passage, first: int, last: int) -> Called:
    """What a noun phrase calls its speaker: the name without titles, or the phrase without its article and number.

    An apposition to a role, or one that is but a name, gives the name: "a spokesman, Ada Keller," is Ada Keller.
    """
    if last - first == 1 and p.tag[first] == "O":
        return Called(p.tokens[first].text, False, pronoun=p.low[first])
    return _called(p, first, last, _gender(p, first, last))


def _gender(p: Passage, first: int, last: int) -> str:
    """The pronoun that goes back to a phrase, by the last word of it that tells one; no more of it than up to a preposition."""
    end = p.tags.find("A", first + 1, last)
    for at in range((last if end < 0 else end) - 1, first - 1, -1):
        if not _GENDERED.isdisjoint(p.sections[at]):
            return next(kind for kind, section in reversed(_TELLING) if p.has(section, at))
    return ""


def _called(p: Passage, first: int, last: int, gender: str) -> Called:
    """As `called`, of what is no pronoun."""
    while last > first + 1 and not _PAST_NAME.isdisjoint(p.sections[last - 1]):
        if p.has("grammar.genitive", last - 1) and p.tag[last] == "v":
            break  # "a doctor at Saint Orin's said"
        last -= 1
    core, aside = _parts(p, first, last)
    head_end = p.tags.find("A", first + 1, core.stop)
    head_end = core.stop if head_end < 0 else head_end
    doing = p.tags.find("g", first + 1, head_end)
    hangs = doing > 0 and p.tag[doing - 1] in "NP" and doing + 1 < core.stop and p.tag[doing + 1] not in "NP"
    head_end = doing if hangs else head_end  # "residents fleeing the town"
    name = _name(p, range(core.start, head_end))
    roles = _roles(p, range(core.start, head_end) if hangs else core)
    if name is not None and not _opens_sentence(p, name):
        # No person's bare name has an article before it: "the Red Lantern".
        body = p.has("bodies", name.stop - 1) or (name.start == first + 1 and p.has("grammar.definite", first))
        whole = _of_what(p, name, core.stop) if body else name
        titled = name.start > core.start or len(name) > 1
        return Called(
            _words(p, whole),
            True,
            roles + _roles(p, aside),
            body=body,
            person=titled and not body,
            voiced=body,
            gender=gender,
        )
    inner = _apposed(p, core, aside, head_end, bool(roles))
    if inner is not None:
        return Called(_words(p, inner), True, roles, person=True, gender=gender)
    return _by_words(p, core, head_end, roles, gender)


def _opens_sentence(p: Passage, name: range) -> bool:
    """Whether a word has its capital but from the sentence that it opens: a plural of a noun for those who speak, "Hospitals said"."""
    if len(name) > 1 or name.start > 0 or not p.low[0].endswith(p.cues.endings("plural.endings")):
        return False
    return p.cues.names_any(_COMMON, p.low[0])


def _apposed(p: Passage, core: range, aside: range, head_end: int, role: bool) -> range | None:
    """The name in an aside: behind a role any, behind another noun one that the aside opens with and does not go beyond.

    What hangs on the noun ("the surgeon at Lom, Ada Keller") may stand between where the noun is one of people.
    """
    if aside and p.has("pronouns.relative", core.stop) and (role or p.names("speaking", head_end - 1)):
        return _named_behind(p, aside, body=p.has("bodies", head_end - 1))
    if not aside or p.low[core.stop] not in (",", "(") or p.tag[aside.start] not in "NPJDM":
        return None
    if role:  # "the mayor, Ada Keller, and the hospital": the aside ends before "and"
        joined = (at for at in aside if p.low[at] == "," and p.tag[at + 1] == "C")
        return _name(p, range(aside.start, next(joined, aside.stop)))
    stop = next((at for at in aside if p.low[at] in (",", ")")), aside.stop)
    head = head_end - 1
    near = head_end == core.stop or p.names("speaking", head) or p.has("titles", head)
    found = _name(p, range(aside.start, stop)) if near else None
    if found is None or not all(p.has("titles.behind", at) for at in range(found.stop, stop)):
        return None
    return found if all(p.has("titles", at) or p.low[at] == "." for at in range(aside.start, found.start)) else None


def _named_behind(p: Passage, clause: range, *, body: bool) -> range | None:
    """The full name, of a `body` any, that ends a relative clause behind a comma, where the clause names nobody whose name it may be: "a diver who took part in the search, Ada Keller"."""
    comma = next((at for at in reversed(clause) if p.low[at] == ","), clause.start)
    found = _name(p, range(comma + 1, clause.stop)) if p.low[comma] == "," else None
    if found is None or found != range(comma + 1, clause.stop) or (len(found) == 1 and not body):
        return None
    other = p.has("roles", comma - 1) or p.names("speaking", comma - 1) or p.capital(comma - 1)
    return None if other else found


def _by_words(p: Passage, core: range, head_end: int, roles: tuple[str, ...], gender: str) -> Called:
    """What a phrase without a name is called: its words, article, number and marks before them left out."""
    start = core.start
    while start < head_end - 1 and (p.tag[start] in "DOM" or p.low[start] in ('"', "\u201c", "-")):
        if start + 2 == head_end and p.tag[start + 1] == "n" and p.tag[start] == "D":
            break  # "those interviewed"
        start += 1
    head = head_end - 1
    plural = (
        p.tag[head] in "NP"
        and p.low[head].endswith(p.cues.endings("plural.endings"))
        and not p.low[head].endswith(p.cues.endings("plural.not_endings"))
    )
    listed = p.sections[head]
    collective = "people.collective" in listed
    plural = plural or (collective and "M" in p.tags[core.start : head])  # "thirty people"
    lone = "people.lone" in listed and core.stop == core.start + 1  # "one says"
    one = "people.single" in listed or lone or p.names("speaking", head)
    body = not ("roles" in listed or one) or "bodies" in listed or collective
    if p.names("speaking", head) and p.has("grammar.indefinite", core.start):
        body = False  # "a guard"
    person = collective or one or bool(roles) or (plural and p.low[head].endswith(p.cues.endings("people.endings")))
    voiced = "bodies" in listed or collective
    words = _words(p, range(start, min(core.stop, start + 12)))
    single = p.low[head] if person and not (plural or body) else ""
    return Called(words, False, roles, plural, body, person, voiced=voiced, gender=gender, head=single)


def _of_what(p: Passage, name: range, stop: int) -> range:
    """A body's name with what it is of: "Ministry of Public Works"."""
    end = name.stop
    if p.tag[end] == "A" and end + 1 < stop and p.tokens[end + 1].text[:1].isupper():
        end += 1
        while end < stop and (p.tokens[end].text[:1].isupper() or p.tag[end] == "C"):
            end += 1
    return range(name.start, end)


def _parts(p: Passage, first: int, last: int) -> tuple[range, range]:
    """A phrase's own words, and those of the aside after it."""
    for at in range(first + 1, last):
        listed = p.sections[at]
        apart = "pronouns.relative" in listed or "pronouns.whose" in listed or ("quoted" in listed and passed_on(p, at))
        dashed = p.low[at] == "-" and p.tokens[at - 1].end < p.tokens[at].start
        if apart or dashed or p.low[at] in (",", "(", "\u2014", "\u2013"):
            return range(first, at), range(at + 1, last)
    return range(first, last), range(last, last)


def passed_on(p: Passage, at: int) -> bool:
    """Whether "quoted by" stands at an index: what follows names who passes the words on."""
    return p.has("quoted", at) and p.has("grammar.by", at + 1)


def _name(p: Passage, words: range) -> range | None:
    """The run of names that ends the words, after the last title in it; the name of a body is whole."""
    stop = words.stop
    while stop > words.start and (p.low[stop - 1] in (",", ".", ")", "'s", "'") or _behind(p, stop - 1, words.start)):
        stop -= 1
    start = stop
    while start > words.start and (_capital(p, start - 1) or _joined(p, start - 1, words.start)):
        start -= 1
    common = p.has_any(_COMMON, stop - 1)
    if not common and p.holds("titles", words.start, start) and all(p.tokens[at].text.isupper() for at in words):
        # In capitals only a title before it tells that a word is a name.
        bound = next((at for at in range(stop - 1, words.start - 1, -1) if p.has("titles", at)), stop)
        start = min(start, bound)
    if start == stop:
        return None
    titled = [] if p.has("bodies", stop - 1) else [at for at in range(start, stop) if p.has("titles", at)]
    begin = titled[-1] + 1 if titled else start
    while begin < stop - 2 and p.capital(begin) and p.has("speaking", begin) and not p.has("bodies", stop - 1):
        begin += 1  # "Waiter Ada Keller"
    whose = next((at for at in range(begin, stop - 2) if p.has("grammar.genitive", at)), -1)
    if whose > 0 and not p.has("bodies", stop - 1) and not p.names("mute", stop - 1):
        begin = whose + 1  # "the Harbour Union's Ada Keller"
    while begin < stop and p.low[begin] in (".", "'s", "-", "&", "'"):
        begin += 1
    named = any(p.tag[at] == "P" or (at > 0 and p.capital(at)) for at in range(begin, stop)) or (
        start < begin < stop and p.tokens[begin].text.isupper()
    )
    common = p.has("roles", begin) or p.has("people.collective", begin)
    lone = stop - begin == 1 and (common or (begin == 0 and p.tag[begin] != "P"))
    small = all(p.tokens[at].text.islower() for at in range(begin, stop))
    return range(begin, stop) if named and not lone and not small else None


def _behind(p: Passage, at: int, floor: int) -> bool:
    """Whether a word is a title behind a name: "Ada Keller QC"."""
    return at > floor + 1 and p.has("titles.behind", at) and p.tokens[at].text.isupper() and _capital(p, at - 1)


def _capital(p: Passage, at: int) -> bool:
    """Whether a word may be part of a name: tagged so, or written with a capital and no word of grammar."""
    if p.tag[at] == "P":
        return True
    text = p.tokens[at].text
    if text.isupper():
        return (
            p.tag[at] in "NJS" and 1 < len(text) <= LETTERS and text.isalpha() and p.capital(at)
        )  # "the agency ORBIS"
    return text[:1].isupper() and p.tag[at] in "NJZMngvb"


def _joined(p: Passage, at: int, floor: int) -> bool:
    return at > floor and p.low[at] in (".", "'s", "-", "&", "'") and _capital(p, at - 1)


def _roles(p: Passage, words: range) -> tuple[str, ...]:
    """The roles among some words but for owners': "the rebels' radio station" is none of the rebels."""
    return tuple([p.low[at] for at in words if "roles" in p.sections[at] and not p.has("grammar.genitive", at + 1)])


def _words(p: Passage, words: range) -> str:
    """The words as they stand, single spaces between those that had any."""
    parts: list[str] = []
    for at in words:
        gap = at > words.start and p.tokens[at].start > p.tokens[at - 1].end
        parts.append((" " if gap else "") + p.tokens[at].text)
    return "".join(parts)
