"""Where does the answer to a message go, and what where there is none? As is set for the channel."""

import contextlib
from typing import Literal

import discord

from bot.config.server import ServerSettings
from bot.discord_app.delivery.sending import UNSENT, react, reply_with
from bot.wording import texts

MAX_NAME = 100
"""Characters of a thread's name. Source: https://discord.com/developers/docs/resources/channel"""


async def answer_to(
    message: discord.Message, view: discord.ui.LayoutView, place: Literal["channel", "thread", "private"]
) -> discord.Message | None:
    """Send the view in a thread of the message, to its author, or as a reply, where neither can be, too.

    Raises discord.Forbidden where the bot may not write; other failures are logged, and None.
    """
    if place == "private" and message.guild is not None:
        with contextlib.suppress(*UNSENT):
            return await message.author.send(view=view)
    if place == "thread" and isinstance(message.channel, discord.TextChannel):
        with contextlib.suppress(*UNSENT):
            name = " ".join(message.clean_content.split())[:MAX_NAME].strip() or texts().ask_me
            thread = await message.create_thread(name=name)
            return await thread.send(view=view, suppress_embeds=True)
    return await reply_with(message, view)


async def when_unsure(message: discord.Message, here: ServerSettings) -> None:
    """Do what is set for a question to everybody whose answer is not sure: a sign, a call for helpers, or nothing."""
    if here.unsure == "emoji":
        await react(message, here.emoji)
    elif here.unsure == "helpers" and here.helper_roles:
        called = " ".join(f"<@&{role}>" for role in here.helper_roles)
        pings = discord.AllowedMentions(
            everyone=False, users=False, roles=[discord.Object(r) for r in here.helper_roles]
        )
        with contextlib.suppress(*UNSENT):
            await message.reply(
                texts().server.helpers_called.format(roles=called), allowed_mentions=pings, mention_author=False
            )
