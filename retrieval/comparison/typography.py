"""Is it the same but for how it was typed? Quotation marks, dashes and emphasis have many shapes and say the same."""

import re

_QUOTES = "\"'“”„‟«»‹›‘’‚‛′″"
_DASHES = "-‐‑‒–—―−"
_LEVEL = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-") | {"…": "..."})
_MARKS = re.compile(r"\*+|`+|~~+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_TOKEN = re.compile(rf"\s+|\w+|[{re.escape(_QUOTES)}]+|[{re.escape(_DASHES)}]+|…|\.\.\.|.", re.DOTALL)
_UNSEEN = r"(?:[*`~\[]|\]\([^()\s]*\)|(?<![^\W_])_+|_+(?![^\W_]))*"
"""Marks that may stand between the words of a document: emphasis, code, links."""


def level(text: str) -> str:
    """The text with one shape for all quotation marks and one for all dashes, without marks of emphasis."""
    return text.translate(_LEVEL).strip("_")


def pattern(sentence: str) -> re.Pattern[str]:
    """What finds the words of the sentence as whole ones, whatever the shape of what stands between them."""
    shapes = []
    for token in _TOKEN.findall(_MARKS.sub("", sentence).strip()):
        if token.isspace():
            shapes.append(r"[\s>]+")
        elif token[0] in _QUOTES:
            shapes.append(rf"[{re.escape(_QUOTES)}]+")
        elif token[0] in _DASHES:
            shapes.append(rf"[{re.escape(_DASHES)}]{{1,3}}")
        elif token in ("…", "..."):
            shapes.append(r"(?:…|\.\.\.)")
        else:
            shapes.append(re.escape(token))
    return re.compile(r"(?<!\w)" + _UNSEEN.join(shapes) + r"(?!\w)")
