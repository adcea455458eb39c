"""What does Quoth say in Chinese to whoever chats in a terminal, and to the admin?"""

from bot.wording.operation_texts import OperationTexts
from bot.wording.texts import TerminalTexts

TERMINAL = TerminalTexts(
    about="请提问，我会逐字显示您的文档中回答问题的段落。",
    empty="还没有可搜索的内容：文件夹中没有文档。",
    has_read=("我读了 {count} 个文档。",),
    example="用自己的话输入问题，或者例如：/summary {file}\n/help 显示其余命令。",
    hint=" /help   Ctrl-D 退出   /summary 文件或主题   /sources",
    question=(
        "用自己的话提出的问题",
        "回答它的段落",
    ),
    commands={
        "/summary": "一个文档或一个主题最重要的句子（--length long）；单独使用则为所有文档",
        "/compare": "并排比较两个文档；在后面输入两个名称",
        "/changes": "自某个日期或版本以来文档的变化；单独使用则为最近一次变化",
        "/check": "后面的每个句子是否在文档中",
        "/sources": "我搜索的文档，以及不搜索的文件",
        "/reload": "立即查看文件夹，无需等待",
        "/help": "此列表",
        "/quit": "结束对话",
    },
    check_what="检查什么？",
    check_what_how="请在后面输入一个或多个句子。",
    compare_what="比较什么？",
    compare_what_how="请在后面输入两个文档；名称中有空格时请加引号。",
    which_length="多长？",
    which_length_how="请在 --length 后输入其中之一：{lengths}。",
    no_command="没有命令 {command}",
    did_you_mean="您是指 {command} 吗？",
    see_help="/help 显示所有命令。",
    ask_without_slash="提问时请不要加 /。",
)

OPERATION = OperationTexts(
    how_it_is="Quoth 的状态",
    how_to_log_in=(
        "没有令牌：请在环境变量或 .env 文件中设置 DISCORD_TOKEN（获取方法见 README.md），或输入 `quoth chat` 在"
        "这里与 Quoth 对话。"
    ),
    documents="文档",
    index="索引",
    scores="评分",
    disk="磁盘",
    token="令牌",
    discord="Discord",
    intents="Intents",
    servers="服务器",
    name_other_corpus="请在 config.yaml 中把另一个文件夹设为 `corpus`。",
    documents_read="已读 {count} 个，跳过 {skipped} 个（原因见 `quoth sources`）",
    changes="变化",
    changes_told="由系统通知",
    changes_looked_for="每 {seconds:g} 秒查看一次",
    changes_unseen="只在启动时（look_every_s 为 0）和 `quoth reload` 之后可见",
    look_asked="Quoth 正在查看文件夹。",
    look_unheard="没有使用此配置运行的 Quoth。变化会在下一个命令时读取。",
    forgotten="以前文本的所有留存都已删除：历史、索引以及模型读过的内容。",
    forgotten_file="{file} 的所有留存都已从历史、索引以及模型读过的内容中删除。",
    nothing_to_forget="没有留存 {file} 的任何内容。",
    still_there="{file} 仍在文件夹中：在您移除或排除它之前，它会再次被读取和搜索。",
    put_files="请把 .txt 或 .md 文件放入 {folder}。",
    index_built="用 {seconds:.1f} 秒建成，一个问题需要 {milliseconds:.0f} 毫秒",
    scores_same="与软件包 rank-bm25 给出的相同",
    scores_off="与 rank-bm25 相差 {deviation:.1g}",
    report_scores="请连同 Python 和 numpy 的版本一起报告。",
    disk_unwritable="无法写入 {folder}",
    name_other_data="请在 config.yaml 中把另一个文件夹设为 `data`。",
    disk_room="可以写入 {folder}，剩余 {megabytes:,.0f} MB",
    make_room="请腾出磁盘空间。",
    meaning="换一种说法",
    meaning_on="{folder} 中的模型能找到换一种说法的内容",
    meaning_off="只按问题中的词查找",
    meaning_offer=(
        "换一种说法的内容也可以用一个小模型（all-MiniLM-L6-v2，91 MB，Apache-2.0，来自 huggingface.co）找到，它"
        "在本机运行，不发送任何内容：输入 `quoth semantic fetch` 获取，或输入 `quoth semantic off` 不再提示。"
    ),
    meaning_question=(
        "是否获取一个小模型（all-MiniLM-L6-v2，91 MB，Apache-2.0，来自 huggingface.co）？它在本机运行，不发送任"
        "何内容，也能找到换一种说法的内容。[y/n] "
    ),
    yes=(
        "y",
        "yes",
        "是",
    ),
    no=(
        "n",
        "no",
        "否",
    ),
    token_missing="没有；请在环境变量或 .env 文件中设置 DISCORD_TOKEN（获取方法见 README.md）",
    token_known="Discord 认得机器人 {name}",
    token_refused="Discord 不接受它",
    copy_token="请从 Developer Portal 的 Bot 页面重新复制。",
    wrong_token="Discord 不接受机器人的令牌。请从 Developer Portal 重新复制。",
    unasked="无法询问（{error}）",
    check_network="请检查网络连接。",
    content_granted="已授予 Message Content",
    content_missing="缺少 Message Content",
    no_message_content=(
        "设置了提问频道，但 Discord 不允许此机器人读取没有提及它的消息。请在 Developer Portal 的 Bot 页面打开"
        " Message Content Intent，然后重新启动。其他一切不受影响。"
    ),
    no_intent_needed="不需要特权 intent",
    access="访问",
    access_public="任何人都可以把机器人邀请到自己的服务器，并在那里或通过私信阅读文档",
    access_remedy=(
        "如果文档不对所有人公开，请在 Developer Portal 的 Bot 页面关闭 Public Bot，并在 config.yaml 中设置"
        " discord.servers 和 discord.direct_messages。"
    ),
    access_private="只有应用的所有者可以邀请机器人；私信：{direct}",
    access_listed="只有 discord.servers 中的服务器可以使用机器人；私信：{direct}",
    lacking_rights=(
        "{server} 的成员在 #{channel} 向我提问，但我在那里缺少权限：{permissions}。请在服务器或该频道的设置中把"
        "它们授予我的身份组。"
    ),
    servers_none="机器人不在任何服务器中",
    invite="邀请它：{link}",
    servers_lacking="机器人在 {count} 个服务器中，但在 {servers} 缺少权限",
    give_permissions="请在服务器设置中把它们授予它的身份组，或再次邀请它：{link}",
    servers_well="机器人在 {count} 个服务器中，并拥有所需的全部权限",
    start_refused="Discord 拒绝启动：{error}。",
    closed_for_good="Discord 已永久关闭连接（代码 {code}）。请检查机器人的令牌，然后重新启动。",
    unreachable="无法连接 Discord。请检查网络连接，然后重新启动。",
)
