"""Every HTTP answer carries the security headers, text goes out compressed, and a foreign host name is refused."""

import gzip
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from loftdb.ui.document import content_security_policy, document, own_files
from loftdb.view import shell

HOSTS = ("127.0.0.1", "localhost", "::1")
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
"""Doors of Streamlit's that this program does not open."""

FOREIGN_HTML = ("/media/", "/component/", "/app/static/")
COMPRESSED = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}
"""Media types by ending; the machine's own table has text/plain for scripts on some, which nosniff would stop."""

PROMISE = "lofte"
"""The page of one promise, and its parameter."""

FOR_A_YEAR = "public, max-age=31536000, immutable"
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class Delivery:
    """Middleware around Streamlit's own application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        own = await _own_answer(scope)
        await (own or self._app)(scope, receive, _Dresser(scope, send))


class _Dresser:
    """Sends an answer on with our headers, and our document in place of Streamlit's."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send, self._replaced = scope, send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif not self._replaced:
            await self._send(message)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        self._replaced = _is_document(self._scope, message["status"], headers)
        headers.update({**HEADERS, "content-security-policy": content_security_policy()})
        if self._replaced and (address := _page_above(self._scope)):
            await self._send_on(message, headers, address)
        elif self._replaced:
            await self._send_document(message, headers)
        else:
            await self._send(message)

    async def _send_on(self, message: Message, headers: MutableHeaders, address: str) -> None:
        message["status"] = HTTPStatus.FOUND
        headers.update({"location": address, "content-length": "0", "cache-control": "no-cache"})
        await self._send(message)
        await self._send({"type": "http.response.body", "body": b""})

    async def _send_document(self, message: Message, headers: MutableHeaders) -> None:
        for name in ("etag", "last-modified", "content-encoding"):
            del headers[name]
        body = document()
        if _takes_gzip(self._scope):
            body = _zipped_document()
            headers["content-encoding"] = "gzip"
        headers.update({"content-length": str(len(body)), "vary": "accept-encoding", "cache-control": "no-cache"})
        await self._send(message)
        await self._send({"type": "http.response.body", "body": b"" if self._scope["method"] == "HEAD" else body})


def only_known_hosts(app: ASGIApp) -> ASGIApp:
    """Refuse other host names, web sockets included: a page elsewhere must not reach this one by rebinding its name."""
    return TrustedHostMiddleware(app, allowed_hosts=list(HOSTS), www_redirect=False)


async def _own_answer(scope: Scope) -> Response | None:
    path = scope["path"]
    if path.startswith(CLOSED):
        return PlainTextResponse(shell.NOT_HERE, status_code=404)
    file = _files().get(path)
    if file is None or scope["method"] not in ("GET", "HEAD"):
        return None
    if not _takes_gzip(scope):
        return _answer(file, file.read_bytes()) if path in own_files() else None
    return _answer(file, await to_thread.run_sync(_zipped, file), encoding="gzip")


def _answer(file: Path, body: bytes, encoding: str | None = None) -> Response:
    headers = {"cache-control": FOR_A_YEAR, "vary": "accept-encoding"}
    if encoding:
        headers["content-encoding"] = encoding
    return Response(body, media_type=COMPRESSED[file.suffix], headers=headers)


def _is_document(scope: Scope, status: int, headers: MutableHeaders) -> bool:
    html = headers.get("content-type", "").startswith("text/html")
    return status == 200 and html and not scope["path"].startswith(FOREIGN_HTML)


def _page_above(scope: Scope) -> str | None:
    """Return the page that an address of several levels begins with, null for one level; always on this server.

    Such an address cannot be a page: the document would look for its files below it. What follows ``/lofte/`` is taken
    for a promise.
    """
    first, _, rest = scope["path"].strip("/").partition("/")
    if not rest:
        return None
    asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    if first == PROMISE:
        asked[PROMISE] = rest.strip("/")
    return f"/{quote(first, safe='')}{'?' if asked else ''}{urlencode(asked)}"


def _takes_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


@cache
def _files() -> dict[str, Path]:
    """Return the text files to compress by path; a path outside this list never reaches the disk through us."""
    root = Path(file_util.get_static_dir())
    bundled = (file for file in (root / "static").rglob("*") if file.suffix in COMPRESSED)
    return {f"/{file.relative_to(root).as_posix()}": file for file in bundled} | own_files()


@cache
def _zipped(file: Path) -> bytes:
    """Compress once: the 4.7 MB of plotly takes 0.3 s, an answer from memory 1 ms."""
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@cache
def _zipped_document() -> bytes:
    return gzip.compress(document(), compresslevel=9, mtime=0)
