"""What do forged and broken ids of buttons do? Nothing but a sentence to the one who pressed."""

from typing import cast

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server.messages import BUTTON, walk
from bot.preview.server.payloads import DM_CHANNEL_ID
from bot.replies.model import Paragraph, Reply
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
FORGED = [
    "context:",
    "context:a.b.c",
    "context:a.zz.1.a.b",
    "context:aaaaaaaa.9.1.aaaaaaaa.aaaaaaaa",
    "before:..../etc/passwd",
    "sources:-1",
    "sources:x",
    "sources:999999",
    "more:",
    "more:9999",
    "more:1:no-such-key",
    "why:no-such-key",
    "instead:a:b:c:d",
    "instead::9999:0:word",
    "instead",
    "dismiss:me",
    "dismiss:99999999999999999999999",
    "page:abcdefgh:1",
    "page:abcdefgh:0",
    "page:x",
    "solved:1",
    "person:x",
    "nonsense:1",
    ":::",
]


@pytest.mark.parametrize("forged", FORGED)
async def test_a_forged_id_is_answered_with_a_sentence(
    discord: Discord, forged: str, caplog: pytest.LogCaptureFixture
) -> None:
    shown = await discord.use("ask", question=QUESTION, private=True)
    message = discord.messages[shown.message_id]
    button = next(c for c in walk(message["components"]) if c["type"] == BUTTON and c["label"] == "Context")
    button["custom_id"] = f"quoth:{forged}"
    reply = await discord.click(shown, "Context")
    assert reply.text
    assert "number" not in reply.text
    assert "Traceback" not in caplog.text


async def test_a_failure_after_a_public_promise_is_told_to_the_asker_alone(discord: Discord) -> None:
    discord.fail("PATCH", "/webhooks/.*", 400, body={"message": "Invalid Form Body", "code": 50035})
    question = {"name": "question", "type": 3, "value": QUESTION}
    token = await discord.interact(2, {"id": "400", "type": 1, "name": "ask", "options": [question]})
    told = await discord.until("POST", f"/webhooks/100/{token}")
    assert told.is_ephemeral
    assert discord.requests.index(
        await discord.until("DELETE", f"/webhooks/100/{token}/messages/@original")
    ) < discord.requests.index(told)


class UnshowableApp(App):
    """An app with an answer that has no layout."""

    def ask(self, question: str, *, source: str = "", earlier: str = "", limit: int | None = None) -> Reply:  # noqa: ARG002
        return Reply(question, (Paragraph(cast("str", None)),))


async def test_a_failure_in_the_layout_is_told_under_a_number(
    start: Start, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async with start(UnshowableApp(app, excerpts=3, words=150)) as server:
        for reply in (
            await server.reply_to(await server.say(f"<@100> {QUESTION}")),
            await server.use("ask", question=QUESTION, private=True),
        ):
            number = reply.text.split()[-1].strip(".")
            assert f"incident {number}" in caplog.text


async def test_a_flood_gets_one_notice_in_a_window(start: Start, app: App, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")
    async with start(app, DiscordSettings(member_per_minute=1)) as server:
        asked = [await server.say(f"<@100> {QUESTION}") for _ in range(6)]
        await server.reply_to(asked[0])
        await server.until("POST", f"/channels/{DM_CHANNEL_ID}/messages")
        await server.use("help")
        assert len([r for r in server.spoken if r.path.endswith(f"{DM_CHANNEL_ID}/messages")]) == 1
        assert len(server.spoken) == 2
    assert caplog.text.count("questions were refused") == 2
    assert "4 questions were refused" in caplog.text


async def test_turning_pages_counts_too(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(member_per_minute=1)) as server:
        replies = [await server.use("sources") for _ in range(6)]
        assert "1 document" not in replies[0].text
        assert "You have asked many questions" in replies[-1].text
