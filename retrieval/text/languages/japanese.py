"""What is particular to Japanese?"""

from retrieval.text.languages.language import Asking, Language, Pattern, any_of

_QUESTIONS = "何年 何月 何日 何世紀 何時 何人 何個 何 誰".split()
_GRAMMAR = (
    "いつ どこ どの どれ どんな どう どのように なぜ いくつ いくら どちら どれくらい どのくらい です でした ます "
    "ました ません か のです でしょう である であった という といった とは には では へは からは までは について "
    "によって による として における において ため ための のは のが のを こと もの これ それ あれ この その あの "
    "ここ そこ した して される された されて している していた する なった なる いた いる ある あった れた れる "
    "られ られた られる れ まし から まで より など だけ しか または および は が を に へ と の も や"
).split()

LANGUAGE = Language(
    "ja",
    scripts=("HIRAGANA",),
    grammar=Pattern(
        f"(?:{any_of(_QUESTIONS)})|(?<![ぁ-ん])(?:{any_of(_GRAMMAR)})++(?![ぁ-ん])|(?<=[一-龯々][ぁ-ん])(?:{any_of(_GRAMMAR)})++(?![ぁ-ん])"
    ),
    asking=Asking(
        for_date=Pattern("いつ|何年|何月|何日|何世紀"),
        for_number=Pattern("いくつ|いくら|どれくらい|どのくらい|何[人個回歳倍割%％]"),
        date=Pattern(r"\d{2,4}\s*年|\d{1,2}\s*月|世紀"),
        number=Pattern(r"\d+|[一二三四五六七八九十百千万億]+"),
    ),
    conclusion=Pattern(
        r"要約|まとめ|概要|結論|結果|決定(?:事項)?|決議|対応|課題|タスク|次のステップ|解決(?:策|方法)|要点|重要|注意|警告"
    ),
)
