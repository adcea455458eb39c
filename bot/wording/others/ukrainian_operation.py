"""What does Quoth say in Ukrainian to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Поставте питання, і я покажу місця ваших документів, що на нього відповідають, слово в слово.",
    empty="Шукати ще ніде: у теці немає документів.",
    has_read=(
        "Я прочитав {count} документ.",
        "Я прочитав {count} документи.",
        "Я прочитав {count} документів.",
    ),
    example="Напишіть питання своїми словами або, наприклад: /summary {file}\n/help покаже решту.",
    hint=" /help   Ctrl-D — вихід   /summary ФАЙЛ або тема   /sources",
    question=(
        "питання своїми словами",
        "місця, що на нього відповідають",
    ),
    commands={
        "/summary": "найважливіші речення документа або на тему (--length long); без нічого — усіх документів",
        "/compare": "два документи поруч; напишіть за нею обидві назви",
        "/changes": "що змінилося в документах від дати чи версії; без нічого — остання зміна",
        "/check": "чи є кожне з наступних речень у документах",
        "/sources": "документи, у яких я шукаю, і ті, у яких не шукаю",
        "/reload": "подивитися в теку одразу, не чекаючи",
        "/help": "цей список",
        "/quit": "закінчити розмову",
    },
    check_what="Що перевірити?",
    check_what_how="Напишіть за командою одне чи кілька речень.",
    compare_what="Що порівняти?",
    compare_what_how="Напишіть за командою два документи, у лапках, якщо в назві є пробіли.",
    which_length="Якої довжини?",
    which_length_how="За --length напишіть одне з: {lengths}.",
    no_command="Команди {command} немає",
    did_you_mean="Ви мали на увазі {command}?",
    see_help="/help покаже команди.",
    ask_without_slash="Щоб поставити питання, напишіть його без /.",
)

OPERATION = OperationTexts(
    how_it_is="Як справи в Quoth",
    how_to_log_in=(
        "Токена немає: задайте DISCORD_TOKEN в оточенні або у файлі .env (як його отримати, сказано в "
        "README.md) або наберіть `quoth chat`, щоб говорити з Quoth тут."
    ),
    documents="Документи",
    index="Індекс",
    scores="Оцінки",
    disk="Диск",
    token="Токен",
    discord="Discord",
    intents="Intents",
    servers="Сервери",
    name_other_corpus="Вкажіть іншу теку як `corpus` у config.yaml.",
    documents_read="прочитано {count}, пропущено {skipped} (чому, скаже `quoth sources`)",
    changes="Зміни",
    changes_told="про них повідомляє система",
    changes_looked_for="перевіряються кожні {seconds:g} с",
    changes_unseen="видно лише під час запуску (look_every_s дорівнює 0) і після `quoth reload`",
    look_asked="Quoth дивиться у свої теки.",
    look_unheard="Із цією конфігурацією не запущено жодного Quoth. Змінене буде прочитано за наступної команди.",
    forgotten="Усе, що зберігалося з попередніх текстів, видалено: історію, індекс і те, що прочитала модель.",
    forgotten_file="Усе, що зберігалося з {file}, видалено: з історії, індексу й того, що прочитала модель.",
    nothing_to_forget="Із {file} нічого не зберігалося.",
    still_there=(
        "{file} досі лежить у теці: його знову читають і в ньому шукають, доки ви його не видалите чи не виключите."
    ),
    put_files="Покладіть файли .txt або .md у {folder}.",
    index_built="побудовано за {seconds:.1f} с, питання триває {milliseconds:.0f} мс",
    scores_same="такі самі, як дає пакет rank-bm25",
    scores_off="відрізняються на {deviation:.1g} від rank-bm25",
    report_scores="Будь ласка, повідомте про це з версіями Python і numpy.",
    disk_unwritable="у {folder} не можна писати",
    name_other_data="Вкажіть іншу теку як `data` у config.yaml.",
    disk_room="у {folder} можна писати, вільно {megabytes:,.0f} МБ",
    make_room="Звільніть місце на диску.",
    meaning="Іншими словами",
    meaning_on="модель у {folder} знаходить сказане іншими словами",
    meaning_off="знаходиться лише за словами питання",
    meaning_offer=(
        "Сказане іншими словами знаходить і невелика модель (all-MiniLM-L6-v2, 91 МБ, Apache-2.0, з "
        "huggingface.co); вона працює тут і нікуди нічого не надсилає: наберіть `quoth semantic fetch`, щоб "
        "отримати її, або `quoth semantic off`, щоб більше про неї не чути."
    ),
    meaning_question=(
        "Завантажити невелику модель (all-MiniLM-L6-v2, 91 МБ, Apache-2.0, з huggingface.co), яка працює тут, "
        "нічого не надсилає і знаходить також сказане іншими словами? [т/н] "
    ),
    yes=(
        "т",
        "так",
        "y",
    ),
    no=(
        "н",
        "ні",
        "n",
    ),
    token_missing=(
        "його немає; задайте DISCORD_TOKEN в оточенні або у файлі .env (як його отримати, сказано в README.md)"
    ),
    token_known="Discord знає бота як {name}",
    token_refused="Discord його не приймає",
    copy_token="Скопіюйте його знову зі сторінки Bot у Developer Portal.",
    wrong_token="Discord не приймає токен бота. Скопіюйте його знову з Developer Portal.",
    unasked="спитати не можна ({error})",
    check_network="Перевірте мережеве з’єднання.",
    content_granted="Message Content дозволено",
    content_missing="Message Content не дозволено",
    no_message_content=(
        "Задано канали питань, але Discord не дає цьому боту читати повідомлення, де його не згадано. У "
        "Developer Portal, на сторінці Bot, увімкніть Message Content Intent і запустіть знову. Усе інше "
        "працює й без цього."
    ),
    no_intent_needed="особливих не потрібно",
    access="Доступ",
    access_public="будь-хто може запросити бота на свій сервер і читати документи там та в особистих повідомленнях",
    access_remedy=(
        "Якщо вони не для всіх, вимкніть Public Bot у Developer Portal, на сторінці Bot, і задайте "
        "discord.servers та discord.direct_messages у config.yaml."
    ),
    access_private="запросити бота може лише власник застосунку; особисті повідомлення: {direct}",
    access_listed="ботом можуть користуватися лише сервери з discord.servers; особисті повідомлення: {direct}",
    lacking_rights=(
        "Учасники {server} питають мене в #{channel}, але там мені бракує прав: {permissions}. Дайте їх моїй "
        "ролі в налаштуваннях сервера або цього каналу."
    ),
    servers_none="бота немає на жодному",
    invite="Запросіть його: {link}",
    servers_lacking="бот є на {count}, але йому бракує прав на {servers}",
    give_permissions="Дайте їх його ролі в налаштуваннях сервера або запросіть його ще раз: {link}",
    servers_well="бот є на {count} і має всі потрібні права",
    start_refused="Discord відмовив у запуску: {error}.",
    closed_for_good="Discord закрив з’єднання остаточно (код {code}). Перевірте токен бота й запустіть знову.",
    unreachable="Discord недоступний. Перевірте мережеве з’єднання й запустіть знову.",
)
