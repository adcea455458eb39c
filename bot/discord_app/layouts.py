"""How does a reply look in Discord? Reply → a Components V2 layout: one container with a coloured edge."""

import discord
from discord import ui

from bot.discord_app.fitting import blocks_of
from bot.replies import Reply

_FOUND = discord.Colour.green()
_NOT_FOUND = discord.Colour.orange()
_ASIDE = discord.Colour.light_grey()


def layout_of(reply: Reply) -> ui.LayoutView:
    """The message that shows the reply, within Discord's limits. It has no live parts."""
    colour = _ASIDE if reply.private else _FOUND if reply.found else _NOT_FOUND
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*(ui.TextDisplay(block) for block in blocks_of(reply)), accent_colour=colour))
    return view
