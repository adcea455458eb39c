"""Which sentences does Quoth say? The names of all interface texts; one file per language fills them.

Braces are places for values; both languages must have the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass


def counted(forms: tuple[str, str], count: int) -> str:
    """The first form for exactly one, else the second, with the number in it."""
    return forms[count != 1].format(count=f"{count:,}")


@dataclass(frozen=True, slots=True)
class Texts:
    """All that Quoth says of itself, as plain text. Pairs are the forms for one and for more."""

    # an answer
    ask_me: str
    ask_me_how: str
    greeting: str
    not_answered: str
    nowhere: str
    nearest_word: str
    closest: str
    try_other_words: str
    carried: str
    only_in: str
    further: str
    no_further: str
    did_you_mean: str
    headings: str
    documents: tuple[str, str]
    line: str
    lines: str
    # why
    why: str
    why_words: str
    why_none: str
    why_word: str
    why_taken_for: str
    why_carried: str
    why_unknown: str
    why_excerpt: str
    why_sure: str
    # summaries, sources, help
    summary_of: str
    summary_on: str
    summary_all: str
    summary_none: str
    covered: tuple[str, str]
    covered_topic: tuple[str, str]
    sections_missed: str
    documents_missed: str
    and_more: str
    # a comparison
    compared: str
    both_speak: str
    nothing_shared: str
    only_here: str
    only_word: str
    # what changed
    changes_title: str
    changes_since: str
    changes_none: str
    changes_begin: str
    changes_unkept: str
    changes_new: tuple[str, str]
    changes_gone: tuple[str, str]
    changes_count_reworded: str
    changes_count_added: str
    changes_count_removed: str
    changes_reworded: str
    changes_added: str
    changes_removed: str
    changes_left_out: tuple[str, str]
    unknown_revision: str
    searching: tuple[str, str]
    empty_folder: str
    not_searched: str
    page: str
    help_title: str
    help_what: str
    help_hint: str
    help_mention: str
    # reading and checking
    changed: str
    gone: str
    no_place: str
    check_title: str
    check_nothing: str
    verbatim: str
    nearly: str
    not_there: str
    instead: str
    missing: str
    added: str
    # buttons
    context: str
    more: str
    why_button: str
    dismiss: str
    earlier_page: str
    later_page: str
    # what goes wrong
    failed: str
    incident: str
    unknown_document: str
    did_you_mean_one_of: str
    updated: str
    not_yours: str
    question_lost: str
    busy_title: str
    busy: str
    too_fast: str
    channel_busy: str
    may_not_write: str
    # how a message is fitted
    unfaithful: str
    cut_here: str
    left_out: tuple[str, str]
    left_out_all: tuple[str, str]
    more_rows: str
    commands: Mapping[str, str]
    """Names and descriptions of Discord's commands and options, from English; empty for English itself."""
