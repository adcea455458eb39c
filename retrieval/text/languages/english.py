"""Which words carry no topic? Function words, words of greeting, of web pages, and that ask who wrote it. English.

Own lists of closed word classes: a word that can be what a question is about stays out, however common it is.
"""

FUNCTION_WORDS = frozenset(
    (
        # articles and determiners
        "a an the this that these those each every either neither some any no all both such same other another own "
        # pronouns and question words
        "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her "
        "hers herself it its itself they them their theirs themselves one ones who whom whose which what whoever "
        "whatever whichever someone somebody something anyone anybody anything everyone everybody everything nobody "
        "nothing none there how when where why whats whos wheres whens hows whys "
        # auxiliary verbs, with "not" and without apostrophe too
        "be am is are was were been being have has had having do does did doing done will would shall should can could "
        "may might must ought aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt shouldnt wasnt "
        "werent wont wouldnt im ive id ill youre youve youd hes shes weve theyre theyve theyd thats theres heres lets "
        # prepositions
        "about above across after against along among around as at before behind below beneath beside besides between "
        "beyond by down during except for from in inside into like near of off on onto out outside over past per since "
        "through throughout till to toward towards under until up upon via with within without "
        # conjunctions and adverbs
        "and but or nor so yet if because although though while whereas unless than whether not also too very just "
        "only even still then here now again ever never however therefore thus hence else rather quite "
        # what one says to be polite
        "please tell ok okay hi hello hey thanks thank"
    ).split()
)
"""English words that a question is never about, in lower case and without apostrophes."""

CONVERSATION = frozenset(
    (
        "hello hi hey hiya howdy greetings welcome morning afternoon evening night day bye goodbye cheers thanks thank "
        "thx ty please sorry yes no yeah yep nope ok okay cool nice great good fine awesome lovely sweet wow lol haha "
        "bot lot much going today later see help well job love"
    ).split()
)
"""Words of greetings and thanks. A question made of nothing else is talk, and the corpus is not searched for it."""

AUTHORS = frozenset(("author", "authors", "byline", "journalist", "reporter", "writer"))
"""Words that ask for who wrote a document: such a question is what a byline answers."""

WRITING = frozenset(("wrote", "written", "writes", "published"))
"""Words that do the same together with "who" or "when"."""

LEANING = frozenset(
    (
        "he she it they him her them his its their this that these those such both another other others "
        "however but and or so yet nor also still then therefore thus hence instead moreover furthermore additionally "
        "besides meanwhile nonetheless nevertheless otherwise consequently similarly likewise again here there"
    ).split()
)
"""First words of a sentence that leans on the one before it."""

PAGE_LABELS = frozenset(
    (
        "share like likes tweet retweet comment comments reply newsletter subscribe unsubscribe login signup search menu "
        "advertisement advertisements sponsored cookies imprint bookmark print follow reward rewards qrcode "
        # a switch of languages
        "english deutsch français español italiano português русский українська polski türkçe 中文 日本語 한국어 العربية"
    ).split()
)
"""Words of what web pages have for their readers to press. One of them tells nothing where text stands below it."""
