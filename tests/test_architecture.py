"""Who may import whom, read from the syntax trees, and the other rules of the house."""

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import retrieval
from bot.wording import GERMAN

ROOT = Path(__file__).parents[1]
MODULES = sorted(path.relative_to(ROOT) for package in ("bot", "retrieval") for path in (ROOT / package).rglob("*.py"))
ALL_FILES = [*MODULES, *sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))]

BOT_LAYERS = (
    ("bot.wording", "bot.config", "bot.references"),
    ("bot.store",),
    ("bot.services",),
    ("bot.replies",),
    ("bot.incidents",),
    ("bot.app",),
    ("bot.terminal", "bot.discord_app", "bot.composition"),
    ("bot.preview",),
    ("bot.cli",),
    ("bot.__main__",),
)
"""The rooms of the bot from the ground up: each may use itself and those of the layers below, not its neighbours."""

HANDED_IN = ("bot.config.settings", "bot.config.yaml_file")
"""What is read from a file is for those who put Quoth together; all others get the values that concern them."""
KNOW_THE_FILE = ("bot.config", "bot.composition", "bot.cli", "bot.__main__")

SPEAK = (
    "bot.app",
    "bot.incidents",
    "bot.references",
    "bot.replies",
    "bot.services",
    "bot.terminal",
    "bot.discord_app",
)
"""Whose words a member may see, so that each language needs them."""


LAYERS = (
    "errors arrays progress deadline workers",
    "text storage",
    "documents bm25 encoder",
    "settings synonyms ingestion passage_index",
    "index revisions",
    "query",
    "ranking",
    "answers summaries",
    "comparison",
    "librarian",
    "evaluation indexed_folder",
)
"""The rooms of `retrieval`, those that know nothing of others first. A room imports only what stands in lines above."""


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
        if is_within(module, "retrieval"):
            assert not is_within(imported, "bot", "discord", "yaml", "asyncio", "prompt_toolkit", "pydantic", "dotenv")
        elif is_within(imported, "retrieval"):
            assert imported == "retrieval"
            assert name in retrieval.__all__
        if is_within(imported, "discord"):
            assert is_within(module, "bot.discord_app", "bot.preview")
        if is_within(imported, "prompt_toolkit"):
            assert is_within(module, "bot.terminal")


def room(module: str) -> str:
    """The folder or module right below `retrieval` that a module is or stands in, "" for another package."""
    package, _, rest = module.partition(".")
    return rest.partition(".")[0] if package == "retrieval" else ""


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] == "retrieval"], ids=str)
def test_a_room_of_retrieval_imports_only_rooms_below_it(path: Path) -> None:
    layer = {name: number for number, line in enumerate(LAYERS) for name in line.split()}
    own = room(".".join(path.with_suffix("").parts))
    used = {room(imported) for imported, _ in imports(path)} - {"", own}
    if own != "__init__":
        assert not {name for name in used if layer[name] >= layer[own]}


def test_no_way_of_imports_through_retrieval_is_a_circle_or_longer_than_fifteen_modules() -> None:
    inside = [path for path in MODULES if path.parts[0] == "retrieval"]
    files = {".".join(path.with_suffix("").parts).removesuffix(".__init__"): path for path in inside}
    graph = {
        module: {name for pair in imports(path) for name in (pair[0], ".".join(pair)) if name in files} - {module}
        for module, path in files.items()
    }
    length: dict[str, int] = {}
    for module in TopologicalSorter(graph).static_order():  # raises CycleError, which names the circle
        length[module] = 1 + max((length[name] for name in graph[module]), default=0)
    assert max(length.values()) <= 15


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_the_index_opens_its_segments(path: Path) -> None:
    module = ".".join(path.with_suffix("").parts)
    private = tuple(f"retrieval.index.{name}" for name in ("segment", "segment_writer", "deletions", "candidates"))
    if not is_within(module, "retrieval.index"):
        assert not [imported for imported, name in imports(path) if is_within(f"{imported}.{name}", *private)]
    if is_within(module, "retrieval.index"):
        assert not [imported for imported, _ in imports(path) if room(imported) in ("query", "ranking")]


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


def bot_room(module: str) -> tuple[int, str] | None:
    """The layer of a module of the bot, and its room there."""
    rooms = ((at, room) for at, layer in enumerate(BOT_LAYERS) for room in layer if is_within(module, room))
    return next(rooms, None)


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] == "bot" and len(path.parts) > 1], ids=str)
def test_a_room_of_the_bot_uses_only_those_below_it(path: Path) -> None:
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    if module == "bot":
        return
    room = bot_room(module)
    assert room, "it has no layer"
    for imported, name in imports(path):
        other = bot_room(f"{imported}.{name}")
        if other:
            assert other == room or other[0] < room[0], f"{imported} is above it or beside it"
        if not is_within(module, *KNOW_THE_FILE):
            assert not is_within(f"{imported}.{name}", *HANDED_IN)


def sentences(tree: ast.AST) -> Iterator[str]:
    """What the module may say: texts of three words and more.

    Docstrings, errors, the log and lists of words are not said; names and descriptions of Discord's commands are
    translated by their English ones.
    """
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        unsaid: list[ast.AST] = []
        match node:
            case ast.Expr(ast.Constant()) | ast.Raise() | ast.Call(ast.Name("incident")):
                unsaid = [node]
            case ast.Call(ast.Attribute(ast.Name("log"))) | ast.Call(ast.Attribute(_, "split")):
                unsaid = [node]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                unsaid = [*node.decorator_list]
        passed.update(inner for one in unsaid for inner in ast.walk(one))
    said = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in passed)
    for text in (node.value for node in said if isinstance(node.value, str)):
        if re.search(r"[^\W\d_]+( [^\W\d_]+){2}", text) and text not in GERMAN.commands:
            yield text


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_words_for_members_stand_in_the_wording_alone(path: Path) -> None:
    if is_within(".".join(path.with_suffix("").parts), *SPEAK):
        assert list(sentences(ast.parse((ROOT / path).read_text(encoding="utf-8")))) == []


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


def test_the_picture_shows_the_rooms_as_they_stand() -> None:
    picture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("```\n")[2].partition("```")[0]
    bot, retrieval_ = (
        [line.split() for line in part.splitlines() if line.strip("─ ")] for part in re.split(r".*─.*\n", picture)
    )
    assert [line[line[0] == "bot/" :] for line in bot] == [
        [room.removeprefix("bot.") for room in layer] for layer in reversed(BOT_LAYERS)
    ]
    assert [line[line[0] == "retrieval/" :] for line in retrieval_] == [layer.split() for layer in reversed(LAYERS)]


@pytest.mark.parametrize("folder", ["tests", "benchmarks", "examples"])
def test_nobody_reaches_into_privates_of_others(folder: str) -> None:
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "self"):
                assert not re.match("_(?!_)", node.attr), where
            elif isinstance(node, ast.ImportFrom):
                assert not any(re.match("_(?!_)", alias.name) for alias in node.names), where
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.fullmatch(r"(?:bot|retrieval)\.[\w.]*\._[a-z]\w*", node.value), where
