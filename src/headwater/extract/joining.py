"""Noun groups joined over "of": "dozens of people", "a group of five boats", "two of the men"."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.chunks import Chunk, Part
from headwater.extract.lexicons import Lexicons
from headwater.grammar.sentences import Sentence
from headwater.grammar.tokens import Token

__all__ = ["join"]

_LEAD = 3
_PEOPLE = ("person", "household")
_LINKS = (Part.COMMA, Part.CONJUNCTION)


def join(chunks: list[Chunk], sentence: Sentence, lexicons: Lexicons, numbered: bool) -> list[Chunk]:
    """The chunks of a sentence with partitives made one noun group, from the right so that chains fold up; `numbered` says that it has a number."""
    words, of = sentence.words, lexicons.words("of")
    if not of.isdisjoint(words):
        if numbered and len(chunks) > _LEAD and chunks[0].word in of:
            _part_these(chunks, sentence, lexicons)
        died = _died_of(chunks, of, lexicons) if numbered else len(chunks)
        for link in [at for at, chunk in enumerate(chunks) if chunk.word in of][::-1]:
            left = link - 1 if chunks[link - 1].part == Part.NOUN else link - 2
            if left >= 0 and not (link > died and _is_cause(chunks, link, died, lexicons)):
                _fold(chunks, left, lexicons)
    if not numbered and lexicons.words("both").isdisjoint(words):
        return chunks  # no number stands for others
    if not lexicons.words("summed").isdisjoint(words):
        chunks = _with_sums(chunks, sentence.tokens, lexicons)
    _share(chunks, lexicons.groups.sexes)
    return chunks


def _died_of(chunks: Sequence[Chunk], of: frozenset[str], lexicons: Lexicons) -> int:
    """The index of a verb for dying, at best of one that "of" follows; that behind the last chunk where there is none."""
    dying = lexicons.words("dying")
    verbs = [at for at, chunk in enumerate(chunks) if chunk.form is not None and chunk.form.lemma in dying]
    return next((at for at in verbs if chunks[at + 1 : at + 2] and chunks[at + 1].word in of), [*verbs, len(chunks)][0])


def _is_cause(chunks: Sequence[Chunk], link: int, died: int, lexicons: Lexicons) -> bool:
    """Whether a number alone goes on with what others died of: "ten died of burns, four of wounds and one of a stroke"."""
    number, cause = chunks[link - 1], chunks[link + 1] if link + 1 < len(chunks) else None
    alone = number.number is not None and not number.head and not number.determiner
    if not alone or cause is None or cause.counts or cause.pronoun:
        return False
    if died < link and chunks[died + 1].word not in lexicons.words("of"):  # "ten died in the camp, four of cholera"
        exact = number.number is not None and number.number.best is not None
        thing = cause.kind in ("event", "")  # "typhus" looks like a plural
        return exact and not (cause.determiner or cause.kind in _PEOPLE or (cause.plural and not thing))
    return not cause.determiner or (cause.determiner in lexicons.words("articles") and cause.kind not in _PEOPLE)


def _part_these(chunks: list[Chunk], sentence: Sentence, lexicons: Lexicons) -> None:
    """Part "these" from the number of some of them that a verb follows, where no comma does: "Of these 71 are children"."""
    these, verb = chunks[1], chunks[2]
    number = these.number
    bare = number is not None and not these.head and these.determiner in lexicons.words("pointing")
    if number is None or not bare or number.first != these.first + 1 or verb.part != Part.VERB or verb.infinitive:
        return
    pointed = Chunk(Part.NOUN, these.first, number.first, these.word, determiner=these.determiner)
    these.first, these.determiner, these.word = number.first, "", sentence.lower[number.first]
    chunks.insert(1, pointed)


def _fold(chunks: list[Chunk], left: int, lexicons: Lexicons) -> None:
    """Joins a noun group with those behind it, as long as one can be: what is joined may go on with the next."""
    while True:
        size = 4 if _is_out_of(chunks, left, lexicons) else 3
        last = left + size - 1
        if last >= len(chunks):
            return
        joined = _join(chunks[left], chunks[last - 1], chunks[last], lexicons)
        if joined is None:
            return
        chunks[left : last + 1] = [joined]


def _with_sums(chunks: list[Chunk], tokens: Sequence[Token], lexicons: Lexicons) -> list[Chunk]:
    """The chunks with those who are counted between commas as one noun group: "the soldiers, nine in all, were taken prisoner"."""
    found: list[Chunk] = []
    here = 0
    while here < len(chunks):
        chunk = chunks[here]
        end = _sum_end(chunks, here, tokens, lexicons)
        if end:
            chunk.number, chunk.counts, chunk.last = chunks[here + 2].number, True, chunks[here + 2].last
        found.append(chunk)
        here = max(end, here + 1)
    return found


def _sum_end(chunks: Sequence[Chunk], at: int, tokens: Sequence[Token], lexicons: Lexicons) -> int:
    """The index behind the second comma where a plural is counted between two: "the attackers, eight in all,"; 0 where none is."""
    chunk, rest = chunks[at], chunks[at + 1 : at + 3]
    if chunk.part != Part.NOUN or not chunk.plural or chunk.number is not None or len(rest) < 2:
        return 0
    comma, sum_ = rest
    if comma.part != Part.COMMA or sum_.part != Part.NOUN or sum_.number is None or sum_.head or sum_.whole:
        return 0
    word = next((token for token in tokens[sum_.last : sum_.last + 2] if token.lower in lexicons.words("summed")), None)
    end = next((here for here in range(at + 3, min(at + 6, len(chunks))) if chunks[here].part == Part.COMMA), 0)
    closes = word is not None and end > 0 and chunks[end].first - sum_.last <= 3
    return end + 1 if closes else 0


def _share(chunks: Sequence[Chunk], sexes: frozenset[str]) -> None:
    """Make people of those whom one number counts together, or who are told of one together: "61 men, women and children", "35 of them women and children"."""
    for index, chunk in enumerate(chunks):
        if chunk.group not in sexes or not chunk.plural or chunk.part != Part.NOUN:
            continue
        here = index + 1
        while here + 1 < len(chunks) and chunks[here].part in _LINKS and _is_plain(chunks[here + 1], sexes):
            if chunks[here].part == Part.CONJUNCTION and chunks[here + 1].group != chunk.group:
                chunk.group = "person"
                break
            here += 2


def _is_plain(chunk: Chunk, sexes: frozenset[str]) -> bool:
    """Whether a noun group is the noun of one sex or age alone, with no number or article of its own."""
    alone = chunk.at == chunk.first and chunk.last == chunk.first + 1
    return chunk.part == Part.NOUN and alone and chunk.group in sexes and chunk.plural


def _is_out_of(chunks: Sequence[Chunk], at: int, lexicons: Lexicons) -> bool:
    """Whether a bare number is taken "out of" what follows: "nine out of 14 miners"."""
    left = chunks[at]
    bare = left.part == Part.NOUN and left.number is not None and left.at < 0
    if not bare or at + 3 >= len(chunks) or chunks[at + 3].number is None:
        return False
    return chunks[at + 1].word in lexicons.words("out") and chunks[at + 2].word in lexicons.words("of")


def _join(left: Chunk, link: Chunk, right: Chunk, lexicons: Lexicons) -> Chunk | None:
    if left.part != Part.NOUN or right.part != Part.NOUN or link.part != Part.PREPOSITION:
        return None
    return _joined(left, right, lexicons) if link.word in lexicons.words("of") else None


def _joined(left: Chunk, right: Chunk, lexicons: Lexicons) -> Chunk | None:
    if left.number is not None and left.number.unit != "count":
        return None
    if (left.number is not None and left.at < 0) or (left.negated and left.at < 0):
        return _taken_out(left, right, lexicons)
    if left.number is not None and left.head in lexicons.groups.heads and right.kind == "animal" and not right.counts:
        left.head, left.at, left.kind, left.group = right.head, right.at, right.kind, right.group
        left.last, left.plural = right.last, True
        return left
    if (
        left.number is not None
        and left.head in lexicons.words("members")
        and (group := _membership(left, right, lexicons))
    ):
        left.group, left.last = group, right.last
        return left
    some = right.determiner in lexicons.words("singling")  # "a group of the 12 sailors" counts no 12
    if left.head in lexicons.groups.partitives and left.number is None and right.counts and not some:
        right.first = left.first
        right.modifiers = (*left.modifiers, *right.modifiers)
        if not right.head and left.head in lexicons.words("membership"):
            right.kind = "person"  # "one helicopter and its crew of three"
        return right
    return None


def _membership(left: Chunk, right: Chunk, lexicons: Lexicons) -> str:
    """The group that members of something make: "two members of the crew", "three members of the security forces"; empty where they are but members."""
    if right.group in lexicons.words("membership"):
        return "person" if right.kind == "household" else right.group  # "five members of one family"
    named = (lexicons.groups.modified.get((word, left.head)) for word in right.modifiers)
    return next((group for group in named if group), "")


def _taken_out(left: Chunk, right: Chunk, lexicons: Lexicons) -> Chunk:
    """A number of a noun group: "dozens of people", or of a definite one: "two of the boats", of which it is a part."""
    definite = right.pronoun or right.determiner in lexicons.words("singling") or right.counts
    if definite:
        left.whole = right
    left.last = right.last
    own = right.head in lexicons.words("own")  # "two of its own"
    if own or (right.kind == "household" and not (right.plural or right.counts)):
        left.kind, left.group = "person", "person"  # "five of a family"
        return left
    left.head, left.at, left.kind, left.plural = right.head, right.at, right.kind, right.plural
    if right.group and not right.pronoun:
        left.group = right.group
    if not definite:
        left.modifiers = (*left.modifiers, *right.modifiers)
    left.countable, left.nominals = right.countable, right.nominals
    return left
