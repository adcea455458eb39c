"""What does each command do? One function per command: typed arguments in, data on standard output, exit code out."""

import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dotenv import dotenv_values

from bot.app import App
from bot.cli import as_json, jsonl
from bot.cli import explain as explained
from bot.cli import score as scoring
from bot.cli import synonyms as synonym_lines
from bot.config.lengths import sentences_of
from bot.config.settings import NO_MODEL, Config, ConfigError, load_config
from bot.replies import changes as changed
from bot.replies import comparisons, findings, summaries
from bot.replies import model as replies
from bot.services import health as doctor
from bot.services import revisions as keeping
from bot.services.watcher import watched
from bot.terminal import chat as terminal_chat
from bot.terminal.progress import with_bar
from bot.terminal.screen import show
from retrieval import (
    Analyzer,
    CorpusError,
    FileChanges,
    History,
    HistoryError,
    Librarian,
    Library,
    Reranker,
    RetrievalError,
    Synonyms,
    evaluate,
    suggest_synonyms,
)

_WRONG_USE = 2
_SET_TOKEN = "set DISCORD_TOKEN in the environment or in the file .env (README.md says how to get one)"  # noqa: S105
_HOW_TO_LOG_IN = f"There is no token: {_SET_TOKEN}, or type `quoth chat` to talk to Quoth here."


def run(arguments: Namespace) -> int:
    """Run the chosen command and give its exit code. Causes outside Quoth are told in a sentence; bugs raise."""
    try:
        config = load_config(arguments.config)
        _log_to_stderr(arguments, config)
        if arguments.command == "run":
            return _discord(arguments, config)
        if arguments.command == "chat":
            with _serving(arguments, config) as app:
                return terminal_chat.run(app, data=config.data)
        return _COMMANDS[arguments.command](arguments, config)
    except CorpusError as error:
        sys.stderr.write(f"{error} Name another folder with --corpus DIR, or as `corpus` in config.yaml.\n")
    except HistoryError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except (ConfigError, RetrievalError) as error:
        sys.stderr.write(f"{error}\n")
    return _WRONG_USE


def _ask(arguments: Namespace, config: Config) -> int:
    limit = arguments.limit or config.answer.excerpts
    if arguments.jsonl:
        try:
            with jsonl.questions(arguments.jsonl) as lines:
                return 0 if jsonl.answer_all(_librarian(arguments, config), lines, limit) else 1
        except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
            sys.stderr.write(f"{arguments.jsonl} cannot be read: {error.strerror}.\n")
            return _WRONG_USE
    question = " ".join(arguments.question)
    answer = _librarian(arguments, config).ask(question, limit)
    if arguments.json:
        _write_json({"question": question, "status": answer.status} | as_json.of_answer(answer))
    else:
        show(replies.of_answer(answer))
    return 0


def _summary(arguments: Namespace, config: Config) -> int:
    librarian = _librarian(arguments, config)
    if arguments.target:
        target = _document_name(" ".join(arguments.target), librarian, _corpus(arguments, config))
        count = arguments.sentences or sentences_of(arguments.length, config.summary.sentences)
        summary = librarian.summarize(target, count)
    else:
        summary = librarian.overview()
    if arguments.json:
        _write_json(as_json.of_summary(summary))
    else:
        show(summaries.of_summary(summary))
    return 0


def _compare(arguments: Namespace, config: Config) -> int:
    librarian, folder = _librarian(arguments, config), _corpus(arguments, config)
    one, other = (_document_name(typed, librarian, folder) for typed in (arguments.file_a, arguments.file_b))
    show(comparisons.of_comparison(librarian.compare(one, other)))
    return 0


def _changes(arguments: Namespace, config: Config) -> int:
    librarian = _librarian(arguments, config)
    history = _kept(librarian, arguments, config)
    revision = history.since(arguments.since) if history else None
    found: tuple[FileChanges, ...] = ()
    if history and revision:
        found = changed.changes_since(history, librarian.documents, revision)
    if arguments.json:
        _write_json(as_json.of_changes(found, revision))
    else:
        show(changed.of_changes(found, revision) if revision else changed.of_beginning(history))
    return 0 if history and history.revisions else 1


def _check(arguments: Namespace, config: Config) -> int:
    show(findings.of_check(_librarian(arguments, config).check(" ".join(arguments.text))))
    return 0


def _text(arguments: Namespace, config: Config) -> int:
    librarian = _librarian(arguments, config)
    document = librarian.find(_document_name(arguments.file, librarian, _corpus(arguments, config)))
    sys.stdout.buffer.write(document.text.encode("utf-8"))
    return 0


def _sources(arguments: Namespace, config: Config) -> int:
    librarian = _librarian(arguments, config)
    if arguments.json:
        _write_json(as_json.of_sources(librarian.documents, librarian.skipped))
    else:
        show(replies.of_sources(librarian.documents, librarian.skipped))
    return 0


def _explain(arguments: Namespace, config: Config) -> int:
    sys.stdout.write(explained.text(_librarian(arguments, config).explanation(" ".join(arguments.question))))
    return 0


def _score(arguments: Namespace, config: Config) -> int:
    try:
        questions, forbidden = scoring.questions(arguments.questions), scoring.forbidden(arguments.forbidden)
    except scoring.BadFile as error:
        sys.stderr.write(f"{error}\n")
        return _WRONG_USE
    figures = evaluate(_librarian(arguments, config), questions, forbidden)
    if arguments.json:
        _write_json(dict(figures))
    else:
        sys.stdout.write(scoring.table(figures))
    return 0


def _discord(arguments: Namespace, config: Config) -> int:
    if not (token := _token()):
        sys.stderr.write(_HOW_TO_LOG_IN + "\n")
        return _WRONG_USE
    from bot.discord_app import DiscordSettings  # here, so that no other command waits for discord
    from bot.discord_app import run as run_discord

    with _serving(arguments, config) as app:
        return run_discord(app, token, data_dir=config.data, settings=DiscordSettings(**config.discord.model_dump()))


def _invite(_: Namespace, __: Config) -> int:
    if not (token := _token()):
        sys.stderr.write(_HOW_TO_LOG_IN + "\n")
        return _WRONG_USE
    from bot.discord_app import invitation

    link = invitation(token)
    sys.stdout.write(f"{link}\n" if link else "")
    return 0 if link else 1


def _doctor(arguments: Namespace, config: Config) -> int:
    found = [*doctor.look_at_corpus(_corpus(arguments, config), config.retrieval()), doctor.look_at_disk(config.data)]
    if token := _token():
        from bot.discord_app import examine

        found += examine(token, needs_message_content=bool(config.discord.question_channels))
    else:
        found.append(doctor.Finding("Token", False, f"there is none; {_SET_TOKEN}"))
    show(doctor.of_findings(found))
    return 0 if all(finding.is_well for finding in found) else 1


def _synonyms(arguments: Namespace, config: Config) -> int:
    analyzer = Analyzer()
    known = Synonyms.general(analyzer) | Synonyms.read(config.synonyms, analyzer)
    suggestions = suggest_synonyms(_librarian(arguments, config).documents, known, analyzer)
    sys.stdout.write(synonym_lines.of_suggestions(suggestions))
    return 0


_COMMANDS = {
    "ask": _ask,
    "summary": _summary,
    "compare": _compare,
    "changes": _changes,
    "check": _check,
    "text": _text,
    "sources": _sources,
    "explain": _explain,
    "score": _score,
    "synonyms": _synonyms,
    "invite": _invite,
    "doctor": _doctor,
}


def _corpus(arguments: Namespace, config: Config) -> Path:
    chosen: Path = arguments.corpus or config.corpus
    return chosen


def _librarian(arguments: Namespace, config: Config) -> Librarian:
    library = _library(arguments, config)
    library.keep()
    return library.librarian


def _library(arguments: Namespace, config: Config) -> Library:
    # The configured synonyms were written for the configured documents.
    analyzer = Analyzer()
    synonyms = Synonyms() if arguments.corpus else Synonyms.read(config.synonyms, analyzer)
    reranker = None if config.semantic.model == NO_MODEL else Reranker.open(config.semantic.model)
    corpus = _corpus(arguments, config)
    kept_in = keeping.place(config.data / "index", corpus).with_suffix(".quoth")
    return Library(corpus, config.retrieval(), synonyms, reranker, analyzer, kept_in=kept_in, progress=with_bar)


@contextmanager
def _serving(arguments: Namespace, config: Config) -> Iterator[App]:
    """The commands over the documents, which are watched as long as the context lasts."""
    library = _library(arguments, config)
    history = _kept(library.librarian, arguments, config)

    def changed(librarian: Librarian) -> None:
        if history:
            keeping.record(history, librarian.documents, datetime.now(UTC))

    with watched(library, config.look_every_s, changed):
        library.keep()
        yield App(library, excerpts=config.answer.excerpts, sentences=config.summary.sentences, history=history)


def _kept(librarian: Librarian, arguments: Namespace, config: Config) -> History | None:
    return keeping.keep(librarian.documents, _corpus(arguments, config), config.data, datetime.now(UTC))


def _document_name(typed: str, librarian: Librarian, folder: Path) -> str:
    """The document's id for a path as the shell completes it (`seeds/report.txt`); anything else as it is.

    Paths are only compared, no file is touched: a document is looked up in the corpus, never opened by its path.
    """
    inside = Path(os.path.relpath(typed or ".", folder)).as_posix()
    return inside if any(document.id == inside for document in librarian.documents) else typed


def _token() -> str:
    return os.environ.get("DISCORD_TOKEN", "").strip() or _token_from_dotenv()


def _token_from_dotenv() -> str:
    try:
        return (dotenv_values(Path(".env"), interpolate=False).get("DISCORD_TOKEN") or "").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError((f".env: cannot be read as text: {error.__class__.__name__}",)) from None


def _write_json(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _log_to_stderr(arguments: Namespace, config: Config) -> None:
    """Show the log: of a running bot as configured, of other commands only warnings, without tracebacks."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S"))
    level = config.log_level.upper()
    if arguments.verbose:
        level = "DEBUG"
    elif arguments.command != "run":
        level = "WARNING"
        handler.addFilter(_without_traceback)
    logging.basicConfig(level=level, handlers=[handler])


def _without_traceback(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True
