"""What is said of the settings of a server in Japanese?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="設定",
    whole="サーバー全体",
    channel_only="{channel} のみ",
    choose="変更するものを選んでください",
    save="保存",
    discard="破棄",
    default="既定に戻す",
    now="現在：{value}",
    then="保存後：{value}",
    locked="これは config.yaml で決められているため、ここでは変更できません。",
    unavailable="何も保存されていません。現在、設定を保持できません。理由と対処はボットのログにあります。",
    everybody="全員",
    none="なし",
    all_documents="すべての文書",
    silent_here="このチャンネルでは回答しません。",
    helpers_called="{roles}、文書はこれに答えていません。助けてもらえますか？",
    needs_intent=(
        "メンションのないメッセージを読むには Message Content Intent が必要"
        "です。開発者ポータルの Bot ページで有効にし、私を再起動してください。"
    ),
    import_wrong="何も変更されていません。ファイルの誤りと行番号：",
    import_same="ファイルの内容はすでに設定されています。",
    welcome=(
        "招待ありがとうございます。まず /settings open で、どこで回答し誰が質問でき"
        "るかを決めてください。次に /ask で質問してください。"
    ),
    names={
        "answering": "何に回答するか",
        "place": "どこで回答するか",
        "unsure": "確信がないとき",
        "emoji": "そのための記号",
        "excerpts": "回答あたりの抜粋の最大数",
        "language": "メッセージへの回答の言語",
        "roles": "誰が質問できるか",
        "free_roles": "制限のないロール",
        "helper_roles": "助けるロール",
        "corpora": "検索する文書",
    },
    values={
        "mention": "メンションとコマンド",
        "questions": "全員への質問にも",
        "silent": "何にも回答しない",
        "channel": "チャンネルで",
        "thread": "専用のスレッドで",
        "private": "質問者だけに",
        "silence": "何も言わない",
        "emoji": "質問の下に記号を付ける",
        "closest": "最も近い箇所を示す",
        "helpers": "助けるロールを呼ぶ",
        "auto": "サーバーの言語",
    },
)
