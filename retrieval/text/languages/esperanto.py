"""What is particular to Esperanto?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "eo",
    is_small=True,
    stemmer="esperanto",
    function_words=words(
        "la kaj en de al por kun sen sur sub inter per pri ĉe ĝis el da aŭ sed ĉar ke se kiel kiam kie kiu kiuj kiun "
        "kio kion kies kial kiom kia ĉu mi vi li ŝi ĝi ni ili oni si estas estis estos esti havas ne ankaŭ nur plej "
        "pli tre tiu tiuj tio ĉi"
    ),
)
