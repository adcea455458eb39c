"""What is particular to Vietnamese?"""

from retrieval.text.languages.language import Asking, Language, words, year_or

LANGUAGE = Language(
    "vi",
    function_words=words(
        "và của là các những một cho trong với được có không này đó ở từ đến tại về theo trên dưới bởi do vì nên mà "
        "thì khi nếu hay hoặc nhưng cũng đã đang sẽ bị ra vào lại rất nhiều ai gì nào đâu sao bao"
        "nhiêu mấy tôi bạn anh chị ông bà họ nó chúng ta người ấy như thế",
        folded=False,
    ),
    keeps_accents=True,
    asking=Asking(
        which=words("năm", folded=False),
        times=words("nào", folded=False),
        how=words("bao", folded=False),
        measures=words("nhiêu", folded=False),
        date=year_or("tháng thế\\s+kỷ"),
    ),
)
