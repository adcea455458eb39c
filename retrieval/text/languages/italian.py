"""What is particular to Italian?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "it",
    stemmer="italian",
    function_words=words(
        "il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla "
        "ai agli alle dal dalla dai nel nello nella nei nelle sul sulla sui e ed o ma se che chi cosa quale quali "
        "quando come dove quanto quanti quante perché è sono era erano fu essere ha hanno si ci ne non più questo "
        "questa questi queste suo sua suoi anche"
    ),
    conversation=words("ciao salve buongiorno buonasera buonanotte grazie mille arrivederci prego sì no ok bene"),
    authorship=Authorship(words("autore autrice autori"), words("scrisse scritto"), words("chi quando")),
    asking=Asking(
        when=words("quando"),
        which=words("che quale"),
        times=words("anno anni secolo mese giorno data decennio epoca"),
        how_many=words("quanto quanta quanti quante"),
        date=year_or(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre secolo"
        ),
        number=numerals(
            "due tre quattro cinque sei sette otto nove dieci undici dodici venti cento mille mila milione milioni "
            "miliardo miliardi metà terzo quarto dozzina"
        ),
    ),
    leaning=words(
        "egli ella esso essa essi esse lui lei loro questo questa questi queste ciò ma e o anche inoltre tuttavia "
        "però quindi così allora poi"
    ),
    denials=Pattern(r"(?i)\b(?:non|mai|nessun\w*|niente|nulla|senza|né)\b"),
    elisions=words("l d un c s m t v n all dall dell nell sull quell quest dov com cos anch tutt"),
)
