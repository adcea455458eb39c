"""A format that another package brings is read as those that come with Quoth."""

import os
import subprocess
import sys
from pathlib import Path

READER = """
import re
from retrieval import Block, Format, Reading, Role, Span


def read(source):
    text = source.content.decode()
    if "boom" in text:
        raise ZeroDivisionError
    steps = re.finditer(r"(?m)^STEP (.+)$", text)
    return Reading(text, tuple(Block(Span(*step.span(1)), Role.PARAGRAPH) for step in steps))


FORMAT = Format("recipe", (".recipe",), read)
"""


def install(place: Path, points: str) -> None:
    """A package with a reader, as an installer lays it down."""
    (place / "recipes.py").write_text(READER)
    told = place / "recipes-1.0.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: recipes\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[quoth.formats]\n{points}\n")


def test_files_of_a_plugged_in_format_are_read_and_its_failures_are_told(tmp_path: Path) -> None:
    place, docs = tmp_path / "site", tmp_path / "docs"
    place.mkdir()
    docs.mkdir()
    install(place, "recipe = recipes:FORMAT\nbroken = recipes:MISSING")
    (docs / "soup.recipe").write_text("# not shown\nSTEP Boil the beetroot for an hour.\nSTEP Serve it cold.\n")
    (docs / "bad.recipe").write_text("boom")
    root = Path(__file__).parents[3]
    paths = os.pathsep.join((str(root), str(place)))

    def quoth(*typed: str) -> str:
        command = [sys.executable, "-m", "bot", *typed, "--corpus", str(docs)]
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": paths}
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)  # noqa: S603
        return done.stdout + done.stderr

    assert "│ Boil the beetroot for an hour." in quoth("ask", "how long is the beetroot boiled?")
    told = quoth("sources", "--all")
    assert "bad.recipe" in told
    assert "1 damaged" in told
    assert "Traceback" not in told
