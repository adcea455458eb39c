"""What does Quoth say in Spanish to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Hazme una pregunta y te muestro los pasajes de tus documentos que la responden, palabra por palabra.",
    empty="Todavía no hay nada que buscar: la carpeta no tiene documentos.",
    has_read=(
        "He leído {count} documento.",
        "He leído {count} documentos.",
    ),
    example="Escribe una pregunta con tus propias palabras, o por ejemplo: /summary {file}\n/help muestra lo demás.",
    hint=" /help   Ctrl-D sale   /summary ARCHIVO o tema   /sources",
    question=(
        "una pregunta, con tus propias palabras",
        "los pasajes que la responden",
    ),
    commands={
        "/summary": (
            "las frases más elocuentes de un documento o sobre un tema (--length long); solo, de todos los documentos"
        ),
        "/compare": "dos documentos lado a lado; escribe ambos nombres detrás",
        "/changes": "qué cambió en los documentos desde una fecha o una revisión; solo, el último cambio",
        "/check": "si cada frase que sigue está en los documentos",
        "/sources": "los documentos en los que busco y en los que no",
        "/reload": "mirar en la carpeta ahora mismo, sin esperar",
        "/help": "esta lista",
        "/quit": "terminar la charla",
    },
    check_what="¿Comprobar qué?",
    check_what_how="Escribe una o varias frases detrás.",
    compare_what="¿Comparar qué?",
    compare_what_how="Escribe dos documentos detrás, entre comillas si un nombre tiene espacios.",
    which_length="¿Qué longitud?",
    which_length_how="Detrás de --length escribe uno de: {lengths}.",
    no_command="No existe la orden {command}",
    did_you_mean="¿Querías decir {command}?",
    see_help="/help muestra las órdenes.",
    ask_without_slash="Para hacer una pregunta, escríbela sin la /.",
)

OPERATION = OperationTexts(
    how_it_is="Cómo está Quoth",
    how_to_log_in=(
        "No hay token: define DISCORD_TOKEN en el entorno o en el archivo .env (README.md dice cómo conseguir "
        "uno), o escribe `quoth chat` para hablar con Quoth aquí."
    ),
    documents="Documentos",
    index="Índice",
    scores="Puntuaciones",
    disk="Disco",
    token="Token",
    discord="Discord",
    intents="Intents",
    servers="Servidores",
    name_other_corpus="Indica otra carpeta como `corpus` en config.yaml.",
    documents_read="{count} leídos, {skipped} omitidos (`quoth sources` dice por qué)",
    changes="Cambios",
    changes_told="el sistema avisa de ellos",
    changes_looked_for="se buscan cada {seconds:g} s",
    changes_unseen="se ven solo al empezar (look_every_s es 0) y tras `quoth reload`",
    look_asked="Quoth mira en sus carpetas.",
    look_unheard="No hay ningún Quoth en marcha con esta configuración. Lo que cambió se leerá con la próxima orden.",
    forgotten=(
        "Se ha eliminado todo lo que se guardaba de textos anteriores: el historial, el índice y lo que leyó el modelo."
    ),
    forgotten_file=(
        "Se ha eliminado todo lo que se guardaba de {file}: del historial, del índice y de lo que leyó el modelo."
    ),
    nothing_to_forget="No se guardaba nada de {file}.",
    still_there="{file} sigue en la carpeta: se lee y se busca de nuevo hasta que lo quites o lo excluyas.",
    put_files="Pon archivos .txt o .md en {folder}.",
    index_built="hecho en {seconds:.1f} s, una pregunta tarda {milliseconds:.0f} ms",
    scores_same="las mismas que da el paquete rank-bm25",
    scores_off="difieren en {deviation:.1g} de las de rank-bm25",
    report_scores="Por favor, comunícalo con las versiones de Python y numpy.",
    disk_unwritable="no se puede escribir en {folder}",
    name_other_data="Indica otra carpeta como `data` en config.yaml.",
    disk_room="se puede escribir en {folder}, hay {megabytes:,.0f} MB libres",
    make_room="Haz sitio en el disco.",
    meaning="Con otras palabras",
    meaning_on="el modelo en {folder} encuentra lo que se dice con otras palabras",
    meaning_off="se encuentra solo con las palabras de la pregunta",
    meaning_offer=(
        "Lo que se dice con otras palabras se encuentra también con un modelo pequeño (all-MiniLM-L6-v2, 91 "
        "MB, Apache-2.0, de huggingface.co), que funciona aquí y no envía nada: escribe `quoth semantic fetch` "
        "para obtenerlo, o `quoth semantic off` para no oír más de él."
    ),
    meaning_question=(
        "¿Descargar un modelo pequeño (all-MiniLM-L6-v2, 91 MB, Apache-2.0, de huggingface.co), que funciona "
        "aquí, no envía nada y encuentra también lo que se dice con otras palabras? [s/n] "
    ),
    yes=(
        "s",
        "sí",
        "si",
    ),
    no=(
        "n",
        "no",
    ),
    token_missing=(
        "no hay ninguno; define DISCORD_TOKEN en el entorno o en el archivo .env (README.md dice cómo conseguir uno)"
    ),
    token_known="Discord conoce al bot como {name}",
    token_refused="Discord no lo acepta",
    copy_token="Cópialo de nuevo de la página Bot del Developer Portal.",
    wrong_token="Discord no acepta el token del bot. Cópialo de nuevo del Developer Portal.",
    unasked="no se le puede preguntar ({error})",
    check_network="Comprueba la conexión de red.",
    content_granted="Message Content está concedido",
    content_missing="falta Message Content",
    no_message_content=(
        "Hay canales de preguntas definidos, pero Discord no deja que este bot lea los mensajes que no lo "
        "mencionan. En el Developer Portal, página Bot, activa Message Content Intent y vuelve a empezar. Todo "
        "lo demás funciona sin ello."
    ),
    no_intent_needed="no hace falta ninguno privilegiado",
    access="Acceso",
    access_public="cualquiera puede invitar al bot a su servidor y leer allí los documentos, y por mensaje directo",
    access_remedy=(
        "Si no son para todos, desactiva Public Bot en el Developer Portal, página Bot, y define "
        "discord.servers y discord.direct_messages en config.yaml."
    ),
    access_private="solo quien posee la aplicación puede invitar al bot; mensajes directos: {direct}",
    access_listed="solo los servidores de discord.servers pueden usar el bot; mensajes directos: {direct}",
    lacking_rights=(
        "Miembros de {server} me preguntan en #{channel}, pero allí me faltan permisos: {permissions}. Dáselos "
        "a mi rol en los ajustes del servidor o de ese canal."
    ),
    servers_none="el bot no está en ninguno",
    invite="Invítalo: {link}",
    servers_lacking="el bot está en {count}, pero le faltan permisos en {servers}",
    give_permissions="Dáselos a su rol en los ajustes del servidor, o invítalo otra vez: {link}",
    servers_well="el bot está en {count}, con todos los permisos que necesita",
    start_refused="Discord rechazó el inicio: {error}.",
    closed_for_good=(
        "Discord cerró la conexión definitivamente (código {code}). Comprueba el token del bot y vuelve a empezar."
    ),
    unreachable="No se puede llegar a Discord. Comprueba la conexión de red y vuelve a empezar.",
)
