"""What are Discord's commands, their options and descriptions called in Portuguese? By their English texts."""

COMMANDS = {
    "ask": "perguntar",
    "summary": "resumo",
    "sources": "fontes",
    "reload": "recarregar",
    "Look into the folder of documents at once.": "Olhar já na pasta de documentos.",
    "quote": "citar",
    "check": "conferir",
    "help": "ajuda",
    "privacy": "privacidade",
    "forget-me": "esqueça-me",
    "Tell what is kept about you.": "Dizer o que é guardado sobre você.",
    "Remove what is kept about you.": "Remover o que é guardado sobre você.",
    "solved": "resolvido",
    "Mark this post as solved.": "Marcar esta publicação como resolvida.",
    "question": "pergunta",
    "source": "fonte",
    "private": "privado",
    "compare": "comparar",
    "changes": "mudanças",
    "since": "desde",
    "topic": "tema",
    "length": "tamanho",
    "short": "curto",
    "medium": "médio",
    "long": "longo",
    "file_a": "arquivo_a",
    "file_b": "arquivo_b",
    "file": "arquivo",
    "place": "lugar",
    "text": "texto",
    "Ask the documents": "Perguntar aos documentos",
    "Check against the documents": "Conferir com os documentos",
    "Find the passages in the documents that answer a question.": (
        "Achar os trechos dos documentos que respondem a uma pergunta."
    ),
    "Your question, in your own words": "A sua pergunta, com as suas palavras",
    "Look only in this document": "Procurar só neste documento",
    "Show the answer to you alone": "Mostrar a resposta só a você",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Mostrar as frases principais de um documento, sobre um tema, ou uma ou duas de cada documento."
    ),
    "A document: its most telling sentences": "Um documento: suas frases principais",
    "Anything, in your own words: what all documents say about it": (
        "Um tema, com as suas palavras: o que todos os documentos dizem"
    ),
    "About 60, 150 or 400 words": "Cerca de 60, 150 ou 400 palavras",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Mostrar o que dois documentos dizem em comum, onde diferem, e o que só um diz."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Mostrar as frases acrescentadas, removidas e reformuladas nos documentos."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Uma data como 2026-01-31, ou o número de uma revisão; sem isso, a última mudança"
    ),
    "A document": "Um documento",
    "The document to hold against it": "O documento com que se compara",
    "List the documents that are searched.": "Listar os documentos consultados.",
    "Show the exact text of a place in a document.": "Mostrar o texto exato de um lugar de um documento.",
    "The document": "O documento",
    "A heading, or words that stand there": "Um título, ou palavras que estão lá",
    "Tell for each sentence whether it stands in the documents.": "Dizer de cada frase se está nos documentos.",
    "The sentences to check": "As frases a conferir",
    "Explain what I do and how to ask me.": "Explicar o que faço e como me perguntar.",
    "settings": "configurações",
    "open": "abrir",
    "export": "exportar",
    "import": "importar",
    "Change how I answer here.": "Mudar como respondo aqui.",
    "Show what is set, and change it.": "Mostrar as configurações e mudá-las.",
    "Get what is set as a file.": "Obter as configurações em um arquivo.",
    "Set what a file of /settings export says.": "Aplicar um arquivo de /settings export.",
}
