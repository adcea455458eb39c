"""What the README promises is what the program does."""

import re
from pathlib import Path

import pytest

from bot.cli.arguments import parse
from bot.config.settings import Config

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_with_its_default() -> None:
    table = README.partition("## Settings")[2].partition("## ")[0]
    told = dict(re.findall(r"^\| `([a-z_.0-9]+)` \| `?([^|`]+?)`? \|", table, re.MULTILINE))
    expected: dict[str, object] = {}
    for name, value in Config().model_dump(mode="json").items():
        expected |= (
            {f"{name}.{key}": inner for key, inner in value.items()}
            if isinstance(value, dict) and value
            else {name: value}
        )
    assert told == {name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in expected.items()}


def test_every_command_is_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    for command in re.findall(r"^    ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE):
        assert f"`quoth {command}" in README
