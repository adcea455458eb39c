"""Does in each channel hold what is set there, at once, also for another process and where the store is broken?"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config.discord import DiscordSettings
from bot.config.server import MOST_CHANNELS, NAMES, Values
from bot.config.server_yaml import read_back, written
from bot.services.server_settings import SettingsOfServers, TooMany
from bot.store import FILE, store_in
from bot.store.errors import StoreError
from bot.store.settings_table import put
from bot.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = store_in(tmp_path)
    yield opened
    opened.close()


async def test_a_channel_overrides_its_server_and_a_thread_has_what_its_channel_has(store: Store) -> None:
    settings = SettingsOfServers(DiscordSettings(unsure_emoji="🤔", roles=(5,)), store)
    assert (settings.of(1).unsure, settings.of(1).emoji, settings.of(1).roles) == ("emoji", "🤔", (5,))
    await settings.save(1, {(0, "language"): "de", (10, "language"): "fr", (10, "roles"): [7]}, by=9)
    assert [settings.of(1, channel).language for channel in (10, 11)] == ["fr", "de"]
    assert settings.of(1, 12, parent=10).roles == (7,)
    assert settings.of(2).language == "auto"
    assert settings.of(None).language == "auto"
    await settings.save(1, {(10, "language"): None}, by=9)
    assert settings.of(1, 10).language == "de"


async def test_what_is_set_holds_after_a_restart_and_in_another_process(store: Store) -> None:
    one, other = (SettingsOfServers(DiscordSettings(), store) for _ in range(2))
    await one.save(1, {(0, "answering"): "questions"}, by=9)
    assert not other.reads_all
    await other.refresh()
    assert other.of(1, 10).answering == "questions"
    assert other.reads_all


async def test_what_config_locks_stays_as_it_is_there(store: Store) -> None:
    settings = SettingsOfServers(DiscordSettings(locked=("excerpts", "answering"), question_channels=(10,)), store, 4)
    await settings.save(1, {(0, "excerpts"): 9, (0, "answering"): "silent", (0, "place"): "thread"}, by=9)
    assert (settings.of(1).excerpts, settings.of(1).place) == (4, "thread")
    assert [settings.of(1, channel).answering for channel in (10, 11)] == ["questions", "mention"]


async def test_a_broken_store_leaves_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, whatever one may say of it" * 100)
    store = store_in(tmp_path)
    settings = SettingsOfServers(DiscordSettings(roles=(5,)), store)
    assert not await settings.refresh()
    assert settings.of(1).roles == (5,)
    with pytest.raises(StoreError):
        await settings.save(1, {(0, "language"): "de"}, by=9)
    assert settings.of(1).language == "auto"
    store.close()


async def test_only_so_many_channels_have_settings_of_their_own(store: Store) -> None:
    settings = SettingsOfServers(DiscordSettings(), store)
    await settings.save(1, {(channel, "place"): "thread" for channel in range(1, MOST_CHANNELS + 1)}, by=9)
    with pytest.raises(TooMany):
        await settings.save(1, {(9999, "place"): "thread"}, by=9)


async def test_a_look_up_among_200_servers_of_50_channels_takes_less_than_a_millisecond(store: Store) -> None:
    def fill(server: int) -> None:
        values = {(channel, "language"): '"de"' for channel in range(1, 51)}
        store.write_now(lambda session: put(session, server, values, by=9, at=0.0))

    for server in range(1, 201):
        fill(server)
    settings = SettingsOfServers(DiscordSettings(), store)
    await settings.refresh()
    began = time.perf_counter()
    assert {settings.of(server, channel).language for server in range(1, 201) for channel in range(1, 51)} == {"de"}
    assert (time.perf_counter() - began) / 10_000 < 0.001


def test_a_file_gives_back_what_was_written() -> None:
    set_: dict[int, Values] = {
        0: {"roles": (7, 8), "emoji": "🤔"},
        1234567890123456789: {"answering": "questions", "corpora": ("a",)},
    }
    assert read_back(written(set_)) == (set_, [])


def test_every_mistake_in_a_file_is_told_with_its_line() -> None:
    file = b"server:\n  place: moon\n  excerpts: 99\nfoo:\n  a: 1\n12:\n  helper_roles: [3]\n  colour: red\n"
    found = [problem.partition(": ")[::2] for problem in read_back(file)[1]]
    assert [line for line, _ in found] == ["2", "3", "4", "7", "8"]
    assert "channel" in found[0][1]
    assert "got moon" in found[0][1]
    assert read_back(b"server: [")[1]
    assert read_back(b"x" * 300_000)[1]


def test_the_names_that_can_be_locked_are_those_that_can_be_set() -> None:
    assert DiscordSettings(locked=NAMES).locked == NAMES  # type: ignore[arg-type]


def test_more_roles_than_a_panel_can_show_all_count() -> None:
    roles = tuple(range(1, 40))
    assert SettingsOfServers(DiscordSettings(roles=roles)).of(1).roles == roles
