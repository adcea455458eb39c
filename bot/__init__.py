"""The front ends of Quoth: a chat in the terminal, single commands, and a Discord bot."""
