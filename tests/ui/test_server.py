"""The server refuses what it must, before anything starts, and backs up without ever falling over it."""

import socket
import threading
from pathlib import Path

import pytest

from loftdb.core.errors import AddressRefused, DiskFull, PortBusy
from loftdb.ui.document import content_security_policy, document
from loftdb.ui.server import Site, backing_up, serve

A_SHORT_WHILE = 0.01


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "loftdb.example", ""])
def test_other_addresses_than_this_machine_are_refused(host: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        serve(Site(Path("none.duckdb"), ask=lambda: None, host=host))
    assert refused.value.host == host


def test_a_busy_port_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortBusy) as busy:
            serve(Site(Path("none.duckdb"), ask=lambda: None, port=port))
    assert busy.value.port == port


@pytest.mark.parametrize(("host", "address"), [("127.0.0.1", "http://127.0.0.1:80"), ("::1", "http://[::1]:80")])
def test_the_address_can_be_opened(host: str, address: str) -> None:
    assert Site(Path("none.duckdb"), ask=lambda: None, host=host, port=80).address == address


def test_backups_are_made_while_running_and_once_at_the_stop() -> None:
    made, twice = [], threading.Event()

    def back_up() -> None:
        made.append(threading.current_thread().name)
        if len(made) == 2:
            twice.set()

    with backing_up(back_up, A_SHORT_WHILE):
        assert twice.wait(10)
    assert set(made[:-1]) == {"backup"}
    assert made[-1] == threading.current_thread().name


def test_a_failed_backup_is_tried_again_and_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    tries, twice = [], threading.Event()

    def back_up() -> None:
        tries.append(1)
        if len(tries) == 2:
            twice.set()
        raise DiskFull(Path("backups"))

    with backing_up(back_up, A_SHORT_WHILE):
        assert twice.wait(10)
    assert "backup failed" in caplog.text


def test_the_policy_names_every_inline_script_by_its_digest() -> None:
    assert document().count(b"<script>") == content_security_policy().count("'sha256-") == 1
    assert "'unsafe-eval'" not in content_security_policy()
