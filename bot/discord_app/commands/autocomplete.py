"""Which documents does Discord offer while one types? File names as choices of an option."""

from itertools import islice

from discord import app_commands

from bot.app import App
from retrieval import UnknownDocument, document_key

# Source: https://discord.com/developers/docs/interactions/application-commands#autocomplete
_MAX_CHOICES = 25
_MAX_CHARS = 100


def choices(app: App, typed: str) -> list[app_commands.Choice[str]]:
    """Up to 25 documents that fit what was typed, best first. One that Discord cannot carry is left out."""
    found = []
    for document_id in app.complete(typed, _MAX_CHOICES):
        value = _value(app, document_id)
        if value is not None:
            name = document_id if len(document_id) <= _MAX_CHARS else f"…{document_id[-_MAX_CHARS + 1 :]}"
            found.append(app_commands.Choice(name=name, value=value))
    return found


def heading_choices(app: App, file: str, typed: str) -> list[app_commands.Choice[str]]:
    """Up to 25 headings of a document that fit what was typed. One that Discord cannot carry is left out."""
    fitting = (h for h in app.places(file, typed) if 0 < len(h) <= _MAX_CHARS and h.isprintable())
    return [app_commands.Choice(name=heading, value=heading) for heading in islice(fitting, _MAX_CHOICES)]


def _value(app: App, document_id: str) -> str | None:
    """What Discord sends back for the document: its id, or its file name or key where the id is too long."""
    for value in (document_id, document_id.rpartition("/")[2]):
        # Names with control or undecodable characters would make Discord refuse the whole list.
        if len(value) <= _MAX_CHARS and value == value.strip() and document_id.isprintable():
            try:
                return value if app.librarian.find(value).id == document_id else None
            except UnknownDocument:
                return None
    return document_key(document_id) if document_id.isprintable() else None
