"""Which parts of a message are no question? Mentions, emoji, links, greetings and courtesy, found by their shape.

Everything here is a closed class of set phrases; a word that may be a topic elsewhere counts as noise only at the place
where courtesy stands, before the question or behind it. English, and the signs that chats of any language have.
"""

import re

_SIGNS = re.compile(
    r"<(?:@[!&]?|#)\d+>"  # <@123>, <@!123>, <@&123>, <#123>
    r"|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<id:\w+>|</[\w -]+:\d+>"  # custom emoji, times, places and commands of the app
    r"|(?<![\w:]):[a-z][a-z_]{2,}:(?![\w:])"  # :thumbsup:
    r"|(?:\(\s*)?(?:\b(?:see|cf\.?|here|link|from|like|at|on)\b:?\s*)?<?\b(?:https?://|www\.)[^\s<>]+>?"
    r"|(?<!\w)@(?:everyone|here)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:all|everyone|everybody|folks|guys|team|there|people|friends?|y'?all|bot|mods?|admins?|support|both|again)"
)
_SEPARATOR = r"[^\w<`\"'(?.#$€£]*"
_GREETING = (
    rf"(?:hi+|hey+|hello+|hiya|heya|howdy|yo|hallo|greetings|sup|gm|good\s+(?:morning|afternoon|evening|day)|dear)\b"
    rf"(?:\s+{_PEOPLE}\b)*(?:\s+(?-i:[A-Z])\w+(?=\s*[,!:]))?"
)
_ASIDE = (
    r"(?:(?:i\s+(?:have|got|had)|i'?ve\s+got|got)\s+)?(?:(?:just|here'?s|only)\s+)?(?:an?\s+|one\s+|another\s+|my\s+)?"
    r"(?:(?:really|very|quick|short|simple|basic|general|dumb|stupid|silly|noob|newbie|beginner|little|small|tiny|random"
    r"|weird|serious|honest)\s+)+questions?(?:\s+(?:here|for\s+(?:you|everyone|the\s+mods)))?\b"
    r"|(?:i\s+(?:have|got)|i'?ve\s+got)\s+(?:a|one|another|this)\s+question\b(?:\s+(?:about|on|regarding))?"
    r"|question(?=\s*[:,-])"
    r"|(?:sorry|apologies|forgive\s+me|pardon)(?:\s+(?:for|if|to)\s+[^,.!?:;\n]{0,60}?(?=[,.!:;\n]|\s+but\b))?"
    r"(?:\s*,?\s*but\b)?"
    r"|(?:(?:does|do|did|would|has)\s+)?(?:any|some)\s?(?:one|body)(?:\s+here)?\s+"
    r"(?:knows?|(?:have|has|got)\s+(?:an?y?\s+)?idea)\b(?:\s*[:,])?"
    r"|(?:do|did|would)\s+(?:you|u)\s+(?:\w+\s+)?(?:happen\s+to\s+)?know\b|(?:any|some)\s+ideas?\b(?!\s+(?:for|of|channel))"
    r"|(?:can|could|would|will)\s+(?:you|u|some\s?one|some\s?body|any\s?one|any\s?body)(?:\s+(?:please|pls|plz|kindly|here))?\s+"
    r"(?:tell|explain(?:\s+to)?|remind|clarify|let)\s+(?:me|us)(?:\s+know)?\b"
    r"|i(?:'?m|\s+am|\s+was)?\s+(?:just\s+)?(?:wondering|curious)\b(?:\s+(?:about|if|whether))?"
    r"|(?:just\s+)?(?:wondering|curious)\b(?:\s+(?:about|if|whether))?"
    r"|i(?:'?d|\s+would)\s+(?:like|love)\s+to\s+(?:know|ask)\b|i\s+(?:want|need)(?:ed)?\s+to\s+(?:know|ask)\b"
    r"|(?:just|only)\s+(?:asking|checking)\b|asking\s+for\s+a\s+friend|i'?m\s+new\s+here|new\s+here\b"
    r"|(?:pls|plz|please)\s+help(?:\s+(?:me|us))?\b|help(?:\s+me)?(?:\s+(?:pls|plz|please))?\s*!+"
    r"|(?:so|ok(?:ay)?|well|um+|uh+|hm+|erm?|oh|ah)\b\s*(?=[,.…-])|wait\s*,"
)
_BEFORE = re.compile(rf"{_SEPARATOR}(?:{_GREETING}|{_ASIDE}){_SEPARATOR}", re.IGNORECASE)
_THANKS = (
    r"(?:many\s+|much\s+|kind\s+)?(?:thanks?(?:\s+(?:you|u))?|thx|thnx|tnx|ty(?:sm|vm)?|tia|cheers|regards|danke|merci|gracias)"
    r"(?:\s+(?:so\s+|very\s+)?much|\s+a\s+(?:lot|bunch|ton|million)|\s+loads|\s+again|\s+in\s+advance|\s+everyone|\s+all|\s+guys"
    r"|\s+folks|\s+for\s+(?:the|your|any|all|you)\b[^.!?\n]{0,30})*"
)
_SIGNED = (
    rf"(?:any|all)\s+help\b[^.!?\n]{{0,40}}|(?:please\s+)?(?:help|tell|let)\s+me(?:\s+know)?|(?:any|some)\s?(?:one|body)"
    rf"(?:\s+(?:knows?|here))?|(?:any|some)\s+ideas?|kind\s+regards|best(?:\s+regards)?|right|or\s+(?:what|not|so|something)"
    rf"|have\s+a\s+(?:nice|good|great|lovely)\s+(?:day|one|evening|weekend)|{_PEOPLE}|i'?m\s+(?:lost|stuck|confused)|sorry|help"
)
_AFTER = re.compile(
    rf"(?:^|[\s,.!?:;…(–-])(?:{_THANKS}|(?:pls|plz|please)(?:\s+help(?:\s+me)?)?|asap|urgent(?:ly)?"
    rf"|(?<=[,.!?;…–-]\s)(?:{_SIGNED}))[^\w<]*$",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"\b(?:pls+|plz+|please|thx|thnx|tysm|lo+l|lmf?ao+|rofl|ha(?:ha)+h?|he(?:he)+|xd+|omg|btw|fyi|tbh|ngl|idk|afaik|iirc|imh?o|jk"
    r"|smh|kinda|sorta|gonna|wanna|gotta|lemme|gimme|dunno|cuz|coz|hmm+|umm*|uhh*)\b"
    r"|(?<!\S)u(?=\s)|(?<!\S)ur(?=\s)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\W*(?:how\s+(?:are|r)\s+(?:you|u|things)(?:\s+(?:doing|all|today|feeling))*|how(?:'s|\s+is|s)\s+(?:it|everything|life)"
    r"(?:\s+going)?(?:\s+today)?|what'?s\s+(?:up|new|going\s+on)|who\s+are\s+(?:you|u)|what\s+(?:are|can)\s+(?:you|u)(?:\s+do)?"
    r"|what(?:'s|\s+is)\s+(?:your|ur)\s+name|are\s+(?:you|u)\s+(?:a\s+)?(?:bot|human|real|there|ok(?:ay)?|alive|an?\s+ai)"
    r"|can\s+(?:you|u)\s+help(?:\s+me)?|help|(?:very\s+|so\s+)?(?:nice|good|great|awesome|cool|lovely|sweet|well|perfect)"
    r"(?:\s+(?:one|job|bot|work|done|night|day|morning|stuff))*|(?:i\s+)?love(?:\s+(?:you|u|this|it))?(?:\s+bot)?"
    r"|see\s+(?:you|u|ya)(?:\s+(?:later|soon|tomorrow|around))?|(?:good\s*)?bye+(?:\s+bye)?|later|brb|afk|gn"
    r"|(?:good\s+)?night|morning|(?:yes|no|yeah|yep|yup|nope|nah|sure|ok(?:ay)?|k|fine|wow|right|exactly|sorry|welcome|np"
    r"|no\s+problem|never\s?mind|nvm|got\s+it|i\s+see|good\s+to\s+know|that\s+helps|it\s+works|test(?:ing)?|ping))\b"
    rf"(?:\s+{_PEOPLE}\b)*(?!\s+\w+\s+\w)",
    re.IGNORECASE,
)
_NEAR, _TIMES = 200, 8
"""Characters at either end that are looked at for courtesy at a time, and how often: a message may be of any length."""
_LEFT = re.compile(r"[^\W_]")


def without_noise(message: str) -> str:
    """The message with spaces in place of what is no question, so that every other sign keeps its place."""
    left = _around(_SIGNS.sub(_blank, message))
    return _around(_ANYWHERE.sub(_blank, left))


def _around(left: str) -> str:
    """Without courtesy before the question and behind it."""
    at = 0
    for _ in range(_TIMES):
        match = _BEFORE.match(left, at, at + _NEAR)
        if not match:
            break
        at = match.end()
    left = " " * at + left[at:]
    for _ in range(_TIMES):
        match = _AFTER.search(left, max(0, len(left) - _NEAR))
        if not match:
            break
        start = match.start() + (match.group()[0] in "?!.")  # the sign that ends the question stays
        left = left[:start]
    return left.ljust(at)


def is_courtesy(message: str) -> bool:
    """Whether nothing is left of a message but greetings, thanks and what one says to pass the time."""
    left = without_noise(message)
    for _ in range(_TIMES):
        match = _TALK.match(left)
        if not match:
            break
        left = without_noise(left[match.end() :])
    return not _LEFT.search(left)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
