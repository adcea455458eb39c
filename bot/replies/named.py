"""How is somebody named in a question shown, and yet not searched for? Between two signs that nobody sees.

A front end puts names of members, roles, channels and emoji there, which are no part of what is asked. They stand in
the question wherever it is shown, so that it can be read again from there, and are left out where it is understood.
"""

import re

_SIGN = "\u2063"  # "invisible separator" in Unicode
_NAMED = re.compile(f"{_SIGN}[^{_SIGN}]*{_SIGN}")


def named(name: str) -> str:
    """The name, marked as no part of what is asked."""
    return f"{_SIGN}{name.replace(_SIGN, '')}{_SIGN}"


def asked_in(question: str) -> str:
    """The question with spaces in place of names, so that every other sign keeps its place."""
    return _NAMED.sub(lambda match: " " * len(match.group()), question)
