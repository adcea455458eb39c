"""What is said of the settings of a server in Portuguese?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="Configurações",
    whole="Para todo o servidor",
    channel_only="Só para {channel}",
    choose="Escolha o que mudar",
    save="Salvar",
    discard="Descartar",
    default="Como no padrão",
    now="Agora: {value}",
    then="Depois de salvar: {value}",
    locked="O config.yaml define isto, por isso não pode ser mudado aqui.",
    unavailable=(
        "Nada foi salvo: agora não é possível guardar as configurações. O registro do bot diz por quê e o que fazer."
    ),
    everybody="todos",
    none="nenhum",
    all_documents="todos os documentos",
    silent_here="Não respondo neste canal.",
    helpers_called="{roles}, os documentos não respondem a isto. Podem ajudar?",
    needs_intent=(
        "Para ler mensagens sem menção preciso do Message Content Intent: ative-o no portal de "
        "desenvolvedores, página Bot, e inicie-me de novo."
    ),
    import_wrong="Nada foi mudado. O que está errado no arquivo, com as linhas:",
    import_same="O arquivo define o que já está definido.",
    welcome=(
        "Obrigado pelo convite. Primeiro: /settings open diz onde respondo e quem pode perguntar; "
        "depois pergunte-me algo com /ask."
    ),
    names={
        "answering": "A que respondo",
        "place": "Onde respondo",
        "unsure": "Quando não tenho certeza",
        "emoji": "O sinal para isso",
        "excerpts": "Trechos por resposta, no máximo",
        "language": "Idioma das respostas a mensagens",
        "roles": "Quem pode perguntar",
        "free_roles": "Cargos sem limites",
        "helper_roles": "Cargos que ajudam",
        "corpora": "Documentos consultados",
    },
    values={
        "mention": "a menções e comandos",
        "questions": "também a perguntas feitas a todos",
        "silent": "a nada",
        "channel": "no canal",
        "thread": "em um tópico próprio",
        "private": "só a quem pergunta",
        "silence": "não digo nada",
        "emoji": "ponho um sinal abaixo da pergunta",
        "closest": "mostro os trechos mais próximos",
        "helpers": "chamo os cargos que ajudam",
        "auto": "o idioma do servidor",
    },
)
