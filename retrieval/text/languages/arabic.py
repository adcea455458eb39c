"""What is particular to Arabic?"""

from retrieval.text.languages.language import Asking, Language, numerals, words, year_or

LANGUAGE = Language(
    "ar",
    scripts=("ARABIC",),
    is_usual=True,
    stemmer="arabic",
    function_words=words(
        "في من إلى على عن مع بين حتى منذ خلال بعد قبل عند تحت فوق و أو ثم لكن بل أن إن أنه أنها لأن إذا لو كما ما "
        "ماذا متى أين كيف لماذا كم أي أية هل هو هي هم هن أنا نحن أنت هذا هذه هؤلاء ذلك تلك الذي التي الذين اللذان "
        "كان كانت كانوا يكون تكون ليس ليست لا لم لن قد كل بعض غير"
    ),
    asking=Asking(
        when=words("متى"),
        which=words("أي أية"),
        times=words("عام سنة قرن شهر يوم تاريخ"),
        how_many=words("كم"),
        date=year_or("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر القرن"),
        number=numerals(
            "اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة عشرة عشر مائة مئة ألف آلاف مليون "
            "ملايين مليار نصف ثلث ربع"
        ),
    ),
)
