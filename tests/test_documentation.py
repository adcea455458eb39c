"""What README, CONTRIBUTING and docstrings show does what they say, where it needs neither a token nor the network."""

import ast
import doctest
import json
import re
import shlex
import shutil
import tomllib
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bot.__main__ import main

ROOT = Path(__file__).parents[1]
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("*.md"))}
README = PAGES["README.md"]
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in ("bot", "retrieval")
    for path in sorted((ROOT / package).rglob("*.py"))
    if re.search(r"^\s*>>> ", path.read_text(encoding="utf-8"), re.MULTILINE)
]
COMMANDS = [
    command
    for row in re.findall(r"^\| (`quoth.*?) \|", README.partition("## Commands")[2], re.MULTILINE)
    for command in re.findall(r"`(quoth[^`]*)`", row)
]
COMMANDS.remove("quoth preview")  # goes on until it is stopped; tests/end_to_end/preview has it
NEEDS_TOKEN = {"quoth run", "quoth invite"}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the examples expect to be there, as the current one; without a token."""
    for name in ("seeds", "config.yaml", "seeds-synonyms.txt"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    return tmp_path


@pytest.mark.parametrize("module", WITH_EXAMPLES)
@pytest.mark.usefixtures("checkout")
def test_examples_in_docstrings_run(module: str) -> None:
    done = doctest.testmod(import_module(module))
    assert done.attempted > 0
    assert done.failed == 0


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
@pytest.mark.usefixtures("checkout")
def test_examples_of_the_library_give_what_stands_behind_them(block: str) -> None:
    names: dict[str, object] = {}
    lines = block.splitlines()
    for statement in ast.parse(block).body:
        told = re.search(r"  # (\[.*?\])(?::|$)", lines[(statement.end_lineno or 1) - 1])
        if told and isinstance(statement, ast.Expr):
            value = eval(ast.unparse(statement), names)  # noqa: S307 - what the README says
            for one, other in zip(value, ast.literal_eval(told[1]), strict=True):
                assert one == pytest.approx(other, abs=0.0006)
        else:
            exec(ast.unparse(statement), names)  # noqa: S102 - what the README says


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_table_run(
    command: str, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, other = sorted(path.name for path in (checkout / "seeds").iterdir())[:2]
    known = {"id": "1", "question": "who met Lavrov?", "answerable": False}
    (checkout / "questions.jsonl").write_text(json.dumps(known) + "\n")
    typed = command.replace("FILE_A", first).replace("FILE_B", other).replace("…", "who met Lavrov?")
    typed = typed.replace("FILE", "questions.jsonl" if re.search("jsonl|score", command) else first)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"who met Lavrov?\n"), "utf-8"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nothing is fetched here
    code = main(shlex.split(typed)[1:])
    told = capsys.readouterr()
    if command == "quoth semantic fetch":
        assert (code, "cannot be fetched" in told.err) == (1, True)
    elif command == "quoth doctor":
        assert "DISCORD_TOKEN" in told.out
    elif command in NEEDS_TOKEN:
        assert code == 2
        assert "DISCORD_TOKEN" in told.err
    else:
        assert code == 0, told.err
        assert told.out


@pytest.mark.parametrize("row", re.findall(r"^\| (`quoth .*)$", README.partition("## Commands")[2], re.MULTILINE))
def test_options_of_the_table_are_those_of_the_command(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = row.removeprefix("`quoth ").partition("`")[0].split()[0]
    with pytest.raises(SystemExit):
        main([command, "--help"])
    told = capsys.readouterr().out
    for option in set(re.findall(r"--[a-z]+", row)):
        assert option in told


def test_the_chat_of_the_first_page_is_what_comes(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.findall(r"```\n(> .*?)```", README, re.DOTALL)[0]
    typed = re.findall(r"^> (.*)$", shown, re.MULTILINE)
    assert len(typed) == 2
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("\n".join(typed).encode()), "utf-8"))
    assert main(["chat", "--corpus", str(checkout / "seeds")]) == 0
    said = _flat(capsys.readouterr().out)
    for block in re.split(r"\n\n|…\n", re.sub(r"^> .*$", "", shown, flags=re.MULTILINE)):
        assert _flat(block) in said, block


def _flat(text: str) -> str:
    """Without line breaks and the bar beside a quotation."""
    return " ".join(text.replace("│", " ").split())


def test_the_json_of_an_answer_has_the_keys_that_are_shown(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads(re.findall(r"```json\n(.*?)```", README, re.DOTALL)[0])
    questions = checkout / "questions.jsonl"
    questions.write_text('{"id": 1, "question": "who met Lavrov?"}\n')
    assert main(["ask", "--jsonl", str(questions)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert shown.keys() <= answer.keys()
    assert shown["excerpts"][0].keys() <= answer["excerpts"][0].keys()


def test_what_the_pages_tell_to_type_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for name, page in PAGES.items():
        for target in re.findall(r"^make ([a-z]+)|`make ([a-z]+)", page, re.MULTILINE):
            assert f"\n{''.join(target)}:" in makefile, (name, target)
        for module in re.findall(r"python -m ((?:bot|benchmarks|tests)[\w.]*)", page):
            assert find_spec(module), (name, module)
        for extra in re.findall(r"\.\[([a-z]+)\]|quoth\[([a-z]+)\]", page):
            assert "".join(extra) in extras, (name, extra)


@pytest.mark.parametrize("name", PAGES)
def test_every_file_that_a_page_names_exists(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", PAGES[name]):
        assert (ROOT / target).exists(), target
