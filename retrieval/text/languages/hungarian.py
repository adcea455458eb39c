"""What is particular to Hungarian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "hu",
    stemmer="hungarian",
    function_words=words(
        "a az egy és is hogy nem ne meg de vagy ha mint ez azt ezt ezek azok ki kik kit mi mit mely melyik milyen "
        "hol hova honnan mikor miért hogyan mennyi hány én te ő ti ők van vannak volt voltak lesz lehet már még csak "
        "el fel be le után előtt alatt között által"
    ),
)
