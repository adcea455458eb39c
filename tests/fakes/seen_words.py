"""Are the words that a member sees those of a document, in its order? Judged by itself, not by how they were shown.

What Markdown hides is told by a pattern of the test's own: what the pattern does not match must be seen.
"""

import re

_WORD = re.compile(r"[^\W_]+")
_HIDDEN = re.compile(
    r"^[ \t>]*(?:```|~~~)[^`\n]*$|</?[A-Za-z][^<>]*>|<!--.*?-->|(?<=\])\([^()\s]*\)", re.MULTILINE | re.DOTALL
)


def shows(shown: str, source: str, *, is_markdown: bool) -> bool:
    """Whether `shown` has every word of the slice `source` in its order, and none besides.

    Of Markdown what no reader sees may be missing; of other files only white space differs.
    """
    if not is_markdown:
        return shown.split() == source.split()
    words = _words(source)
    end = _end_of_match(_WORD.findall(shown), words, 0)
    return end is not None and all(is_hidden for _, is_hidden in words[end:])


def shows_a_piece(shown: str, text: str, *, is_markdown: bool) -> bool:
    """Whether `shown` has at least one word, and is what a member sees of a piece of `text` without a gap."""
    seen = _WORD.findall(shown)
    if not seen or not is_markdown:
        return bool(seen) and "".join(shown.split()) in "".join(text.split())
    words = _words(text)
    return _stands_in(seen, [word for word, _ in words]) or any(
        words[start][0] == seen[0] and _end_of_match(seen, words, start) is not None for start in range(len(words))
    )


def _words(source: str) -> list[tuple[str, bool]]:
    """The runs of letters and digits, each with whether Markdown may hide it."""
    hidden = [match.span() for match in _HIDDEN.finditer(source)]
    return [
        (found.group(), any(start <= found.start() < end for start, end in hidden)) for found in _WORD.finditer(source)
    ]


def _stands_in(seen: list[str], words: list[str]) -> bool:
    return f" {' '.join(seen)} " in f" {' '.join(words)} "


def _end_of_match(seen: list[str], words: list[tuple[str, bool]], start: int) -> int | None:
    """The end of the words from `start` on that are `seen`, but for hidden ones; None where another word stands."""
    at = start
    for one in seen:
        while at < len(words) and words[at][0] != one and words[at][1]:
            at += 1
        if at == len(words) or words[at][0] != one:
            return None
        at += 1
    return at
