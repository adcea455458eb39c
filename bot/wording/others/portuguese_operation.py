"""What does Quoth say in Portuguese to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="Faça uma pergunta, e mostro as passagens dos seus documentos que a respondem, palavra por palavra.",
    empty="Ainda não há nada para pesquisar: a pasta não tem documentos.",
    has_read=(
        "Li {count} documento.",
        "Li {count} documentos.",
    ),
    example="Escreva uma pergunta com as suas palavras, ou por exemplo: /summary {file}\n/help mostra o resto.",
    hint=" /help   Ctrl-D sai   /summary FICHEIRO ou tema   /sources",
    question=(
        "uma pergunta, com as suas palavras",
        "as passagens que a respondem",
    ),
    commands={
        "/summary": (
            "as frases mais expressivas de um documento ou sobre um tema (--length long); sozinho, de todos os "
            "documentos"
        ),
        "/compare": "dois documentos lado a lado; escreva os dois nomes a seguir",
        "/changes": "o que mudou nos documentos desde uma data ou revisão; sozinho, a última mudança",
        "/check": "se cada frase a seguir está nos documentos",
        "/sources": "os documentos em que pesquiso, e os em que não pesquiso",
        "/reload": "ver a pasta agora mesmo, sem esperar",
        "/help": "esta lista",
        "/quit": "terminar a conversa",
    },
    check_what="Verificar o quê?",
    check_what_how="Escreva uma ou mais frases a seguir.",
    compare_what="Comparar o quê?",
    compare_what_how="Escreva dois documentos a seguir, entre aspas se um nome tiver espaços.",
    which_length="Que tamanho?",
    which_length_how="A seguir a --length escreva um de: {lengths}.",
    no_command="Não há comando {command}",
    did_you_mean="Quis dizer {command}?",
    see_help="/help mostra os comandos.",
    ask_without_slash="Para fazer uma pergunta, escreva-a sem a /.",
)

OPERATION = OperationTexts(
    how_it_is="Como está o Quoth",
    how_to_log_in=(
        "Não há token: defina DISCORD_TOKEN no ambiente ou no ficheiro .env (README.md diz como obter um), ou "
        "escreva `quoth chat` para falar com o Quoth aqui."
    ),
    documents="Documentos",
    index="Índice",
    scores="Pontuações",
    disk="Disco",
    token="Token",
    discord="Discord",
    intents="Intents",
    servers="Servidores",
    name_other_corpus="Indique outra pasta como `corpus` em config.yaml.",
    documents_read="{count} lidos, {skipped} ignorados (`quoth sources` diz porquê)",
    changes="Mudanças",
    changes_told="o sistema avisa delas",
    changes_looked_for="procuradas a cada {seconds:g} s",
    changes_unseen="vistas só no início (look_every_s é 0) e depois de `quoth reload`",
    look_asked="O Quoth está a ver as suas pastas.",
    look_unheard="Nenhum Quoth está em execução com esta configuração. O que mudou será lido no próximo comando.",
    forgotten=(
        "Tudo o que era guardado de textos anteriores foi removido: o histórico, o índice e o que o modelo leu."
    ),
    forgotten_file="Tudo o que era guardado de {file} foi removido: do histórico, do índice e do que o modelo leu.",
    nothing_to_forget="Nada era guardado de {file}.",
    still_there="{file} continua na pasta: é lido e pesquisado de novo até que o remova ou exclua.",
    put_files="Ponha ficheiros .txt ou .md em {folder}.",
    index_built="feito em {seconds:.1f} s, uma pergunta leva {milliseconds:.0f} ms",
    scores_same="as mesmas que o pacote rank-bm25 dá",
    scores_off="diferem em {deviation:.1g} das do rank-bm25",
    report_scores="Por favor, comunique isto com as versões do Python e do numpy.",
    disk_unwritable="não se pode escrever em {folder}",
    name_other_data="Indique outra pasta como `data` em config.yaml.",
    disk_room="pode-se escrever em {folder}, {megabytes:,.0f} MB estão livres",
    make_room="Arranje espaço no disco.",
    meaning="Por outras palavras",
    meaning_on="o modelo em {folder} encontra o que é dito por outras palavras",
    meaning_off="encontrado só pelas palavras da pergunta",
    meaning_offer=(
        "O que é dito por outras palavras também se encontra com um pequeno modelo (all-MiniLM-L6-v2, 91 MB, "
        "Apache-2.0, de huggingface.co), que corre aqui e não envia nada: escreva `quoth semantic fetch` para "
        "o obter, ou `quoth semantic off` para não ouvir mais falar dele."
    ),
    meaning_question=(
        "Obter um pequeno modelo (all-MiniLM-L6-v2, 91 MB, Apache-2.0, de huggingface.co), que corre aqui, não "
        "envia nada e encontra também o que é dito por outras palavras? [s/n] "
    ),
    yes=(
        "s",
        "sim",
    ),
    no=(
        "n",
        "não",
        "nao",
    ),
    token_missing="não há nenhum; defina DISCORD_TOKEN no ambiente ou no ficheiro .env (README.md diz como obter um)",
    token_known="o Discord conhece o bot como {name}",
    token_refused="o Discord não o aceita",
    copy_token="Copie-o de novo da página Bot do Developer Portal.",
    wrong_token="O Discord não aceita o token do bot. Copie-o de novo do Developer Portal.",
    unasked="não é possível perguntar-lhe ({error})",
    check_network="Verifique a ligação à rede.",
    content_granted="Message Content está concedido",
    content_missing="falta Message Content",
    no_message_content=(
        "Há canais de perguntas definidos, mas o Discord não deixa este bot ler mensagens que não o mencionam. "
        "No Developer Portal, página Bot, ligue Message Content Intent e reinicie. Tudo o resto funciona sem "
        "isso."
    ),
    no_intent_needed="nenhum privilegiado é preciso",
    access="Acesso",
    access_public=(
        "qualquer pessoa pode convidar o bot para o seu servidor e ler lá os documentos, e por mensagem direta"
    ),
    access_remedy=(
        "Se não forem para todos, desligue Public Bot no Developer Portal, página Bot, e defina "
        "discord.servers e discord.direct_messages em config.yaml."
    ),
    access_private="só quem possui a aplicação pode convidar o bot; mensagens diretas: {direct}",
    access_listed="só os servidores de discord.servers podem usar o bot; mensagens diretas: {direct}",
    lacking_rights=(
        "Membros de {server} fazem-me perguntas em #{channel}, mas faltam-me lá permissões: {permissions}. "
        "Dê-as ao meu cargo nas definições do servidor ou desse canal."
    ),
    servers_none="o bot não está em nenhum",
    invite="Convide-o: {link}",
    servers_lacking="o bot está em {count}, mas faltam-lhe permissões em {servers}",
    give_permissions="Dê-as ao seu cargo nas definições do servidor, ou convide-o mais uma vez: {link}",
    servers_well="o bot está em {count}, com todas as permissões de que precisa",
    start_refused="O Discord recusou o início: {error}.",
    closed_for_good="O Discord fechou a ligação de vez (código {code}). Verifique o token do bot e reinicie.",
    unreachable="Não é possível chegar ao Discord. Verifique a ligação à rede e reinicie.",
)
