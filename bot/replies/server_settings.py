"""How is the value of a setting told? In the words of the one who reads it."""

from collections.abc import Iterable
from typing import Literal, get_args, get_origin

from bot.config.server import ServerSettings
from bot.wording import texts

ENDONYMS = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "ru": "Русский",
    "uk": "Українська",
    "pl": "Polski",
    "zh": "中文",
    "ja": "日本語",
}
"""What languages call themselves, by their codes in ISO 639-1."""


def told(name: str, value: object) -> str:
    """A value of the setting, with roles and channels as Discord shows mentions of them."""
    said = texts().server
    if name in ("roles", "free_roles", "helper_roles"):
        nobody = said.everybody if name == "roles" else said.none
        return ", ".join(f"<@&{role}>" for role in _many(value)) or nobody
    if name == "corpora":
        return ", ".join(map(str, _many(value))) or said.all_documents
    if name == "language":
        return ENDONYMS.get(str(value), said.values["auto"])
    return said.values.get(str(value), str(value)) if choices(name) else str(value)


def choices(name: str) -> tuple[str, ...]:
    """The values of a setting that has a few, in their order; () for others."""
    kind = ServerSettings.model_fields[name].annotation
    return get_args(kind) if get_origin(kind) is Literal else ()


def _many(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple | list) else ()
