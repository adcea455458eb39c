"""Which sentences does Quoth say to the admin? Their names; each language that has them fills them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OperationTexts:
    """What is said to the admin, who starts Quoth and looks after it."""

    how_it_is: str
    how_to_log_in: str
    # what the doctor looks at
    documents: str
    index: str
    scores: str
    disk: str
    token: str
    discord: str
    intents: str
    servers: str
    # the documents
    name_other_corpus: str
    documents_read: str
    changes: str
    changes_told: str
    changes_looked_for: str
    changes_unseen: str
    look_asked: str
    look_unheard: str
    forgotten: str
    forgotten_file: str
    nothing_to_forget: str
    still_there: str
    put_files: str
    index_built: str
    scores_same: str
    scores_off: str
    report_scores: str
    # the disk
    disk_unwritable: str
    name_other_data: str
    disk_room: str
    make_room: str
    # the model that finds what is said in other words
    meaning: str
    meaning_on: str
    meaning_off: str
    meaning_offer: str
    meaning_question: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    # Discord
    token_missing: str
    token_known: str
    token_refused: str
    copy_token: str
    wrong_token: str
    unasked: str
    check_network: str
    content_granted: str
    content_missing: str
    no_message_content: str
    no_intent_needed: str
    access: str
    access_public: str
    access_remedy: str
    access_private: str
    access_listed: str
    lacking_rights: str
    servers_none: str
    invite: str
    servers_lacking: str
    give_permissions: str
    servers_well: str
    start_refused: str
    closed_for_good: str
    unreachable: str
