"""What does Quoth say in Polish to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Zadaj pytanie, a pokażę miejsca w twoich dokumentach, które na nie odpowiadają, słowo w słowo.",
    empty="Nie ma jeszcze czego przeszukiwać: w folderze nie ma dokumentów.",
    has_read=(
        "Przeczytałem {count} dokument.",
        "Przeczytałem {count} dokumenty.",
        "Przeczytałem {count} dokumentów.",
    ),
    example="Napisz pytanie własnymi słowami albo na przykład: /summary {file}\n/help pokaże resztę.",
    hint=" /help   Ctrl-D kończy   /summary PLIK lub temat   /sources",
    question=(
        "pytanie własnymi słowami",
        "miejsca, które na nie odpowiadają",
    ),
    commands={
        "/summary": "najważniejsze zdania dokumentu lub na temat (--length long); samo – wszystkich dokumentów",
        "/compare": "dwa dokumenty obok siebie; napisz za tym obie nazwy",
        "/changes": "co się zmieniło w dokumentach od daty lub wersji; samo – ostatnia zmiana",
        "/check": "czy każde z następnych zdań stoi w dokumentach",
        "/sources": "dokumenty, które przeszukuję, i te, których nie przeszukuję",
        "/reload": "zajrzeć do folderu od razu, bez czekania",
        "/help": "ta lista",
        "/quit": "zakończyć rozmowę",
    },
    check_what="Co sprawdzić?",
    check_what_how="Napisz za tym jedno lub kilka zdań.",
    compare_what="Co porównać?",
    compare_what_how="Napisz za tym dwa dokumenty, w cudzysłowie, jeśli nazwa ma spacje.",
    which_length="Jaka długość?",
    which_length_how="Za --length napisz jedno z: {lengths}.",
    no_command="Nie ma polecenia {command}",
    did_you_mean="Czy chodziło o {command}?",
    see_help="/help pokaże polecenia.",
    ask_without_slash="Aby zadać pytanie, napisz je bez /.",
)

OPERATION = OperationTexts(
    how_it_is="Jak się ma Quoth",
    how_to_log_in=(
        "Nie ma tokena: ustaw DISCORD_TOKEN w środowisku lub w pliku .env (README.md mówi, jak go zdobyć) albo "
        "wpisz `quoth chat`, aby porozmawiać z Quoth tutaj."
    ),
    documents="Dokumenty",
    index="Indeks",
    scores="Oceny",
    disk="Dysk",
    token="Token",
    discord="Discord",
    intents="Intents",
    servers="Serwery",
    name_other_corpus="Podaj inny folder jako `corpus` w config.yaml.",
    documents_read="przeczytano {count}, pominięto {skipped} (dlaczego, powie `quoth sources`)",
    changes="Zmiany",
    changes_told="system o nich powiadamia",
    changes_looked_for="sprawdzane co {seconds:g} s",
    changes_unseen="widziane tylko przy starcie (look_every_s to 0) i po `quoth reload`",
    look_asked="Quoth zagląda do swoich folderów.",
    look_unheard=(
        "Z tą konfiguracją nie działa żaden Quoth. Co się zmieniło, zostanie przeczytane przy następnym poleceniu."
    ),
    forgotten=(
        "Usunięto wszystko, co przechowywano z wcześniejszych tekstów: historię, indeks i to, co przeczytał model."
    ),
    forgotten_file="Usunięto wszystko, co przechowywano z {file}: z historii, indeksu i tego, co przeczytał model.",
    nothing_to_forget="Z {file} niczego nie przechowywano.",
    still_there=(
        "{file} nadal leży w folderze: jest czytany i przeszukiwany, dopóki go nie usuniesz lub nie wykluczysz."
    ),
    put_files="Włóż pliki .txt lub .md do {folder}.",
    index_built="zbudowany w {seconds:.1f} s, pytanie trwa {milliseconds:.0f} ms",
    scores_same="takie same, jakie daje pakiet rank-bm25",
    scores_off="różnią się o {deviation:.1g} od rank-bm25",
    report_scores="Zgłoś to, proszę, z wersjami Pythona i numpy.",
    disk_unwritable="nie można pisać w {folder}",
    name_other_data="Podaj inny folder jako `data` w config.yaml.",
    disk_room="można pisać w {folder}, wolne jest {megabytes:,.0f} MB",
    make_room="Zrób miejsce na dysku.",
    meaning="Innymi słowami",
    meaning_on="model w {folder} znajduje to, co powiedziano innymi słowami",
    meaning_off="znajdowane tylko po słowach pytania",
    meaning_offer=(
        "To, co powiedziano innymi słowami, znajduje też mały model (all-MiniLM-L6-v2, 91 MB, Apache-2.0, z "
        "huggingface.co), który działa tutaj i niczego nigdzie nie wysyła: wpisz `quoth semantic fetch`, aby "
        "go pobrać, albo `quoth semantic off`, aby więcej o nim nie słyszeć."
    ),
    meaning_question=(
        "Pobrać mały model (all-MiniLM-L6-v2, 91 MB, Apache-2.0, z huggingface.co), który działa tutaj, "
        "niczego nie wysyła i znajduje też to, co powiedziano innymi słowami? [t/n] "
    ),
    yes=(
        "t",
        "tak",
    ),
    no=(
        "n",
        "nie",
    ),
    token_missing="nie ma go; ustaw DISCORD_TOKEN w środowisku lub w pliku .env (README.md mówi, jak go zdobyć)",
    token_known="Discord zna bota jako {name}",
    token_refused="Discord go nie przyjmuje",
    copy_token="Skopiuj go na nowo ze strony Bot w Developer Portal.",
    wrong_token="Discord nie przyjmuje tokena bota. Skopiuj go na nowo z Developer Portal.",
    unasked="nie można go zapytać ({error})",
    check_network="Sprawdź połączenie z siecią.",
    content_granted="Message Content jest przyznane",
    content_missing="brakuje Message Content",
    no_message_content=(
        "Ustawiono kanały pytań, ale Discord nie pozwala temu botowi czytać wiadomości, które go nie "
        "wspominają. W Developer Portal, na stronie Bot, włącz Message Content Intent i uruchom ponownie. "
        "Wszystko inne działa bez tego."
    ),
    no_intent_needed="żaden szczególny nie jest potrzebny",
    access="Dostęp",
    access_public=(
        "każdy może zaprosić bota na swój serwer i czytać tam dokumenty, a także w wiadomościach prywatnych"
    ),
    access_remedy=(
        "Jeśli nie są dla wszystkich, wyłącz Public Bot w Developer Portal, na stronie Bot, i ustaw "
        "discord.servers oraz discord.direct_messages w config.yaml."
    ),
    access_private="zaprosić bota może tylko właściciel aplikacji; wiadomości prywatne: {direct}",
    access_listed="z bota mogą korzystać tylko serwery z discord.servers; wiadomości prywatne: {direct}",
    lacking_rights=(
        "Członkowie {server} pytają mnie na #{channel}, ale brakuje mi tam uprawnień: {permissions}. Nadaj je "
        "mojej roli w ustawieniach serwera lub tego kanału."
    ),
    servers_none="bota nie ma na żadnym",
    invite="Zaproś go: {link}",
    servers_lacking="bot jest na {count}, ale brakuje mu uprawnień na {servers}",
    give_permissions="Nadaj je jego roli w ustawieniach serwera albo zaproś go jeszcze raz: {link}",
    servers_well="bot jest na {count} i ma wszystkie potrzebne uprawnienia",
    start_refused="Discord odmówił startu: {error}.",
    closed_for_good="Discord zamknął połączenie na dobre (kod {code}). Sprawdź token bota i uruchom ponownie.",
    unreachable="Nie można połączyć się z Discordem. Sprawdź połączenie z siecią i uruchom ponownie.",
)
