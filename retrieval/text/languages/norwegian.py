"""What is particular to Norwegian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "no",
    stemmer="norwegian",
    function_words=words(
        "og i å at på er den det de en et ei til av for med som har var ikke han hun vi jeg du der om fra ved men "
        "seg så eller hva hvem hvor når hvorfor hvordan hvilken hvilket hvilke kan skal vil ble blir være deres hans "
        "hennes etter under over også bare dette denne disse man"
    ),
)
