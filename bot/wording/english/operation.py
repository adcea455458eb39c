"""What does Quoth say in English to the admin, who starts it and looks after it?"""

from bot.wording.operation_texts import OperationTexts

OPERATION = OperationTexts(
    how_it_is="How Quoth is",
    how_to_log_in=(
        "There is no token: set DISCORD_TOKEN in the environment or in the file .env (README.md says how to get "
        "one), or type `quoth chat` to talk to Quoth here."
    ),
    documents="Documents",
    index="Index",
    scores="Scores",
    disk="Disk",
    token="Token",
    discord="Discord",
    intents="Intents",
    servers="Servers",
    name_other_corpus="Name another folder as `corpus` in config.yaml.",
    documents_read="{count} read, {skipped} skipped (`quoth sources` says why)",
    changes="Changes",
    changes_told="the system tells of them",
    changes_looked_for="looked for every {seconds:g} s",
    changes_unseen="seen only at the start (look_every_s is 0) and after `quoth reload`",
    look_asked="Quoth looks into its folders.",
    look_unheard="No Quoth is running with this configuration. What changed is read for the next command.",
    forgotten="All that was kept of earlier texts is removed: the history, the index, and what the model read.",
    forgotten_file="All that was kept of {file} is removed: from the history, the index, and what the model read.",
    nothing_to_forget="Nothing was kept of {file}.",
    still_there="{file} still lies in the folder: it is searched and read again until you remove or exclude it.",
    put_files="Put .txt or .md files into {folder}.",
    index_built="built in {seconds:.1f} s, a question takes {milliseconds:.0f} ms",
    scores_same="the same as the package rank-bm25 gives",
    scores_off="{deviation:.1g} off from rank-bm25's",
    report_scores="Please report this with the versions of Python and numpy.",
    disk_unwritable="{folder} cannot be written",
    name_other_data="Name another folder as `data` in config.yaml.",
    disk_room="{folder} can be written, {megabytes:,.0f} MB are free",
    make_room="Make room on the disk.",
    meaning="In other words",
    meaning_on="the model in {folder} finds what is said in other words",
    meaning_off="found only in the words of the question",
    meaning_offer=(
        "What is said in other words is found too with a small model (all-MiniLM-L6-v2, 91 MB, Apache-2.0, from "
        "huggingface.co), which runs here and sends nothing anywhere: type `quoth semantic fetch` to get it, or "
        "`quoth semantic off` to hear no more of it."
    ),
    meaning_question=(
        "Fetch a small model (all-MiniLM-L6-v2, 91 MB, Apache-2.0, from huggingface.co), which runs here, sends "
        "nothing anywhere, and finds what is said in other words too? [y/n] "
    ),
    yes=("y", "yes"),
    no=("n", "no"),
    token_missing=(
        "there is none; set DISCORD_TOKEN in the environment or in the file .env (README.md says how to get one)"
    ),
    token_known="Discord knows the bot as {name}",
    token_refused="Discord does not accept it",
    copy_token="Copy it anew from the page Bot of the Developer Portal.",
    wrong_token=("Discord does not accept the bot token. Copy it anew from the Developer Portal."),
    unasked="it cannot be asked ({error})",
    check_network="Check the network connection.",
    content_granted="Message Content is granted",
    content_missing="Message Content is missing",
    no_message_content=(
        "Question channels are set, but Discord does not let this bot read messages that do not mention it. In the "
        "Developer Portal, page Bot, switch on Message Content Intent, then start again. Everything else works "
        "without."
    ),
    no_intent_needed="none that is privileged is needed",
    access="Access",
    access_public="anybody can invite the bot to their server and read the documents there, and by direct message",
    access_remedy=(
        "If they are not for everybody, switch off Public Bot in the Developer Portal, page Bot, and set "
        "discord.servers and discord.direct_messages in config.yaml."
    ),
    access_private="only who owns the application can invite the bot; direct messages: {direct}",
    access_listed="only the servers of discord.servers may use the bot; direct messages: {direct}",
    lacking_rights=(
        "Members of {server} ask me in #{channel}, but I lack permissions there: {permissions}. Give them to my role "
        "in the settings of the server or of that channel."
    ),
    servers_none="the bot is in none",
    invite="Invite it: {link}",
    servers_lacking="the bot is in {count}, but lacks permissions in {servers}",
    give_permissions="Give them to its role in the server's settings, or invite it once more: {link}",
    servers_well="the bot is in {count}, with all permissions that it needs",
    start_refused="Discord refused the start: {error}.",
    closed_for_good=("Discord closed the connection for good (code {code}). Check the bot's token and start again."),
    unreachable="Cannot reach Discord. Check the network connection, then start again.",
)
