"""What are Discord's commands, their options and descriptions called in French? By their English texts."""

COMMANDS = {
    "ask": "demander",
    "summary": "résumé",
    "sources": "sources",
    "reload": "recharger",
    "Look into the folder of documents at once.": "Regarder tout de suite dans le dossier des documents.",
    "quote": "citer",
    "check": "vérifier",
    "help": "aide",
    "privacy": "confidentialité",
    "forget-me": "oublie-moi",
    "Tell what is kept about you.": "Dire ce qui est gardé à votre sujet.",
    "Remove what is kept about you.": "Supprimer ce qui est gardé à votre sujet.",
    "solved": "résolu",
    "Mark this post as solved.": "Marquer cette publication comme résolue.",
    "question": "question",
    "source": "source",
    "private": "privé",
    "compare": "comparer",
    "changes": "changements",
    "since": "depuis",
    "topic": "sujet",
    "length": "longueur",
    "short": "court",
    "medium": "moyen",
    "long": "long",
    "file_a": "fichier_a",
    "file_b": "fichier_b",
    "file": "fichier",
    "place": "endroit",
    "text": "texte",
    "Ask the documents": "Interroger les documents",
    "Check against the documents": "Vérifier avec les documents",
    "Find the passages in the documents that answer a question.": (
        "Trouver les passages des documents qui répondent à une question."
    ),
    "Your question, in your own words": "Votre question, avec vos propres mots",
    "Look only in this document": "Chercher dans ce document seulement",
    "Show the answer to you alone": "Ne montrer la réponse qu'à vous",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Montrer les phrases principales d'un document, sur un sujet, ou une ou deux de chaque document."
    ),
    "A document: its most telling sentences": "Un document : ses phrases principales",
    "Anything, in your own words: what all documents say about it": (
        "Un sujet, avec vos mots : ce que tous les documents en disent"
    ),
    "About 60, 150 or 400 words": "Environ 60, 150 ou 400 mots",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Montrer ce que deux documents disent tous deux, leurs différences, et ce qu'un seul dit."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Montrer les phrases ajoutées, retirées et reformulées dans les documents."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Une date comme 2026-01-31, ou un numéro de révision ; sans cela, le dernier changement"
    ),
    "A document": "Un document",
    "The document to hold against it": "Le document à mettre en regard",
    "List the documents that are searched.": "Lister les documents consultés.",
    "Show the exact text of a place in a document.": "Montrer le texte exact d'un endroit d'un document.",
    "The document": "Le document",
    "A heading, or words that stand there": "Un titre, ou des mots qui y figurent",
    "Tell for each sentence whether it stands in the documents.": (
        "Dire de chaque phrase si elle figure dans les documents."
    ),
    "The sentences to check": "Les phrases à vérifier",
    "Explain what I do and how to ask me.": "Expliquer ce que je fais et comment m'interroger.",
    "settings": "réglages",
    "open": "ouvrir",
    "export": "exporter",
    "import": "importer",
    "Change how I answer here.": "Changer la façon dont je réponds ici.",
    "Show what is set, and change it.": "Montrer les réglages et les changer.",
    "Get what is set as a file.": "Obtenir les réglages dans un fichier.",
    "Set what a file of /settings export says.": "Appliquer un fichier de /settings export.",
}
