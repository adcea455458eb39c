"""Is each question answered once, or its asker told why, whatever goes wrong on the way?"""

import asyncio
import threading

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.discord_app.delivery.rate_limits import WORKERS
from bot.preview.server.messages import Request
from bot.preview.server.payloads import CHANNEL_ID, DM_CHANNEL_ID
from bot.replies.model import Reply
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes
from tests.fakes.discord_member import Discord
from tests.fakes.waiting import PATIENCE_S

QUESTION = "How long do refunds take?"
ANSWER = "Refunds take 14 days after the parcel has reached us."
QUOTED = f"Refunds\n\n{ANSWER}"
MESSAGES = f"/channels/{CHANNEL_ID}/messages"


class PatientApp(App):
    """An app whose answers wait until they are let go."""

    def __init__(self, app: App) -> None:
        super().__init__(app, excerpts=3, words=150)
        self.go_on = threading.Event()

    def ask(self, question: str, *, source: str = "", earlier: str = "") -> Reply:
        self.go_on.wait(PATIENCE_S)
        return super().ask(question, source=source, earlier=earlier)


@pytest.fixture
def patient(app: App) -> PatientApp:
    return PatientApp(app)


def answers(server: Discord) -> list[Request]:
    """The messages with an answer that stand in the channels."""
    sent = [r for r in server.requests if r.message_id in server.messages and "components" in (r.body or {})]
    return [r for r in sent if ANSWER in "".join(q.text for q in quotes(r.text))]


async def test_a_rate_limit_is_waited_out(discord: Discord) -> None:
    body = {"message": "You are being rate limited.", "retry_after": 0.2, "global": False}
    discord.fail("POST", MESSAGES, 429, body=body, Via="1.1 google")
    asked = await discord.say(f"<@100> {QUESTION}")
    await discord.until("POST", MESSAGES, lambda request: bool(request.message_id))
    assert quotes((await discord.reply_to(asked)).text)[0].text == QUOTED
    assert len(answers(discord)) == 1


async def test_an_outage_of_discord_is_outlived(discord: Discord) -> None:
    discord.fail("POST", MESSAGES, 500)
    discord.fail("PATCH", "/webhooks/.*", 502)
    asked = await discord.say(f"<@100> {QUESTION}")
    token = await discord.interact(2, {"id": "400", "type": 1, "name": "ask", "options": [_question()]})
    await discord.until("POST", MESSAGES, lambda request: bool(request.message_id))
    await discord.until("PATCH", f"/webhooks/100/{token}/.*", lambda request: bool(request.message_id))
    assert (await discord.reply_to(asked)).body["message_reference"]
    assert len(answers(discord)) == 2


async def test_a_dropped_connection_is_taken_up_again(discord: Discord) -> None:
    await discord.drop_connection()
    await discord.until_resumed()
    assert quotes((await discord.use("ask", question=QUESTION)).text)[0].text == QUOTED
    assert len(discord.identified) == 1


async def test_after_an_invalidated_session_the_bot_logs_in_anew(discord: Discord) -> None:
    await discord.invalidate_session()
    await discord.until_login(2)
    assert quotes((await discord.use("ask", question=QUESTION)).text)[0].text == QUOTED


async def test_a_question_delivered_again_after_a_reconnect_is_answered_once(discord: Discord) -> None:
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    await discord.drop_connection()
    await discord.until_resumed()
    await discord.repeat_last()
    await discord.use("help")
    assert len(answers(discord)) == 1


async def test_a_question_deleted_while_it_is_answered_is_answered_without_reference(
    start: Start, patient: PatientApp
) -> None:
    async with start(patient) as server:
        asked = await server.say(f"<@100> {QUESTION}")
        await server.until("POST", ".*/typing")
        server.messages.delete(asked)
        patient.go_on.set()
        assert (await server.reply_to(asked)).body["message_reference"]["fail_if_not_exists"] is False


async def test_a_channel_deleted_under_an_answer_is_logged_as_no_error(
    discord: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot")
    discord.fail("POST", MESSAGES, 404, body={"message": "Unknown Channel", "code": 10003})
    await discord.say(f"<@100> {QUESTION}")
    await discord.until("POST", MESSAGES)
    await discord.use("help")
    assert "is gone" in caplog.text
    assert "Traceback" not in caplog.text


async def test_an_answer_deleted_before_it_came_is_told_to_the_asker(
    discord: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    discord.fail("PATCH", "/webhooks/.*", 404, body={"message": "Unknown Message", "code": 10008})
    token = await discord.interact(2, {"id": "400", "type": 1, "name": "ask", "options": [_question()]})
    told = await discord.until("POST", f"/webhooks/100/{token}")
    number = told.text.split()[-1].strip(".")
    assert told.is_ephemeral
    assert f"incident {number}" in caplog.text
    assert "Traceback" not in caplog.text


async def test_an_answer_after_fifteen_minutes_comes_as_a_message(discord: Discord) -> None:
    discord.fail("PATCH", "/webhooks/.*", 401, body={"message": "Invalid Webhook Token", "code": 50027})
    await discord.interact(2, {"id": "400", "type": 1, "name": "ask", "options": [_question()]})
    late = await discord.until("POST", MESSAGES)
    assert quotes(late.text)[0].text == QUOTED


async def test_a_private_answer_after_fifteen_minutes_comes_as_a_direct_message(discord: Discord) -> None:
    discord.fail("PATCH", "/webhooks/.*", 401, body={"message": "Invalid Webhook Token", "code": 50027})
    private = {"name": "private", "type": 5, "value": True}
    await discord.interact(2, {"id": "400", "type": 1, "name": "ask", "options": [_question(), private]})
    late = await discord.until("POST", f"/channels/{DM_CHANNEL_ID}/messages")
    assert quotes(late.text)[0].text == QUOTED


async def test_where_the_bot_may_not_write_the_asker_is_told_directly(discord: Discord) -> None:
    discord.forbidden = f"/channels/{CHANNEL_ID}/"
    await discord.say(f"<@100> {QUESTION}")
    told = await discord.until("POST", f"/channels/{DM_CHANNEL_ID}/messages")
    assert "may not write" in told.text


async def test_a_full_queue_declines_at_once_and_privately(start: Start, patient: PatientApp) -> None:
    async with start(patient, DiscordSettings(queue=1)) as server:
        waiting = [asyncio.create_task(server.use("ask", question=QUESTION)) for _ in range(WORKERS + 1)]

        def are_taken(_: Request) -> bool:
            return sum(r.path.endswith("/callback") for r in server.requests) == len(waiting)

        await server.until("POST", "/interactions/.*/callback", are_taken)
        declined = await server.use("ask", question=QUESTION)
        assert declined.is_ephemeral
        assert "Many questions are waiting" in declined.text
        patient.go_on.set()
        assert all(ANSWER in quotes(reply.text)[0].text for reply in await asyncio.gather(*waiting))
        assert quotes((await server.use("ask", question=QUESTION)).text)


async def test_a_member_who_asks_too_much_is_told_privately(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(member_per_minute=2)) as server:
        for _ in range(2):
            shown = await server.use("ask", question=QUESTION)
            assert quotes(shown.text)
        declined = await server.use("ask", question=QUESTION)
        assert declined.is_ephemeral
        assert "You have asked many questions" in declined.text
        assert quotes((await server.click(shown, "Context")).text)


async def test_a_message_beyond_the_limit_is_declined_in_a_direct_message(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(channel_per_minute=1)) as server:
        await server.reply_to(await server.say(f"<@100> {QUESTION}"))
        await server.say(f"<@100> {QUESTION}")
        told = await server.until("POST", f"/channels/{DM_CHANNEL_ID}/messages")
        assert "This channel has asked many questions" in told.text
        assert len(answers(server)) == 1


async def test_where_a_member_takes_no_direct_messages_it_is_said_in_the_channel(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(member_per_minute=1)) as server:
        server.fail("POST", f"/channels/{DM_CHANNEL_ID}/messages", 403, body={"message": "Cannot send", "code": 50007})
        await server.reply_to(await server.say(f"<@100> {QUESTION}"))
        told = await server.reply_to(await server.say(f"<@100> {QUESTION}"))
        assert "You have asked many questions" in told.text


def _question() -> dict[str, object]:
    return {"name": "question", "type": 3, "value": QUESTION}
