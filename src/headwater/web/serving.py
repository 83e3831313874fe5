"""The server: on this machine alone, at an address with a token."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from headwater.errors import CaseError
from headwater.messages import reason, told
from headwater.web.app import application
from headwater.web.desk import Desk
from headwater.web.guard import Keys

__all__ = ["serve"]


def _clock() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def serve(case: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve the review of a case until the process is stopped.

    Args:
        case: the folder of a case.
        port: on 127.0.0.1; 0 takes a free one.
        tell: is told the address, once it can be opened.

    Raises:
        CaseError: the folder holds no case, or the port is taken.
    """
    desk = Desk(case)
    with _bound(port) as listening:
        keys = Keys(secrets.token_urlsafe(24), listening.getsockname()[1])
        config = uvicorn.Config(
            application(desk, keys, _clock),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        tell(f"http://127.0.0.1:{keys.port}/enter?token={keys.token}")
        uvicorn.Server(config).run(sockets=[listening])


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise CaseError(*told("desk.port", port=port, reason=reason(error))) from error
    return listening
