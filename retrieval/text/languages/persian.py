"""What is particular to Persian?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "fa",
    scripts=("ARABIC",),
    stemmer="persian",
    function_words=words(
        "و در به از با برای که این آن را تا بر یا اما ولی اگر چون هم نیز یک هر همه است هست بود بودند شد شده می شود "
        "کرد کرده دارد داشت باید من تو او ما شما آنها ایشان خود چه چی کی کجا چرا چگونه چطور چند کدام نه بی پس روی "
        "زیر بین پیش آیا"
    ),
)
