"""The front end in a terminal: a chat, and replies as text. Nothing here knows of Discord."""
