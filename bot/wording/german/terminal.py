"""What does Quoth say in German to whoever chats in a terminal?"""

from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Stell mir eine Frage, und ich zeige dir die Stellen deiner Dokumente, die sie beantworten, Wort für Wort.",
    empty="Noch gibt es nichts zu durchsuchen: Im Ordner liegen keine Dokumente.",
    has_read=("Ich habe {count} Dokument gelesen.", "Ich habe {count} Dokumente gelesen."),
    example="Schreib eine Frage in eigenen Worten, oder zum Beispiel: /summary {file}\n/help zeigt alles Weitere.",
    hint=" /help   Strg-D beendet   /summary DATEI oder Thema   /sources",
    question=("eine Frage, in eigenen Worten", "die Stellen, die sie beantworten"),
    commands={
        "/summary": (
            "die wichtigsten Sätze eines Dokuments oder zu einem Thema (--length long); allein: aller Dokumente"
        ),
        "/compare": "zwei Dokumente nebeneinander; schreib beide Namen dahinter",
        "/changes": "was sich seit einem Datum oder Stand in den Dokumenten geändert hat; allein: zuletzt",
        "/check": "ob die Sätze dahinter in den Dokumenten stehen",
        "/sources": "welche Dokumente ich durchsuche und welche Dateien nicht",
        "/reload": "sofort im Ordner nachsehen, ohne zu warten",
        "/help": "diese Liste",
        "/quit": "den Chat beenden",
    },
    check_what="Was soll ich prüfen?",
    check_what_how="Schreib einen oder mehrere Sätze dahinter.",
    compare_what="Was soll ich vergleichen?",
    compare_what_how="Schreib zwei Dokumente dahinter, in Anführungszeichen, wenn ein Name Leerzeichen hat.",
    which_length="Wie lang?",
    which_length_how="Hinter --length gehört eines von: {lengths}.",
    no_command="Den Befehl {command} gibt es nicht",
    did_you_mean="Meintest du {command}?",
    see_help="/help zeigt die Befehle.",
    ask_without_slash="Eine Frage stellst du ohne das / davor.",
)
