"""What is said of the settings of a server in English?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Settings",
    whole="For the whole server",
    channel_only="For {channel} alone",
    choose="Choose what to change",
    save="Save",
    discard="Discard",
    default="As by default",
    now="Now: {value}",
    then="After saving: {value}",
    locked="config.yaml sets this, so it cannot be changed here.",
    unavailable=("Nothing was saved: what is set cannot be kept now. The log of the bot says why, and what to do."),
    everybody="everybody",
    none="none",
    all_documents="all documents",
    silent_here="I do not answer in this channel.",
    helpers_called="{roles}, the documents do not answer this. Can you help?",
    needs_intent=(
        "To hear messages without a mention I need the Message Content Intent: switch it on in the "
        "developer portal, page Bot, and start me again."
    ),
    import_wrong="Nothing was changed. What is wrong in the file, with its lines:",
    import_same="The file sets what is set already.",
    welcome=(
        "Thanks for inviting me. First: /settings open says where I answer and who may ask; then ask"
        " me something with /ask."
    ),
    names={
        "answering": "What I answer",
        "place": "Where I answer",
        "unsure": "When I am not sure",
        "emoji": "The sign for it",
        "excerpts": "Excerpts in an answer, at most",
        "language": "Language of answers to messages",
        "roles": "Who may ask",
        "free_roles": "Roles without limits",
        "helper_roles": "Roles that help",
        "corpora": "Documents to search",
    },
    values={
        "mention": "mentions and commands",
        "questions": "also questions that ask everybody",
        "silent": "nothing",
        "channel": "in the channel",
        "thread": "in a thread of its own",
        "private": "to the asker alone",
        "silence": "I say nothing",
        "emoji": "I put a sign below the question",
        "closest": "I show the closest passages",
        "helpers": "I call the roles that help",
        "auto": "the language of the server",
    },
)
