"""What does `quoth semantic` do? Fetches the model that finds what is said in other words, and reads with it."""

import sys
from argparse import Namespace

from bot.cli.output import DONE, FAILED, fail
from bot.composition import libraries_of, reranker_of
from bot.config.settings import Config
from bot.services import meaning
from bot.terminal.progress import bytes_bar, with_bar
from bot.terminal.screen import is_terminal
from bot.wording import texts
from retrieval import MODEL_SIZE_MB, ModelError, copy_model, fetch_model


def semantic(arguments: Namespace, config: Config) -> int:
    """`quoth semantic fetch`, `read` or `off`."""
    match arguments.action:
        case "fetch":
            return _fetch(arguments, config)
        case "off":
            meaning.decline(config.data)
            return DONE
    reranker = reranker_of(config)
    if not reranker:
        return fail(texts().operation.meaning_offer)
    for library in libraries_of(config, progress=with_bar).values():
        reranker.learn(library.librarian.units(), with_bar)
    return DONE


def offer(config: Config) -> str:
    """Offers the model once, and fetches it for who says yes; without a person at the terminal it is only told.

    Gives what was typed instead of a yes or no, such as a first question.
    """
    if not meaning.is_open(config.semantic.model, config.data):
        return ""
    said = texts().operation
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        sys.stderr.write(f"{said.meaning_offer}\n")
        return ""
    sys.stderr.write(said.meaning_question)
    sys.stderr.flush()
    typed = sys.stdin.readline().strip()
    if typed.casefold() in said.yes:
        _fetch(Namespace(source=None), config)
    elif typed.casefold() in said.no:
        meaning.decline(config.data)
    else:
        return typed
    return ""


def _fetch(arguments: Namespace, config: Config) -> int:
    folder = meaning.model_place(config.data)
    try:
        if arguments.source:
            copy_model(arguments.source, folder)
        else:
            with bytes_bar(MODEL_SIZE_MB * 10**6) as watch:
                fetch_model(folder, watch)
    except (ModelError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    sys.stderr.write(texts().operation.meaning_on.format(folder=folder) + "\n")
    return DONE
