"""Is a repository of git searched as it is now, and can an address do nothing but name one?"""

import subprocess
from pathlib import Path

import pytest

from bot.composition import app_of, serving
from bot.config.corpus import Origin
from bot.config.loading import load_config
from bot.config.settings import Config, ConfigError
from bot.services.repositories import fetch
from bot.terminal.progress import with_bar
from retrieval import CorpusError
from tests.fakes.waiting import until
from tests.fakes.written_documents import put


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *settings, "-C", str(folder), *arguments], check=True, capture_output=True)  # noqa: S603, S607


def commit(repository: Path, text: str) -> None:
    put(repository / "seal.md", text.encode())
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Say what the seal eats")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "repository").mkdir()
    git(tmp_path / "repository", "init")
    commit(tmp_path / "repository", "The seal eats herring.\n")
    return tmp_path / "repository"


def config_of(tmp_path: Path, corpus: str) -> Config:
    (tmp_path / "config.yaml").write_text(f"corpus: {corpus}\ngit_every_min: 0.0005\nlook_every_s: 0.01\n")
    return load_config(tmp_path / "config.yaml")


def test_it_is_searched_beside_a_folder_and_followed_while_quoth_runs(repository: Path, tmp_path: Path) -> None:
    put(tmp_path / "docs/walrus.txt", b"The walrus eats clams.\n")
    config = config_of(tmp_path, f"{{own: docs, theirs: '{repository.as_uri()}#main'}}")
    documents = app_of(config, progress=with_bar).librarian.documents
    assert [document.id for document in documents] == ["own/walrus.txt", "theirs/seal.md"]
    with serving(config, progress=with_bar) as app:
        commit(repository, "The seal eats squid.\n")
        # git takes a file away before it writes the new one, and a look may fall between the two
        until(lambda: any("squid" in document.text for document in app.librarian.documents))


def test_one_that_is_gone_is_told_and_its_copy_stays(repository: Path, tmp_path: Path) -> None:
    origin = Origin("theirs", Path(), repository.as_uri())
    fetch(origin, tmp_path / "copy")
    repository.rename(tmp_path / "away")
    with pytest.raises(CorpusError, match=r"repository file://.* cannot be fetched: "):
        fetch(origin, tmp_path / "copy")
    assert (tmp_path / "copy/seal.md").read_text() == "The seal eats herring.\n"


@pytest.mark.parametrize(
    "address",
    [
        "ext::sh -c touch% owned://x",
        "https://-oProxyCommand=owned",
        "http://example.org/plain.git",
        "https://ann:secret@example.org/x.git",
        "https://example.org/x.git#--upload-pack=owned",
        "file://x y",
    ],
)
def test_an_address_that_is_none_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"1: corpus: a: a repository's address begins with"):
        config_of(tmp_path, f"{{a: '{address}'}}")


@pytest.mark.parametrize("name", ["../up", ".hidden", "a/b"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be a folder's name"):
        config_of(tmp_path, f"{{'{name}': docs}}")


def test_folders_of_a_list_go_by_their_last_name(tmp_path: Path) -> None:
    config = config_of(tmp_path, "[docs/rules, ../minutes/]")
    found = [(folder.name, folder.path) for folder in config.folders]
    assert found == [("rules", tmp_path / "docs/rules"), ("minutes", tmp_path / "../minutes")]
    with pytest.raises(ConfigError, match="two folders have the same name"):
        config_of(tmp_path, "[a/docs, b/docs]")
