"""What is said of the settings of a server in Polish?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Ustawienia",
    whole="Dla całego serwera",
    channel_only="Tylko dla {channel}",
    choose="Wybierz, co zmienić",
    save="Zapisz",
    discard="Odrzuć",
    default="Jak domyślnie",
    now="Teraz: {value}",
    then="Po zapisaniu: {value}",
    locked="To ustala config.yaml, więc nie można tego tu zmienić.",
    unavailable=("Niczego nie zapisano: ustawień nie można teraz zachować. Dziennik bota mówi, dlaczego i co zrobić."),
    everybody="wszyscy",
    none="brak",
    all_documents="wszystkie dokumenty",
    silent_here="Na tym kanale nie odpowiadam.",
    helpers_called="{roles}, dokumenty na to nie odpowiadają. Czy możecie pomóc?",
    needs_intent=(
        "Aby czytać wiadomości bez wzmianki, potrzebuję Message Content Intent: włącz go w portalu "
        "programistów, strona Bot, i uruchom mnie ponownie."
    ),
    import_wrong="Niczego nie zmieniono. Co jest błędne w pliku, z wierszami:",
    import_same="Plik ustala to, co już jest ustalone.",
    welcome=(
        "Dziękuję za zaproszenie. Najpierw: /settings open mówi, gdzie odpowiadam i kto może pytać; "
        "potem zapytaj mnie przez /ask."
    ),
    names={
        "answering": "Na co odpowiadam",
        "place": "Gdzie odpowiadam",
        "unsure": "Gdy nie jestem pewien",
        "emoji": "Znak na to",
        "excerpts": "Fragmentów w odpowiedzi, najwyżej",
        "language": "Język odpowiedzi na wiadomości",
        "roles": "Kto może pytać",
        "free_roles": "Role bez ograniczeń",
        "helper_roles": "Role, które pomagają",
        "corpora": "Przeszukiwane dokumenty",
    },
    values={
        "mention": "na wzmianki i polecenia",
        "questions": "także na pytania do wszystkich",
        "silent": "na nic",
        "channel": "na kanale",
        "thread": "w osobnym wątku",
        "private": "tylko pytającemu",
        "silence": "nic nie mówię",
        "emoji": "stawiam znak pod pytaniem",
        "closest": "pokazuję najbliższe fragmenty",
        "helpers": "wołam role, które pomagają",
        "auto": "język serwera",
    },
)
