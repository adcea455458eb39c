"""What are Discord's commands, their options and descriptions called in Japanese? By their English texts."""

COMMANDS = {
    "ask": "質問",
    "summary": "要約",
    "sources": "出典",
    "reload": "再読み込み",
    "Look into the folder of documents at once.": "文書のフォルダーをすぐに見る。",
    "quote": "引用",
    "check": "確認",
    "help": "ヘルプ",
    "solved": "解決済み",
    "Mark this post as solved.": "この投稿を解決済みにする。",
    "question": "質問",
    "source": "出典",
    "private": "自分だけ",
    "compare": "比較",
    "changes": "変更",
    "since": "いつから",
    "topic": "主題",
    "length": "長さ",
    "short": "短い",
    "medium": "中くらい",
    "long": "長い",
    "file_a": "ファイルa",
    "file_b": "ファイルb",
    "file": "ファイル",
    "place": "場所",
    "text": "文章",
    "Ask the documents": "文書に質問する",
    "Check against the documents": "文書と照らし合わせる",
    "Find the passages in the documents that answer a question.": "質問に答える箇所を文書から見つける。",
    "Your question, in your own words": "自分の言葉での質問",
    "Look only in this document": "この文書だけを調べる",
    "Show the answer to you alone": "答えを自分だけに見せる",
    "Show the most telling sentences of a document, on a topic, or a line or two of every document.": (
        "文書や主題の要となる文、または各文書の一、二文を示す。"
    ),
    "A document: its most telling sentences": "文書：その要となる文",
    "Anything, in your own words: what all documents say about it": "何でも自分の言葉で：全文書が述べること",
    "About 60, 150 or 400 words": "約60、150、400語",
    "Show what two documents both say, where they differ, and what only one says.": (
        "二つの文書が共に述べること、違い、片方だけが述べることを示す。"
    ),
    "Show the sentences that were added, removed and reworded in the documents.": (
        "文書で追加、削除、書き換えられた文を示す。"
    ),
    "A date such as 2026-01-31, or the number of a revision; without it, the last change": (
        "2026-01-31 のような日付か版の番号。なければ最後の変更"
    ),
    "A document": "文書",
    "The document to hold against it": "比べる文書",
    "List the documents that are searched.": "調べる文書を一覧にする。",
    "Show the exact text of a place in a document.": "文書のある箇所の正確な文章を示す。",
    "The document": "文書",
    "A heading, or words that stand there": "見出し、またはそこにある言葉",
    "Tell for each sentence whether it stands in the documents.": "各文が文書にあるかを示す。",
    "The sentences to check": "確かめる文",
    "Explain what I do and how to ask me.": "できることと質問のしかたを説明する。",
}
