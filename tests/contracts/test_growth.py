"""No reader, and no stage behind it, takes time that grows faster than its input."""

import time
from contextlib import suppress

import pytest

from retrieval.documents.passages import passages, units
from retrieval.ingestion.formats.reader import Format, Refused, Source
from retrieval.ingestion.formats.registry import FORMATS
from tests.fakes.nasty_texts import SHAPES

SIZE = 400
MOST = 8.0
"""What four times the text may take, against once: twice what is in proportion, half of what its square would be."""
ATTEMPTS = 3
"""What grows faster than its input does so each time; a busy machine does not."""
NOISE_S = 0.15
"""Processor time that a busy machine may add."""


def taken_s(format_: Format, text: str) -> float:
    """Processor time to read a text and to cut it into passages, the better of two."""
    source, found = Source(f"a{format_.suffixes[0]}", text.encode()), []
    for _ in range(2):
        started = time.process_time()
        with suppress(Refused):  # as JSON that is none
            document = format_.read(source).document(source.name)
            list(passages(list(units(document))))
        found.append(time.process_time() - started)
    return min(found)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_as_long(format_: Format, shape: str) -> None:
    measured = []
    for _ in range(ATTEMPTS):
        once, fourfold = (taken_s(format_, SHAPES[shape](SIZE * times)) for times in (1, 4))
        if fourfold <= MOST * once + NOISE_S:
            return
        measured.append((once, fourfold))
    pytest.fail(f"seconds for one and four times the text: {measured}")
