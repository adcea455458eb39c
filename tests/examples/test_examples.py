"""Do the examples do what they say? Each is run as its first lines tell."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.py") if path.stem != "__init__")


def run(example: str, *arguments: str) -> str:
    """What the example prints."""
    command = [sys.executable, "-m", f"examples.{example}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()  # noqa: S603 - our own


def test_a_folder_is_asked_in_ten_lines() -> None:
    said = run("ask_a_folder", "seeds", "who met Lavrov?")
    assert said.startswith("The documents answer:\n")
    assert "Sergey Lavrov" in said
    assert run("ask_a_folder", "seeds", "how do I bake a carrot cake?").startswith("The documents do not answer this.")
    lines = (ROOT / "examples/ask_a_folder.py").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line and not line.startswith('"""')]) <= 10


def test_a_re_ranker_of_ones_own_shows_the_newest_first(tmp_path: Path) -> None:
    for year, rent in (("2019", "300 euros"), ("2024", "410 euros"), ("2021", "350 euros")):
        (tmp_path / f"minutes-{year}.txt").write_text(f"The rent of the hall is {rent} a month.\n")
    said = run("own_reranker", str(tmp_path), "what is the rent of the hall?")
    assert [line.split(":")[0] for line in said.splitlines()] == [
        "minutes-2024.txt",
        "minutes-2021.txt",
        "minutes-2019.txt",
    ]


def test_a_format_of_ones_own_is_quoted_with_its_time_and_to_the_letter(tmp_path: Path) -> None:
    said = [
        "The harbour was closed in the winter of 1947.",
        "The ferry to the island\nsails from the old pier. 🦭",
        "Nobody knew the captain's name.",
        "He came from Bergen.",
    ]
    cues = (f"{at}\r\n00:0{at}:30,000 --> 00:0{at}:33,000\r\n{text}\r\n" for at, text in enumerate(said, 1))
    (tmp_path / "harbour.srt").write_bytes("\r\n".join(cues).encode())
    shown = run("own_format", str(tmp_path), "from where does the ferry sail?")
    assert shown.replace("\r\n", "\n").startswith("harbour, 00:02:30: ")
    assert said[1] in shown


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_uses_public_names_only_and_is_run_here(example: str) -> None:
    text = (ROOT / "examples" / f"{example}.py").read_text(encoding="utf-8")
    assert "from retrieval." not in text
    assert f'run("{example}"' in Path(__file__).read_text(encoding="utf-8")
