"""How is an exported chat read? Discord's, as DiscordChatExporter writes it, and Slack's: a message is a paragraph.

Before each message stand its time and author, as in a log; a day is a section.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from retrieval.documents.model import Locator, LocatorKind
from retrieval.ingestion.formats.extract import Extract
from retrieval.text.span import Span

_SLACK_LINK = re.compile(r"<([#@!]?)([^<>|]*)(?:\|([^<>]*))?>")
_MENTION = re.compile(r"<@!?(\d{1,20})>")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its id, day and time ("2026-03-04", "12:07"), author and text, and the id of what it replies to."""

    id: str
    day: str
    time: str
    author: str
    text: str
    to: str = ""


def add(value: Any, extract: Extract) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Puts the messages into the text; gives whether the value is an exported chat at all."""
    if isinstance(value, dict) and _are_discord(value.get("messages")):
        channel = value.get("channel")
        if isinstance(channel, dict):
            extract.title(_str(channel.get("name")))
            extract.paragraph(_str(channel.get("topic")))
        add_messages(extract, map(_of_discord, value["messages"]))
        return True
    if isinstance(value, list) and _are_slack(value):
        names = {_str(one.get("user")): _slack_name(one) for one in value if isinstance(one.get("user_profile"), dict)}
        add_messages(extract, _threaded([_of_slack(one, names) for one in value]))
        return True
    return False


def add_messages(extract: Extract, messages: Iterator[Message]) -> None:
    """The messages in their order, below the day on which they were written."""
    day, places = "", dict[str, Span]()
    for message in messages:
        if not message.text.strip():
            continue
        if message.day != day:
            extract.heading(message.day, 1)
            day = message.day
        said = f"{message.author}: {message.text.strip()}"
        moment = f"{message.day} {message.time}".strip()
        locator = Locator(LocatorKind.TIME, moment) if moment else None
        said = f"[{message.time}] {said}" if message.time else said
        place = extract.paragraph(
            said, locator, speaker=message.author, parent=places.get(message.to) if message.to else None, end="\n"
        )
        if place:
            places[message.id] = place


def _are_discord(messages: object) -> bool:
    return (
        isinstance(messages, list)
        and bool(messages)
        and all(
            isinstance(one, dict) and "timestamp" in one and isinstance(one.get("author"), dict) for one in messages
        )
    )


def _of_discord(one: dict[str, Any]) -> Message:
    author = one["author"]
    day, time = _moment(_str(one.get("timestamp")))
    reference = one.get("reference")
    to = _str(reference.get("messageId")) if isinstance(reference, dict) else ""
    pieces = [_with_names(_str(one.get("content")), _dicts(one.get("mentions")))]
    for embed in _dicts(one.get("embeds")):
        pieces += [_str(embed.get("title")), _str(embed.get("description"))]
        pieces += [f"{_str(part.get('name'))}: {_str(part.get('value'))}" for part in _dicts(embed.get("fields"))]
    pieces += [_str(file.get("fileName")) for file in _dicts(one.get("attachments"))]
    name = " ".join((_str(author.get("nickname")) or _str(author.get("name")) or "?").split())
    return Message(_str(one.get("id")), day, time, name, "\n".join(filter(str.strip, pieces)), to)


def _with_names(text: str, mentions: list[dict[str, Any]]) -> str:
    """The text with the names of those that it mentions, where they stand by their ids."""
    names = {_str(one.get("id")): _str(one.get("nickname")) or _str(one.get("name")) for one in mentions}
    return _MENTION.sub(lambda found: f"@{name}" if (name := names.get(found[1])) else found[0], text)


def _are_slack(messages: list[Any]) -> bool:
    return bool(messages) and all(
        isinstance(one, dict) and one.get("type") == "message" and "ts" in one and isinstance(one.get("text"), str)
        for one in messages
    )


def _of_slack(one: dict[str, Any], names: dict[str, str]) -> Message:
    day, time = _from_seconds(_str(one["ts"]))
    author = names.get(_str(one.get("user"))) or _slack_name(one)

    def shown(found: re.Match[str]) -> str:
        sign, target, label = found.groups()
        known = names.get(target, target) if sign == "@" else target
        return f"{sign.strip('!')}{known}" if sign and not label else label or target

    text = html.unescape(_SLACK_LINK.sub(shown, one["text"]))
    files = [_str(file.get("name")) for file in _dicts(one.get("files"))]
    thread = _str(one.get("thread_ts"))
    return Message(
        _str(one["ts"]), day, time, author, "\n".join([text, *files]), thread if thread != _str(one["ts"]) else ""
    )


def _slack_name(one: dict[str, Any]) -> str:
    profile = one.get("user_profile")
    names = (
        [_str(profile.get(key)) for key in ("display_name", "real_name", "name")] if isinstance(profile, dict) else []
    )
    found = next(filter(None, (*names, _str(one.get("username")), _str(one.get("user")))), "?")
    return " ".join(found.split()) or "?"


def _threaded(messages: list[Message]) -> Iterator[Message]:
    """Each message once, with the replies of its thread behind the first that has its id."""
    opens = {message.id for message in messages if not message.to}
    replies: dict[str, list[Message]] = {}
    for message in messages:
        if message.to in opens:
            replies.setdefault(message.to, []).append(message)
    for message in messages:
        if message.to not in opens:
            yield message
            yield from replies.pop(message.id, ()) if not message.to else ()


def _moment(written: str) -> tuple[str, str]:
    found = _ISO.match(written)
    return (found[1], found[2]) if found else (written[:10], "")


def _from_seconds(written: str) -> tuple[str, str]:
    try:
        moment = datetime.fromtimestamp(float(written), UTC)
    except (ValueError, OverflowError, OSError):
        return "", ""
    return f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
