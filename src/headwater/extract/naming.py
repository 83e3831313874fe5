"""The full names of people that a text writes out, so that a surname or a first name alone goes back to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Kind, Token
from headwater.language.cues import Cues

__all__ = ["full_names", "short_names"]

#: A name has no more words than this.
LONGEST = 4
_SHORTEST = 2
_SMALL = 3  # letters of a word that headings may leave without a capital
_THINGS = ("mute", "groups", "bodies", "nouns", "documents", "times")


def full_names(sentences: Sequence[Sentence], cues: Cues, function: Callable[[str], bool]) -> dict[str, str]:
    """Full names by their last word, and by their first where no last word is the same; what belongs to two is left out.

    Names with a word for a body or a time are none of people, nor are those with a word for a thing, unless a role or a comma stands before them. `function` tells of a word that it can be in no name.
    """
    lasts: dict[str, set[str]] = {}
    firsts: dict[str, set[str]] = {}
    for sentence in sentences:
        names = list(_names(sentence.tokens, cues, function))
        if not names or _is_capitalised(sentence.tokens):
            continue
        for words in names:
            full = " ".join(words)
            lasts.setdefault(words[-1], set()).add(full)
            firsts.setdefault(words[0], set()).add(full)
    alone = {last: next(iter(fulls)) for last, fulls in lasts.items() if len(fulls) == 1}
    given = {first: next(iter(fulls)) for first, fulls in firsts.items() if len(fulls) == 1 and first not in lasts}
    return given | alone


def _is_capitalised(tokens: Sequence[Token]) -> bool:
    """Whether a line is a heading whose capitals tell no names: "When Keller Came to Lom"."""
    words = [token.text for token in tokens if token.kind is Kind.WORD and len(token.text) > _SMALL]
    return len(words) > LONGEST - 1 and 4 * sum(word[0].isupper() for word in words) > 3 * len(words)


def _names(tokens: Sequence[Token], cues: Cues, function: Callable[[str], bool]) -> Iterator[list[str]]:
    run: list[Token] = []
    first = end = 0
    for at in [at for at, token in enumerate(tokens) if token.text.istitle()]:
        if tokens[at].kind != Kind.WORD or function(tokens[at].lower):
            continue
        if at != end:
            yield from _people(run, tokens[first - 1].lower if first else "", cues)
            run, first = [], at
        run.append(tokens[at])
        end = at + 1
    yield from _people(run, tokens[first - 1].lower if first else "", cues)


def _people(run: list[Token], before: str, cues: Cues) -> Iterator[list[str]]:
    """The name of a person that a run of words with capitals is, titles left out; `before` is the word before it."""
    if len(run) < _SHORTEST:
        return
    while run and (cues.has("titles", run[0].lower) or (len(run) > 2 and cues.has("speaking", run[0].lower))):
        before = run.pop(0).lower
    if run and cues.has("apart", run[0].lower):
        return  # "South Lorne" is no Mr Lorne
    told = before == "," or any(cues.has(kind, before) for kind in ("titles", "roles", "speaking"))
    things = any(cues.names(kind, word.lower) for word in run for kind in _THINGS[told:])
    if _SHORTEST <= len(run) <= LONGEST and not things:
        yield [word.text for word in run]


def short_names(sentences: Sequence[Sentence]) -> dict[str, str]:
    """The full names of bodies by the letters that a bracket behind them gives them, where those are their words' initials: "Harbour Relief Board (HRB)".

    Small words between ("Board of Trade (BT)") need no letter; letters given to two names are left out.
    """
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        if "(" in sentence.words:
            tokens = sentence.tokens
            for at in range(2, len(tokens) - 1):
                letters = tokens[at].text
                bracketed = tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
                if bracketed and letters.isupper() and letters.isalpha() and len(letters) > 1:
                    full = _spelled_out(tokens, at - 2, letters)
                    if full:
                        found.setdefault(letters, set()).add(full)
    return {letters: next(iter(names)) for letters, names in found.items() if len(names) == 1}


def _spelled_out(tokens: Sequence[Token], last: int, letters: str) -> str:
    """The words up to an index whose initials, small words aside, are some letters; empty where they are not."""
    left, first = len(letters), last
    while first >= 0 and left:
        text = tokens[first].text
        if text[0].isupper():
            left -= 1
            if text[0] != letters[left]:
                return ""
        elif first == last or tokens[first].kind is not Kind.WORD:
            return ""
        first -= 1
    words = tokens[first + 1 : last + 1]
    return " ".join(token.text for token in words) if not left else ""
