"""How does Quoth explain itself? What it does, its commands, and how to ask well."""

from collections.abc import Iterable

from bot.replies.model import Listing, Paragraph, Reply
from bot.replies.said import Command, said
from bot.wording import texts


def of_help(commands: Iterable[tuple[str | Command, str]]) -> Reply:
    """What Quoth does and how to use it, for someone who has never seen it. `commands` are names and descriptions."""
    rows = tuple(said("{name}: {what}", name=name, what=description) for name, description in commands)
    parts = (Paragraph(texts().help_what), Listing(rows), Paragraph(texts().help_hint))
    return Reply(texts().help_title, parts, private=True)
