"""What is particular to German?"""

from retrieval.text.languages.language import Asking, Authorship, Language, Pattern, numerals, words, year_or

LANGUAGE = Language(
    "de",
    stemmer="german",
    function_words=words(
        "der die das den dem des ein eine einen einem einer eines und oder aber dass ob weil wenn als wie was wer "
        "wen wem wo wann warum welche welcher welches welchen ich du er sie es wir ihr man mir mich dir dich ihn ihm "
        "ihnen uns sich sein seine seiner ihre ihrem ihren ist sind war waren wird werden wurde wurden hat haben "
        "hatte kann können in im an am auf aus bei beim mit nach von vom zu zum zur für über unter durch um bis auch "
        "noch nur nicht kein keine so sehr hier dort da dann doch schon mal bitte gibt dieser diese dieses"
    ),
    conversation=words(
        "hallo hi hey moin servus guten morgen tag abend nacht danke dank vielen bitte tschüss ciao ja nein ok okay "
        "gut super toll"
    ),
    authorship=Authorship(
        words("autor autorin autoren verfasser verfasserin"), words("schrieb geschrieben verfasst"), words("wer wann")
    ),
    asking=Asking(
        when=words("wann"),
        which=words("welche welchem welchen welcher welches"),
        how=words("wie"),
        times=words("jahr jahre jahren jahrhundert monat tag datum jahrzehnt"),
        measures=words("viel viele vielen lange lang hoch groß oft alt weit schnell tief schwer teuer breit prozent"),
        date=year_or(
            "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert "
            "Jahrhunderts"
        ),
        number=numerals(
            "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend Million "
            "Millionen Milliarde Milliarden Prozent halb Hälfte Drittel Viertel Dutzend"
        ),
    ),
    chatter=words(
        "brauche brauchen braucht bekomme bekommen eigentlich genau gerade momentan aktuell bedeutet passiert geändert "
        "regelung nummer version name info infos information informationen ablauf bedeutung unterschied grund art"
    ),
    numbered=words("regel abschnitt schritt kapitel artikel absatz paragraph punkt teil seite frage ziffer stufe"),
    leaning=words(
        "er sie es ihm ihn ihnen ihre seine dies diese dieser dieses das dabei dadurch daher dafür damit danach dann "
        "dennoch deshalb jedoch aber und oder auch allerdings außerdem trotzdem zudem so hier dort solche"
    ),
    denials=Pattern(r"(?i)\b(?:nicht|kein\w*|nie|niemals|niemand|nichts|ohne|weder)\b"),
    points_away=Pattern(
        r"(?i)^\W*(?:siehe|vgl\.|mehr\s(?:dazu|infos?|informationen)|weitere\s(?:infos?|informationen|hinweise))\b"
        r"|\b(?:im|in\sden)\s(?:nächsten|folgenden)\s(?:kapiteln?|abschnitt(?:en)?|teil)\b"
        r"|[,;(]\s(?:siehe|s\.)\s"
    ),
    binding=Pattern(
        r"(?i)\b(?:muss|müssen|darf|dürfen|niemals?|nie|nur|immer|stets|höchstens|mindestens|spätestens|verboten|untersagt|"
        r"verpflichtet|pflicht|erforderlich|standardmäßig|wichtig|achtung|warnung|beschlossen|vereinbart|statt|sofern)\b"
    ),
    capitalised_nouns=True,
    conclusion=Pattern(
        r"(?i)(?:zusammenfassung|kurz\sgesagt|kurzfassung|kurz\sund\sknapp|fazit|schluss|ergebnis(?:se)?|"
        r"beschl[uü]ss?e?|beschlossen|entscheidung(?:en)?|aufgaben?|zu\serledigen|n[äa]chste\sschritte|"
        r"l[öo]sung(?:en)?|abhilfe|das\swichtigste|auf\seinen\sblick|wichtig|warnung|achtung|vorsicht|gefahr|"
        r"merke)\b"
    ),
)
