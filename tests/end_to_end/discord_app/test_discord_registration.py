"""When are the slash commands sent to Discord?"""

from pathlib import Path

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.discord_app.commands.questions import Questions
from bot.preview.server.messages import Request
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_member import Discord


def registrations(server: Discord) -> list[Request]:
    return [request for request in server.requests if request.method == "PUT"]


async def test_the_commands_are_registered_at_the_first_start(discord: Discord) -> None:
    (request,) = registrations(discord)
    assert request.path == "/applications/100/commands"
    assert [command["name"] for command in request.body] == [
        "ask",
        "summary",
        "compare",
        "changes",
        "quote",
        "check",
        "solved",
        "privacy",
        "forget-me",
        "sources",
        "reload",
        "help",
        "settings",
        "Ask the documents",
        "Check against the documents",
    ]


async def test_no_privileged_intent_is_asked_for(discord: Discord) -> None:
    members, presences, message_content = 1 << 1, 1 << 8, 1 << 15
    assert not discord.identified[0]["intents"] & (members | presences | message_content)


async def test_unchanged_commands_are_not_registered_again(start: Start, app: App) -> None:
    for _ in range(2):
        async with start(app) as server:
            pass
    assert len(registrations(server)) == 1


async def test_changed_commands_are_registered_again(start: Start, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start(app) as server:
        pass
    monkeypatch.setattr(Questions.ask, "description", "Another description.")
    async with start(app):
        pass
    assert [request.body[0]["description"] for request in registrations(server)][1:] == ["Another description."]


async def test_the_commands_are_registered_again_when_the_data_folder_was_lost(
    start: Start, app: App, tmp_path: Path
) -> None:
    async with start(app) as server:
        pass
    for path in (tmp_path / "data").iterdir():
        path.unlink()
    async with start(app):
        pass
    assert len(registrations(server)) == 2


async def test_a_data_folder_that_cannot_be_written_does_not_stop_the_bot(
    start: Start, app: App, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    async with start(app) as server:
        assert (await server.use("help")).is_ephemeral
    assert "will be sent again at the next start" in caplog.text


async def test_of_several_processes_only_the_one_with_the_first_shard_registers_the_commands(
    start: Start, app: App
) -> None:
    async with start(app, DiscordSettings(shard_ids=(1,), shard_count=2)) as server:
        assert server.identified[0]["shard"] == [1, 2]
        assert (await server.use("help")).is_ephemeral
    assert registrations(server) == []
    async with start(app, DiscordSettings(shard_ids=(0,), shard_count=2)) as server:
        assert server.identified[1]["shard"] == [0, 2]
    assert len(registrations(server)) == 1
