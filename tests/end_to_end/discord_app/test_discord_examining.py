"""Does the doctor find what is not well, and does the invitation ask for no more than is needed?"""

import asyncio
from urllib.parse import parse_qs, urlparse

import pytest

from bot.discord_app import DiscordSettings, examine, invitation
from bot.discord_app.delivery.sending import PERMISSIONS
from bot.preview.server import payloads
from bot.preview.server.server import TOKEN
from bot.services.health import Finding
from tests.fakes.discord_member import Discord

NEEDED = str(PERMISSIONS.value)
MESSAGE_CONTENT = 1 << 18


async def examined(token: str = TOKEN, **settings: object) -> dict[str, Finding]:
    found = await asyncio.to_thread(examine, token, DiscordSettings.model_validate(settings))
    return {finding.name: finding for finding in found}


async def test_the_invitation_has_the_least_permissions_and_both_scopes(server: Discord) -> None:
    link = urlparse(await asyncio.to_thread(invitation, TOKEN))
    asked = parse_qs(link.query)
    assert link.netloc == "discord.com"
    assert asked["client_id"] == [payloads.APPLICATION_ID]
    assert asked["scope"] == ["bot applications.commands"]
    react, view, send, history, in_threads = 1 << 6, 1 << 10, 1 << 11, 1 << 16, 1 << 38
    assert int(asked["permissions"][0]) == react | view | send | history | in_threads
    assert server.requests


async def test_a_bot_with_all_it_needs_is_well(server: Discord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(payloads.OWN_GUILD, "permissions", NEEDED)
    monkeypatch.setitem(payloads.APPLICATION, "flags", MESSAGE_CONTENT)
    found = await examined(question_channels=(301,))
    assert all(finding.is_well for finding in found.values())
    assert server.requests


async def test_missing_permissions_are_named_with_their_server_and_the_remedy(server: Discord) -> None:
    servers = (await examined())["Servers"]
    assert not servers.is_well
    assert "A server (" in servers.found
    assert "send messages in threads" in servers.found
    assert "https://discord.com/oauth2/authorize" in servers.remedy
    assert server.requests


async def test_missing_message_content_matters_only_where_question_channels_are_set(server: Discord) -> None:
    assert (await examined())["Intents"].is_well
    found = (await examined(question_channels=(301,)))["Intents"]
    assert not found.is_well
    assert "switch on Message Content Intent" in found.remedy
    assert server.requests


async def test_a_wrong_token_is_found(server: Discord, caplog: pytest.LogCaptureFixture) -> None:
    found = await examined(TOKEN[::-1])
    assert list(found) == ["Token"]
    assert not found["Token"].is_well
    assert await asyncio.to_thread(invitation, TOKEN[::-1]) == ""
    assert "does not accept" in caplog.text
    assert TOKEN[::-1] not in caplog.text
    assert server.requests == []


async def test_who_may_use_the_bot_is_told_with_how_to_change_that(
    server: Discord, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = (await examined())["Access"]
    assert "anybody can invite" in public.found
    assert "discord.servers" in public.remedy
    monkeypatch.setitem(payloads.APPLICATION, "bot_public", False)
    assert "only who owns" in (await examined())["Access"].found
    assert "discord.servers may" in (await examined(servers=(300,)))["Access"].found
    assert server.requests
