"""What every reader of files must hold to, whatever it is given."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Block, SkipReason, Span
from retrieval.ingestion.formats.reader import Format, Reading, Refused, Source
from retrieval.ingestion.formats.registry import FORMATS, format_named, read, suffixes

MARKED = """
# Head
- item
  • item
```
| a | b |
|---|---|
> said
By Me
1. x
A:
Page 1
\f
* Head
== Head
|===
----
+
term::
#+begin_src
#+end_src
:x:
.. note:: x
   in it
=== ===
import {
export const a = [
{/* x
*/}
<Tab title='a'>
<h2 id=a>Head
<table><tr><th>a
<td>b
</table>
<ul><li>c
<dl><dt>d<dd>e
<pre>
<p>
""".split("\n")
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(MARKED),
    ),
    max_size=25,
)
ENCODED = st.builds(
    lambda lines, newline, encoding: newline.join(lines).encode(encoding, "replace"),
    LINES,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1"]),
)
OF_EACH = pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)


def reading(format_: Format, content: bytes) -> Reading:
    """What the reader gives, or nothing where it refuses the content, which it always does with a reason."""
    try:
        return format_.read(Source(f"folder/file{format_.suffixes[0]}", content))
    except Refused as refused:
        assert refused.reason in SkipReason
        return Reading("", ())


def referred_to(block: Block) -> Iterable[Span]:
    """The places that a block refers to."""
    yield from block.headings
    yield from filter(None, (block.lead_in, block.parent, block.header, block.speaker))


@OF_EACH
@given(content=st.one_of(ENCODED, st.binary(max_size=200)))
def test_blocks_are_in_order_within_the_text_and_never_blank(format_: Format, content: bytes) -> None:
    found = reading(format_, content)
    end = 0
    for block in found.blocks:
        assert end <= block.span.start < block.span.end <= len(found.text)
        assert block.span.of(found.text).strip()
        end = block.span.end


@OF_EACH
@given(content=ENCODED)
def test_what_a_block_refers_to_stands_in_the_text_and_not_behind_it(format_: Format, content: bytes) -> None:
    found = reading(format_, content)
    for block in found.blocks:
        for place in referred_to(block):
            assert 0 <= place.start < place.end
            in_front = place == block.speaker and place.end < block.span.end  # "<Ann> Hello"
            assert place.start <= block.span.start or in_front
            assert place.of(found.text).strip()


@OF_EACH
@given(content=ENCODED)
def test_the_same_bytes_are_always_read_alike(format_: Format, content: bytes) -> None:
    assert reading(format_, content) == reading(format_, content)


@OF_EACH
def test_a_format_is_found_by_each_of_its_suffixes_in_any_case(format_: Format) -> None:
    for suffix in format_.suffixes:
        assert suffix in ("", *suffixes())
        assert format_named(f"a.b/c{suffix.upper()}") is format_


def test_no_suffix_belongs_to_two_formats() -> None:
    assert len({*suffixes(), ""}) == sum(len(format_.suffixes) for format_ in FORMATS)


@pytest.mark.parametrize("name", ["picture.png", "folder.txt/file.bin", "README.PNG"])
def test_a_file_that_no_reader_reads_is_refused_by_its_name(name: str) -> None:
    assert format_named(name) is None
    with pytest.raises(Refused) as refused:
        read(Source(name, b"Some words stand here."))
    assert refused.value.reason is SkipReason.UNKNOWN_FORMAT


@OF_EACH
@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_a_file_without_text_is_refused(format_: Format, content: bytes) -> None:
    with pytest.raises(Refused):
        read(Source(f"a{format_.suffixes[0]}", content))


def test_a_file_is_called_by_the_title_in_its_text_before_that_in_its_properties() -> None:
    assert Reading("Words.", (), "Said\n elsewhere", "de").document("a.x").title == "Said elsewhere"
    told = read(Source("a.md", b"# The real one\n\nWords stand here."))
    assert Reading(told.text, told.blocks, "Said elsewhere").document("a.x").title == "The real one"
