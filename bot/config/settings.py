"""What can be set, and within which ranges? The settings of config.yaml, with their defaults."""

import difflib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails

from bot.config import corpora as named
from bot.config.corpora import Corpora, CorpusSection
from bot.config.corpus import Corpus, Origin, folders, placed
from bot.config.discord import DiscordSettings
from bot.config.lengths import EXCERPTS, MAX_EXCERPTS, MAX_WORDS, MIN_WORDS, WORDS
from bot.config.section import Section
from bot.config.semantic import AUTO, NONE, SemanticSection
from bot.config.yaml_file import Name, Settings, read
from retrieval import MAX_REVISIONS, CorpusFolder, RetrievalSettings, processors

_RETRIEVAL = RetrievalSettings()
_SECRET_WORDS = ("token", "secret", "password", "api_key", "apikey")
_NO_SECRETS = "secrets do not belong in this file; set DISCORD_TOKEN in the environment or in the file .env"

Folder = Annotated[Path, Field(strict=False)]
Patterns = Annotated[tuple[str, ...], Field(strict=False)]
Files = Annotated[tuple[Folder, ...], Field(strict=False)]


def _number_or_off(given: object) -> object:
    return 0 if given is False else given


class ConfigError(Exception):
    """The configuration cannot be used; the message names every problem, one a line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class AnswerSection(Section):
    """How a question is answered."""

    excerpts: int = Field(default=EXCERPTS, ge=1, le=MAX_EXCERPTS)
    style: Literal["passages", "short"] = "passages"
    threshold: float = Field(default=_RETRIEVAL.answer_threshold, ge=0, le=1)


class SummarySection(Section):
    """How a document is summarized."""

    words: int = Field(default=WORDS, ge=MIN_WORDS, le=MAX_WORDS)


class Bm25Section(Section):
    """The variant of BM25 and its constants."""

    variant: Literal["okapi", "l", "plus"] = _RETRIEVAL.variant
    k1: float = Field(default=_RETRIEVAL.k1, ge=0)
    b: float = Field(default=_RETRIEVAL.b, ge=0, le=1)
    delta: float = Field(default=_RETRIEVAL.delta, ge=0)

    @field_validator("delta")
    @classmethod
    def _has_use(cls, delta: float, told: ValidationInfo) -> float:
        if delta and told.data.get("variant") == "okapi":
            raise ValueError("bm25.delta: okapi has none; set bm25.variant to l or plus")
        return delta


class Config(Section):
    """All settings. `config.yaml` explains each one."""

    corpus: Corpus = Path("seeds")
    corpora: Corpora = Field(default_factory=dict)
    include: Patterns = ()
    exclude: Patterns = ()
    data: Folder = Path(".quoth")
    synonyms: Files = ()
    max_file_mb: float = Field(default=_RETRIEVAL.max_file_mb, gt=0)
    look_every_s: float = Field(default=1.0, ge=0)
    history: Annotated[int, BeforeValidator(_number_or_off)] = Field(default=MAX_REVISIONS, ge=0)
    git_every_min: float = Field(default=60.0, ge=0)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    answer: AnswerSection = AnswerSection()
    summary: SummarySection = SummarySection()
    bm25: Bm25Section = Bm25Section()
    discord: DiscordSettings = DiscordSettings()
    semantic: SemanticSection = SemanticSection()

    def over(self, corpus: Path) -> "Config":
        """The settings for another folder, without the synonyms, which were written for the configured one."""
        return self.model_copy(update={"corpus": corpus, "corpora": {}, "synonyms": ()})

    def only(self, name: str) -> "Config":
        """The settings for one of the named folders alone."""
        return self.model_copy(update={"corpora": {name: self.corpora[name]}})

    @field_validator("corpora")
    @classmethod
    def _has_names(cls, corpora: dict[str, CorpusSection], told: ValidationInfo) -> dict[str, CorpusSection]:
        if corpora and told.data.get("corpus") != cls.model_fields["corpus"].default:
            raise ValueError("corpora: name the folder of `corpus` here, too, and remove `corpus`")
        named.origins(corpora)
        return corpora

    @field_validator("discord")
    @classmethod
    def _knows_names(cls, discord: DiscordSettings, told: ValidationInfo) -> DiscordSettings:
        known = told.data.get("corpora", {})  # nothing where they are wrong themselves
        for place, names in discord.corpora.items() if "corpora" in told.data else ():
            if unknown := [name for name in names if name not in known]:
                raise ValueError(f"discord.corpora: {place}: there is no folder {unknown[0]!r} in corpora")
        return discord

    @property
    def libraries(self) -> dict[str, tuple[CorpusFolder, ...]]:
        """The folders of each library by name; one without a name where there are no `corpora`."""
        if not self.corpora:
            return {"": folders(self.corpus, self.copies)}
        return {name: folders((one,), self.copies) for name, one in named.origins(self.corpora).items()}

    @property
    def folders(self) -> tuple[CorpusFolder, ...]:
        """The folders that are searched."""
        return tuple(folder for each in self.libraries.values() for folder in each)

    @property
    def copies(self) -> Path:
        """Where copies of repositories lie."""
        return self.data / "git"

    @property
    def repositories(self) -> tuple[Origin, ...]:
        """The repositories that are searched."""
        if self.corpora:
            return tuple(one for one in named.origins(self.corpora).values() if one.url)
        return () if isinstance(self.corpus, Path) else tuple(one for one in self.corpus if one.url)

    def retrieval(self) -> RetrievalSettings:
        """The part that retrieval needs."""
        return RetrievalSettings(
            k1=self.bm25.k1,
            b=self.bm25.b,
            variant=self.bm25.variant,
            delta=self.bm25.delta,
            answer_threshold=self.answer.threshold,
            short_answers=self.answer.style == "short",
            max_file_mb=self.max_file_mb,
            include=self.include,
            exclude=self.exclude,
            processes=processors(),
        )


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
    """The settings of this file; without one those of ./config.yaml, and if there is none, the defaults.

    Folders and files are relative to the file that names them, `~` is the home folder.
    Raises ConfigError with every problem of the file, each with its line.
    """
    if path is None and not Path("config.yaml").exists():
        return Config()
    path = path or Path("config.yaml")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError((f"{path}: cannot be read: {error.strerror}",)) from None
    settings = read(content)
    problems = list(settings.problems)
    # a section without content is one whose lines are all commented out
    given = {name: value for name, value in settings.values.items() if value is not None or name not in _SECTIONS}
    config = Config()
    try:
        config = Config.model_validate(given)
    except ValidationError as error:
        problems += [_in_plain_words(detail, settings) for detail in error.errors(include_url=False)]
    here = path.parent
    synonyms = tuple(here / file.expanduser() for file in config.synonyms)
    for number, file in enumerate(synonyms):
        if not file.is_file():
            problems.append((settings.lines["synonyms", str(number)], f"synonyms: there is no file {file}"))
    if problems:
        raise ConfigError(tuple(f"{path}:{line}: {said}" for line, said in sorted(problems)))
    return config.model_copy(
        update={
            "corpus": placed(config.corpus, here),
            "corpora": named.placed(config.corpora, here),
            "data": here / config.data.expanduser(),
            "synonyms": synonyms,
            "semantic": config.semantic.model_copy(update={"model": _placed(config.semantic.model, here)}),
        }
    )


def _placed(model: str, here: Path) -> str:
    """The model with its folder relative to the file that names it."""
    return model if model in (AUTO, NONE) else str(here / Path(model).expanduser())


def _in_plain_words(detail: ErrorDetails, settings: Settings) -> tuple[int, str]:
    """Line and text of a problem that pydantic found."""
    name: Name = tuple(str(part) for part in detail["loc"])
    while name not in settings.written:  # of a value in a list, the list is named
        name = name[:-1]
    if detail["type"] == "value_error":  # one of our own checks, in our own words
        return settings.lines[name], str(detail["ctx"]["error"])
    dotted = ".".join(name)
    if name[0] == "corpora":
        return settings.lines[name], f"{dotted}: {_of_corpora(name, detail, settings)}"
    if detail["type"] == "extra_forbidden":
        said = _unknown(name, settings)
    elif dotted in _SECTIONS:
        said = f"expected its settings on the lines below, each indented, got {settings.written[name]}"
    else:
        said = f"expected {_expected(name)}, got {settings.written[name]}"
    return settings.lines[name], f"{dotted}: {said}"


def _of_corpora(name: Name, detail: ErrorDetails, settings: Settings) -> str:
    if detail["type"] == "extra_forbidden":
        return f"there is no such setting; a folder has {', '.join(CorpusSection.model_fields)}"
    if detail["type"] == "missing":
        return "expected a folder, like `folder: docs/rules`"
    accepts = {"roles": "ids of roles, like [123, 456]", "public": "on or off"}
    expected = accepts.get(name[2] if len(name) > 2 else "", "folders by name, like `rules: docs/rules`")
    return f"expected {expected}, got {settings.written[name]}"


def _unknown(name: Name, settings: Settings) -> str:
    here_and_below = [known[-1].lower() for known in settings.lines if known[: len(name)] == name]
    if any(word in key for key in here_and_below for word in _SECRET_WORDS):
        return _NO_SECRETS
    same_key = [known for known in _NAMES if known.rpartition(".")[2] == name[-1]]
    similar = same_key or difflib.get_close_matches(".".join(name), _NAMES, 1)
    return "there is no such setting" + (f"; did you mean {similar[0]}?" if similar else "")


def _expected(name: Name) -> str:
    """What a setting accepts, in words, from its JSON schema."""
    model, key = (_SECTIONS[name[0]], name[1]) if name[0] in _SECTIONS else (Config, name[0])
    schema: dict[str, Any] = model.model_json_schema()["properties"][key]
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
