"""Who gets the preview's page, and is what is built that of its source?"""

import hashlib
import shutil
import subprocess
from pathlib import Path

import aiohttp
import pytest
from aiohttp import WSMsgType

PREVIEW = Path(__file__).parents[3] / "bot" / "preview"
SOURCE, BUILT = PREVIEW / "page", PREVIEW / "built"


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["other host", "other origin", "other site"],
)
@pytest.mark.parametrize("path", ["", "page.js", "live/", "api/users/@me", "gateway/"])
async def test_other_sites_get_nothing(address: str, path: str, headers: dict[str, str]) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{address.partition('#')[0]}{path}", headers=headers) as got,
    ):
        assert got.status == 403


async def test_without_the_secret_nothing_is_told(address: str) -> None:
    live = f"{address.partition('#')[0].replace('http', 'ws')}live/"
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(live) as socket:
            await socket.send_str("a guess")
            assert (await socket.receive()).type is WSMsgType.CLOSE
            assert socket.close_code == 4001
        async with session.ws_connect(live) as socket:
            await socket.send_str(address.partition("#")[2])
            assert (await socket.receive_json())["t"] == "state"


async def test_a_wrong_act_is_refused_and_the_next_one_works(address: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{address.partition('#')[0].replace('http', 'ws')}live/") as socket,
    ):
        await socket.send_str(address.partition("#")[2])
        if not (await socket.receive_json())["connected"]:
            while (await socket.receive_json())["t"] != "connected":
                pass
        for number, act in enumerate(({"t": "nonsense"}, {"t": "say"}, {"t": "press", "as": "200", "message": "1"})):
            await socket.send_json(act | {"n": number})
            while (told := await socket.receive_json())["t"] != "done":
                pass
            assert (told["n"], bool(told["error"])) == (number, True)


async def test_the_page_may_load_nothing_from_elsewhere(address: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(address.partition("#")[0]) as got:
        policy = got.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_what_is_built_is_of_this_source() -> None:
    names = [
        "index.html",
        "package.json",
        "vite.config.ts",
        *(f"src/{path.name}" for path in (SOURCE / "src").iterdir()),
    ]
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(f"{name}\n".encode() + (SOURCE / name).read_bytes())
    assert (BUILT / "source.sha256").read_text(encoding="utf-8").strip() == digest.hexdigest(), "type `make page`"


def test_building_gives_the_files_that_are_kept(tmp_path: Path) -> None:
    npx = shutil.which("npx")
    if not npx or not (SOURCE / "node_modules").is_dir():
        pytest.skip("there is no Node with the page's packages; `make page` installs them")
    subprocess.run([npx, "vite", "build", "--outDir", str(tmp_path)], cwd=SOURCE, check=True, capture_output=True)  # noqa: S603 - our own build
    for path in tmp_path.iterdir():
        assert (BUILT / path.name).read_bytes() == path.read_bytes(), path.name
