"""What do members say that asks nothing of the documents? Of Quoth itself, thanks, and that an answer is wrong.

Set phrases of the languages that Quoth speaks, in lower case and without marks, each held against the whole of what
was said; only "wrong" may stand anywhere in a short remark.
"""

import re
from typing import Literal

from retrieval import is_courtesy, without_noise

Remark = Literal["thanks", "wrong"]

MAX_REMARK = 8
"""Words of a remark that an answer is wrong, at most; what is longer says something of its own."""

MAX_LETTERS = 100
"""Characters of such a remark, at most."""

_ABOUT = frozenset(
    """
who are you; who r u; what are you; what is this; what is this about; what is this all about; what is this bot
what's this
what can you do; what do you do; what can you do for me; what can i ask; what can i ask you; what can i ask here
help; help me
how do you work; how does this work; how do i use you; how do i use this; how do i ask you; what is your name
introduce yourself
what documents do you have; which documents do you have; what documents are there; what do you know
what do you know about
what are the documents about; what are these documents about; what are your documents; what files do you have
are you a bot
what topics do you cover; what is quoth; who is quoth; about; commands; are you an ai; are you human
are you a human
wer bist du; was bist du; was ist das; worum geht es hier; worum geht es; was kannst du; was machst du; hilfe
hilf mir
welche dokumente hast du; welche dokumente gibt es; was weißt du; wie heißt du; wie funktionierst du
wie funktioniert das
wovon handeln die dokumente; was kann ich dich fragen; was kann ich fragen; wie frage ich dich; bist du ein bot
qui es-tu; qui es tu; tu es qui; qui êtes-vous; que peux-tu faire; que sais-tu faire; qu'est-ce que c'est; aide
de quoi ça parle
c'est quoi; de quoi s'agit-il; quels documents as-tu; quels documents avez-vous; que puis-je demander
à quoi tu sers; que sais-tu
quién eres; quien eres; qué eres; qué puedes hacer; que puedes hacer; de qué trata esto; de que trata esto
ayuda; qué es esto
qué documentos tienes; que documentos tienes; qué sabes; qué puedo preguntar; cómo funciona esto
quem és tu; quem é você; quem e voce; o que você faz; o que você pode fazer; o que podes fazer; ajuda
o que é isto; o que é isso
sobre o que é isto; do que se trata; que documentos você tem; que documentos tens; quais documentos você tem
o que posso perguntar
кто ты; кто вы; ты кто; что ты умеешь; что ты можешь; что умеешь; о чём это; о чем это; помощь; помоги; что это
что это такое
какие у тебя документы; какие документы у тебя есть; какие есть документы; что ты знаешь; о чём документы
как тебя зовут
хто ти; хто ви; ти хто; що ти вмієш; що ти можеш; про що це; допомога; допоможи; що це; що це таке
які в тебе документи
які у тебе документи; які є документи; що ти знаєш; як тебе звати
kim jesteś; kim jestes; co potrafisz; co umiesz; co możesz zrobić; o czym to jest; o co tu chodzi; pomoc; pomóż
co to jest
jakie masz dokumenty; jakie dokumenty masz; co wiesz; o co mogę zapytać; jak to działa
你是谁; 你是誰; 你是什么; 你能做什么; 你會做什麼; 你会做什么; 这是什么; 這是什麼; 帮助; 幫助; 你有什么文件
你有哪些文件; 你有哪些文档
这是关于什么的; 你知道什么; 怎么用; 怎麼用; 你叫什么
あなたは誰; あなたは誰ですか; 誰ですか; 何ができる; 何ができますか; 何ができるの; これは何; これは何ですか
ヘルプ; 助けて; 使い方
どんな文書がありますか; どんなドキュメントがありますか; 何について; 何についてですか; 何を聞けますか
名前は何ですか; 君は誰
""".strip()
    .replace("\n", "; ")
    .split("; ")
)
_THANKS = frozenset(
    """
danke; danke dir; danke schön; dankeschön; vielen dank; tausend dank; super danke; merci; merci beaucoup
merci bien; grand merci
gracias; muchas gracias; mil gracias; obrigado; obrigada; muito obrigado; muito obrigada; valeu; спасибо
большое спасибо
спасибо большое; благодарю; спс; дякую; дуже дякую; щиро дякую; dziękuję; dziekuje; dzięki; dzieki
dziękuję bardzo; wielkie dzięki
谢谢; 謝謝; 谢谢你; 多谢; 感谢; ありがとう; ありがとうございます; ありがとうございました; どうも; 助かりました
サンクス; thanks; thank you; thx; ty
""".strip()
    .replace("\n", "; ")
    .split("; ")
)
_WRONG = re.compile(
    r"\b(?:(?:is|'s|are|was|it|that|so|totally|completely|just)\s+)?(?:wrong|incorrect|not\s+(?:true|right|correct)|false|nonsense"
    r"|isn'?t\s+(?:true|right|correct)|outdated|out\s+of\s+date"
    r"|falsch|stimmt\s+(?:so\s+|gar\s+)?nicht|nicht\s+(?:richtig|wahr)|unsinn|quatsch|veraltet"
    r"|faux|c'est\s+pas\s+(?:vrai|ça)|incorrecto?|incorreto|equivocado|falso|errado|mal|está\s+mal"
    r"|неправильно|неверно|не\s*так|ошибка|неправда|невірно|не\s+так|помилка|źle|błąd|nieprawda|niepoprawne)\b"
    r"|错了|錯了|不对|不對|不正确|違う|違います|間違い|間違って",
    re.IGNORECASE,
)
_GLAD = re.compile(
    r"(?:(?:h+m+|ok(?:ay)?|k|ah+|oh+|aha|i\s+see|got\s+it|makes\s+sense|lo+l|haha+|wow|nice|cool|great|perfect|super|yes|yep"
    r"|(?:that|it|this)\s+(?:really\s+)?(?:helps?|helped|works?|worked)|works?|worked|solved"
    r"|alles\s+klar|ach\s+so|verstanden|passt|ja|genau|das\s+(?:hilft|half|passt)|hat\s+(?:geholfen|geklappt)|d'accord|oui|parfait"
    r"|vale|perfecto|entendido|perfeito|entendi|понятно|ясно|помогло|да|зрозуміло|допомогло|так|rozumiem|jasne|pomogło"
    r"|明白了|好的|有用|なるほど|了解|わかりました)[\s,.!]*)+",
    re.IGNORECASE,
)
"""All of a remark in reply to an answer that is well received."""
_NO = re.compile(
    r"(?:no+|nope|nah|nein|nee|non|não|nao|нет|ні|nie|不是|いいえ)"
    r"|.*\b(?:not\s+what\s+i\s+(?:asked|meant|wanted)|(?:does\s?n'?t|does\s+not|did\s?n'?t|did\s+not)\s+(?:help|answer|work)"
    r"|unhelpful|useless|hilft\s+(?:mir\s+)?nicht|nicht\s+(?:das\s+)?was\s+ich)\b.*",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"(?:are\s+you\s+sure|sure|really|is\s+(?:that|this|it)\s+(?:really\s+)?(?:right|true|correct|wrong|so)|seriously"
    r"|(?:bist\s+du\s+)?sicher|wirklich|echt|stimmt\s+das|vraiment|seguro|de\s+verdad|sério|правда|точно|naprawdę|serio)",
    re.IGNORECASE,
)
_VOTES: dict[str, Remark] = {"+1": "thanks", "-1": "wrong"}
_MARKS = re.compile(r"^\W+|[^\w']+$")


def is_about_quoth(said: str) -> bool:
    """Whether one wants to know who Quoth is, what it can do, or what its documents are.

    >>> is_about_quoth("Hi, who are you?"), is_about_quoth("who are you going to vote for?")
    (True, False)
    """
    return not _ABOUT.isdisjoint((_plain(said), _plain(without_noise(said))))


def remark_in(said: str, *, on_answer: bool) -> Remark | None:
    """What is said of an answer and asks nothing more; None for anything else.

    Where it is said in reply to an answer (`on_answer`), any courtesy or sign counts as thanks, and it may be wrong, or
    doubted.
    """
    plain = _plain(said)
    if not said.strip() or is_about_quoth(said):
        return None
    if on_answer and len(plain.split()) <= MAX_REMARK and len(plain) <= MAX_LETTERS:
        heard = _plain(without_noise(said))
        if vote := _VOTES.get(said.strip()):
            return vote
        if _DOUBT.fullmatch(plain) or ("?" not in said and (_WRONG.search(plain) or _NO.fullmatch(plain))):
            return "wrong"
        if "?" not in said and (_GLAD.fullmatch(plain) or _GLAD.fullmatch(heard)):
            return "thanks"
    if plain in _THANKS or not plain or (on_answer and is_courtesy(said)):
        return "thanks"
    return None


def _plain(said: str) -> str:
    return _MARKS.sub("", " ".join(said.casefold().replace("’", "'").split()))
