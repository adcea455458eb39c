"""What is said of the settings of a server in German?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Einstellungen",
    whole="Für den ganzen Server",
    channel_only="Nur für {channel}",
    choose="Wähle, was sich ändern soll",
    save="Speichern",
    discard="Verwerfen",
    default="Wie voreingestellt",
    now="Jetzt: {value}",
    then="Nach dem Speichern: {value}",
    locked="Das legt config.yaml fest, deshalb lässt es sich hier nicht ändern.",
    unavailable=(
        "Nichts wurde gespeichert: Einstellungen lassen sich gerade nicht festhalten. Im Protokoll "
        "des Bots steht, warum und was zu tun ist."
    ),
    everybody="alle",
    none="keine",
    all_documents="alle Dokumente",
    silent_here="In diesem Kanal antworte ich nicht.",
    helpers_called="{roles}, die Dokumente beantworten das nicht. Könnt ihr helfen?",
    needs_intent=(
        "Um Nachrichten ohne Erwähnung zu lesen, brauche ich den Message Content Intent: schalte ihn"
        " im Entwicklerportal auf der Seite Bot ein und starte mich neu."
    ),
    import_wrong="Nichts wurde geändert. Was in der Datei falsch ist, mit den Zeilen:",
    import_same="Die Datei legt fest, was schon gilt.",
    welcome=(
        "Danke für die Einladung. Zuerst: /settings open legt fest, wo ich antworte und wer fragen "
        "darf; dann frag mich etwas mit /ask."
    ),
    names={
        "answering": "Worauf ich antworte",
        "place": "Wo ich antworte",
        "unsure": "Wenn ich nicht sicher bin",
        "emoji": "Das Zeichen dafür",
        "excerpts": "Auszüge je Antwort, höchstens",
        "language": "Sprache der Antworten auf Nachrichten",
        "roles": "Wer fragen darf",
        "free_roles": "Rollen ohne Grenzen",
        "helper_roles": "Rollen, die helfen",
        "corpora": "Durchsuchte Dokumente",
    },
    values={
        "mention": "auf Erwähnungen und Befehle",
        "questions": "auch auf Fragen an alle",
        "silent": "auf nichts",
        "channel": "im Kanal",
        "thread": "in einem eigenen Thread",
        "private": "nur dem, der fragt",
        "silence": "ich sage nichts",
        "emoji": "ich setze ein Zeichen unter die Frage",
        "closest": "ich zeige die nächsten Stellen",
        "helpers": "ich rufe die Rollen, die helfen",
        "auto": "die Sprache des Servers",
    },
)
