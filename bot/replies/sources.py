"""How are the documents listed? All of them or by pages, and behind them what is not searched and why."""

from bot.replies.model import LeftOutLines, Listing, Paragraph, Part, Reply, Sources
from bot.wording import texts
from bot.wording.texts import counted
from retrieval import Document, LeftOut, Skipped, suffixes

PAGE_ROWS, PAGE_CHARS = 25, 1500
"""Rows and characters of a page of the list of documents: half a chat message, since signs are escaped there."""
_ROW_CHARS = 300


def of_sources(documents: tuple[Document, ...], skipped: tuple[Skipped, ...], page: int | None = None) -> Reply:
    """The documents that are searched, and the files that are not, with the reason; all, or a page of them from 1."""
    title = counted(texts().searching, len(documents))
    rows = list(map(_row, documents))
    missing = [f"{file.path}: {reason(file)}" for file in skipped]
    pages = [range(len(rows) + len(missing))] if page is None else _pages([*rows, *missing])
    at = min(max(page or 1, 1), len(pages)) - 1
    shown = [rows[row] for row in pages[at] if row < len(rows)]
    shown_missing = [missing[row - len(rows)] for row in pages[at] if row >= len(rows)]
    parts: list[Part] = [Listing(tuple(shown))] if shown else []
    if not rows:
        parts.append(Paragraph(texts().empty_folder))
    if shown_missing:
        parts += [Paragraph(texts().not_searched), Listing(tuple(shown_missing))]
    if len(pages) > 1:
        parts.append(Paragraph(texts().page.format(page=at + 1, pages=len(pages))))
    value = Sources(documents, skipped)
    return Reply(title, tuple(parts), private=page is not None, page=at + 1, pages=len(pages), value=value)


def of_left_out(lines: tuple[LeftOut, ...]) -> Reply:
    """The lines that are not quoted, each with its place and why."""
    rows = tuple(f"{one.document.id}:{one.line}: {texts().not_quoted[one.reason]}: {one.text}" for one in lines)
    title = counted(texts().lines_not_quoted, len(rows)) if rows else texts().all_quoted
    return Reply(title, (Listing(rows),) if rows else (), value=LeftOutLines(lines))


def _row(document: Document) -> str:
    """A document with its title, where it has one, and its encoding, where that is none of today."""
    named = document.id if document.title in ("", document.id) else f"{document.id} — {document.title}"
    return f"{named} ({document.encoding})" if document.encoding else named


def reason(skipped: Skipped) -> str:
    """Why the file is not searched, in the asker's language."""
    size, _, limit = skipped.detail.partition(" > ")  # of a file that is too large
    formats = texts().all_of.join(suffixes())
    return texts().skipped[skipped.reason].format(detail=skipped.detail, size=size, limit=limit, formats=formats)


def _pages(rows: list[str]) -> list[range]:
    """The positions of the rows, by pages that fit into a message each."""
    pages, start, chars = [], 0, 0
    for at, row in enumerate(rows):
        chars += min(len(row), _ROW_CHARS)
        if at > start and (at - start >= PAGE_ROWS or chars > PAGE_CHARS):
            pages.append(range(start, at))
            start, chars = at, min(len(row), _ROW_CHARS)
    return [*pages, range(start, len(rows))]
