"""Which messages are for Quoth? Direct messages, mentions, and in question channels what asks everybody."""

import re
from dataclasses import dataclass

import discord

from bot.replies.manners import reads_like_question
from bot.replies.named import named

_OTHERS = re.compile(r"<(?:a?:(?P<emoji>\w+):\d+|(?P<sign>@[!&]?|#)(?P<id>\d+))>")


@dataclass(frozen=True, slots=True)
class Call:
    """What is said to the bot (perhaps ""), with the names in it marked; `unasked` where nobody said it to the bot."""

    text: str
    unasked: bool = False


def call_in(message: discord.Message, me: discord.ClientUser, *, hears_all: bool = False) -> Call | None:
    """What the message says to the bot, or what it asks everybody where the bot `hears_all`; None if neither."""
    if message.author.bot or message.webhook_id is not None or message.is_system():
        return None
    if message.guild is None or me in message.mentions or _own_role(message) in message.role_mentions:
        return Call(said_in(message, me))
    if not hears_all:
        return None
    text = said_in(message, me)
    # who talks to somebody else, by a mention or a reply, does not ask the bot
    to_somebody = message.mentions or message.role_mentions or message.reference is not None
    return Call(text, unasked=True) if not to_somebody and (is_post(message) or reads_like_question(text)) else None


def said_in(message: discord.Message, me: discord.ClientUser) -> str:
    """The text of the message without the mention of me, and others by their names; a post has its title before it."""
    own = _own_role(message)

    def by_name(match: re.Match[str]) -> str:
        if match["emoji"]:
            return named(f":{match['emoji']}:")
        number = int(match["id"])
        if match["sign"] == "#":
            channel = message.guild.get_channel_or_thread(number) if message.guild else None
            return named(f"#{channel.name}") if channel else " "
        if number == me.id or (own and number == own.id):
            return " "
        if match["sign"] == "@&":
            role = message.guild.get_role(number) if message.guild else None
            return named(f"@{role.name}") if role else " "
        member = discord.utils.get(message.mentions, id=number)
        return named(f"@{member.display_name}") if member else " "

    text = _OTHERS.sub(by_name, message.content)
    if is_post(message) and isinstance(message.channel, discord.Thread):
        title = message.channel.name.strip()
        text = f"{title}{'' if title.endswith(('?', '.', '!')) else '.'} {text}"
    return " ".join(text.split())


def is_post(message: discord.Message) -> bool:
    """Whether the message opens a post in a forum."""
    channel = message.channel
    return isinstance(channel, discord.Thread) and channel.id == message.id


def _own_role(message: discord.Message) -> discord.Role | None:
    """The role that Discord made for the bot; a mention of it is one of the bot."""
    return message.guild.self_role if message.guild else None
