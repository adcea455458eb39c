"""Which messages are questions to Quoth? Direct messages, mentions, and in question channels what reads like one."""

import re
from collections.abc import Collection

import discord

_CLOSES = re.compile(r"[?？؟]['\"”’»)\]*_~|]*\s*$", re.MULTILINE)
_OPENS = frozenset(
    (
        "what who whom whose which when where why how is are was were do does did can could may might will would shall "
        "should has have had anyone anybody "
        "was wer wen wem wessen welche welcher welches wann wo wohin woher warum wieso weshalb wie ist sind war waren "
        "hat haben kann können darf dürfen muss müssen gibt weiß jemand"
    ).split()
)
"""First words of questions in English and German, the languages that Quoth speaks; others are told by their mark."""
_MIN_WORDS = 3  # "what?" and "really?" ask nothing that a document could answer


def question_in(
    message: discord.Message, me: discord.ClientUser, question_channels: Collection[int] = ()
) -> str | None:
    """The message's text without the mention of me, perhaps ""; None if the message is not for me."""
    if message.author.bot or message.webhook_id is not None or message.is_system():
        return None
    text = " ".join(re.sub(rf"<@!?{me.id}>", " ", message.content).split())
    if message.guild is None or me in message.mentions:
        return text
    place = message.channel.parent_id if isinstance(message.channel, discord.Thread) else None
    is_listed = message.channel.id in question_channels or place in question_channels
    # who talks to somebody else does not ask the bot
    return text if is_listed and not message.mentions and reads_like_question(message.content) else None


def reads_like_question(text: str) -> bool:
    """Whether the text asks something: a line that closes with a question mark, or opens as questions do."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    unspaced = re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{4,}", text)
    if len(words) < _MIN_WORDS and not unspaced:
        return False
    return _CLOSES.search(text) is not None or words[0] in _OPENS
