"""What is particular to Sesotho?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "st",
    is_small=True,
    stemmer="sesotho",
    function_words=words(
        "ke le ho ha ea ya oa wa la ba bo se sa tsa e o a mo ka kapa empa hore hobane haeba mang eng neng kae joang "
        "hobaneng bokae rona lona bona eena yena nna uena na ne ile tla sea seo tseo tsena ena eo"
    ),
)
