"""What does Quoth say in Japanese to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="質問してください。文書の中で答えになる箇所を、一字一句そのまま示します。",
    empty="まだ検索するものがありません。フォルダーに文書がありません。",
    has_read=("{count} 件の文書を読みました。",),
    example=(
        "ご自分の言葉で質問を入力するか、例えば /summary {file} と入力してください\n/help でその他の使い方を示します。"
    ),
    hint=" /help   Ctrl-D で終了   /summary ファイルまたは話題   /sources",
    question=(
        "ご自分の言葉での質問",
        "その答えになる箇所",
    ),
    commands={
        "/summary": "文書または話題の最も重要な文（--length long）。単独ではすべての文書",
        "/compare": "二つの文書を並べて比較。後に両方の名前を入力",
        "/changes": "日付または版からの文書の変更。単独では最後の変更",
        "/check": "後に続く各文が文書にあるかどうか",
        "/sources": "検索する文書と、検索しないもの",
        "/reload": "待たずにすぐフォルダーを見る",
        "/help": "この一覧",
        "/quit": "会話を終える",
    },
    check_what="何を確認しますか？",
    check_what_how="後に一つ以上の文を入力してください。",
    compare_what="何を比較しますか？",
    compare_what_how="後に二つの文書を入力してください。名前に空白があれば引用符で囲みます。",
    which_length="どの長さですか？",
    which_length_how="--length の後に次のいずれかを入力してください：{lengths}。",
    no_command="コマンド {command} はありません",
    did_you_mean="{command} のことですか？",
    see_help="/help でコマンドを示します。",
    ask_without_slash="質問は / を付けずに入力してください。",
)

OPERATION = OperationTexts(
    how_it_is="Quoth の状態",
    how_to_log_in=(
        "トークンがありません。環境変数またはファイル .env に DISCORD_TOKEN を設定するか（入手方法は README.md"
        "）、ここで Quoth と話すには `quoth chat` と入力してください。"
    ),
    documents="文書",
    index="索引",
    scores="評価値",
    disk="ディスク",
    token="トークン",
    discord="Discord",
    intents="Intents",
    servers="サーバー",
    name_other_corpus="config.yaml の `corpus` に別のフォルダーを指定してください。",
    documents_read="{count} 件を読み、{skipped} 件を除外（理由は `quoth sources`）",
    changes="変更",
    changes_told="システムが知らせます",
    changes_looked_for="{seconds:g} 秒ごとに確認します",
    changes_unseen="起動時（look_every_s が 0）と `quoth reload` の後にだけ見えます",
    look_asked="Quoth がフォルダーを見ています。",
    look_unheard="この設定で動いている Quoth はありません。変更は次のコマンドで読まれます。",
    forgotten="以前の本文について保存していたものをすべて削除しました：履歴、索引、モデルが読んだもの。",
    forgotten_file="{file} について保存していたものを、履歴、索引、モデルが読んだものからすべて削除しました。",
    nothing_to_forget="{file} について保存していたものはありません。",
    still_there="{file} はまだフォルダーにあります。取り除くか除外するまで、再び読まれ検索されます。",
    put_files="{folder} に .txt または .md ファイルを入れてください。",
    index_built="{seconds:.1f} 秒で作成、質問一つに {milliseconds:.0f} ミリ秒",
    scores_same="パッケージ rank-bm25 の値と同じです",
    scores_off="rank-bm25 の値と {deviation:.1g} 異なります",
    report_scores="Python と numpy の版とともに報告してください。",
    disk_unwritable="{folder} に書き込めません",
    name_other_data="config.yaml の `data` に別のフォルダーを指定してください。",
    disk_room="{folder} に書き込めます。空きは {megabytes:,.0f} MB です",
    make_room="ディスクの空きを増やしてください。",
    meaning="言い換え",
    meaning_on="{folder} のモデルが、言い換えられた内容も見つけます",
    meaning_off="質問の言葉だけで探します",
    meaning_offer=(
        "言い換えられた内容は、小さなモデル（all-MiniLM-L6-v2、91 MB、Apache-2.0、huggingface.co から）でも見つ"
        "かります。ここで動き、どこにも何も送りません。入手するには `quoth semantic fetch`、今後表示しないには"
        " `quoth semantic off` と入力してください。"
    ),
    meaning_question=(
        "小さなモデル（all-MiniLM-L6-v2、91 MB、Apache-2.0、huggingface.co から）を入手しますか？ ここで動き、"
        "何も送らず、言い換えられた内容も見つけます。[y/n] "
    ),
    yes=(
        "y",
        "yes",
        "はい",
    ),
    no=(
        "n",
        "no",
        "いいえ",
    ),
    token_missing=(
        "ありません。環境変数またはファイル .env に DISCORD_TOKEN を設定してください（入手方法は README.md）"
    ),
    token_known="Discord はこのボットを {name} として知っています",
    token_refused="Discord が受け付けません",
    copy_token="Developer Portal の Bot のページからコピーし直してください。",
    wrong_token="Discord がボットのトークンを受け付けません。Developer Portal からコピーし直してください。",
    unasked="問い合わせできません（{error}）",
    check_network="ネットワーク接続を確認してください。",
    content_granted="Message Content は許可されています",
    content_missing="Message Content がありません",
    no_message_content=(
        "質問チャンネルが設定されていますが、Discord はこのボットに、メンションのないメッセージを読ませません。"
        "Developer Portal の Bot のページで Message Content Intent を有効にし、起動し直してください。ほかはすべ"
        "てそのまま動きます。"
    ),
    no_intent_needed="特権の要るものは不要です",
    access="アクセス",
    access_public="誰でもボットを自分のサーバーに招待し、そこやダイレクトメッセージで文書を読めます",
    access_remedy=(
        "全員に公開しない場合は、Developer Portal の Bot のページで Public Bot を無効にし、config.yaml に"
        " discord.servers と discord.direct_messages を設定してください。"
    ),
    access_private="ボットを招待できるのはアプリケーションの所有者だけです。ダイレクトメッセージ：{direct}",
    access_listed="ボットを使えるのは discord.servers のサーバーだけです。ダイレクトメッセージ：{direct}",
    lacking_rights=(
        "{server} のメンバーが #{channel} で私に質問していますが、そこで次の権限がありません：{permissions}。サ"
        "ーバーまたはそのチャンネルの設定で私のロールに与えてください。"
    ),
    servers_none="ボットはどのサーバーにもいません",
    invite="招待してください：{link}",
    servers_lacking="ボットは {count} 個のサーバーにいますが、次のサーバーで権限がありません：{servers}",
    give_permissions="サーバーの設定でロールに与えるか、もう一度招待してください：{link}",
    servers_well="ボットは {count} 個のサーバーにおり、必要な権限がすべてあります",
    start_refused="Discord が起動を拒否しました：{error}。",
    closed_for_good=(
        "Discord が接続を完全に閉じました（コード {code}）。ボットのトークンを確認し、起動し直してください。"
    ),
    unreachable="Discord に接続できません。ネットワーク接続を確認し、起動し直してください。",
)
