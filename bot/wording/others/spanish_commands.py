"""What are Discord's commands, their options and descriptions called in Spanish? By their English texts."""

COMMANDS = {
    "ask": "preguntar",
    "summary": "resumen",
    "sources": "fuentes",
    "reload": "recargar",
    "Look into the folder of documents at once.": "Mirar ahora mismo en la carpeta de documentos.",
    "quote": "citar",
    "check": "comprobar",
    "help": "ayuda",
    "privacy": "privacidad",
    "forget-me": "olvídame",
    "Tell what is kept about you.": "Decir qué se guarda sobre ti.",
    "Remove what is kept about you.": "Eliminar lo que se guarda sobre ti.",
    "solved": "resuelto",
    "Mark this post as solved.": "Marcar esta publicación como resuelta.",
    "question": "pregunta",
    "source": "fuente",
    "private": "privado",
    "compare": "comparar",
    "changes": "cambios",
    "since": "desde",
    "topic": "tema",
    "length": "longitud",
    "short": "corto",
    "medium": "medio",
    "long": "largo",
    "file_a": "archivo_a",
    "file_b": "archivo_b",
    "file": "archivo",
    "place": "lugar",
    "text": "texto",
    "Ask the documents": "Preguntar a los documentos",
    "Check against the documents": "Comprobar con los documentos",
    "Find the passages in the documents that answer a question.": (
        "Encontrar los pasajes de los documentos que responden a una pregunta."
    ),
    "Your question, in your own words": "Tu pregunta, con tus propias palabras",
    "Look only in this document": "Buscar solo en este documento",
    "Show the answer to you alone": "Mostrarte la respuesta solo a ti",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Mostrar las frases principales de un documento, sobre un tema, o una o dos de cada documento."
    ),
    "A document: its most telling sentences": "Un documento: sus frases principales",
    "Anything, in your own words: what all documents say about it": (
        "Un tema, con tus palabras: lo que dicen todos los documentos"
    ),
    "About 60, 150 or 400 words": "Unas 60, 150 o 400 palabras",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Mostrar lo que dos documentos dicen por igual, en qué difieren y lo que solo dice uno."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Mostrar las frases añadidas, quitadas y reformuladas en los documentos."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Una fecha como 2026-01-31, o el número de una revisión; sin ello, el último cambio"
    ),
    "A document": "Un documento",
    "The document to hold against it": "El documento con que se compara",
    "List the documents that are searched.": "Listar los documentos en que se busca.",
    "Show the exact text of a place in a document.": "Mostrar el texto exacto de un lugar de un documento.",
    "The document": "El documento",
    "A heading, or words that stand there": "Un título, o palabras que están ahí",
    "Tell for each sentence whether it stands in the documents.": "Decir de cada frase si está en los documentos.",
    "The sentences to check": "Las frases que comprobar",
    "Explain what I do and how to ask me.": "Explicar qué hago y cómo preguntarme.",
    "settings": "ajustes",
    "open": "abrir",
    "export": "exportar",
    "import": "importar",
    "Change how I answer here.": "Cambiar cómo respondo aquí.",
    "Show what is set, and change it.": "Mostrar los ajustes y cambiarlos.",
    "Get what is set as a file.": "Obtener los ajustes en un archivo.",
    "Set what a file of /settings export says.": "Aplicar un archivo de /settings export.",
}
