"""What are Discord's commands, their options and descriptions called in Chinese? By their English texts."""

COMMANDS = {
    "ask": "提问",
    "summary": "摘要",
    "sources": "来源",
    "reload": "刷新",
    "Look into the folder of documents at once.": "立即查看文档文件夹。",
    "quote": "引用",
    "check": "核对",
    "help": "帮助",
    "solved": "已解决",
    "Mark this post as solved.": "将此帖标记为已解决。",
    "question": "问题",
    "source": "来源",
    "private": "私密",
    "compare": "比较",
    "changes": "变化",
    "since": "自",
    "topic": "主题",
    "length": "长度",
    "short": "短",
    "medium": "中",
    "long": "长",
    "file_a": "文件甲",
    "file_b": "文件乙",
    "file": "文件",
    "place": "位置",
    "text": "文字",
    "Ask the documents": "询问文档",
    "Check against the documents": "与文档核对",
    "Find the passages in the documents that answer a question.": "在文档中找到回答问题的段落。",
    "Your question, in your own words": "您的问题，用自己的话",
    "Look only in this document": "只在此文档中查找",
    "Show the answer to you alone": "只向您显示答案",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "显示一个文档或一个主题最重要的句子，或每个文档的一两句。"
    ),
    "A document: its most telling sentences": "一个文档：其最重要的句子",
    "Anything, in your own words: what all documents say about it": "任何主题，用自己的话：所有文档的说法",
    "About 60, 150 or 400 words": "约 60、150 或 400 词",
    "Show what two documents both say, where they differ, and what only one says.": (
        "显示两个文档的相同说法、不同之处，以及只有一个说到的内容。"
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "显示文档中添加、删除和改写的句子。"
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "2026-01-31 这样的日期，或版本号；不填则为最近的变化"
    ),
    "A document": "一个文档",
    "The document to hold against it": "用来比较的文档",
    "List the documents that are searched.": "列出所查找的文档。",
    "Show the exact text of a place in a document.": "显示文档中某处的原文。",
    "The document": "文档",
    "A heading, or words that stand there": "标题，或该处的文字",
    "Tell for each sentence whether it stands in the documents.": "说明每句话是否在文档中。",
    "The sentences to check": "要核对的句子",
    "Explain what I do and how to ask me.": "说明我做什么以及如何提问。",
}
