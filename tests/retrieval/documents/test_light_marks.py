"""Of reStructuredText, AsciiDoc and Org no reader sees roles, targets of links and signs of emphasis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Excerpt, Span, parts
from retrieval.documents.display import is_true
from tests.fakes.read_texts import document

SHOWN = [
    ("a.rst", "See :ref:`the other page <other>`.", "See the other page."),
    ("a.rst", "Call :meth:`~flask.Flask.run` or ``app.run()``.", "Call run or app.run()."),
    (
        "a.rst",
        "Read the `handbook`_ and `more <https://x.example>`__ *now*.",
        "Read the handbook and more (https://x.example) now.",
    ),
    ("a.rst", "It takes **two** arguments, 2 * 3 * 4.", "It takes two arguments, 2 * 3 * 4."),
    ("a.rst", "Run this::", "Run this:"),
    ("a.rst", "It runs. ::", "It runs. "),
    ("a.rst", ".. warning:: Mind the gap.", "Mind the gap."),
    ("a.rst", "Guide\n=====\n\n.. code-block:: sh\n\n   guide", "Guideguide"),
    ("a.adoc", "Read link:x.html[the page] and https://x.example[more].", "Read the page and more."),
    ("a.adoc", "See <<hours,opening hours>>, `+a+` and *bold* words.", "See opening hours, a and bold words."),
    ("a.org", "See [[https://x.example][the page]], =code= and /soft/ words.", "See the page, code and soft words."),
    ("a.txt", "In text ``every`` sign *is* shown: :ref:`x`", "In text ``every`` sign *is* shown: :ref:`x`"),
]


@pytest.mark.parametrize(("name", "text", "seen"), SHOWN)
def test_marks_are_not_shown_and_the_rest_is(name: str, text: str, seen: str) -> None:
    excerpt = Excerpt(document(name, text), Span(0, len(text)))
    shown = parts(excerpt)
    assert "".join(part.text for part in shown) == seen
    assert is_true(excerpt, shown)


@given(st.sampled_from(["a.rst", "a.adoc", "a.org"]), st.text(":`<>_*[]=~/ \nab,.h"))
def test_whatever_stands_there_no_word_is_made_up_or_moved(name: str, text: str) -> None:
    excerpt = Excerpt(document(name, text), Span(0, len(text)))
    if text.strip():
        assert is_true(excerpt, parts(excerpt))
