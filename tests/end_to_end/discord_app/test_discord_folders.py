"""Does Discord ever show somebody what they may not read? Random channels, roles, commands and buttons, by names."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.rights import folders
from benchmarks.rights.folders import SECRETS
from benchmarks.rights.same import question
from bot.discord_app import DiscordSettings
from bot.services.rights import Rule
from tests.end_to_end.discord_app.conftest import Start
from tests.fakes.discord_member import Discord

GUILD, OWNER = 300, 200
STAFF, COUNCIL, FAN, ADMIN = 901, 902, 903, 904
RULES = {
    "open": Rule(),
    "staff": Rule(public=False, roles=frozenset((STAFF,))),
    "council": Rule(public=False, roles=frozenset((COUNCIL, STAFF))),
    "sealed": Rule(public=False),
}
VIEW, ADMINISTRATOR = 1 << 10, 1 << 3
MEMBERS = {200: [], 211: [STAFF], 212: [COUNCIL], 213: [FAN], 214: [STAFF, COUNCIL], 215: [], 216: [ADMIN]}
UNHURRIED = DiscordSettings(member_per_minute=100_000, channel_per_minute=100_000)
ACTS = 40

Payload = dict[str, Any]


def role(number: int, permissions: int) -> Payload:
    more = {"position": 1, "color": 0, "hoist": False, "managed": False, "mentionable": False}
    return {"id": str(number), "name": f"role {number}", "permissions": str(permissions), **more}


def entry(number: int, kind: int, *, allows: bool) -> Payload:
    return {"id": str(number), "type": kind, "allow": str(VIEW * allows), "deny": str(VIEW * (not allows))}


class World:
    """A server with channels that not everybody sees."""

    def __init__(self, dice: random.Random) -> None:
        self.seen_by_default = dice.random() < 0.5
        self.roles = {number: dice.random() < 0.2 for number in (STAFF, COUNCIL, FAN)}
        self.channels = {str(950 + at): self._entries(dice) for at in range(6)}

    def _entries(self, dice: random.Random) -> list[Payload]:
        found = [entry(GUILD, 0, allows=dice.random() < 0.2)] if dice.random() < 0.8 else []
        found += [entry(one, 0, allows=dice.random() < 0.7) for one in (STAFF, COUNCIL, FAN) if dice.random() < 0.4]
        return found + ([entry(dice.choice([211, 215]), 1, allows=True)] if dice.random() < 0.2 else [])

    async def begin(self, server: Discord) -> None:
        everyone = role(GUILD, VIEW * self.seen_by_default)
        await server.dispatch("GUILD_ROLE_UPDATE", {"guild_id": str(GUILD), "role": everyone})
        for number, sees in [*self.roles.items(), (ADMIN, None)]:
            permissions = ADMINISTRATOR if sees is None else VIEW * sees
            await server.dispatch("GUILD_ROLE_CREATE", {"guild_id": str(GUILD), "role": role(number, permissions)})
        for place_id, entries in self.channels.items():
            channel = {
                "id": place_id,
                "type": 0,
                "name": f"c{place_id}",
                "position": 0,
                "permission_overwrites": entries,
            }
            await server.dispatch("CHANNEL_CREATE", channel | {"guild_id": str(GUILD)})

    def sees(self, member: int, channel: str) -> bool:
        """Whether the member sees the channel, by the rules that Discord writes down."""
        roles = MEMBERS[member]
        if member == OWNER or ADMIN in roles:
            return True
        entries = {int(one["id"]): one["allow"] != "0" for one in self.channels[channel]}
        sees = entries.get(GUILD, self.seen_by_default or any(self.roles.get(one) for one in roles))
        own = [entries[one] for one in roles if one in entries]
        sees = any(own) if own else sees
        return bool(entries.get(member, sees))


def may_read(member: int, name: str) -> bool:
    rule, roles = RULES[name], MEMBERS[member]
    is_lord = (member == OWNER or ADMIN in roles) and bool(rule.roles)
    return rule.public or is_lord or not rule.roles.isdisjoint(roles)


def told(shown: Any) -> str:  # noqa: ANN401 - a request of the fake
    return json.dumps(shown.message, ensure_ascii=False)


@pytest.mark.parametrize("seed", range(3))
async def test_nobody_is_shown_what_they_may_not_read(start: Start, tmp_path: Path, seed: int) -> None:
    folders.write(tmp_path)
    dice = random.Random(seed)  # noqa: S311 - no secret hangs on it
    world, shown_secrets = World(dice), 0
    async with start(folders.divided(tmp_path, RULES), UNHURRIED) as server:
        await world.begin(server)
        shown: list[tuple[Any, str]] = []
        for _ in range(ACTS):
            member, channel = dice.choice(list(MEMBERS)), dice.choice(list(world.channels))
            user = {"id": str(member), "username": f"m{member}", "discriminator": "0", "avatar": None}
            person = {"user": user, "roles": list(map(str, MEMBERS[member])), "permissions": "0", "flags": 0}
            person |= {"joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
            buttons = [(one, where, button) for one, where in shown[-8:] for button in buttons_of(server, one)]
            if buttons and dice.random() < 0.4:
                one, channel, button = dice.choice(buttons)
                data: Payload = {"custom_id": button["custom_id"], "component_type": 2}
                more = {"message": server.messages[one.message_id]}
                kind = 3
            else:
                data, kind, more = command(dice), 2, {}
            token = await server.interact(kind, data, member=person, channel_id=channel, channel=place(channel), **more)
            reply = await server.response(token)
            hidden = server.is_private(reply)
            readers = [member] if hidden else [one for one in MEMBERS if world.sees(one, channel)]
            for name, secret in SECRETS.items():
                if secret in told(reply):
                    shown_secrets += 1
                    assert all(may_read(one, name) for one in readers), (name, data, readers)
            shown.append((reply, channel))
    assert shown_secrets > ACTS / 4  # or else nothing was tried


def place(channel: str) -> Payload:
    return {"id": channel, "type": 0, "name": f"c{channel}", "position": 0, "permissions": "0", "guild_id": str(GUILD)}


def buttons_of(server: Discord, shown: Any) -> list[Payload]:  # noqa: ANN401 - a request of the fake
    """The buttons of a message that do something to its text."""
    found, rest = [], [server.messages[shown.message_id]] if shown.message_id in server.messages else []
    while rest:
        part = rest.pop()
        found += [part] if part.get("type") == 2 and "custom_id" in part and "dismiss" not in part["custom_id"] else []
        rest += [*part.get("components", []), *([part["accessory"]] if "accessory" in part else [])]
    return found


def command(dice: random.Random) -> Payload:
    asked, private = question(dice), dice.random() < 0.4
    options: dict[str, dict[str, object]] = {
        "ask": {"question": asked, **({"private": True} if private else {})},
        "summary": {"topic": "parcel"} if private else {},
        "check": {"text": "The parcel keeps a refund for 5 days in winter."},
        "sources": {},
    }
    name = dice.choice(["ask", "ask", "ask", *options])
    given = [{"name": one, "type": 5 if v is True else 3, "value": v} for one, v in options[name].items()]
    return {"id": "400", "type": 1, "name": name, "options": given}
