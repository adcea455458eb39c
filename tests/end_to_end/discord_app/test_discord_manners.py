"""Does the bot know when to be silent, and when a short sign is enough?"""

import gc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord import Message

from bot.app import App
from bot.discord_app import DiscordSettings
from bot.preview.server.payloads import CHANNEL_ID, FORUM_ID, MEMBER_USER, OTHER_MEMBER, OWN_ROLE_ID, THREAD_ID
from tests.end_to_end.discord_app.conftest import Start, app_over
from tests.fakes.discord_markdown import quotes, render
from tests.fakes.discord_member import Discord

QUESTION = "How long do refunds take?"
QUOTED = "Refunds\n\nRefunds take 14 days after the parcel has reached us."
LISTED = DiscordSettings(question_channels=(int(CHANNEL_ID), int(FORUM_ID)), unsure_emoji="👀")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "faq.md").write_text(
        "# Our shop\n\n## Refunds\n\nRefunds take 14 days after the parcel has reached us.\n\n"
        "## Parcels\n\nA parcel is sent on Mondays and on Thursdays only, and never tonight.\n\n"
        "## How do I get a badge?\n\nAsk at the counter for a badge; you can see that it works at the door.\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
async def listed(start: Start, app: App) -> AsyncIterator[Discord]:
    """Discord with the bot, where questions in the channel and the forum are answered unasked."""
    async with start(app, LISTED) as server:
        yield server


TALK = [
    "are you coming tonight?",
    "did you see that?",
    "is anyone up for a game?",
    "how are you?",
    "did that work for you?",
    "was the parcel nice, Bob?",
]


@pytest.mark.parametrize("talk", TALK)
async def test_in_a_question_channel_talk_gets_at_most_an_emoji(listed: Discord, talk: str) -> None:
    assert await listed.reaction_to(await listed.say(talk)) == "👀"
    assert listed.spoken == []


@pytest.mark.parametrize("question", [QUESTION, "hi, how do I get a badge", "hello all! when is a parcel sent, pls?"])
async def test_a_question_with_a_greeting_before_it_is_one(listed: Discord, question: str) -> None:
    assert quotes((await listed.reply_to(await listed.say(question))).text)


async def test_who_talks_with_somebody_is_not_interrupted(listed: Discord) -> None:
    await listed.say("my parcel is late")
    first = await listed.say("they are slow this week", author=OTHER_MEMBER)
    reference = {"type": 0, "message_id": first, "channel_id": CHANNEL_ID, "guild_id": "300"}
    await listed.say("when is a parcel sent, then?")
    await listed.say(QUESTION, type=19, message_reference=reference)
    await listed.until("GET", f"/channels/{CHANNEL_ID}/messages")
    await listed.use("ask", question=QUESTION)
    assert listed.spoken == []


async def test_another_question_of_the_same_member_is_answered(listed: Discord) -> None:
    await listed.reply_to(await listed.say(QUESTION))
    assert quotes((await listed.reply_to(await listed.say("When is a parcel sent?"))).text)


async def test_the_title_of_a_post_and_its_first_message_are_the_question(listed: Discord) -> None:
    post = await listed.post("How long do refunds take", "I sent my parcel back last week, hi all")
    reply = await listed.reply_to(post)
    assert reply.path == f"/channels/{post}/messages"
    assert quotes(reply.text)[0].text == QUOTED
    assert render(reply.blocks[0]).text.startswith("How long do refunds take. I sent")


async def test_a_post_is_answered_once_and_helpers_are_left_to_it(listed: Discord) -> None:
    post = await listed.post(QUESTION, "I want to know")
    await listed.reply_to(post)
    await listed.say("When is a parcel sent?", channel=post)
    await listed.say("How long do refunds take?", channel=post, author=OTHER_MEMBER)
    await listed.until("GET", f"/channels/{post}/messages")
    await listed.use("ask", question=QUESTION)
    assert len(listed.spoken) == 1
    assert quotes((await listed.reply_to(await listed.say(f"<@100> {QUESTION}", channel=post))).text)


@pytest.mark.parametrize("said", ["what is this about?", "who are you", "what can you do?", "help", "wer bist du?"])
async def test_who_asks_about_the_bot_learns_what_it_knows_and_how_to_ask(discord: Discord, said: str) -> None:
    shown = render((await discord.reply_to(await discord.say(f"<@100> {said}"))).text).text
    assert "I am Quoth" in shown
    assert "Refunds take 14 days" in shown
    assert "How do I get a badge?" in shown
    assert "/ask" in shown


@pytest.mark.parametrize("asked", ["who are you?", "Hi, who are you", "What can you do?", "what is this about?"])
async def test_a_document_that_answers_the_question_itself_goes_before_talk(
    start: Start, corpus: Path, asked: str
) -> None:
    about = "# About\n\n## Who are you?\n\nWe are the seals of the bay.\n\n**What can you do?** We swim and dive.\n\n"
    (corpus / "about.md").write_text(about + "## What is this about\n\nIt is about fish.\n", encoding="utf-8")
    expected = {"who": "We are the seals of the bay.", "can": "We swim and dive.", "this": "It is about fish."}
    async with start(app_over(corpus)) as server:
        reply = await server.reply_to(await server.say(f"<@100> {asked}"))
    (shown,) = quotes(reply.text)
    assert next(said for word, said in expected.items() if word in asked) in shown.text
    assert "I am Quoth" not in reply.text


@pytest.mark.parametrize(
    "said",
    ["thanks!", "👍", "<:ok:123>", "danke dir", "great, thank you so much", "that helped, ty", "hm ok", "+1", "lol"],
)
async def test_thanks_for_an_answer_get_a_sign(discord: Discord, said: str) -> None:
    answer = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert await discord.reaction_to(await discord.say(f"<@100> {said}", answering=answer)) == "👍"
    assert len(discord.spoken) == 1


@pytest.mark.parametrize(
    "said", ["lol that is wrong", "wrong", "das stimmt nicht", "nope", "that's not what I asked", "are you sure?", "-1"]
)
async def test_that_an_answer_is_wrong_is_noted(discord: Discord, said: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")
    answer = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    assert await discord.reaction_to(await discord.say(f"<@100> {said}", answering=answer)) == "📝"
    assert len(discord.spoken) == 1
    assert f"calls the answer of message {answer.message_id} wrong" in caplog.text


async def test_names_are_shown_and_not_searched_for(discord: Discord) -> None:
    asked = await discord.say(
        "<@100> <@202> how long do refunds take <:parcel:123> <#301>? pls, thx in advance",
        mentions=[{"id": "100", "username": "Quoth", "discriminator": "0", "avatar": None}, OTHER_MEMBER],
    )
    reply = await discord.reply_to(asked)
    assert quotes(reply.text)[0].text == QUOTED
    shown = render(reply.blocks[0]).text.replace("\u2063", "")
    assert shown == "@Bob how long do refunds take :parcel: #general? pls, thx in advance"
    assert render(reply.text).live == []
    why = render((await discord.click(reply, "Why this?")).text).text
    assert "Bob" not in why
    assert "parcel" not in why.partition("faq.md")[0]


async def test_links_roles_and_courtesy_are_no_words_of_a_question(discord: Discord) -> None:
    asked = "<@100> hello! see https://badge.example/counter <@&999> how long do refunds take? many thanks"
    reply = await discord.reply_to(await discord.say(asked))
    assert [quote.text for quote in quotes(reply.text)] == [QUOTED]
    assert render(reply.text).live == []
    why = render((await discord.click(reply, "Why this?")).text).text
    assert not any(word in why for word in ("badge", "counter", "hello", "thanks", "example"))


async def test_an_edited_question_of_a_question_channel_has_its_answer_edited(listed: Discord) -> None:
    asked = await listed.say(QUESTION)
    answer = await listed.reply_to(asked)
    await listed.edit(asked, "When is a parcel sent?")
    edited = await listed.until("PATCH", f"/channels/{CHANNEL_ID}/messages/{answer.message_id}")
    assert "Mondays" in quotes(edited.text)[0].text
    assert listed.spoken == [answer]


async def test_the_role_of_the_bot_is_a_mention_of_it(discord: Discord) -> None:
    reply = await discord.reply_to(await discord.say(f"<@&{OWN_ROLE_ID}> {QUESTION}"))
    assert quotes(reply.text)[0].text == QUOTED
    assert render(reply.blocks[0]).text == QUESTION


async def test_a_bare_mention_in_reply_to_a_question_answers_it(discord: Discord) -> None:
    asked = await discord.say(QUESTION, author=OTHER_MEMBER)
    reference = {"type": 0, "message_id": asked, "channel_id": CHANNEL_ID, "guild_id": "300"}
    mention = await discord.say("<@100>", type=19, message_reference=reference)
    assert quotes((await discord.reply_to(mention)).text)[0].text == QUOTED


async def test_the_answer_of_an_edited_question_is_edited(discord: Discord) -> None:
    asked = await discord.say(f"<@100> {QUESTION}")
    answer = await discord.reply_to(asked)
    await discord.edit(asked, "<@100> When is a parcel sent?")
    edited = await discord.until("PATCH", f"/channels/{CHANNEL_ID}/messages/{answer.message_id}")
    assert "Mondays" in quotes(edited.text)[0].text
    assert len(discord.spoken) == 1


async def test_the_next_question_of_another_member_starts_afresh(discord: Discord) -> None:
    await discord.reply_to(await discord.say(f"<@100> {QUESTION}", channel=THREAD_ID))
    other = await discord.reply_to(await discord.say("<@100> and parcels?", channel=THREAD_ID, author=OTHER_MEMBER))
    assert "asked before" not in other.text
    own = await discord.reply_to(await discord.say("<@100> and parcels?", channel=THREAD_ID, author=MEMBER_USER))
    assert "asked before: How long do refunds take" in render(own.text).text


async def test_a_new_subject_starts_afresh_and_the_chain_stays_short(discord: Discord) -> None:
    answer = await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
    fresh = await discord.reply_to(await discord.say("<@100> When is a parcel sent?", answering=answer))
    assert "asked before" not in fresh.text
    for _ in range(6):
        answer = await discord.reply_to(
            await discord.say(
                "<@100> and what about the refunds that took longer than that, and who pays for them?", answering=answer
            )
        )
    assert len(render(answer.text.partition("asked before")[2].partition("\n")[0]).text) < 330


async def test_of_an_answer_only_its_number_is_remembered(discord: Discord) -> None:
    for _ in range(4):
        await discord.reply_to(await discord.say(f"<@100> {QUESTION}"))
        discord.requests.clear()
    gc.collect()
    held = [one for one in gc.get_objects() if type(one) is Message and getattr(one, "components", None)]
    assert len(held) <= 1  # the last one may still be on its way
