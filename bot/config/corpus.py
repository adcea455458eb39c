"""Where do the documents lie? In a folder, in several with names, or in repositories of git."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from retrieval import CorpusFolder

_NAME = re.compile(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]*")
_ADDRESS = re.compile(r"(?:git\+)?((?:https|ssh|file)://[^\s\x00-\x1f#-][^\s\x00-\x1f#]*)(?:#(\w[\w./-]*))?")


@dataclass(frozen=True, slots=True)
class Origin:
    """A folder of documents: its name ("" where it is the only one), and its path or the address of its repository.

    A `branch` of "" is the one that the repository shows first.
    """

    name: str
    path: Path
    url: str = ""
    branch: str = ""


def _read(given: object) -> Path | tuple[Origin, ...]:
    if isinstance(given, Path):
        return given
    if isinstance(given, str) and given.strip():
        one = origin("", given)
        return (replace(one, name="repository"),) if one.url else one.path
    if isinstance(given, tuple) and all(isinstance(one, Origin) for one in given):
        return given
    if isinstance(given, Mapping) and given and all(isinstance(name, str) for name in given):
        return tuple(origin(name, where) for name, where in given.items())
    if isinstance(given, Sequence) and given and not isinstance(given, str):
        origins = tuple(origin(_last(where), where) for where in given)
        if len({one.name for one in origins}) == len(origins):
            return origins
        raise ValueError("corpus: two folders have the same name; write a name before each, like `rules: docs/rules`")
    raise _wrong()


def origin(name: str, where: object) -> Origin:
    """The folder of this name at a path or an address. Raises ValueError."""
    if not isinstance(where, str) or not where.strip():
        raise _wrong()
    if name and not _NAME.fullmatch(name):
        raise ValueError(f"corpus: {name!r} cannot be a folder's name: it may have no slash and no dot in front")
    if "://" not in where:
        return Origin(name, Path(where))
    address = _ADDRESS.fullmatch(where)
    if not address or "@" in where.partition("://")[2].partition("/")[0].partition(":")[2]:
        raise ValueError(
            f"corpus: {name or where}: a repository's address begins with https://, ssh:// or file://, has no "
            "password, and may end with #branch"
        )
    return Origin(name, Path(), address[1], address[2] or "")


def _last(where: object) -> str:
    if not isinstance(where, str):
        raise _wrong()
    return where.partition("#")[0].rstrip("/\\").replace("\\", "/").rpartition("/")[2].removesuffix(".git") or "corpus"


def _wrong() -> PydanticCustomError:
    return PydanticCustomError("corpus", "no folder")


Corpus = Annotated[Path | tuple[Origin, ...], PlainValidator(_read), WithJsonSchema({"type": "string"})]
"""A path, a list of paths, or names with paths; an address with `://` is a repository."""


def placed(corpus: Path | tuple[Origin, ...], here: Path) -> Path | tuple[Origin, ...]:
    """The corpus with paths relative to the file that names them."""
    if isinstance(corpus, Path):
        return here / corpus.expanduser()
    return tuple(one if one.url else replace(one, path=here / one.path.expanduser()) for one in corpus)


def folders(corpus: Path | tuple[Origin, ...], copies: Path) -> tuple[CorpusFolder, ...]:
    """The folders that are searched; copies of repositories lie in the folder `copies`."""
    if isinstance(corpus, Path):
        return (CorpusFolder(corpus),)
    return tuple(CorpusFolder(copies / one.name if one.url else one.path, one.name) for one in corpus)
