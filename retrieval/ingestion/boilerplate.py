"""Which lines of a page saved as text are the article, and which are the page around it?

Share bars, navigation, language lists, comment forms, captions and credits, copyright lines and disclaimers stay in
the file and are never quoted. They are told by general signs: shape, position, script, and how little their words have
to do with the rest. No phrase is looked for. In a file that is mostly no running text (a list, a timetable) nothing
is taken for chrome, since all these signs are measured against the running text of an article.
"""

import re
from dataclasses import dataclass

from retrieval.documents.model import Role
from retrieval.text.detection import language_of
from retrieval.text.languages.language import Language
from retrieval.text.orthography import (
    capitalised_share,
    ends_as_sentence,
    has_address,
    has_date,
    is_prose,
    script_shares,
    words,
)
from retrieval.text.span import Span

MAX_HEADING_WORDS = 16
MAX_TITLE_WORDS = 26
MAX_CREDIT_WORDS = 8
MIN_PROSE_SHARE = 0.6
"""Share of a file's words that must stand in running text for the file to count as an article."""
MIN_COHESION = 0.2
"""Share of a closing paragraph's topic words that the article uses too; a disclaimer has less."""
MAX_DISCLAIMERS = 3
"""Closing paragraphs that may be disclaimers, so that a text of many short topics never loses more than these."""
MIN_SCRIPT_SHARE = 0.3
"""Share of the article's letters above which a script is its own, and of a line's letters below which it is foreign."""

_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_BRACKETED = re.compile(r"[(\[（].*[)\]）]$")
_CAPITAL_LABEL = re.compile(r"[^\W\d_a-z]{4,}\s*:")
_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|av|от)\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without its bullet. Lines with no blank line between them share a `chunk`."""

    span: Span
    chunk: int
    bullet: bool


def roles(text: str, lines: list[Line]) -> list[Role]:
    """What each line is, in the order of the lines."""
    return _Page(text, lines).roles()


class _Page:
    """The signs of one page, gathered step by step: each step may take lines out of the article."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.lines = lines
        self.language = language_of(text)
        self.texts = [line.span.of(text) for line in lines]
        self.prose = [self._is_prose(at) for at in range(len(lines))]
        self.found: dict[int, Role] = {}
        self.introduced: list[bool] = []  # whether a line with a colon stands above the list that the line belongs to
        for at, line in enumerate(lines):
            introduces = self.texts[at].endswith((":", "："))
            self.introduced.append(at > 0 and self.introduced[at - 1] if line.bullet else introduces)
        in_prose = sum(len(t) for t, prose in zip(self.texts, self.prose, strict=True) if prose)
        self.is_article = sum(self.prose) >= 3 and in_prose >= MIN_PROSE_SHARE * sum(map(len, self.texts))

    def roles(self) -> list[Role]:
        if self.is_article:
            self._foreign()
            self._captions()
            self._tail()
            self._runs()
        self._head()
        headings = self._headings()
        return [self._role(at, is_heading=at in headings) for at in range(len(self.lines))]

    def _is_prose(self, at: int) -> bool:
        """Running text; neither a question that stands as a heading nor a long title on top."""
        line, count = self.texts[at], len(words(self.texts[at]))
        if line.endswith("?") and count <= MAX_HEADING_WORDS:
            return False
        if at <= 1 and count <= MAX_TITLE_WORDS and not ends_as_sentence(line):
            return False
        return is_prose(line)

    def _open(self) -> list[int]:
        return [at for at in range(len(self.lines)) if at not in self.found]

    def _foreign(self) -> None:
        """A line in another script than the article's, but for a name here and there."""
        scripts = script_shares(" ".join(t for t, prose in zip(self.texts, self.prose, strict=True) if prose))
        own = {name for name, share in scripts.items() if share > MIN_SCRIPT_SHARE}
        for at, line in enumerate(self.texts):
            here = script_shares(line)
            if here and sum(share for name, share in here.items() if name in own) < MIN_SCRIPT_SHARE:
                self.found[at] = Role.CHROME

    def _captions(self) -> None:
        """A credit line and the caption it closes: both in one chunk, the caption a dated sentence or no sentence."""
        for at in range(1, len(self.lines)):
            line, above = self.texts[at], self.texts[at - 1]
            if self.lines[at].chunk != self.lines[at - 1].chunk or not _is_credit(line):
                continue
            bracketed = _BRACKETED.match(line) is not None
            opens_chunk = at == 1 or self.lines[at - 2].chunk != self.lines[at].chunk
            if (opens_chunk and (has_date(above) or not ends_as_sentence(above))) or (
                bracketed and not self.prose[at - 1]
            ):
                self.found[at - 1] = self.found[at] = Role.CAPTION
            elif bracketed:
                self.found[at] = Role.CAPTION

    def _tail(self) -> None:
        """What follows the last paragraph, if it looks like the foot of a page, and the disclaimers above it."""
        last = max((at for at in self._open() if self._is_paragraph(at)), default=-1)
        foot = [at for at in range(last + 1, len(self.lines)) if not self.introduced[at]]
        short = [at for at in foot if at not in self.found]
        signs = [at for at in foot if self.found.get(at) is Role.CHROME or has_address(self.texts[at])]
        if signs or (short and sum(len(words(self.texts[at])) for at in short) <= 3 * len(short)):
            self.found.update(dict.fromkeys(short, Role.CHROME))
        article = [at for at in self._open() if self._is_paragraph(at)]
        enough = max(3, len(article) - MAX_DISCLAIMERS)
        while len(article) > enough and (foot or _CAPITAL_LABEL.match(self.texts[article[-1]])):
            closing = article.pop()
            if self._cohesion(closing, article) >= MIN_COHESION:
                break
            self.found[closing] = Role.CHROME

    def _is_paragraph(self, at: int) -> bool:
        return self.prose[at] and "©" not in self.texts[at]

    def _cohesion(self, closing: int, article: list[int]) -> float:
        """Which share of the paragraph's topic words the article uses too, 0 to 1."""
        topic = _topic_words(self.texts[closing], self.language)
        others = set().union(*(_topic_words(self.texts[at], self.language) for at in article))
        return len(topic & others) / len(topic) if topic else 0.0

    def _runs(self) -> None:
        """Four or more lines on end of at most three words, without a number, that nothing introduces: navigation."""
        run: list[int] = []
        for at in [*self._open(), -1]:
            if at >= 0 and len(words(self.texts[at])) <= 3 and not self.prose[at] and not self.introduced[at]:
                run.append(at)
                continue
            if len(run) >= 4:
                self.found.update(dict.fromkeys(run, Role.CHROME))
            run = []

    def _head(self) -> None:
        """The title and the bylines: short lines above the first paragraph."""
        first = next((at for at in self._open() if self.prose[at]), len(self.lines))
        titled = False
        for at in range(first if first < len(self.lines) else min(first, 1)):
            line = self.texts[at]
            if at in self.found:
                continue
            if (
                len(words(line)) <= 12
                and not ends_as_sentence(line)
                and (("|" in line and titled) or has_date(line) or _BYLINE.match(line))
            ):
                self.found[at] = Role.BYLINE
            elif (
                not titled
                and 3 <= len(words(line)) <= MAX_TITLE_WORDS
                and not line.endswith((".", ":"))
                and len(self.lines) > 1
                and not self.lines[at].bullet
            ):
                self.found[at] = Role.TITLE
                titled = True

    def _role(self, at: int, *, is_heading: bool) -> Role:
        if at in self.found:
            return self.found[at]
        line = self.texts[at]
        if self.lines[at].bullet:
            return Role.ITEM
        if is_heading:
            return Role.HEADING
        if self.is_article and not self.prose[at] and len(words(line)) <= 2 and not any(c.isdigit() for c in line):
            return Role.CHROME
        return Role.PARAGRAPH

    def _headings(self) -> set[int]:
        """The lines that are headings. From the last line up, since a heading may stand above another."""
        headings: set[int] = set()
        following: int | None = None
        for at in reversed(self._open()):
            if following is not None and not self.lines[at].bullet:
                stands = self.prose[following] or self.lines[following].bullet or following in headings
                if stands and self._looks_like_heading(at, following):
                    headings.add(at)
            following = at
        return headings

    def _looks_like_heading(self, at: int, following: int) -> bool:
        """A short line that ends like no sentence, or stands alone and asks."""
        line, count = self.texts[at], len(words(self.texts[at]))
        if not 0 < count <= MAX_HEADING_WORDS or line[0].islower():
            return False
        if line.endswith((":", "：")):
            return not self.lines[following].bullet and (count <= 2 or capitalised_share(line) > 0.6)
        if line.endswith("?"):
            return self.prose[following]
        return not ends_as_sentence(line) and (":" not in line or self.prose[following])


def _is_credit(line: str) -> bool:
    """A few words, mostly names, that end like no sentence and name an agency: initials, a slash, or brackets."""
    if len(words(line)) > MAX_CREDIT_WORDS or ends_as_sentence(line.rstrip(")]） ")):
        return False
    if _BRACKETED.match(line):
        return True
    return capitalised_share(line) >= 0.6 and ("/" in line or _INITIALS.search(line) is not None)


def _topic_words(text: str, language: Language) -> set[str]:
    return {
        w
        for w in (word.casefold().replace("’", "'").removesuffix("'s") for word in words(text))
        if len(w) > 2 and w not in language.function_words
    }
