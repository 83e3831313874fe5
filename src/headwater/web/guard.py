"""Who may talk to the application: this machine, this address, this reviewer's own pages."""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MOST", "Guard", "Keys"]

MOST: Final = 200_000
"""Bytes that a form may have."""

HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    # "no-referrer" would make browsers send a form's origin as null.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Keys:
    """The secrets of one server: the token of its address and, made from it, what its cookie and its forms carry.

    Args:
        token: hard to guess; whoever has it can review.
        port: where the server listens; cookies of one machine are shared by all ports, so their names tell.
    """

    def __init__(self, token: str, port: int) -> None:
        self.token = token
        self.port = port
        self.cookie = f"headwater_{port}"
        self.name_cookie = f"headwater_name_{port}"

    def _made(self, purpose: str) -> str:
        return hmac.new(self.token.encode(), purpose.encode(), "sha256").hexdigest()

    @property
    def session(self) -> str:
        """What the cookie holds."""
        return self._made("session")

    @property
    def form(self) -> str:
        """What every form carries."""
        return self._made("form")

    def is_token(self, given: str) -> bool:
        """Whether this is the address's token."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def is_form(self, given: str) -> bool:
        """Whether this is what our forms carry."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.form.encode())

    def is_session(self, header: str) -> bool:
        """Whether a cookie header is that of somebody who came by the address with the token."""
        try:
            morsel = SimpleCookie(header).get(self.cookie)
        except CookieError:
            return False
        return morsel is not None and hmac.compare_digest(
            morsel.value.encode("utf-8", "replace"), self.session.encode()
        )

    @property
    def hosts(self) -> frozenset[str]:
        """The names that this server answers to."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))


class Guard:
    """Lets through what a reviewer's own browser asks of this server, and nothing else; sets the headers of every answer.

    A name that is not ours (DNS rebinding), a page of another site, or a browser that did not come by the printed address
    gets 403 and nothing of the case.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            status, words = refusal
            await PlainTextResponse(words + "\n", status)(scope, receive, with_headers)
        else:
            await self.app(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self.keys.hosts]:
            return 403, "This server does not go by that name."
        origin = headers.get("origin")
        ours = {f"http://{host}" for host in self.keys.hosts}
        if origin is not None and origin not in ours:
            return 403, "Pages of other sites cannot use this server."
        if scope["method"] not in ("GET", "HEAD") and origin is None:
            return 403, "A form has to come from a page of this server."
        entering = scope["path"] == "/enter"
        if headers.get("sec-fetch-site") in ("cross-site", "same-site") and not entering:
            return 403, "Pages of other sites cannot use this server."
        if not entering and not self.keys.is_session(headers.get("cookie", "")):
            return 403, "Open the address that `headwater serve` printed: it holds the token that lets you in."
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length[:12]) > MOST:
            return 413, "That is more than a form of this server holds."
        return None
