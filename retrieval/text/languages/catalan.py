"""What is particular to Catalan?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "ca",
    is_small=True,
    stemmer="catalan",
    function_words=words(
        "el la els les un una uns unes lo al als del dels de d a en amb per sense sobre entre fins des i o ni que "
        "què qui quin quina quins quines quan com on quant quants quantes es s seu seva seus li me aquest aquesta "
        "això és són era eren va van ser ha han hi molt més no si però també ja perquè l n"
    ),
    elisions=words("l d n s m t"),
)
