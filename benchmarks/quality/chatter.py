"""What stands around questions in a chat? A seeded greeting, mention, emoji and thanks around each."""

import random

BEFORE = (
    "hi all, quick question: ",
    "hey everyone! ",
    "Hello, sorry if this was asked before, but ",
    "<@!184405311681986560> ",
    "good morning folks, ",
    "ok so i'm new here. ",
    "hi <@&184405311681986561>, just wondering: ",
    "",
)
AFTER = (
    " thx in advance!",
    " pls help <:sadcat:812345678901234567>",
    " 🙏",
    " Thanks a lot everyone :smile:",
    " lol",
    " cheers",
    " https://discord.com/channels/1/2/3",
    "",
)


def with_chatter(question: str, seed: int) -> str:
    """The question as one of a chat types it. The same question and seed give the same words around it."""
    draw = random.Random(f"{seed} {question}")  # noqa: S311  # repeatable on purpose, nothing secret
    return draw.choice(BEFORE) + question + draw.choice(AFTER)
