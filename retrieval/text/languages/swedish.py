"""What is particular to Swedish?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "sv",
    stemmer="swedish",
    function_words=words(
        "och i att på är den det de en ett till av för med som har var inte han hon vi jag du där om från vid men "
        "sig så eller vad vem när varför hur vilken vilket vilka kan ska vill blev blir vara deras hans hennes efter "
        "under över också bara detta denna dessa man"
    ),
)
