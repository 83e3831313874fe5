"""Files and folders as named on the command line → the documents of a case, each with its name and path."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from headwater.errors import InputError
from headwater.messages import say, told
from headwater.model import Problem
from headwater.settings import Settings

__all__ = ["Gathered", "Source", "bytes_of", "gather", "too_large"]

_CASE_FILE, _MANIFEST = "case.db", "manifest.json"
_ADDRESS = re.compile(r"(https?:/)(?!/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file to be read: the name it goes by in all exports, and where it is."""

    document: str
    path: Path


@dataclass(frozen=True, slots=True)
class Gathered:
    """All files to be read in the order of their names, and what could not be taken up."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A file with the argument it came by; `prefix` is what tells it from a namesake of another argument."""

    document: str
    path: Path
    prefix: str

    def prefixed(self) -> _Found:
        return replace(self, document=f"{self.prefix.rstrip('/')}/{self.document}", prefix="")


@dataclass(slots=True)
class _Walk:
    """What a walk through one folder has met so far; every folder is entered once, by its own name before any link's."""

    root: Path
    settings: Settings
    found: list[_Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    entered: set[tuple[int, int]] = field(default_factory=set)
    links: list[Path] = field(default_factory=list)


def gather(paths: Sequence[str | Path], settings: Settings) -> Gathered:
    """The files that the paths name, sorted by document; folders are read recursively.

    A document's name is its path as given, or relative to the folder given, with `/`. Hidden files and the output folder
    of a case are passed over. Where two arguments would give one name, the files concerned get their argument's folder
    before it. The order of `paths` changes nothing.

    Raises:
        InputError: there is no file to be read at all.
    """
    found: list[_Found] = []
    problems: list[Problem] = []
    for path in sorted({_posix(Path(path)): Path(path) for path in paths}.items()):
        some, wrong = _of_argument(path[1], settings)
        found += some
        problems += wrong
    sources = sorted(Source(item.document, item.path) for item in _distinct(_once(found)))
    problems.sort(key=lambda problem: (problem.document, problem.slug))
    if not sources:
        raise _nothing(paths, problems)
    return Gathered(tuple(sources), tuple(problems))


def bytes_of(source: Source, settings: Settings) -> bytes | Problem:
    """The bytes of a file; a problem where it cannot be opened, or has grown beyond `settings.max_bytes`."""
    try:
        size = source.path.stat().st_size
        return too_large(source.document, size, settings) if size > settings.max_bytes else source.path.read_bytes()
    except OSError as error:
        return _os_problem(source.document, error)


def _of_argument(path: Path, settings: Settings) -> tuple[list[_Found], list[Problem]]:
    name = _posix(path)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        return [], [_os_problem(name, error)]
    if not is_folder:
        wrong = _why_not(name, path, settings)
        return ([], [wrong]) if wrong else ([_Found(name, path, "")], [])
    if (path / _CASE_FILE).exists() and (path / _MANIFEST).exists():
        return [], [Problem(name, "own_case", say("problem.own_case"))]
    walk = _Walk(path, settings)
    _enter(walk, path)
    while walk.links:
        link = walk.links.pop(0)
        if not _enter(walk, link):
            walk.problems.append(Problem(_posix(link), "loop", say("problem.linked")))
    return walk.found, walk.problems


def _enter(walk: _Walk, folder: Path) -> bool:
    """Take up a folder and all below it; false where it was entered before."""
    waiting = [folder]
    fresh = False
    while waiting:
        here = waiting.pop()
        try:
            status = here.stat()
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            walk.problems.append(_os_problem(_posix(here), error))
            fresh = True
            continue
        if (status.st_dev, status.st_ino) in walk.entered:
            continue
        fresh = True
        walk.entered.add((status.st_dev, status.st_ino))
        if here != walk.root and any(entry.name == _CASE_FILE for entry in entries):
            continue
        waiting += _take(walk, entries)
    return fresh


def _take(walk: _Walk, entries: Iterable[os.DirEntry[str]]) -> Iterator[Path]:
    """Keep the files among a folder's entries, put off its links to folders, and yield its folders."""
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield path
        elif _is_folder(path):
            walk.links.append(path)
        else:
            name = _posix(path.relative_to(walk.root))
            wrong = _why_not(name, path, walk.settings)
            if wrong:
                walk.problems.append(wrong)
            else:
                walk.found.append(_Found(name, path, _posix(walk.root)))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _why_not(document: str, path: Path, settings: Settings) -> Problem | None:
    """Why a path is no file that can be read, if so."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        return _os_problem(document, error)
    if not stat.S_ISREG(status.st_mode):
        return Problem(document, "not_a_file", say("problem.not_a_file"))
    if status.st_size > settings.max_bytes:
        return too_large(document, status.st_size, settings)
    return None


def too_large(document: str, size: int, settings: Settings) -> Problem:
    """The problem of a file beyond `settings.max_bytes`."""
    message = say("problem.too_large", size=f"{size:,}", most=f"{settings.max_bytes:,}")
    return Problem(document, "too_large", message)


def _os_problem(document: str, error: OSError | ValueError) -> Problem:
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        if address := _ADDRESS.match(document):  # of the two slashes a path keeps one
            return Problem(f"{address[1]}/{document[address.end(1) :]}", "missing", say("problem.address"))
        return Problem(document, "missing", say("problem.missing"))
    if number == errno.ELOOP:
        return Problem(document, "loop", say("problem.loop"))
    why = getattr(error, "strerror", None)
    return Problem(document, "unreadable", say("problem.withheld", reason=why) if why else say("problem.path"))


def _once(found: Iterable[_Found]) -> Iterator[_Found]:
    """Each file once, under the shortest of the names it was given."""
    by_place: dict[str, _Found] = {}
    for item in sorted(found, key=lambda item: (len(item.document), item.document, str(item.path))):
        by_place.setdefault(os.path.abspath(item.path), item)
    yield from by_place.values()


def _distinct(found: Iterable[_Found]) -> list[_Found]:
    """The files under names that differ: namesakes get their argument's folder before the name, then the whole path."""
    items = list(found)
    while True:
        names = Counter(item.document for item in items)
        if max(names.values(), default=0) < 2:
            return items
        movable = any(item.prefix for item in items if names[item.document] > 1)
        items = [_told_apart(item, movable) if names[item.document] > 1 else item for item in items]


def _told_apart(item: _Found, movable: bool) -> _Found:
    if item.prefix:
        return item.prefixed()
    return item if movable else replace(item, document=_posix(Path(os.path.abspath(item.path))))


def _nothing(paths: Sequence[str | Path], problems: Sequence[Problem]) -> InputError:
    where = ", ".join(sorted(_posix(Path(path)) for path in paths)) or "nothing"
    if problems:
        return InputError(*told("input.none", document=problems[0].document, why=problems[0].message))
    return InputError(*told("input.empty", where=where))


def _posix(path: Path) -> str:
    """The path with `/`, as text that every export can hold: bytes that are no UTF-8 are spelled out."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
