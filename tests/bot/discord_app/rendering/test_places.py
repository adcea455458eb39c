"""Where the link of a citation lands: on the page, at the heading, or at the words."""

import pytest

from bot.discord_app.rendering.places import MAX_ADDRESS, address_of
from retrieval import Block, Document, Excerpt, Locator, LocatorKind, Role, Span

BASE = "https://docs.example/shop/"
TEXT = "Fees & fines\n\nA boat costs nine euros, well-kept, for each day on the water of the old harbour.\n"
HEADING, SAID = Span(0, 12), Span(14, len(TEXT) - 1)


def excerpt(name: str, locator: Locator | None = None) -> Excerpt:
    """The sentence below its heading, in a file of this name."""
    blocks = (Block(HEADING, Role.HEADING, 2), Block(SAID, Role.PARAGRAPH, headings=(HEADING,), locator=locator))
    return Excerpt(Document(name, "", TEXT, blocks), SAID)


@pytest.mark.parametrize(
    ("name", "locator", "address"),
    [
        ("a b.pdf", Locator(LocatorKind.PAGE, "12"), "a%20b.pdf#page=12"),
        ("fees.html", Locator(LocatorKind.ANCHOR, "fees fines"), "fees.html#fees%20fines"),
        ("rules/fees.md", None, "rules/fees.md#fees--fines"),
        (
            "fees.txt",
            None,
            "fees.txt#:~:text=A%20boat%20costs%20nine%20euros%2C%20well%2Dkept%2C,of%20the%20old%20harbour.",
        ),
    ],
)
def test_a_link_lands_as_near_as_the_format_allows(name: str, locator: Locator | None, address: str) -> None:
    assert address_of(excerpt(name, locator), BASE) == BASE + address


def test_a_place_that_is_too_long_is_left_out_and_then_the_link() -> None:
    name = "a" * (MAX_ADDRESS - len(BASE) - 10) + ".txt"
    assert address_of(excerpt(name), BASE) == BASE + name
    assert address_of(excerpt("a" + name * 2), BASE) == ""


def test_nothing_of_a_document_ends_the_link() -> None:
    hostile = Excerpt(Document("x.txt", "", "> [a](b) <c> \n d", (Block(Span(0, 16), Role.PARAGRAPH),)), Span(0, 16))
    assert not set(address_of(hostile, BASE)) & set(" <>()[]\n")
