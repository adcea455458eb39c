"""Which sections of a document are written in another language than most of it?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from retrieval.documents.model import Block, Role
from retrieval.text.detection import SECTION, language_of
from retrieval.text.languages.language import Language

MIN_LETTERS = 120
"""Blocks of a section are looked at together until they have so many letters: some twenty words."""
LOOKED_AT = 300
"""Letters of them that are."""
PLAINLY = 7
"""Different function words of the main language in these letters that prove it: any other language shares fewer."""


def in_other_languages(text: str, blocks: tuple[Block, ...], main: Language) -> tuple[Block, ...]:
    """The blocks; those that are plainly written in another language than the main one know it."""
    marked: list[Block] = []
    for group in _groups(blocks):
        told = " ".join(block.span.of(text) for block in group if block.role is not Role.CODE)
        found = main if _is_plainly(told[:LOOKED_AT], main) else language_of(told[:LOOKED_AT], main, proof=SECTION)
        marked += group if found is main else [replace(block, language=found.code) for block in group]
    return tuple(marked)


def _is_plainly(text: str, main: Language) -> bool:
    """Whether the text has so many function words of the main language that no other need be thought of."""
    return len(main.function_words.intersection(text.casefold().split())) >= PLAINLY


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Runs of blocks of one section, each a heading with what is below it, long enough to tell a language."""
    group: list[Block] = []
    letters = 0
    for block in blocks:
        opens = block.role in (Role.TITLE, Role.HEADING) or (group and block.headings != group[-1].headings)
        if group and (letters >= MIN_LETTERS or (opens and group[-1].role is not Role.HEADING)):
            yield group
            group, letters = [], 0
        group.append(block)
        letters += 0 if block.role is Role.CODE else block.span.end - block.span.start
    if group:
        yield group
