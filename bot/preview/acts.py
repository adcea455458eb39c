"""What can a visitor of the preview do? What a member does in Discord, and what goes wrong between it and the bot."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.app import App
from bot.preview import papers, world
from bot.preview.server import payloads
from bot.preview.server.messages import EPHEMERAL, walk
from bot.preview.server.payloads import BOT_ID, CHANNEL_ID, DM_CHANNEL_ID, FORUM_ID, Payload
from bot.preview.stage import Stage
from retrieval import RetrievalError

MAX_CONTENT, MAX_TITLE, MAX_OPTION = 2000, 100, 6000
"""Characters of a member's message, a post's title and an option. Source: https://discord.com/developers/docs/resources/"""
_COMMAND, _PRESS, _COMPLETION, _MODAL = 2, 3, 4, 5
SLOW_S = 2.5
_GONE = "The bot is not connected; it comes back in a moment."


class Refused(Exception):
    """An act that Discord would not take; the message says why."""


class Acts:
    """What visitors do on a stage. `restart` lets the bot end and start again."""

    def __init__(self, app: App, stage: Stage, restart: Callable[[], Awaitable[None]]) -> None:
        self._app = app
        self._stage = stage
        self._restart = restart

    async def do(self, act: Payload) -> Payload:
        """Do what a page asks for; gives what is to be told to that page alone. Raises Refused."""
        if not self._stage.is_connected and act.get("t") not in ("trouble", "documents", "document"):
            raise Refused(_GONE)
        try:
            return await self._do(act)
        except (KeyError, TypeError, ValueError, StopIteration, AttributeError) as error:
            raise Refused(f"{type(error).__name__}: {error}") from error
        except RetrievalError as error:
            raise Refused(str(error)) from error
        except ConnectionError as error:
            raise Refused(_GONE) from error

    async def _do(self, act: Payload) -> Payload:
        match act["t"]:
            case "say":
                await self._say(act)
            case "edit":
                await self._edit(act)
            case "delete":
                await self._delete(act)
            case "react":
                self._stage.react(act["message"], str(act["emoji"])[:40], act["as"])
            case "post" | "thread":
                return await self._open(act)
            case "command" | "complete" | "menu":
                return await self._command(act)
            case "press":
                return await self._press(act)
            case "submit":
                return await self._submit(act)
            case "documents":
                return await asyncio.to_thread(papers.listed, self._app)
            case "document":
                return await asyncio.to_thread(papers.text, self._app, str(act["name"]))
            case "trouble":
                await self._trouble(str(act["what"]))
            case other:
                raise Refused(f"There is no act {other!r}.")
        return {}

    async def _say(self, act: Payload) -> None:
        text = _text(act["text"], MAX_CONTENT)
        stage, person, channel = self._stage, world.PEOPLE[act["as"]], str(stage_id(self._stage, act["channel"]))
        more: Payload = {"mentions": [payloads.BOT_USER] if re.search(rf"<@!?{BOT_ID}>", text) else []}
        if answered := act.get("answering"):
            message = stage.messages[answered]
            reference = {"type": 0, "message_id": answered, "channel_id": channel, "guild_id": payloads.GUILD_ID}
            more |= {"type": 19, "message_reference": reference, "referenced_message": message}
            if message["author"]["id"] == BOT_ID:
                more["mentions"] = [payloads.BOT_USER]
        message_id = str(next(stage.ids))
        message = payloads.message(message_id, channel, person.user, text, **more)
        if channel != DM_CHANNEL_ID:
            message["member"] = {key: value for key, value in person.member.items() if key != "user"}
        stage.began(message_id, person.id)
        stage.put(message)
        await stage.dispatch("MESSAGE_CREATE", message)

    async def _edit(self, act: Payload) -> None:
        message = self._own(act)
        message |= {"content": _text(act["text"], MAX_CONTENT), "edited_timestamp": message["timestamp"]}
        self._stage.began(message["id"], act["as"])
        self._stage.tell("message", message=self._stage.shown(message["id"]))
        await self._stage.dispatch("MESSAGE_UPDATE", message)

    async def _delete(self, act: Payload) -> None:
        message = self._own(act)
        self._stage.drop(message["id"])
        where = {"id": message["id"], "channel_id": message["channel_id"], "guild_id": payloads.GUILD_ID}
        await self._stage.dispatch("MESSAGE_DELETE", where)

    def _own(self, act: Payload) -> Payload:
        message = self._stage.messages[act["message"]]
        may = world.PEOPLE[act["as"]].rights & world.MAY_MANAGE_MESSAGES and act["t"] == "delete"
        if message["author"]["id"] != act["as"] and not may:
            raise Refused("This message is somebody else's.")
        return message

    async def _open(self, act: Payload) -> Payload:
        """A post in the forum, or a thread in a channel."""
        stage, person = self._stage, world.PEOPLE[act["as"]]
        title, opened = _text(act["title"], MAX_TITLE), str(next(stage.ids))
        if len(stage.threads) > 200:
            raise Refused("There are too many threads.")
        parent = FORUM_ID if act["t"] == "post" else stage_id(stage, act["channel"])
        stage.threads[opened] = payloads.post(opened, title, person.user) | {"parent_id": parent}
        stage.tell("channel", channel=stage.threads[opened])
        await stage.dispatch("THREAD_CREATE", stage.threads[opened] | {"newly_created": True})
        if act["t"] == "post":
            message = payloads.message(opened, opened, person.user, _text(act["text"], MAX_CONTENT))
            stage.began(opened, person.id)
            stage.put(message)
            await stage.dispatch("MESSAGE_CREATE", message)
        return {"opened": opened}

    async def _command(self, act: Payload) -> Payload:
        kind = 3 if act["t"] == "menu" else 1
        command = next(one for one in self._stage.commands if one["name"] == act["name"] and one.get("type", 1) == kind)
        needed = int(command.get("default_member_permissions") or 0)
        if needed & ~(world.PEOPLE[act["as"]].rights | payloads.EVERYTHING):
            raise Refused("You do not have the right to use this command.")
        data: Payload = {"id": str(command["id"]), "type": kind, "name": command["name"], "options": []}
        if kind == 3:
            target = act["message"]
            data |= {"target_id": target, "resolved": {"messages": {target: self._stage.messages[target]}}}
        for option in command.get("options", []) if kind == 1 else []:
            name = option["name"]
            if name in act["options"] or name == act.get("focused"):
                data["options"].append(_option(option, act["options"].get(name, ""), act.get("focused")))
        interaction = _COMPLETION if act["t"] == "complete" else _COMMAND
        return {"token": await self._interact(act, interaction, data, said=command["name"])}

    async def _press(self, act: Payload) -> Payload:
        message = self._stage.messages[act["message"]]
        if message.get("flags", 0) & EPHEMERAL and message.get("seen_by") != act["as"]:
            raise Refused("This message is not yours to see.")
        component = next(c for c in walk(message["components"]) if c.get("custom_id") == act["custom_id"])
        data: Payload = {key: component[key] for key in ("custom_id", "id")}
        data["component_type"] = component["type"]
        if "values" in act:
            data["values"] = [str(value) for value in act["values"]][:25]
        return {"token": await self._interact(act, _PRESS, data, message=message)}

    async def _submit(self, act: Payload) -> Payload:
        more: Payload = {}
        if str(act.get("message")) in self._stage.messages:
            more["message"] = self._stage.messages[act["message"]]
        data = {"custom_id": str(act["custom_id"]), "components": act["components"]}
        return {"token": await self._interact(act, _MODAL, data, **more)}

    async def _interact(self, act: Payload, kind: int, data: Payload, said: str = "", **more: Any) -> str:  # noqa: ANN401 - any field of the payload
        stage, person = self._stage, world.PEOPLE[act["as"]]
        channel_id = stage_id(stage, act.get("channel") or more.get("message", {}).get("channel_id", CHANNEL_ID))
        interaction_id = str(next(stage.ids))
        token = f"interaction-{interaction_id}"
        stage.places[token], stage.acts[token] = channel_id, said
        stage.began(token, person.id)
        if "message" in more:
            stage.press(token, more["message"]["id"])
        channel = stage.channel(channel_id)
        more |= {"channel": channel | {"permissions": str(payloads.EVERYTHING)}, "channel_id": channel_id}
        payload = payloads.interaction(interaction_id, token, kind, data, locale=person.locale, **more)
        if channel_id == DM_CHANNEL_ID:
            payload = {key: value for key, value in payload.items() if key not in ("guild", "guild_id", "member")}
            payload |= {"user": person.user, "context": 1}
        else:
            payload["member"] = person.member
        await stage.dispatch("INTERACTION_CREATE", payload)
        return token

    async def _trouble(self, what: str) -> None:
        stage = self._stage
        match what:
            case "slow":
                stage.delay_s = 0.0 if stage.delay_s else SLOW_S
            case "limit":
                body = {"message": "You are being rate limited.", "retry_after": 2.0, "global": False}
                stage.fail("POST|PATCH", r"/(webhooks|channels)/.*", 429, body=body, Via="1.1 preview")
            case "drop":
                await stage.drop_connection()
            case "restart":
                await self._restart()
            case "right":
                stage.forbidden = "nothing" if stage.forbidden != "nothing" else "/channels/"
            case other:
                raise Refused(f"There is no trouble {other!r}.")
        stage.tell("trouble", what=what, delay_ms=round(stage.delay_s * 1000), forbidden=stage.forbidden != "nothing")


def stage_id(stage: Stage, channel: object) -> str:
    """The id of a channel that is there. Raises KeyError."""
    return str(stage.channel(str(channel))["id"])


def _option(option: Payload, typed: object, focused: object) -> Payload:
    value: object = str(typed)[:MAX_OPTION]
    if option["type"] == 5 and not isinstance(typed, bool):
        value = str(typed).lower() == "true"
    elif option["type"] == 5:
        value = typed
    elif option["type"] == 4 and focused != option["name"]:
        value = int(str(typed))
    given: Payload = {"name": option["name"], "type": option["type"], "value": value}
    return given | {"focused": True} if focused == option["name"] else given


def _text(typed: object, most: int) -> str:
    text = str(typed).strip()
    if not 0 < len(text) <= most:
        raise Refused(f"A text here has 1 to {most} characters.")
    return text
