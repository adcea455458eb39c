"""What is particular to Armenian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "hy",
    scripts=("ARMENIAN",),
    stemmer="armenian",
    function_words=words(
        "և ու եւ է են էր էին եմ ես ենք եք որ թե թէ բայց կամ ի մեջ վրա հետ համար մասին առանց մինչև այս այդ այն սա դա "
        "նա նրանք մենք դուք դու իր նրա նրանց իրենց ով ովքեր ինչ որտեղ երբ ինչու ինչպես քանի որը որի որոնք մի ոչ չի "
        "չէ նաև միայն"
    ),
)
