"""What is particular to English?

Own lists of closed word classes: a word that can be what a question is about stays out, however common it is.
"""

from retrieval.text.languages.english_asking import ASKING
from retrieval.text.languages.language import Anaphora, Authorship, Defining, Language, Naming, Pattern

_FUNCTION_WORDS = frozenset(
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

_CONVERSATION = frozenset(
    (
        "hello hi hey hiya howdy greetings welcome morning afternoon evening night day bye goodbye cheers thanks thank "
        "thx ty please sorry yes no yeah yep nope ok okay cool nice great good fine awesome lovely sweet wow lol haha "
        "bot lot much going today later see help well job love"
    ).split()
)

_CHATTER = frozenset(
    (
        "need needs get gets want wants vs folks guys anyone exactly actually really currently mean happen happens "
        "changed policy version number name info information details process procedure meaning definition difference "
        "reason kind type sort thing things stuff deal"
    ).split()
)

_NUMBERED = frozenset("rule section step chapter article paragraph clause item point part page question level".split())

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        (
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty"
        ).split(),
        2,
    )
} | {word: f"{number}0" for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}

_LEANING = frozenset(
    (
        "he she it they him her them his its their this that these those such both another other others "
        "however but and or so yet nor also still then therefore thus hence instead moreover furthermore additionally "
        "besides meanwhile nonetheless nevertheless otherwise consequently similarly likewise again here there"
    ).split()
)

_NAMING = Naming(
    determiners=frozenset(("the", "a", "an")),
    never_behind=frozenset(
        (
            "for if while with not and or do is in as from else try until unless when where by of on to at into off up "
            "down may will can might shall must should would could has have had be am are was were does did"
        ).split()
    ),
    nouns=frozenset(
        (
            "statement statements keyword keywords operator operators clause clauses loop loops command commands block "
            "blocks expression expressions function functions"
        ).split()
    ),
)

_AUTHORSHIP = Authorship(
    nouns=frozenset(("author", "authors", "byline", "journalist", "reporter", "writer")),
    verbs=frozenset(("wrote", "written", "writes", "published")),
    asking=frozenset(("who", "when")),
)

_ORDER = frozenset("later afterwards subsequently accordingly finally secondly thirdly indeed conversely".split())
_ANSWER = frozenset("yes no well okay ok yeah yep mm mmm hmm um uh oh ah right sure".split())

_ANAPHORA = Anaphora(
    persons=frozenset("he him his himself she her hers herself".split()),
    things=frozenset("it its itself they them their theirs themselves".split()),
    pointing=frozenset("this these those such".split()),
    first_words=_LEANING | _ORDER | _ANSWER,
    openings=tuple(
        (
            "for example|for instance|in addition|as a result|in contrast|by contrast|on the other hand|in turn|"
            "in fact|in other words|of course|at the same time|that said|in the meantime|as such|after that|"
            "on the contrary|despite that|even so|in that|at that|after all|on the one hand|in particular|in both|"
            "in either|in response|that's|that’s"
        ).split("|")
    ),
    being=frozenset("is are was were has have had will would can may".split()),
    following_those=frozenset("who that which whose of with in on from for".split()),
    times=frozenset(
        "year years month months week weeks day days morning afternoon evening summer winter spring autumn fall season "
        "century decade time weekend".split()
    ),
    joining="and",
    # "It is likely that …", "It remains to be seen …": the "it" stands for what follows.
    impersonal=Pattern(
        r"(?i)it(?:['’]s|\s+(?:is|was|has\s+been|will\s+be|may\s+be|would\s+be|should\s+be|must\s+be|can\s+be|remains|"
        r"stays|seems|appears))\b(?:\W+\w+){0,6}?\W+(?:that|to|whether|if|how|why)\b"
    ),
    # "Despite its gains, Russia …": the pronoun stands for the name behind the comma.
    named_behind=Pattern(
        r"(?:Despite|With|After|In|During|For|As|While|Although|Though|Like|Since|Before|Throughout|By|From|At|Of|On|Among)"
        r"\s(?:[^,.]*\s)?(?:its|their)\s[^,]*,\s(?!I\b)[A-Z]"
    ),
    # “…,” he said; Moscow, she added, …: the speaker has been named before, and not inside the quotation.
    nameless_speaker=Pattern(
        r"(?i)[”\"’»]\s*(?:he|she|they)\b|,\s*(?:he|she|they)\s+\w+,|\b(?:said|says|added|stated|noted|asked)\s+(?:he|she|they)\b"
    ),
    early_adverb=Pattern(
        r"(?i)(?:\S+\s+){1,8}?however,|(?:\S+\s+){1,3}?of\s+(?:them|these|those)\b(?!\s+(?:who|that|which)\b)"
    ),
)

_PAGE_LABELS = frozenset(
    (
        "share like likes tweet retweet comment comments reply newsletter subscribe unsubscribe login signup search "
        "menu advertisement advertisements sponsored cookies imprint bookmark print follow reward rewards"
    ).split()
)

_UNFINISHED = frozenset(
    (
        "a an the my your our their and or but of to at for from with by until than because if whether which whose "
        "every no is are was were be been has have had will would shall should can could may might must"
    ).split()
)

_DEFINING = Defining(
    asked=Pattern(
        r"(?i)\W*(?:(?:hi|hello|hey)\b\W*)?(?:what(?:['’]?s| is| are| does)|who is)\s+(?:an? |the )?(.+?)"
        r"(?: for| mean| do| stand for)?\W*",
    ),
    told=Pattern(r"\W*(?:(?:An?|The) )?(\S.{1,59}?)\W*\s(?:is|are|means|stands for|refers to|–|—|:)\s"),
)

# "See also: …", "More information: …", "…, see [the guide](guide.md)", "In the next chapters, …", "You can read more
# about it in …", "We’ll see …": nothing is said but where to read on, or what comes later.
_POINTS_AWAY = Pattern(
    r"(?i)(?:^|[,;:(]\s)(?:also\s)?(?:see|check(?:\sout)?|follow|refer\sto|consult)\s(?:the\s|our\s)?(?:\S+\s){0,3}?(?:\[|:\w+:|<?https?:)"
    r"|^\W*(?:see\s(?:also|the\s|section|chapter|below|above)|more\s(?:info(?:rmation)?|details?)\b|read\smore\b|further\sreading)"
    r"|\bin\s(?:the|this)\s(?:next|following|coming)\s(?:chapters?|sections?|parts?|pages?)\b"
    r"|\b(?:this|the\s(?:next|following))\s(?:chapter|section|page|guide)\s(?:is\sfor\syou|covers|describes|explains|shows|will)\b"
    r"|\b(?:see|read|find|learn)\s(?:more|further|details)\s(?:about|in|on|at|information)\b"
    r"|\bfor\s(?:more|further|a\sfull|full)\s(?:info(?:rmation)?|details?|examples)\b"
    r"|\b(?:we|you|I)(?:['’]ll|\swill)\s(?:see|discuss|look|cover|talk|learn|explore|give|show|explain|get\sback|return|come\sback)\b"
    r"|\bsupersedes\b.{0,40}\d|\bsection\s(?:about|on|is\sfor\syou)\b"
)

# What is allowed, forbidden, needed, limited or so by default.
_BINDING = Pattern(
    r"(?i)\b(?:must|never|always|only|cannot|shall|required?|requires|forbidden|prohibited|mandatory|at\s(?:most|least)|"
    r"no\s(?:more|later|less)\sthan|by\sdefault|should(?:\snot|n['’]t)?|do\s+not|don['’]t|not\sallowed|unless|instead\sof|"
    r"the\s(?:main|most\simportant)|warning|important|caution|decided|agreed|recommended?)\b"
)

LANGUAGE = Language(
    "en",
    is_usual=True,
    stemmer="english",
    folds_first=True,
    function_words=_FUNCTION_WORDS,
    conversation=_CONVERSATION,
    chatter=_CHATTER,
    numbered=_NUMBERED,
    numbers=_NUMBERS,
    leaning=_LEANING,
    authorship=_AUTHORSHIP,
    asking=ASKING,
    naming=_NAMING,
    anaphora=_ANAPHORA,
    denials=Pattern(r"(?i)\b(?:not|no|never|none|nobody|nothing|without|cannot|neither|nor|\w+n['’]t)\b"),
    sounds=Pattern(r"(?i)(?:\b(?:okay|ok|so|um|uh|well|yeah|right|mm|hmm|oh|and|but|alright)\b[\s,.]*)+"),
    points_away=_POINTS_AWAY,
    binding=_BINDING,
    page_labels=_PAGE_LABELS,
    unfinished=_UNFINISHED,
    defining=_DEFINING,
    conclusion=Pattern(
        r"(?i)(?:summary|in\sshort|in\sbrief|tl;?dr|abstract|conclusions?|results?|outcomes?|decisions?|decided|"
        r"resolved|resolutions?|agreed|motions?|actions?|action\sitems?|to-?dos?|tasks?|next\ssteps|solutions?|"
        r"fix|workaround|bottom\sline|take-?aways?|key\s(?:points|facts|takeaways)|at\sa\sglance|highlights|"
        r"important|warnings?|caution|danger|remember)\b"
    ),
)
