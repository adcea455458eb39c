"""What can be typed after `quoth`, without running anything."""

from pathlib import Path

import pytest

from bot.cli.arguments import parse


def test_without_a_command_it_is_the_chat() -> None:
    arguments = parse([])
    assert (arguments.command, arguments.corpus, arguments.config, arguments.verbose) == ("chat", None, None, False)
    assert parse(["--corpus", "docs"]).corpus == Path("docs")


@pytest.mark.parametrize("typed", [["-v", "--corpus", "docs", "sources"], ["sources", "-v", "--corpus", "docs"]])
def test_an_option_for_all_commands_may_stand_on_either_side(typed: list[str]) -> None:
    arguments = parse(typed)
    assert (arguments.command, arguments.corpus, arguments.verbose) == ("sources", Path("docs"), True)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["ask"], "needs either a question or --jsonl FILE"),
        (["ask", "x", "--jsonl", "-"], "needs either a question or --jsonl FILE"),
        (["ask", "x", "--limit", "0"], "expected a whole number from 1 to 10, got '0'"),
        (["ask", "x", "--limit", "1_0"], "expected a whole number from 1 to 10"),
        (["summary", "x", "--sentences", "31"], "expected a whole number from 1 to 30, got '31'"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(typed: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(typed)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["", "chat", "ask", "summary", "compare", "changes", "text", "sources", "explain", "score", "run"]
)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert f"quoth {command}".strip() in told.partition("example")[2]
    assert "--corpus DIR" in told
