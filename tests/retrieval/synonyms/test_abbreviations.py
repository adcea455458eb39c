"""Abbreviations that the documents explain themselves."""

import gzip
import json
from pathlib import Path

import pytest

from retrieval.synonyms.abbreviations import abbreviations
from retrieval.synonyms.thesaurus import phrase
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

ANALYSIS = Analyzer().of(language("en"))
SHARED = Path(__file__).parents[4] / "shared" / "eval" / "squad" / "files.jsonl.gz"


def means(text: str, short: str, long: str) -> bool:
    """Whether the text teaches both, each as a way to say the other."""
    learned = abbreviations([text], ANALYSIS)
    one, other = phrase(short, ANALYSIS), phrase(long, ANALYSIS)
    return other in learned.of(one) and one in learned.of(other)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("He left the Intermediate-Range Nuclear Forces (INF) Treaty.", "INF", "intermediate-range nuclear forces"),
        ("the INF (Intermediate-Range Nuclear Forces) treaty", "INF", "intermediate range nuclear forces"),
        ("asked the Department of Harbour Works (DHW) twice", "DHW", "department of harbour works"),
        ("asked the Ministry of Defence (MoD) twice", "MOD", "Ministry of Defence"),
        ("The Treaty on the Functioning of the Union (TFU) says", "TFU", "Treaty on the Functioning of the Union"),
        ("Several gull watching clubs (GWCs) met", "GWC", "gull watching club"),
        ("the long-range gliding (LRG) record", "LRG", "long range gliding"),
        ("members of the Royal Otter Club (R.O.C.) met", "ROC", "royal otter club"),
        ("a turbo pump (TP; see above)", "TP", "turbo pump"),
        ("the ROC (the Royal Otter Club, founded late)", "ROC", "Royal Otter Club"),
        ('the Royal Otter Club ("ROC")', "ROC", "Royal Otter Club"),
        ("it runs on adenosine triphosphate (ATP) alone", "ATP", "adenosine triphosphate"),
        ("a case of tuberculosis (TB) in spring", "TB", "tuberculosis"),
        ("each cytotoxic T lymphocyte (CTL) kills", "CTL", "cytotoxic T lymphocyte"),
        ("die Königliche Otter Gesellschaft (KOG) tagte", "KOG", "königliche otter gesellschaft"),
    ],
)
def test_an_abbreviation_and_its_long_form_say_the_same(text: str, short: str, long: str) -> None:
    assert means(text, short, long)


@pytest.mark.parametrize(
    "text",
    [
        "The club (ROC) met.",  # the letters are not there
        "Royal Otter Society Club (ROC)",  # a word without a letter
        "Otter Club Royal (ROC)",  # in another order
        "They met. Royal days. Otter Club (ROC)",  # beyond the sentence
        "The river otter came (roc)",  # no abbreviation
        "We saw the red otters (Roc) there",  # a name
        "in the year of Charles (OC)",  # it would begin with a function word
        "Tin(II) oxide and organic tin (IV)",
        "no bracket Royal Otter Club ROC",
        "ROC (Royal Otter Club and its friends)",
        "()",
        "a doctor of medicine (MD) came",  # one short word has letters by chance
        "the children (CHILDREN) sang",
        "(ROC)",
        "(A)",
    ],
)
def test_what_is_no_certain_explanation_teaches_nothing(text: str) -> None:
    assert abbreviations([text], ANALYSIS).longest == 0


def test_the_same_letters_may_stand_for_several_things() -> None:
    learned = abbreviations(["American Broadcasting Company (ABC)", "Australian Bird Club (ABC)"], ANALYSIS)
    assert len(learned.of(("abc",))) == 2
    assert phrase("Australian Bird Club", ANALYSIS) not in learned.of(phrase("American Broadcasting Company", ANALYSIS))


def test_a_long_text_of_brackets_is_read_in_no_time() -> None:
    hyphens = "a-" * 100 + "a (BAAAAAAA) "
    assert abbreviations(["(" * 50_000 + "AB " * 50_000 + hyphens * 100], ANALYSIS).longest == 0


def test_encyclopedia_articles_teach_dozens() -> None:
    if not SHARED.exists():
        pytest.skip("the shared collections are not there")
    texts = [json.loads(line)["text"] for line in gzip.decompress(SHARED.read_bytes()).splitlines()]
    learned = abbreviations(texts, ANALYSIS)
    for short, long in (
        ("NFL", "National Football League"),
        ("TFEU", "Treaty on the Functioning of the European Union"),
    ):
        assert phrase(long, ANALYSIS) in learned.of(phrase(short, ANALYSIS))
