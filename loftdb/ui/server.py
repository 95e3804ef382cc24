"""The server listens on this machine alone, since there is no sign-in, and adds what Streamlit lacks."""

import errno
import importlib
import logging
import os
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from loftdb import __version__
from loftdb.core.errors import AddressRefused, LoftdbError, PortBusy
from loftdb.ui.delivery import HOSTS, Delivery, only_known_hosts
from loftdb.ui.document import document
from loftdb.view import shell

HOST, PORT = "127.0.0.1", 8501
DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
DATABASE = "LOFTDB_DATABASE"
"""The environment variable that tells the pages which file to open."""

HEALTH = "/halsa"
A_DAY = 24 * 60 * 60.0
log = logging.getLogger("loftdb")


@dataclass(frozen=True)
class Site:
    """What is served, where, and what the server asks of the layers below.

    ``ask`` raises LoftdbError when the database cannot be read; ``back_up`` null: no backups.
    """

    database: Path
    ask: Callable[[], object]
    back_up: Callable[[], object] | None = None
    host: str = HOST
    port: int = PORT
    script: Path = DASHBOARD
    backup_every: float = A_DAY

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://[{self.host}]:{self.port}" if ":" in self.host else f"http://{self.host}:{self.port}"


def serve(site: Site) -> None:
    """Serve until a signal stops it, raising AddressRefused or PortBusy before anything starts."""
    if site.host not in HOSTS:
        raise AddressRefused(site.host)
    _demand_free(site.host, site.port)
    os.environ[DATABASE] = str(site.database.resolve())
    # Streamlit looks for .streamlit/config.toml beside the program named first.
    sys.argv = [str(site.script)]
    _quieten()
    application(site).run(config={"server.address": site.host, "server.port": site.port})


def application(site: Site) -> st.App:
    """Return the ASGI application of a site."""
    document()
    middleware = [Middleware(only_known_hosts), Middleware(Delivery)]
    routes = [Route(HEALTH, _health(site.ask))]
    return st.App(site.script, routes=routes, middleware=middleware, lifespan=_lifespan(site))


@contextmanager
def backing_up(back_up: Callable[[], object], every: float) -> Iterator[None]:
    """Back up every so many seconds while the server runs, and once when it stops; a failure is logged, never fatal."""
    stop = threading.Event()

    def daily() -> None:
        while not stop.wait(every):
            _try(back_up)

    thread = threading.Thread(target=daily, name="backup", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        _try(back_up)


def _lifespan(site: Site) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        _warm()
        # Else the first visitor of a page would be given its bare file, past dashboard.py.
        PagesManager.uses_pages_directory = False
        _say(shell.serving(site.address))
        if site.back_up is None:
            yield
        else:
            with backing_up(site.back_up, site.backup_every):
                yield
        _say(shell.stopping())

    return lifespan


def _health(ask: Callable[[], object]) -> Callable[[Request], JSONResponse]:
    def health(_request: Request) -> JSONResponse:
        try:
            ask()
        except LoftdbError:
            return JSONResponse({"status": "error", "version": __version__}, status_code=503)
        return JSONResponse({"status": "ok", "version": __version__})

    return health


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _try(back_up: Callable[[], object]) -> None:
    try:
        back_up()
    except LoftdbError:
        log.exception("backup failed")


def _warm() -> None:
    """Import what the first page would wait 1.5 s for."""
    importlib.import_module("pandas")
    importlib.import_module("plotly.graph_objects").Figure()


def _quieten() -> None:
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.levelno >= logging.WARNING)


def _demand_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortBusy(port) from error
            raise
