"""What is particular to Hebrew?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "he",
    scripts=("HEBREW",),
    is_usual=True,
    function_words=words(
        "של את על אל עם בין כדי אם או אך אבל כי גם רק לא אין יש זה זו זאת אלה אלו הוא היא הם הן אני אתה אנחנו אתם מה "
        "מי איפה היכן מתי למה מדוע איך כיצד כמה איזה איזו אילו האם היה היתה הייתה היו להיות הזה הזאת כל לפי אחרי "
        "לפני תחת עד מן אשר ה ו ב ל"
    ),
)
