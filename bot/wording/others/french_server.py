"""What is said of the settings of a server in French?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Réglages",
    whole="Pour tout le serveur",
    channel_only="Pour {channel} seulement",
    choose="Choisissez ce qui doit changer",
    save="Enregistrer",
    discard="Abandonner",
    default="Valeur par défaut",
    now="Maintenant : {value}",
    then="Après enregistrement : {value}",
    locked="config.yaml fixe ce réglage, il ne peut donc pas être changé ici.",
    unavailable=(
        "Rien n'a été enregistré : les réglages ne peuvent pas être conservés pour le moment. Le "
        "journal du bot dit pourquoi, et que faire."
    ),
    everybody="tout le monde",
    none="aucun",
    all_documents="tous les documents",
    silent_here="Je ne réponds pas dans ce salon.",
    helpers_called="{roles}, les documents n'y répondent pas. Pouvez-vous aider ?",
    needs_intent=(
        "Pour lire les messages sans mention, il me faut le Message Content Intent : activez-le dans"
        " le portail des développeurs, page Bot, puis redémarrez-moi."
    ),
    import_wrong="Rien n'a été changé. Ce qui est faux dans le fichier, avec les lignes :",
    import_same="Le fichier fixe ce qui l'est déjà.",
    welcome=(
        "Merci de m'avoir invité. D'abord : /settings open dit où je réponds et qui peut demander ; "
        "ensuite, posez-moi une question avec /ask."
    ),
    names={
        "answering": "À quoi je réponds",
        "place": "Où je réponds",
        "unsure": "Quand je ne suis pas sûr",
        "emoji": "Le signe pour cela",
        "excerpts": "Extraits par réponse, au plus",
        "language": "Langue des réponses aux messages",
        "roles": "Qui peut demander",
        "free_roles": "Rôles sans limites",
        "helper_roles": "Rôles qui aident",
        "corpora": "Documents consultés",
    },
    values={
        "mention": "aux mentions et aux commandes",
        "questions": "aussi aux questions posées à tous",
        "silent": "à rien",
        "channel": "dans le salon",
        "thread": "dans un fil à part",
        "private": "à la seule personne qui demande",
        "silence": "je ne dis rien",
        "emoji": "je mets un signe sous la question",
        "closest": "je montre les passages les plus proches",
        "helpers": "j'appelle les rôles qui aident",
        "auto": "la langue du serveur",
    },
)
