"""What is particular to Polish?"""

from retrieval.text.languages.language import Language, Pattern, words

LANGUAGE = Language(
    "pl",
    stemmer="polish",
    function_words=words(
        "i w we na z ze do od po za o u przy bez pod nad między przez dla nie ani ale a albo lub że żeby aby jak tak "
        "to ten ta te tego tej tym co kto kogo komu czym czego gdzie kiedy skąd dlaczego czy jaki jaka jakie jakim "
        "który która które którym którego ile ja ty my wy on ona ono oni jego jej ich im jest są był była było były "
        "być się już jeszcze tylko także również"
    ),
    denials=Pattern(r"(?i)\b(?:nie|nigdy|nikt|nic|bez|żad\w+|ani)\b"),
    conclusion=Pattern(
        r"(?i)(?:podsumowanie|w\sskrócie|streszczenie|wniosk?i?|wniosek|wyniki?|decyzj[ae]|ustalenia|ustalono|"
        r"uchwał[ay]|postanowiono|zadani[ae]|następne\skroki|rozwiązani[ae]|najważniejsze|ważne|ostrzeżenie|uwaga|"
        r"niebezpieczeństwo)\b"
    ),
)
