"""What can be typed after `quoth`? The commands and their options, with help for somebody who sees them first."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from bot.config.lengths import EXCERPTS, LENGTHS, MAX_EXCERPTS, MAX_SENTENCES

_ABOUT = """Quoth answers questions about a folder of documents. It quotes the passages
that answer, word for word, with file and line numbers. It writes nothing of its own."""

_EXAMPLES = """examples:
  quoth                                        chat about the documents in the folder "seeds"
  quoth --corpus ~/notes                       chat about another folder
  quoth ask "who may lift the sanctions?"      ask one question
  quoth summary report.txt                     the most telling sentences of a document
  quoth sources                                which documents are searched
  quoth run                                    be a Discord bot

Type "quoth ask --help" to learn more about one command."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint ends with what to do next."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\nType `{self.prog} --help` to see what can be typed here.\n")


class _Version(argparse.Action):
    """Show the version that is installed."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib import metadata  # a fiftieth of a second that no other command should wait

        try:
            version = metadata.version("quoth")
        except metadata.PackageNotFoundError:
            version = "(not installed: started from its folder)"
        sys.stdout.write(f"quoth {version}\n")
        parser.exit(0)


class _Whole:
    """A whole number within a range, as an argument type."""

    def __init__(self, first: int, last: int) -> None:
        self._first, self._last = first, last

    def __call__(self, typed: str) -> int:
        if typed.isascii() and typed.isdigit() and len(typed) < 10 and self._first <= int(typed) <= self._last:
            return int(typed)
        raise argparse.ArgumentTypeError(f"expected a whole number from {self._first} to {self._last}, got {typed!r}")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The typed arguments; `command` is "chat" where none was typed. Raises SystemExit on wrong use and for help."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.command == "ask" and bool(arguments.question) == bool(arguments.jsonl):
        parser.error("`ask` needs either a question or --jsonl FILE")
    return arguments


def _add_shared(parser: argparse.ArgumentParser) -> None:
    """Options that may stand before the command and behind it: without a default, so that neither undoes the other."""
    off = argparse.SUPPRESS
    parser.add_argument(
        "--corpus",
        type=Path,
        metavar="DIR",
        default=off,
        help="the documents, instead of the configured: a folder, or the name of one of `corpora`",
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", default=off, help="the settings, instead of ./config.yaml"
    )
    parser.add_argument("-v", "--verbose", action="store_true", default=off, help="tell on standard error what is done")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="quoth",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_shared(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    parser.set_defaults(command="chat", corpus=None, config=None, verbose=False)

    def command(name: str, does: str, *examples: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog="\n  ".join(("examples:" if len(examples) > 1 else "example:", *examples)),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_shared(added)
        return added

    command("chat", "ask in the terminal, line by line (what `quoth` alone does)", "quoth chat --corpus ~/notes")

    ask = command(
        "ask",
        "answer one question, or a file of questions",
        'quoth ask "who may lift the sanctions?"',
        'quoth ask "who may lift the sanctions?" --json --limit 1',
        "quoth ask --jsonl questions.jsonl > answers.jsonl",
    )
    ask.add_argument("question", nargs="*", help="the question, in your own words")
    ask.add_argument("--json", action="store_true", help="answer with one JSON object")
    ask.add_argument(
        "--jsonl",
        metavar="FILE",
        help='read {"id": …, "question": …} a line, answer each with a line; - is standard input',
    )
    ask.add_argument(
        "--limit",
        type=_Whole(1, MAX_EXCERPTS),
        metavar="N",
        help=f"excerpts at most, 1 to {MAX_EXCERPTS} (default: as configured, {EXCERPTS})",
    )

    summary = command(
        "summary",
        "show the most telling sentences of a document, on a topic, or of all documents",
        "quoth summary report.txt",
        'quoth summary "sanctions" --length long',
        "quoth summary",
    )
    summary.add_argument(
        "target",
        nargs="*",
        metavar="FILE|TOPIC",
        help="a document, or a topic in a few words; without one, a line or two of each document",
    )
    summary.add_argument(
        "--sentences",
        type=_Whole(1, MAX_SENTENCES),
        metavar="N",
        help=f"sentences at most, 1 to {MAX_SENTENCES}, instead of a length",
    )
    summary.add_argument("--length", choices=LENGTHS, default="medium", help="about 60, 150 or 400 words")
    summary.add_argument("--since", metavar="DATE|N", help="of what came since a date, or a revision")
    summary.add_argument("--json", action="store_true", help="answer with one JSON object")

    changes = command(
        "changes",
        "show the sentences that were added, removed and reworded in the documents",
        "quoth changes",
        "quoth changes --since 2026-01-31",
        "quoth changes --since 4 --json",
    )
    changes.add_argument(
        "--since",
        default="",
        metavar="DATE|REVISION",
        help="a date (2026-01-31 or 2026-01-31T14:00) or the number of a revision (default: before the last change)",
    )
    changes.add_argument("--json", action="store_true", help="answer with one JSON object")

    check = command(
        "check",
        "tell for each sentence of a text whether it stands in the documents",
        'quoth check "The Kremlin said that BRICS is not planning its own currency."',
    )
    check.add_argument("text", nargs="+", help="one or more sentences")

    compare = command(
        "compare",
        "show what two documents both say, where they differ, and what only one says",
        "quoth compare draft.txt final.txt",
    )
    compare.add_argument("file_a", metavar="FILE_A", help="a document, as `quoth sources` names it")
    compare.add_argument("file_b", metavar="FILE_B", help="the document to hold against it")

    text = command(
        "text", "write the text of a document that all start and end offsets count in", "quoth text report.txt"
    )
    text.add_argument("file", metavar="FILE", help="a document, as `quoth sources` names it")

    sources = command(
        "sources", "tell what is searched, and what is not and why", "quoth sources --all", "quoth sources --json"
    )
    sources.add_argument("--all", action="store_true", help="list every file, not only how many there are")
    sources.add_argument("--json", action="store_true", help="answer with one JSON object")
    sources.add_argument(
        "--left-out",
        nargs="?",
        const="",
        metavar="FILE",
        help="list the lines that are not quoted and why, of one document or of all",
    )

    explain = command(
        "explain",
        "tell how a question is understood, and why which passages win",
        'quoth explain "who may lift the sanctions?"',
    )
    explain.add_argument("question", nargs="+", help="the question, in your own words")

    score = command(
        "score",
        "measure the answers to a file of questions whose right answers are known",
        "quoth score questions.jsonl --corpus ~/notes",
    )
    score.add_argument(
        "questions",
        type=Path,
        metavar="FILE",
        help='a line per question: {"id", "question", "answerable", "kind", "gold": [{"file", "start", "end"}]}',
    )
    score.add_argument(
        "--forbidden",
        type=Path,
        metavar="FILE",
        help='places never to quote: {"DOCUMENT": {"chrome": [{"start", "end"}], "captions": …, "disclaimers": …}}',
    )
    score.add_argument("--json", action="store_true", help="answer with one JSON object")

    synonyms = command(
        "synonyms",
        "propose words of the documents that seem to mean the same, for a file of synonyms",
        "quoth synonyms suggest > proposals.txt",
    )
    synonyms.add_argument("action", choices=["suggest"], help="suggest: write lines for a file of synonyms")

    semantic = command(
        "semantic",
        "find what is said in other words: fetch the model for it, read with it, or never mention it again",
        "quoth semantic fetch",
        "quoth semantic fetch --from models/all-MiniLM-L6-v2",
        "quoth semantic read",
    )
    semantic.add_argument(
        "action",
        choices=["fetch", "read", "off"],
        help="fetch: get the model; read: read all sentences now, not in the background; off: offer it no more",
    )
    semantic.add_argument(
        "--from", dest="source", type=Path, metavar="DIR", help="take the model from a folder, not from the hub"
    )

    command("run", "be a Discord bot (needs DISCORD_TOKEN in the environment or in the file .env)", "quoth run")
    preview = command(
        "preview",
        "show the bot in a browser as Discord would, without an account: a page on this machine alone",
        "quoth preview --open",
        "quoth preview --corpus ~/notes --port 8080",
    )
    preview.add_argument(
        "--port", type=_Whole(0, 65_535), default=0, metavar="N", help="where the page is (default: any free port)"
    )
    preview.add_argument("--open", action="store_true", help="open the page in the browser")
    preview.add_argument(
        "--api-description",
        type=Path,
        metavar="FILE",
        help="Discord's openapi.json, to hold each message against (needs the package jsonschema)",
    )
    command("invite", "show the link that invites the bot to a Discord server", "quoth invite")
    config = command(
        "config",
        "check the settings, or write the JSON schema by which editors complete and check config.yaml",
        "quoth config check",
        "quoth config schema > config.schema.json",
    )
    config.add_argument(
        "action", choices=["check", "schema"], help="check: tell what is wrong; schema: write the schema"
    )
    command("reload", "let the running Quoth look into its folders at once", "quoth reload")
    forget = command(
        "forget",
        "remove what is kept of a file's text, or of all earlier texts: history, index, what the model read",
        "quoth forget notes/secret.txt",
        "quoth forget",
    )
    forget.add_argument("file", nargs="?", default="", metavar="FILE", help="a document, also one that is gone")
    command("doctor", "check documents, disk and Discord, and say how to mend what is not well", "quoth doctor")
    return parser
