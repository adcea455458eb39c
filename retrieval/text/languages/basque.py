"""What is particular to Basque?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "eu",
    stemmer="basque",
    function_words=words(
        "eta da ez edo baina ere bat batzuk hau hori hura hauek horiek haiek nor nork nori zer zein zeintzuk non "
        "nondik nora noiz zergatik nola zenbat ni zu gu zuek dira zen ziren du dute zuen zuten izan den dela bere "
        "beren egin oso bai ala baino arte"
    ),
)
