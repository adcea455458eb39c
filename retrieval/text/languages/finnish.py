"""What is particular to Finnish?"""

from retrieval.text.languages.language import Language, words

LANGUAGE = Language(
    "fi",
    stemmer="finnish",
    function_words=words(
        "ja on ei että se oli ne he hän minä sinä me te joka jotka mikä mitä mitkä kuka ketkä missä mistä mihin "
        "milloin miksi miten kuinka monta paljonko tai vai mutta kun jos niin kuin myös vain sekä tämä tämän nämä "
        "tuo sen sitä siitä siinä hänen heidän ovat olivat ole olla olisi voi kanssa ennen jälkeen"
    ),
)
