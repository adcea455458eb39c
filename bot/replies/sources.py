"""How are the documents listed? All of them or by pages, and behind them what is not searched and why."""

from collections import Counter
from pathlib import PurePosixPath

from bot.replies.model import LeftOutLines, Listing, Paragraph, Part, Reply, Sources
from bot.wording import counted, texts
from retrieval import Document, LeftOut, Skipped, SkipReason

PAGE_ROWS, PAGE_CHARS = 25, 1500
"""Rows and characters of a page of the list of documents: half a chat message, since signs are escaped there."""
_ROW_CHARS = 300
MAX_KINDS = 12
"""Formats and reasons that are counted by themselves."""


def of_sources(
    documents: tuple[Document, ...],
    skipped: tuple[Skipped, ...],
    page: int | None = None,
    *,
    only_totals: bool = False,
    private: bool = False,
) -> Reply:
    """How many documents are searched and files are not, by format and reason, and then each, or a page of them from 1.

    With `only_totals` it ends there.
    """
    title = counted(texts().searching, len(documents))
    value = Sources(documents, skipped)
    first = [Paragraph(one) for one in (totals(documents), skipped_totals(skipped)) if one]
    if only_totals:
        if not documents:
            first.append(Paragraph(texts().empty_folder))
        if first and not private:
            first.append(Paragraph(texts().all_files))
        return Reply(title, tuple(first), private=private, value=value)
    rows = list(map(_row, documents))
    missing = [f"{file.path}: {reason(file)}" for file in skipped]
    pages = [range(len(rows) + len(missing))] if page is None else _pages([*rows, *missing])
    at = min(max(page or 1, 1), len(pages)) - 1
    shown = [rows[row] for row in pages[at] if row < len(rows)]
    shown_missing = [missing[row - len(rows)] for row in pages[at] if row >= len(rows)]
    parts: list[Part] = [*first] if at == 0 else []
    if shown:
        parts.append(Listing(tuple(shown)))
    if not rows:
        parts.append(Paragraph(texts().empty_folder))
    if shown_missing:
        parts += [Paragraph(texts().not_searched), Listing(tuple(shown_missing))]
    if len(pages) > 1:
        parts.append(Paragraph(texts().page.format(page=at + 1, pages=len(pages))))
    return Reply(title, tuple(parts), private=page is not None, page=at + 1, pages=len(pages), value=value)


def totals(documents: tuple[Document, ...]) -> str:
    """How many documents there are of each format, "" where there are none."""
    counts = Counter(PurePosixPath(document.id).suffix.lower() for document in documents)
    return texts().read_totals.format(formats=_most_first(counts)) if counts else ""


def skipped_totals(skipped: tuple[Skipped, ...]) -> str:
    """How many files are not searched for which reason, "" where all are."""
    if not skipped:
        return ""
    unknown = Counter(file.detail for file in skipped if file.reason is SkipReason.UNKNOWN_FORMAT)
    others = Counter(file.reason for file in skipped if file.reason is not SkipReason.UNKNOWN_FORMAT)
    named = Counter({texts().skipped_kinds[kind]: count for kind, count in others.items()})
    return texts().skipped_totals.format(count=len(skipped), reasons=_most_first(unknown + named))


def _most_first(counts: Counter[str]) -> str:
    """The counts with their names; those behind the first MAX_KINDS together."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    said = [f"{count} {name or texts().no_suffix}" for name, count in ordered[:MAX_KINDS]]
    if rest := sum(count for _, count in ordered[MAX_KINDS:]):
        said.append(f"{rest} {texts().other_kinds}")
    return ", ".join(said)


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
    said = texts().skipped[skipped.reason].format(detail=skipped.detail, size=size, limit=limit)
    return said.rstrip(":： ")


def _pages(rows: list[str]) -> list[range]:
    """The positions of the rows, by pages that fit into a message each."""
    pages, start, chars = [], 0, 0
    for at, row in enumerate(rows):
        chars += min(len(row), _ROW_CHARS)
        if at > start and (at - start >= PAGE_ROWS or chars > PAGE_CHARS):
            pages.append(range(start, at))
            start, chars = at, min(len(row), _ROW_CHARS)
    return [*pages, range(start, len(rows))]
