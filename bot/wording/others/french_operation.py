"""What does Quoth say in French to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Posez-moi une question, et je montre les passages de vos documents qui y répondent, mot pour mot.",
    empty="Il n’y a encore rien à chercher : le dossier ne contient aucun document.",
    has_read=(
        "J’ai lu {count} document.",
        "J’ai lu {count} documents.",
    ),
    example="Tapez une question avec vos propres mots, ou par exemple : /summary {file}\n/help montre le reste.",
    hint=" /help   Ctrl-D quitte   /summary FICHIER ou sujet   /sources",
    question=(
        "une question, avec vos propres mots",
        "les passages qui y répondent",
    ),
    commands={
        "/summary": (
            "les phrases les plus parlantes d’un document ou sur un sujet (--length long) ; seul, de tous les documents"
        ),
        "/compare": "deux documents côte à côte ; tapez les deux noms derrière",
        "/changes": (
            "ce qui a changé dans les documents depuis une date ou une révision ; seul, le dernier changement"
        ),
        "/check": "si chaque phrase qui suit se trouve dans les documents",
        "/sources": "les documents où je cherche, et ceux où je ne cherche pas",
        "/reload": "regarder tout de suite dans le dossier, sans attendre",
        "/help": "cette liste",
        "/quit": "terminer la conversation",
    },
    check_what="Vérifier quoi ?",
    check_what_how="Tapez une ou plusieurs phrases derrière.",
    compare_what="Comparer quoi ?",
    compare_what_how="Tapez deux documents derrière, entre guillemets si un nom contient des espaces.",
    which_length="Quelle longueur ?",
    which_length_how="Derrière --length, tapez l’un de : {lengths}.",
    no_command="La commande {command} n’existe pas",
    did_you_mean="Vouliez-vous dire {command} ?",
    see_help="/help montre les commandes.",
    ask_without_slash="Pour poser une question, tapez-la sans le /.",
)

OPERATION = OperationTexts(
    how_it_is="Comment va Quoth",
    how_to_log_in=(
        "Il n’y a pas de jeton : définissez DISCORD_TOKEN dans l’environnement ou dans le fichier .env "
        "(README.md dit comment en obtenir un), ou tapez `quoth chat` pour parler à Quoth ici."
    ),
    documents="Documents",
    index="Index",
    scores="Scores",
    disk="Disque",
    token="Jeton",
    discord="Discord",
    intents="Intents",
    servers="Serveurs",
    name_other_corpus="Indiquez un autre dossier comme `corpus` dans config.yaml.",
    documents_read="{count} lus, {skipped} ignorés (`quoth sources` dit pourquoi)",
    changes="Changements",
    changes_told="le système les signale",
    changes_looked_for="cherchés toutes les {seconds:g} s",
    changes_unseen="vus seulement au démarrage (look_every_s vaut 0) et après `quoth reload`",
    look_asked="Quoth regarde dans ses dossiers.",
    look_unheard="Aucun Quoth ne tourne avec cette configuration. Ce qui a changé sera lu à la prochaine commande.",
    forgotten=(
        "Tout ce qui était gardé des textes antérieurs est supprimé : l’historique, l’index et ce que le modèle a lu."
    ),
    forgotten_file=(
        "Tout ce qui était gardé de {file} est supprimé : de l’historique, de l’index et de ce que le modèle a lu."
    ),
    nothing_to_forget="Rien n’était gardé de {file}.",
    still_there=(
        "{file} est toujours dans le dossier : il est lu et cherché de nouveau tant que vous ne l’enlevez ou "
        "ne l’excluez pas."
    ),
    put_files="Mettez des fichiers .txt ou .md dans {folder}.",
    index_built="construit en {seconds:.1f} s, une question prend {milliseconds:.0f} ms",
    scores_same="les mêmes que ceux du paquet rank-bm25",
    scores_off="écart de {deviation:.1g} avec rank-bm25",
    report_scores="Merci de le signaler avec les versions de Python et de numpy.",
    disk_unwritable="on ne peut pas écrire dans {folder}",
    name_other_data="Indiquez un autre dossier comme `data` dans config.yaml.",
    disk_room="on peut écrire dans {folder}, {megabytes:,.0f} Mo sont libres",
    make_room="Faites de la place sur le disque.",
    meaning="En d’autres mots",
    meaning_on="le modèle dans {folder} trouve ce qui est dit avec d’autres mots",
    meaning_off="trouvé seulement avec les mots de la question",
    meaning_offer=(
        "Ce qui est dit avec d’autres mots se trouve aussi grâce à un petit modèle (all-MiniLM-L6-v2, 91 Mo, "
        "Apache-2.0, de huggingface.co), qui tourne ici et n’envoie rien : tapez `quoth semantic fetch` pour "
        "l’obtenir, ou `quoth semantic off` pour ne plus en entendre parler."
    ),
    meaning_question=(
        "Télécharger un petit modèle (all-MiniLM-L6-v2, 91 Mo, Apache-2.0, de huggingface.co), qui tourne ici, "
        "n’envoie rien et trouve aussi ce qui est dit avec d’autres mots ? [o/n] "
    ),
    yes=(
        "o",
        "oui",
    ),
    no=(
        "n",
        "non",
    ),
    token_missing=(
        "il n’y en a pas ; définissez DISCORD_TOKEN dans l’environnement ou dans le fichier .env (README.md "
        "dit comment en obtenir un)"
    ),
    token_known="Discord connaît le bot sous le nom {name}",
    token_refused="Discord ne l’accepte pas",
    copy_token="Copiez-le de nouveau depuis la page Bot du Developer Portal.",
    wrong_token="Discord n’accepte pas le jeton du bot. Copiez-le de nouveau depuis le Developer Portal.",
    unasked="impossible de l’interroger ({error})",
    check_network="Vérifiez la connexion au réseau.",
    content_granted="Message Content est accordé",
    content_missing="Message Content manque",
    no_message_content=(
        "Des salons de questions sont définis, mais Discord ne laisse pas ce bot lire les messages qui ne le "
        "mentionnent pas. Dans le Developer Portal, page Bot, activez Message Content Intent, puis redémarrez. "
        "Tout le reste marche sans."
    ),
    no_intent_needed="aucun intent privilégié n’est nécessaire",
    access="Accès",
    access_public=(
        "n’importe qui peut inviter le bot sur son serveur et y lire les documents, comme par message privé"
    ),
    access_remedy=(
        "S’ils ne sont pas pour tout le monde, désactivez Public Bot dans le Developer Portal, page Bot, et "
        "définissez discord.servers et discord.direct_messages dans config.yaml."
    ),
    access_private="seul le propriétaire de l’application peut inviter le bot ; messages privés : {direct}",
    access_listed="seuls les serveurs de discord.servers peuvent utiliser le bot ; messages privés : {direct}",
    lacking_rights=(
        "Des membres de {server} me posent des questions dans #{channel}, mais il m’y manque des permissions : "
        "{permissions}. Donnez-les à mon rôle dans les paramètres du serveur ou de ce salon."
    ),
    servers_none="le bot n’est sur aucun",
    invite="Invitez-le : {link}",
    servers_lacking="le bot est sur {count}, mais il lui manque des permissions sur {servers}",
    give_permissions="Donnez-les à son rôle dans les paramètres du serveur, ou invitez-le encore une fois : {link}",
    servers_well="le bot est sur {count}, avec toutes les permissions nécessaires",
    start_refused="Discord a refusé le démarrage : {error}.",
    closed_for_good="Discord a fermé la connexion pour de bon (code {code}). Vérifiez le jeton du bot et redémarrez.",
    unreachable="Discord est injoignable. Vérifiez la connexion au réseau, puis redémarrez.",
)
