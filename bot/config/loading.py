"""How do the settings come from files and the environment? Every problem is told, each with where it stands."""

import difflib
import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.config import corpora as named
from bot.config.corpora import CorpusSection
from bot.config.corpus import placed
from bot.config.discord import DiscordSettings
from bot.config.layers import Kind, Layers, Place
from bot.config.section import Section
from bot.config.semantic import AUTO, NONE, SemanticSection
from bot.config.settings import AnswerSection, Bm25Section, Config, ConfigError, SummarySection
from bot.config.yaml_file import Name

_SECRET_WORDS = ("token", "secret", "password", "api_key", "apikey")
_NO_SECRETS = "secrets do not belong in this file; set DISCORD_TOKEN in the environment or in the file .env"

_SECTIONS: dict[str, type[Section]] = {
    "answer": AnswerSection,
    "summary": SummarySection,
    "bm25": Bm25Section,
    "discord": DiscordSettings,
    "semantic": SemanticSection,
}
_NAMES = [
    *Config.model_fields,
    *(f"{name}.{key}" for name, section in _SECTIONS.items() for key in section.model_fields),
]


def load_config(path: Path | None = None) -> Config:
    """The settings of this file, those of the local file beside it over them, and those of the environment over both.

    Without a path that is QUOTH_CONFIG or ./config.yaml, and if there is none, the defaults. Beside `config.yaml` the
    local file is `config.local.yaml`. Folders and files are relative to the file that names them, `~` is the home
    folder. `synonyms` count for the corpus of their own file: who names another corpus over it names their own.
    Raises ConfigError with every problem of the files, each with its line.
    """
    given = path or (Path(os.environ["QUOTH_CONFIG"]) if os.environ.get("QUOTH_CONFIG") else None)
    first = given or Path("config.yaml")
    settings = Layers(_SECTIONS)
    if given or first.exists():
        settings.add_file(first, _content(first))
    local = first.with_name(f"{first.stem}.local{first.suffix}")
    if local.exists():
        settings.add_file(local, _content(local))
    settings.add_environment(os.environ, {name: _kind(name) for name in _NAMES if name not in _SECTIONS})
    corpus, corpora = _layer(settings, "corpus"), _layer(settings, "corpora")
    if corpus != corpora:  # in one file both are a mistake, which is told
        settings.values.pop("corpus" if corpora > corpus else "corpora", None)
    if max(corpus, corpora) > _layer(settings, "synonyms"):
        settings.values.pop("synonyms", None)
    problems = list(settings.problems)
    config = Config()
    try:
        config = Config.model_validate(settings.values)
    except ValidationError as error:
        problems += [_in_plain_words(detail, settings) for detail in error.errors(include_url=False)]
    synonyms = tuple(_here(settings, "synonyms") / file.expanduser() for file in config.synonyms)
    for number, file in enumerate(synonyms):
        if not file.is_file():
            name = ("synonyms", str(number))
            place = settings.places.get(name, settings.places["synonyms",])
            problems.append((place, f"synonyms: there is no file {file}"))
    if problems:
        problems.sort(key=lambda one: (one[0].order, one[1]))
        raise ConfigError(tuple(f"{place.where}: {said}" for place, said in problems))
    model = _placed(config.semantic.model, _here(settings, "semantic", "model"))
    return config.model_copy(
        update={
            "corpus": placed(config.corpus, _here(settings, "corpus")),
            "corpora": named.placed(config.corpora, _here(settings, "corpora")),
            "data": _here(settings, "data") / config.data.expanduser(),
            "synonyms": synonyms,
            "semantic": config.semantic.model_copy(update={"model": model}),
        }
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError((f"{path}: cannot be read: {error.strerror}",)) from None


def _layer(settings: Layers, *name: str) -> int:
    return settings.places[name].order[0] if name in settings.places else 0


def _here(settings: Layers, *name: str) -> Path:
    """What a setting's paths are relative to: the folder of its file; that of the first file for a default."""
    if name in settings.places:
        return settings.places[name].here
    return min(settings.places.values(), key=lambda place: place.order).here if settings.places else Path()


def _kind(name: str) -> Kind:
    """How a setting is read from the environment."""
    schema = _schema(tuple(name.split(".")))
    if schema.get("type") == "array":
        return "list"
    return "text" if "enum" not in schema and schema.get("type", "string") == "string" else "value"


def _placed(model: str, here: Path) -> str:
    """The model with its folder relative to the file that names it."""
    return model if model in (AUTO, NONE) else str(here / Path(model).expanduser())


def _in_plain_words(detail: ErrorDetails, settings: Layers) -> tuple[Place, str]:
    """Place and text of a problem that pydantic found."""
    name: Name = tuple(str(part) for part in detail["loc"])
    while name not in settings.written:  # of a value in a list, the list is named
        name = name[:-1]
    if detail["type"] == "value_error":  # one of our own checks, in our own words
        return settings.places[name], str(detail["ctx"]["error"])
    dotted = ".".join(name)
    if name[0] == "corpora":
        return settings.places[name], f"{dotted}: {_of_corpora(name, detail, settings)}"
    if detail["type"] == "extra_forbidden":
        said = _unknown(name, settings)
    elif dotted in _SECTIONS:
        said = f"expected its settings on the lines below, each indented, got {settings.written[name]}"
    else:
        said = f"expected {_expected(name)}, got {settings.written[name]}"
    return settings.places[name], f"{dotted}: {said}"


def _of_corpora(name: Name, detail: ErrorDetails, settings: Layers) -> str:
    if detail["type"] == "extra_forbidden":
        return f"there is no such setting; a folder has {', '.join(CorpusSection.model_fields)}"
    if detail["type"] == "missing":
        return "expected a folder, like `folder: docs/rules`"
    accepts = {"roles": "ids of roles, like [123, 456]", "public": "on or off"}
    expected = accepts.get(name[2] if len(name) > 2 else "", "folders by name, like `rules: docs/rules`")
    return f"expected {expected}, got {settings.written[name]}"


def _unknown(name: Name, settings: Layers) -> str:
    here_and_below = [known[-1].lower() for known in settings.places if known[: len(name)] == name]
    if any(word in key for key in here_and_below for word in _SECRET_WORDS):
        return _NO_SECRETS
    same_key = [known for known in _NAMES if known.rpartition(".")[2] == name[-1]]
    similar = same_key or difflib.get_close_matches(".".join(name), _NAMES, 1)
    return "there is no such setting" + (f"; did you mean {similar[0]}?" if similar else "")


def _schema(name: Name) -> dict[str, Any]:
    """The JSON schema of a setting."""
    model, key = (_SECTIONS[name[0]], name[1]) if name[0] in _SECTIONS else (Config, name[0])
    schema: dict[str, Any] = model.model_json_schema()["properties"][key]
    return schema


def _expected(name: Name) -> str:
    """What a setting accepts, in words, from its JSON schema."""
    schema = _schema(name)
    if "anyOf" in schema:  # a setting that may be empty
        is_address = any("pattern" in kind for kind in schema["anyOf"])
        return "an address like https://example.org/docs" if is_address else "a short text, in quotes"
    if schema["type"] == "array":
        in_list = len(name) > (2 if name[0] in _SECTIONS else 1)
        if "enum" in schema["items"]:
            return f"names out of {', '.join(schema['items']['enum'])}"
        if schema["items"]["type"] == "integer":
            return "a whole number of 0 or more" if in_list else "whole numbers of 0 or more, like [123, 456]"
        if name[0] in ("include", "exclude"):
            return "a pattern" if in_list else "a list of patterns, like ['*.md', drafts/]"
        return "the path of a file" if in_list else "a list of files, like [synonyms.txt]"
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    if schema["type"] == "string":
        return "the path of a folder (in quotes if YAML takes it for something else)"
    kind = "a whole number" if schema["type"] == "integer" else "a number"
    if "exclusiveMinimum" in schema:
        return f"{kind} above {schema['exclusiveMinimum']:g}"
    if "maximum" not in schema:
        return f"{kind} of {schema['minimum']:g} or more"
    return f"{kind} from {schema['minimum']:g} to {schema['maximum']:g}"
