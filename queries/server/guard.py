"""Who may ask: programs, and the server's own page; no page of another site, whatever name it gives the server."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NAMES = (
    "127.0.0.1",
    "localhost",
    "::1",
)  # any other name is an attack (DNS rebinding); the port of a tunnel may differ
_PAGE = "/"  # links of other sites may lead to it
_OUTSIDERS = ("cross-site", "same-site")


class Guard:
    """Passes on requests except those of other sites or to other host names (DNS rebinding)."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _refusal(Headers(scope=scope), scope["path"]) if scope["type"] == "http" else None
        await (refusal or self._application)(scope, receive, send)


def _refusal(headers: Headers, path: str) -> PlainTextResponse | None:
    host = headers.get("host", "")
    if host and _name(f"//{host}") not in NAMES:
        known = ", ".join(NAMES[:2])
        return PlainTextResponse(f"this server is not called '{host}'; expected one of {known}. Ask it by that.\n", 400)
    if path != _PAGE and _is_of_another_site(headers, host):
        return PlainTextResponse("a page of another site asks; expected this server's own, or a program.\n", 403)
    return None


def _is_of_another_site(headers: Headers, host: str) -> bool:
    """Return whether a browser says that another site asks; programs send no such header."""
    is_other = headers.get("origin", f"http://{host}") != f"http://{host}"
    return is_other or headers.get("sec-fetch-site") in _OUTSIDERS


def _name(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
