"""What is particular to Serbian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "sr",
    scripts=("CYRILLIC", "LATIN"),
    stemmer="serbian",
    function_words=words(
        "и у на са од до по за из при без под над између кроз ка не ни али а или да је су био била било били бити "
        "сам као тако ово овај ова ови тај та то ти ко кога коме чему где када кад зашто како који која које којем "
        "колико он она оно они његов њен се ће још само такође i u na sa od do po za iz pri bez pod nad između kroz "
        "ka ne ni ali a ili da je su bio bila bilo bili biti sam kao tako ovo ovaj ova ovi taj ta to ko koga kome "
        "čemu gde gdje kada zašto kako koji koja koje kojem koliko on ona ono oni njegov njen se će još samo takođe "
        "što"
    ),
)
