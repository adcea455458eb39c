"""What does a member do in Discord? Types, completes, presses buttons, opens menus and reads what comes back."""

import re
from typing import Any

from bot.preview.server import payloads
from bot.preview.server.messages import BUTTON, Request, walk
from bot.preview.server.payloads import CHANNEL_ID, DM_CHANNEL_ID, MEMBER_USER, Payload
from bot.preview.server.server import DiscordServer
from tests.fakes.openapi import described

_COMMAND, _PRESS, _COMPLETION = 2, 3, 4  # kinds of interaction
_SUBCOMMAND, _TEXT, _BOOLEAN, _ATTACHMENT = 1, 3, 5, 11  # kinds of option
_SELECT = 3


class Discord(DiscordServer):
    """Discord, with a member who talks to the bot there."""

    def __init__(self) -> None:
        description = described()
        super().__init__(description.complaints if description else None)

    async def use(self, command: str, *, locale: str = "en-US", permissions: int = 0, **options: object) -> Request:
        """The reply to a slash command."""
        data: Payload = {"id": "400", "type": 1, "name": command, "options": [_option(*o) for o in options.items()]}
        member = payloads.member(MEMBER_USER, permissions)
        return await self.response(await self.interact(_COMMAND, data, locale=locale, member=member))

    def values_of(self, shown: Request, nth: int) -> list[str]:
        """The values that the select of a message offers that is the `nth` of them; [] where it lists none."""
        selects = [c for c in walk(self.messages[shown.message_id]["components"]) if c["type"] == _SELECT]
        return [option["value"] for option in selects[nth]["options"]] if nth < len(selects) else []

    async def set(self, word: str = "open", *, permissions: int = 1 << 5) -> Request:
        """The reply to /settings and this word, of a member who may manage the server."""
        data: Payload = {"id": "400", "type": 1, "name": "settings"}
        data["options"] = [{"name": word, "type": _SUBCOMMAND, "options": []}]
        token = await self.interact(_COMMAND, data, member=payloads.member(MEMBER_USER, permissions))
        if word == "open":
            return await self.response(token)
        return await self.until("POST", rf"/interactions/\d+/{token}/callback")

    async def set_from(self, url: str, size: int) -> Request:
        """The reply to /settings import and a file at this address, of a member who may manage the server."""
        file = {"id": "77", "filename": "settings.yaml", "size": size, "url": url, "proxy_url": url}
        option = {"name": "file", "type": _ATTACHMENT, "value": "77"}
        data: Payload = {"id": "400", "type": 1, "name": "settings", "resolved": {"attachments": {"77": file}}}
        data["options"] = [{"name": "import", "type": _SUBCOMMAND, "options": [option]}]
        return await self.response(await self.interact(_COMMAND, data, member=payloads.member(MEMBER_USER, 1 << 5)))

    async def use_in_post(self, command: str, post: str, *, member: Payload | None = None) -> Request:
        """The reply to a slash command in a post."""
        member = member or payloads.member(MEMBER_USER)
        data: Payload = {"id": "400", "type": 1, "name": command, "options": []}
        where = {"channel": self.threads[post] | {"permissions": "0"}, "channel_id": post}
        return await self.response(await self.interact(_COMMAND, data, member=member, **where))

    async def press_in_post(self, shown: Request, label: str, post: str, *, by: Payload = MEMBER_USER) -> Request:
        """The reply to the press of a button in a post."""
        where: Payload = {"channel": self.threads[post] | {"permissions": "0"}, "channel_id": post}
        return await self.response(await self.press_button(shown, label, by=by, **where))

    async def open_menu(self, command: str, message_id: str) -> Request:
        """The reply to a command from a message's menu."""
        data: Payload = {"id": "401", "type": 3, "name": command, "target_id": message_id, "options": []}
        data["resolved"] = {"messages": {message_id: self.messages[message_id]}}
        return await self.response(await self.interact(_COMMAND, data))

    async def complete(self, command: str, option: str, typed: str, **filled: str) -> list[Payload]:
        """The choices for an option of a slash command while one types."""
        options = [*(_option(*o) for o in filled.items()), {**_option(option, typed), "focused": True}]
        data: Payload = {"id": "400", "type": 1, "name": command, "options": options}
        token = await self.interact(_COMPLETION, data)
        request = await self.until("POST", rf"/interactions/\d+/{token}/callback")
        choices: list[Payload] = request.message["choices"]
        return choices

    async def click(
        self,
        shown: Request,
        label: str,
        *,
        nth: int = 0,
        by: Payload = MEMBER_USER,
        permissions: int = 0,
        locale: str = "en-US",
    ) -> Request:
        """The reply to the press of the button with this label (the `nth` of them) of a message."""
        token = await self.press_button(shown, label, nth=nth, by=by, permissions=permissions, locale=locale)
        return await self.response(token)

    async def press_button(
        self,
        shown: Request,
        label: str,
        *,
        nth: int = 0,
        by: Payload = MEMBER_USER,
        permissions: int = 0,
        **more: Any,  # noqa: ANN401 - any field of the payload
    ) -> str:
        """Press a button; gives the token of the interaction."""
        message = self.messages[shown.message_id]
        found = [c for c in walk(message["components"]) if c["type"] == BUTTON and c["label"] == label]
        data: Payload = {"custom_id": found[nth]["custom_id"], "component_type": BUTTON}
        member = payloads.member(by, permissions)
        return await self.interact(_PRESS, data, message=message, member=member, **more)

    async def choose(
        self, shown: Request, nth: int, value: str, *, by: Payload = MEMBER_USER, permissions: int = 0
    ) -> Request:
        """The reply to the choice of a value in the select of a message that is the `nth` of them."""
        message = self.messages[shown.message_id]
        found = [c for c in walk(message["components"]) if c["type"] == _SELECT]
        data: Payload = {"custom_id": found[nth]["custom_id"], "component_type": _SELECT, "values": [value]}
        member = payloads.member(by, permissions)
        return await self.response(await self.interact(_PRESS, data, message=message, member=member))

    async def response(self, token: str) -> Request:
        """The reply that came of an interaction."""
        return await self.until(
            "POST PATCH",
            rf"/webhooks/\d+/{token}(/messages/@original)?|/interactions/\d+/{token}/callback",
            lambda request: "components" in request.message,
        )

    def is_private(self, shown: Request) -> bool:
        """Whether the message that stands there is seen by the asker alone."""
        return bool(self.messages[shown.message_id].get("flags", 0) & 1 << 6)

    async def say(
        self,
        text: str,
        *,
        author: Payload = MEMBER_USER,
        direct: bool = False,
        channel: str = CHANNEL_ID,
        answering: Request | None = None,
        **more: object,
    ) -> str:
        """Write a message in a channel or to the bot; gives its id. A mention of the bot in it is a real one."""
        message_id = str(next(self.ids))
        mentions = [payloads.BOT_USER] if re.search(rf"<@!?{payloads.BOT_ID}>", text) else []
        channel = DM_CHANNEL_ID if direct else channel
        more = {"mentions": mentions, "mention_roles": re.findall(r"<@&(\d+)>", text), **more}
        if answering is not None:
            answered = self.messages[answering.message_id]
            reference = {"type": 0, "message_id": answered["id"], "channel_id": channel, "guild_id": "300"}
            more = {"type": 19, "message_reference": reference, "referenced_message": answered, **more}
        message = self.messages.add(payloads.message(message_id, channel, author, text, **more))
        await self.dispatch("MESSAGE_CREATE", message)
        return message_id

    async def post(self, title: str, text: str, *, author: Payload = MEMBER_USER) -> str:
        """Open a post in the forum; gives the id of the post, which is that of its first message, too."""
        post_id = str(next(self.ids))
        self.threads[post_id] = payloads.post(post_id, title, author)
        await self.dispatch("THREAD_CREATE", self.threads[post_id] | {"newly_created": True})
        message = self.messages.add(payloads.message(post_id, post_id, author, text))
        await self.dispatch("MESSAGE_CREATE", message)
        return post_id

    async def edit(self, message_id: str, text: str) -> None:
        """Edit a message that one wrote."""
        message = self.messages[message_id] | {"content": text, "edited_timestamp": "2026-01-01T00:01:00+00:00"}
        await self.dispatch("MESSAGE_UPDATE", self.messages.add(message))

    async def reaction_to(self, message_id: str) -> str:
        """The emoji that the bot puts below a message."""
        request = await self.until("PUT", rf"/channels/\d+/messages/{message_id}/reactions/.+/@me")
        return request.path.split("/")[-2]

    async def reply_to(self, message_id: str) -> Request:
        """The bot's reply to a message."""
        return await self.until(
            "POST",
            r"/channels/\d+/messages",
            lambda request: (
                request.body.get("message_reference", {}).get("message_id") in (message_id, int(message_id))
            ),
        )

    async def interact(self, kind: int, data: Payload, **more: Any) -> str:  # noqa: ANN401 - any field of the payload
        """Send an interaction; gives its token."""
        interaction_id = str(next(self.ids))
        token = f"interaction-{interaction_id}"
        if "message" in more:
            self.press(token, more["message"]["id"])
        await self.dispatch("INTERACTION_CREATE", payloads.interaction(interaction_id, token, kind, data, **more))
        return token


def _option(name: str, value: object) -> Payload:
    return {"name": name, "type": _BOOLEAN if isinstance(value, bool) else _TEXT, "value": value}
