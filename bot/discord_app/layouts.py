"""How does a reply look in Discord? Reply → a Components V2 layout: one container with a coloured edge."""

from typing import Any

import discord
from discord import ui

from bot.discord_app import buttons
from bot.discord_app.fitting import Block, blocks_of
from bot.replies import Reply

_FOUND = discord.Colour.green()
_NOT_FOUND = discord.Colour.orange()
_ASIDE = discord.Colour.light_grey()


def layout_of(reply: Reply, *, asker: int | None = None) -> ui.LayoutView:
    """The message that shows the reply, within Discord's limits. `asker` may dismiss it (None: nobody needs to)."""
    colour = _ASIDE if reply.private else _FOUND if reply.found else _NOT_FOUND
    rows = buttons.of_reply(reply, asker)
    blocks = blocks_of(reply, reserved=sum(1 + len(row) for row in rows))
    items: list[ui.Item[Any]] = [_item(block) for block in blocks]
    items += [ui.ActionRow(*row) for row in rows]
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*items, accent_colour=colour))
    # Pressed buttons are known by their ids, so discord.py need not keep the view: it would do so for ever.
    view.stop()
    return view


def _item(block: Block) -> ui.Item[Any]:
    shown: ui.TextDisplay[Any] = ui.TextDisplay(block.text, id=block.number)
    return shown if block.excerpt is None else ui.Section(shown, accessory=buttons.context(block.excerpt))
