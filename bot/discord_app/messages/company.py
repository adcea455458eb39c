"""Are people talking among themselves? Then Quoth does not speak up, whatever is asked."""

import logging
from datetime import timedelta

import discord

log = logging.getLogger(__name__)

_LOOKED_BACK = 20  # messages
_TALK = timedelta(minutes=10)
"""How long what was said in a channel is part of the same talk; in a thread all is."""


async def is_among_people(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether the one who asks is in a talk with others, who answer better than a machine that was not asked.

    In a channel: whether one spoke before, and another person since. In a thread or post: whether it is another's, or
    anybody but its owner has spoken, the bot included, which answers there once unasked. Where a thread's history
    cannot be read, nobody knows, and the bot keeps out.
    """
    channel = message.channel
    is_thread = isinstance(channel, discord.Thread)
    if isinstance(channel, discord.Thread):
        if channel.owner_id != message.author.id:
            return True
        if channel.id == message.id:  # the first message of a post
            return False
    after = None if is_thread else message.created_at - _TALK
    has_other_spoken = False
    try:
        async for earlier in channel.history(limit=_LOOKED_BACK, before=message, after=after, oldest_first=False):
            is_other = earlier.author.id == me.id if earlier.author.bot else earlier.author.id != message.author.id
            if is_thread and is_other:
                return True
            if not is_thread and not earlier.author.bot:
                if has_other_spoken and not is_other:
                    return True
                has_other_spoken = has_other_spoken or is_other
    except discord.HTTPException as error:
        log.info("What was said before in channel %s cannot be read: %s", channel.id, error)
        return is_thread
    return False
