"""Does a kept index go by when, and only when, something changes that decides it?"""

import ast
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from retrieval.index.version import DECIDING, EXTRAS, LIBRARIES, code_digest, sources

PACKAGE = Path(__file__).parents[3] / "retrieval"

BEGIN = (
    "ingestion/formats/pdf_worker.py",
    "ingestion/folder.py",
    "ingestion/repeated_blocks.py",
    "index/segment_writer.py",
    "index/codec.py",
)
"""What reads files, marks what recurs, writes segments, and keeps them."""
NOT_FOLLOWED = {
    "index/index.py": "it brings segments together at each start",
    "errors.py": "what is said of a failure is not kept",
    "progress.py": "it shows how far the work is",
    "workers.py": "it says where the work is done",
}
NOT_DECIDING = {"numpy", "pathspec", "RapidFuzz"}
"""Libraries that compute what is defined elsewhere, or what nobody keeps."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, to be changed."""
    ignored = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(PACKAGE, tmp_path / "retrieval", ignore=ignored))


@pytest.mark.parametrize(
    "name",
    [
        "bm25/formula.py",
        "documents/passages.py",
        "index/segment_writer.py",
        "ingestion/formats/markdown.py",
        "text/languages/english.py",
    ],
)
def test_what_decides_an_index_makes_another_version(name: str, package: Path) -> None:
    before = code_digest(package)
    (package / name).write_bytes((package / name).read_bytes() + b"# changed\n")
    assert code_digest(package) != before


def test_so_does_a_new_language_or_data_beside_it(package: Path) -> None:
    before = code_digest(package)
    (package / "text/languages/quenya.txt").write_text("namárië\n", encoding="utf-8")
    assert code_digest(package) != before


def test_what_does_not_decide_it_keeps_the_version(package: Path) -> None:
    before = code_digest(package)
    deciding = set(sources(package))
    others = [path for path in package.rglob("*") if path.is_file() and path not in deciding]
    assert {path.parent.name for path in others} >= {"answers", "query", "ranking", "summaries", "data"}
    for path in others:
        path.write_bytes(path.read_bytes() + b"# changed\n")
    assert code_digest(package) == before


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def module_file(name: str) -> Path | None:
    """The file of this package that the imported name stands in."""
    parts = name.split(".")[1:]
    for count in range(len(parts), 0, -1):
        path = PACKAGE.joinpath(*parts[:count]).with_suffix(".py")
        if path.is_file():
            return path
    return None


def followed() -> set[Path]:
    """All modules that are imported on the way from a file to the kept index."""
    found: set[Path] = set()
    left = [PACKAGE / name for name in BEGIN]
    while left:
        path = left.pop()
        if path in found or path.relative_to(PACKAGE).as_posix() in NOT_FOLLOWED:
            continue
        found.add(path)
        left += [file for name in imported(path) if name.startswith("retrieval.") and (file := module_file(name))]
    return found


def test_every_module_on_the_way_to_the_index_is_listed() -> None:
    missing = followed() - set(sources(PACKAGE))
    assert not missing, f"add to DECIDING: {sorted(path.relative_to(PACKAGE).as_posix() for path in missing)}"


def test_so_is_every_library() -> None:
    roots = {name.partition(".")[0] for path in followed() for name in imported(path)}
    foreign = roots - set(sys.stdlib_module_names) - {"retrieval"}
    distributions = {name for root in foreign for name in packages_distributions()[root]}
    assert distributions - NOT_DECIDING == {*LIBRARIES, *EXTRAS}


def test_nothing_is_listed_that_is_not_there() -> None:
    assert [name for name in DECIDING if not (PACKAGE / name).exists()] == []
