"""What are Discord's commands, their options and descriptions called in Ukrainian? By their English texts."""

COMMANDS = {
    "ask": "запитати",
    "summary": "виклад",
    "sources": "джерела",
    "reload": "оновити",
    "Look into the folder of documents at once.": "Одразу подивитися в теку документів.",
    "quote": "цитата",
    "check": "перевірити",
    "help": "допомога",
    "privacy": "приватність",
    "forget-me": "забудь-мене",
    "Tell what is kept about you.": "Сказати, що про вас зберігається.",
    "Remove what is kept about you.": "Видалити те, що про вас зберігається.",
    "solved": "вирішено",
    "Mark this post as solved.": "Позначити цей допис як вирішений.",
    "question": "питання",
    "source": "джерело",
    "private": "особисто",
    "compare": "порівняти",
    "changes": "зміни",
    "since": "від",
    "topic": "тема",
    "length": "довжина",
    "short": "коротко",
    "medium": "середньо",
    "long": "довго",
    "file_a": "файл_а",
    "file_b": "файл_б",
    "file": "файл",
    "place": "місце",
    "text": "текст",
    "Ask the documents": "Запитати документи",
    "Check against the documents": "Перевірити за документами",
    "Find the passages in the documents that answer a question.": (
        "Знайти в документах уривки, які відповідають на питання."
    ),
    "Your question, in your own words": "Ваше питання, своїми словами",
    "Look only in this document": "Шукати лише в цьому документі",
    "Show the answer to you alone": "Показати відповідь лише вам",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Показати головні речення документа, за темою або одне-два з кожного документа."
    ),
    "A document: its most telling sentences": "Документ: його головні речення",
    "Anything, in your own words: what all documents say about it": (
        "Що завгодно, своїми словами: що про це кажуть усі документи"
    ),
    "About 60, 150 or 400 words": "Близько 60, 150 або 400 слів",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Показати, що кажуть обидва документи, чим вони різняться і що каже лише один."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Показати додані, вилучені й переписані речення документів."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Дата на зразок 2026-01-31 або номер версії; без цього — остання зміна"
    ),
    "A document": "Документ",
    "The document to hold against it": "Документ для порівняння",
    "List the documents that are searched.": "Перелічити документи, у яких іде пошук.",
    "Show the exact text of a place in a document.": "Показати точний текст місця в документі.",
    "The document": "Документ",
    "A heading, or words that stand there": "Заголовок або слова, що там стоять",
    "Tell for each sentence whether it stands in the documents.": (
        "Сказати про кожне речення, чи є воно в документах."
    ),
    "The sentences to check": "Речення для перевірки",
    "Explain what I do and how to ask me.": "Пояснити, що я роблю і як мене питати.",
    "settings": "налаштування",
    "open": "відкрити",
    "export": "експорт",
    "import": "імпорт",
    "Change how I answer here.": "Змінити, як я тут відповідаю.",
    "Show what is set, and change it.": "Показати налаштування і змінити їх.",
    "Get what is set as a file.": "Отримати налаштування файлом.",
    "Set what a file of /settings export says.": "Застосувати файл із /settings export.",
}
