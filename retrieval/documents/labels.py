"""How is the number found that a rule, a section, a step or a row goes by? As a term of its own."""


def label_term(number: str) -> str:
    """The term of the label "7" or "4.2"; no word of a text has such a term."""
    return f"#{number}"


def is_label(phrase: tuple[str, ...]) -> bool:
    """Whether the terms are that of a label."""
    return len(phrase) == 1 and phrase[0].startswith("#")
