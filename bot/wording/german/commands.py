"""What are Discord's commands, their options and descriptions called in German? By their English texts."""

COMMANDS = {
    "ask": "frage",
    "summary": "zusammenfassung",
    "sources": "quellen",
    "reload": "neu-laden",
    "Look into the folder of documents at once.": "Sofort im Ordner der Dokumente nachsehen.",
    "quote": "zitat",
    "check": "prüfen",
    "help": "hilfe",
    "privacy": "datenschutz",
    "forget-me": "vergiss-mich",
    "Tell what is kept about you.": "Sagen, was über dich aufbewahrt wird.",
    "Remove what is kept about you.": "Entfernen, was über dich aufbewahrt wird.",
    "solved": "gelöst",
    "Mark this post as solved.": "Diesen Beitrag als gelöst markieren.",
    "question": "frage",
    "source": "quelle",
    "private": "privat",
    "compare": "vergleich",
    "changes": "änderungen",
    "since": "seit",
    "topic": "thema",
    "length": "länge",
    "short": "kurz",
    "medium": "mittel",
    "long": "lang",
    "file_a": "datei_a",
    "file_b": "datei_b",
    "file": "datei",
    "place": "stelle",
    "text": "text",
    "Ask the documents": "Die Dokumente fragen",
    "Check against the documents": "Mit den Dokumenten vergleichen",
    "Find the passages in the documents that answer a question.": "Die Stellen finden, die eine Frage beantworten.",
    "Your question, in your own words": "Deine Frage, in eigenen Worten",
    "Look only in this document": "Nur in diesem Dokument suchen",
    "Show the answer to you alone": "Die Antwort nur dir zeigen",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Die wichtigsten Sätze eines Dokuments oder zu einem Thema zeigen, oder aus jedem Dokument ein, zwei."
    ),
    "A document: its most telling sentences": "Ein Dokument: seine aussagekräftigsten Sätze",
    "Anything, in your own words: what all documents say about it": (
        "Irgendetwas, in eigenen Worten: was alle Dokumente darüber sagen"
    ),
    "About 60, 150 or 400 words": "Etwa 60, 150 oder 400 Wörter",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Zeigen, was zwei Dokumente beide sagen, wo sie abweichen und was nur eines sagt."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Die Sätze zeigen, die in den Dokumenten hinzukamen, wegfielen oder umformuliert wurden."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Ein Datum wie 2026-01-31, oder die Nummer eines Stands; ohne beides die letzte Änderung"
    ),
    "A document": "Ein Dokument",
    "The document to hold against it": "Das Dokument, das daneben gehalten wird",
    "List the documents that are searched.": "Die Dokumente auflisten, die durchsucht werden.",
    "Show the exact text of a place in a document.": "Den genauen Text einer Stelle in einem Dokument zeigen.",
    "The document": "Das Dokument",
    "A heading, or words that stand there": "Eine Überschrift, oder Wörter, die dort stehen",
    "Tell for each sentence whether it stands in the documents.": (
        "Für jeden Satz sagen, ob er in den Dokumenten steht."
    ),
    "The sentences to check": "Die Sätze, die zu prüfen sind",
    "Explain what I do and how to ask me.": "Erklären, was ich tue und wie man mich fragt.",
    "settings": "einstellungen",
    "open": "öffnen",
    "export": "exportieren",
    "import": "importieren",
    "Change how I answer here.": "Ändern, wie ich hier antworte.",
    "Show what is set, and change it.": "Zeigen, was eingestellt ist, und es ändern.",
    "Get what is set as a file.": "Die Einstellungen als Datei holen.",
    "Set what a file of /settings export says.": "Einstellen, was eine Datei von /settings export sagt.",
}
