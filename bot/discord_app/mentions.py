"""Which messages are questions to Quoth? Direct messages, and messages that mention it."""

import re

import discord


def question_in(message: discord.Message, me: discord.ClientUser) -> str | None:
    """The message's text without the mention of me, perhaps ""; None if the message is not for me."""
    if message.author.bot or message.webhook_id is not None or message.is_system():
        return None
    if message.guild is not None and me not in message.mentions:
        return None
    return " ".join(re.sub(rf"<@!?{me.id}>", " ", message.content).split())
