"""What stands in many files is searched once, and cited with all its places."""

from pathlib import Path

from retrieval import Librarian, RetrievalSettings

RETURNS = "Returns: send the parcel back within thirty days and keep the receipt."
PRODUCTS = {
    "chair": "The chair carries up to a hundred and twenty kilos. Its seat can be washed at forty degrees.",
    "lamp": "The lamp has a warm light and a cable of two metres. It comes with a bulb.",
    "shelf": "The shelf holds thirty kilos on each board. Screws for brick and for wood are in the bag.",
}


def librarian(folder: Path) -> Librarian:
    for name, text in PRODUCTS.items():
        (folder / f"{name}.md").write_text(f"# Product {name}\n\n{text}\n\n{RETURNS}\n")
    return Librarian.open(folder, RetrievalSettings())


def test_it_is_found_in_the_first_file_with_all_others_named(tmp_path: Path) -> None:
    answer = librarian(tmp_path).ask("how many days do I have for returns?")
    assert answer.excerpts[0].document.id == "chair.md"
    assert RETURNS in answer.excerpts[0].text
    assert sum(RETURNS in found.text for found in answer.excerpts) == 1


def test_an_excerpt_of_nothing_else_names_the_others(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(
            f"# {name}\n\n## Returns\n\n{RETURNS}\n\n## {name}\n\n{PRODUCTS['lamp']} {name}.\n"
        )
    found = Librarian.open(tmp_path, RetrievalSettings()).ask("how many days for returns?").excerpts[0]
    assert [(other.document.id, other.text) for other in found.also_in] == [("b.md", RETURNS), ("c.md", RETURNS)]


def test_where_the_first_file_goes_the_next_one_is_searched(tmp_path: Path) -> None:
    before = librarian(tmp_path)
    sofa = "The sofa is two metres long and seats four of your friends, or one who sleeps."
    (tmp_path / "sofa.md").write_text(f"# Product sofa\n\n{sofa}\n\n{RETURNS}\n")
    added = Librarian.open(tmp_path, RetrievalSettings()).find("sofa.md")
    after = before.with_changes([added]).with_changes([], ["chair.md"])
    assert after.ask("how many days do I have for returns?").excerpts[0].document.id == "lamp.md"


def test_short_answers_below_different_questions_are_no_repeats(tmp_path: Path) -> None:
    for name, question in {
        "a": "Are dogs allowed?",
        "b": "Is there a sauna?",
        "c": "Is there a washing machine?",
    }.items():
        (tmp_path / f"{name}.md").write_text(f"## {question}\n\nNo.\n\n## About {name}\n\n{PRODUCTS['lamp']}\n")
    found = Librarian.open(tmp_path, RetrievalSettings()).ask("is there a washing machine?").excerpts[0]
    assert (found.document.id, "No." in found.text) == ("c.md", True)
