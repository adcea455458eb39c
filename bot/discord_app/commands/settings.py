"""How does an admin set what holds in a server? With /settings: a panel to choose from, and the same as a file."""

import io

import discord
from discord import app_commands
from discord.ext import commands

from bot.config.server_yaml import MAX_BYTES, read_back, written
from bot.discord_app.commands.settings_panel import Panel, may_set
from bot.discord_app.rendering.layout import layout_of
from bot.incidents import refused
from bot.replies.model import Listing, Paragraph, Reply
from bot.replies.server_settings import told
from bot.services.server_settings import SettingsOfServers, TooMany
from bot.store.errors import StoreError
from bot.wording import answering, texts

FILE_NAME = "quoth-settings.yaml"
MOST_TOLD = 20
"""Problems or changes of a file that are told at once; who mends these sees the others next."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class Settings(commands.GroupCog, group_name="settings", group_description="Change how I answer here."):
    """What is set for a server and its channels."""

    def __init__(self, *, of_servers: SettingsOfServers) -> None:
        self._of_servers = of_servers

    @app_commands.command()
    async def open(self, interaction: discord.Interaction) -> None:
        """Show what is set, and change it."""
        if await _may(interaction):
            panel = Panel(self._of_servers, interaction)
            await interaction.response.send_message(view=panel, ephemeral=True)

    @app_commands.command()
    async def export(self, interaction: discord.Interaction) -> None:
        """Get what is set as a file."""
        if await _may(interaction):
            content = written(self._of_servers.stored(interaction.guild_id or 0))
            file = discord.File(io.BytesIO(content), FILE_NAME)
            await interaction.response.send_message(file=file, ephemeral=True)

    @app_commands.command(name="import")
    @app_commands.describe(file="Set what a file of /settings export says.")
    async def import_(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Set what a file of /settings export says."""
        if not await _may(interaction):
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        content = await file.read() if file.size <= MAX_BYTES else b" " * (MAX_BYTES + 1)
        found, problems = read_back(content)
        with answering(str(interaction.locale), ""):
            if problems:
                said = (Paragraph(texts().server.import_wrong), Listing(tuple(problems[:MOST_TOLD])))
                reply = Reply(texts().server.title, said, private=True, found=False)
            else:
                reply = await self._take(interaction, found)
            layout = layout_of(reply)
        await interaction.edit_original_response(view=layout)

    async def _take(self, interaction: discord.Interaction, found: dict[int, dict[str, object]]) -> Reply:
        """Set what the file says, unset what it does not name, and tell what that changed."""
        server = interaction.guild_id or 0
        before = self._of_servers.stored(server)
        channels = {*before, *found}
        pairs = {(at, name) for at in channels for name in {*before.get(at, {}), *found.get(at, {})}}
        changed = {
            (at, name): found.get(at, {}).get(name)
            for at, name in sorted(pairs)
            if found.get(at, {}).get(name) != before.get(at, {}).get(name) and name not in self._of_servers.locked
        }
        if not changed:
            return Reply(texts().server.title, (Paragraph(texts().server.import_same),), private=True)
        try:
            await self._of_servers.save(server, changed, by=interaction.user.id)
        except StoreError:
            return refused(texts().server.unavailable)
        except (TooMany, ValueError) as error:
            return refused(str(error) or texts().server.unavailable)
        rows = tuple(_row(at, name, value) for (at, name), value in changed.items())
        return Reply(texts().server.title, (Listing(rows[:MOST_TOLD]),), private=True)


def _row(channel: int, name: str, value: object) -> str:
    where = texts().server.channel_only.format(channel=f"<#{channel}>") if channel else texts().server.whole
    now = texts().server.default if value is None else texts().server.now.format(value=told(name, value))
    return f"{where}: {texts().server.names[name]}. {now}"


async def _may(interaction: discord.Interaction) -> bool:
    """Whether the member may change settings; who may not is told."""
    if may_set(interaction):
        return True
    with answering(str(interaction.locale), ""):
        layout = layout_of(refused(texts().not_yours_to_do))
    await interaction.response.send_message(view=layout, ephemeral=True)
    return False
