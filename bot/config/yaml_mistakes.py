"""What went wrong in a file that is no YAML, in words for somebody who wrote his first one?"""

import yaml

CURLY = "“”„‟‘’‚‛«»"
"""Quotation marks as word processors write them; YAML takes them for letters."""


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line, from 1, where the mistake stands, which is not always where YAML noticed it, and what to do."""
    context, problem = error.context or "", error.problem or "unreadable"
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    opened = error.context_mark.line + 1 if error.context_mark else line
    lines = text.split("\n")
    if "'\\t'" in problem:
        return line, "this is not valid YAML: a tab stands where only spaces may stand"
    if "double-quoted" in context and "escape" in problem:
        return line, "in \"double quotes\" a \\ begins a sign of its own; write a path in 'single quotes', or with /"
    if "quoted scalar" in context and ("end of stream" in problem or "document separator" in problem):
        return opened, f"a {_sign_at(error, lines)} opens here and is not closed"
    if context.startswith("while parsing a flow"):
        at = lines[opened - 1] if opened <= len(lines) else ""
        if "[#" in at or ", #" in at or ",#" in at:
            return opened, "a # begins a comment; write the id, a number, without it, like [123]"
        if (mark and mark.line + 1 > opened) or "stream" in problem:
            return opened, f"a {_sign_at(error, lines)} opens here and is not closed"
        return line, "between the entries of a list stands a comma"
    if problem == "mapping values are not allowed here":
        return line, "this line has two `name: value`; put the second on a line of its own, or the value in quotes"
    if "alias" in context or "anchor" in context or "tag" in context or "cannot start any token" in problem:
        return line, f"a value that begins with {_sign(lines, line, error)} stands in quotes, like '*.md'"
    if "could not find expected ':'" in problem:
        return opened, "expected `name: value`, with a space behind the colon"
    if "expected <block end>" in problem:
        return line, "this line is set in otherwise than those above it that belong with it"
    return line, f"this is not valid YAML: {problem}"


def _sign_at(error: yaml.MarkedYAMLError, lines: list[str]) -> str:
    mark = error.context_mark
    return lines[mark.line][mark.column : mark.column + 1] if mark and mark.line < len(lines) else "quote"


def _sign(lines: list[str], line: int, error: yaml.MarkedYAMLError) -> str:
    mark = error.context_mark or error.problem_mark
    return lines[line - 1][mark.column : mark.column + 1] if mark else "such a sign"
