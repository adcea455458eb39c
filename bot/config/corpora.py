"""Which folders of documents are there, by name, and who may read each? The section `corpora` of config.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from bot.config.corpus import Origin, origin
from bot.config.discord import Ids
from bot.config.section import Section


def _folder(given: object) -> Origin:
    return given if isinstance(given, Origin) else origin("", given)


class CorpusSection(Section):
    """A folder of documents that has a name."""

    folder: Annotated[Origin, PlainValidator(_folder), WithJsonSchema({"type": "string"})]
    """Its path, or the address of a repository."""
    roles: Ids = ()
    """Ids of the roles whose members may read it."""
    public: bool | None = None
    """Whether everybody may read it; None is yes where no roles are named."""

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return not self.roles if self.public is None else self.public


def _named(given: object) -> object:
    """A path or an address alone is short for `folder: …`."""
    if isinstance(given, Mapping):
        return {name: {"folder": one} if isinstance(one, str) else one for name, one in given.items()}
    return given


Corpora = Annotated[dict[str, CorpusSection], BeforeValidator(_named)]
"""The folders by name."""


def origins(corpora: Mapping[str, CorpusSection]) -> dict[str, Origin]:
    """Where the documents of each lie. Raises ValueError for a name that cannot be a folder's."""
    return {name: origin(name, _written(one.folder)) for name, one in corpora.items()}


def _written(where: Origin) -> str:
    return (where.url + (f"#{where.branch}" if where.branch else "")) if where.url else str(where.path)


def placed(corpora: Mapping[str, CorpusSection], here: Path) -> dict[str, CorpusSection]:
    """The same with paths relative to the file that names them."""
    found: dict[str, CorpusSection] = {}
    for name, one in corpora.items():
        where: Any = one.folder
        if not where.url:
            where = Origin(where.name, here / where.path.expanduser())
        found[name] = one.model_copy(update={"folder": where})
    return found
