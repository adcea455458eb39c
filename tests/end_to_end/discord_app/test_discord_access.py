"""Does nobody outside read a word of the documents, whichever way they try?"""

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server import payloads
from bot.preview.server.messages import Request
from bot.preview.server.payloads import CHANNEL_ID, DM_CHANNEL_ID, OTHER_MEMBER
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_markdown import quotes

QUESTION = "How long do refunds take?"
ELSEWHERE = DiscordSettings(servers=(999,), question_channels=(int(CHANNEL_ID),), direct_messages="members")
WITH_ROLE = DiscordSettings(roles=(320,))
DIRECT = f"/channels/{DM_CHANNEL_ID}/messages"


def shows_nothing(*replies: Request) -> bool:
    return all("14 days" not in reply.text and not quotes(reply.text) and reply.is_ephemeral for reply in replies)


@pytest.mark.parametrize(
    ("settings", "why"), [(ELSEWHERE, "not meant for this server"), (WITH_ROLE, "with certain roles")]
)
async def test_outside_nobody_reads_a_word(start: Start, app: App, settings: DiscordSettings, why: str) -> None:
    async with start(app) as server:
        shown = await server.use("ask", question=QUESTION)
        listed = await server.use("sources")
    async with start(app, settings) as server:
        asked = await server.use("ask", question=QUESTION)
        assert why in asked.text
        quoted = await server.use("quote", file="faq.md")
        summary = await server.use("summary", file="faq.md")
        menu = await server.open_menu("Ask the documents", await server.say(QUESTION))
        pressed = [await server.click(shown, label) for label in ("Context", "Why this?")]
        assert shows_nothing(asked, quoted, summary, menu, *pressed)
        assert await server.complete("ask", "source", "f", question="x") == []
        assert await server.complete("quote", "place", "R", file="faq.md") == []
        assert "faq.md" in listed.text
        await server.say(f"<@100> {QUESTION}")
        assert why in (await server.until("POST", DIRECT)).text
        await server.say(QUESTION)
        await server.say(QUESTION, direct=True)
        told = await server.until("POST", DIRECT, lambda request: "only to members" in request.text)
        assert "14 days" not in told.text
        assert all(request.path == DIRECT for request in server.spoken)


async def test_inside_everything_is_as_it_was(start: Start, app: App) -> None:
    settings = DiscordSettings(servers=(300,), direct_messages="members")
    async with start(app, settings) as server:
        assert quotes((await server.use("ask", question=QUESTION)).text)
        assert quotes((await server.reply_to(await server.say(f"<@100> {QUESTION}"))).text)
        assert quotes((await server.reply_to(await server.say(QUESTION, direct=True))).text)
        await server.say(QUESTION, direct=True, author=OTHER_MEMBER)
        assert "only to members" in (await server.until("POST", DIRECT, lambda r: "members" in r.text)).text


async def test_direct_messages_may_be_switched_off(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(direct_messages="nobody")) as server:
        await server.say(QUESTION, direct=True)
        assert "no direct messages" in (await server.until("POST", DIRECT)).text


async def test_members_with_the_role_may_ask(start: Start, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    role = payloads.GUILD["roles"][0] | {"id": "320", "name": "reader"}
    monkeypatch.setitem(payloads.GUILD, "roles", [*payloads.GUILD["roles"], role])
    async with start(app, WITH_ROLE) as server:
        reader = payloads.member(payloads.MEMBER_USER) | {"roles": ["320"]}
        server.members[payloads.MEMBER_ID] = reader
        author = payloads.MEMBER_USER
        asked = await server.say(f"<@100> {QUESTION}", author=author, member=reader)
        assert quotes((await server.reply_to(asked)).text)
        assert quotes((await server.reply_to(await server.say(QUESTION, direct=True))).text)


async def test_who_may_not_ask_any_more_gets_no_answer_by_an_edit(
    start: Start, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = payloads.GUILD["roles"][0] | {"id": "320", "name": "reader"}
    monkeypatch.setitem(payloads.GUILD, "roles", [*payloads.GUILD["roles"], role])
    async with start(app, WITH_ROLE) as server:
        reader = payloads.member(payloads.MEMBER_USER) | {"roles": ["320"]}
        asked = await server.say(f"<@100> {QUESTION}", member=reader)
        answer = await server.reply_to(asked)
        server.messages[asked]["member"] = payloads.member(payloads.MEMBER_USER)
        await server.edit(asked, "<@100> How long do refunds of parcels take?")
        server.messages[asked]["member"] = reader
        await server.edit(asked, "<@100> When is a parcel sent?")
        edited = await server.until("PATCH", f"/channels/.*/messages/{answer.message_id}")
        assert "When is a parcel sent?" in edited.text


async def test_the_bot_leaves_other_servers_where_that_is_set(start: Start, app: App) -> None:
    async with start(app, DiscordSettings(servers=(999,), other_servers="leave")) as server:
        assert await server.until("DELETE", "/users/@me/guilds/300")
