"""Who may import whom, read from the syntax trees, and the other rules of the house."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import retrieval

ROOT = Path(__file__).parents[1]
MODULES = sorted(path.relative_to(ROOT) for package in ("bot", "retrieval") for path in (ROOT / package).rglob("*.py"))
ALL_FILES = [*MODULES, *sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))]


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Every import of a file, wherever it stands, as module and name ("" for the module itself)."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)


def is_within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_go_one_way(path: Path) -> None:
    module = ".".join(path.with_suffix("").parts)
    for imported, name in imports(path):
        full = f"{imported}.{name}"
        if is_within(module, "retrieval"):
            assert not is_within(imported, "bot", "discord", "yaml", "asyncio", "prompt_toolkit", "pydantic", "dotenv")
        elif is_within(imported, "retrieval"):
            assert imported == "retrieval"
            assert name in retrieval.__all__
        if is_within(imported, "discord"):
            assert is_within(module, "bot.discord_app")
        if is_within(imported, "prompt_toolkit"):
            assert is_within(module, "bot.terminal")
        if is_within(module, "bot.terminal"):
            assert not is_within(full, "bot.discord_app", "bot.cli", "bot.config.settings", "bot.config.yaml_file")
        if is_within(module, "bot.discord_app"):
            assert not is_within(full, "bot.terminal", "bot.cli", "bot.config.settings", "bot.config.yaml_file")
        if is_within(module, "bot.app", "bot.replies", "bot.cli.as_json"):
            assert not is_within(
                full, "bot.terminal", "bot.discord_app", "bot.cli", "bot.config.settings", "bot.config.yaml_file"
            )
        assert not is_within(full, "bot.__main__")


@pytest.mark.parametrize("path", ALL_FILES, ids=str)
def test_every_file_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text)), "no docstring"


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 - git is where PATH says
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    homes = [f"/{place}/" for place in ("home", "root", "work", "tmp", "Users")]
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and not name.startswith("seeds/"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [home for home in homes if home in text], name


def sections() -> dict[str, str]:
    """What ARCHITECTURE.md says of each folder."""
    pages = re.split(r"^#+ ", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {found[1]: page for page in pages if (found := re.match(r"[^\n]*`((?:bot|retrieval)/[^`]*)`\n", page))}


def test_every_folder_has_its_section_in_the_architecture_and_no_other_has() -> None:
    assert set(sections()) == {f"{path.parent.as_posix()}/" for path in MODULES}


def test_every_file_that_the_architecture_names_exists() -> None:
    for folder, page in sections().items():
        for name in re.findall(r"`([\w/.-]+\.(?:pyi?|md|toml|yaml|txt))`", page):
            assert (ROOT / folder / name).exists() or (ROOT / name).exists(), (
                f"{name}, named in the section on {folder}"
            )
    for name in re.findall(r"`((?:\w+/)+[\w.]*)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name
