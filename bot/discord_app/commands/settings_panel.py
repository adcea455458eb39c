"""How does an admin choose what holds? Scope, setting and value one after the other, and what it does before saving."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import discord
from discord import ui

from bot.config.lengths import MAX_EXCERPTS
from bot.config.server import FOR_SERVERS_ALONE, NAMES
from bot.replies.server_settings import choices, told
from bot.services.server_settings import SettingsOfServers, TooMany
from bot.store.errors import StoreError
from bot.wording import answering, texts

OPEN_S = 600.0
"""Seconds after its last use for which a panel can be used."""
SIGNS = ("👀", "❓", "🤷", "🔍", "📚", "💬")
"""Signs to choose from; a file of settings may name any other."""
MOST_NAMED = 25
"""Roles that can be chosen. Source: https://discord.com/developers/docs/components/reference#role-select"""

Interaction = discord.Interaction[Any]
Chosen = Callable[[Interaction, Sequence[Any]], Awaitable[None]]


def may_set(interaction: Interaction) -> bool:
    """Whether the member may change what is set in this server."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


class Panel(ui.LayoutView):
    """What is set for a server, or for the channel where it was opened, and how to change it. For one admin alone."""

    def __init__(self, of_servers: SettingsOfServers, interaction: Interaction) -> None:
        super().__init__(timeout=OPEN_S)
        self._of_servers = of_servers
        self._server = interaction.guild_id or 0
        self._opener = interaction.user.id
        self._hears_all = interaction.client.intents.message_content
        here = interaction.channel
        place = here.parent or here if isinstance(here, discord.Thread) else here
        self._here, self._place = getattr(place, "id", 0), getattr(place, "name", "")
        self._channel = 0
        self._name = ""
        self._choice: tuple[object, ...] = ()
        """The value chosen and not yet saved, None for the default; () where nothing is chosen."""
        self._said = ""
        with answering(str(interaction.locale), ""):
            self._draw()

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Whether it is pressed by who opened it, who may still change settings."""
        return interaction.user.id == self._opener and may_set(interaction)

    def _draw(self) -> None:
        said = texts().server
        self.clear_items()
        names = [name for name in NAMES if not (self._channel and name in FOR_SERVERS_ALONE)]
        now = self._of_servers.of(self._server, self._channel)
        rows = [f"**{said.names[name]}**: {told(name, getattr(now, name))}" for name in names]
        items: list[ui.Item[Any]] = [
            ui.TextDisplay(f"### {said.title}\n" + "\n".join(rows)),
            _row(_Choice(self._scopes(), self._take_scope)),
            _row(
                _Choice([(name, said.names[name], name == self._name) for name in names], self._take_name, said.choose)
            ),
        ]
        if self._name in self._of_servers.locked:
            items.append(ui.TextDisplay(said.locked))
        elif self._name:
            items += self._value_items(getattr(now, self._name))
        if self._said:
            items.append(ui.TextDisplay(self._said))
        self.add_item(ui.Container(*items))

    def _scopes(self) -> list[tuple[str, str, bool]]:
        said = texts().server
        own = said.channel_only.format(channel=f"#{self._place}")
        return [("0", said.whole, not self._channel), (str(self._here), own[:100], bool(self._channel))]

    def _value_items(self, now: object) -> list[ui.Item[Any]]:
        said = texts().server
        items: list[ui.Item[Any]] = []
        select = self._select()
        if select is not None:
            items.append(_row(select))
        if self._choice:
            value = self._choice[0]
            then = said.default if value is None else told(self._name, value)
            items.append(
                ui.TextDisplay(f"{said.now.format(value=told(self._name, now))}\n{said.then.format(value=then)}")
            )
            items.append(
                _row(
                    _Press(said.save, self._save, discord.ButtonStyle.success),
                    _Press(said.discard, self._discard),
                )
            )
        else:
            items.append(_row(_Press(said.default, self._take_default)))
        return items

    def _select(self) -> ui.Item[Any] | None:
        """What the values of the setting are chosen with; None for one that only a file can set."""
        name = self._name
        if name in ("roles", "free_roles", "helper_roles"):
            return _Roles(self._take_ids)
        if name == "excerpts":
            listed = [str(number) for number in range(1, min(MAX_EXCERPTS, MOST_NAMED) + 1)]
        elif name == "emoji":
            listed = list(SIGNS)
        else:
            listed = list(choices(name))
        return _Choice([(one, told(name, one)[:100], False) for one in listed], self._take_value) if listed else None

    async def _take_scope(self, interaction: Interaction, values: Sequence[str]) -> None:
        self._channel, self._name, self._choice, self._said = int(values[0]), "", (), ""
        await self._show(interaction)

    async def _take_name(self, interaction: Interaction, values: Sequence[str]) -> None:
        self._name, self._choice, self._said = values[0], (), ""
        await self._show(interaction)

    async def _take_value(self, interaction: Interaction, values: Sequence[str]) -> None:
        await self._propose(interaction, int(values[0]) if self._name == "excerpts" else values[0])

    async def _take_ids(self, interaction: Interaction, values: Sequence[discord.Role]) -> None:
        await self._propose(interaction, tuple(role.id for role in values))

    async def _take_default(self, interaction: Interaction, _: Sequence[Any]) -> None:
        await self._propose(interaction, None)

    async def _propose(self, interaction: Interaction, value: object) -> None:
        self._choice, self._said = (value,), ""
        await self._show(interaction)

    async def _discard(self, interaction: Interaction, _: Sequence[Any]) -> None:
        self._choice = ()
        await self._show(interaction)

    async def _save(self, interaction: Interaction, _: Sequence[Any]) -> None:
        key, said = (self._channel, self._name), texts().server
        if not self._choice:
            return
        try:
            await self._of_servers.save(self._server, {key: self._choice[0]}, by=interaction.user.id)
        except (StoreError, TooMany, ValueError):
            self._said = said.unavailable
        else:
            needs_more = self._choice[0] == "questions" and not self._hears_all
            self._said = said.needs_intent if needs_more else ""
        self._choice = ()
        await self._show(interaction)

    async def _show(self, interaction: Interaction) -> None:
        self._draw()
        await interaction.response.edit_message(view=self)


def _row(*items: ui.Item[Any]) -> ui.ActionRow[Any]:
    return ui.ActionRow(*items)


class _Choice(ui.Select[Panel]):
    """One of a few values, given as value, label and whether it is chosen."""

    def __init__(self, listed: Sequence[tuple[str, str, bool]], chosen: Chosen, placeholder: str | None = None) -> None:
        options = [discord.SelectOption(value=value, label=label, default=default) for value, label, default in listed]
        super().__init__(options=options, placeholder=placeholder)
        self._chosen = chosen

    async def callback(self, interaction: Interaction) -> None:
        """Take what was chosen."""
        with answering(str(interaction.locale), ""):
            await self._chosen(interaction, self.values)


class _Roles(ui.RoleSelect[Panel]):
    """Some roles, or none."""

    def __init__(self, chosen: Chosen) -> None:
        super().__init__(min_values=0, max_values=MOST_NAMED)
        self._chosen = chosen

    async def callback(self, interaction: Interaction) -> None:
        """Take the roles."""
        with answering(str(interaction.locale), ""):
            await self._chosen(interaction, self.values)


class _Press(ui.Button[Panel]):
    """A button of the panel."""

    def __init__(self, label: str, pressed: Chosen, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> None:
        super().__init__(label=label, style=style)
        self._pressed = pressed

    async def callback(self, interaction: Interaction) -> None:
        """Do what it says."""
        with answering(str(interaction.locale), ""):
            await self._pressed(interaction, ())
