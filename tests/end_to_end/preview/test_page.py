"""Does the preview look and work as Discord does? Seen in Chromium, at two widths and in both themes."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
WIDE, PHONE = 1280, 390
Opened = Callable[..., AbstractAsyncContextManager[Page]]


@pytest.fixture
def opened(browser: Browser, address: str) -> Opened:
    """A context with the page, which in the end has loaded nothing from elsewhere and told of no error."""

    @asynccontextmanager
    async def page_of(width: int = WIDE, theme: str = "dark") -> AsyncIterator[Page]:
        page = await browser.new_page(
            viewport={"width": width, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
        )
        wrong: list[str] = []
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        own = address.partition("#")[0]
        page.on("request", lambda asked: None if asked.url.startswith(own) else wrong.append(asked.url))
        await page.goto(address)
        await page.wait_for_selector("body[data-ready]")
        yield page
        assert wrong == []
        await page.close()

    return page_of


async def say(page: Page, text: str) -> None:
    await page.fill("#composer textarea", text)
    await page.press("#composer textarea", "Enter")


async def act_as(page: Page, name: str) -> None:
    await page.select_option(
        "#me", label=next(o for o in await page.locator("#me option").all_inner_texts() if name in o)
    )


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
async def test_an_answer_is_shown_with_its_buttons_and_everybody_can_read_and_reach_it(
    opened: Opened, width: int, theme: str
) -> None:
    async with opened(width, theme) as page:
        await say(page, "@Quoth how long do refunds take?")
        answer = page.locator(".message", has=page.get_by_role("button", name="Why this?"))
        assert "Refunds take 14 days" in await answer.inner_text()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = (await Axe().run(page)).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
        SCREENSHOTS.mkdir(exist_ok=True)
        await page.screenshot(path=SCREENSHOTS / f"answer-{width}-{theme}.png")


async def test_a_command_is_filled_in_by_keys_alone_and_a_private_reply_is_seen_by_the_asker_alone(
    opened: Opened,
) -> None:
    async with opened() as page:
        await page.focus("#composer textarea")
        await page.keyboard.type("/ask")
        await page.get_by_role("option", name="/ask").wait_for()
        await page.keyboard.press("Enter")
        await page.keyboard.type("how do I bake a carrot cake?")
        await page.keyboard.press("Tab")
        await page.get_by_role("option", name="faq.md").wait_for()
        await page.keyboard.press("Tab")  # takes the file
        assert await page.input_value("[name=source]") == "faq.md"
        await page.keyboard.press("Enter")
        await page.get_by_text("does not answer").or_(page.get_by_text("do not answer")).first.wait_for()
        await page.get_by_role("button", name="Why this?").click()
        await page.get_by_text("Only you can see this").wait_for()
        await act_as(page, "Sam")
        assert await page.get_by_text("Only you can see this").count() == 0


async def test_a_post_in_the_forum_is_answered_and_marked_as_solved_by_a_helper(opened: Opened) -> None:
    async with opened() as page:
        await page.get_by_role("button", name="help").click()
        await page.fill(".new-post input", "My parcel")
        await page.fill(".new-post textarea", "How long do refunds take?")
        await page.get_by_role("button", name="Post").click()
        await page.get_by_text("Refunds take 14 days").wait_for()
        await act_as(page, "Chloé")
        await page.keyboard.press("Escape")
        await (
            page.locator("[data-id]", has_text="Résolu").or_(page.locator("[data-id]", has_text="Solved")).first.click()
        )
        await page.locator(".beginning .tag", has_text="solved").wait_for()


async def test_buttons_work_after_a_lost_connection_and_a_restart(opened: Opened) -> None:
    async with opened() as page:
        await say(page, "@Quoth how long do refunds take?")
        why = page.get_by_role("button", name="Why this?")
        await why.wait_for()
        await page.get_by_text("Trouble", exact=True).click()
        for trouble in ("Restart the bot", "Drop the connection"):
            before = await page.evaluate("Number(document.body.dataset.logins ?? 0)")
            await page.get_by_role("button", name=trouble).click()
            await page.wait_for_function("before => Number(document.body.dataset.logins ?? 0) > before", arg=before)
        async with opened() as other:  # another page sees the same
            assert await other.get_by_role("button", name="Why this?").count() == 1
        await why.click()
        await page.get_by_text("Only you can see this").wait_for()


async def test_text_of_documents_and_visitors_is_no_markup(opened: Opened) -> None:
    async with opened() as page:
        await say(page, "@Quoth on which days is a parcel sent? <img src=x onerror=alert(1)> <script>alert(2)</script>")
        await page.locator(".container", has_text="Mondays").wait_for()
        assert await page.locator("#log img, #log script, #log iframe").count() == 0
        assert "<script>alert(2)</script>" in await page.locator(".said").first.inner_text()
        assert await page.title() == "Quoth · preview"


async def test_the_inspector_shows_what_was_sent_and_the_limits(opened: Opened) -> None:
    async with opened() as page:
        await say(page, "@Quoth how long do refunds take?")
        answer = page.locator(".message", has=page.get_by_role("button", name="Why this?"))
        await answer.hover()
        await answer.get_by_role("button", name="Inspect").click()
        pane = await page.inner_text("#inspector")
        assert "/ 4000" in pane
        assert '"components"' in pane
        assert "would not take" not in pane


async def test_a_citation_leads_to_its_line_in_the_document(opened: Opened) -> None:
    async with opened() as page:
        await say(page, "@Quoth how long do refunds take?")
        await page.get_by_role("button", name="Open faq.md at line 3").click()
        assert await page.locator(".lines .is-cited").inner_text() == "## Refunds"
        assert await page.locator(".lines .is-heading").count() == 3
        assert await page.locator(".lines img, .lines script").count() == 0
        await page.get_by_role("button", name="All documents").click()
        await page.get_by_role("button", name="faq.md", exact=True).wait_for()
