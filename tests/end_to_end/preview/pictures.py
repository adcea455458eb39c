"""How do the README's pictures come about? `python -m tests.end_to_end.preview.pictures` makes them from the seeds."""

import asyncio
import shutil
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.app import App
from bot.config.discord import DiscordSettings
from bot.preview.runner import running
from retrieval import Library, RetrievalSettings

ROOT = Path(__file__).parents[3]
PICTURES = ROOT / "examples" / "pictures"


async def main() -> None:
    """Ask as the README does, and take a picture of each reply."""
    app = App(Library(ROOT / "seeds", RetrievalSettings()), excerpts=3, words=150)
    async with running(app, DiscordSettings()) as address, async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await chromium.new_page(viewport={"width": 1100, "height": 720}, color_scheme="dark")
        await page.goto(address)
        await page.wait_for_selector("body[data-ready]")
        await _say(page, "@Quoth what did Trump call Zelenskyy?", 1)
        await page.screenshot(path=PICTURES / "preview.png")
        await page.set_viewport_size({"width": 1000, "height": 2400})
        await _say(page, "@Quoth how do I bake a carrot cake?", 2)
        await page.locator("article .container").last.screenshot(path=PICTURES / "refusal.png")
        await page.fill("#composer textarea", "/summary")
        await page.keyboard.press("Enter")
        await page.fill("[name=topic]", "NATO")
        await page.select_option("[name=length]", "short")
        await page.get_by_role("button", name="Send").click()
        await page.locator("article .container").nth(2).wait_for()
        await page.locator("article .container").last.screenshot(path=PICTURES / "summary.png")
        await chromium.close()


async def _say(page: Page, text: str, number: int) -> None:
    await page.fill("#composer textarea", text)
    await page.keyboard.press("Enter")
    await page.locator("article .container").nth(number - 1).wait_for()


if __name__ == "__main__":
    asyncio.run(main())
