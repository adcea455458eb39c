"""What is kept about a member, in sentences for them?"""

from bot.replies.model import Paragraph, Reply
from bot.replies.said import Command, said
from bot.wording import counted, texts


def of_kept(votes: int) -> Reply:
    """How many votes of the member are kept and what of each, what else names them, and how to remove it."""
    own = texts().votes
    name = texts().commands.get("forget-me", "forget-me")
    parts = (
        Paragraph(counted(own.kept, votes)),
        Paragraph(own.kept_what),
        Paragraph(said(own.kept_forget, command=Command(name))),
    )
    return Reply(own.kept_title, parts, private=True)


def of_forgotten(votes: int) -> Reply:
    """How many votes of the member were removed."""
    return Reply(texts().votes.kept_title, (Paragraph(counted(texts().votes.forgotten, votes)),), private=True)
