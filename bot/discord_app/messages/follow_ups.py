"""What was asked before? A reply to an answer, and the next question in a thread, follow on from what Discord keeps."""

import logging

import discord

from bot.discord_app.messages.shown_question import Kept, kept_in

log = logging.getLogger(__name__)

_LOOKED_BACK = 20  # messages of a thread


async def asked_before(message: discord.Message, me: discord.ClientUser) -> str:
    """The question that this message follows on, with what that one followed on itself; "" if there is none."""
    try:
        if message.reference is not None and message.reference.message_id is not None:
            answer = message.reference.resolved or await message.channel.fetch_message(message.reference.message_id)
            return _told(_question_of(answer, me))
        if isinstance(message.channel, discord.Thread):
            async for earlier in message.channel.history(limit=_LOOKED_BACK, before=message):
                if kept := _question_of(earlier, me):
                    return _told(kept)
    except discord.HTTPException as error:
        log.info("What was asked before in channel %s cannot be read: %s", message.channel.id, error)
    return ""


def _question_of(message: discord.Message | discord.DeletedReferencedMessage, me: discord.ClientUser) -> Kept | None:
    return kept_in(message) if isinstance(message, discord.Message) and message.author.id == me.id else None


def _told(kept: Kept | None) -> str:
    return " ".join(filter(None, (kept.question, kept.earlier))) if kept else ""
