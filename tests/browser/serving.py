"""A real server in its own process, on a free port of this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address without a closing slash, its process and what it has said."""

    url: str
    process: subprocess.Popen[bytes]
    talk: Path

    @property
    def host(self) -> str:
        """Its name and port."""
        return urlsplit(self.url).netloc

    def stop(self) -> int:
        """Stop as Ctrl+C does and return the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def kill(self) -> None:
        """Stop as a power cut does."""
        self.process.kill()
        self.process.wait(30)


@contextmanager
def running(
    command: Sequence[str], port: int, talk: Path, *, health: str = "/halsa", well: bytes = b'"ok"'
) -> Iterator[Server]:
    """Start ``python COMMAND`` in the project, wait until its health address says so, and end it in the end."""
    with talk.open("wb") as out:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "default"}
        process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment
        )
    server = Server(f"http://127.0.0.1:{port}", process, talk)
    try:
        _wait_until_healthy(server, health, well)
        yield server
    finally:
        if process.poll() is None:
            server.kill()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: Server, health: str, well: bytes) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            with urlopen(server.url + health, timeout=5) as answer:
                if well in answer.read():
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{server.talk.read_text()}")
