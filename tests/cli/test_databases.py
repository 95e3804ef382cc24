"""init, serve, check, backup and restore."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import duckdb
import pytest

from tests.browser.serving import free_port, running
from tests.cli.conftest import CONTROLS, Done, Loftdb, own_process


def test_init_makes_a_database_with_the_five_agreements(loftdb: Loftdb, tmp_path: Path) -> None:
    done = loftdb("init", tmp_path / "a" / "loft.duckdb", "--format", "json")
    assert done.exit == 0
    assert done.record == {"database": str(tmp_path / "a" / "loft.duckdb"), "agreements": 5, "promises": 78}
    assert "loftdb serve --database" in done.talk


def test_without_followed_from_nothing_before_today_is_judged(loftdb: Loftdb, tmp_path: Path) -> None:
    loftdb("init", tmp_path / "loft.duckdb")
    done = loftdb("progress", "--database", tmp_path / "loft.duckdb", "--municipality", "Strömstad", "--format", "json")
    judged = {each["state"] for each in done.records if each["target"] is not None}
    assert judged == {"cannot_judge"}


def test_the_demo_has_activities_and_its_own_clock(loftdb: Loftdb, tmp_path: Path) -> None:
    demo = tmp_path / "demo.duckdb"
    assert loftdb("init", demo, "--demo").exit == 0
    done = loftdb("log", "--database", demo, "--promise", CONTROLS, "--date", "2024-10-15", "--format", "json")
    assert done.record["activity"] > 100
    assert done.record["state"] == "done"
    future = loftdb("log", "--database", demo, "--promise", CONTROLS, "--date", "2024-10-16")
    assert future.exit == 3, "a planned control is nobody's business"


def test_check_says_that_all_is_well(ask: Loftdb) -> None:
    done = ask("check")
    assert (done.exit, done.records) == (0, [])
    assert "hänger ihop" in done.talk


def test_check_lists_what_disagrees(ask: Loftdb, file: Path) -> None:
    with duckdb.connect(file) as connection:
        connection.execute("delete from line where activity = 1")
    done = ask("check")
    assert done.exit == 7
    assert {each["code"] for each in done.records} == {"lines_disagree"}
    assert done.records[0]["facts"]["activity"] == 1
    assert "Aktivitet 1" in done.records[0]["sentence"]


def test_a_restored_backup_answers_as_the_database_did(ask: Loftdb, loftdb: Loftdb, file: Path, tmp_path: Path) -> None:
    ask("log", "--promise", CONTROLS, "--date", "2024-03-15", "--count", 7)
    before, copy = ask("progress", "--on", "2024-12-31").records, tmp_path / "copy.duckdb"
    assert ask("backup", "--to", copy).record == {"backup": str(copy)}
    ask("log", "--promise", CONTROLS, "--date", "2024-03-16", "--count", 70)
    done = ask("restore", "--from", copy)
    assert done.exit == 0
    assert ask("progress", "--on", "2024-12-31").records == before
    moved = Path(done.record["moved_to"])
    kept = loftdb("progress", "--database", moved, "--on", "2024-12-31", "--format", "json")
    assert kept.records != before, "the file that was there is kept with what it held"


def test_restore_makes_the_file_where_there_is_none(ask: Loftdb, file: Path, tmp_path: Path) -> None:
    ask("backup", "--to", tmp_path / "copy.duckdb")
    file.unlink()
    assert ask("restore", "--from", tmp_path / "copy.duckdb").record == {"database": str(file), "moved_to": None}
    assert ask("check").exit == 0


def test_serve_shows_the_database_backs_it_up_at_the_stop_and_keeps_others_out(file: Path, tmp_path: Path) -> None:
    port, copies = free_port(), tmp_path / "copies"
    words = ["-m", "loftdb", "serve", "--database", str(file), "--port", str(port), "--backup-dir", str(copies)]
    with running(words, port, tmp_path / "talk.txt") as server:
        with urlopen(server.url, timeout=10) as answer:
            assert 'lang="sv"' in answer.read().decode()
        assert_busy(own_process("progress", "--database", file))
        assert server.stop() == 0
    [copy] = copies.iterdir()
    assert own_process("check", "--database", copy).exit == 0
    assert own_process("check", "--database", file).exit == 0


def assert_busy(done: Done) -> None:
    assert done.exit == 6
    assert done.out == ""
    assert "används av ett annat program" in done.talk
    assert "webbläsaren" in done.talk


def test_ctrl_c_stops_the_server_quietly(file: Path, tmp_path: Path) -> None:
    port = free_port()
    with running(
        ["-m", "loftdb", "serve", "--database", str(file), "--port", str(port)], port, tmp_path / "talk.txt"
    ) as server:
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0
        assert "Traceback" not in server.talk.read_text()


def test_serving_others_is_refused_with_the_reason(loftdb: Loftdb, file: Path) -> None:
    done = loftdb("serve", "--database", file, "--host", "0.0.0.0")
    assert done.exit == 12
    assert "inloggning saknas" in done.talk


def test_a_port_in_use_is_named(loftdb: Loftdb, file: Path) -> None:
    port = free_port()
    holder = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(holder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            done = loftdb("serve", "--database", file, "--port", port)
        finally:
            process.kill()
    assert done.exit == 13
    assert str(port) in done.talk


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            urlopen(f"http://127.0.0.1:{port}", timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def test_an_existing_file_is_never_written_over(loftdb: Loftdb, ask: Loftdb, file: Path) -> None:
    before = file.read_bytes()
    assert loftdb("init", file).exit == 11
    assert loftdb("init", file, "--demo").exit == 11
    assert ask("backup", "--to", file).exit == 11
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "promises", "progress", "serve"])
def test_a_missing_database_is_named_with_the_cure(loftdb: Loftdb, tmp_path: Path, command: str) -> None:
    done = loftdb(command, "--database", tmp_path / "none.duckdb")
    assert done.exit == 10
    assert "loftdb init" in done.talk
    assert list(tmp_path.iterdir()) == []


def test_a_missing_backup_leaves_the_database_as_it_was(ask: Loftdb, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    done = ask("restore", "--from", tmp_path / "none.duckdb")
    assert done.exit == 10
    assert "Säkerhetskopian" in done.talk
    assert "loftdb init" not in done.talk
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "progress", "serve"])
def test_a_directory_is_no_database_to_create(loftdb: Loftdb, tmp_path: Path, command: str) -> None:
    done = loftdb(command, "--database", tmp_path)
    assert done.exit == 14
    assert "är ingen fil" in done.talk


def test_a_name_that_no_file_can_have_is_refused(loftdb: Loftdb, tmp_path: Path) -> None:
    assert loftdb("init", tmp_path / ("x" * 400)).exit == 14
    assert loftdb("check", "--database", tmp_path / ("x" * 400)).exit == 10
    assert loftdb("check", "--database", "~nobody-at-all/x").exit == 10


def test_of_two_who_make_the_same_file_one_is_told_that_it_exists(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "loftdb", "init", str(tmp_path / "loft.duckdb")]
    both = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    talk = [process.communicate(timeout=60)[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 11], talk
    assert [path.name for path in tmp_path.iterdir()] == ["loft.duckdb"]
    assert own_process("check", "--database", tmp_path / "loft.duckdb").exit == 0


def test_a_damaged_file_is_named_with_the_cure(loftdb: Loftdb, tmp_path: Path) -> None:
    (tmp_path / "bad.duckdb").write_text("inte en databas" * 1000)
    done = loftdb("progress", "--database", tmp_path / "bad.duckdb")
    assert done.exit == 7
    assert "loftdb restore" in done.talk


def test_a_damaged_backup_is_not_put_in_place(ask: Loftdb, file: Path, tmp_path: Path) -> None:
    copy, before = tmp_path / "copy.duckdb", file.read_bytes()
    ask("backup", "--to", copy)
    copy.write_bytes(copy.read_bytes()[:200_000])
    done = ask("restore", "--from", copy)
    assert done.exit == 7
    assert "Välj en annan" in done.talk
    assert "loftdb restore" not in done.talk
    assert file.read_bytes() == before


def test_a_database_from_a_newer_program_is_refused(ask: Loftdb, file: Path) -> None:
    with duckdb.connect(file) as connection:
        connection.execute("insert into migration values (9999, 'framtiden')")
    done = ask("progress")
    assert done.exit == 8
    assert "nyare version" in done.talk


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a process's files")
def test_a_full_disk_is_named_and_leaves_no_half_backup(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    done = own_process("backup", "--database", file, "--to", copy, preexec_fn=_limit_files)
    assert done.exit == 9
    assert "Disken är full" in done.talk
    assert not list(tmp_path.glob("copy*"))
    assert own_process("check", "--database", file).exit == 0


def _limit_files() -> None:
    import resource  # noqa: PLC0415 - POSIX only

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def test_a_directory_that_cannot_be_written_is_named(ask: Loftdb, tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("en fil, ingen mapp")
    done = ask("backup", "--to", tmp_path / "wall" / "copy.duckdb")
    assert done.exit == 14
    assert "kan inte användas" in done.talk


def test_a_demo_keeps_its_own_followed_from(loftdb: Loftdb, tmp_path: Path) -> None:
    done = loftdb("init", tmp_path / "demo.duckdb", "--demo", "--followed-from", "2024-01-01")
    assert done.exit == 2
    assert list(tmp_path.iterdir()) == []


def test_a_copied_file_is_a_whole_database(file: Path, tmp_path: Path) -> None:
    """Everything is in the one file once a command has ended."""
    own_process("log", "--database", file, "--promise", CONTROLS, "--date", "2024-03-15")
    copy = shutil.copy(file, tmp_path / "copy.duckdb")
    done = own_process("progress", "--database", copy, "--on", "2024-12-31", "--format", "json")
    [row] = [each for each in done.records if (each["measure"], each["year"]) == (CONTROLS, 2024)]
    assert row["actual"] == 1
