"""What are the elements of a page? The tree that browsers build of it (lexbor), and a walk through it."""

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from retrieval.documents.model import SkipReason
from retrieval.ingestion.formats.reader import Refused

SILENT = frozenset(
    "head script style template noscript svg math iframe object audio video canvas select textarea".split()
)
"""Elements of whose content a reader sees no words."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_NEED_NOT_CLOSE = frozenset(
    "p li dt dd td th tr thead tbody tfoot option colgroup col br hr img input meta link source wbr area base embed"
    " param track html head body path rect circle line use".split()
)
MAX_DEPTH = 5_000
"""Elements in elements from which a page is made to cost: for each the parser looks through those around it."""


def tree(html: str) -> LexborHTMLParser:
    """The elements of a page. Raises Refused if it is nested to cost."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _NEED_NOT_CLOSE:
            depth += -1 if found[1] else 1
            deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise Refused(SkipReason.TOO_COSTLY, "nesting")
    return LexborHTMLParser(html.replace("\0", ""))


def walk(root: LexborNode, without: Collection[int] = ()) -> Iterator[tuple[LexborNode, bool]]:
    """The texts and elements below an element, these twice: where they begin, and, with True, where they end."""
    node = root.first_child
    last = root.mem_id
    while node is not None:
        is_left_out = node.tag in SILENT or node.mem_id in without
        if not is_left_out:
            yield node, False
            if node.first_child is not None:
                node = node.first_child
                continue
        while True:
            if node.is_element_node and not is_left_out:
                yield node, True
            is_left_out = False
            if node.next is not None:
                node = node.next
                break
            node = node.parent
            if node is None or node.mem_id == last:
                return
