"""What is particular to Romanian?"""

from retrieval.text.languages.language import Asking, Language, numerals, words, year_or

LANGUAGE = Language(
    "ro",
    stemmer="romanian",
    function_words=words(
        "și în la de pe cu din pentru prin fără sub peste între către până o un unei unui unor cel cea cei cele al a "
        "ai ale lui ei lor că ca să nu dar sau ori dacă ce cine cui care cărui când cum unde cât câți câte câtă este "
        "sunt era erau fost fi are au avea se își îi mai foarte acest această acești aceste acesta aceasta el ea"
    ),
    asking=Asking(
        when=words("când"),
        which=words("ce care"),
        times=words("an ani anul secol secolul lună zi dată"),
        how_many=words("cât câtă câți câte"),
        date=year_or(
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie secolul"
        ),
        number=numerals(
            "doi două trei patru cinci șase șapte opt nouă zece o sută sute mii milion milioane miliard jumătate "
            "treime sfert"
        ),
    ),
)
