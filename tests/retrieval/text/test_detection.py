"""Is the language of a text told right, and left open where too little shows it?"""

import pytest

from retrieval.text.detection import QUESTION, SECTION, language_of
from retrieval.text.languages import DEFAULT, LANGUAGES, UNKNOWN, language

TEXTS = {
    "en": "The harbour council has voted to rebuild the old lighthouse, which a storm damaged three winters ago.",
    "de": (
        "Der Rat des Hafens hat beschlossen, den alten Leuchtturm, den ein Sturm beschädigt hatte, wieder aufzubauen."
    ),
    "es": "El consejo del puerto ha decidido reconstruir el viejo faro que una tormenta dañó hace tres inviernos.",
    "fr": (
        "Le conseil du port a décidé de reconstruire le vieux phare qu'une tempête avait endommagé il y a trois ans."
    ),
    "it": "Il consiglio del porto ha deciso di ricostruire il vecchio faro che una tempesta aveva danneggiato.",
    "pt": "O conselho do porto decidiu reconstruir o velho farol que uma tempestade danificou há três invernos.",
    "nl": "De raad van de haven heeft besloten om de oude vuurtoren te herbouwen die door een storm was beschadigd.",
    "sv": (
        "Hamnrådet har beslutat att bygga upp den gamla fyren som en storm skadade för tre vintrar "
        "sedan, och det är bra."
    ),
    "da": "Havnerådet har besluttet at genopbygge det gamle fyrtårn, som blev ødelagt af en storm for tre år siden.",
    "pl": (
        "Rada portu postanowiła odbudować starą latarnię morską, która została uszkodzona przez "
        "burzę i nie jest czynna."
    ),
    "cs": "Rada přístavu se rozhodla obnovit starý maják, který byl před třemi lety poškozen bouří, a to je dobře.",
    "ro": (
        "Consiliul portului a decis să reconstruiască vechiul far care a fost avariat de o furtună cu trei ani în urmă."
    ),
    "hu": (
        "A kikötői tanács úgy döntött, hogy újjáépíti a régi világítótornyot, amelyet egy vihar "
        "után nem lehet használni."
    ),
    "fi": "Satamaneuvosto on päättänyt rakentaa uudelleen vanhan majakan, joka vaurioitui myrskyssä, ja se on hyvä.",
    "tr": (
        "Liman konseyi, üç kış önce bir fırtınanın hasar verdiği eski deniz fenerini yeniden inşa "
        "etmeye karar verdi ve bu iyi."
    ),
    "vi": (
        "Hội đồng cảng đã quyết định xây dựng lại ngọn hải đăng cũ bị bão làm hư hỏng và đây là "
        "một tin tốt cho người dân."
    ),
    "id": (
        "Dewan pelabuhan telah memutuskan untuk membangun kembali mercusuar tua yang rusak oleh badai pada tahun itu."
    ),
    "ru": "Совет порта решил восстановить старый маяк, который был повреждён бурей три года назад, и это хорошо.",
    "uk": "Рада порту вирішила відновити старий маяк, який був пошкоджений бурею три роки тому, і це добре.",
    "bg": "Съветът на пристанището реши да възстанови стария фар, който беше повреден от буря преди три години.",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε να ξαναχτίσει τον παλιό φάρο.",
    "he": "מועצת הנמל החליטה לבנות מחדש את המגדלור הישן.",
    "ar": "قرر مجلس الميناء إعادة بناء المنارة القديمة التي تضررت من العاصفة.",
    "fa": "شورای بندر تصمیم گرفت که فانوس دریایی قدیمی را که در توفان آسیب دیده بود از نو بسازد و این خوب است.",
    "hi": "बंदरगाह परिषद ने पुराने प्रकाशस्तंभ को फिर से बनाने का निर्णय लिया है।",
    "ta": "துறைமுகக் குழு பழைய கலங்கரை விளக்கத்தை மீண்டும் கட்ட முடிவு செய்தது.",
    "th": "สภาท่าเรือตัดสินใจสร้างประภาคารเก่าขึ้นใหม่",
    "zh": "港口委员会决定重建三年前被风暴损坏的旧灯塔。",
    "ja": "港湾評議会は、三年前に嵐で壊れた古い灯台を建て直すことを決めた。",
    "ko": "항만 위원회는 오래된 등대를 다시 짓기로 했다.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_running_text_is_told_by_its_script_and_its_function_words(code: str) -> None:
    assert language_of(TEXTS[code]).code == code


@pytest.mark.parametrize("code", ["de", "fr", "nl"])
def test_the_language_that_a_file_names_is_believed_where_its_words_do_not_tell(code: str) -> None:
    thought = language(code)
    assert language_of("Port 8080 | Anna Müller | 42", thought) is thought
    assert language_of(TEXTS["en"], thought) is DEFAULT


@pytest.mark.parametrize("text", ["", "12 + 30", "x = f(y)", "Anna Müller, Carla Schmidt", "SSL_CERT_DIR der"])
def test_what_shows_no_language_is_taken_for_the_default(text: str) -> None:
    assert language_of(text) is DEFAULT


def test_a_script_that_no_language_is_known_of_has_none() -> None:
    assert language_of("საბჭომ გადაწყვიტა ძველი შუქურის აღდგენა") is UNKNOWN
    assert language_of("Jumba la taa", language("sw")) is UNKNOWN


def test_names_and_code_in_latin_letters_do_not_make_a_text_another() -> None:
    assert language_of("安装 quoth: pip install quoth && quoth --help 然后运行它").code == "zh"


def test_a_question_is_in_one_of_the_languages_of_the_documents() -> None:
    both = (LANGUAGES["en"], LANGUAGES["de"])
    assert language_of("wann schließt das Museum?", both[0], both, QUESTION) is both[1]
    assert language_of("when does the museum close?", both[1], both, QUESTION) is both[0]
    assert language_of("museum", both[1], both, QUESTION) is both[1]
    assert language_of("когда?", both[1], both, QUESTION) is both[1]


def test_a_few_words_do_not_make_a_section_another_language() -> None:
    text = "Set SSL_CERT_DIR to a directory following an OpenSSL layout, say for der and die"
    assert language_of(text, DEFAULT, proof=SECTION) is DEFAULT
    assert language_of(TEXTS["de"], DEFAULT, proof=SECTION).code == "de"
