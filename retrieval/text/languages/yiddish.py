"""What is particular to Yiddish?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "yi",
    scripts=("HEBREW",),
    stemmer="yiddish",
    function_words=words(
        "און אין אויף פון צו מיט פֿאַר פאר ביי נאך אבער אדער אז ווי ווער וואס וועלכע וועלכער ווען וואו פארוואס וויפל "
        "דער די דאס דעם א אן איך דו ער זי עס מיר איר זיי איז זענען געווען געוואָרן האט האבן וועט קען ניט נישט אויך "
        "נאר זיך אים"
    ),
)
