"""What does `quoth config` tell? Whether the settings are right, and the schema of what can be set."""

import sys
from argparse import Namespace

from bot.cli.output import DONE
from bot.config.schema import schema
from bot.config.settings import Config


def config(arguments: Namespace, settings: Config) -> int:
    """`quoth config check` and `quoth config schema`; what is wrong was told before it comes to this."""
    if arguments.action == "schema":
        sys.stdout.write(schema())
    else:
        folders = ", ".join(str(folder.path) for folder in settings.folders)
        sys.stdout.write(f"The settings are right. Documents: {folders}; data: {settings.data}.\n")
    return DONE
