"""What is particular to Tamil?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "ta",
    scripts=("TAMIL",),
    stemmer="tamil",
    function_words=words(
        "மற்றும் ஒரு இந்த அந்த இது அது இவை அவை என்று என என்ன யார் எங்கே எங்கு எப்போது ஏன் எப்படி எத்தனை எவ்வளவு எந்த "
        "எது நான் நீ நாம் அவர் அவள் அவன் அவர்கள் உள்ள உள்ளது இருந்து இருந்தது இல்லை ஆகும் ஆனால் அல்லது மேலும் "
        "மட்டும் போன்ற வேண்டும் முதல் வரை மீது"
    ),
)
