"""What does Quoth say in German to the admin, who starts it and looks after it?"""

from bot.wording.operation_texts import OperationTexts

OPERATION = OperationTexts(
    how_it_is="Wie es um Quoth steht",
    how_to_log_in=(
        "Es gibt kein Token: Setz DISCORD_TOKEN in der Umgebung oder in der Datei .env (wie man eines bekommt, "
        "steht in README.md), oder sprich hier mit Quoth: `quoth chat`."
    ),
    documents="Dokumente",
    index="Index",
    scores="Wertungen",
    disk="Datenträger",
    token="Token",
    discord="Discord",
    intents="Intents",
    servers="Server",
    name_other_corpus="Nenne in config.yaml unter `corpus` einen anderen Ordner.",
    documents_read="{count} gelesen, {skipped} ausgelassen (warum, sagt `quoth sources`)",
    changes="Änderungen",
    changes_told="das System meldet sie",
    changes_looked_for="alle {seconds:g} s wird nachgesehen",
    changes_unseen="werden nur beim Start gesehen (look_every_s ist 0) und nach `quoth reload`",
    look_asked="Quoth sieht in seinen Ordnern nach.",
    look_unheard="Mit dieser Konfiguration läuft kein Quoth. Was sich geändert hat, ist nun gelesen.",
    forgotten="Alles, was von früheren Texten da war, ist entfernt: Verlauf, Index und was das Modell gelesen hat.",
    forgotten_file="Alles, was von {file} da war, ist entfernt: aus Verlauf, Index und was das Modell gelesen hat.",
    nothing_to_forget="Von {file} war nichts da.",
    still_there="{file} liegt noch im Ordner und wird gelesen und durchsucht, bis die Datei entfernt ist.",
    put_files="Leg .txt- oder .md-Dateien in {folder}.",
    index_built="in {seconds:.1f} s erstellt, eine Frage dauert {milliseconds:.0f} ms",
    scores_same="genau wie die des Pakets rank-bm25",
    scores_off="um {deviation:.1g} anders als die von rank-bm25",
    report_scores="Bitte melde das, mit den Versionen von Python und numpy.",
    disk_unwritable="in {folder} kann nicht geschrieben werden",
    name_other_data="Nenne in config.yaml unter `data` einen anderen Ordner.",
    disk_room="in {folder} kann geschrieben werden, {megabytes:,.0f} MB sind frei",
    make_room="Schaff Platz auf dem Datenträger.",
    meaning="Mit anderen Worten",
    meaning_on="das Modell in {folder} findet, was mit anderen Worten gesagt ist",
    meaning_off="gefunden wird nur, was in den Worten der Frage dasteht",
    meaning_offer=(
        "Was mit anderen Worten gesagt ist, findet ein kleines Modell (all-MiniLM-L6-v2, 91 MB, Apache-2.0, von "
        "huggingface.co); es läuft hier und sendet nichts. `quoth semantic fetch` holt es, nach "
        "`quoth semantic off` ist nicht mehr davon die Rede."
    ),
    meaning_question=(
        "Ein kleines Modell holen (all-MiniLM-L6-v2, 91 MB, Apache-2.0, von huggingface.co), das hier läuft, nichts "
        "sendet und auch findet, was mit anderen Worten gesagt ist? [j/n] "
    ),
    yes=("j", "ja"),
    no=("n", "nein"),
    token_missing=(
        "es gibt keines; setz DISCORD_TOKEN in der Umgebung oder in der Datei .env (wie man eines bekommt, steht in "
        "README.md)"
    ),
    token_known="Discord kennt den Bot als {name}",
    token_refused="Discord nimmt es nicht an",
    copy_token="Kopier es im Developer Portal auf der Seite Bot neu.",
    wrong_token=("Discord nimmt das Token des Bots nicht an. Kopier es im Developer Portal neu."),
    unasked="es lässt sich nicht fragen ({error})",
    check_network="Prüf die Netzwerkverbindung.",
    content_granted="Message Content ist erlaubt",
    content_missing="Message Content fehlt",
    no_message_content=(
        "Es sind Fragekanäle eingestellt, aber Discord lässt diesen Bot keine Nachrichten lesen, die ihn nicht "
        "erwähnen. Schalte im Developer Portal auf der Seite Bot den Message Content Intent ein und starte neu. "
        "Alles andere geht auch ohne."
    ),
    no_intent_needed="keiner, der eine Freigabe braucht, ist nötig",
    access="Zugang",
    access_public="jeder kann den Bot auf seinen Server einladen und dort wie in Direktnachrichten die Dokumente lesen",
    access_remedy=(
        "Sind sie nicht für alle, schalte im Developer Portal auf der Seite Bot „Public Bot“ aus, und setze "
        "discord.servers und discord.direct_messages in config.yaml."
    ),
    access_private="nur wem die Anwendung gehört, kann den Bot einladen; Direktnachrichten: {direct}",
    access_listed="nur die Server in discord.servers dürfen den Bot nutzen; Direktnachrichten: {direct}",
    lacking_rights=(
        "Mitglieder von {server} fragen mich in #{channel}, aber mir fehlen dort Rechte: {permissions}. Gib sie meiner "
        "Rolle in den Einstellungen des Servers oder des Kanals."
    ),
    servers_none="der Bot ist auf keinem",
    invite="Lade ihn ein: {link}",
    servers_lacking="der Bot ist auf {count}, aber ihm fehlen Rechte auf {servers}",
    give_permissions="Gib sie seiner Rolle in den Einstellungen des Servers, oder lade ihn noch einmal ein: {link}",
    servers_well="der Bot ist auf {count} und hat alle Rechte, die er braucht",
    start_refused="Discord lehnte den Start ab: {error}.",
    closed_for_good=(
        "Discord hat die Verbindung endgültig getrennt (Code {code}). Prüf das Token des Bots und starte neu."
    ),
    unreachable="Discord ist nicht zu erreichen. Prüf die Netzwerkverbindung und starte neu.",
)
