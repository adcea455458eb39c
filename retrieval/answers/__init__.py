"""How does a ranking become an answer? Excerpts, short answers, and why they were chosen."""
