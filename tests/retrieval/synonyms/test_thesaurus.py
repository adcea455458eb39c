"""Words that mean the same: how files of them are read, what is found for a word, and whether the shipped are sound."""

from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from retrieval import SynonymError, Synonyms
from retrieval.synonyms.thesaurus import SAME_WORD, SYNONYM_WEIGHT, phrase
from retrieval.text.analysis import Analyzer, Phrase
from retrieval.text.languages import language

ANALYZER = Analyzer()
ANALYSIS = ANALYZER.of(language("en"))
SHIPPED = ("forms-en.txt", "synonyms-en.txt")


def parsed(text: str, weight: float = SYNONYM_WEIGHT) -> Synonyms:
    return Synonyms.parse(text, ANALYSIS, "words.txt", weight=weight)


def said_for(synonyms: Synonyms, text: str) -> dict[str, float]:
    """What is found for a word or phrase, the terms joined by spaces."""
    return {" ".join(terms): weight for terms, weight in synonyms.of(phrase(text, ANALYSIS)).items()}


def test_each_of_a_group_finds_the_others() -> None:
    synonyms = parsed("USA, United States, America")
    assert said_for(synonyms, "America") == {"usa": 0.6, "unit state": 0.6}
    assert said_for(synonyms, "the united states") == {"usa": 0.6, "america": 0.6}
    assert said_for(synonyms, "Mexico") == {}


def test_a_rule_holds_one_way() -> None:
    synonyms = parsed("Whitehall, Downing Street => British government")
    assert said_for(synonyms, "Whitehall") == said_for(synonyms, "Downing Street") == {"british govern": 0.6}
    assert said_for(synonyms, "British government") == {}


def test_inflections_need_no_line_of_their_own() -> None:
    assert said_for(parsed("film, movie"), "movies") == {"film": 0.6}


def test_a_name_in_capitals_is_no_pronoun() -> None:
    synonyms = parsed("US, America\nWHO, World Health Organization")
    assert "us" in said_for(synonyms, "America")
    assert "who" in said_for(synonyms, "World Health Organization")


def test_comments_blank_lines_and_foreign_line_ends_are_passed_over() -> None:
    synonyms = parsed("\ufeff# a comment\r\n\r\n  car, auto # both ways\r\nC#, F# sharp\r\n")
    assert said_for(synonyms, "car") == {"auto": 0.6}
    assert "f# sharp" in said_for(synonyms, "c#")


def test_the_longest_phrase_is_known() -> None:
    assert parsed("").longest == 0
    assert parsed("car, auto\nHQ => head office of the club").longest == 1
    assert parsed("HQ, head office of the club").longest == 3


def test_two_sets_together_know_what_either_knows_and_the_higher_weight_holds() -> None:
    both = parsed("car, auto", 0.5) | parsed("car, auto\ncar => limo", 0.9)
    assert said_for(both, "car") == {"auto": 0.9, "limo": 0.9}
    assert said_for(both, "auto") == {"car": 0.9}


def test_synonyms_are_not_followed_from_group_to_group() -> None:
    assert said_for(parsed("car, auto\nauto, robot"), "car") == {"auto": 0.6}


def test_a_form_of_a_word_shares_its_synonyms() -> None:
    synonyms = parsed("go, went\nfind => found", SAME_WORD) | parsed("go, travel\nfound, establish")
    assert said_for(synonyms, "went") == {"go": 1.0, "travel": 0.6}
    assert said_for(synonyms, "travel") == {"go": 0.6, "went": 0.6}
    assert said_for(synonyms, "find") == {"found": 1.0}, "to find is not to establish"


def test_all_problems_are_told_each_with_its_line() -> None:
    text = "car, auto\nlonely\n\nbus, , tram\n=> b\nthe of, bus\nx => y => z\ncat, cats\nfilm,\ncat => cats, cat"
    with pytest.raises(SynonymError) as raised:
        parsed(text)
    assert raised.value.problems == (
        'words.txt:2: "lonely" stands alone; separate words of the same meaning by commas',
        "words.txt:4: a word or phrase is missing beside a comma or an arrow",
        "words.txt:5: a word or phrase is missing beside a comma or an arrow",
        'words.txt:6: "the of" has only words that are not searched for',
        'words.txt:7: more than one "=>"; put each rule on a line of its own',
        'words.txt:8: "cat, cats" is one and the same word to the search already; the line is not needed',
        "words.txt:9: a word or phrase is missing beside a comma or an arrow",
        'words.txt:10: "cat => cats, cat" is one and the same word to the search already; the line is not needed',
    )
    assert str(raised.value) == "\n".join(raised.value.problems)


def test_files_are_read_together_and_the_problems_of_all_are_told(tmp_path: Path) -> None:
    good, bad, binary, gone = (tmp_path / name for name in ("good.txt", "bad.txt", "binary.txt", "gone.txt"))
    good.write_text("café, bistro\n", encoding="utf-8")
    bad.write_text("one two\n", encoding="utf-8")
    binary.write_bytes(b"a, b\nc, \xff\n")
    assert said_for(Synonyms.read([good], ANALYZER), "cafe") == {"bistro": 0.6}
    with pytest.raises(SynonymError) as raised:
        Synonyms.read([good, bad, binary, gone], ANALYZER)
    assert [problem.replace(str(tmp_path), "") for problem in raised.value.problems] == [
        '/bad.txt:1: "one two" stands alone; separate words of the same meaning by commas',
        "/binary.txt:2: this is not UTF-8 text; save the file as UTF-8",
        "/gone.txt: cannot be read: No such file or directory",
    ]


def shipped_lines(name: str) -> Iterator[tuple[str, str, str]]:
    """Every line of a shipped file as the left side, the arrow or "", and the right side."""
    text = (resources.files("retrieval.synonyms") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.partition("=>")


def phrases(side: str) -> list[Phrase]:
    return [phrase(text, ANALYSIS) for text in side.split(",")] if side else []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_shipped_word_stands_in_two_groups_or_twice_in_a_line(name: str) -> None:
    groups: defaultdict[Phrase, list[str]] = defaultdict(list)
    for left, arrow, right in shipped_lines(name):
        terms = phrases(left) + phrases(right)
        assert len(set(terms)) == len(terms), f"{left}{arrow}{right}"
        if not arrow:
            for one in terms:
                groups[one].append(left)
    assert {one: lines for one, lines in groups.items() if len(lines) > 1} == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_no_shipped_rule_says_what_another_line_says(name: str) -> None:
    said: set[tuple[Phrase, Phrase]] = set()
    for left, arrow, right in shipped_lines(name):
        pairs = {(one, other) for one in phrases(left) for other in phrases(right if arrow else left) if one != other}
        assert not pairs & said, f"{left}{arrow}{right}"
        said |= pairs


def test_the_shipped_ones_are_some_hundred_groups_and_know_forms_and_synonyms() -> None:
    assert sum(not arrow for _, arrow, _ in shipped_lines("synonyms-en.txt")) >= 300
    general = Synonyms.general(ANALYZER)
    assert said_for(general, "children")["child"] == 1.0
    assert said_for(general, "higher")["high"] == 1.0
    assert said_for(general, "truce")["ceasefir"] == 0.6
    assert said_for(general, "began")["start"] == 0.6
    assert "us" in said_for(general, "American")


OPPOSITES = (
    "buy sell, north south, win lose, war peace, increase decrease, two 3, January February, install delete, "
    "maximum minimum, Russia Ukraine, enable disable, husband wife, allow forbid, birth death, import export, hot cold"
)


@pytest.mark.parametrize("pair", OPPOSITES.split(", "))
def test_no_shipped_word_finds_its_opposite(pair: str) -> None:
    one, other = pair.split()
    general = Synonyms.general(ANALYZER)
    assert phrase(other, ANALYSIS) not in general.of(phrase(one, ANALYSIS))
    assert phrase(one, ANALYSIS) not in general.of(phrase(other, ANALYSIS))
