"""What are Discord's commands, their options and descriptions called in Russian? By their English texts."""

COMMANDS = {
    "ask": "спросить",
    "summary": "изложение",
    "sources": "источники",
    "reload": "обновить",
    "Look into the folder of documents at once.": "Сразу посмотреть в папку документов.",
    "quote": "цитата",
    "check": "проверить",
    "help": "помощь",
    "privacy": "приватность",
    "forget-me": "забудь-меня",
    "Tell what is kept about you.": "Сказать, что о вас хранится.",
    "Remove what is kept about you.": "Удалить то, что о вас хранится.",
    "solved": "решено",
    "Mark this post as solved.": "Отметить эту публикацию как решённую.",
    "question": "вопрос",
    "source": "источник",
    "private": "лично",
    "compare": "сравнить",
    "changes": "изменения",
    "since": "с",
    "topic": "тема",
    "length": "длина",
    "short": "коротко",
    "medium": "средне",
    "long": "длинно",
    "file_a": "файл_а",
    "file_b": "файл_б",
    "file": "файл",
    "place": "место",
    "text": "текст",
    "Ask the documents": "Спросить документы",
    "Check against the documents": "Проверить по документам",
    "Find the passages in the documents that answer a question.": "Найти отрывки, отвечающие на вопрос.",
    "Your question, in your own words": "Ваш вопрос, своими словами",
    "Look only in this document": "Искать только в этом документе",
    "Show the answer to you alone": "Показать ответ только вам",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "Показать главные предложения документа, по теме или одно-два из каждого документа."
    ),
    "A document: its most telling sentences": "Документ: его главные предложения",
    "Anything, in your own words: what all documents say about it": (
        "Что угодно, своими словами: что об этом говорят все документы"
    ),
    "About 60, 150 or 400 words": "Около 60, 150 или 400 слов",
    "Show what two documents both say, where they differ, and what only one says.": (
        "Показать, что говорят оба документа, чем они отличаются и что говорит лишь один."
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "Показать добавленные, удалённые и переписанные предложения документов."
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "Дата вроде 2026-01-31 или номер версии; без этого — последнее изменение"
    ),
    "A document": "Документ",
    "The document to hold against it": "Документ для сравнения",
    "List the documents that are searched.": "Перечислить документы, в которых идёт поиск.",
    "Show the exact text of a place in a document.": "Показать точный текст места в документе.",
    "The document": "Документ",
    "A heading, or words that stand there": "Заголовок или слова, которые там стоят",
    "Tell for each sentence whether it stands in the documents.": "Какие предложения есть в документах.",
    "The sentences to check": "Предложения для проверки",
    "Explain what I do and how to ask me.": "Объяснить, что я делаю и как меня спрашивать.",
    "settings": "настройки",
    "open": "открыть",
    "export": "экспорт",
    "import": "импорт",
    "Change how I answer here.": "Изменить, как я здесь отвечаю.",
    "Show what is set, and change it.": "Показать настройки и изменить их.",
    "Get what is set as a file.": "Получить настройки файлом.",
    "Set what a file of /settings export says.": "Применить файл из /settings export.",
}
