"""What is particular to French?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "fr",
    stemmer="french",
    function_words=words(
        "le la les un une des du de d l au aux à en dans par pour sur sous avec sans chez entre vers et ou où mais "
        "donc ni car que qu qui quoi quel quelle quels quelles quand comment combien pourquoi ce cet cette ces c je "
        "j tu il elle on nous vous ils elles me m te t se s lui leur leurs son sa ses mon ma mes est sont était "
        "étaient été être a ont avait ne n pas plus très y aussi si comme dont"
    ),
    conversation=words("bonjour bonsoir salut coucou merci beaucoup au revoir oui non ok svp s'il plaît bien super"),
    authorship=Authorship(words("auteur autrice auteurs"), words("écrit"), words("qui quand")),
    asking=Asking(
        when=words("quand"),
        which=words("quel quelle quels quelles"),
        times=words("année années an siècle mois jour date décennie époque"),
        how_many=words("combien"),
        date=year_or("janvier février mars avril mai juin juillet août septembre octobre novembre décembre siècle"),
        number=numerals(
            "deux trois quatre cinq six sept huit neuf dix onze douze vingt cent cents mille million millions "
            "milliard milliards moitié tiers quart douzaine"
        ),
    ),
    leaning=words(
        "il elle ils elles ce cet cette ces cela ça mais et ou donc aussi ainsi pourtant cependant toutefois ensuite "
        "puis alors"
    ),
    denials=Pattern(r"(?i)\b(?:ne|pas|jamais|personne|rien|aucun\w*|sans|ni)\b"),
    elisions=words("l d j m t s n c qu jusqu lorsqu puisqu quoiqu"),
    conclusion=Pattern(
        r"(?i)(?:résumé|en\sbref|en\srésumé|synthèse|conclusions?|résultats?|décisions?|décidé|actions?|à\sfaire|"
        r"tâches?|prochaines\sétapes|solutions?|l['’]essentiel|points\sclés|important|avertissement|attention|"
        r"danger|à\sretenir)\b"
    ),
)
