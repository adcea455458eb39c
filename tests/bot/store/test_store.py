"""Is what is stored kept, whatever happens to the file, and is told what is wrong with it?"""

import asyncio
import logging
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.store import FILE, store_in
from bot.store.driver import Session
from bot.store.errors import StoreError, Trouble
from bot.store.migrations import MIGRATIONS, Migration, migrate
from bot.store.settings_table import Stored, changed_since, put
from bot.store.sqlite import SQLite
from bot.store.store import MOST_WAITING, Store

ROOT = Path(__file__).parents[3]


@pytest.fixture
def opened() -> Iterator[Callable[[SQLite], Store]]:
    """Stores that are closed in the end."""
    stores: list[Store] = []

    def open_(driver: SQLite) -> Store:
        stores.append(Store(driver))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


Opened = Callable[[SQLite], Store]


def set_(name: str, value: str | None, server: int = 1) -> Callable[[Session], None]:
    return lambda session: put(session, server, {(0, name): value}, by=7, at=0.0)


def everything(session: Session) -> list[Stored]:
    return changed_since(session, 0)


def trouble_of(work: Callable[[], object]) -> Trouble:
    with pytest.raises(StoreError) as told:
        work()
    assert len(str(told.value)) > 60  # a sentence with what to do
    return told.value.trouble


def test_what_is_written_is_there_after_a_restart_and_for_its_owner_alone(tmp_path: Path) -> None:
    store = store_in(tmp_path / "data")
    store.write_now(set_("language", '"de"'))
    kept = sorted((tmp_path / "data").iterdir())
    assert [path.name for path in kept] == [FILE, f"{FILE}-shm", f"{FILE}-wal"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    store.close()
    again = store_in(tmp_path / "data")
    assert again.read_now(everything) == [Stored(1, 0, "language", '"de"', 1)]
    again.close()


def test_changes_are_numbered_so_that_others_learn_of_them(tmp_path: Path, opened: Opened) -> None:
    store = opened(SQLite(tmp_path / FILE))
    store.write_now(set_("language", '"de"'))
    store.write_now(set_("excerpts", "2"))
    store.write_now(set_("language", None))
    assert store.read_now(lambda session: changed_since(session, 2)) == [Stored(1, 0, "language", None, 3)]
    assert [one.name for one in store.read_now(everything)] == ["excerpts", "language"]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, opened: Opened) -> None:
    store = opened(SQLite(tmp_path / FILE))

    def half(session: Session) -> None:
        set_("language", '"de"')(session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write_now(half)
    assert store.read_now(everything) == []


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_a_database_of_each_earlier_version_becomes_one_of_this(version: int, tmp_path: Path, opened: Opened) -> None:
    driver = SQLite(tmp_path / FILE)
    connection = driver.connect()
    if version:
        migrate(driver, connection, MIGRATIONS[:version])
    connection.close()
    opened(driver).read_now(everything)
    with sqlite3.connect(driver.path) as raw:
        found = raw.execute("SELECT version FROM schema_version ORDER BY version").fetchall()
    raw.close()
    assert found == [(step.version,) for step in MIGRATIONS]
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_step_that_fails_is_not_done_by_half(tmp_path: Path) -> None:
    driver = SQLite(tmp_path / FILE)
    connection = driver.connect()
    migrate(driver, connection)
    broken = Migration(len(MIGRATIONS) + 1, "nothing", ("CREATE TABLE half (a BIGINT)", "CREATE TABEL other"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(driver, connection, (*MIGRATIONS, broken))
    with connection.transaction(writing=False) as session:
        assert not session.rows("SELECT name FROM sqlite_master WHERE name = 'half'")
    connection.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path, opened: Opened) -> None:
    driver = SQLite(tmp_path / FILE)
    newer = Migration(len(MIGRATIONS) + 1, "what nobody knows yet", ("CREATE TABLE later (key {identity}, x {bytes})",))
    connection = driver.connect()
    migrate(driver, connection, (*MIGRATIONS, newer))
    connection.close()
    assert trouble_of(lambda: opened(driver).read_now(everything)) == "newer"


def test_who_holds_it_for_too_long_is_told_once_and_then_it_goes_on(
    tmp_path: Path, opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    store = opened(SQLite(tmp_path / FILE, wait_s=0.05))
    store.write_now(set_("language", '"de"'))
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert trouble_of(lambda: store.write_now(set_("language", '"fr"'))) == "locked"
    assert trouble_of(lambda: store.write_now(set_("language", '"fr"'))) == "locked"
    assert store.trouble == "locked"
    assert [one.value for one in store.read_now(everything)] == ['"de"']  # who reads waits for nobody
    other.execute("ROLLBACK")
    other.close()
    store.write_now(set_("language", '"fr"'))
    assert store.trouble is None
    assert sum("another process" in line for line in caplog.messages) == 1


def test_a_database_without_room_keeps_what_it_has(tmp_path: Path, opened: Opened) -> None:
    store = opened(SQLite(tmp_path / FILE, most_mb=0.1))
    store.write_now(set_("language", '"de"'))
    assert trouble_of(lambda: store.write_now(set_("large", "x" * 200_000))) == "full"
    assert [one.name for one in store.read_now(everything)] == ["language"]
    store.write_now(set_("language", '"fr"'))


@pytest.mark.parametrize("at", [0, 4096])
def test_a_damaged_database_is_told_and_not_touched(at: int, tmp_path: Path, opened: Opened) -> None:
    first = Store(SQLite(tmp_path / FILE))
    for number in range(200):
        first.write_now(set_(f"name {number}", "x" * 100))
    first.close()
    with (tmp_path / FILE).open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 3000)
    damaged = (tmp_path / FILE).read_bytes()
    assert trouble_of(lambda: opened(SQLite(tmp_path / FILE)).write_now(set_("language", '"de"'))) == "damaged"
    assert (tmp_path / FILE).read_bytes() == damaged


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "file").write_text("")
    assert trouble_of(lambda: opened(SQLite(tmp_path / "file" / FILE)).read_now(everything)) == "unusable"


async def test_the_event_loop_goes_on_while_the_database_is_slow(tmp_path: Path) -> None:
    store = Store(SQLite(tmp_path / FILE))
    goes_on = threading.Event()
    slow = asyncio.create_task(store.read(lambda _: goes_on.wait(10)))
    await asyncio.sleep(0)
    goes_on.set()  # which nobody could, were the loop held up
    assert await slow
    store.close()


def test_only_so_many_wait(tmp_path: Path) -> None:
    store = Store(SQLite(tmp_path / FILE))
    goes_on = threading.Event()

    async def crowd() -> int:
        waiting = [asyncio.ensure_future(store.read(lambda _: goes_on.wait(10))) for _ in range(MOST_WAITING + 5)]
        await asyncio.sleep(0)
        goes_on.set()
        given = await asyncio.gather(*waiting, return_exceptions=True)
        return sum(isinstance(one, StoreError) for one in given)

    assert asyncio.run(crowd()) == 5
    store.close()
    assert trouble_of(lambda: store.read_now(everything)) == "busy"


_COUNTING = """
import sys
from pathlib import Path
from bot.store import store_in
from bot.store.settings_table import put
store = store_in(Path(sys.argv[1]))
for at in range(50):
    store.write_now(lambda s: put(s, int(sys.argv[2]), {(at, "name"): "1"}, by=1, at=0.0))
store.close()
"""


def test_two_processes_make_it_and_write_side_by_side(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-c", _COUNTING, str(tmp_path), str(number)], env=environment)  # noqa: S603
        for number in (1, 2)
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    store = store_in(tmp_path)
    found = store.read_now(everything)
    assert len(found) == 100
    assert len({one.change for one in found}) == 100
    store.close()
