"""What can be set about the bot in Discord? The section `discord` of config.yaml, with its defaults."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from bot.config.section import Section

Lockable = Literal[
    "answering", "place", "unsure", "emoji", "excerpts", "language", "roles", "free_roles", "helper_roles", "corpora",
]  # fmt: skip
"""Names of what admins can set in Discord."""
Ids = Annotated[tuple[Annotated[int, Field(ge=0, strict=False)], ...], Field(strict=False)]
"""Ids of Discord."""


def _on_or_off(given: object) -> object:
    """YAML takes both words for a value of its own."""
    return {True: "on", False: "off"}[given] if isinstance(given, bool) else given


class DiscordSettings(Section):
    """How the bot behaves in Discord."""

    corpora: dict[Annotated[int, Field(strict=False)], Annotated[tuple[str, ...], Field(strict=False)]] = Field(
        default_factory=dict
    )
    """By the id of a server or channel the names of the folders that it is limited to; others have all they may."""
    question_channels: Ids = ()
    """Ids of channels and forums where a question is answered unasked, if the answer is sure."""
    unsure_emoji: str | None = Field(default=None, min_length=1, max_length=100)
    """What the bot puts below such a question where it is not sure; None for nothing."""
    helper_roles: Ids = ()
    """Ids of roles whose members may say, as the author may, that a post is solved or needs a person."""
    solved_tag: str | None = Field(default=None, min_length=1, max_length=20)
    """The tag that a solved post gets; None for none."""
    needs_person_tag: str | None = Field(default=None, min_length=1, max_length=20)
    """The tag that a post gets which needs a person; None for none."""
    solved_title: str | None = Field(default=None, min_length=1, max_length=20)
    """What is put before the title of a solved post; None for nothing."""
    servers: Ids = ()
    """Ids of the servers that may use the bot; () is all."""
    other_servers: Literal["tell", "leave"] = "tell"
    """What the bot does in other servers: it tells who asks that it is not for them, or it leaves."""
    direct_messages: Literal["everybody", "members", "nobody"] = "everybody"
    """Who may ask in direct messages; members are those of the servers that may use the bot."""
    roles: Ids = ()
    """Ids of roles whose members may ask; () is everybody."""
    base_url: str | None = Field(default=None, pattern=r"^https?://[^\s<>]+$")
    """Where the documents can be read in a browser; file names are links below it. None for no links."""
    links: Annotated[Literal["on", "off"], BeforeValidator(_on_or_off)] = "on"
    """Whether addresses of the web in what is quoted can be clicked."""
    member_per_minute: int = Field(default=10, ge=1)
    """Questions that one member may ask in 60 s."""
    channel_per_minute: int = Field(default=60, ge=1)
    """Questions that may be asked in one channel in 60 s."""
    queue: int = Field(default=100, ge=0)
    """Questions that may wait for their turn; further ones are declined."""
    locked: Annotated[tuple[Lockable, ...], Field(strict=False)] = ()
    """Names of the settings that hold as here, whatever is kept for a server."""
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
