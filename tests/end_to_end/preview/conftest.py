"""The preview over a small folder, and a headless Chromium that looks at it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from playwright.async_api import Browser, async_playwright

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.preview.runner import running
from retrieval import Library, RetrievalSettings
from tests.fakes.openapi import described

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
TEXT = """# Our shop

## Refunds

Refunds take 14 days after the parcel has reached us.

## Parcels

A parcel is sent on Mondays and on Thursdays only. <img src=x onerror="document.title='pwned'">
<script>alert(1)</script>
![a picture](https://example.org/picture.png) of the parcel hatch stands beside the door.
"""


@pytest.fixture
async def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """Where the preview over the small folder is, with the secret."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "faq.md").write_text(TEXT, encoding="utf-8")
    app = App(Library(folder, RetrievalSettings()), excerpts=3, words=150)
    description = described()
    async with running(app, DiscordSettings(), check=description.complaints if description else None) as address:
        yield address


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium of the system."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("there is no chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        await browser.close()
