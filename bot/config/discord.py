"""What can be set about the bot in Discord? One frozen value, with the defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How the bot behaves in Discord."""

    question_channels: tuple[int, ...] = ()
    """Ids of channels where every message that reads like a question is one."""
    base_url: str | None = None
    """Where the documents can be read in a browser; file names are links below it. None for no links."""
    member_per_minute: int = 10
    """Questions that one member may ask in 60 s, 1 or more."""
    channel_per_minute: int = 60
    """Questions that may be asked in one channel in 60 s, 1 or more."""
    queue: int = 100
    """Questions that may wait for their turn, 0 or more; further ones are declined."""
    shard_ids: tuple[int, ...] = ()
    """The shards that this process serves; () is all of them."""
    shard_count: int = 0
    """Shards of all processes together; 0 leaves the number to Discord."""
