"""A folder with all that makes reading and keeping documents hard."""

import os
from pathlib import Path

import pytest

from retrieval.ingestion.tree import FileTimes, Tree

LONG_AGO_NS = 1_700_000_000_000_000_000

BANNER = "Subscribe to the letter of the harbour office and read it every single morning."

FILES = {
    "windows.txt": "The walrus sleeps on the ice floe. 🦭\r\n\r\n"
    "A walrus eats clams 👩‍👩‍👧 and sea cucumbers every day.\r\n",
    "guides/refunds.md": "\ufeff# Refunds\n\nBy Ann Miller\n\n## How\n\nA refund is paid within fourteen days.\n\n"
    "These rules hold for dogs of the harbour:\n\n- they are on a lead\n- they pay a fee\n\n"
    "### Table\n\n| animal | fee |\n|---|---|\n| dog | 3 |\n| cat | 2 |\n\n```sh\nreset --password printer\n```\n",
    "中文.md": "# 动物\n\n海豹吃鱼。海象吃蛤蜊。\n\n## 地方\n\n它们住在冰上。\n",
    "fish trade.txt": "THE FISH\n\nThe Fish Trade Office (FTO) takes a fee. The FTO sells fish in the harbour.\n",
    "crlf/old #1.txt": "Reset the password of the printer.\r\n\r\n1. Press the button.\r\n2. Wait for the lamp.\r\n",
    "crlf/new\nline 🦭.txt": "The harbour opens at six.\u2028It closes at nine.\n",
    **{
        f"news/{n}.txt": f"{BANNER}\n\nThe mayor opened bridge {n} in the harbour. It cost {n},000.\n" for n in range(4)
    },
    "news/minutes.txt": "".join(
        f"{who}: The walrus wants {what}.\n\n" for who in "AB" for what in ("fish", "ice", "air")
    ),
}
RAW = {
    b"caf\xe9.txt": b"A name that is no UTF-8 hinders nobody from eating clams.\n",
    b"latin.txt": b"caf\xe9 \x01\x02",
    b"binary.txt": b"a\0b",
    b"empty.md": b" \n",
    b"only-title.md": b"# Nothing below\n",
    b"photo.png": b"\x89PNG\r\n\x1a\n\0",
    b"huge.txt": b"walrus " * 3_000,
}
MAX_FILE_MB = 0.02


def write_all(folder: Path) -> None:
    """The files, all of them last changed long ago."""
    folder.mkdir()
    for name, text in FILES.items():
        put(folder / name, text.encode())
    for raw, content in RAW.items():
        put(folder / os.fsdecode(raw), content)


def put(path: Path, content: bytes, changed_ns: int = LONG_AGO_NS) -> None:
    """Write a file as if it had been changed at that time; whoever looks sees it as it was before, or as it is then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{os.getpid()}.new")
    new.write_bytes(content)
    os.utime(new, ns=(changed_ns, changed_ns))
    new.replace(path)


def names_read(patch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on, as they are."""
    names: list[str] = []
    read = Tree.read

    def noted(tree: Tree, place: str, most: int) -> tuple[bytes, FileTimes, FileTimes]:
        names.append(place)
        return read(tree, place, most)

    patch.setattr(Tree, "read", noted)
    return names
