"""Which tests are not collected here, since the system has not what they need, and how long may one take?"""

import sys

from hypothesis import HealthCheck, settings

# On a busy machine all takes longer, and that is no fault: what must be quick is tested as such.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

collect_ignore = (
    [
        "end_to_end/terminal/test_terminal_chat.py",  # a pseudo-terminal
        "retrieval/storage/test_array_file.py",  # limits of a process
    ]
    if sys.platform == "win32"
    else []
)
