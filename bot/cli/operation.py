"""How is Quoth run and looked after? As a bot in Discord, invited to servers, examined by its doctor."""

import logging
import os
import re
import sys
import time
from argparse import Namespace

from bot import composition
from bot.cli.meaning import offer
from bot.cli.output import DONE, FAILED, fail, tell
from bot.config.settings import Config
from bot.replies.health import of_findings
from bot.replies.sources import skipped_totals, totals
from bot.services.health import Finding, look_at_corpus, look_at_disk, look_at_watching
from bot.services.meaning import look_at_meaning
from bot.services.watcher import forget_place
from bot.terminal import chat as terminal_chat
from bot.terminal.harmless import one_line
from bot.terminal.progress import with_bar
from bot.wording import begin_answer, texts
from retrieval import write_whole

log = logging.getLogger(__name__)

HEARD_S = 3.0
"""A running Quoth sees at least every second whether somebody asks for a look."""


def chat(_: Namespace, config: Config) -> int:
    """`quoth chat`: questions in the terminal, line by line."""
    _speak_as_the_system()
    typed = offer(config)
    with composition.serving(config, progress=with_bar) as app:
        return terminal_chat.run(app, typed, data=config.data)


def discord(_: Namespace, config: Config) -> int:
    """`quoth run`: the bot in Discord."""
    if not (token := composition.token()):
        return fail(texts().operation.how_to_log_in)
    from bot.discord_app import run as run_discord  # here, so that no other command waits for discord

    offer(config)
    with composition.serving(config, progress=with_bar) as app:
        librarian = app.librarian
        log.info("%s", " ".join((totals(librarian.documents), skipped_totals(librarian.skipped))).strip())
        return run_discord(app, token, data_dir=config.data, settings=config.discord)


def preview(arguments: Namespace, config: Config) -> int:
    """`quoth preview`: a page on this machine that shows the bot as Discord would."""
    from bot.preview.runner import run as run_preview  # here, so that no other command waits for discord

    described = arguments.api_description
    if described and not described.is_file():
        return fail(f"{described} cannot be read.")
    with composition.serving(config, progress=with_bar) as app:
        return run_preview(app, config.discord, port=arguments.port, opens=arguments.open, description=described)


def invite(_: Namespace, __: Config) -> int:
    """`quoth invite`: the link that invites the bot."""
    if not (token := composition.token()):
        return fail(texts().operation.how_to_log_in)
    from bot.discord_app import invitation

    link = invitation(token)
    sys.stdout.write(f"{link}\n" if link else "")
    return DONE if link else FAILED


def doctor(_: Namespace, config: Config) -> int:
    """`quoth doctor`: whether all is well, and how to mend what is not."""
    _speak_as_the_system()
    found = [*look_at_corpus(config.folders, config.retrieval()), look_at_disk(config.data)]
    found.append(look_at_watching(config.folders, config.look_every_s))
    found.append(look_at_meaning(config.semantic.model, config.data))
    if token := composition.token():
        from bot.discord_app import examine

        found += examine(token, config.discord)
    else:
        found.append(Finding(texts().operation.token, False, texts().operation.token_missing))
    tell(of_findings(found))
    return DONE if all(finding.is_well for finding in found) else FAILED


def forget(arguments: Namespace, config: Config) -> int:
    """`quoth forget`: what is kept of a text, or of all earlier ones, is removed."""
    said = texts().operation
    had = composition.forget(config, arguments.file)
    write_whole(forget_place(composition.reload_place(config)), b"")
    _ask_to_look(config)
    if not arguments.file:
        sys.stdout.write(f"{said.forgotten}\n")
        return DONE
    told = (said.forgotten_file if had else said.nothing_to_forget).format(file=one_line(arguments.file))
    sys.stdout.write(f"{told}\n")
    name = arguments.file
    if any((folder.path / name.removeprefix(f"{folder.name}/")).exists() for folder in config.folders):
        sys.stdout.write(f"{said.still_there.format(file=one_line(name))}\n")
    return DONE


def reload(_: Namespace, config: Config) -> int:
    """`quoth reload`: the running Quoth looks into its folders at once; where none runs, this process does."""
    said = texts().operation
    heard = _ask_to_look(config)
    if not heard:
        composition.app_of(config, progress=with_bar)
    sys.stdout.write(f"{said.look_asked if heard else said.look_unheard}\n")
    return DONE


def _speak_as_the_system() -> None:
    """Speak the language that the environment names. Commands that scripts read speak English always.

    Source: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html, "Internationalization Variables"
    """
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = re.split("[_.@]", next(filter(None, named), ""))[0]
    begin_answer(language, "")


def _ask_to_look(config: Config) -> bool:
    """Asks a running Quoth for a look; gives whether one has heard."""
    asked = composition.reload_place(config)
    write_whole(asked, b"")
    until = time.monotonic() + HEARD_S
    while asked.exists():
        if time.monotonic() > until:
            asked.unlink(missing_ok=True)
            return False
        time.sleep(0.02)
    return True
