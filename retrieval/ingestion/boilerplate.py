"""Which lines of a page saved as text are the article, and which are the page around it?

Share bars, navigation, language lists, comment forms, captions and credits, copyright lines and disclaimers of a saved
page stay in the file and are never quoted. They are told by general signs: shape, position, script, and how little
their words have to do with the rest. Each sign alone also fits what people write themselves: a list, a foot with a
telephone number, a last paragraph on something else. So nothing is left out unless a file is plainly a saved page: one
sign of its own kind (labels that only pages have, captions with credits) and another that agrees. With less, such lines
are marked, or nothing is. In a file that is mostly no running text (a list, a timetable) none of it is looked for,
since all these signs are measured against the running text of an article.
"""

import re

from retrieval.documents.model import Quality, Role
from retrieval.ingestion.headings import MAX_HEADING_WORDS, Line, find_headings
from retrieval.text.detection import language_of
from retrieval.text.languages.language import Language
from retrieval.text.orthography import (
    capitalised_share,
    ends_as_sentence,
    has_address,
    has_date,
    is_prose,
    script_shares,
    without_dates,
    words,
)

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
APART = re.compile(r"\S[ \t]{4,}\S")
"""What stands on the left and the right of one line, as in the head of a letter."""
_BYLINE = re.compile(r"(?i:by|von|par|por|di|door|av|от):?\s+[^\W\d_]")
MAX_DATE_LINE_WORDS = 4
"""Words beside its date that a byline may have ("Published on 4 June 2027"); a line with more says something."""
_LANGUAGES = frozenset(
    (
        "english deutsch français español italiano português polski türkçe русский українська "
        "ελληνικά العربية 中文 日本語 한국어"
    ).split()
)
"""Names of languages as pages offer them."""
MAX_LABEL_WORDS = 4


def roles(text: str, lines: list[Line]) -> list[tuple[Role, Quality]]:
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

    def roles(self) -> list[tuple[Role, Quality]]:
        around: dict[int, Role] = {}
        is_saved = False
        if self.is_article:
            signs, own_signs = self._signs()
            is_saved = own_signs > 0 and signs > 1
            around = self.found if own_signs else {}
            self.found = dict(around) if is_saved else {}
        self._head(is_saved=is_saved)
        headings = find_headings(self.lines, self.texts, self.prose, self._open())
        return [
            self._role(at, is_heading=at in headings, is_around=at in around, is_saved=is_saved)
            for at in range(len(self.lines))
        ]

    def _signs(self) -> tuple[int, int]:
        """How many signs tell a saved page, and how many of them are found nowhere else; finds what is around."""
        labels = any(self._is_label(at) for at in range(len(self.lines)))
        counts = []
        for step in (self._foreign, self._captions, self._tail, self._runs):
            before = len(self.found)
            step()
            counts.append(len(self.found) - before)
        captions = 2 if counts[1] >= 4 else counts[1] > 0  # each with its credit: two of them are two signs
        return labels + captions + sum(count > 0 for count in (counts[0], *counts[2:])), labels + captions

    def _is_label(self, at: int) -> bool:
        """A few words that pages have for their readers to press: "Share", "Newsletter", "No comments"; no heading."""
        said = [word.casefold() for word in words(self.texts[at])]
        follows = self.prose[at + 1] if at + 1 < len(self.lines) else False
        is_short = 0 < len(said) <= MAX_LABEL_WORDS and not self.prose[at]
        names = self.language.page_labels | _LANGUAGES
        return is_short and not follows and not self.introduced[at] and not names.isdisjoint(said)

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

    def _head(self, *, is_saved: bool) -> None:
        """The title and the bylines: short lines above the first paragraph."""
        first = next((at for at in self._open() if self.prose[at]), len(self.lines))
        titled = False
        for at in range(first if first < len(self.lines) else min(first, 1)):
            line = self.texts[at]
            if at in self.found:
                continue
            if len(words(line)) <= 12 and not ends_as_sentence(line) and self._is_byline(line, titled, is_saved):
                self.found[at] = Role.BYLINE
            elif (
                not titled
                and 3 <= len(words(line)) <= MAX_TITLE_WORDS
                and not line.endswith((".", ":"))
                and len(self.lines) > 1
                and not self.lines[at].bullet
                and not APART.search(line)
                and (self.is_article or self.lines[at + 1].chunk != self.lines[at].chunk)
            ):
                self.found[at] = Role.TITLE
                titled = True

    def _is_byline(self, line: str, titled: bool, is_saved: bool) -> bool:
        """Who wrote it, or when; of a file that is no saved page only a line that says nothing else."""
        if is_saved:
            return ("|" in line and titled) or has_date(line) or _BYLINE.match(line) is not None
        if has_date(line):
            return len(words(without_dates(line))) <= MAX_DATE_LINE_WORDS
        named = _BYLINE.match(line)
        return named is not None and ":" not in line[named.end() :] and capitalised_share(line[named.end() - 1 :]) > 0.6

    def _role(self, at: int, *, is_heading: bool, is_around: bool, is_saved: bool) -> tuple[Role, Quality]:
        if at in self.found:
            role = self.found[at]
            return role, Quality.GUESSED if role in (Role.TITLE, Role.BYLINE) else Quality.TEXT
        line = self.texts[at]
        quality = Quality.FURNITURE if is_around else Quality.TEXT
        if self.lines[at].bullet and not is_heading:
            return Role.ITEM, quality
        if is_heading and not (is_saved and self._is_label(at)):
            return Role.HEADING, Quality.GUESSED
        if is_saved and not self.prose[at] and len(words(line)) <= 2 and not any(c.isdigit() for c in line):
            return Role.CHROME, Quality.TEXT
        return Role.PARAGRAPH, quality


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
