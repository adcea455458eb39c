"""What every reader of files must hold to, whatever it is given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingestion.formats.registry import READERS, Reading

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["", "# Head", "- item", "  • item", "```", "| a | b |", "|---|---|", "> said", "By Me", "1. x", "A:"]
        ),
    ),
    max_size=25,
)


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_blocks_are_in_order_within_the_text_and_never_blank(
    read: Callable[[bytes], Reading], lines: list[str], newline: str
) -> None:
    text = newline.join(lines)
    reading = read(text.encode("utf-8"))
    assert reading.text == text
    end = 0
    for block in reading.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text).strip()
        end = block.span.end


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
def test_text_that_is_not_utf_8_is_refused(read: Callable[[bytes], Reading]) -> None:
    with pytest.raises(UnicodeDecodeError):
        read(b"caf\xe9 au lait")
