"""What is said of the settings of a server in Chinese?"""

from bot.wording.server_texts import ServerTexts

SERVER = ServerTexts(
    title="设置",
    whole="适用于整个服务器",
    channel_only="仅适用于 {channel}",
    choose="选择要更改的内容",
    save="保存",
    discard="放弃",
    default="恢复默认",
    now="现在：{value}",
    then="保存后：{value}",
    locked="此项由 config.yaml 设定，因此不能在这里更改。",
    unavailable="没有保存任何内容：目前无法保留设置。机器人的日志会说明原因和处理方法。",
    everybody="所有人",
    none="无",
    all_documents="所有文档",
    silent_here="我不在此频道回答。",
    helpers_called="{roles}，文档没有回答这个问题。你们能帮忙吗？",
    needs_intent=(
        "要读取没有提及我的消息，我需要 Message Content Intent：请在开发者门户的 Bot 页面打开它，然后重新启动我。"
    ),
    import_wrong="没有更改任何内容。文件中的错误及其行号：",
    import_same="该文件设定的内容与现有设置相同。",
    welcome="感谢邀请我。首先：用 /settings open 设定我在哪里回答、谁可以提问；然后用 /ask 向我提问。",
    names={
        "answering": "我回答什么",
        "place": "我在哪里回答",
        "unsure": "我不确定时",
        "emoji": "为此使用的符号",
        "excerpts": "每个回答最多的摘录数",
        "language": "回答消息所用的语言",
        "roles": "谁可以提问",
        "free_roles": "不受限制的身份组",
        "helper_roles": "提供帮助的身份组",
        "corpora": "要搜索的文档",
    },
    values={
        "mention": "提及和命令",
        "questions": "也回答向所有人提的问题",
        "silent": "什么都不回答",
        "channel": "在频道中",
        "thread": "在单独的子区中",
        "private": "只给提问者",
        "silence": "我不说话",
        "emoji": "我在问题下放一个符号",
        "closest": "我显示最接近的段落",
        "helpers": "我呼叫提供帮助的身份组",
        "auto": "服务器的语言",
    },
)
