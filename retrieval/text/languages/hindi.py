"""What is particular to Hindi?"""

from retrieval.text.languages.language import Asking, Language, numerals, words, year_or

LANGUAGE = Language(
    "hi",
    scripts=("DEVANAGARI",),
    is_usual=True,
    stemmer="hindi",
    function_words=words(
        "का के की को से में पर ने और या लेकिन कि यदि तो भी ही है हैं था थी थे हो होता होती होते हुआ हुई हुए कर करता "
        "करते करने किया गया गई गए यह ये वह वे इस इन उस उन अपने जो जिस जिन क्या कौन किस किसने किसे कब कहाँ कहां क्यों "
        "कैसे कितना कितने कितनी एक नहीं तक लिए साथ द्वारा"
    ),
    asking=Asking(
        when=words("कब"),
        which=words("किस कौन"),
        times=words("वर्ष साल शताब्दी महीने दिन तारीख"),
        how_many=words("कितना कितने कितनी"),
        date=year_or("जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर शताब्दी"),
        number=numerals("दो तीन चार पांच पाँच छह छः सात आठ नौ दस बीस सौ हजार हज़ार लाख करोड़ मिलियन आधा तिहाई चौथाई"),
    ),
)
