"""Several folders by name in config.yaml: what is taken, and what is said of mistakes."""

from pathlib import Path

import pytest

from bot.config.loading import load_config
from bot.config.settings import Config, ConfigError


def load(folder: Path, content: str) -> Config:
    path = folder / "config.yaml"
    path.write_text(content, encoding="utf-8")
    return load_config(path)


def test_folders_have_names_roles_and_paths_relative_to_the_file(tmp_path: Path) -> None:
    staff = "  staff: {folder: s, roles: [5]}\n"
    content = f"corpora:\n  rules: docs\n{staff}" + "  sealed: {folder: x, public: false}\n"
    config = load(tmp_path, content)
    assert [one.is_public for one in config.corpora.values()] == [True, False, False]
    assert {name: folders[0].path for name, folders in config.libraries.items()} == {
        "rules": tmp_path / "docs",
        "staff": tmp_path / "s",
        "sealed": tmp_path / "x",
    }
    assert [folder.name for folder in config.folders] == ["rules", "staff", "sealed"]


def test_a_single_corpus_stays_what_it_was(tmp_path: Path) -> None:
    config = load(tmp_path, "corpus: docs\n")
    assert list(config.libraries) == [""]
    assert config.folders[0].path == tmp_path / "docs"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "corpora:\n  staff:\n    folder: s\n    rolls: [5]\n",
            "config.yaml:4: corpora.staff.rolls: there is no such setting",
        ),
        (
            "corpora:\n  staff:\n    folder: s\n    roles: everybody\n",
            "config.yaml:4: corpora.staff.roles: expected ids of roles",
        ),
        ("corpora:\n  staff:\n    roles: [5]\n", "corpora.staff: expected a folder"),
        (
            "corpora:\n  staff:\n    folder: s\n    public: maybe\n",
            "config.yaml:4: corpora.staff.public: expected on or off",
        ),
        ("corpora:\n  a/b: s\n", "'a/b' cannot be a folder's name"),
        ("corpus: docs\ncorpora:\n  a: s\n", "remove `corpus`"),
        ("corpora:\n  a: s\ndiscord:\n  corpora:\n    5: [b]\n", "there is no folder 'b' in corpora"),
    ],
)
def test_a_mistake_stops_the_start_and_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, content)
    assert said in str(error.value)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, "corpora:\n  a: {folder: s, roles: x}\n  b: {titel: t}\nlook_every_s: -1\n")
    assert len(error.value.problems) >= 3
