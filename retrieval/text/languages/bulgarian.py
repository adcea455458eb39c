"""What is particular to Bulgarian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "bg",
    scripts=("CYRILLIC",),
    function_words=words(
        "и в във на с със от до по за из при без под над между през към не ни но а или че да как така това този тази "
        "тези кой коя кое кои кога къде защо какъв каква какво какви колко който която което които аз ти ние вие той "
        "тя то те го му ѝ ги им се си е са бе беше бяха съм има ли ще още само също"
    ),
    endings=tuple("ията ите ата ята ето ът та то те ия ове еве и а я о е".split()),
)
