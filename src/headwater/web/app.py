"""The review application: addresses to pages, behind the guard."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from headwater.errors import CaseError
from headwater.language import load
from headwater.web.choosing import choice_of
from headwater.web.desk import Desk
from headwater.web.fields import clean
from headwater.web.guard import MOST, Guard, Keys
from headwater.web.pages import Answer, Asked, Pages

__all__ = ["application"]

ASSETS = {path.name: path for path in (Path(__file__).parent / "assets").iterdir() if path.suffix in (".css", ".js")}
EVERY = 1.0
"""Seconds between two looks at the journal, for those who wait for others' changes."""
LONGEST_NAME = 40
LONGEST_SIGLUM = 8
LONGEST_WORDS = 200

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def application(desk: Desk, keys: Keys, clock: Callable[[], str]) -> Starlette:
    """The application over one case.

    Args:
        desk: the case.
        keys: the server's secrets and port.
        clock: the time now, in UTC, as ISO 8601; decisions are dated by it.
    """
    pages = Pages(desk, keys, clock)
    ends = _Ends(desk, keys, pages)
    routes = [
        Route("/enter", ends.enter),
        Route("/name", ends.name, methods=["GET", "POST"]),
        Route("/", ends.reading(pages.figures.start)),
        Route("/figure/{key}", ends.reading(pages.figures.figure)),
        Route("/figure/{key}", ends.writing(pages.figures.decide), methods=["POST"]),
        Route("/missed", ends.writing(pages.figures.missed), methods=["POST"]),
        Route("/measures", ends.reading(pages.measures.measures)),
        Route("/measures", ends.writing(pages.measures.regroup), methods=["POST"]),
        Route("/reports", ends.reading(pages.case.reports)),
        Route("/reports", ends.writing(pages.case.set_report), methods=["POST"]),
        Route("/findings", ends.reading(pages.case.findings)),
        Route("/findings", ends.writing(pages.case.settle), methods=["POST"]),
        Route("/journal", ends.reading(pages.case.journal)),
        Route("/journal", ends.writing(pages.case.undo), methods=["POST"]),
        Route("/find", ends.reading(pages.case.find)),
        Route("/head", ends.head),
        Route("/live", ends.live),
        Route("/choice", ends.choice),
        Route("/assets/{name}", _asset),
        Route("/favicon.ico", _no_icon),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, keys=keys)],
        exception_handlers={HTTPException: _refused, CaseError: _faulty},
    )


class _Ends:
    """Where addresses end: requests in, responses out; pages are made in threads, since they read files."""

    def __init__(self, desk: Desk, keys: Keys, pages: Pages) -> None:
        self.desk = desk
        self.keys = keys
        self.pages = pages
        self.here: Counter[tuple[str, str]] = Counter()

    def reading(self, page: Callable[..., Answer]) -> Endpoint:
        """The endpoint of a page that changes nothing."""

        async def endpoint(request: Request) -> Response:
            return await self._answered(page, request, {})

        return endpoint

    def writing(self, page: Callable[..., Answer]) -> Endpoint:
        """The endpoint of a form."""

        async def endpoint(request: Request) -> Response:
            form = await _form(request)
            if not self.keys.is_form(form.get("csrf", "")):
                raise HTTPException(403, "The form is not one of this server: open the page again.")
            return await self._answered(page, request, form)

        return endpoint

    async def _answered(self, page: Callable[..., Answer], request: Request, form: dict[str, str]) -> Response:
        asked = Asked(dict(request.query_params), form, _name(request, self.keys))
        if not asked.reviewer:
            return RedirectResponse("/name", 303)
        return _response(await run_in_threadpool(page, asked, **request.path_params))

    async def enter(self, request: Request) -> Response:
        """The address that was printed: who has its token gets the cookie."""
        if not self.keys.is_token(request.query_params.get("token", "")):
            raise HTTPException(403, "The address holds no token, or another server's.")
        # No redirect: a browser that came here from another site would not send a strict cookie along with it.
        response = _response(self.pages.frame.entrance(_name(request, self.keys)))
        response.set_cookie(self.keys.cookie, self.keys.session, httponly=True, samesite="strict", path="/")
        return response

    async def name(self, request: Request) -> Response:
        """Who is reviewing."""
        if request.method != "POST":
            return _response(self.pages.frame.entrance(_name(request, self.keys)))
        form = await _form(request)
        said = clean(form.get("name", ""), LONGEST_NAME)
        if not self.keys.is_form(form.get("csrf", "")) or not said:
            return _response(Answer(self.pages.frame.entrance("").page, 422))
        response = RedirectResponse("/", 303)
        value = quote(said, safe="")
        response.set_cookie(
            self.keys.name_cookie, value, httponly=True, samesite="strict", path="/", max_age=31_536_000
        )
        return response

    async def head(self, request: Request) -> Response:
        """The journal's last number and who is here, for browsers without server-sent events."""
        return JSONResponse({"head": await run_in_threadpool(self.desk.journal.head), "here": _people(self.here)})

    async def choice(self, request: Request) -> Response:
        """What a field of choices becomes when it is set from words of a report."""
        field, words = (clean(request.query_params.get(name, ""), LONGEST_WORDS) for name in ("field", "words"))
        return JSONResponse({"choice": choice_of(field, words, load())})

    async def live(self, request: Request) -> Response:
        """The same as server-sent events."""
        inside = clean(request.query_params.get("in", ""), LONGEST_SIGLUM)
        news = _news(self.desk, self.here, (_name(request, self.keys), inside))
        return StreamingResponse(news, media_type="text/event-stream")


async def _asset(request: Request) -> Response:
    path = ASSETS.get(request.path_params["name"])
    if path is None:
        raise HTTPException(404)
    return FileResponse(path)


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)


WORDS = {404: "There is no such page.", 405: "This page takes no such request."}


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else ""
    return PlainTextResponse(WORDS.get(status, detail) + "\n", status)


async def _faulty(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 503)


def _name(request: Request, keys: Keys) -> str:
    return clean(unquote(request.cookies.get(keys.name_cookie, ""), errors="replace"), LONGEST_NAME)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a plain form; of a field given twice, the last."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, "Send a plain form.")
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST:
            raise HTTPException(413, "That is more than a form of this server holds.")
    try:
        fields = parse_qs(data.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=200)
    except ValueError as error:
        raise HTTPException(400, "The form has too many fields.") from error
    return {name: values[-1] for name, values in fields.items()}


def _response(answer: Answer) -> Response:
    if answer.to:
        return RedirectResponse(answer.to, answer.status)
    # Half of a surrogate pair, which a report may hold, cannot be sent.
    return HTMLResponse(answer.page.encode("utf-8", "replace"), answer.status)


def _people(here: Counter[tuple[str, str]]) -> list[list[str]]:
    """Who is here, with the siglum of the report that they are in."""
    return sorted([name, inside] for name, inside in here)


async def _news(desk: Desk, here: Counter[tuple[str, str]], reviewer: tuple[str, str]) -> AsyncIterator[str]:
    """Server-sent events: the journal's last number and who is here, whenever either changes."""
    here[reviewer] += 1
    told, quiet = "", 0.0
    try:
        while True:
            number = await run_in_threadpool(desk.journal.head)
            news = json.dumps({"head": number, "here": _people(here)})
            if news != told:
                yield f"data: {news}\n\n"
                told, quiet = news, 0.0
            elif quiet >= 15:
                yield ": still here\n\n"  # a connection that was cut shows only when something is sent
                quiet = 0.0
            await asyncio.sleep(EVERY)
            quiet += EVERY
    except CaseError:  # the browser asks again, and the page says what is wrong
        return
    finally:
        here[reviewer] -= 1
        if not here[reviewer]:
            del here[reviewer]
