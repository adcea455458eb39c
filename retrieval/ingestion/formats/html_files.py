"""How is a page of HTML read? Its main text, without the navigation around it.

The main text is what the page itself marks as such, as every generator of manuals and wikis does in one of a few ways.
Where nothing is marked, or next to nothing stands there, it is the whole page without what is marked as something else.
"""

import re

from selectolax.lexbor import LexborNode

from retrieval.ingestion.formats.decoding import decoded
from retrieval.ingestion.formats.extract import Extract
from retrieval.ingestion.formats.html_parts import add_element
from retrieval.ingestion.formats.html_tree import tree, walk
from retrieval.ingestion.formats.reader import Format, Reading, Source

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{1,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{1,40})")
_MAIN = (
    "[role=main]",
    "main",
    "#main-content",  # Confluence
    ".mw-parser-output, #mw-content-text",  # MediaWiki
    "article",
    ".document .body, .markdown-body, .md-content, .rst-content",
    "#content, #main",
)
"""What pages mark their main text by, the surest first."""
_AROUND = (
    "nav, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary],"
    " [hidden]:not([role=tabpanel]),"
    " [aria-hidden=true], [role=tablist], button, dialog, .headerlink, .anchor-link, .hash-link, .mw-editsection,"
    " .mw-jump-link, .printfooter, .catlinks, .navbox, .noprint, .toc, #toc, .toctree-wrapper + .toc,"
    " .table-of-contents, .table_of_contents, .breadcrumbs, .breadcrumb, .wy-breadcrumbs, .rst-footer-buttons,"
    " .pagination, .page-metadata, .footer, .related, .sphinxsidebar, .linenos, .lineno, .linenodiv, .skip-link,"
    " .md-source-file, .boring, .edit-this-page, .sr-only, .visually-hidden, sup.reference"
)
"""What is no text of the page, wherever it stands: navigation, signs to press, numbers of lines, marks of notes."""
_AROUND_PAGE = "header, footer, aside, form"
"""What is none outside of the main text."""
_NAMED_AROUND = (
    "#nav, #navbar, #navigation, #sidebar, #menu, #footer, .nav, .navbar, .navigation, .menu, .sidebar, .share,"
    " .social, .comment-form, .cookie-banner"
)
"""What is none where no main text is marked, by the names that people give it."""
_ENDS_TITLE = re.compile(r"\s+[-–—|·]\s+")
_STRUCTURE = frozenset("th h1 h2 h3 h4 h5 h6 pre dl".split())
MAX_MARKED = 10
"""Elements marked alike of which the one with most words is taken."""
MIN_SHARE = 0.2
"""Share of a page's words that its main text has at least; what has less is something else that is marked so."""


def read(source: Source) -> Reading:
    """What a reader of the page came for. Raises Refused."""
    named = _DECLARED.search(source.content[:4096])
    text, encoding = decoded(source.content, (named[1] or named[2]).decode("ascii") if named else "")
    page = tree(text)
    extract = Extract()
    body = page.body
    if body is None:
        return extract.reading(encoding=encoding)
    named_by = page.css_first("title")
    title = " ".join(named_by.text().split()) if named_by else ""
    language = page.root.attributes.get("lang") or "" if page.root is not None else ""
    around = {found.mem_id for found in page.css(_AROUND)} | _own_links(body)
    main = _main(body, around)
    if main.tag == "body":
        around |= {found.mem_id for found in body.css(_AROUND_PAGE) if not _has_heading(found)}
        around |= {found.mem_id for found in body.css(_NAMED_AROUND)}
    _mark_layout(main)
    above = [] if main.css_first("h1") else [one for one in body.css("h1") if one.mem_id not in around]
    titled = len(above) == 1 and extract.title(above[0].text()) is not None
    add_element(extract, main, titled=titled, without=around)
    return extract.reading(_ENDS_TITLE.split(title)[0], language, encoding)


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), read)


def _main(body: LexborNode, around: set[int]) -> LexborNode:
    """The element that holds the main text."""

    def words(element: LexborNode) -> int:
        found = (node.text_content or "" for node, _ in walk(element, around) if node.is_text_node)
        return sum(len(text.split()) for text in found)

    least = max(1, MIN_SHARE * words(body))
    for selector in _MAIN:
        found = body.css(selector)
        if found and (len(found) == 1 or selector != "article"):
            most = max(found[:MAX_MARKED], key=words)
            if words(most) >= least:
                return most
    return body


def _has_heading(element: LexborNode) -> bool:
    """Whether it is the head of a text, with its title, and not that of a site; or an aside with a text of its own."""
    return element.css_first("h1" if element.tag == "header" else "h2, h3, p") is not None and element.tag != "footer"


def _own_links(body: LexborNode) -> set[int]:
    """Signs behind a heading that lead to itself; their name becomes its anchor if it has none."""
    found = set()
    for link in body.css("h1 a, h2 a, h3 a, h4 a, h5 a, h6 a"):
        if not any(map(str.isalnum, link.text())):
            found.add(link.mem_id)
            named, heading = link.attributes.get("id") or link.attributes.get("name"), link.parent
            if named and heading is not None and not heading.attributes.get("id"):
                heading.attrs["id"] = named
    return found


def _mark_layout(main: LexborNode) -> None:
    """Marks tables that only put things side by side: they have no header, but headings, code or tables in cells."""
    open_tables: list[tuple[LexborNode, list[str]]] = []
    for element, ends in walk(main):
        tag = element.tag or ""
        if tag == "table" and not ends:
            open_tables.append((element, []))
            if len(open_tables) > 1:
                open_tables[-2][1].append(tag)
        elif tag == "table":
            table, inside = open_tables.pop()
            if inside and "th" not in inside:
                table.attrs["role"] = "presentation"
        elif open_tables and not ends and tag in _STRUCTURE:
            open_tables[-1][1].append(tag)
