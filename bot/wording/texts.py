"""Which sentences does Quoth say? The names of all interface texts; one folder per language fills them.

Braces are places for values; all languages must have the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.wording.operation_texts import OperationTexts
from bot.wording.server_texts import ServerTexts
from bot.wording.votes_texts import VotesTexts
from retrieval import LeftOutReason, LocatorKind, RestKind, SkipReason

Forms = tuple[str, ...]
"""A text in the forms that its language has for numbers, in the order of `Texts.plural`."""


def places(
    page: tuple[str, str], slide: tuple[str, str], row: tuple[str, str]
) -> Mapping[LocatorKind, tuple[str, str]]:
    """What one place, and several, are called, before the number or around {place}; a time is told as it is."""
    kinds = zip((LocatorKind.PAGE, LocatorKind.SLIDE, LocatorKind.ROW), (page, slide, row), strict=True)
    found = {kind: (_numbered(one), _numbered(many)) for kind, (one, many) in kinds}
    return {**found, LocatorKind.TIME: ("{place}", "{place}")}


def _numbered(word: str) -> str:
    return word if "{place}" in word else f"{word} {{place}}"


@dataclass(frozen=True, slots=True)
class TerminalTexts:
    """What is said in the chat in a terminal alone."""

    about: str
    empty: str
    has_read: Forms
    example: str
    hint: str
    """The line below the prompt."""
    question: tuple[str, str]
    """What else than commands can be typed, and what it gives."""
    commands: Mapping[str, str]
    """What each command gives, by the command as it is typed."""
    check_what: str
    check_what_how: str
    compare_what: str
    compare_what_how: str
    which_length: str
    which_length_how: str
    no_command: str
    did_you_mean: str
    see_help: str
    ask_without_slash: str


@dataclass(frozen=True, slots=True)
class Texts:
    """All that Quoth says of itself, as plain text."""

    plural: str
    """Which of the forms a number `n` has, from 0, as an expression of GNU gettext.
    Source: https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html"""
    # an answer
    ask_me: str
    ask_me_how: str
    greeting: str
    not_answered: str
    nowhere: tuple[str, str]
    """The one word, or the two, that no document has."""
    not_mentioned: tuple[str, str]
    """The one word, or the two, that the nearest passage lacks."""
    closest: str
    try_other_words: str
    carried: str
    only_in: str
    further: str
    no_further: str
    did_you_mean: str
    headings: str
    documents: Forms
    line: str
    lines: str
    places: Mapping[LocatorKind, tuple[str, str]]
    """What the place of an excerpt is called in a file whose lines nobody sees; what is not here goes by its lines."""
    also_in: str
    rest: Mapping[RestKind, Forms]
    """What an excerpt leaves out of its list, table or code."""
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
    covered: Forms
    covered_topic: Forms
    covered_all: Forms
    sections_missed: str
    documents_missed: str
    read_on: str
    and_more: str
    # a comparison
    compared: str
    both_speak: str
    nothing_shared: str
    same_text: str
    only_here: str
    only_word: str
    # what changed
    changes_title: str
    changes_since: str
    changes_none: str
    changes_begin: str
    changes_unkept: str
    changes_new: Forms
    changes_renamed: str
    changes_gone: Forms
    changes_count_reworded: str
    changes_count_added: str
    changes_count_removed: str
    changes_reworded: str
    changes_added: str
    changes_removed: str
    changes_left_out: Forms
    unknown_revision: str
    searching: Forms
    empty_folder: str
    not_searched: str
    read_totals: str
    skipped_totals: str
    skipped_kinds: Mapping[SkipReason, str]
    no_suffix: str
    other_kinds: str
    all_files: str
    skipped: Mapping[SkipReason, str]
    not_quoted: Mapping[LeftOutReason, str]
    lines_not_quoted: Forms
    all_quoted: str
    """Why a file is not searched."""
    """What stands between the last two of several things that all hold."""
    any_of: str
    """What stands between several things of which one holds."""
    page: str
    help_title: str
    help_what: str
    help_hint: str
    help_mention: str
    # what it is
    about_title: str
    about_documents: str
    about_examples: str
    about_example: str
    """A question on a topic, of no words that count but the topic's."""
    about_how: str
    # reading and checking
    changed: str
    changed_on: str
    gone: str
    deleted: str
    no_place: str
    check_title: str
    check_nothing: str
    unchecked: str
    cut_short: str
    """That time was up before all of the text was looked at."""
    verbatim: str
    nearly: str
    otherwise: str
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
    # posts in a forum
    solved: str
    needs_person: str
    post_solved: str
    post_needs_person: str
    not_a_post: str
    not_your_post: str
    may_not_mark: str
    # what goes wrong
    failed: str
    incident: str
    unknown_document: str
    did_you_mean_one_of: str
    nothing_to_summarize: str
    history_damaged: str
    history_unreadable: str
    history_unwritable: str
    updated: str
    not_yours: str
    not_yours_to_do: str
    page_lost: str
    question_lost: str
    busy_title: str
    busy: str
    too_fast: str
    channel_busy: str
    stopping: str
    was_stopped: str
    not_this_server: str
    not_your_role: str
    no_direct_messages: str
    members_only: str
    may_not_write: str
    # how a message is fitted
    unfaithful: str
    cut_here: str
    unsaid: Forms
    left_out: Forms
    left_out_all: Forms
    more_rows: str
    votes: VotesTexts
    terminal: TerminalTexts
    operation: OperationTexts
    server: ServerTexts
    commands: Mapping[str, str]
    """Names and descriptions of Discord's commands and options, from English; empty for English itself."""
