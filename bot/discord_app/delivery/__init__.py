"""How does a reply reach Discord? Limits of use, the queue of answers, and the desk for errors."""
