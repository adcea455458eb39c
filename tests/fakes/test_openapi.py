"""Does the check against Discord's description find what is wrong? Otherwise its silence would prove nothing."""

import pytest

from bot.preview.server.openapi import Contract
from tests.fakes.openapi import described


@pytest.fixture
def discord() -> Contract:
    found = described()
    if found is None:
        pytest.skip("Discord's description of its API is not there")
    return found


def test_a_right_message_is_accepted(discord: Contract) -> None:
    body = {"flags": 32768, "components": [{"type": 17, "components": [{"type": 10, "content": "text"}]}]}
    assert discord.complaints("POST", "/channels/1/messages", body) == []
    assert discord.complaints("PATCH", "/webhooks/1/token/messages/@original", body) == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/1/messages", {"content": 5}),
        ("POST", "/channels/1/messages", {"components": [{"type": 10}]}),
        ("POST", "/interactions/1/token/callback", {"type": 99}),
        ("PUT", "/applications/1/commands", [{"description": "without a name"}]),
        ("POST", "/channels/1/nonsense", None),
    ],
)
def test_a_wrong_request_is_found(discord: Contract, method: str, path: str, body: object) -> None:
    assert discord.complaints(method, path, body)
