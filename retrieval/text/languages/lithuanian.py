"""What is particular to Lithuanian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "lt",
    stemmer="lithuanian",
    function_words=words(
        "ir į iš ar su be per po prie už nuo iki apie dėl kad kai kaip bet o arba tai tas ta tie tos šis ši šie šios "
        "kas ko kam ką kuo kur kada kodėl kiek kuris kuri kurie kurios koks kokia kokie aš tu jis ji mes jūs jie jos "
        "jo jų yra buvo būti nėra ne jau dar tik taip pat"
    ),
)
