"""How does a reply look in Discord? Reply → a Components V2 layout: one container with a coloured edge."""

from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.discord_app.rendering import buttons
from bot.discord_app.rendering.fitting import LINKS, Block, Links, blocks_of
from bot.replies.model import Reply

_FOUND = discord.Colour.green()
_NOT_FOUND = discord.Colour.orange()
_ASIDE = discord.Colour.light_grey()

Button = ui.Button[ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a layout is made of. Fitting a long reply takes a while, so plans are made in the threads.

    The layout itself belongs to the event loop.
    """

    blocks: list[tuple[Block, Button | None]]
    """The texts, with the button beside each, if any."""
    rows: list[list[Button]]
    colour: discord.Colour

    def view(self) -> ui.LayoutView:
        """The layout, to be sent once."""
        items: list[ui.Item[Any]] = [_item(block, beside) for block, beside in self.blocks]
        items += [ui.ActionRow(*row) for row in self.rows]
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.Container(*items, accent_colour=self.colour))
        # Pressed buttons are known by their ids, so discord.py need not keep the view: it would do so for ever.
        view.stop()
        return view


def plan_of(reply: Reply, *, asker: int | None = None, links: Links = LINKS, in_post: bool = False) -> Plan:
    """The plan of the message that shows the reply, within Discord's limits.

    `asker` may dismiss the message; None if nobody needs to. `in_post` tells that it answers a post of a forum.
    """
    colour = _ASIDE if reply.private else _FOUND if reply.found else _NOT_FOUND
    rows = buttons.of_reply(reply, asker, in_post=in_post)
    blocks = blocks_of(reply, reserved=sum(1 + len(row) for row in rows), links=links)
    return Plan([(block, buttons.context(block.excerpt) if block.excerpt else None) for block in blocks], rows, colour)


def layout_of(reply: Reply) -> ui.LayoutView:
    """The message that shows a short reply, without a button to dismiss it."""
    return plan_of(reply).view()


def _item(block: Block, beside: Button | None) -> ui.Item[Any]:
    shown: ui.TextDisplay[Any] = ui.TextDisplay(block.text, id=block.number)
    return shown if beside is None else ui.Section(shown, accessory=beside)
