"""Can an admin change what is set in Discord itself, and does it hold, also after a restart?"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest
import yaml
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import App
from bot.config.server import NAMES
from bot.preview.server.payloads import CHANNEL_ID
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.waiting import until_shown

ASKED = "How long do refunds take?"
MANAGE = 1 << 5
SCOPE, NAME, VALUE = range(3)
"""The selects of the panel, in their order."""


async def test_what_is_chosen_is_shown_before_it_is_saved_and_holds_after_a_restart(start: Start, app: App) -> None:
    async with start(app) as server:
        panel = await server.set()
        assert server.is_private(panel)
        assert "in the channel" in panel.text
        await server.choose(panel, NAME, "place", permissions=MANAGE)
        shown = await server.choose(panel, VALUE, "private", permissions=MANAGE)
        assert "Now: in the channel\nAfter saving: to the asker alone" in shown.text
        assert not server.is_private(await server.use("ask", question=ASKED))
        saved = await server.click(panel, "Save", permissions=MANAGE)
        assert "After saving" not in saved.text
        assert server.is_private(await server.use("ask", question=ASKED))
    async with start(app) as server:
        assert server.is_private(await server.use("ask", question=ASKED))


async def test_what_is_set_for_a_channel_is_discarded_or_taken_back(start: Start, app: App) -> None:
    async with start(app) as server:
        panel = await server.set()
        await server.choose(panel, SCOPE, CHANNEL_ID, permissions=MANAGE)
        await server.choose(panel, NAME, "excerpts", permissions=MANAGE)
        await server.choose(panel, VALUE, "1", permissions=MANAGE)
        await server.click(panel, "Discard", permissions=MANAGE)
        assert (await server.use("ask", question="refunds and parcels")).labels.count("Context") > 1
        await server.choose(panel, VALUE, "1", permissions=MANAGE)
        await server.click(panel, "Save", permissions=MANAGE)
        assert (await server.use("ask", question="refunds and parcels")).labels.count("Context") == 1
        await server.click(panel, "As by default", permissions=MANAGE)
        await server.click(panel, "Save", permissions=MANAGE)
        assert (await server.use("ask", question="refunds and parcels")).labels.count("Context") > 1


async def test_who_shuts_everybody_out_can_let_them_in_again(start: Start, app: App) -> None:
    async with start(app) as server:
        panel = await server.set()
        await server.choose(panel, NAME, "answering", permissions=MANAGE)
        await server.choose(panel, VALUE, "silent", permissions=MANAGE)
        await server.click(panel, "Save", permissions=MANAGE)
        assert "I do not answer in this channel" in (await server.use("ask", question=ASKED)).text
        again = await server.set()
        assert "nothing" in again.text


async def test_every_setting_can_be_chosen_and_each_of_its_values_shown(start: Start, app: App) -> None:
    async with start(app) as server:
        panel = await server.set()
        names = server.values_of(panel, NAME)
        assert len(names) == len(NAMES)
        for name in names:
            assert "As by default" in (await server.choose(panel, NAME, name, permissions=MANAGE)).labels
            for value in server.values_of(panel, VALUE)[:1]:
                assert "After saving: " in (await server.choose(panel, VALUE, value, permissions=MANAGE)).text


async def test_members_cannot_change_anything(start: Start, app: App) -> None:
    async with start(app) as server:
        refused = await server.set(permissions=0)
        assert "Only those who manage the server may do this." in refused.text
        assert not refused.labels


async def test_what_is_set_is_a_file(start: Start, app: App) -> None:
    async with start(app) as server:
        panel = await server.set()
        await server.choose(panel, NAME, "unsure", permissions=MANAGE)
        await server.choose(panel, VALUE, "closest", permissions=MANAGE)
        await server.click(panel, "Save", permissions=MANAGE)
        await server.set("export")
        assert yaml.safe_load(server.files["quoth-settings.yaml"]) == {"server": {"unsure": "closest"}}


async def test_a_file_is_taken_whole_or_its_mistakes_are_told(start: Start, app: App) -> None:
    wrong = b"server:\n  excerpts: many\n  moon: full\n"
    async with start(app) as server, served({"good.yaml": b"server:\n  place: private\n", "wrong.yaml": wrong}) as url:
        told = (await server.set_from(f"{url}/wrong.yaml", len(wrong))).text
        assert "2: server.excerpts" in told
        assert "3: server.moon" in told
        assert not server.is_private(await server.use("ask", question=ASKED))
        assert "to the asker alone" in (await server.set_from(f"{url}/good.yaml", 30)).text
        assert server.is_private(await server.use("ask", question=ASKED))
        assert "already" in (await server.set_from(f"{url}/good.yaml", 30)).text


async def test_a_server_is_told_what_to_do_first(start: Start, app: App, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")

    async def log() -> str:
        return caplog.text

    async with start(app) as server:
        await until_shown(log, lambda said: "Ready as" in said)  # what is known before is no new server
        everyone = server.guild["roles"][0] | {"id": "909"}
        joined = server.guild | {"id": "909", "roles": [everyone], "system_channel_id": CHANNEL_ID}
        del joined["unavailable"]
        await server.dispatch("GUILD_CREATE", joined)
        assert "/settings open" in (await server.until("POST", r"/channels/\d+/messages")).text


@asynccontextmanager
async def served(files: dict[str, bytes]) -> AsyncIterator[str]:
    """The address of a server on this machine with these files."""
    pages = web.Application()
    for name, content in files.items():
        pages.router.add_get(f"/{name}", partial(_file, content))
    async with TestServer(pages) as server:
        yield str(server.make_url("")).rstrip("/")


async def _file(content: bytes, _: web.Request) -> web.Response:
    return web.Response(body=content)
