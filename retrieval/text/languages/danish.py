"""What is particular to Danish?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "da",
    stemmer="danish",
    function_words=words(
        "og i at på er den det de en et til af for med som har var ikke han hun vi jeg du der om fra ved men sig så "
        "eller hvad hvem hvor hvornår hvorfor hvordan hvilken hvilket hvilke kan skal vil blev bliver være deres "
        "hans hendes efter under over også kun dette denne disse man"
    ),
)
