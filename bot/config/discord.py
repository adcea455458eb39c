"""What can be set about the bot in Discord? The section `discord` of config.yaml, with its defaults."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from bot.config.section import Section

Ids = Annotated[tuple[Annotated[int, Field(ge=0, strict=False)], ...], Field(strict=False)]
"""Ids of Discord."""


class DiscordSettings(Section):
    """How the bot behaves in Discord."""

    question_channels: Ids = ()
    """Ids of channels where every message that reads like a question is one."""
    base_url: str | None = Field(default=None, pattern=r"^https?://[^\s<>]+$")
    """Where the documents can be read in a browser; file names are links below it. None for no links."""
    member_per_minute: int = Field(default=10, ge=1)
    """Questions that one member may ask in 60 s."""
    channel_per_minute: int = Field(default=60, ge=1)
    """Questions that may be asked in one channel in 60 s."""
    queue: int = Field(default=100, ge=0)
    """Questions that may wait for their turn; further ones are declined."""
    shard_ids: Ids = ()
    """The shards that this process serves; () is all of them."""
    shard_count: int = Field(default=0, ge=0, validate_default=True)
    """Shards of all processes together; 0 leaves the number to Discord."""

    @field_validator("shard_count")
    @classmethod
    def _counts_all(cls, count: int, told: ValidationInfo) -> int:
        if max(told.data.get("shard_ids", ()), default=-1) >= count > 0 or (told.data.get("shard_ids") and not count):
            raise ValueError("discord.shard_count: with shard_ids, say how many shards there are; ids count from 0")
        return count
