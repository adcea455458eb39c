"""What is particular to Irish?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "ga",
    is_small=True,
    stemmer="irish",
    function_words=words(
        "an na agus i is ar le do de ag go chun ó faoi trí roimh gan ach nó ná má mar sé sí siad mé tú muid sibh a "
        "cé cad cá cén conas cathain nuair cathair bhí tá níl raibh ba bheith nach seo sin siúd aige aici acu leis "
        "léi"
    ),
    elisions=words("d b m"),
)
