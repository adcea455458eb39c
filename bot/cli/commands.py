"""What does each command do? One function each: typed arguments in, a reply on standard output, exit code out."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.app import App
from bot.cli import config as config_command
from bot.cli import jsonl, meaning, operation, tuning
from bot.cli.log_lines import LogLines
from bot.cli.output import DONE, FAILED, fail, tell
from bot.composition import app_of
from bot.config.loading import load_config
from bot.config.settings import Config, ConfigError
from bot.incidents import of_error
from bot.terminal.progress import with_bar
from retrieval import CorpusError, RetrievalError


def run(arguments: Namespace) -> int:
    """Run the chosen command and give its exit code. Causes outside Quoth are told in a sentence; bugs raise."""
    try:
        config = load_config(arguments.config)
        _log_to_stderr(arguments, config)
        if arguments.corpus:
            named = str(arguments.corpus)
            config = config.only(named) if named in config.corpora else config.over(arguments.corpus)
        return _COMMANDS[arguments.command](arguments, config)
    except CorpusError as error:
        return fail(f"{error} Name another folder with --corpus DIR, or as `corpus` in config.yaml.")
    except RetrievalError as error:
        return tell(of_error(error, arguments.command))
    except ConfigError as error:
        return fail(str(error))


def _ask(arguments: Namespace, config: Config) -> int:
    if not arguments.jsonl:
        app = app_of(config, progress=with_bar)
        return tell(app.showing(arguments.limit).ask(" ".join(arguments.question)), with_json=arguments.json)
    try:
        with jsonl.questions(arguments.jsonl) as lines:
            all_well = jsonl.answer_all(app_of(config, progress=with_bar), lines, arguments.limit)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        return fail(f"{arguments.jsonl} cannot be read: {error.strerror}.")
    return DONE if all_well else FAILED


def _summary(arguments: Namespace, config: Config) -> int:
    app = app_of(config, progress=with_bar, with_history=bool(arguments.since))
    if arguments.since:
        return tell(app.news(arguments.since, arguments.length), with_json=arguments.json)
    target = _document_name(" ".join(arguments.target), app, config)
    return tell(app.summary(target, arguments.length, sentences=arguments.sentences), with_json=arguments.json)


def _compare(arguments: Namespace, config: Config) -> int:
    app = app_of(config, progress=with_bar)
    return tell(app.compare(*(_document_name(typed, app, config) for typed in (arguments.file_a, arguments.file_b))))


def _changes(arguments: Namespace, config: Config) -> int:
    app = app_of(config, progress=with_bar, with_history=True)
    return tell(app.changes(arguments.since), with_json=arguments.json)


def _check(arguments: Namespace, config: Config) -> int:
    return tell(app_of(config, progress=with_bar).check(" ".join(arguments.text)))


def _text(arguments: Namespace, config: Config) -> int:
    app = app_of(config, progress=with_bar)
    document = app.librarian.find(_document_name(arguments.file, app, config))
    if sys.stdout.isatty():  # shown to a person; a pipe gets the bytes
        sys.stdout.write(document.text if document.text.endswith("\n") else f"{document.text}\n")
    else:
        sys.stdout.buffer.write(document.text.encode("utf-8", "backslashreplace"))
    return DONE


def _sources(arguments: Namespace, config: Config) -> int:
    app = app_of(config, progress=with_bar)
    if arguments.left_out is None:
        return tell(app.sources(only_totals=not arguments.all), with_json=arguments.json)
    file = _document_name(arguments.left_out, app, config) if arguments.left_out else ""
    return tell(app.left_out(file), with_json=arguments.json)


_COMMANDS: Mapping[str, Callable[[Namespace, Config], int]] = {
    "ask": _ask,
    "summary": _summary,
    "compare": _compare,
    "changes": _changes,
    "check": _check,
    "text": _text,
    "sources": _sources,
    "explain": tuning.explain,
    "score": tuning.score,
    "synonyms": tuning.synonyms,
    "semantic": meaning.semantic,
    "chat": operation.chat,
    "preview": operation.preview,
    "run": operation.discord,
    "invite": operation.invite,
    "doctor": operation.doctor,
    "config": config_command.config,
    "reload": operation.reload,
    "forget": operation.forget,
}


def _document_name(typed: str, app: App, config: Config) -> str:
    """The document's id for a path as the shell completes it (`seeds/report.txt`); anything else as it is.

    Paths are only compared, no file is touched: a document is looked up in the corpus, never opened by its path.
    """
    known = {document.id for document in app.librarian.documents}
    for folder in config.folders:
        inside = Path(os.path.relpath(typed or ".", folder.path)).as_posix()
        if (name := f"{folder.name}/{inside}" if folder.name else inside) in known:
            return name
    return typed


def _log_to_stderr(arguments: Namespace, config: Config) -> None:
    """Show the log: of a running bot as configured, of other commands only warnings, without tracebacks."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LogLines("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S"))
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
