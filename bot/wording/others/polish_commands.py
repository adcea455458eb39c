"""What are Discord's commands, their options and descriptions called in Polish? By their English texts."""

COMMANDS = {
    "ask": "zapytaj",
    "summary": "streszczenie",
    "sources": "źródła",
    "reload": "odśwież",
    "Look into the folder of documents at once.": "Zajrzeć od razu do folderu dokumentów.",
    "quote": "cytat",
    "check": "sprawdź",
    "help": "pomoc",
    "privacy": "prywatność",
    "forget-me": "zapomnij-mnie",
    "Tell what is kept about you.": "Powiedzieć, co jest o tobie przechowywane.",
    "Remove what is kept about you.": "Usunąć to, co jest o tobie przechowywane.",
    "solved": "rozwiązane",
    "Mark this post as solved.": "Oznaczyć ten post jako rozwiązany.",
    "question": "pytanie",
    "source": "źródło",
    "private": "prywatnie",
    "compare": "porównaj",
    "changes": "zmiany",
    "since": "od",
    "topic": "temat",
    "length": "długość",
    "short": "krótko",
    "medium": "średnio",
    "long": "długo",
    "file_a": "plik_a",
    "file_b": "plik_b",
    "file": "plik",
    "place": "miejsce",
    "text": "tekst",
    "Ask the documents": "Zapytaj dokumenty",
    "Check against the documents": "Sprawdź w dokumentach",
    "Find the passages in the documents that answer a question.": (
        "Znaleźć w dokumentach fragmenty, które odpowiadają na pytanie."
    ),
    "Your question, in your own words": "Twoje pytanie, własnymi słowami",
    "Look only in this document": "Szukać tylko w tym dokumencie",
    "Show the answer to you alone": "Pokazać odpowiedź tylko tobie",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Pokazać główne zdania dokumentu, na temat, albo jedno lub dwa z każdego dokumentu."
    ),
    "A document: its most telling sentences": "Dokument: jego główne zdania",
    "Anything, in your own words: what all documents say about it": (
        "Cokolwiek, własnymi słowami: co mówią o tym wszystkie dokumenty"
    ),
    "About 60, 150 or 400 words": "Około 60, 150 lub 400 słów",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Pokazać, co mówią oba dokumenty, czym się różnią i co mówi tylko jeden."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Pokazać zdania dodane, usunięte i przeredagowane w dokumentach."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Data jak 2026-01-31 albo numer wersji; bez tego ostatnia zmiana"
    ),
    "A document": "Dokument",
    "The document to hold against it": "Dokument do porównania",
    "List the documents that are searched.": "Wymienić dokumenty, w których się szuka.",
    "Show the exact text of a place in a document.": "Pokazać dokładny tekst miejsca w dokumencie.",
    "The document": "Dokument",
    "A heading, or words that stand there": "Nagłówek albo słowa, które tam stoją",
    "Tell for each sentence whether it stands in the documents.": "Powiedzieć, które zdania są w dokumentach.",
    "The sentences to check": "Zdania do sprawdzenia",
    "Explain what I do and how to ask me.": "Wyjaśnić, co robię i jak mnie pytać.",
    "settings": "ustawienia",
    "open": "otwórz",
    "export": "eksport",
    "import": "import",
    "Change how I answer here.": "Zmień, jak tu odpowiadam.",
    "Show what is set, and change it.": "Pokaż ustawienia i zmień je.",
    "Get what is set as a file.": "Pobierz ustawienia jako plik.",
    "Set what a file of /settings export says.": "Zastosuj plik z /settings export.",
}
