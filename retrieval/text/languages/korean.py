"""What is particular to Korean?"""

from retrieval.text.languages.language import Asking, Language, Pattern, any_of

_QUESTIONS = (
    "무엇입니까 누구입니까 어디입니까 언제입니까 무엇인가요 누구인가요 어디인가요 언제인가요 무엇인가 누구인가 "
    "어디인가 언제인가 무엇을 무엇이 무엇 무슨 누구를 누구의 누구 누가 어디에서 어디에 어디 언제 왜 어떻게 어떤 어느 "
    "얼마나 얼마 몇 있습니까 있나요 없나요 있는가 그리고 그러나 또는 하지만 이것 그것 저것 이 그 저"
).split()
_ENDINGS = (
    "에서는 에서의 으로는 으로서 으로써 에게서 이라는 이라고 입니까 습니까 했습니까 합니까 됩니까 였습니까 "
    "이었습니까 인가요 인가 는가 했는가 나요 까요 에서 에게 에는 에도 으로 로서 로써 까지 부터 처럼 보다 만큼 이나 "
    "이란 라는 라고 하는 했던 했다 한다 하고 이다 은 는 이 가 을 를 의 에 와 과 도 로 만 나 란"
).split()

LANGUAGE = Language(
    "ko",
    scripts=("HANGUL",),
    grammar=Pattern(
        f"(?<![가-힣])(?:{any_of(_QUESTIONS)})(?![가-힣])|(?<=[가-힣]{{2}})(?:{any_of(_ENDINGS)})(?![가-힣])"
    ),
    asking=Asking(
        for_date=Pattern("언제|몇 ?년|어느 해|몇 ?월"),
        for_number=Pattern("얼마|몇"),
        date=Pattern(r"\d{2,4}\s*년|\d{1,2}\s*월|세기"),
    ),
)
