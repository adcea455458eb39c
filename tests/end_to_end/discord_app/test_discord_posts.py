"""How is a post in a forum answered and marked?"""

from collections.abc import AsyncIterator

import pytest

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server import payloads
from bot.preview.server.payloads import FORUM_ID, OTHER_MEMBER
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
SET = DiscordSettings(
    question_channels=(int(FORUM_ID),),
    helper_roles=(320,),
    solved_tag="Solved",
    needs_person_tag="needs a person",
    solved_title="[solved] ",
)


@pytest.fixture
async def forum(start: Start, app: App) -> AsyncIterator[Discord]:
    """Discord with a forum where the bot answers."""
    async with start(app, SET) as server:
        yield server


async def test_the_author_marks_a_post_with_the_button(forum: Discord) -> None:
    post = await forum.post(QUESTION, "please help")
    answer = await forum.reply_to(post)
    told = await forum.press_in_post(answer, "Solved", post)
    assert "marked as solved" in told.text
    assert not told.is_ephemeral
    assert forum.threads[post]["name"] == f"[solved] {QUESTION}"
    assert forum.threads[post]["applied_tags"] == ["501"]


async def test_the_author_marks_a_post_with_the_command(forum: Discord) -> None:
    post = await forum.post(QUESTION, "please help")
    await forum.reply_to(post)
    assert "marked as solved" in (await forum.use_in_post("solved", post)).text
    assert forum.threads[post]["applied_tags"] == ["501"]


async def test_from_needs_a_person_on_the_bot_is_silent(forum: Discord) -> None:
    post = await forum.post(QUESTION, "please help")
    told = await forum.press_in_post(await forum.reply_to(post), "Needs a person", post)
    assert "keep quiet" in told.text
    assert forum.threads[post]["applied_tags"] == ["502"]
    await forum.say("When is a parcel sent?", channel=post)
    await forum.until("GET", f"/channels/{post}/messages")
    await forum.use("ask", question=QUESTION)
    assert len(forum.spoken) == 1


async def test_until_a_helper_replies_the_author_is_answered_and_from_then_on_not(forum: Discord) -> None:
    alone, helped = [await forum.post("Good morning to all of you", "I am new here") for _ in range(2)]
    await forum.say("welcome, what do you want to know?", channel=helped, author=OTHER_MEMBER)
    asked = [await forum.say(QUESTION, channel=post) for post in (helped, alone)]
    answer = await forum.reply_to(asked[1])
    await forum.until("GET", f"/channels/{helped}/messages")
    await forum.use("ask", question=QUESTION)
    assert forum.spoken == [answer]


async def test_others_cannot_mark_it_but_helpers_can(start: Start, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    role = payloads.GUILD["roles"][0] | {"id": "320", "name": "helper"}
    monkeypatch.setitem(payloads.GUILD, "roles", [*payloads.GUILD["roles"], role])
    async with start(app, SET) as forum:
        await _others_then_helpers(forum)


async def _others_then_helpers(forum: Discord) -> None:
    post = await forum.post(QUESTION, "please help")
    answer = await forum.reply_to(post)
    told = await forum.press_in_post(answer, "Solved", post, by=OTHER_MEMBER)
    assert told.is_ephemeral
    assert "Only the author" in told.text
    assert forum.threads[post]["applied_tags"] == []
    helper = payloads.member(OTHER_MEMBER) | {"roles": ["320"]}
    assert "marked as solved" in (await forum.use_in_post("solved", post, member=helper)).text


async def test_without_the_right_to_edit_it_says_which_is_missing(forum: Discord) -> None:
    post = await forum.post(QUESTION, "please help")
    answer = await forum.reply_to(post)
    forum.fail("PATCH", f"/channels/{post}", 403, body={"message": "Missing Permissions", "code": 50013})
    told = await forum.press_in_post(answer, "Solved", post)
    assert told.is_ephemeral
    assert "Manage Threads" in told.text


async def test_elsewhere_there_is_nothing_to_mark(forum: Discord) -> None:
    assert "posts in a forum" in (await forum.use("solved")).text
