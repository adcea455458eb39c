"""What is particular to Estonian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "et",
    stemmer="estonian",
    function_words=words(
        "ja on ei et see oli need nad tema ta mina sina me te kes mis mida kus kust kuhu millal miks kuidas kui mitu "
        "palju või aga siis nii nagu ka ainult ning selle seda sellest selles nende olid ole olla saab koos enne "
        "pärast oma mille kelle milline millise"
    ),
)
