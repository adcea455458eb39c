"""When is a post in a forum done? Its author and helpers say so, with /solved or a button, and it is marked."""

from typing import Any, Literal

import discord

from bot.config.discord import DiscordSettings
from bot.discord_app.delivery.here import has_any, settings_in
from bot.discord_app.rendering.layout import layout_of
from bot.incidents import refused
from bot.replies.model import Paragraph, Reply
from bot.services.server_settings import SettingsOfServers
from bot.wording import answering, texts

State = Literal["solved", "person"]

MAX_TITLE = 100
"""Characters of a post's title. Source: https://discord.com/developers/docs/resources/channel"""
MAX_TAGS = 5
"""Tags of a post, as there."""


def is_in_post(channel: object) -> bool:
    """Whether this is a post of a forum."""
    return isinstance(channel, discord.Thread) and isinstance(channel.parent, discord.ForumChannel)


async def mark(
    interaction: discord.Interaction[Any],
    state: State,
    settings: DiscordSettings,
    of_servers: SettingsOfServers | None = None,
) -> None:
    """Mark the post where this was said, if it was said by its author or a helper, and tell all who read it there."""
    with answering(str(interaction.locale), ""):
        post = interaction.channel
        if not isinstance(post, discord.Thread) or not is_in_post(post):
            await _whisper(interaction, texts().not_a_post)
        elif not _may_mark(interaction, post, of_servers or SettingsOfServers(settings)):
            await _whisper(interaction, texts().not_your_post)
        else:
            try:
                await _edit(post, state, settings)
            except discord.Forbidden:
                await _whisper(interaction, texts().may_not_mark)
                return
            said = texts().post_solved if state == "solved" else texts().post_needs_person
            title = texts().solved if state == "solved" else texts().needs_person
            await interaction.response.send_message(view=layout_of(Reply(title, (Paragraph(said),))))


def _may_mark(interaction: discord.Interaction[Any], post: discord.Thread, of_servers: SettingsOfServers) -> bool:
    user = interaction.user
    is_helper = has_any(user, settings_in(of_servers, interaction.guild_id, post).helper_roles)
    return user.id == post.owner_id or is_helper or interaction.permissions.manage_threads


async def _edit(post: discord.Thread, state: State, settings: DiscordSettings) -> None:
    """Give the post the tag and the title that are set for this; it loses the tag of the other state."""
    named = {"solved": settings.solved_tag, "person": settings.needs_person_tag}
    offered = post.parent.available_tags if isinstance(post.parent, discord.ForumChannel) else []
    others = [tag for tag in post.applied_tags if tag.name not in named.values()]
    new = [tag for tag in offered if named[state] and tag.name.casefold() == str(named[state]).casefold()]
    tags = [*new, *others][:MAX_TAGS]
    prefix = settings.solved_title or ""
    title = post.name
    if state == "solved" and not title.startswith(prefix):
        title = f"{prefix}{title}"[:MAX_TITLE]
    if state == "person" and prefix:
        title = title.removeprefix(prefix)
    if title != post.name or {tag.id for tag in tags} != {tag.id for tag in post.applied_tags}:
        await post.edit(name=title, applied_tags=tags)


async def _whisper(interaction: discord.Interaction[Any], sentence: str) -> None:
    await interaction.response.send_message(view=layout_of(refused(sentence)), ephemeral=True)
