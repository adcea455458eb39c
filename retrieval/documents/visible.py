"""Which words of a document does a reader see? Its text, with blanks for what only tells how it is shown."""

import re

from retrieval.documents.model import Document, Role

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img"
    "|input|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
    "|video"
)
_UNSEEN = re.compile(
    r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)"  # where a link leads
    rf"|</?(?:{_TAGS})(?:\s[^<>]*)?/?>"  # tags of HTML with their attributes; others are text: <path>
    r"|</?[A-Z]\w*(?:\s+[\w:@-]+=[^<>]*)?/?>"  # and of JSX
    r"|<!--.*?-->"
    r"|\{\*[^*]*\*\}|\{\{#[^}]*\}\}"  # text that is taken from another file
    r"|^\[[^\]\n]+\]: [^\n]*$"  # definitions of links
    r"|\{\s*#[^}\n]*\}|^\.\. _[^\n]*:[^\n]*$"  # anchors
    r"|^/{3}[^\n]*$"
    r"|:[a-zA-Z][\w.+:-]*:(?=`)",  # roles of reStructuredText
    re.MULTILINE | re.DOTALL,
)
_SIGNS = ("](", "<", "{", "]: ", "///", ".. _", ":`")


def visible_text(document: Document) -> str:
    """The text with a blank for every character that no reader sees, so that all places stay what they are.

    What stands in code is seen. Measured on the 298 questions to documentation and communities: 5 more are right at
    hit@1 than with addresses and tags as words.
    """
    text = document.text
    if not any(sign in text for sign in _SIGNS):
        return text
    code = iter([block.span for block in document.blocks if block.role is Role.CODE])
    here = next(code, None)
    pieces: list[str] = []
    done = 0
    for found in _UNSEEN.finditer(text):
        while here and here.end <= found.start():
            here = next(code, None)
        if not here or found.end() <= here.start:
            pieces += (text[done : found.start()], " " * len(found.group()))
            done = found.end()
    return "".join((*pieces, text[done:]))
