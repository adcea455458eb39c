"""How is Quoth run and looked after? As a bot in Discord, invited to servers, examined by its doctor."""

import sys
from argparse import Namespace

from bot import composition
from bot.cli.meaning import offer
from bot.cli.output import DONE, FAILED, fail, tell
from bot.config.settings import Config
from bot.replies.health import of_findings
from bot.services.health import Finding, look_at_corpus, look_at_disk
from bot.services.meaning import look_at_meaning
from bot.terminal import chat as terminal_chat
from bot.terminal.progress import with_bar
from bot.wording import texts


def chat(_: Namespace, config: Config) -> int:
    """`quoth chat`: questions in the terminal, line by line."""
    offer(config)
    with composition.serving(config, progress=with_bar) as app:
        return terminal_chat.run(app, data=config.data)


def discord(_: Namespace, config: Config) -> int:
    """`quoth run`: the bot in Discord."""
    if not (token := composition.token()):
        return fail(texts().operation.how_to_log_in)
    from bot.discord_app import run as run_discord  # here, so that no other command waits for discord

    offer(config)
    with composition.serving(config, progress=with_bar) as app:
        return run_discord(app, token, data_dir=config.data, settings=config.discord)


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
    found = [*look_at_corpus(config.corpus, config.retrieval()), look_at_disk(config.data)]
    found.append(look_at_meaning(config.semantic.model, config.data))
    if token := composition.token():
        from bot.discord_app import examine

        found += examine(token, config.discord)
    else:
        found.append(Finding(texts().operation.token, False, texts().operation.token_missing))
    tell(of_findings(found))
    return DONE if all(finding.is_well for finding in found) else FAILED
