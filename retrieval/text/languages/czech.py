"""What is particular to Czech?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "cs",
    stemmer="czech",
    function_words=words(
        "a i v ve na s se z ze do od po za o u při bez pod nad mezi přes pro k ke ne ani ale nebo že aby jak tak to "
        "ten ta ty toho tom co kdo koho komu čím čeho kde kdy kam odkud proč jaký jaká jaké jakém který která které "
        "kterém kolik já my vy on ona ono oni jeho její jejich je jsou byl byla bylo byli být si už ještě jen také"
    ),
)
