"""How does Discord show a sentence of Quoth? To the letter, but for moments and commands, which it knows itself.

A moment is shown in the zone and language of who reads it, and a command can be clicked.
Source: https://discord.com/developers/docs/reference#message-formatting
"""

from itertools import groupby

from bot.discord_app.rendering.markdown import escape, escape_line, levelled
from bot.replies.said import Command, Moment, Said


def line_of(text: str) -> str:
    """The sentence on one line, as Markdown."""
    if not isinstance(text, Said):
        return escape_line(text)
    shown = []
    for live, pieces in groupby(text.pieces, _live):
        shown.append(live or escape(levelled("".join(map(str, pieces)))))
    return "".join(shown).strip()


def _live(piece: object) -> str:
    """What Discord shows in its own way; "" for what is shown to the letter."""
    match piece:
        case Moment(when):
            return f"<t:{when.timestamp():.0f}:f> (<t:{when.timestamp():.0f}:R>)"
        case Command(_, key, number) if number:
            return f"</{key}:{number}>"
    return ""
