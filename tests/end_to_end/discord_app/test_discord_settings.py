"""Does what is set for a channel hold there, with the words of members?"""

from collections.abc import Mapping
from pathlib import Path

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.preview.server.payloads import CHANNEL_ID, GUILD_ID
from bot.services.server_settings import SettingsOfServers
from bot.store import FILE, store_in
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes

ASKED = "How long do refunds take?"
HERE = int(CHANNEL_ID)


async def set_before(tmp_path: Path, values: Mapping[str, object], channel: int = HERE) -> None:
    store = store_in(tmp_path / "data")
    settings = SettingsOfServers(DiscordSettings(), store)
    await settings.save(int(GUILD_ID), {(channel, name): value for name, value in values.items()}, by=1)
    store.close()


async def test_questions_to_everybody_are_answered_where_that_is_set(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"answering": "questions"})
    async with start(app) as server:
        assert server.identified[0]["intents"] & 1 << 15
        assert "14 days" in (await server.reply_to(await server.say(ASKED))).text


async def test_another_language_and_the_nearest_passages(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"answering": "questions", "unsure": "closest", "language": "de"}, channel=0)
    async with start(app) as server:
        reply = await server.reply_to(await server.say("Is the parcel of variables refunded on Sundays?"))
        assert "Dokumente" in reply.text


async def test_helpers_are_called_and_nobody_else(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"answering": "questions", "unsure": "helpers", "helper_roles": (320,)}, channel=0)
    async with start(app) as server:
        called = await server.reply_to(await server.say("Where does the Cubernedes run?"))
        assert called.body["content"].startswith("<@&320>")
        assert called.body["allowed_mentions"]["parse"] == []
        assert called.body["allowed_mentions"]["roles"] == [320]


async def test_an_answer_to_the_asker_alone(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"place": "private"})
    async with start(app) as server:
        assert server.is_private(await server.use("ask", question=ASKED))
        await server.say(f"<@100> {ASKED}")
        sent = await server.until("POST", r"/channels/302/messages")
        assert "14 days" in sent.text


async def test_a_thread_that_cannot_be_opened_leaves_a_reply(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"place": "thread"})
    async with start(app) as server:
        server.fail("POST", r"/channels/\d+/messages/\d+/threads", 403)
        assert "14 days" in (await server.reply_to(await server.say(f"<@100> {ASKED}"))).text
        await server.until("POST", r"/channels/\d+/messages/\d+/threads")


async def test_as_many_excerpts_as_are_set(start: Start, app: App, tmp_path: Path) -> None:
    await set_before(tmp_path, {"excerpts": 1})
    async with start(app) as server:
        reply = await server.use("ask", question="refunds and parcels and variables")
        assert reply.labels.count("Context") == 1


async def test_more_goes_on_where_the_set_number_of_excerpts_ends(start: Start, app: App, tmp_path: Path) -> None:
    asked = "refunds and parcels and variables"
    async with start(app) as server:
        whole = await server.use("ask", question=asked)
    await set_before(tmp_path, {"excerpts": 1})
    async with start(app) as server:
        first = await server.use("ask", question=asked)
        further = await server.click(first, "More")
        assert [*quotes(first.text), *quotes(further.text)] == quotes(whole.text)[:2]


async def test_the_answer_to_an_edited_question_is_edited_where_it_was_put(
    start: Start, app: App, tmp_path: Path
) -> None:
    await set_before(tmp_path, {"place": "private"})
    async with start(app) as server:
        asked = await server.say("<@100> How are parcels delivered?")
        await server.until("POST", r"/channels/302/messages")
        await server.edit(asked, f"<@100> {ASKED}")
        assert "14 days" in (await server.until("PATCH", r"/channels/302/messages/\d+")).text


async def test_who_runs_the_bot_with_a_damaged_database_is_answered(start: Start, app: App, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_bytes(b"this is no database at all" * 200)
    async with start(app) as server:
        assert "14 days" in (await server.use("ask", question=ASKED)).text
