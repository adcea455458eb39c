"""What is particular to Indonesian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "id",
    stemmer="indonesian",
    function_words=words(
        "yang dan di ke dari untuk dengan pada oleh dalam atau tetapi tapi karena bahwa jika kalau adalah ialah ini "
        "itu tersebut para saya aku kamu anda kita kami dia ia mereka apa siapa mana kapan mengapa kenapa bagaimana "
        "berapa tidak bukan belum sudah telah akan dapat bisa ada juga hanya seperti sebagai agar nya"
    ),
)
