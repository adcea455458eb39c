"""What is particular to Chinese, in both scripts?"""

from retrieval.text.languages.language import Asking, Language, Pattern, strings

LANGUAGE = Language(
    "zh",
    scripts=("CJK",),
    grammar=strings(
        "什么 什麼 哪里 哪裡 哪儿 哪个 哪個 哪些 哪一 哪种 哪種 哪位 哪 谁 誰 为什么 為什麼 为何 為何 何时 何時 何处 "
        "何處 何 怎么 怎麼 怎样 怎樣 如何 多少 多久 几个 幾個 几 幾 吗 嗎 呢 吧 请问 請問 请 的 了 是 在 被 把 由 "
        "这个 這個 那个 那個 这些 這些 那些 这 這 一个 一個 一种 一種 是否 有没有 有沒有 没有 沒有 我们 我們 你们 "
        "你們 他们 他們 它们 它們 我 你 他 她 它 可以 已经 已經 因为 因為 所以 时候 時候 以及 或者 还是 還是 关于 "
        "關於 对于 對於 根据 根據 之一 之间 之間 其中 以下 下列 称为 稱為 叫做 有"
    ),
    asking=Asking(
        for_date=Pattern("哪一?年|何年|什[么麼][时時][候间間]|何[时時]|几年|幾年|哪[一个個]*[天日月]"),
        for_number=Pattern("多少|几[个個]|幾[个個]|多[大长長高远遠久]"),
        date=Pattern(r"\d{2,4}\s*年|\d{1,2}\s*月|世纪|世紀"),
        number=Pattern(r"\d+|[一二三四五六七八九十百千万萬亿億两兩]+"),
    ),
    conclusion=Pattern(
        r"摘要|总结|小结|概要|结论|结果|决定|决议|待办|任务|行动项|下一步|解决(?:方法|方案)|要点|重点|注意|警告|重要"
    ),
)
