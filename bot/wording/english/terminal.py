"""What does Quoth say in English to whoever chats in a terminal?"""

from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Ask me a question, and I show the passages of your documents that answer it, word for word.",
    empty="There is nothing to search yet: the folder holds no documents.",
    has_read=("I have read {count} document.", "I have read {count} documents."),
    example="Type a question in your own words, or for example: /summary {file}\n/help shows the rest.",
    hint=" /help   Ctrl-D quits   /summary FILE or topic   /sources",
    question=("a question, in your own words", "the passages that answer it"),
    commands={
        "/summary": ("the most telling sentences of a document or on a topic (--length long); alone, of all documents"),
        "/compare": "two documents side by side; type both names behind it",
        "/changes": "what changed in the documents since a date or a revision; alone, the last change",
        "/check": "whether each sentence behind it stands in the documents",
        "/sources": "the documents I search, and what I do not search",
        "/reload": "look into the folder at once, without waiting",
        "/help": "this list",
        "/quit": "end the chat",
    },
    check_what="Check what?",
    check_what_how="Type one or more sentences behind it.",
    compare_what="Compare what?",
    compare_what_how="Type two documents behind it, in quotes if a name has spaces.",
    which_length="Which length?",
    which_length_how="Behind --length type one of: {lengths}.",
    no_command="There is no command {command}",
    did_you_mean="Did you mean {command}?",
    see_help="/help shows the commands.",
    ask_without_slash="To ask a question, type it without the /.",
)
