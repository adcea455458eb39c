"""Which tests are not collected here, since the system has not what they need?"""

import sys

collect_ignore = (
    [
        "end_to_end/terminal/test_terminal_chat.py",  # a pseudo-terminal
        "retrieval/storage/test_array_file.py",  # limits of a process
    ]
    if sys.platform == "win32"
    else []
)
