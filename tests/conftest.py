"""What holds for all tests? None is judged by how busy the machine is, or runs where its system lacks what it needs."""

import sys

from hypothesis import HealthCheck, settings

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")

collect_ignore = (
    [
        "end_to_end/terminal/test_terminal_chat.py",  # a pseudo-terminal
        "retrieval/storage/test_array_file.py",  # limits of a process
    ]
    if sys.platform == "win32"
    else []
)
