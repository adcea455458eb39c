"""What does Quoth say in Russian to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Задайте вопрос, и я покажу места ваших документов, которые на него отвечают, слово в слово.",
    empty="Искать пока негде: в папке нет документов.",
    has_read=(
        "Я прочитал {count} документ.",
        "Я прочитал {count} документа.",
        "Я прочитал {count} документов.",
    ),
    example="Напишите вопрос своими словами или, например: /summary {file}\n/help покажет остальное.",
    hint=" /help   Ctrl-D — выход   /summary ФАЙЛ или тема   /sources",
    question=(
        "вопрос своими словами",
        "места, которые на него отвечают",
    ),
    commands={
        "/summary": "самые важные предложения документа или по теме (--length long); без ничего — всех документов",
        "/compare": "два документа рядом; напишите за ней оба имени",
        "/changes": "что изменилось в документах с даты или версии; без ничего — последнее изменение",
        "/check": "есть ли каждое из следующих предложений в документах",
        "/sources": "документы, в которых я ищу, и те, в которых не ищу",
        "/reload": "посмотреть в папку сразу, не дожидаясь",
        "/help": "этот список",
        "/quit": "закончить разговор",
    },
    check_what="Что проверить?",
    check_what_how="Напишите за командой одно или несколько предложений.",
    compare_what="Что сравнить?",
    compare_what_how="Напишите за командой два документа, в кавычках, если в имени есть пробелы.",
    which_length="Какой длины?",
    which_length_how="За --length напишите одно из: {lengths}.",
    no_command="Команды {command} нет",
    did_you_mean="Вы имели в виду {command}?",
    see_help="/help покажет команды.",
    ask_without_slash="Чтобы задать вопрос, напишите его без /.",
)

OPERATION = OperationTexts(
    how_it_is="Как дела у Quoth",
    how_to_log_in=(
        "Токена нет: задайте DISCORD_TOKEN в окружении или в файле .env (как его получить, сказано в "
        "README.md) или наберите `quoth chat`, чтобы говорить с Quoth здесь."
    ),
    documents="Документы",
    index="Индекс",
    scores="Оценки",
    disk="Диск",
    token="Токен",
    discord="Discord",
    intents="Intents",
    servers="Серверы",
    name_other_corpus="Укажите другую папку как `corpus` в config.yaml.",
    documents_read="прочитано {count}, пропущено {skipped} (почему, скажет `quoth sources`)",
    changes="Изменения",
    changes_told="о них сообщает система",
    changes_looked_for="проверяются каждые {seconds:g} с",
    changes_unseen="видны только при запуске (look_every_s равно 0) и после `quoth reload`",
    look_asked="Quoth смотрит в свои папки.",
    look_unheard="С этой конфигурацией не запущен ни один Quoth. Изменённое будет прочитано при следующей команде.",
    forgotten="Всё, что хранилось из прежних текстов, удалено: история, индекс и то, что прочла модель.",
    forgotten_file="Всё, что хранилось из {file}, удалено: из истории, индекса и того, что прочла модель.",
    nothing_to_forget="Из {file} ничего не хранилось.",
    still_there="{file} всё ещё в папке: он снова читается и в нём ищут, пока вы его не удалите или не исключите.",
    put_files="Положите файлы .txt или .md в {folder}.",
    index_built="построен за {seconds:.1f} с, вопрос занимает {milliseconds:.0f} мс",
    scores_same="такие же, как даёт пакет rank-bm25",
    scores_off="отличаются на {deviation:.1g} от rank-bm25",
    report_scores="Пожалуйста, сообщите об этом с версиями Python и numpy.",
    disk_unwritable="в {folder} нельзя писать",
    name_other_data="Укажите другую папку как `data` в config.yaml.",
    disk_room="в {folder} можно писать, свободно {megabytes:,.0f} МБ",
    make_room="Освободите место на диске.",
    meaning="Другими словами",
    meaning_on="модель в {folder} находит сказанное другими словами",
    meaning_off="находится только по словам вопроса",
    meaning_offer=(
        "Сказанное другими словами находит и небольшая модель (all-MiniLM-L6-v2, 91 МБ, Apache-2.0, с "
        "huggingface.co); она работает здесь и никуда ничего не отправляет: наберите `quoth semantic fetch`, "
        "чтобы получить её, или `quoth semantic off`, чтобы больше о ней не слышать."
    ),
    meaning_question=(
        "Загрузить небольшую модель (all-MiniLM-L6-v2, 91 МБ, Apache-2.0, с huggingface.co), которая работает "
        "здесь, ничего не отправляет и находит также сказанное другими словами? [д/н] "
    ),
    yes=(
        "д",
        "да",
        "y",
    ),
    no=(
        "н",
        "нет",
        "n",
    ),
    token_missing=(
        "его нет; задайте DISCORD_TOKEN в окружении или в файле .env (как его получить, сказано в README.md)"
    ),
    token_known="Discord знает бота как {name}",
    token_refused="Discord его не принимает",
    copy_token="Скопируйте его заново со страницы Bot в Developer Portal.",
    wrong_token="Discord не принимает токен бота. Скопируйте его заново из Developer Portal.",
    unasked="спросить нельзя ({error})",
    check_network="Проверьте сетевое соединение.",
    content_granted="Message Content разрешён",
    content_missing="Message Content не разрешён",
    no_message_content=(
        "Заданы каналы вопросов, но Discord не даёт этому боту читать сообщения, где он не упомянут. В "
        "Developer Portal, на странице Bot, включите Message Content Intent и запустите снова. Всё остальное "
        "работает и без этого."
    ),
    no_intent_needed="особых не нужно",
    access="Доступ",
    access_public="кто угодно может пригласить бота на свой сервер и читать документы там и в личных сообщениях",
    access_remedy=(
        "Если они не для всех, выключите Public Bot в Developer Portal, на странице Bot, и задайте "
        "discord.servers и discord.direct_messages в config.yaml."
    ),
    access_private="пригласить бота может только владелец приложения; личные сообщения: {direct}",
    access_listed="ботом могут пользоваться только серверы из discord.servers; личные сообщения: {direct}",
    lacking_rights=(
        "Участники {server} спрашивают меня в #{channel}, но там мне не хватает прав: {permissions}. Дайте их "
        "моей роли в настройках сервера или этого канала."
    ),
    servers_none="бота нет ни на одном",
    invite="Пригласите его: {link}",
    servers_lacking="бот есть на {count}, но ему не хватает прав на {servers}",
    give_permissions="Дайте их его роли в настройках сервера или пригласите его ещё раз: {link}",
    servers_well="бот есть на {count}, и у него есть все нужные права",
    start_refused="Discord отказал в запуске: {error}.",
    closed_for_good="Discord закрыл соединение окончательно (код {code}). Проверьте токен бота и запустите снова.",
    unreachable="Discord недоступен. Проверьте сетевое соединение и запустите снова.",
)
