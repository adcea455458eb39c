"""What is particular to Dutch?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "nl",
    stemmer="dutch",
    function_words=words(
        "de het een van in op aan met voor door naar bij uit over onder tot om te en of maar dat die dit deze wat "
        "wie waar wanneer waarom hoe welke welk is zijn was waren wordt worden werd werden heeft hebben had kan "
        "kunnen niet geen ook nog er als dan ik je jij u hij zij ze wij we hun hem haar zich"
    ),
    conversation=words(
        "hallo hoi hey goedemorgen goedemiddag goedenavond dank bedankt je dag doei ja nee ok oké alsjeblieft"
    ),
    authorship=Authorship(words("auteur auteurs schrijver"), words("schreef geschreven"), words("wie wanneer")),
    asking=Asking(
        when=words("wanneer"),
        which=words("welk welke"),
        how=words("hoe"),
        times=words("jaar jaren eeuw maand dag datum"),
        measures=words("veel lang hoog groot vaak oud ver snel diep zwaar"),
        date=year_or("januari februari maart april mei juni juli augustus september oktober november december eeuw"),
        number=numerals(
            "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend miljoen miljard helft "
            "derde kwart procent"
        ),
    ),
    leaning=words(
        "hij zij ze het hem haar hun dit deze dat die maar en of ook echter daarom daarna dan toch bovendien"
    ),
    denials=Pattern(r"(?i)\b(?:niet|geen|nooit|niemand|niets|zonder|noch)\b"),
)
