"""What does the bot say in a server that it has joined? What to do first, once, to whoever invited it or to all."""

import discord

from bot.discord_app.delivery.sending import UNSENT, notice
from bot.wording import answering, texts

LOOKED_AT = 5
"""Entries of the audit log that are looked through for who invited the bot."""


async def welcome(server: discord.Guild) -> None:
    """Tell whoever invited the bot, if the audit log says who and they can be written to; else the system channel."""
    with answering(str(server.preferred_locale), ""):
        said = texts().server.welcome
    inviter = await _inviter(server)
    for place in (inviter, server.system_channel):
        if place is None:
            continue
        try:
            await place.send(view=notice(said), allowed_mentions=discord.AllowedMentions.none())
        except UNSENT:
            continue
        return


async def _inviter(server: discord.Guild) -> discord.Member | discord.User | None:
    if server.me is None or not server.me.guild_permissions.view_audit_log:
        return None
    try:
        async for entry in server.audit_logs(limit=LOOKED_AT, action=discord.AuditLogAction.bot_add):
            if entry.target is not None and entry.target.id == server.me.id:
                return entry.user
    except UNSENT:
        pass
    return None
