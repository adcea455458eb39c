"""What was asked before? A reply to an answer, and a member's next question in a thread, follow on from it."""

import logging

import discord

from bot.discord_app.messages.shown_question import Kept, kept_in
from bot.replies.following import earlier_of

log = logging.getLogger(__name__)

_LOOKED_BACK = 20  # messages of a thread


async def asked_before(message: discord.Message, me: discord.ClientUser) -> str:
    """The question that this message follows on, with what that one followed on itself; "" if there is none."""
    try:
        if message.reference is not None:
            return _told(_question_of(await replied_to(message), me))
        if isinstance(message.channel, discord.Thread):
            async for earlier in message.channel.history(limit=_LOOKED_BACK, before=message):
                kept = _question_of(earlier, me)
                if kept and kept.asker == message.author.id:
                    return _told(kept)
    except discord.HTTPException as error:
        log.info("What was asked before in channel %s cannot be read: %s", message.channel.id, error)
    return ""


async def replied_to(message: discord.Message) -> discord.Message | None:
    """The message that this one replies to, if it replies and that one still stands. Raises discord.HTTPException."""
    if message.reference is None or message.reference.message_id is None:
        return None
    known = message.reference.resolved
    if known is None:
        known = await message.channel.fetch_message(message.reference.message_id)
    return known if isinstance(known, discord.Message) else None


def _question_of(message: discord.Message | None, me: discord.ClientUser) -> Kept | None:
    return kept_in(message) if message is not None and message.author.id == me.id else None


def _told(kept: Kept | None) -> str:
    return earlier_of(kept.question, kept.earlier) if kept else ""
