"""Who is on the preview's server, and which channels has it? People with roles and languages."""

from dataclasses import dataclass

from bot.preview.server import payloads
from bot.preview.server.payloads import CHANNEL, CHANNEL_ID, FORUM, FORUM_ID, GUILD, GUILD_ID, Payload

QUESTIONS_ID = "305"
HELPER_ROLE_ID, MODERATOR_ROLE_ID, ADMIN_ROLE_ID = "311", "312", "313"
SOLVED_TAG, NEEDS_PERSON_TAG = "solved", "needs a person"
MAY_MANAGE_MESSAGES, MAY_MANAGE_SERVER, MAY_MANAGE_THREADS = 1 << 13, 1 << 5, 1 << 34
"""Source: https://discord.com/developers/docs/topics/permissions"""


@dataclass(frozen=True)
class Person:
    """Somebody whom a visitor of the preview can act as."""

    id: str
    name: str
    role: str
    colour: str
    locale: str
    role_id: str = ""
    rights: int = 0

    @property
    def user(self) -> Payload:
        """The person as a user of Discord."""
        return payloads.MEMBER_USER | {"id": self.id, "username": self.name.lower(), "global_name": self.name}

    @property
    def member(self) -> Payload:
        """The person as a member of the server."""
        rights = payloads.EVERYTHING | self.rights
        return payloads.member(self.user, rights) | {"roles": [self.role_id] if self.role_id else []}


PEOPLE = {
    person.id: person
    for person in (
        Person("200", "Ada", "member", "#5865f2", "en-US"),
        Person("202", "Jonas", "member", "#3ba55c", "de"),
        Person("203", "Chloé", "helper", "#eb459e", "fr", HELPER_ROLE_ID),
        Person(
            "204", "Sam", "moderator", "#faa61a", "en-GB", MODERATOR_ROLE_ID, MAY_MANAGE_MESSAGES | MAY_MANAGE_THREADS
        ),
        Person("205", "Robin", "admin", "#ed4245", "en-US", ADMIN_ROLE_ID, MAY_MANAGE_SERVER | MAY_MANAGE_MESSAGES),
    )
}

_QUESTIONS = CHANNEL | {"id": QUESTIONS_ID, "name": "questions", "position": 1}
CHANNELS: dict[str, Payload] = {
    CHANNEL_ID: CHANNEL | {"topic": "Mention @Quoth, or type / for its commands"},
    QUESTIONS_ID: _QUESTIONS | {"topic": "Quoth answers here unasked, where the answer is sure"},
    FORUM_ID: FORUM | {"topic": "Each post is a question", "position": 2},
}


def guild(threads: list[Payload]) -> Payload:
    """The server with these threads."""
    everyone, own, *_ = GUILD["roles"]
    named = {HELPER_ROLE_ID: "Helper", MODERATOR_ROLE_ID: "Moderator", ADMIN_ROLE_ID: "Admin"}
    roles = [
        everyone,
        own,
        *(own | {"id": one, "name": name, "managed": False, "tags": {}} for one, name in named.items()),
    ]
    members = [*GUILD["members"], *(person.member for person in PEOPLE.values())]
    more = {"channels": [one | {"guild_id": GUILD_ID} for one in CHANNELS.values()], "owner_id": "205"}
    return GUILD | more | {"roles": roles, "members": members, "threads": threads, "member_count": len(members)}
