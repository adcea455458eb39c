"""In which scripts are words not told apart by spaces?"""

UNSPACED = (
    r"\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
    r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
)
"""Ranges for a class of a regular expression: Japanese, Chinese, Thai, Lao, Tibetan, Burmese, Khmer, and Korean, whose
words run together with what is put behind them."""
