"""What can be set, and within which ranges? The settings of config.yaml, with their defaults."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from bot.config import corpora as named
from bot.config.corpora import Corpora, CorpusSection
from bot.config.corpus import Corpus, Origin, folders
from bot.config.discord import DiscordSettings
from bot.config.lengths import EXCERPTS, MAX_EXCERPTS, MAX_WORDS, MIN_WORDS, WORDS
from bot.config.section import Section
from bot.config.semantic import SemanticSection
from retrieval import MAX_REVISIONS, CorpusFolder, RetrievalSettings, processors

_RETRIEVAL = RetrievalSettings()

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
    """Excerpts in an answer at most, 1 to 10."""
    style: Literal["passages", "short"] = "passages"
    """Passages of about 60 words each, or short: single sentences, 60 words in all."""
    threshold: float = Field(default=_RETRIEVAL.answer_threshold, ge=0, le=1)
    """Confidence from which an excerpt counts as an answer, 0 to 1; below it, down to 0.27, passages are shown as
    the closest ones, and else nothing.
    """


class SummarySection(Section):
    """How a document is summarized."""

    words: int = Field(default=WORDS, ge=MIN_WORDS, le=MAX_WORDS)
    """Words of a medium summary, 40 to 600; a short one has two fifths of them, a long one eight thirds."""


class Bm25Section(Section):
    """The variant of BM25 and its constants."""

    variant: Literal["okapi", "l", "plus"] = _RETRIEVAL.variant
    """Ranking: the BM25 formula, okapi, l or plus."""
    k1: float = Field(default=_RETRIEVAL.k1, ge=0)
    """Ranking: what a repeated word adds, 0 or more."""
    b: float = Field(default=_RETRIEVAL.b, ge=0, le=1)
    """Ranking: how much a long passage is held against it, 0 to 1."""
    delta: float = Field(default=_RETRIEVAL.delta, ge=0)
    """Ranking, for l and plus: what a word adds however long the passage is, 0 or more."""

    @field_validator("delta")
    @classmethod
    def _has_use(cls, delta: float, told: ValidationInfo) -> float:
        if delta and told.data.get("variant") == "okapi":
            raise ValueError("bm25.delta: okapi has none; set bm25.variant to l or plus")
        return delta


class Config(Section):
    """All settings. `config.yaml` explains each one."""

    corpus: Corpus = Path("seeds")
    """The folder of documents, relative to the file; or several."""
    corpora: Corpora = Field(default_factory=dict)
    """Folders by name, each with who may read it, in place of `corpus`."""
    include: Patterns = ()
    """Patterns as in .gitignore: only files that fit one are read; none means all."""
    exclude: Patterns = ()
    """Patterns as in .gitignore: files that fit one are not read."""
    data: Folder = Path(".quoth")
    """The folder for what Quoth keeps between two starts."""
    synonyms: Files = ()
    """Files of words that mean the same in your documents (how)."""
    max_file_mb: float = Field(default=_RETRIEVAL.max_file_mb, gt=0)
    """Larger files are skipped."""
    look_every_s: float = Field(default=1.0, ge=0)
    """Seconds between two looks for new, changed and deleted documents; 0: only at the start."""
    history: Annotated[int, BeforeValidator(_number_or_off)] = Field(default=MAX_REVISIONS, ge=0)
    """How many revisions of the documents are kept, for changes; 0 or off: none."""
    git_every_min: float = Field(default=60.0, ge=0)
    """Minutes between two fetches of repositories of git while Quoth runs; 0: only at the start."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """What quoth run tells: debug, info, warning, error."""
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
