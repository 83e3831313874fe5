"""Each document by itself: bytes → report → all that its text says, cached by content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from headwater.case.packing import pack, unpack
from headwater.case.store import Store
from headwater.extract import stage as extracting
from headwater.language import Language, available, load
from headwater.messages import reason, say
from headwater.model import Problem, Report
from headwater.model.ports import Engine, Keeping, Progress
from headwater.model.unswept import unswept
from headwater.pipeline.derived import NOTHING, Derived, Kept
from headwater.pipeline.keeping import code_of
from headwater.read import registry as reading
from headwater.read.sources import Source, bytes_of
from headwater.settings import Settings
from headwater.version import __version__

__all__ = ["Derived", "Gleaned", "Stored", "derive", "glean"]


class Input(NamedTuple):
    """A document and its bytes, on the way to a worker."""

    document: str
    data: bytes


FAULT = "fault"


class Stored(NamedTuple):
    """A document whose original the case holds."""

    document: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gleaned:
    """What all documents give, in document order; `inputs` are their hashes.

    `keys` are hashes of all that the documents' results follow from: their names, bytes, the settings and the code.
    """

    derived: tuple[Derived, ...]
    inputs: dict[str, str]
    keys: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def marks(self) -> dict[str, str]:
        """The key of each document that gives a report."""
        found = zip(self.derived, self.keys, strict=True)
        return {one.report.document: key for one, key in found if one.report is not None}


def derive(settings: Settings, item: Input) -> Derived:
    """What one document gives by itself; pure, and never an exception: what goes wrong is a problem of that document."""
    try:
        result = reading.read(item.document, item.data, settings)
        if result.report is None:
            return Derived(problems=result.problems)
        language, unread = _language_of(result.report, settings)
        extraction = extracting.extract(result.report, language, settings) if language else NOTHING
    except OSError as error:
        message = say("problem.no_room", reason=reason(error))
        return Derived(problems=(Problem(document=item.document, slug=FAULT, message=message),))
    except Exception as error:  # a fault of ours in one report must not cost the other 999
        return _faulty(item, f"{type(error).__name__}: {error}")
    problems = (*result.problems, *unread, *extraction.problems)
    return Derived(report=result.report, extraction=extraction, problems=problems)


def lost(item: Input) -> Derived:
    """What stands in the place of a document on which a worker process died."""
    return _faulty(item, say("problem.lost"))


def _faulty(item: Input, cause: str) -> Derived:
    message = say("problem.fault", reason=cause[:300])
    return Derived(problems=(Problem(document=item.document, slug=FAULT, message=message),))


def _language_of(report: Report, settings: Settings) -> tuple[Language | None, tuple[Problem, ...]]:
    code = report.language or settings.language
    if code in available():
        return load(code), ()
    message = say("problem.language", code=code)
    return None, (Problem(document=report.document, slug="language", message=message),)


def glean(
    sources: Sequence[Source | Stored],
    store: Store,
    settings: Settings,
    engine: Engine,
    progress: Progress,
    kept: Keeping | None = None,
) -> Gleaned:
    """What every document gives; only those of which nothing is kept by content are read anew.

    A file under the name of a stored document is passed over; where its bytes are others, that is a problem.

    Args:
        sources: files, and documents whose originals the store has.
        store: where originals are.
        settings: options.
        engine: where documents are read.
        progress: is told how many are.
        kept: what earlier runs kept, and where this one keeps what it derives; that of the store where none is given.
    """
    held = {source.document: source.digest for source in sources if isinstance(source, Stored)}
    kept = store.kept if kept is None else kept
    shelf = _Shelf(store, settings, held, kept)
    with unswept(stands=True):
        shelf.look_up(held)
    fresh = engine.map(partial(derive, settings), shelf.unknown(sources), lost)
    for done, derived in enumerate(fresh):
        shelf.derived[shelf.waiting[done]] = derived
        if not any(problem.slug == FAULT for problem in derived.problems):  # the next run tries again
            kept[shelf.waiting[done]] = pack(Kept.of(derived))
        progress("progress.reports", shelf.seen - len(shelf.waiting) + done + 1, len(sources))
    found = tuple(shelf.derived[key] for key in shelf.keys)
    return Gleaned(derived=found, inputs=shelf.inputs, keys=tuple(shelf.keys), problems=tuple(shelf.problems))


class _Shelf:
    """Takes in originals, one at a time, and hands on those of which nothing is derived yet."""

    def __init__(self, store: Store, settings: Settings, held: Mapping[str, str], kept: Keeping) -> None:
        self.store = store
        self.settings = settings
        self.held = held
        self.kept = kept
        self.derived: dict[str, Derived] = {}
        self.looked: dict[tuple[str, str], str] = {}
        self.seen = 0
        self.inputs: dict[str, str] = {}
        self.keys: list[str] = []
        self.waiting: list[str] = []
        self.problems: list[Problem] = []
        digests = [load(code).digest for code in available()]
        self.made_with = json.dumps([__version__, code_of("read", "extract"), digests, settings.derived_key()])

    def look_up(self, documents: Mapping[str, str]) -> None:
        """Have at hand what is kept of documents whose bytes have these digests."""
        for document, digest in documents.items():
            whole = f"{document}\0{digest}\0{self.made_with}".encode("utf-8", "surrogatepass")
            key = self.looked[document, digest] = f"derived/{sha256(whole).hexdigest()}"
            data = self.kept.get(key)
            found = None if data is None else unpack(Kept, data)
            if found is not None:
                self.derived[key] = found.derived()

    def unknown(self, sources: Sequence[Source | Stored]) -> Iterator[Input]:
        for source in sources:
            self.seen += 1
            found = self._stored(source) if isinstance(source, Stored) else self._read(source)
            if found is not None:
                self.waiting.append(self.keys[-1])
                yield found

    def _stored(self, source: Stored) -> Input | None:
        if self._known(source.document, source.digest):
            return None
        return Input(source.document, self.store.original(source.digest))

    def _read(self, source: Source) -> Input | None:
        data = bytes_of(source, self.settings)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        if self._is_taken(source, data) or self._known(source.document, self.store.keep(data)):
            return None
        return Input(source.document, data)

    def _is_taken(self, source: Source, data: bytes) -> bool:
        """Whether the case holds a document of this name; one of other bytes is told, since it does not join."""
        if source.document not in self.held:
            return False
        if sha256(data).hexdigest() != self.held[source.document]:
            self.problems.append(Problem(source.document, "name_taken", say("problem.name_taken")))
        return True

    def _known(self, document: str, digest: str) -> bool:
        """Whether something was derived of these bytes, which then is at hand; they are noted as read either way."""
        if (document, digest) not in self.looked:
            self.look_up({document: digest})
        key = self.looked[document, digest]
        self.inputs[document] = digest
        self.keys.append(key)
        return key in self.derived
