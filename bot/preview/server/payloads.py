"""What Discord sends: the smallest payloads that discord.py accepts."""

from typing import Any

APPLICATION_ID = "100"
BOT_ID = "100"
MEMBER_ID = "200"
GUILD_ID = "300"
CHANNEL_ID = "301"
DM_CHANNEL_ID = "302"
THREAD_ID = "303"
FORUM_ID = "304"
OWN_ROLE_ID = "310"

Payload = dict[str, Any]

BOT_USER: Payload = {"id": BOT_ID, "username": "Quoth", "discriminator": "0", "avatar": None, "bot": True}
MEMBER_USER: Payload = {"id": MEMBER_ID, "username": "ada", "discriminator": "0", "avatar": None, "global_name": "Ada"}
OTHER_MEMBER: Payload = MEMBER_USER | {"id": "202", "username": "bob", "global_name": "Bob"}
OTHER_BOT: Payload = {"id": "201", "username": "other", "discriminator": "0", "avatar": None, "bot": True}

APPLICATION: Payload = {
    "id": APPLICATION_ID,
    "name": "Quoth",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "00",
    "flags": 0,
    "owner": MEMBER_USER,
    "team": None,
}

CHANNEL: Payload = {"id": CHANNEL_ID, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}
FORUM: Payload = {
    "id": FORUM_ID,
    "type": 15,
    "name": "help",
    "position": 1,
    "permission_overwrites": [],
    "default_forum_layout": 0,
    "available_tags": [
        {"id": "501", "name": "solved", "moderated": False, "emoji_id": None, "emoji_name": None},
        {"id": "502", "name": "needs a person", "moderated": False, "emoji_id": None, "emoji_name": None},
    ],
}
DM_CHANNEL: Payload = {"id": DM_CHANNEL_ID, "type": 1, "recipients": [MEMBER_USER], "last_message_id": None}

THREAD: Payload = {
    "id": THREAD_ID,
    "type": 11,
    "guild_id": GUILD_ID,
    "parent_id": CHANNEL_ID,
    "owner_id": MEMBER_ID,
    "name": "a thread",
    "message_count": 0,
    "member_count": 2,
    "thread_metadata": {
        "archived": False,
        "auto_archive_duration": 60,
        "archive_timestamp": "2026-01-01T00:00:00+00:00",
        "locked": False,
    },
}

_MEMBER: Payload = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}

_ROLE: Payload = {
    "permissions": "0",
    "position": 0,
    "color": 0,
    "hoist": False,
    "managed": False,
    "mentionable": False,
}
EVERYTHING = 1 << 6 | 1 << 10 | 1 << 11 | 1 << 16 | 1 << 38
"""Permissions: to react, to see channels, to write in them and in threads, and to read what was written."""

GUILD: Payload = {
    "id": GUILD_ID,
    "name": "A server",
    "owner_id": MEMBER_ID,
    "channels": [CHANNEL, FORUM],
    "roles": [
        _ROLE | {"id": GUILD_ID, "name": "@everyone", "permissions": str(EVERYTHING)},
        _ROLE | {"id": OWN_ROLE_ID, "name": "Quoth", "managed": True, "tags": {"bot_id": BOT_ID}},
    ],
    "members": [_MEMBER | {"user": BOT_USER, "roles": [OWN_ROLE_ID]}],
    "emojis": [],
    "stickers": [],
    "features": [],
    "threads": [THREAD],
    "member_count": 2,
    "unavailable": False,
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "premium_tier": 0,
    "nsfw_level": 0,
    "system_channel_flags": 0,
    "preferred_locale": "en-US",
    "afk_timeout": 60,
}

OWN_GUILD: Payload = {
    "id": GUILD_ID,
    "name": "A server",
    "icon": None,
    "owner": False,
    "permissions": "0",
    "features": [],
}


def ready(gateway: str, shard: list[int]) -> Payload:
    """The first event of a session."""
    return {
        "v": 10,
        "user": BOT_USER,
        "guilds": [{"id": GUILD_ID, "unavailable": True}],
        "session_id": "a-session",
        "shard": shard,
        "resume_gateway_url": gateway,
        "application": {"id": APPLICATION_ID, "flags": 0},
    }


def message(message_id: str, channel_id: str, author: Payload, content: str = "", **more: object) -> Payload:
    """A message as Discord describes it."""
    payload: Payload = {
        "id": message_id,
        "channel_id": channel_id,
        "author": author,
        "content": content,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
    }
    if channel_id != DM_CHANNEL_ID and author is not BOT_USER:
        payload |= {"guild_id": GUILD_ID, "member": _MEMBER}
    return payload | more


def interaction(interaction_id: str, token: str, kind: int, data: Payload, **more: object) -> Payload:
    """A member's use of a command (kind 2), of a button (3) or of a completion (4) in the channel."""
    payload: Payload = {
        "id": interaction_id,
        "application_id": APPLICATION_ID,
        "type": kind,
        "token": token,
        "version": 1,
        "data": data,
        "guild_id": GUILD_ID,
        "guild": {"id": GUILD_ID, "features": [], "locale": "en-US"},
        "channel_id": CHANNEL_ID,
        "channel": CHANNEL | {"guild_id": GUILD_ID, "permissions": "0"},
        "member": member(MEMBER_USER),
        "app_permissions": "0",
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD_ID},
        "context": 0,
        "attachment_size_limit": 10_485_760,
    }
    return payload | more


def member(user: Payload, permissions: int = 0) -> Payload:
    """A user as a member of the guild."""
    return _MEMBER | {"user": user, "permissions": str(permissions)}


def post(post_id: str, title: str, author: Payload) -> Payload:
    """A post in the forum."""
    more = {"id": post_id, "parent_id": FORUM_ID, "owner_id": author["id"], "name": title, "applied_tags": []}
    return THREAD | more
