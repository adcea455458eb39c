"""What is said of the settings of a server in Spanish?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Ajustes",
    whole="Para todo el servidor",
    channel_only="Solo para {channel}",
    choose="Elige qué cambiar",
    save="Guardar",
    discard="Descartar",
    default="Como viene de serie",
    now="Ahora: {value}",
    then="Después de guardar: {value}",
    locked="Esto lo fija config.yaml, así que no se puede cambiar aquí.",
    unavailable=(
        "No se guardó nada: ahora no se pueden conservar los ajustes. El registro del bot dice por qué y qué hacer."
    ),
    everybody="todos",
    none="ninguno",
    all_documents="todos los documentos",
    silent_here="En este canal no respondo.",
    helpers_called="{roles}, los documentos no responden a esto. ¿Podéis ayudar?",
    needs_intent=(
        "Para leer mensajes sin mención necesito el Message Content Intent: actívalo en el portal de"
        " desarrolladores, página Bot, y vuelve a iniciarme."
    ),
    import_wrong="No se cambió nada. Lo que está mal en el archivo, con sus líneas:",
    import_same="El archivo fija lo que ya está fijado.",
    welcome=(
        "Gracias por invitarme. Primero: /settings open dice dónde respondo y quién puede preguntar;"
        " después pregúntame algo con /ask."
    ),
    names={
        "answering": "A qué respondo",
        "place": "Dónde respondo",
        "unsure": "Cuando no estoy seguro",
        "emoji": "El signo para ello",
        "excerpts": "Fragmentos por respuesta, como máximo",
        "language": "Idioma de las respuestas a mensajes",
        "roles": "Quién puede preguntar",
        "free_roles": "Roles sin límites",
        "helper_roles": "Roles que ayudan",
        "corpora": "Documentos que se consultan",
    },
    values={
        "mention": "a menciones y comandos",
        "questions": "también a preguntas dirigidas a todos",
        "silent": "a nada",
        "channel": "en el canal",
        "thread": "en un hilo propio",
        "private": "solo a quien pregunta",
        "silence": "no digo nada",
        "emoji": "pongo un signo bajo la pregunta",
        "closest": "muestro los pasajes más cercanos",
        "helpers": "llamo a los roles que ayudan",
        "auto": "el idioma del servidor",
    },
)
